import process from 'node:process';
import Database from 'libsql';
import AsyncDatabase from 'libsql/promise';
import { readConfig } from '../../../src/config.js';
import { startApp } from '../../../src/wire.js';

/*
 * The product on a store that is filled already, which counts what it asks of the embedded store's driver: every
 * statement that is run, whoever prepared it. The parent asks for the count by a message.
 */

let statements = 0;
/** Some calls of the driver are made of others. */
let depth = 0;
const calls = ['run', 'get', 'all', 'iterate'] as const;
const prepared = [
  new Database(':memory:').prepare('SELECT 1'),
  await (new AsyncDatabase(':memory:', {}) as unknown as { prepare(text: string): Promise<object> }).prepare(
    'SELECT 1',
  ),
];
for (const statement of prepared) {
  const prototype = Object.getPrototypeOf(statement) as Record<string, (...values: unknown[]) => unknown>;
  for (const call of calls) {
    const original = prototype[call];
    if (!original) continue;
    prototype[call] = function (this: unknown, ...values) {
      if (depth === 0) statements += 1;
      depth += 1;
      try {
        return original.apply(this, values);
      } finally {
        depth -= 1;
      }
    };
  }
}

const reading = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'warn' });
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const app = await startApp(reading.config);
process.send?.({ port: app.address.port });
process.on('message', () => process.send?.({ statements }));
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
