import type { PersonView } from '../personView.js';

/** How the product says no about resources. */
export type ResourceRefusal =
  /** A known application or site that no group opens (yet). */
  | { readonly code: 'nothing_unlocks'; readonly resource: string; readonly admins: readonly PersonView[] }
  /** Q16: only administrators add resources here. */
  | { readonly code: 'adding_switched_off'; readonly admins: readonly PersonView[] }
  /** Q16: somebody else's resource is added by administrators. */
  | { readonly code: 'only_own_resource'; readonly admins: readonly PersonView[] }
  | { readonly code: 'resource_not_found'; readonly typed: string }
  /** S42: a veto over oneself, or over whom one speaks for. */
  | {
      readonly code: 'own_block';
      readonly resource: string;
      readonly person: string;
      readonly admins: readonly PersonView[];
    }
  | { readonly code: 'not_resource_owner'; readonly resource: string; readonly owners: readonly PersonView[] }
  /** Who may rename or remove it. */
  | { readonly code: 'resource_not_yours'; readonly resource: string; readonly owners: readonly PersonView[] }
  /** A veto would go with it; `admins`: those who may lift it. */
  | { readonly code: 'resource_has_blocks'; readonly resource: string; readonly admins: readonly PersonView[] };
