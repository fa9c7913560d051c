import type Database from 'libsql';
import { StoreUnavailableError, type WriteResult } from '../../commands/ports.js';
import {
  isWorkShelf,
  type OwnShelf,
  type ShelfName,
  type Shelves,
  type WorkField,
  type workShelves,
} from '../collections.js';
import { given } from '../../domain/given.js';
import type { Instant } from '../../domain/terms.js';
import type { DueRecord, Engine } from '../engine.js';
import type { GroupCommit } from './groupCommit.js';
import { isNamed } from '../names/entries.js';
import { createPassingValues } from '../shared/values.js';
import { runWrite, valuesOf, writeKept, type WriteStatements } from './keptWrites.js';
import type { ReadCache } from './readCache.js';
import { toStoreError } from './sqliteErrors.js';
import { toCount, toSelect, type Sql } from './sqliteQuery.js';

/** The connections of an open file; reads have one of their own and never wait for a write. */
export interface Connections {
  /** The statement for a text, which gives its rows as arrays. */
  readonly read: (text: string) => Database.Statement<unknown[]>;
  readonly writes: WriteStatements;
  readonly commits: GroupCommit;
  readonly cache: ReadCache;
  readonly close: () => void;
}

/** The embedded database: a few microseconds for a read by key, and one shared flush for the writes of a moment. */
export function createSqliteEngine({ read, writes, commits, cache, close }: Connections, now: () => Instant): Engine {
  let closing: Promise<void> | undefined;

  // Values go in as one array, the form that the driver takes without copying it.
  const rows = <R>({ text, values }: Sql) => read(text).all(values) as R[];
  const bodies = <N extends ShelfName>(sql: Sql) => rows<[string]>(sql).map(([body]) => JSON.parse(body) as Shelves[N]);

  async function submit(
    shelf: ShelfName,
    key: string,
    text: string | undefined,
    work: () => WriteResult,
  ): Promise<WriteResult> {
    if (closing) throw new StoreUnavailableError('The store is closed.');
    return commits.submit(() => {
      const result = work();
      if (result === 'written') cache.touch(shelf, key, text, isNamed(shelf) ? ['names'] : []);
      return result;
    });
  }

  async function write(
    shelf: ShelfName,
    record: Shelves[ShelfName],
    work: (text: string) => WriteResult,
  ): Promise<WriteResult> {
    const text = JSON.stringify(record);
    return submit(shelf, record.key, text, () => work(text));
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
        const statement = read(getSql(shelf));
        const load = (key: string) => (statement.get([key]) as [string] | undefined)?.[0];
        return keys
          .map((key) => cache.record<Shelves[typeof shelf]>(shelf, key, () => load(key)))
          .filter((record) => record !== undefined);
      }),
    find: (shelf, tenantId, search) =>
      ask(() => {
        const sql = toSelect(shelf, tenantId, search);
        return cache.answer(shelf, `${sql.text} ${JSON.stringify(sql.values)}`, () => bodies<typeof shelf>(sql));
      }),
    count: (shelf, tenantId, terms, atMost) =>
      ask(() => rows<[number]>(toCount(shelf, tenantId, terms, atMost))[0]?.[0] ?? 0),
    insert: (shelf, record, claims = []) =>
      write(shelf, record, (text) =>
        isWorkShelf(shelf)
          ? writeKept(writes, { collection: shelf, record: record as Shelves[typeof shelf], text, claims, now: now() })
          : runWrite(writes.shelves[shelf].insert, valuesOf(record, text)),
      ),
    replace: (shelf, record, version, claims = []) =>
      write(shelf, record, (text) =>
        isWorkShelf(shelf)
          ? writeKept(writes, {
              collection: shelf,
              record: record as Shelves[typeof shelf],
              text,
              version,
              claims,
              now: now(),
            })
          : runWrite(writes.shelves[shelf].replace, [record.version, text, record.key, version]),
      ),
    amend: async (entry) => {
      await write('audit', entry, (text) => runWrite(writes.amend, [text, entry.key, entry.tenantId]));
    },
    remove: (shelf, key, version) =>
      submit(shelf, key, undefined, () => runWrite(writes.shelves[shelf].removeVersion, [key, version])),
    overdue: (shelf, at, limit) => ask(() => bodies<typeof shelf>({ text: overdueSql(shelf), values: [at, limit] })),
    // Names are written with their records here.
    mendName: async () => undefined,
    isAlone: true,
    passing: createPassingValues(now),
    now,
    due: (shelf, by, until, limit) =>
      ask(() => rows<DueRow>({ text: dueSql(shelf, by), values: [until, limit] }).map(toDueRecord)),
    ping: () => ask(() => void rows({ text: 'SELECT 1', values: [] })),
    close: () => (closing ??= commits.idle().then(close)),
  };
}

/** The record with a key, in the tenant that the key names. */
function ownKey(at: number): string {
  return `key = ?${at} AND tenantId = substr(?${at}, 1, instr(?${at}, '/') - 1)`;
}

/** Saves a new record. */
export function insertSql(shelf: ShelfName): string {
  return `INSERT INTO "${shelf}" (key, tenantId, version, body) VALUES (?, ?, ?, ?)`;
}

/** Replaces a record in the version that was read. */
export function replaceSql(shelf: ShelfName): string {
  return `UPDATE "${shelf}" SET version = ?1, body = ?2 WHERE ${ownKey(3)} AND version = ?4`;
}

/** Replaces an entry of the history. */
export const amendSql = 'UPDATE "audit" SET body = ? WHERE key = ? AND tenantId = ?';

/** Saves a record whatever was there; triggers see it as a replacement. */
export function putSql(shelf: ShelfName): string {
  return `${insertSql(shelf)} ON CONFLICT (key) DO UPDATE SET version = excluded.version, body = excluded.body`;
}

/** Removes a record. */
export function removeSql(shelf: ShelfName): string {
  return `DELETE FROM "${shelf}" WHERE ${ownKey(1)}`;
}

/** A record by its key. */
export function getSql(shelf: ShelfName): string {
  return `SELECT body FROM "${shelf}" WHERE ${ownKey(1)}`;
}

/** What is to be swept of one shelf. */
export function overdueSql(shelf: OwnShelf): string {
  return `SELECT body FROM "${shelf}" WHERE sweepAt <= ? ORDER BY sweepAt, key LIMIT ?`;
}

/** The dispatcher's question of one collection. */
export function dueSql(shelf: (typeof workShelves)[number], by: WorkField): string {
  return `SELECT key, tenantId, nextEffectAt, awaitedAt FROM "${shelf}" WHERE ${by} <= ? ORDER BY ${by}, key LIMIT ?`;
}

type DueRow = [key: string, tenantId: string, nextEffectAt: number | null, awaitedAt: number | null];

function toDueRecord([key, tenantId, nextEffectAt, awaitedAt]: DueRow): DueRecord {
  return { key, tenantId, nextEffectAt: nextEffectAt ?? 0, ...given({ awaitedAt: awaitedAt ?? undefined }) };
}
