import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { conversationOf, FakeTeams } from '../support/fakeTeams.js';
import { startBalancer } from './balancer.js';
import { send, type Racer } from './client.js';
import { Fleet } from './fleet.js';
import { layTrack, readRecords } from './records.js';
import type { Ground } from './runRaces.js';

/** What came of a restart of all processes, one after the other. */
export interface RollingReport {
  readonly turns: number;
  readonly restarts: number;
  /** From the turn to its answer in the chat, in milliseconds. */
  readonly longestWaitMs: number;
  readonly wrong: readonly string[];
}

/** How long an answer is waited for before it counts as lost, in milliseconds. */
const patienceMs = 60_000;

/** Everything is restarted so often while turns come in at that rate; each of them by somebody else. */
export async function runRolling(ground: Ground, rounds: number, turnsPerSecond: number): Promise<RollingReport> {
  const teams = await FakeTeams.start();
  const fleet = new Fleet(ground.env);
  const store = await ground.open();
  const track = await layTrack(store, teams.serviceUrl, 'ownerApproval', 'REQ-00000000');
  await fleet.launch(ground.processes);
  const balancer = await startBalancer(() => fleet.ports);
  try {
    const turns: Promise<number | string>[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        turns.push(ask(balancer.port, teams, track.tenantId, { id: randomUUID(), name: `Asker ${turns.length}` }));
        await pause(1_000 / turnsPerSecond);
      }
    })();
    for (let left = rounds * ground.processes; left > 0; left -= 1) await fleet.relieve();
    isOver = true;
    await asking;
    const ends = await Promise.all(turns);
    const wrong = ends.filter((end) => typeof end === 'string');
    const { requests } = await readRecords(store, track);
    // One request was there before.
    if (requests.length - 1 !== turns.length)
      wrong.push(`${turns.length} people asked, and ${requests.length - 1} requests are stored`);
    if (wrong.length > 0)
      wrong.push(...[...new Set(fleet.errors)].slice(0, 5).map((line) => `log: ${line.slice(0, 400)}`));
    const longestWaitMs = Math.max(...ends.filter((end) => typeof end === 'number'));
    return { turns: turns.length, restarts: rounds * ground.processes, longestWaitMs, wrong };
  } finally {
    await balancer.close();
    await fleet.dock();
    await teams.close();
    await store.close();
  }
}

/** Asks to join, and waits for the answer in the chat: how long it took, or what went wrong. */
async function ask(port: number, teams: FakeTeams, tenantId: string, who: Racer): Promise<number | string> {
  const begin = performance.now();
  try {
    const { status } = await send(port, teams, tenantId, who, { text: 'join Harbor because of the fair' });
    if (status !== 200) return `${who.name} was answered ${status} after ${(performance.now() - begin).toFixed(0)} ms`;
    await teams.until('an answer', () => teams.messagesIn(conversationOf(who.id)).length > 0, patienceMs);
    return performance.now() - begin;
  } catch (error) {
    return `${who.name}: ${String(error)}`;
  }
}
