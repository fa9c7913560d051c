import type { CollectionName, DueWork, Store, WriteResult } from '../commands/ports.js';
import type { Instant } from '../domain/document.js';
import { workShelves, type ShelfName, type Shelves } from './collections.js';
import type { Search, Term } from './query.js';
import { createTenantStore } from './tenantStore.js';

/** A record that is due, as an engine finds it. */
export interface DueRecord {
  readonly key: string;
  readonly tenantId: string;
  readonly nextEffectAt: Instant;
}

/**
 * What a database has to do; everything that both have in common stands above it. Records come back as they were put
 * in. Where the database does not answer, these throw `StoreUnavailableError`.
 */
export interface Engine {
  /** In any order; what does not exist is left out. */
  get<N extends ShelfName>(shelf: N, keys: readonly string[]): Promise<Shelves[N][]>;
  /** Ties are broken by key, ascending; a `limit` is never 0. */
  find<N extends ShelfName>(shelf: N, tenantId: string, search: Search): Promise<Shelves[N][]>;
  count(shelf: ShelfName, tenantId: string, terms: readonly Term[]): Promise<number>;
  insert(shelf: ShelfName, record: Shelves[ShelfName]): Promise<WriteResult>;
  /** Replaces the record where its stored version is `version`. */
  replace(shelf: CollectionName, record: Shelves[CollectionName], version: number): Promise<WriteResult>;
  /** Across tenants, the oldest first. */
  due(shelf: CollectionName, now: Instant, limit: number): Promise<DueRecord[]>;
  earliest(shelf: CollectionName): Promise<Instant | undefined>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store over a database. */
export function createStore(engine: Engine): Store {
  return {
    forTenant: (tenantId) => createTenantStore(engine, tenantId),
    findDueWork: (now, limit) => findDueWork(engine, now, limit),
    async nextDueAt() {
      const moments = await Promise.all(workShelves.map((shelf) => engine.earliest(shelf)));
      return moments.filter((moment) => moment !== undefined).sort((a, b) => a - b)[0];
    },
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

async function findDueWork(engine: Engine, now: Instant, limit: number): Promise<DueWork[]> {
  if (limit === 0) return [];
  const found = await Promise.all(
    workShelves.map(async (collection) =>
      (await engine.due(collection, now, limit)).map((record) => ({ ...record, collection })),
    ),
  );
  const oldest = found
    .flat()
    .sort((a, b) => a.nextEffectAt - b.nextEffectAt)
    .slice(0, limit);
  return oldest.map(({ collection, tenantId, key }) => ({ collection, tenantId, id: key.slice(tenantId.length + 1) }));
}
