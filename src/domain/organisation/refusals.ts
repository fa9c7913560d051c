import type { LimitName } from './limits.js';
import type { Instant, SettingName } from '../terms.js';
import type { PersonView } from '../personView.js';

/** How the product says no about the organisation. */
export type OrganisationRefusal =
  /** More than one person may do in a while, or at the same time; `until`: when they can go on. */
  | {
      readonly code: 'too_many';
      readonly of: LimitName;
      readonly most: number;
      readonly until?: Instant;
    }
  /** S49: settings, blocks and lists of access. */
  | { readonly code: 'admins_only'; readonly admins: readonly PersonView[] }
  | { readonly code: 'last_admin' }
  /** F69: somebody who still acts for others is not forgotten. */
  | { readonly code: 'still_admin'; readonly person: string }
  | { readonly code: 'still_owner'; readonly person: string; readonly groups: readonly string[] }
  /** F59: there is nobody who could confirm. */
  | {
      readonly code: 'second_admin_needed';
      readonly setting: SettingName;
      /** Administrators who speak for the same one until another has confirmed them. */
      readonly unconfirmed?: readonly string[];
      /** Whoever is added counts at once. */
      readonly trustsNew?: true;
    }
  /** F59: one of the two speaks for the other. */
  | { readonly code: 'not_second_admin'; readonly setting: SettingName; readonly others: readonly PersonView[] }
  | { readonly code: 'cannot_confirm_admin'; readonly person: string; readonly others: readonly PersonView[] }
  /** Q17: a role in the directory makes them one. */
  | { readonly code: 'admin_by_role'; readonly person: string }
  | { readonly code: 'own_proposal'; readonly setting: SettingName; readonly others: readonly PersonView[] }
  | { readonly code: 'proposal_gone' }
  /** Nobody told the bot where browsers reach it, so a link would lead to the reader's own machine. */
  | { readonly code: 'export_address_missing' }
  | { readonly code: 'setting_value_unknown'; readonly setting: SettingName };
