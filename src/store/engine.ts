import type { CollectionName, WriteResult } from '../commands/ports.js';
import { type ShelfName, type Shelves } from './collections.js';
import type { Search, Term } from './query.js';
import type { Instant } from '../domain/terms.js';

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
