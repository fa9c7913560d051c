import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { dropDatabase } from '../support/stores.js';
import { embeddedGround, mongoGround } from './grounds.js';
import { runDirectory, type RunReport } from './directory/runDirectory.js';
import { launchFor } from './directory/someRuns.js';
import { runBurst } from './runBurst.js';
import { runFuzz } from './runFuzz.js';
import { runKills } from './runKills.js';
import { runOutages } from './runOutages.js';
import { runRaces, type Ground } from './runRaces.js';
import { runRolling } from './runRolling.js';
import { runShare } from './runShare.js';

const { values } = parseArgs({
  options: {
    races: { type: 'string' },
    kills: { type: 'string' },
    outages: { type: 'string' },
    directory: { type: 'string' },
    burst: { type: 'string' },
    fuzz: { type: 'string' },
    instances: { type: 'string' },
    rolling: { type: 'string' },
    rate: { type: 'string', default: '20' },
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

async function burst(name: string, ground: Ground): Promise<boolean> {
  const cards = Number(values.burst);
  const { cardsMeanwhile, waitsMs, wrong } = await runBurst(ground, cards);
  console.log(
    `${name}: ${cards} cards for owners due at once in one organisation; from an owner's click to the result ` +
      `${waitsMs.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s, when ${cardsMeanwhile} calls had been made; ` +
      `${wrong.length} wrong`,
  );
  return list(wrong);
}

async function fuzz(name: string, ground: Ground): Promise<boolean> {
  const { requests, statuses, grownMb, wrong } = await runFuzz(ground, Number(values.fuzz), seed);
  console.log(
    `${name}: ${requests} hostile requests, seed ${seed}; answered ${JSON.stringify(statuses)}; ` +
      `${grownMb.toFixed(0)} MB more memory; ${wrong.length} wrong`,
  );
  return list(wrong);
}

async function roll(uri: string): Promise<boolean> {
  const ground = mongoGround(uri);
  const { turns, restarts, longestWaitMs, wrong } = await runRolling(
    ground,
    Number(values.rolling),
    Number(values.rate),
  ).finally(() => dropDatabase(uri, ground.database));
  console.log(
    `three processes, MongoDB: ${restarts} restarts under ${turns} turns, ${values.rate} a second; ` +
      `nobody waited longer than ${longestWaitMs.toFixed(0)} ms; ${wrong.length} wrong`,
  );
  return list(wrong);
}

async function share(uri: string): Promise<boolean> {
  const seconds = Number(values.instances);
  const shares = await runShare(uri, [1, 3], seconds);
  for (const { processes, deliveriesPerSecond, twice } of shares)
    console.log(`${processes} on MongoDB: ${deliveriesPerSecond.toFixed(0)} deliveries a second, ${twice} twice`);
  const [one, three] = shares.map(({ deliveriesPerSecond }) => deliveriesPerSecond);
  console.log(`three instances do ${((three ?? 0) / (one ?? 1)).toFixed(2)} times the work of one, over ${seconds} s`);
  return shares.every(({ twice }) => twice === 0);
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

async function keepInStep(runs: number): Promise<boolean> {
  let done = 0;
  const tell = ({ seed: one, wrong }: RunReport): void => {
    done += 1;
    if (wrong.length > 0) console.log(`  seed ${one}:\n    ${wrong.join('\n    ')}`);
    if (done % 100 === 0) console.log(`${done} runs`);
  };
  const report = await runDirectory(runs, seed, tell, launchFor);
  const { hands, deeds, crashes, requests, reported, seconds, wrong } = report;
  console.log(
    `directory: ${runs} runs from seed ${seed}, ${hands} changes by other hands, ${deeds} deeds through the bot, ` +
      `${crashes} crashes, ${requests} requests, ${seconds.toFixed(0)} s; ` +
      `${reported} differences reported with their cause; ${wrong.length} runs wrong`,
  );
  return wrong.length === 0;
}

function list(lines: readonly string[]): boolean {
  for (const line of lines.slice(0, 40)) console.log(`  ${line}`);
  return lines.length === 0;
}

const run =
  values.fuzz !== undefined ? fuzz : values.burst !== undefined ? burst : values.kills === undefined ? race : kill;
if (values.directory !== undefined) process.exit((await keepInStep(Number(values.directory))) ? 0 : 1);
const folder = await mkdtemp(path.join(tmpdir(), 'concierge-torture-'));
try {
  const uri = process.env['MONGODB_TEST_URI'];
  const needsMongo = [values.outages, values.instances, values.rolling].some((given) => given !== undefined);
  const isRight = !needsMongo
    ? [await run('one process, embedded store', embeddedGround(path.join(folder, 'torture.db')))]
    : [];
  if (uri && values.outages !== undefined) isRight.push(await takeAway(uri));
  else if (uri && values.rolling !== undefined) isRight.push(await roll(uri));
  else if (uri && values.instances !== undefined) isRight.push(await share(uri));
  else if (uri) {
    const ground = mongoGround(uri);
    isRight.push(await run('three processes, MongoDB', ground).finally(() => dropDatabase(uri, ground.database)));
  } else console.log('MongoDB was left out: set MONGODB_TEST_URI to include it.');
  process.exitCode = isRight.includes(false) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
