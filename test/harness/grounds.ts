import { openMongoStore } from '../../src/store/mongo/openMongoStore.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { freshDatabaseName } from '../support/stores.js';
import type { Ground } from './runRaces.js';

/** One process on the embedded store, in a file of its own. */
export function embeddedGround(file: string): Ground {
  return { processes: 1, env: { DATA_FILE: file }, open: () => openSqliteStore({ path: file }) };
}

/** Three processes on one MongoDB, in a database of their own. */
export function mongoGround(uri: string): Ground & { readonly database: string } {
  const database = freshDatabaseName();
  const own = `${uri.replace(/\/+$/, '')}/${database}`;
  return { processes: 3, env: { MONGODB_URI: own }, open: () => openMongoStore({ uri: own, database }), database };
}
