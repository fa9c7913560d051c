import process from 'node:process';
import { pino } from 'pino';
import { readConfig } from '../../../src/config.js';
import { openSqliteStore } from '../../../src/store/sqlite/openSqliteStore.js';
import { startApp } from '../../../src/wire.js';
import { unpaced } from '../../support/unpaced.js';

/** What a run tells its process to do, and how much time it has skipped by then. */
export interface Order {
  readonly id: number;
  readonly skippedMs: number;
  readonly what: 'reads' | 'settles' | 'ends';
}

/** Where the store is, and what the product is configured with. */
export interface Launching {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly skippedMs: number;
}

/** The product in a process of its own, whose time and reading a run decides; it can be killed at any moment. */
async function serve({ file, env, skippedMs: firstMs }: Launching): Promise<void> {
  let skippedMs = firstMs;
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  const app = await startApp(reading.config, {
    store: await openSqliteStore({ path: file }),
    clock: { now: () => Date.now() + skippedMs },
    limits: { pacing: unpaced, patienceMs: 5 },
    readsByHand: true,
    log: pino({ level: 'error' }, process.stderr),
  });
  const orders = {
    reads: () => app.sync?.round(),
    settles: () => app.dispatcher.drain(),
    ends: () => app.close(),
  };
  process.on('message', (order: Order) => {
    ({ skippedMs } = order);
    void Promise.resolve(orders[order.what]()).finally(() => process.send?.({ id: order.id }));
  });
  process.send?.({ port: app.address.port });
}

const [launching] = process.argv.slice(2);
if (launching !== undefined && process.send) await serve(JSON.parse(launching) as Launching);
