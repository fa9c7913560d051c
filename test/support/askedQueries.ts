import type { CollectionName, Condition, Query } from '../../src/commands/ports.js';

/** One example of each kind of question that this run of the tests has asked of a store. */
export const askedQueries = new Map<string, readonly [CollectionName, Query]>();

/** Keeps a question, if none of its kind has been asked so far. */
export function noteQuery(collection: CollectionName, query: Query): void {
  const kinds = Object.entries(query.where).map(([field, condition]) => `${field} ${kindOf(condition)}`);
  const { sort, limit, skip, after } = query;
  const shape = [
    collection,
    ...kinds.sort(),
    sort ? `by ${sort.field} ${sort.direction}` : '',
    limit === undefined ? '' : 'limited',
    skip ? 'skipping' : '',
    after ? 'behind' : '',
  ].join(', ');
  if (!askedQueries.has(shape)) askedQueries.set(shape, [collection, query]);
}

function kindOf(condition: Condition): string {
  return typeof condition === 'object' ? Object.keys(condition).sort().join('+') : 'equals';
}
