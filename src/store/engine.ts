import type { CollectionName, NamedKind, SharedValues, WriteResult } from '../commands/ports.js';
import type { OwnShelf, ShelfName, Shelves, WorkField } from './collections.js';
import type { Instant } from '../domain/terms.js';
import type { Search, Term } from './search.js';

/** A record that is due, as an engine finds it. */
export interface DueRecord {
  readonly key: string;
  readonly tenantId: string;
  readonly nextEffectAt: Instant;
  readonly awaitedAt?: Instant;
}

/** The shelves whose records are replaced in the version that was read. */
export type VersionedShelf = CollectionName | Exclude<OwnShelf, 'names'>;

/**
 * What a database has to do; everything that both have in common stands above it. Records come back as they were put
 * in. Where the database does not answer, these throw `StoreUnavailableError`.
 */
export interface Engine {
  /** In any order; what does not exist is left out. */
  get<N extends ShelfName>(shelf: N, keys: readonly string[]): Promise<Shelves[N][]>;
  /** Ties are broken by key, in the direction of the sort; a `limit` is never 0. */
  find<N extends ShelfName>(shelf: N, tenantId: string, search: Search): Promise<Shelves[N][]>;
  /** Counts no further than `atMost`. */
  count(shelf: ShelfName, tenantId: string, terms: readonly Term[], atMost?: number): Promise<number>;
  /** With the record go its name and the claims; `duplicate` where another record has one of them. */
  insert(shelf: ShelfName, record: Shelves[ShelfName], claims?: readonly string[]): Promise<WriteResult>;
  /** Replaces the record where its stored version is `version`, and its name with it. */
  replace(
    shelf: VersionedShelf,
    record: Shelves[VersionedShelf],
    version: number,
    claims?: readonly string[],
  ): Promise<WriteResult>;
  /** Puts an entry of the history in the place of the one with its key; those have no version to compare. */
  amend(entry: Shelves['audit']): Promise<void>;
  /** Removes the record where its stored version is `version`. */
  remove(shelf: Exclude<OwnShelf, 'names'>, key: string, version: number): Promise<WriteResult>;
  /** Of a shelf that the store keeps for itself: records to be looked at by now, of all tenants, the oldest first. */
  overdue<N extends OwnShelf>(shelf: N, now: Instant, limit: number): Promise<Shelves[N][]>;
  /** Makes the name of a record anew, which a write that was interrupted may have left wrong. */
  mendName(of: NamedKind, key: string): Promise<void>;
  /** What a restart may forget where one process alone opens the store, and is kept where several do. */
  passing(tenantId: string): SharedValues;
  /** Whether one process alone has the store open. */
  readonly isAlone: boolean;
  /** The store's own clock: the same for every process that works on it. */
  now(): Instant;
  /** Work of a collection up to a moment, across tenants, the oldest first: timers far away cost nothing. */
  due(shelf: CollectionName, by: WorkField, until: Instant, limit: number): Promise<DueRecord[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
