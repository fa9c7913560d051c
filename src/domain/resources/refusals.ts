import type { PersonView } from '../personView.js';

/** How the product says no about resources. */
export type ResourceRefusal =
  /** A known application or site that no group opens (yet). */
  | { readonly code: 'nothing_unlocks'; readonly resource: string; readonly admins: readonly PersonView[] }
  | { readonly code: 'resource_not_found'; readonly typed: string }
  /** S42: a veto over oneself, or over whom one speaks for. */
  | {
      readonly code: 'own_block';
      readonly resource: string;
      readonly person: string;
      readonly admins: readonly PersonView[];
    }
  | { readonly code: 'not_resource_owner'; readonly resource: string; readonly owners: readonly PersonView[] };
