import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import AsyncDatabase from 'libsql/promise';
import { StoreUnavailableError, type Store } from '../../commands/ports.js';
import { shelfNames } from '../collections.js';
import { createGroupCommit, type WritingConnection } from './groupCommit.js';
import type { ShelfStatements, WriteStatement, WriteStatements } from './keptWrites.js';
import { ReadCache, type ForeignWrites } from './readCache.js';
import {
  amendSql,
  createSqliteEngine,
  getSql,
  insertSql,
  putSql,
  removeSql,
  replaceSql,
  type Connections,
} from './sqliteEngine.js';
import { createSchema } from './sqliteSchema.js';
import { refuseUnfinished } from './unfinished.js';
import { createStore, type StoreReports } from '../openStore.js';

/** How long to wait for another process that is writing, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * The part of `libsql/promise` 0.5 that is used here, whose own types say `any`: preparing and `exec` run on a thread
 * of the driver, a prepared statement's `run` on ours.
 */
interface AsyncConnection {
  prepare(text: string): Promise<WriteStatement & { raw(): WriteStatement }>;
  exec(text: string): Promise<void>;
  close(): void;
  readonly inTransaction: boolean;
}

/** Opens the embedded store in a file, which is created with its folder where there is none. */
export async function openSqliteStore({
  path,
  now = () => Date.now(),
  ...reports
}: StoreReports & {
  readonly path: string;
  readonly now?: () => number;
}): Promise<Store> {
  const connections = await openConnections(path);
  try {
    refuseUnfinished(connections.read, path);
  } catch (error) {
    connections.close();
    throw error;
  }
  return createStore(createSqliteEngine(connections, now), reports);
}

/** Opens the connections to a file and brings it to the present layout. */
export async function openConnections(path: string): Promise<Connections> {
  // Names and reasons stand in it: for the owner of the process alone.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const reader = open(() => new Database(path, { timeout: busyTimeoutMs }), path);
  // Readers and one writer at a time do not wait for each other.
  reader.pragma('journal_mode = WAL');
  createSchema(reader);
  // Without a timeout: a wait in here would hold up the event loop, so `createGroupCommit` waits instead.
  const writer = open(() => new AsyncDatabase(path, { timeout: 0 }) as unknown as AsyncConnection, path);
  // What is committed is on the disk, also when the power goes (in WAL, NORMAL would not promise that).
  await writer.exec('PRAGMA synchronous = FULL');
  // What is erased is overwritten, and does not lie about in the file.
  await writer.exec('PRAGMA secure_delete = ON');
  const statements = await prepareWrites(writer);
  const cache = new ReadCache(await watchForeign(writer));
  const close = () => {
    writer.close();
    emptyLog(reader);
    reader.close();
  };
  return {
    read: cacheReads(reader),
    writes: statements,
    commits: createGroupCommit(await toWritingConnection(writer, cache), busyTimeoutMs),
    cache,
    close,
  };
}

/** Brings what is written ahead into the file: what was erased would lie in it until it is written over. */
function emptyLog(db: Database.Database): void {
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Another process is at work on the file, and does it when it ends.
  }
}

/** Each text is prepared once; the texts are few, for values never stand in them. */
function cacheReads(db: Database.Database): Connections['read'] {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  return (text) => {
    const statement = statements.get(text) ?? db.prepare(text).raw();
    statements.set(text, statement);
    return statement;
  };
}

async function prepareWrites(writer: AsyncConnection): Promise<WriteStatements> {
  const shelves = await Promise.all(
    shelfNames.map(async (shelf): Promise<readonly [string, ShelfStatements]> => {
      const statements = {
        insert: await writer.prepare(insertSql(shelf)),
        replace: await writer.prepare(replaceSql(shelf)),
        put: await writer.prepare(putSql(shelf)),
        remove: await writer.prepare(removeSql(shelf)),
        removeVersion: await writer.prepare(`${removeSql(shelf)} AND version = ?`),
        get: (await writer.prepare(getSql(shelf))).raw(),
      };
      return [shelf, statements];
    }),
  );
  return {
    shelves: Object.fromEntries(shelves) as WriteStatements['shelves'],
    amend: await writer.prepare(amendSql),
    savepoint: await writer.prepare('SAVEPOINT one'),
    release: await writer.prepare('RELEASE one'),
    undo: await writer.prepare('ROLLBACK TO one'),
  };
}

/** The number changes with what other connections write, and not with what this one does. */
async function watchForeign(writer: AsyncConnection): Promise<ForeignWrites> {
  const statement = (await writer.prepare('PRAGMA data_version')).raw();
  return () => {
    try {
      return (statement.get([]) as [number])[0];
    } catch {
      // Another process is just mending or closing the file: then only the file itself knows.
      return undefined;
    }
  };
}

async function toWritingConnection(writer: AsyncConnection, cache: ReadCache): Promise<WritingConnection> {
  const begin = await writer.prepare('BEGIN IMMEDIATE');
  const rollback = await writer.prepare('ROLLBACK');
  return {
    begin() {
      begin.run([]);
      cache.begin();
    },
    async commit() {
      let isSafe = false;
      try {
        await writer.exec('COMMIT');
        isSafe = true;
      } finally {
        cache.end(isSafe);
      }
    },
    rollback: () => void rollback.run([]),
    lost: () => cache.end(false),
    get inTransaction() {
      return writer.inTransaction;
    },
  };
}

function open<D>(connect: () => D, path: string): D {
  try {
    return connect();
  } catch (error) {
    // The driver gives no code here.
    throw new StoreUnavailableError(`The database file ${path} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
