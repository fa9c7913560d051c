import type Database from 'libsql';
import { StoreUnavailableError, type WriteResult } from '../../commands/ports.js';
import type { workShelves, ShelfName, Shelves } from '../collections.js';
import type { DueRecord, Engine } from '../engine.js';
import type { GroupCommit } from './groupCommit.js';
import { isSqliteError, toStoreError } from './sqliteErrors.js';
import { toCount, toSelect, type Sql } from './sqliteQuery.js';

/** A prepared statement that changes something. */
export interface WriteStatement {
  run(values: readonly unknown[]): { readonly changes: number };
}

/** The connections of an open file; reads have one of their own and never wait for a write. */
export interface Connections {
  /** The statement for a text, which gives its rows as arrays. */
  readonly read: (text: string) => Database.Statement<unknown[]>;
  readonly writes: { readonly [N in ShelfName]: { readonly insert: WriteStatement; readonly replace: WriteStatement } };
  readonly commits: GroupCommit;
  readonly close: () => void;
}

/** The embedded database: a few microseconds for a read by key, and one shared flush for the writes of a moment. */
export function createSqliteEngine({ read, writes, commits, close }: Connections): Engine {
  let closing: Promise<void> | undefined;

  // Values go in as one array, the form that the driver takes without copying it.
  const rows = <R>({ text, values }: Sql) => read(text).all(values) as R[];
  const bodies = <N extends ShelfName>(sql: Sql) => rows<[string]>(sql).map(([body]) => JSON.parse(body) as Shelves[N]);

  async function write(statement: WriteStatement, values: readonly unknown[]): Promise<WriteResult> {
    if (closing) throw new StoreUnavailableError('The store is closed.');
    return commits.submit(() => run(statement, values));
  }

  async function ask<R>(question: () => R): Promise<R> {
    if (closing) throw new StoreUnavailableError('The store is closed.');
    try {
      return question();
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return {
    get: (shelf, keys) =>
      ask(() => {
        const statement = read(`SELECT body FROM "${shelf}" WHERE key = ?`);
        const found = keys.map((key) => statement.get([key]) as [string] | undefined);
        return found.filter((row) => row !== undefined).map(([body]) => JSON.parse(body) as Shelves[typeof shelf]);
      }),
    find: (shelf, tenantId, search) => ask(() => bodies<typeof shelf>(toSelect(shelf, tenantId, search))),
    count: (shelf, tenantId, terms) => ask(() => rows<[number]>(toCount(shelf, tenantId, terms))[0]?.[0] ?? 0),
    insert: (shelf, record) =>
      write(writes[shelf].insert, [
        record.key,
        record.tenantId,
        'version' in record ? record.version : null,
        JSON.stringify(record),
      ]),
    replace: (shelf, record, version) =>
      write(writes[shelf].replace, [record.version, JSON.stringify(record), record.key, version]),
    due: (shelf, now, limit) =>
      ask(() => rows<[string, string, number]>({ text: dueSql(shelf), values: [now, limit] }).map(toDueRecord)),
    earliest: (shelf) => ask(() => rows<[number]>({ text: earliestSql(shelf), values: [] })[0]?.[0]),
    ping: () => ask(() => void rows({ text: 'SELECT 1', values: [] })),
    close: () => (closing ??= commits.idle().then(close)),
  };
}

/** No row where the version differs; an error where something unique is taken. */
function run(statement: WriteStatement, values: readonly unknown[]): WriteResult {
  try {
    return statement.run(values).changes === 1 ? 'written' : 'conflict';
  } catch (error) {
    if (isSqliteError(error, 'SQLITE_CONSTRAINT_UNIQUE') || isSqliteError(error, 'SQLITE_CONSTRAINT_PRIMARYKEY'))
      return 'duplicate';
    throw error;
  }
}

/** Saves a new record. */
export function insertSql(shelf: ShelfName): string {
  return `INSERT INTO "${shelf}" (key, tenantId, version, body) VALUES (?, ?, ?, ?)`;
}

/** Replaces a record in the version that was read. */
export function replaceSql(shelf: ShelfName): string {
  return `UPDATE "${shelf}" SET version = ?, body = ? WHERE key = ? AND version = ?`;
}

/** The dispatcher's question of one collection. */
export function dueSql(shelf: (typeof workShelves)[number]): string {
  return `SELECT key, tenantId, nextEffectAt FROM "${shelf}" WHERE nextEffectAt <= ? ORDER BY nextEffectAt, key LIMIT ?`;
}

/** The earliest work of one collection. */
export function earliestSql(shelf: (typeof workShelves)[number]): string {
  return `SELECT nextEffectAt FROM "${shelf}" WHERE nextEffectAt IS NOT NULL ORDER BY nextEffectAt LIMIT 1`;
}

function toDueRecord([key, tenantId, nextEffectAt]: [string, string, number]): DueRecord {
  return { key, tenantId, nextEffectAt };
}
