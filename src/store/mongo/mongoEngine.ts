import { isDeepStrictEqual } from 'node:util';
import type { Collection, Db, WithId } from 'mongodb';
import type { WriteResult } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import { tenantOf } from '../../domain/keys.js';
import type { Instant } from '../../domain/terms.js';
import type { ShelfName, Shelves } from '../collections.js';
import type { Engine } from '../engine.js';
import type { StoredName } from '../names/entries.js';
import { isDuplicate, isOutcomeUnknown, toStoreError, writeSurely } from './mongoErrors.js';
import { toFilter, toSort, type MongoRecord } from './mongoQuery.js';

type AnyRecord = Shelves[ShelfName];

/** A database whose every write is one command on one document; what belongs together stands above it. */
export interface SingleWrites extends Omit<Engine, 'insert' | 'mendName' | 'passing'> {
  insert(shelf: ShelfName, record: Shelves[ShelfName]): Promise<WriteResult>;
  /** Saves an entry whatever was there. */
  putName(entry: StoredName): Promise<void>;
  /** Removes entries. */
  removeNames(keys: readonly string[]): Promise<void>;
  /** Records of all tenants behind a key, in the order of their keys. */
  scan<N extends ShelfName>(shelf: N, after: string, limit: number): Promise<Shelves[N][]>;
}

/** The production database. Each write is one command on one document, so nothing needs a transaction. */
export function createSingleWrites(db: Db, now: () => Instant, close: () => Promise<void>): SingleWrites {
  const on = (shelf: ShelfName): Collection<MongoRecord> => db.collection(shelf);

  async function write(shelf: ShelfName, record: AnyRecord, command: () => Promise<WriteResult>): Promise<WriteResult> {
    const attempt = () => command().catch(toDuplicate);
    return writeSurely(attempt, async () => isSame(await on(shelf).findOne(at(record.key)), record));
  }

  return {
    get: (shelf, keys) =>
      ask(async () =>
        keys.length === 1
          ? toRecords<typeof shelf>([await on(shelf).findOne(at(keys[0] as string))])
          : toRecords<typeof shelf>(
              await on(shelf)
                .find({ _id: { $in: [...keys] }, tenantId: { $in: [...new Set(keys.map(tenantOf))] } })
                .toArray(),
            ),
      ),
    find: (shelf, tenantId, search) =>
      ask(async () => {
        const hits = on(shelf)
          .find(toFilter(tenantId, search.terms, search))
          .skip(search.skip);
        const found = search.isAny ? hits : hits.sort(toSort(search));
        return toRecords<typeof shelf>(
          await (search.limit === undefined ? found : found.limit(search.limit)).toArray(),
        );
      }),
    count: (shelf, tenantId, terms, atMost) =>
      ask(() => on(shelf).countDocuments(toFilter(tenantId, terms), atMost === undefined ? {} : { limit: atMost })),
    insert: (shelf, record) =>
      write(shelf, record, async () => {
        await on(shelf).insertOne(toStored(record));
        return 'written';
      }),
    replace: (shelf, record, version) =>
      write(shelf, record, async () =>
        (await on(shelf).replaceOne({ ...at(record.key), version }, withoutId(record))).matchedCount === 1
          ? 'written'
          : 'conflict',
      ),
    amend: (entry) => again(() => on('audit').replaceOne(at(entry.key), withoutId(entry))),
    remove: (shelf, key, version) =>
      ask(async () =>
        (await on(shelf).deleteOne({ ...at(key), version })).deletedCount === 1 ? 'written' : 'conflict',
      ),
    putName: (entry) => again(() => on('names').replaceOne(at(entry.key), withoutId(entry), { upsert: true })),
    removeNames: (keys) =>
      again(async () => (keys.length === 0 ? undefined : on('names').deleteMany({ _id: { $in: [...keys] } }))),
    scan: (shelf, after, limit) =>
      ask(async () =>
        toRecords<typeof shelf>(
          await on(shelf)
            .find({ _id: { $gt: after } })
            .sort({ _id: 1 })
            .limit(limit)
            .toArray(),
        ),
      ),
    overdue: (shelf, at, limit) =>
      ask(async () =>
        toRecords<typeof shelf>(
          await on(shelf)
            .find({ sweepAt: { $gte: 0, $lte: at } })
            .sort({ sweepAt: 1 })
            .limit(limit)
            .toArray(),
        ),
      ),
    isAlone: false,
    now,
    due: (shelf, by, until, limit) =>
      ask(async () => {
        // The beginning of the range leaves out what has no work, as the sparse index does.
        const found = await on(shelf)
          .find({ [by]: { $gte: 0, $lte: until } }, { projection: { tenantId: 1, nextEffectAt: 1, awaitedAt: 1 } })
          .sort({ [by]: 1 })
          .limit(limit)
          .toArray();
        return found.map(({ _id: key, tenantId, nextEffectAt = 0, awaitedAt }) => ({
          ...{ key, tenantId, nextEffectAt },
          ...given({ awaitedAt }),
        }));
      }),
    ping: () => ask(async () => void (await db.command({ ping: 1 }))),
    close,
  };
}

/** The record with a key, in the tenant that the key names. */
function at(key: string): { readonly _id: string; readonly tenantId: string } {
  return { _id: key, tenantId: tenantOf(key) };
}

async function ask<R>(question: () => Promise<R>): Promise<R> {
  try {
    return await question();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** A write that does the same when it is repeated; a lost reply, or two who create at once, are met by a second try. */
async function again(command: () => Promise<unknown>): Promise<void> {
  await command().catch((error: unknown) =>
    isOutcomeUnknown(error) || isDuplicate(error) ? ask(command) : Promise.reject(toStoreError(error) as Error),
  );
}

function toDuplicate(error: unknown): WriteResult {
  if (isDuplicate(error)) return 'duplicate';
  throw error;
}

function withoutId(record: AnyRecord): Omit<MongoRecord, '_id'> {
  const { key: _, ...rest } = record;
  return rest;
}

function toStored(record: AnyRecord): MongoRecord {
  return { _id: record.key, ...withoutId(record) };
}

function toRecord({ _id, ...rest }: WithId<MongoRecord>): unknown {
  return { key: _id, ...rest };
}

function toRecords<N extends ShelfName>(found: readonly (WithId<MongoRecord> | null)[]): Shelves[N][] {
  return found.filter((record) => record !== null).map((record) => toRecord(record) as Shelves[N]);
}

/** Effects carry fresh ids, so that what another process wrote is never the same. */
function isSame(stored: WithId<MongoRecord> | null, record: AnyRecord): boolean {
  return stored !== null && isDeepStrictEqual(toRecord(stored), record);
}
