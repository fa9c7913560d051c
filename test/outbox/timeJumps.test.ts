import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { OutboxWorld, requestWork } from './outboxWorld.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What ends by itself, each to be told and written down once. */
const ends = ['membershipEnded', 'requestShown expired'];

// Holds that what is due by the clock is done once, whatever the clock does.
describe('time that does not go evenly (F49, F48)', () => {
  let world: OutboxWorld;
  beforeEach(() => (world = new OutboxWorld(['olga'])));
  afterEach(() => world.close());

  /** Ann is in for a while; somebody else waits, and their request ends by itself two weeks later. */
  async function letIn(until: number): Promise<void> {
    const dispatcher = world.dispatcher('A');
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    await world.decide('approved', { until });
    dispatcher.due(requestWork);
    await dispatcher.drain();
    assert.equal(world.store.all('memberships')[0]?.status, 'active');
    await world.close();
  }

  const told = (): string[] => world.heard('ann').filter((line) => ends.includes(line));
  const written = async (): Promise<string[]> =>
    (await world.history()).filter((kind) => kind === 'membershipExpired' || kind === 'requestExpired');
  const isIn = (): boolean => world.store.all('memberships')[0]?.status === 'active';

  it('a machine that slept for a week ends what was over meanwhile, once, whoever wakes beside it', async () => {
    await letIn(world.clock.at + 2 * dayMs);
    world.clock.at += 7 * dayMs;
    const awake = ['B', 'C', 'D'].map((id) => world.dispatcher(id));
    await Promise.all(awake.map((dispatcher) => dispatcher.drain()));
    await Promise.all(awake.map((dispatcher) => dispatcher.drain()));
    assert.equal(isIn(), false);
    assert.deepEqual([told(), await written()], [['membershipEnded'], ['membershipExpired']]);
  });

  it('a request that nobody decided while the machine slept is over once', async () => {
    const dispatcher = world.dispatcher('A');
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    world.clock.at += 21 * dayMs;
    await Promise.all(['B', 'C'].map((id) => world.dispatcher(id).drain()));
    await dispatcher.drain();
    assert.equal(world.request().status, 'expired');
    assert.deepEqual([told(), await written()], [['requestShown expired'], ['requestExpired']]);
  });

  it('a clock that jumps forward and is put back does nothing twice, and nothing that is not due yet', async () => {
    const until = world.clock.at + 2 * hourMs;
    await letIn(until);
    const dispatcher = world.dispatcher('B');
    // Not yet, however often it goes back and forth before the end.
    for (const jump of [hourMs, -hourMs, hourMs, -2 * hourMs, hourMs]) {
      world.clock.at += jump;
      await dispatcher.drain();
      assert.ok(isIn() && told().length === 0, `after a jump of ${jump} ms`);
    }
    world.clock.at += 3 * hourMs;
    await dispatcher.drain();
    assert.equal(isIn(), false);
    // What has happened has happened; the end comes once more by the clock, and not by us.
    for (const jump of [-3 * hourMs, hourMs, 2 * hourMs, dayMs]) {
      world.clock.at += jump;
      await dispatcher.drain();
    }
    assert.deepEqual([told(), await written()], [['membershipEnded'], ['membershipExpired']]);
  });

  for (const [name, at] of [
    ['begins (an hour is left out)', Date.UTC(2026, 2, 29, 1)],
    ['ends (an hour comes twice)', Date.UTC(2026, 9, 25, 1)],
  ] as const)
    it(`an end in the night when summer time ${name} comes once, and at its minute`, async () => {
      world.clock.at = at - dayMs;
      await letIn(at + 30 * minuteMs);
      const dispatcher = world.dispatcher('B');
      world.clock.at = at - hourMs;
      let endedAt: number | undefined;
      for (; world.clock.at < at + 3 * hourMs; world.clock.at += minuteMs) {
        await dispatcher.drain();
        if (!isIn()) endedAt ??= world.clock.at;
      }
      assert.equal(endedAt, at + 30 * minuteMs);
      assert.deepEqual([told(), await written()], [['membershipEnded'], ['membershipExpired']]);
    });
});
