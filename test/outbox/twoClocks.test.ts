import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Clock, Messenger } from '../../src/commands/ports.js';
import { leaseMs } from '../../src/domain/revise.js';
import { followServerClock, type ServerClock } from '../../src/store/mongo/serverClock.js';
import { monday } from '../support/documents.js';
import { OutboxWorld } from './outboxWorld.js';

const minuteMs = 60_000;
const requestIds = Array.from({ length: 5 }, (_, index) => `REQ-0000${2000 + index}`);

// Holds that leases go by the store's clock. What is simulated is the server's answer; the real one is asked in test/store.
describe('two machines whose clocks are a minute apart', () => {
  let world: OutboxWorld;
  const clocks: ServerClock[] = [];
  const server = {
    command: () => Promise.resolve({ localTime: new Date(serverNow()) }),
  };
  const began = performance.now();
  const serverNow = (): number => monday + 2 * leaseMs + Math.round(performance.now() - began);

  beforeEach(() => {
    world = new OutboxWorld();
  });
  afterEach(async () => {
    await world.close();
    for (const clock of clocks.splice(0)) clock.stop();
  });

  /** What the clock of the machine itself says. */
  const ownClock = (aheadMs: number): Clock => ({ now: () => serverNow() + aheadMs });

  async function follow(aheadMs: number): Promise<ServerClock> {
    const clock = await followServerClock(server, () => serverNow() + aheadMs);
    clocks.push(clock);
    return clock;
  }

  /** How many messages come when the second machine looks for work while the first one is sending. */
  async function countSent(first: Clock, second: Clock): Promise<number> {
    for (const id of requestIds) await world.open('gone', { id });
    let go: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (go = resolve));
    let tell: () => void = () => undefined;
    const isSending = new Promise<void>((resolve) => (tell = resolve));
    const slow: Messenger = {
      send: async (address, message) => {
        tell();
        await released;
        return world.messenger.send(address, message);
      },
      edit: (address, activityId, message) => world.messenger.edit(address, activityId, message),
      open: (tenantId, personId, near) => world.messenger.open(tenantId, personId, near),
    };
    const sending = world.dispatcher('A', { clock: first, messenger: slow }).drain();
    await isSending;
    await world.dispatcher('B', { clock: second }).drain();
    go();
    await sending;
    return world.messenger.messages.length;
  }

  it('tell the same time once they have asked the store', async () => {
    const [behind, ahead] = [await follow(-minuteMs / 2), await follow(minuteMs / 2)];
    assert.ok(Math.abs(behind.now() - ahead.now()) < leaseMs / 10, `${behind.now()} and ${ahead.now()}`);
  });

  it('do nothing twice (F17)', async () => {
    const sent = await countSent(await follow(-minuteMs / 2), await follow(minuteMs / 2));
    assert.equal(sent, 2 * requestIds.length);
  });

  it('would do things twice by their own clocks', async () => {
    const sent = await countSent(ownClock(-minuteMs / 2), ownClock(minuteMs / 2));
    assert.ok(sent > 2 * requestIds.length, `${sent} messages: then the test above shows nothing`);
  });
});
