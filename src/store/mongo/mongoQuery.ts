import type { Filter, Sort } from 'mongodb';
import type { Search, Term } from '../query.js';

/** A record in MongoDB: its key is the `_id`, everything else stands as it is. */
export interface MongoRecord {
  readonly _id: string;
  readonly tenantId: string;
  readonly version?: number;
  readonly nextEffectAt?: number;
  readonly sweepAt?: number;
}

/** The conditions of a search within a tenant. */
export function toFilter(tenantId: string, terms: readonly Term[]): Filter<MongoRecord> {
  const conditions: Record<string, unknown> = Object.fromEntries(terms.map((term) => [term.field, toCondition(term)]));
  return { ...conditions, tenantId };
}

function toCondition(term: Term): unknown {
  if (term.kind === 'equals') return term.value;
  if (term.kind === 'in') return { $in: term.values };
  const range = {
    ...(term.from === undefined ? {} : { $gte: term.from }),
    ...(term.below === undefined ? {} : { $lt: term.below }),
  };
  // Without $elemMatch, one element may be behind the beginning and another one before the end.
  return term.many ? { $elemMatch: range } : range;
}

/** The order of a search; the key is last, so that pages neither repeat nor leave out a record. */
export function toSort({ sort }: Pick<Search, 'sort'>): Sort {
  return sort ? { [sort.field]: sort.direction === 'asc' ? 1 : -1, _id: 1 } : { _id: 1 };
}
