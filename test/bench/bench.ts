import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { approveBody, joinBody } from './activities.js';
import { startFakeConnector, type FakeConnector } from './fakeConnector.js';
import { measure, type Load, type Round } from './load.js';
import { median, residentMb, startMeasured } from './processes.js';

/** People who are known before the measurement; each can ask once. */
const people = 14_000;
const rounds = 5;
const turnsPerRound: Record<number, number> = { 1: 250, 8: 600, 32: 900 };
const subjects = ['echo', 'join', 'approve'] as const;
type Subject = (typeof subjects)[number];

const here = path.dirname(fileURLToPath(import.meta.url));

/** Starts the product as an operator does; how long until it says that it is ready, and what it then takes. */
async function measureStart(): Promise<{ readonly readyMs: number; readonly memoryMb: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concierge-start-'));
  const begin = performance.now();
  const child = spawn(process.execPath, [path.join(here, '../../src/main.js')], {
    env: { ...process.env, PORT: '0', DATA_FILE: path.join(folder, 'start.db'), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /"port":(\d+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready`)));
  });
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  const readyMs = performance.now() - begin;
  const memoryMb = residentMb(child.pid);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
  return { readyMs, memoryMb };
}

/** A click is answered with 200 in any case; a right answer is the card that says what was decided. */
const isDecided = (answer: string): boolean =>
  answer.includes('"application/vnd.microsoft.card.adaptive"') && answer.includes('Approved');
const isEmpty = (answer: string): boolean => answer === '';

async function runStore(name: string, env: Record<string, string>, connector: FakeConnector): Promise<void> {
  const echo = await startMeasured('echoBot.js', {});
  const concierge = await startMeasured('conciergeBot.js', {
    ...env,
    BENCH_SERVICE_URL: connector.serviceUrl,
    BENCH_PEOPLE: String(people),
  });
  const firstPerson = 2;
  const [ownersBefore, othersBefore] = [connector.ownersCount(), connector.othersCount()];
  let person = firstPerson;
  console.log(
    `\n${name}: turns a second (median of ${rounds} interleaved rounds), p50 and p95 in ms, ratio to the echo bot in the same round\n`,
  );
  console.log('connections  subject   turns/s     p50     p95   ratio  failures');
  for (const connections of [1, 8, 32]) {
    const count = turnsPerRound[connections] as number;
    const results: Record<Subject, Round[]> = { echo: [], join: [], approve: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const joins = Array.from({ length: count }, () => joinBody(connector.serviceUrl, person++));
      const load = (port: number, bodies: readonly string[], isRight: Load['isRight']) =>
        measure({ port, connections, bodies, isRight });
      // What our outbox still has to do must not slow the yardstick down.
      concierge.child.kill('SIGSTOP');
      const echoes = await load(echo.port, joins, isEmpty);
      concierge.child.kill('SIGCONT');
      connector.takeRequestIds();
      const joined = await load(concierge.port, joins, isEmpty);
      const requestIds = connector.takeRequestIds();
      if (requestIds.length !== count) throw new Error(`${count} joins made ${requestIds.length} requests`);
      const approved = await load(
        concierge.port,
        requestIds.map((id) => approveBody(connector.serviceUrl, id)),
        isDecided,
      );
      // The first round warms the three up.
      if (round === 0) continue;
      results.echo.push(echoes);
      results.join.push(joined);
      results.approve.push(approved);
    }
    for (const subject of subjects) print(connections, subject, results[subject], results.echo);
  }
  // Each join was answered twice: by the echo bot and by ours.
  const answers = 2 * (person - firstPerson);
  console.log(
    `\nThe outbox ran all the while at its ordinary pace (a message a second to one person, 20 to one organisation), so that a backlog builds up: of ${2 * (person - firstPerson)} owners' cards, ${connector.ownersCount() - ownersBefore} went out before their request was decided; of ${person - firstPerson} requesters' later messages, ${connector.othersCount() - othersBefore - answers}.`,
  );
  console.log(
    `Memory after the load: echo bot ${residentMb(echo.child.pid).toFixed(0)} MB, Group Concierge ${residentMb(concierge.child.pid).toFixed(0)} MB.`,
  );
  for (const { child } of [echo, concierge]) child.disconnect();
}

function print(connections: number, subject: Subject, own: readonly Round[], echo: readonly Round[]): void {
  const ratio = median(own.map((round, index) => round.turnsPerSecond / (echo[index]?.turnsPerSecond ?? NaN)));
  const failures = own.reduce((sum, round) => sum + round.failures, 0);
  const cell = (value: number, digits: number, width: number): string => value.toFixed(digits).padStart(width);
  console.log(
    `${String(connections).padStart(11)}  ${subject.padEnd(8)}${cell(median(own.map((round) => round.turnsPerSecond)), 0, 9)}${cell(median(own.map((round) => round.p50Ms)), 2, 8)}${cell(median(own.map((round) => round.p95Ms)), 2, 8)}${cell(ratio, 2, 8)}${String(failures).padStart(10)}`,
  );
}

const connector = await startFakeConnector();
const folder = mkdtempSync(path.join(tmpdir(), 'concierge-bench-'));
try {
  await runStore('embedded store on disk', { DATA_FILE: path.join(folder, 'bench.db') }, connector);
  const uri = process.env['MONGODB_TEST_URI'];
  if (uri) await runStore('MongoDB', { MONGODB_URI: `${uri.replace(/\/+$/, '')}/bench-${process.pid}` }, connector);
  else console.log('\nMongoDB was left out: set MONGODB_TEST_URI to include it.');
  const starts = [];
  for (let index = 0; index < 5; index += 1) starts.push(await measureStart());
  console.log(
    `\nready after ${median(starts.map((one) => one.readyMs)).toFixed(0)} ms (median of 5 starts) with ${median(starts.map((one) => one.memoryMb)).toFixed(0)} MB`,
  );
} finally {
  connector.close();
  rmSync(folder, { recursive: true, force: true });
}
