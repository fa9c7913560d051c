import type { Condition, Query } from '../commands/ports.js';
import { given } from '../domain/given.js';
import { shelves, type Field, type ShelfName } from './collections.js';
import { isIndexed, orderedBy } from './order.js';
import type { Search, Term } from './search.js';

/** Checks a search against the declared fields; throws where our own code asks for something else. */
export function toSearch(shelf: ShelfName, { where, sort, skip = 0, limit, after }: Query): Search {
  if (sort && fieldOf(shelf, sort.field).many)
    throw new Error(`${shelf} cannot be sorted by '${sort.field}', which is an array.`);
  for (const [name, count] of Object.entries({ skip, limit: limit ?? 0 })) {
    if (!Number.isInteger(count) || count < 0)
      throw new Error(`A search in ${shelf} needs a whole number as its ${name}, not ${count}.`);
  }
  const search = {
    terms: toTerms(shelf, where),
    skip,
    ...given({ sort, limit, after }),
  };
  refuseUnserved(shelf, search);
  return search;
}

function refuseUnserved(shelf: ShelfName, search: Search): void {
  const { terms, sort, skip, limit, after } = search;
  if (after && !sort) throw new Error(`A search in ${shelf} can begin behind a record only in the order of a field.`);
  if (after && terms.some(({ field, kind }) => field === sort?.field && kind !== 'equals'))
    throw new Error(`A search in ${shelf} cannot both have a range of its sort field and begin behind a record.`);
  if (!isIndexed(shelf, terms) && orderedBy(shelf, search) === 'here')
    throw new Error(`No index of ${shelf} leads to ${terms.map(({ field }) => field).join(', ')}.`);
  const isSlice = skip > 0 || after !== undefined || (limit !== undefined && sort !== undefined);
  if (isSlice && orderedBy(shelf, search) === 'here')
    throw new Error(
      `No index of ${shelf} has this order, so that a part of it cannot be asked for: ${JSON.stringify({ terms, sort })}`,
    );
}

/** Checks conditions against the declared fields; throws where our own code asks for something else. */
export function toTerms(shelf: ShelfName, where: Query['where']): Term[] {
  return Object.entries(where).map(([field, condition]) => toTerm(shelf, field, condition));
}

function toTerm(shelf: ShelfName, field: string, condition: Condition): Term {
  const { type, many = false } = fieldOf(shelf, field);
  const term = { field, many, ...toForm(condition) };
  // A value of another type is found by neither adapter, but each would say so differently.
  const stranger = valuesOf(term).find((value) => typeof value !== type);
  if (stranger !== undefined)
    throw new Error(`'${field}' of ${shelf} is a ${type}; it cannot be compared with a ${typeof stranger}.`);
  return term;
}

function toForm(condition: Condition) {
  if (typeof condition !== 'object') return { kind: 'equals', value: condition } as const;
  if ('in' in condition) return { kind: 'in', values: condition.in } as const;
  if ('prefix' in condition) return { kind: 'range', ...prefixRange(condition.prefix) } as const;
  const { gte, lt } = condition;
  if (gte === undefined && lt === undefined) throw new Error('A range needs a beginning or an end.');
  return {
    kind: 'range',
    ...given({ from: gte, below: lt }),
  } as const;
}

function valuesOf(term: Term): readonly (string | number | boolean)[] {
  if (term.kind === 'equals') return [term.value];
  if (term.kind === 'in') return term.values;
  return [term.from, term.below].filter((value) => value !== undefined);
}

function fieldOf(shelf: ShelfName, name: string): Field {
  const { fields } = shelves[shelf];
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field)
    throw new Error(
      `'${name}' is no indexed field of ${shelf}; declare it in store/collections.ts, with its index, or ask another way.`,
    );
  return field;
}

const lastCodePoint = 0x10ffff;

/**
 * The range of all texts that begin with `prefix`, in the order of code points, which is that of both stores. A range
 * needs no escaping and always runs along the index, which a pattern may not.
 */
export function prefixRange(prefix: string): { readonly from: string; readonly below?: string } {
  const points = [...prefix].map((character) => character.codePointAt(0) as number);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return { from: prefix };
  // Half a surrogate pair is no character; the next one behind the gap is.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return { from: prefix, below: String.fromCodePoint(...points, next) };
}
