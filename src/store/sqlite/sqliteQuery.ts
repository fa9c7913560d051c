import type { ShelfName } from '../collections.js';
import { elementsOf } from './sqliteSchema.js';
import type { Search, Term } from '../search.js';

/** A statement and the values for its question marks; equal questions give equal texts, so that each is prepared once. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** The search for records, as their JSON texts. */
export function toSelect(
  shelf: ShelfName,
  tenantId: string,
  { terms, sort, skip, limit, after, anyOrder, isAny }: Search,
): Sql {
  const [only] = terms;
  if (isAny && only && limit !== undefined) return toAny(shelf, tenantId, only, limit);
  const { text, values } = toCondition(shelf, tenantId, terms);
  const order = sort ? `"${sort.field}" ${sort.direction}, key ${sort.direction}` : 'key';
  const place = sort && after ? ` AND ("${sort.field}", key) ${sort.direction === 'asc' ? '>' : '<'} (?, ?)` : '';
  // In SQLite a limit of -1 is none.
  const slice =
    limit === undefined && skip === 0
      ? { text: '', values: [] }
      : { text: ' LIMIT ? OFFSET ?', values: [limit ?? -1, skip] };
  return {
    text: `SELECT body FROM "${shelf}" WHERE ${text}${place}${anyOrder ? '' : ` ORDER BY ${order}`}${slice.text}`,
    values: [...values, ...(place && after ? [after.value, after.key] : []), ...slice.values],
  };
}

/** The limit stands with the elements, so that a value which a million records share costs no more than a few. */
function toAny(shelf: ShelfName, tenantId: string, term: Term, limit: number): Sql {
  const { text, values } = toComparison('value', term);
  const elements = `SELECT key FROM ${elementsOf(shelf, term.field)} WHERE tenantId = ? AND ${text} LIMIT ?`;
  return { text: `SELECT body FROM "${shelf}" WHERE key IN (${elements})`, values: [tenantId, ...values, limit] };
}

/** How many records a search finds, counting no further than `atMost`. */
export function toCount(shelf: ShelfName, tenantId: string, terms: readonly Term[], atMost?: number): Sql {
  const { text, values } = toCondition(shelf, tenantId, terms);
  if (atMost === undefined) return { text: `SELECT count(*) FROM "${shelf}" WHERE ${text}`, values };
  return {
    text: `SELECT count(*) FROM (SELECT 1 FROM "${shelf}" WHERE ${text} LIMIT ?)`,
    values: [...values, atMost],
  };
}

function toCondition(shelf: ShelfName, tenantId: string, terms: readonly Term[]): Sql {
  // The plus keeps the planner from walking through the whole tenant where an array narrows it down better.
  const tenant = terms.some(({ many }) => many) ? '+tenantId = ?' : 'tenantId = ?';
  const parts = terms.map((term) =>
    term.many ? toElementCondition(shelf, tenantId, term) : toComparison(`"${term.field}"`, term),
  );
  return {
    text: [tenant, ...parts.map(({ text }) => text)].join(' AND '),
    values: [tenantId, ...parts.flatMap(({ values }) => values)],
  };
}

function toElementCondition(shelf: ShelfName, tenantId: string, term: Term): Sql {
  const { text, values } = toComparison('value', term);
  return {
    text: `key IN (SELECT key FROM ${elementsOf(shelf, term.field)} WHERE tenantId = ? AND ${text})`,
    values: [tenantId, ...values],
  };
}

function toComparison(column: string, term: Term): Sql {
  // JSON's true is SQLite's 1.
  if (term.kind === 'equals')
    return { text: `${column} = ?`, values: [typeof term.value === 'boolean' ? Number(term.value) : term.value] };
  // A list of any length is one value, so that it stays one statement.
  if (term.kind === 'in')
    return { text: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(term.values)] };
  const bounds = [
    { text: `${column} >= ?`, value: term.from },
    { text: `${column} < ?`, value: term.below },
  ].filter((bound): bound is { text: string; value: string | number } => bound.value !== undefined);
  return { text: bounds.map(({ text }) => text).join(' AND '), values: bounds.map(({ value }) => value) };
}
