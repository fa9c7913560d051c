import type { Filter, Sort } from 'mongodb';
import type { Search, Term } from '../search.js';
import { given } from '../../domain/given.js';

/** A record in MongoDB: its key is the `_id`, everything else stands as it is. */
export interface MongoRecord {
  readonly _id: string;
  readonly tenantId: string;
  readonly version?: number;
  readonly nextEffectAt?: number;
  readonly awaitedAt?: number;
  readonly sweepAt?: number;
}

/** The conditions of a search within a tenant. */
export function toFilter(
  tenantId: string,
  terms: readonly Term[],
  { sort, after }: Pick<Search, 'sort' | 'after'> = {},
): Filter<MongoRecord> {
  const conditions: Record<string, unknown> = Object.fromEntries(terms.map((term) => [term.field, toCondition(term)]));
  if (!sort || !after) return { ...conditions, tenantId };
  const [beyond, from] = sort.direction === 'asc' ? ['$gt', '$gte'] : ['$lt', '$lte'];
  const { value, key } = after;
  // The range is for the index, and the rest for the records that have the value themselves.
  const behind = [{ [sort.field]: { [beyond]: value } }, { [sort.field]: value, _id: { [beyond]: key } }];
  return {
    ...conditions,
    tenantId,
    $and: [{ [sort.field]: { [from]: value } }, { $or: behind }],
  };
}

function toCondition(term: Term): unknown {
  if (term.kind === 'equals') return term.value;
  if (term.kind === 'in') return { $in: term.values };
  const range = given({ $gte: term.from, $lt: term.below });
  // Without $elemMatch, one element may be behind the beginning and another one before the end.
  return term.many ? { $elemMatch: range } : range;
}

/**
 * The order of a search; the key is last, so that pages neither repeat nor leave out a record, and in the same
 * direction, so that an index can be followed either way.
 */
export function toSort({ sort, anyOrder }: Pick<Search, 'sort' | 'anyOrder'>): Sort {
  if (anyOrder) return {};
  const direction = sort?.direction === 'desc' ? -1 : 1;
  return sort ? { [sort.field]: direction, _id: direction } : { _id: 1 };
}
