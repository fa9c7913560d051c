import { MongoClient, type Db } from 'mongodb';
import type { Store } from '../../commands/ports.js';
import type { Engine } from '../engine.js';
import { createSingleWrites, type SingleWrites } from './mongoEngine.js';
import { toStoreError } from './mongoErrors.js';
import { createIndexes } from './mongoIndexes.js';
import { orderWrites } from './orderedWrites.js';
import { buildNamesOnce } from './rebuildNames.js';
import { followServerClock } from './serverClock.js';
import { refuseUnfinished } from './unfinished.js';
import { createStore, type StoreReports } from '../openStore.js';

/** The database of a connection string that names none. */
const defaultDatabase = 'groupConcierge';

/** Where the data is, and how long to wait for it. */
export interface MongoPlace {
  readonly uri: string;
  /** Instead of the database that the connection string names. */
  readonly database?: string;
  /** How long to look for a server, in milliseconds; a click in Teams waits for about ten seconds in all. */
  readonly serverSelectionTimeoutMs?: number;
}

/** Opens the store in any MongoDB (a single server, a replica set, Atlas) or Azure DocumentDB. */
export async function openMongoStore(place: MongoPlace & StoreReports): Promise<Store> {
  const { db, engine } = await openMongoEngine(place);
  try {
    await refuseUnfinished(db);
  } catch (error) {
    await engine.close();
    throw toStoreError(error);
  }
  return createStore(engine, place);
}

/** A database behind its engine; closing the engine closes it. */
export interface OpenMongo {
  readonly db: Db;
  readonly single: SingleWrites;
  readonly engine: Engine;
}

/** Connects, with the names of all records in place. */
export async function openMongoEngine(place: MongoPlace): Promise<OpenMongo> {
  const { db, close } = await connect(place);
  try {
    const clock = await followServerClock(db);
    const single = createSingleWrites(
      db,
      () => clock.now(),
      async () => {
        clock.stop();
        await close();
      },
    );
    await buildNamesOnce(single);
    return { db, single, engine: orderWrites(single) };
  } catch (error) {
    await close();
    throw toStoreError(error);
  }
}

/** Connects and creates the indexes that are missing. */
export async function connect({
  uri,
  database,
  serverSelectionTimeoutMs = 5_000,
}: MongoPlace): Promise<{ readonly db: Db; readonly close: () => Promise<void> }> {
  const client = new MongoClient(uri, {
    appName: 'group-concierge',
    // Without the majority, a write that was answered can be lost when the primary changes.
    writeConcern: { w: 'majority' },
    // Rights are looked up at the moment of the click; a secondary may be behind.
    readPreference: 'primary',
    // Azure DocumentDB has none; `writeSurely` does it for all.
    retryWrites: false,
    // A record that has a field without a value comes back without the field.
    ignoreUndefined: true,
    serverSelectionTimeoutMS: serverSelectionTimeoutMs,
    connectTimeoutMS: serverSelectionTimeoutMs,
    socketTimeoutMS: 2 * serverSelectionTimeoutMs,
    waitQueueTimeoutMS: serverSelectionTimeoutMs,
  });
  try {
    await client.connect();
    const db = client.db(database ?? databaseOf(uri));
    await createIndexes(db);
    return { db, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw toStoreError(error);
  }
}

/** The database that a connection string means; the driver itself would fall back on one called `test`. */
export function databaseOf(uri: string): string {
  const name = /^[^:]+:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  return name ? decodeURIComponent(name) : defaultDatabase;
}
