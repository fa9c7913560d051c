import type { Store } from '../commands/ports.js';
import type { Config } from '../config.js';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.js';

/** The store that the configuration names; the embedded one is made where there is none. */
export async function openStore({ mongodbUri, dataFile }: Pick<Config, 'mongodbUri' | 'dataFile'>): Promise<Store> {
  if (!mongodbUri) return openSqliteStore({ path: dataFile });
  // Who does not use MongoDB does not wait for its driver to load.
  const { openMongoStore } = await import('../store/mongo/openMongoStore.js');
  return openMongoStore({ uri: mongodbUri });
}
