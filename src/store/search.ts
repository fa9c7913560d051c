import type { Query } from '../commands/ports.js';

/** A search that has been checked. Without `sort`, the key alone makes the order, unless any order will do. */
export interface Search {
  readonly terms: readonly Term[];
  readonly sort?: NonNullable<Query['sort']>;
  readonly skip: number;
  readonly limit?: number;
  /** Any that fit will do, in no order; the work ends with the limit. For a single term on an array field. */
  readonly isAny?: true;
  /** Begins behind this place in the order: pages by key cost the same wherever they are. */
  readonly after?: { readonly value: string | number; readonly key: string };
  /** No index has the order: the database gives the records as it finds them, and this process sorts them. */
  readonly anyOrder?: true;
}

/** What is asked of one field, in the three forms that the adapters translate. */
export type Term = { readonly field: string; readonly many: boolean } & (
  | { readonly kind: 'equals'; readonly value: string | number | boolean }
  | { readonly kind: 'in'; readonly values: readonly (string | number)[] }
  /** From `from` on, up to but without `below`; at least one is there. */
  | { readonly kind: 'range'; readonly from?: string | number; readonly below?: string | number }
);
