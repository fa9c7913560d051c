import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { residentMb } from '../bench/processes.js';
import { projectPath } from '../support/project.js';

const program = path.join(projectPath('dist'), 'src', 'main.js');

/** How long a process may take to be ready, in milliseconds. */
const patienceMs = 60_000;

interface Ship {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Several processes of the built product side by side, as an operator starts them. */
export class Fleet {
  readonly #ships: Ship[] = [];
  /** What the processes wrote into their logs as an error. */
  readonly errors: string[] = [];
  /** What they said beside their logs, for when one does not start. */
  readonly #said: string[] = [];

  #laterMs = 0;

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  get size(): number {
    return this.#ships.length;
  }

  portOf(index: number): number {
    return (this.#ships[index % this.#ships.length] as Ship).port;
  }

  /** Starts so many more; `laterMs`: how far their clocks are ahead, for what takes long otherwise. */
  async launch(count: number, laterMs = 0): Promise<void> {
    this.#laterMs = laterMs;
    this.#ships.push(...(await Promise.all(Array.from({ length: count }, () => this.#start()))));
  }

  /** Ends some at once, as machines do that lose their power, and starts others in their places. */
  async kill(indexes: readonly number[]): Promise<void> {
    await Promise.all(
      indexes.map(async (index) => {
        const { child } = this.#ships[index] as Ship;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
    for (const index of indexes) this.#ships[index] = await this.#start();
  }

  /** How much memory they take together, in megabytes. */
  get residentMb(): number {
    return this.#ships.reduce((sum, { child }) => sum + residentMb(child.pid), 0);
  }

  /** The ports of all of them, of one that is about to end as well. */
  get ports(): readonly number[] {
    return this.#ships.map(({ port }) => port);
  }

  /** Starts one more, then tells the oldest to end and waits until it has, as a rolling restart does. */
  async relieve(): Promise<void> {
    this.#ships.push(await this.#start());
    const [oldest] = this.#ships;
    if (oldest) await end(oldest);
    this.#ships.shift();
  }

  /** Tells all of them to end, and waits until they have. */
  async dock(): Promise<void> {
    await Promise.all(this.#ships.splice(0).map(end));
  }

  async #start(): Promise<Ship> {
    const inherited = Object.entries(process.env).filter(([key]) => !/^(BOT_|MONGODB_|DATA_FILE|NODE_ENV)/.test(key));
    const clock = `data:text/javascript,const now=Date.now;Date.now=()=>now()+${this.#laterMs}`;
    const child = spawn(process.execPath, [...(this.#laterMs > 0 ? ['--import', clock] : []), program], {
      env: { ...Object.fromEntries(inherited), PORT: '0', LOG_LEVEL: 'info', ...this.env },
      cwd: path.dirname(program),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => this.#said.push(chunk.toString()));
    const port = await this.#portOf(child);
    const isReady = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok);
    for (const end = Date.now() + patienceMs; Date.now() < end && !(await isReady());) await pause(20);
    return { child, port };
  }

  #portOf(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      if (!child.stdout) throw new Error('The process has no output.');
      createInterface({ input: child.stdout }).on('line', (line) => {
        const { level, port, msg } = JSON.parse(line) as { level: string | number; port?: number; msg?: string };
        if (level === 'error' || level === 50) this.errors.push(line);
        if (msg === 'listening' && port !== undefined) resolve(port);
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened: ${this.#said.join('')}`)));
    });
  }
}

async function end({ child }: Ship): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
