import type { NamePlace } from '../../domain/page.js';
import type { PersonId } from '../../domain/terms.js';

/** The collections whose records have names that people type. */
export type NamedKind = 'groups' | 'resources' | 'people';

/** A live name, as the store keeps it beside the record that has it; whoever acts on it reads the record. */
export interface NameEntry {
  readonly of: NamedKind;
  /** Of the record. */
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  /** Of groups alone, as the next one. */
  readonly isListed?: boolean;
  /** The owners and membership managers. */
  readonly runnerIds?: readonly PersonId[];
}

/** Among which names to look. */
export interface NameScope {
  readonly of: readonly NamedKind[];
  /** Which groups count that are not listed: every one, or those that a person runs and those with these ids. */
  readonly hidden: 'all' | { readonly runBy: PersonId; readonly ids: readonly string[] };
}

/** Which part of a list of names: what stands behind or before a place, or what is left after so many. */
export interface NamePageWish {
  readonly words: string;
  readonly skip: number;
  readonly limit: number;
  readonly after?: NamePlace;
  readonly before?: NamePlace;
}

/** A page of a list of names, in the order of the names. */
export interface NamePage {
  readonly entries: readonly NameEntry[];
  /** How many there are in all; `mostCounted` stands for so many or more. */
  readonly total: number;
  /** Whether the list goes on: behind the last entry, or before the first one where it was read backwards. */
  readonly hasMore: boolean;
}

/**
 * Finds records by what people call them. Names are found at once after the write that made them, on every instance;
 * what an answer costs does not depend on how many names there are.
 */
export interface Names {
  /** The entries with these keys (`toNameKey`), of any record; at most 50 for each. */
  exact(keys: readonly string[], of: readonly NamedKind[]): Promise<readonly NameEntry[]>;
  /** Entries that come near one of the texts (`resolveName` says how near), the best for each text and kind first; at most `limit`. */
  near(texts: readonly string[], scope: NameScope, limit: number): Promise<readonly NameEntry[]>;
  /** The names in scope, or those that have, in the name or what the record is about, words beginning like these. */
  page(scope: NameScope, at: NamePageWish): Promise<NamePage>;
  /**
   * The groups whose names differ from this one, but only by characters that look the same; of those that are not
   * listed, every one or those that a person runs.
   */
  lookalikes(name: string, hidden: 'all' | { readonly runBy: PersonId }): Promise<readonly NameEntry[]>;
  /** The groups without an owner. */
  ownerless(at: Omit<NamePageWish, 'words'>): Promise<NamePage>;
  /** The entries of these records, in any order. */
  ofRecords(of: NamedKind, ids: readonly string[]): Promise<readonly NameEntry[]>;
}
