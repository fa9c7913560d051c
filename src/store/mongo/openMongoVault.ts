import type { StoredRecord } from '../migrations/migrations.js';
import { createVault, type Vault } from '../vault.js';
import { toStoreError } from './mongoErrors.js';
import { openMongoEngine, type MongoPlace } from './openMongoStore.js';
import { rebuildNames } from './rebuildNames.js';
import { isUnfinished, mark, unmark } from './unfinished.js';

/**
 * Opens the store in MongoDB for operators; bots may be at work on it. Pages come from the moment when each is read:
 * snapshots over many collections are nothing that every MongoDB and Azure DocumentDB have.
 */
export async function openMongoVault(place: MongoPlace): Promise<Vault> {
  const { db, single, engine } = await openMongoEngine(place);
  return createVault({
    engine,
    page: async (shelf, after = '', limit) => (await single.scan(shelf, after, limit)) as unknown as StoredRecord[],
    putAlone: (shelf, record) => single.insert(shelf, record),
    rebuild: () => rebuildNames(single),
    beginSnapshot: async () => false,
    endSnapshot: async () => undefined,
    isUnfinished: () => ask(() => isUnfinished(db)),
    setUnfinished: (is) =>
      ask(async () => {
        await (is ? mark(db) : unmark(db));
      }),
    close: () => engine.close(),
  });
}

async function ask<R>(question: () => Promise<R>): Promise<R> {
  try {
    return await question();
  } catch (error) {
    throw toStoreError(error);
  }
}
