import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { embeddedGround, mongoGround } from './grounds.js';
import { runRaces, type Ground } from './runRaces.js';

const { values } = parseArgs({
  options: { races: { type: 'string', default: '1000' }, seed: { type: 'string', default: '7' } },
});

async function run(name: string, ground: Ground): Promise<boolean> {
  const report = await runRaces(ground, Number(values.races), Number(values.seed));
  const { races, moves, seconds, longestStayMs, lateRaces, wrong } = report;
  console.log(
    `${name}: ${races} races, ${moves} moves, ${seconds.toFixed(0)} s, seed ${values.seed}; ` +
      `a member of a group that is gone for ${longestStayMs} ms at the most; ${lateRaces} with an answer after 4 s; ${wrong.length} wrong`,
  );
  for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
  return wrong.length === 0;
}

const folder = await mkdtemp(path.join(tmpdir(), 'concierge-races-'));
try {
  const uri = process.env['MONGODB_TEST_URI'];
  const isRight = [await run('one process, embedded store', embeddedGround(path.join(folder, 'races.db')))];
  if (uri) isRight.push(await run('three processes, MongoDB', mongoGround(uri)));
  else console.log('MongoDB was left out: set MONGODB_TEST_URI to include it.');
  process.exitCode = isRight.includes(false) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
