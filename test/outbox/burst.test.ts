import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { authorize } from '../../src/domain/authorized.js';
import { decideRequest } from '../../src/domain/requests/requestChanges.js';
import { aPerson, contoso } from '../support/documents.js';
import { addressOf, OutboxWorld, requestWork, testLimits, until } from './outboxWorld.js';

/** `npm run torture -- --burst 20000` sends all of them through real processes. */
const requests = 1_500;

const idOf = (at: number): string => `REQ-${String(at).padStart(8, '0')}`;
const decidedId = idOf(requests - 1);
const asker = `ann-${decidedId}`;

describe('a burst of cards for owners (F76)', function () {
  this.timeout(60_000);
  let world: OutboxWorld;
  beforeEach(() => (world = new OutboxWorld(['olga'])));
  afterEach(() => world.close());

  /** Everybody asks at once; then Olga decides about the last one. */
  async function ask(processId: string): Promise<void> {
    world.store.seed('people', aPerson({ id: asker, name: asker, address: addressOf(asker) }));
    for (let at = 0; at < requests; at += 1) await world.open(processId, { id: idOf(at) });
    const send = world.messenger.send.bind(world.messenger);
    world.messenger.send = async (...sent) => (await pause(1), send(...sent));
  }

  async function approve(processId: string): Promise<void> {
    const store = world.store.forTenant(contoso);
    const request = await store.read('requests').get(decidedId);
    assert.ok(request);
    const decision = { outcome: 'approved', by: 'olga', at: world.clock.now(), via: 'card' } as const;
    const decided = decideRequest(request, decision, world.occasion(processId));
    assert.equal(await store.replace(authorize('test'), 'requests', decided), 'written');
  }

  const isTold = (): boolean => world.heard(asker).length > 0;
  const cards = (): number => world.heard('olga').length;

  it('holds back no result that this process has to tell', async () => {
    await ask('A');
    const dispatcher = world.dispatcher();
    for (let at = 0; at < requests; at += 1) dispatcher.due({ ...requestWork, id: idOf(at) });
    await until(() => cards() > 0);
    await approve('A');
    dispatcher.due({ ...requestWork, id: decidedId, isAwaited: true });
    await until(isTold);
    assert.ok(cards() < 5 * testLimits.concurrency, `${cards()} cards went first`);
    await dispatcher.drain();
    assert.equal(cards(), requests - 1, 'the others were not forgotten');
  });

  it('holds back no result that another process has left, however many cards are due longer', async () => {
    await ask('gone');
    await approve('gone');
    world.clock.at += 60_000;
    const dispatcher = world.dispatcher('B');
    dispatcher.start();
    await until(isTold);
    assert.ok(cards() < 5 * testLimits.concurrency, `${cards()} cards went first`);
    await until(() => cards() === requests - 1);
  });
});
