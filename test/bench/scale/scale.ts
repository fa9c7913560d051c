import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStore } from '../../../src/operations/openStore.js';
import { startFakeConnector } from '../fakeConnector.js';
import { measure } from '../load.js';
import { median, residentMb, startMeasured, type Measured } from '../processes.js';
import { everydayCommands, type EverydayCommand } from './commands.js';
import { fillStore } from './fill.js';

const usage = `npm run bench:scale -- [--groups 1000,1000000] [--turns 200] [--idle-seconds 60] [--folder .data/scale]
npm run bench:scale -- --fill-only --groups 1000000 (--data-file F | with MONGODB_URI)`;

/** A filled store keeps where its people are reached, so that another run has to be reached there, too. */
const connectorPort = 41_513;

/** So many turns of one command are sent before the other size has its turn. */
const bundle = 10;

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '1000,1000000' },
    turns: { type: 'string', default: '200' },
    'idle-seconds': { type: 'string', default: '60' },
    folder: { type: 'string', default: '.data/scale' },
    'fill-only': { type: 'boolean', default: false },
    'data-file': { type: 'string' },
  },
});
const sizes = values.groups.split(',').map(Number);
const [turns, idleSeconds] = [Number(values.turns), Number(values['idle-seconds'])];
if (sizes.some((size) => !Number.isInteger(size) || size < 100) || !(turns >= bundle) || !(idleSeconds >= 0)) {
  console.error(`Sizes are whole numbers of 100 groups or more.\n${usage}`);
  process.exit(2);
}

interface Place {
  readonly mongodbUri?: string;
  readonly dataFile: string;
}

async function fill(place: Place, groups: number, serviceUrl: string): Promise<void> {
  const store = await openStore({ mongodbUri: place.mongodbUri, dataFile: place.dataFile } as never);
  const begin = performance.now();
  let said = 0;
  await fillStore(store, groups, serviceUrl, (done) => {
    if (done < groups && done - said < 20_000) return;
    said = done;
    console.log(`${done} of ${groups} groups are there, after ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  });
  await store.close();
}

interface Subject extends Measured {
  readonly groups: number;
  readonly freshMb: number;
}

const ms = (value: number | undefined): string => (value ?? NaN).toFixed(1).padStart(9);

async function timeOne(command: EverydayCommand, { port, groups }: Subject, first: number, serviceUrl: string) {
  const times: number[] = [];
  for (let turn = first; turn < first + bundle; turn += 1) {
    const bodies = [command.body(turn, groups, serviceUrl)];
    const { p50Ms, failures } = await measure({ port, connections: 1, bodies, isRight: () => true });
    if (failures > 0) throw new Error(`${command.name} was not answered at ${groups} groups`);
    times.push(p50Ms);
  }
  return times;
}

async function compare(subjects: readonly Subject[], serviceUrl: string): Promise<void> {
  const heads = subjects.map(({ groups }) => `p50 and slowest at ${groups}`.padStart(28)).join('');
  console.log(`\nmilliseconds, ${turns} of each, sizes alternating\n\n${'command'.padEnd(24)}${heads}     ratio`);
  for (const command of everydayCommands) {
    const times = subjects.map((): number[] => []);
    // The first bundle warms up.
    for (let first = 0; first < turns + bundle; first += bundle)
      for (const [at, subject] of subjects.entries()) {
        const found = await timeOne(command, subject, first, serviceUrl);
        if (first > 0) times[at]?.push(...found);
      }
    const middles = times.map(median);
    const cells = times.map((some, at) => `${ms(middles[at])}${ms(Math.max(...some))}`.padStart(28)).join('');
    const ratio = (middles.at(-1) ?? NaN) / (middles[0] ?? NaN);
    console.log(`${command.name.padEnd(24)}${cells}${ratio.toFixed(2).padStart(10)}`);
  }
}

function countStatements({ child }: Subject): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', ({ statements }: { statements: number }) => resolve(statements));
    child.send('count');
  });
}

async function watchIdle(subjects: readonly Subject[]): Promise<void> {
  // What the turns left to do is done first.
  await wait(idleSeconds * 1000);
  const before = await Promise.all(subjects.map(countStatements));
  await wait(idleSeconds * 1000);
  const after = await Promise.all(subjects.map(countStatements));
  for (const [at, subject] of subjects.entries()) {
    const rate = ((after[at] ?? 0) - (before[at] ?? 0)) / idleSeconds;
    console.log(
      `${subject.groups} groups: ${rate.toFixed(1)} statements a second while idle; ${subject.freshMb.toFixed(0)} MB fresh, ${residentMb(subject.child.pid).toFixed(0)} MB after the load`,
    );
  }
}

const connector = await startFakeConnector(connectorPort);
const mongodbUri = process.env['MONGODB_URI'];
try {
  if (values['fill-only']) {
    const dataFile = values['data-file'] ?? path.join(values.folder, `${sizes[0]}.db`);
    mkdirSync(path.dirname(dataFile), { recursive: true });
    await fill({ dataFile, ...(mongodbUri ? { mongodbUri } : {}) }, sizes[0] ?? 0, connector.serviceUrl);
  } else {
    mkdirSync(values.folder, { recursive: true });
    const subjects: Subject[] = [];
    for (const groups of sizes) {
      const dataFile = path.join(values.folder, `${groups}.db`);
      const uri = mongodbUri && `${mongodbUri.replace(/\/+$/, '')}/scale${groups}`;
      if (!existsSync(dataFile) || uri) console.log(`filling ${uri ?? dataFile}`);
      await fill({ dataFile, ...(uri ? { mongodbUri: uri } : {}) }, groups, connector.serviceUrl);
      const begin = performance.now();
      const started = await startMeasured('scale/scaleBot.js', { DATA_FILE: dataFile, MONGODB_URI: uri ?? '' });
      console.log(`${groups} groups: started after ${(performance.now() - begin).toFixed(0)} ms`);
      subjects.push({ ...started, groups, freshMb: residentMb(started.child.pid) });
    }
    await compare(subjects, connector.serviceUrl);
    if (idleSeconds > 0 && !mongodbUri) await watchIdle(subjects);
    for (const { child } of subjects) child.disconnect();
  }
} finally {
  connector.close();
}
