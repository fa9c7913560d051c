import type { SettingName } from '../terms.js';
import type { PersonView } from '../personView.js';

/** How the product says no about the organisation. */
export type OrganisationRefusal =
  /** S49: settings, blocks and lists of access. */
  | { readonly code: 'admins_only'; readonly admins: readonly PersonView[] }
  | { readonly code: 'last_admin' }
  /** F59: there is nobody who could confirm. */
  | { readonly code: 'second_admin_needed'; readonly setting: SettingName }
  | { readonly code: 'own_proposal'; readonly setting: SettingName; readonly others: readonly PersonView[] }
  | { readonly code: 'proposal_gone' }
  | { readonly code: 'setting_value_unknown'; readonly setting: SettingName };
