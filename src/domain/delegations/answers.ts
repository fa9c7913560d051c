import type { DelegationRow } from '../views.js';

/** What is listed of delegations. */
export type DelegationTable = {
  readonly code: 'delegations';
  readonly given: readonly DelegationRow[];
  readonly received: readonly DelegationRow[];
};
