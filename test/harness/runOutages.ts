import { setTimeout as pause } from 'node:timers/promises';
import { startDatabaseProxy, troubles, type Trouble } from './databaseProxy.js';
import { mongoGround } from './grounds.js';
import { runKills, type KillReport } from './runKills.js';
import { dropDatabase } from '../support/stores.js';
import type { Fleet } from './fleet.js';

/** What came of the outages. */
export interface OutageReport extends KillReport {
  /** The longest time that a process took to be ready again, once the database was, in milliseconds. */
  readonly longestRecoveryMs: number;
  /** How often each trouble came. */
  readonly times: Readonly<Partial<Record<Trouble, number>>>;
}

/** A trouble takes so long at the least and at the most, in milliseconds. */
const shortestMs = 500;
const longestMs = 8_000;

/** After so long without a database no process may call itself ready, in milliseconds. */
const noticedMs = 5_000;

/** Recovery takes no longer than this, in milliseconds. */
const patienceMs = 30_000;

/** Takes the database away so often, in every way, while people do things and while they are told of it. */
export async function runOutages(uri: string, outages: number, seed: number): Promise<OutageReport> {
  const proxy = await startDatabaseProxy(uri);
  const ground = mongoGround(uri);
  const env = { MONGODB_URI: proxy.uri.replace('/?', `/${ground.database}?`) };
  const times: Partial<Record<Trouble, number>> = {};
  const wrong: string[] = [];
  let longestRecoveryMs = 0;
  try {
    const report = await runKills({ ...ground, env }, outages, seed, async (fleet, chance, goOn) => {
      const trouble = chance.pick(troubles);
      const end = Date.now() + shortestMs + chance.below(longestMs - shortestMs);
      const noticed = Date.now() + noticedMs;
      times[trouble] = (times[trouble] ?? 0) + 1;
      proxy.set(trouble);
      for (let left = 3; left > 0; left -= 1) await goOn();
      await pause(Math.max(0, end - Date.now()));
      const isAway = (trouble === 'cut' || trouble === 'silent') && Date.now() >= noticed;
      if (isAway && (await countReady(fleet)) > 0) wrong.push(`a process is ready while the database is ${trouble}`);
      proxy.set(undefined);
      const back = Date.now();
      while ((await countReady(fleet)) < fleet.size && Date.now() - back < patienceMs) await pause(50);
      longestRecoveryMs = Math.max(longestRecoveryMs, Date.now() - back);
    });
    if (longestRecoveryMs >= patienceMs)
      wrong.push(`no process was ready ${patienceMs} ms after the database was back`);
    return { ...report, times, longestRecoveryMs, wrong: [...wrong, ...report.wrong] };
  } finally {
    await proxy.close();
    await dropDatabase(uri, ground.database);
  }
}

async function countReady(fleet: Fleet): Promise<number> {
  const ports = Array.from({ length: fleet.size }, (_, index) => fleet.portOf(index));
  const ready = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok)));
  return ready.filter(Boolean).length;
}
