import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { dropDatabase } from '../support/stores.js';
import { embeddedGround, mongoGround } from './grounds.js';
import { runKills } from './runKills.js';
import { runOutages } from './runOutages.js';
import { runRaces, type Ground } from './runRaces.js';

const { values } = parseArgs({
  options: {
    races: { type: 'string' },
    kills: { type: 'string' },
    outages: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
});
const seed = Number(values.seed);

async function race(name: string, ground: Ground): Promise<boolean> {
  const report = await runRaces(ground, Number(values.races ?? 1000), seed);
  const { races, moves, seconds, longestStayMs, lateRaces, wrong } = report;
  console.log(
    `${name}: ${races} races, ${moves} moves, ${seconds.toFixed(0)} s, seed ${seed}; ` +
      `a member of a group that is gone for ${longestStayMs} ms at the most; ` +
      `${lateRaces} with an answer after 4 s; ${wrong.length} wrong`,
  );
  return list(wrong);
}

async function kill(name: string, ground: Ground): Promise<boolean> {
  const report = await runKills(ground, Number(values.kills), seed);
  const { kills, actions, unanswered, seconds, toldTwice, askedTwice, stale, wrong } = report;
  console.log(
    `${name}: ${kills} kills, ${actions} actions (${unanswered} without an answer, done again), ` +
      `${seconds.toFixed(0)} s, seed ${seed}; ${toldTwice.length} told twice, ${askedTwice.length} asked twice, ` +
      `${stale.length} old until the client asks; ${wrong.length} wrong`,
  );
  list([...toldTwice, ...askedTwice, ...stale]);
  return list(wrong);
}

async function takeAway(uri: string): Promise<boolean> {
  const report = await runOutages(uri, Number(values.outages), seed);
  const { kills, times, actions, unanswered, seconds, toldTwice, longestRecoveryMs, wrong } = report;
  console.log(
    `three processes, MongoDB: away ${kills} times (${JSON.stringify(times)}), ${actions} actions ` +
      `(${unanswered} without an answer, done again), ${seconds.toFixed(0)} s, seed ${seed}; ` +
      `ready again after ${longestRecoveryMs} ms at the most; ${toldTwice.length} told twice; ${wrong.length} wrong`,
  );
  list(toldTwice);
  return list(wrong);
}

function list(lines: readonly string[]): boolean {
  for (const line of lines.slice(0, 40)) console.log(`  ${line}`);
  return lines.length === 0;
}

const run = values.kills === undefined ? race : kill;
const folder = await mkdtemp(path.join(tmpdir(), 'concierge-torture-'));
try {
  const uri = process.env['MONGODB_TEST_URI'];
  const isRight =
    values.outages === undefined
      ? [await run('one process, embedded store', embeddedGround(path.join(folder, 'torture.db')))]
      : [];
  if (uri && values.outages !== undefined) isRight.push(await takeAway(uri));
  else if (uri) {
    const ground = mongoGround(uri);
    isRight.push(await run('three processes, MongoDB', ground).finally(() => dropDatabase(uri, ground.database)));
  } else console.log('MongoDB was left out: set MONGODB_TEST_URI to include it.');
  process.exitCode = isRight.includes(false) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
