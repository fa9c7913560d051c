import { isDeepStrictEqual } from 'node:util';
import type { Collection, Db, WithId } from 'mongodb';
import type { WriteResult } from '../../commands/ports.js';
import type { ShelfName, Shelves } from '../collections.js';
import type { Engine } from '../engine.js';
import { isDuplicate, toStoreError, writeSurely } from './mongoErrors.js';
import { toFilter, toSort, type MongoRecord } from './mongoQuery.js';

type AnyRecord = Shelves[ShelfName];

/** The production database. Each write is one command on one document, so nothing needs a transaction. */
export function createMongoEngine(db: Db, close: () => Promise<void>): Engine {
  const on = (shelf: ShelfName): Collection<MongoRecord> => db.collection(shelf);

  async function write(shelf: ShelfName, record: AnyRecord, command: () => Promise<WriteResult>): Promise<WriteResult> {
    const attempt = () => command().catch(toDuplicate);
    return writeSurely(attempt, async () => isSame(await on(shelf).findOne({ _id: record.key }), record));
  }

  return {
    get: (shelf, keys) =>
      ask(async () =>
        keys.length === 1
          ? toRecords<typeof shelf>([await on(shelf).findOne({ _id: keys[0] as string })])
          : toRecords<typeof shelf>(
              await on(shelf)
                .find({ _id: { $in: [...keys] } })
                .toArray(),
            ),
      ),
    find: (shelf, tenantId, search) =>
      ask(async () => {
        const found = on(shelf).find(toFilter(tenantId, search.terms)).sort(toSort(search)).skip(search.skip);
        return toRecords<typeof shelf>(
          await (search.limit === undefined ? found : found.limit(search.limit)).toArray(),
        );
      }),
    count: (shelf, tenantId, terms) => ask(() => on(shelf).countDocuments(toFilter(tenantId, terms))),
    insert: (shelf, record) =>
      write(shelf, record, async () => {
        await on(shelf).insertOne(toStored(record));
        return 'written';
      }),
    replace: (shelf, record, version) =>
      write(shelf, record, async () =>
        (await on(shelf).replaceOne({ _id: record.key, version }, withoutId(record))).matchedCount === 1
          ? 'written'
          : 'conflict',
      ),
    due: (shelf, now, limit) =>
      ask(async () => {
        // The beginning of the range leaves out what has no work, as the sparse index does.
        const found = await on(shelf)
          .find({ nextEffectAt: { $gte: 0, $lte: now } }, { projection: { tenantId: 1, nextEffectAt: 1 } })
          .sort({ nextEffectAt: 1, _id: 1 })
          .limit(limit)
          .toArray();
        return found.map(({ _id, tenantId, nextEffectAt = 0 }) => ({ key: _id, tenantId, nextEffectAt }));
      }),
    earliest: (shelf) =>
      ask(
        async () =>
          (
            await on(shelf)
              .find({ nextEffectAt: { $gte: 0 } }, { projection: { nextEffectAt: 1 } })
              .sort({ nextEffectAt: 1 })
              .limit(1)
              .next()
          )?.nextEffectAt,
      ),
    ping: () => ask(async () => void (await db.command({ ping: 1 }))),
    close,
  };
}

async function ask<R>(question: () => Promise<R>): Promise<R> {
  try {
    return await question();
  } catch (error) {
    throw toStoreError(error);
  }
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
