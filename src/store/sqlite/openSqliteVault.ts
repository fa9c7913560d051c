import Database from 'libsql';
import type { KeptShelf } from '../keptShelves.js';
import type { StoredRecord } from '../migrations/migrations.js';
import { createVault, type Vault } from '../vault.js';
import { openConnections } from './openSqliteStore.js';
import { rebuildNames } from './rebuildNames.js';
import { createSqliteEngine } from './sqliteEngine.js';
import { isUnfinished, markSql, unmarkSql } from './unfinished.js';

/** How long to wait for another process that is writing, in milliseconds. */
const busyTimeoutMs = 30_000;

/** Opens the embedded store for operators; a bot may be at work on it. */
export async function openSqliteVault({ path }: { readonly path: string }): Promise<Vault> {
  const engine = createSqliteEngine(await openConnections(path), () => Date.now());
  // A connection of its own: a snapshot is a reading transaction that stays open.
  const db = new Database(path, { timeout: busyTimeoutMs });
  return createVault({
    engine,
    page: async (shelf, after, limit) =>
      (
        db
          .prepare(pageSql(shelf))
          .raw()
          .all([after ?? '', limit]) as [string][]
      ).map(([body]) => JSON.parse(body) as StoredRecord),
    // Many share one flush of the disk this way; a name goes along, and needs no claim here.
    putAlone: (shelf, record) => engine.insert(shelf, record),
    rebuild: async () => db.transaction(() => rebuildNames(db))(),
    async beginSnapshot() {
      db.exec('BEGIN');
      // The moment is that of the first read.
      db.prepare('SELECT count(*) FROM sqlite_master').raw().get([]);
      return true;
    },
    async endSnapshot() {
      db.exec('COMMIT');
    },
    isUnfinished: async () => isUnfinished((text) => db.prepare(text).raw()),
    async setUnfinished(is) {
      db.exec(is ? markSql : unmarkSql);
    },
    async close() {
      db.close();
      await engine.close();
    },
  });
}

/** Collections page by page; keys are the table itself, so nothing is sorted. */
export function pageSql(shelf: KeptShelf): string {
  return `SELECT body FROM "${shelf}" WHERE key > ? ORDER BY key LIMIT ?`;
}
