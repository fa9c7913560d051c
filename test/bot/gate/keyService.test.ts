import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { GateWorld, signers } from '../../support/gateWorld.js';
import { listed } from '../../support/keyService.js';

const day = 86_400_000;
const later = { status: 503, body: { error: 'The bot cannot check just now who sends this; try again in a moment.' } };

describe('the gate and the state of the key service', () => {
  let world: GateWorld;
  afterEach(() => world.close());

  it('cold: the first right token is let in, and the next ones ask nobody', async () => {
    world = await GateWorld.open();
    for (let count = 0; count < 3; count += 1) assert.deepEqual(await world.enter(world.token()), { status: 200 });
    assert.deepEqual([world.heard, world.service.readings], [3, 1]);
  });

  for (const hang of ['at once', 'after the head'] as const) {
    it(`hanging ${hang}: a right token gets an answer in time`, async () => {
      world = await GateWorld.open(undefined, { timeoutMs: 50 });
      world.service.script = () => ({ hang });
      world.assertRefused(await world.enter(world.token()), 'keys_unavailable', later);
      // A slow machine may give up before it asked.
      assert.ok(world.service.readings <= 1);
    });
  }

  it('down: 300 tokens, right and forged, lead to one question in ten seconds; then it is back', async () => {
    world = await GateWorld.open();
    world.service.script = () => ({ status: 500 });
    for (let count = 0; count < 150; count += 1) {
      assert.deepEqual(await world.enter(world.token()), later);
      assert.deepEqual(await world.enter(world.token({}, signers.stranger)), later);
    }
    assert.deepEqual([world.service.calls, world.heard], [['/metadata'], 0]);
    world.service.script = () => undefined;
    world.now += 10_000;
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
  });

  it('door 4: 24 hours later and down: who is right comes in, who is not does not', async () => {
    world = await GateWorld.open();
    await world.enter(world.token());
    world.now += day;
    await world.service.close();
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
    assert.deepEqual((await world.enter(world.token({}, signers.stranger))).status, 401);
    world.now += 30 * day;
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
    assert.equal(world.heard, 3);
  });

  it('rolled: the new key comes in, and the old one is out when it is no longer listed', async () => {
    world = await GateWorld.open();
    await world.enter(world.token());
    world.service.keys = [listed(signers.rolled)];
    world.now += 60_000;
    assert.deepEqual(await world.enter(world.token({}, signers.rolled)), { status: 200 });
    assert.deepEqual((await world.enter(world.token())).status, 401);
    assert.equal(world.service.readings, 2);
  });

  it('bent: the keys of another host are not believed, and the known ones stay', async () => {
    world = await GateWorld.open();
    await world.enter(world.token());
    const evil = await GateWorld.open([listed(signers.rolled)]);
    world.service.keysUrl = `${evil.service.url}/keys`;
    world.now += day;
    assert.notEqual((await world.enter(world.token({}, signers.rolled))).status, 200);
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
    assert.deepEqual(evil.service.calls, []);
    await evil.close();
  });

  it('never asks the place of keys for emulators and other bots', async () => {
    world = await GateWorld.open();
    await world.enter(world.token());
    await world.enter(world.token({ ver: '1.0', appid: 'somebody', iss: 'https://sts.windows.net/x/' }));
    assert.deepEqual(world.service.calls, ['/metadata', '/keys']);
  });
});
