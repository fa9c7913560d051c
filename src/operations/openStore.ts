import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { explainClosedStore } from './startUp/explainClosedStore.js';
import type { Store, UnreadableRecord } from '../commands/ports.js';
import type { Config } from '../config.js';
import { redactUri, type Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { StoreReports } from '../store/openStore.js';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.js';

/** The store that the configuration names; the embedded one is made where there is none. */
export async function openStore(
  { mongodbUri, dataFile }: Pick<Config, 'mongodbUri' | 'dataFile'>,
  reports: StoreReports = {},
): Promise<Store> {
  if (!mongodbUri) return openSqliteStore({ path: dataFile, ...reports });
  // Who does not use MongoDB does not wait for its driver to load.
  const { openMongoStore } = await import('../store/mongo/openMongoStore.js');
  return openMongoStore({ uri: mongodbUri, ...reports });
}

/** The store for the running product: what does not fit in it is reported, and why it does not open is said with what to do. */
export async function openServingStore(config: Config, log: Log, metrics: Metrics): Promise<Store> {
  const onUnreadable = (record: UnreadableRecord): void => {
    metrics.recordUnreadable(record.collection);
    log.error({ record }, 'a record does not fit and is left out; `npm run migrate -- --dry-run` lists all of them');
  };
  if (config.mongodbUri) log.info({ uri: redactUri(config.mongodbUri) }, 'opening MongoDB');
  try {
    if (!config.mongodbUri) mkdirSync(path.dirname(path.resolve(config.dataFile)), { recursive: true });
    return await openStore(config, { onUnreadable });
  } catch (error) {
    throw await explainClosedStore(config, error);
  }
}
