import { isDeepStrictEqual } from 'node:util';
import type { CollectionName, Documents } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import { nameClaimsOf } from './claims.js';
import { entryOf, isNamed, type StoredName } from './entries.js';

/** What a write of a record means for its name: each adapter carries it out in its own order. */
export interface NamePlan {
  /** To be saved; absent where the record has no live name any more, or has the same entry as before. */
  readonly entry?: StoredName;
  /** Keys of entries that go. */
  readonly dropped: readonly string[];
  /** Keys of the claims that it gives up with its former name. */
  readonly released: readonly string[];
}

type Record = Documents[CollectionName];

/** The plan for a write; nothing where the name and what goes with it stay as they are. */
export function planNames(collection: CollectionName, before: Record | undefined, after: Record): NamePlan | undefined {
  if (!isNamed(collection)) return undefined;
  const had = before && entryOf(collection, before as Documents[typeof collection]);
  const entry = entryOf(collection, after as Documents[typeof collection]);
  if (isDeepStrictEqual(had, entry)) return undefined;
  const [held, needed] = [nameClaimsOf(collection, before), nameClaimsOf(collection, after)];
  return {
    ...given({ entry }),
    dropped: had && had.key !== entry?.key ? [had.key] : [],
    released: held.filter((key) => !needed.includes(key)),
  };
}
