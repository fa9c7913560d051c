import type { Instant } from '../terms.js';

/** What happened to delegations, told to whom it concerns. */
export type DelegationNews =
  | { readonly code: 'delegated'; readonly person: string; readonly until?: Instant; readonly group?: string }
  | { readonly code: 'youStandIn'; readonly person: string; readonly until?: Instant; readonly group?: string }
  | { readonly code: 'delegationEnded'; readonly count: number };
