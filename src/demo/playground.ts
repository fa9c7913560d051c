import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { playgroundConfig } from './playgroundConfig.js';
import { fullName, type SamplePerson } from './samplePeople.js';

const logPath = path.join('devTools', 'm365agentsplayground.log');

/** How long a client may take to start, in milliseconds: a slow machine unpacks five megabytes of script first. */
const startLimitMs = 60_000;

/** How long a client may take to end after it was asked to, in milliseconds. */
const endLimitMs = 3_000;

/** What one person's client needs to start. */
export interface PlaygroundOrder {
  readonly person: SamplePerson;
  /** A folder for all clients; each gets its own inside. */
  readonly folder: string;
  readonly port: number;
  /** The bot's `/api/messages`. */
  readonly botUrl: string;
}

/** A Teams client that runs on this machine, for one person. */
export interface Playground {
  readonly person: SamplePerson;
  readonly port: number;
  readonly url: string;
  readonly pid: number;
  /** Settles when the client ends although nobody asked it to, with the reason. */
  readonly died: Promise<string>;
  close(): Promise<void>;
}

/** Another program was faster at the port; a second try on another one is worth it. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

/** The service URL that a client on this port tells the bot. */
export function serviceUrlOn(port: number): string {
  return `http://localhost:${port}/_connector`;
}

/** Starts the client of one person and resolves when it answers; rejects with the reason from its log. */
export async function startPlayground(order: PlaygroundOrder): Promise<Playground> {
  const folder = path.join(order.folder, order.person.slug);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.m365agentsplayground.yml'), playgroundConfig(order.person));
  const child = launch(order, folder);
  try {
    await untilItAnswers(child, order);
  } catch (error) {
    await end(child);
    const Problem = error instanceof PortTakenError ? PortTakenError : Error;
    throw new Problem(
      `The Teams client of ${fullName(order.person)} did not start: ${error instanceof Error ? error.message : String(error)}${await lastWords(folder)}`,
      { cause: error },
    );
  }
  let isClosing = false;
  const died = new Promise<string>((resolve) => {
    const tell = () =>
      void lastWords(folder).then(
        (words) => isClosing || resolve(`The Teams client of ${fullName(order.person)} has ended.${words}`),
      );
    if (hasEnded(child)) tell();
    else child.once('exit', tell);
  });
  const close = async () => {
    isClosing = true;
    await end(child);
  };
  return {
    person: order.person,
    port: order.port,
    url: `http://localhost:${order.port}/`,
    pid: child.pid ?? 0,
    died,
    close,
  };
}

function launch({ port, botUrl }: PlaygroundOrder, folder: string): ChildProcess {
  const endWithParent = new URL('./endWithParent.js', import.meta.url).href;
  const options = [
    'start',
    '--app-endpoint',
    botUrl,
    '--channel-id',
    'msteams',
    '--port',
    String(port),
    '--disable-telemetry',
  ];
  // It would open a browser window per person; the page shows them all.
  const env = { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' };
  return fork(findProgram(), options, {
    cwd: folder,
    env,
    execArgv: ['--import', endWithParent],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function findProgram(): string {
  try {
    return path.join(
      path.dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
      'cli.js',
    );
  } catch (error) {
    throw new Error(
      'The package @microsoft/m365agentsplayground is not installed; run `npm ci` (with development packages).',
      { cause: error },
    );
  }
}

/** Version 0.2.28 says "Listening on <port>" before it knows whether its configuration is any good, and takes another port when its own is occupied. */
async function untilItAnswers(child: ChildProcess, { port }: PlaygroundOrder): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  while (Date.now() < deadline) {
    if (hasEnded(child))
      throw new Error(`it ended with code ${child.exitCode ?? child.signalCode ?? 'unknown'}. ${said.trim()}`);
    const listensOn = /Listening on (\d+)/.exec(said)?.[1];
    if (listensOn !== undefined && Number(listensOn) !== port)
      throw new PortTakenError(`port ${port} was taken by another program at the last moment.`);
    if (listensOn !== undefined && (await answers(`http://localhost:${port}/`))) return;
    await delay(100);
  }
  throw new Error(`it did not answer on port ${port} within ${startLimitMs / 1_000} seconds.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok && (await response.text()).includes('Agents Playground');
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endLimitMs);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** What the client itself wrote last: on a bad configuration the only place where the reason stands. */
async function lastWords(folder: string): Promise<string> {
  const log = await readFile(path.join(folder, logPath), 'utf8').catch(() => '');
  const lines = log.trim().split('\n');
  const errors = lines.filter((line) => line.startsWith('error'));
  const last = (errors.length > 0 ? errors : lines).slice(-5).map((line) => `  ${line}`);
  return log ? `\nIts log says:\n${last.join('\n')}` : '';
}
