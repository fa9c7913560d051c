import { setTimeout as pause } from 'node:timers/promises';
import { dropDatabase } from '../support/stores.js';
import { FakeTeams } from '../support/fakeTeams.js';
import { Fleet } from './fleet.js';
import { mongoGround } from './grounds.js';
import { settle } from './runBurst.js';

/** What so many processes did side by side. */
export interface Share {
  readonly processes: number;
  readonly deliveriesPerSecond: number;
  /** Cards that somebody has twice. */
  readonly twice: number;
}

/** So many organisations have work, each with so many owners. */
const organisations = 30;
const owners = 60;

/** How long the channel takes for a call, in milliseconds. */
const callMs = 200;

/** Counting begins when so many cards are out: all processes are at work then. */
const warmUp = 200;

/** Counts what one, and then several processes deliver within so many seconds, all of it left behind by another one. */
export async function runShare(uri: string, counts: readonly number[], seconds: number): Promise<Share[]> {
  const shares: Share[] = [];
  for (const processes of counts) shares.push(await deliver(uri, processes, seconds));
  return shares;
}

async function deliver(uri: string, processes: number, seconds: number): Promise<Share> {
  const teams = await FakeTeams.start();
  teams.delay = () => pause(callMs);
  const ground = mongoGround(uri);
  const fleet = new Fleet(ground.env);
  try {
    const store = await ground.open();
    // More than all of them can do, so that nobody runs out of work.
    const cards = Math.ceil((processes * 200 * (seconds + 10)) / organisations);
    for (let left = organisations; left > 0; left -= 1) await settle(store, teams.serviceUrl, cards, owners);
    await store.close();
    await fleet.launch(processes);
    await teams.until('the first cards', () => teams.calls.length >= warmUp, 60_000);
    const before = teams.calls.length;
    await pause(seconds * 1_000);
    const deliveriesPerSecond = (teams.calls.length - before) / seconds;
    await fleet.dock();
    return { processes, deliveriesPerSecond, twice: countTwice(teams) };
  } finally {
    await fleet.dock();
    await teams.close();
    await dropDatabase(uri, ground.database);
  }
}

/** Each owner is asked about each request once. */
function countTwice({ calls }: FakeTeams): number {
  const asked = calls.map(({ conversationId, body }) => {
    const id = /REQ-[0-9A-Z]{8}/.exec(JSON.stringify(body))?.[0];
    return `${conversationId} ${id}`;
  });
  return asked.length - new Set(asked).size;
}
