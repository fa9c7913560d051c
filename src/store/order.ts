import { shelves, type Index, type ShelfName } from './collections.js';
import type { Search, Term } from './search.js';

/**
 * How a search is carried out. `index`: the database follows an index that has the order already. `here`: no index has
 * it, so the database is asked in any order and the few records are sorted by this process; only for searches without a
 * limit, which read them all anyway. `nobody`: there is one record at most.
 */
export type OrderedBy = 'index' | 'here' | 'nobody';

/** Who puts the records of a search in order. A database is never asked for a sort that no index serves. */
export function orderedBy(shelf: ShelfName, search: Pick<Search, 'terms' | 'sort'>): OrderedBy {
  const { terms } = search;
  if (terms.some((term) => term.kind === 'equals' && isUnique(shelf, term.field))) return 'nobody';
  return shelves[shelf].indexes.some((index) => hasOrder(shelf, index, search)) ? 'index' : 'here';
}

/** Whether some index leads to what the terms ask for, whatever its order: at least its first field is asked for. */
export function isIndexed(shelf: ShelfName, terms: readonly Term[]): boolean {
  const asked = new Set(terms.map(({ field }) => field));
  return shelves[shelf].indexes.some(
    ({ on: [first] }) => terms.length === 0 || (first !== undefined && asked.has(first)),
  );
}

/** Equality first, then the order; a range may only be on the field of the order. The key is the end of every index. */
function hasOrder(shelf: ShelfName, { on, unique }: Index, { terms, sort }: Pick<Search, 'terms' | 'sort'>): boolean {
  if (unique || on.some((field) => shelves[shelf].fields[field]?.many)) return false;
  const equal = new Set(terms.filter(({ kind, many }) => kind === 'equals' && !many).map(({ field }) => field));
  const led = on.findIndex((field) => !equal.has(field));
  const [prefix, rest] = led < 0 ? [on, []] : [on.slice(0, led), on.slice(led)];
  const isOrdered = !sort || equal.has(sort.field) ? rest.length === 0 : rest.length === 1 && rest[0] === sort.field;
  const isNarrowed = prefix.length > 0 || terms.length === 0 || terms.some(({ field }) => field === rest[0]);
  return isOrdered && isNarrowed;
}

function isUnique(shelf: ShelfName, field: string): boolean {
  return shelves[shelf].indexes.some(({ on, unique }) => unique && on[0] === field);
}

/** Records in the order of a search; ties go by key, in the same direction. A missing field stands before every value. */
export function sortHere<R extends { readonly key: string }>(records: readonly R[], sort: Search['sort']): R[] {
  const sign = sort?.direction === 'desc' ? -1 : 1;
  const valueOf = (record: R): unknown =>
    sort ? (record as Readonly<Record<string, unknown>>)[sort.field] : undefined;
  return [...records].sort((a, b) => sign * (compare(valueOf(a), valueOf(b)) || compare(a.key, b.key)));
}

/** Texts by code point, as the databases do; JavaScript's own order differs above U+D7FF. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return (a as number) < (b as number) ? -1 : 1;
}
