import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import v8 from 'node:v8';
import vm from 'node:vm';
import { ToBotFromBotOrEmulatorTokenValidationParameters as sdkParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { GateWorld, credentials } from '../../support/gateWorld.js';
import { encode } from '../../support/keyService.js';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** What cannot be told from a signature without the key. */
const signature = randomBytes(256).toString('base64url');

/** A forged token; a real signature of a wrong key takes longer to make and is no better. */
function forge(world: GateWorld, change: object, header: object = {}): string {
  return `${encode({ alg: 'RS256', kid: 'key-1', ...header })}.${encode(world.claims(change))}.${signature}`;
}

/** Tokens that look right as far as anybody can see without the channel's keys, or nearly so. */
const floods = {
  'with the issuer of Teams and a random tenant': (world: GateWorld) => forge(world, { tid: randomUUID() }),
  'with a random tenant of endless length': (world: GateWorld) =>
    forge(world, { tid: randomUUID().repeat(100), iss: 'https://sts.windows.net/' }),
  'on the way of the emulator (door 2)': (world: GateWorld) => {
    const tid = randomUUID();
    return forge(world, { tid, iss: `https://sts.windows.net/${tid}/`, ver: '1.0', appid: credentials.appId });
  },
  'with 400 claims (door 1)': (world: GateWorld, index: number) =>
    forge(world, Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`c${n}`, index]))),
  'with random key ids': (world: GateWorld) => forge(world, {}, { kid: randomUUID() }),
};

describe('strangers in numbers', function () {
  this.timeout(30_000);
  let world: GateWorld;

  beforeEach(async () => {
    world = await GateWorld.open();
  });
  afterEach(() => world.close());

  for (const [name, token] of Object.entries(floods)) {
    it(`keeps nothing of 1 000 forged tokens ${name}, and asks the key service once`, async () => {
      const issuers = sdkParameters.issuer?.length;
      const seen: WeakRef<object>[] = [];
      for (let index = 0; index < 1_000; index += 1) {
        const from = { id: '29:ann' };
        seen.push(new WeakRef(from));
        assert.equal((await world.enter(token(world, index), { from })).status, 401);
      }
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
      // The engine may hold the last one on its stack.
      const alive = seen.filter((ref) => ref.deref() !== undefined).length;
      assert.ok(alive <= 2, `${alive} of 1 000 are still held`);
      assert.equal(sdkParameters.issuer?.length, issuers, 'the SDK keeps something');
      assert.ok(world.service.readings <= 1, String(world.service.readings));
      assert.equal(
        Object.values(world.reasons()).reduce((sum, count) => sum + count, 0),
        1_000,
      );
      assert.equal(world.heard, 0);
    });
  }

  it('door 5: cold: 200 forged tokens at one moment lead to one reading, and to a line or two in the log', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => world.enter(floods['with random key ids'](world))),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([401]));
    assert.deepEqual(world.service.calls, ['/metadata', '/keys']);
    assert.deepEqual(world.reasons(), { unknown_key: 200 });
    assert.ok(world.lines.length <= 3, String(world.lines.length));
  });

  it('a right token comes in amidst 200 forged ones on a cold start', async () => {
    const crowd = Array.from({ length: 200 }, () => world.enter(forge(world, {})));
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
    await Promise.all(crowd);
    assert.deepEqual([world.heard, world.service.readings], [1, 1]);
  });
});
