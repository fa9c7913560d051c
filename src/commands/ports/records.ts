import type { Document } from '../../domain/document.js';
import type { Group } from '../../domain/groups/group.js';
import type { Membership } from '../../domain/members/membership.js';
import type { Person } from '../../domain/organisation/person.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import type { Resource } from '../../domain/resources/resource.js';

/** The collections of documents that carry versions and effects. */
export interface Documents {
  readonly tenants: Tenant;
  readonly people: Person;
  readonly groups: Group;
  readonly resources: Resource;
  readonly memberships: Membership;
  readonly requests: MembershipRequest;
}

/** The name of a collection. */
export type CollectionName = keyof Documents;

/** What a query may ask of one indexed field; several fields are joined by "and". */
export type Condition =
  | string
  | number
  | boolean
  | { readonly in: readonly (string | number)[] }
  | { readonly gte?: string | number; readonly lt?: string | number }
  | { readonly prefix: string };

/** A search in one collection; only fields that the collection declares as indexed may be asked (`store/collections.ts`). */
export interface Query {
  /** An array field matches when any of its elements does. */
  readonly where: Readonly<Record<string, Condition>>;
  /** Ties are broken by key, in the same direction. */
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  readonly skip?: number;
  readonly limit?: number;
  /** Begins behind the record that has this value in the field of `sort`, and this key. */
  readonly after?: { readonly value: string | number; readonly key: string };
}

/** Reads of one collection, within one tenant. Ids are the part of the key behind the tenant. */
export interface Reader<D extends Document> {
  get(id: string): Promise<D | undefined>;
  /** In the order asked for; what does not exist is left out. */
  getMany(ids: readonly string[]): Promise<D[]>;
  find(query: Query): Promise<D[]>;
  count(where: Query['where']): Promise<number>;
}

/**
 * How a write ended. `conflict`: the record is not in the version that was read (or is gone). `duplicate`: a unique
 * key is taken, by another record or by this one.
 */
export type WriteResult = 'written' | 'conflict' | 'duplicate';
