import type { Db, IndexDescription } from 'mongodb';
import { shelfNames, shelves, timeFieldsOf, type Index, type ShelfName } from '../collections.js';

/** Creates what is missing; does nothing to what is there. */
export async function createIndexes(db: Db): Promise<void> {
  await Promise.all(shelfNames.map((shelf) => db.collection(shelf).createIndexes(indexesOf(shelf))));
}

/**
 * The indexes of a collection. Only plain ones, which every MongoDB and Azure DocumentDB have: no collation, no partial
 * indexes, sparse ones on a single field alone.
 */
export function indexesOf(shelf: ShelfName): IndexDescription[] {
  const declared = shelves[shelf].indexes.map(toDescription(shelf));
  return [...declared, ...timeFieldsOf(shelf).map((time) => ({ key: { [time]: 1 }, sparse: true }))];
}

function toDescription(shelf: ShelfName): (index: Index) => IndexDescription {
  return ({ on, unique }) => {
    const fields = on.map((field) => [field, 1] as const);
    if (unique) return { key: Object.fromEntries(fields), unique: true, sparse: true };
    const isArray = on.some((field) => shelves[shelf].fields[field]?.many);
    // With the key at its end, an index also gives the order among equals.
    return { key: Object.fromEntries([['tenantId', 1], ...fields, ...(isArray ? [] : [['_id', 1] as const])]) };
  };
}
