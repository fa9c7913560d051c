import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../../../src/commands/ports.js';
import { openSqliteStore } from '../../../src/store/sqlite/openSqliteStore.js';
import { projectPath } from '../../support/project.js';
import type { Launching, Order } from './hull.js';
import { settleIn, type Town } from './town.js';
import { envOf, type Vessel } from './vessel.js';

const program = path.join(projectPath('dist'), 'test', 'harness', 'directory', 'hull.js');

/** A process, and what is asked of it. */
class Hull {
  readonly ended: Promise<void>;
  isOver = false;
  #child: ChildProcess;
  #asked = new Map<number, () => void>();
  #count = 0;

  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    this.#child = child;
    this.ended = new Promise((resolve) =>
      child.once('exit', () => {
        this.isOver = true;
        resolve();
      }),
    );
    child.on('message', ({ id }: { readonly id: number }) => this.#asked.get(id)?.());
  }

  static async launch(launching: Launching, hear: (line: string) => void): Promise<Hull> {
    const child = fork(program, [JSON.stringify(launching)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr?.on('data', (chunk: Buffer) => chunk.toString().split('\n').forEach(hear));
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message: { readonly port: number }) => resolve(message.port));
      child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it listened`)));
    });
    return new Hull(child, port);
  }

  /** Resolves when it is done, or the process is. */
  async does(what: Order['what'], skippedMs: number): Promise<void> {
    if (this.isOver) return;
    const id = (this.#count += 1);
    const done = new Promise<void>((resolve) => this.#asked.set(id, resolve));
    this.#child.send({ id, what, skippedMs } satisfies Order, () => undefined);
    await Promise.race([done, this.ended]);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The product in a process of its own over the embedded store, which is killed; `waitMs`: how soon, once it is doomed. */
export async function launchOutside(town: Town, waitMs: () => number): Promise<Vessel> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-directory-'));
  const file = path.join(folder, 'store.db');
  let store: Store | undefined = await openSqliteStore({ path: file });
  await settleIn(store, town);
  await store.close();
  const errors: string[] = [];
  const hear = (line: string): void => void (line.includes('"err":') && errors.push(line));
  const start = (): Promise<Hull> => Hull.launch({ file, env: envOf(town), skippedMs: town.clock.skippedMs() }, hear);
  let hull = await start();
  store = undefined;
  return {
    get port() {
      return hull.port;
    },
    errors,
    reads: () => hull.does('reads', town.clock.skippedMs()),
    settles: () => hull.does('settles', town.clock.skippedMs()),
    dooms: () => void setTimeout(() => hull.kill(), waitMs()),
    async revives() {
      if (!hull.isOver) return false;
      hull = await start();
      return true;
    },
    survives: async (action) => void (await Promise.race([action, hull.ended])),
    async docks() {
      await hull.does('ends', town.clock.skippedMs());
      return (store = await openSqliteStore({ path: file }));
    },
    async close() {
      hull.kill();
      await hull.ended;
      await store?.close();
      await rm(folder, { recursive: true });
    },
  };
}
