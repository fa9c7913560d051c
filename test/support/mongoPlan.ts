import { indexesOf } from '../../src/store/mongo/mongoIndexes.js';
import type { ShelfName } from '../../src/store/collections.js';

/** What stands in a filter about one field. */
type Kind = 'equal' | 'list' | 'range';

/**
 * What MongoDB's rule says against a question, held against the declared indexes: equality first, then the sort, then
 * the range. Nothing where an index leads to the records and has them in the order that is asked for. It stands in for
 * `explain`, which the server of the tests does not have.
 */
export function findFault(shelf: ShelfName, filter: object, sort: object): string | undefined {
  const text = JSON.stringify({ filter, sort });
  const forbidden = /"\$(?:where|lookup|regex|expr|text|not|ne|nin|exists)"/.exec(text);
  if (forbidden) return `${forbidden[0]} is in ${text}`;
  const fields = kindsOf(filter);
  if (fields.get('tenantId') !== 'equal') return `no tenant in ${text}`;
  const serves = [...indexesOf(shelf).map(({ key }) => Object.entries(key as Record<string, number>)), [['_id', 1]]];
  const isServed = serves.some((index) => isServedBy(index as [string, number][], fields, Object.entries(sort)));
  return isServed ? undefined : `no index of ${shelf} serves ${text}`;
}

/** The fields of a filter; what stands within `$or` only narrows further what another condition has led to. */
function kindsOf(filter: object): Map<string, Kind> {
  const found = new Map<string, Kind>();
  for (const [field, condition] of Object.entries(filter) as [string, unknown][]) {
    if (field === '$or') continue;
    if (field === '$and') for (const part of condition as object[]) for (const one of kindsOf(part)) found.set(...one);
    else if (typeof condition !== 'object' || condition === null) found.set(field, 'equal');
    else found.set(field, '$in' in condition ? 'list' : 'range');
  }
  return found;
}

function isServedBy(
  index: readonly (readonly [string, number])[],
  fields: ReadonlyMap<string, Kind>,
  sort: readonly (readonly [string, number])[],
): boolean {
  const own = [...fields.keys()].filter((field) => field !== 'tenantId');
  const [first] = index.map(([field]) => field).filter((field) => field !== 'tenantId' && field !== '_id');
  const leads = own.length === 0 || (first !== undefined && fields.has(first));
  if (sort.length === 0 || isUniqueAndEqual(index, fields)) return leads;
  const led = index.findIndex(([field]) => fields.get(field) !== 'equal');
  const rest = index.slice(led < 0 ? index.length : led);
  const wanted = sort.filter(([field]) => fields.get(field) !== 'equal');
  // An index can be followed from either end, but only as a whole.
  const isInOrder = [1, -1].some((direction) =>
    wanted.every(([field, sign], at) => rest[at]?.[0] === field && rest[at]?.[1] === sign * direction),
  );
  return isInOrder && (leads || fields.has(sort[0]?.[0] ?? ''));
}

/** At most one record needs no order. */
function isUniqueAndEqual(index: readonly (readonly [string, number])[], fields: ReadonlyMap<string, Kind>): boolean {
  return index.length === 1 && index[0]?.[0] !== '_id' && fields.get(index[0]?.[0] ?? '') === 'equal';
}
