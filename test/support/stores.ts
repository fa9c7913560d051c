import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Store } from '../../src/commands/ports.js';
import { openMongoStore } from '../../src/store/mongo/openMongoStore.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { noteQuery } from './askedQueries.js';
import { recordedStore, type SavedRecord } from './recordedStore.js';

/** An empty store, and how to be rid of it with everything in it. */
export interface OpenedStore {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** A kind of store that tests run on. */
export interface StoreUnderTest {
  readonly name: string;
  readonly open: () => Promise<OpenedStore>;
}

/** The MongoDB that tests may create databases in; nothing where none was given. */
export const mongoTestUri = process.env['MONGODB_TEST_URI'] || undefined;

/** The stores that journeys and the contract run on: SQLite always, MongoDB where `MONGODB_TEST_URI` names one. */
export function storesUnderTest(): StoreUnderTest[] {
  return mongoTestUri === undefined ? [sqliteUnderTest] : [sqliteUnderTest, mongoUnderTest(mongoTestUri)];
}

/** SQLite in a folder of its own. */
export const sqliteUnderTest: StoreUnderTest = {
  name: 'SQLite',
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
    const store = await openSqliteStore({ path: join(folder, 'store.db') });
    return {
      store: listenedTo(store),
      async close() {
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

/** Every question is noted for `test/store/queries.test.ts`; what is saved goes to `RECORD_STORE_TO`, for fixtures. */
function listenedTo(store: Store): Store {
  const path = process.env['RECORD_STORE_TO'];
  return recordedStore(store, {
    ...(path ? { saved: (record: SavedRecord) => appendFileSync(path, `${JSON.stringify(record)}\n`) } : {}),
    found: noteQuery,
    counted: (collection, where) => noteQuery(collection, { where }),
  });
}

/** MongoDB in a database of its own. */
export function mongoUnderTest(uri: string): StoreUnderTest {
  return {
    name: 'MongoDB',
    async open() {
      const database = freshDatabaseName();
      const store = await openMongoStore({ uri, database });
      return {
        store,
        async close() {
          await store.close();
          await dropDatabase(uri, database);
        },
      };
    },
  };
}

/** A name that no other run uses. */
export function freshDatabaseName(): string {
  return `groupConciergeTest_${randomBytes(6).toString('hex')}`;
}

/** Removes what a test has put into MongoDB. */
export async function dropDatabase(uri: string, database: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    await client.db(database).dropDatabase();
  } finally {
    await client.close();
  }
}
