import type { DirectoryCapability } from '../groups/directory.js';
import type { SettingName, Each } from '../terms.js';

/** What happened to the organisation, told to whom it concerns. */
export type OrganisationNews =
  | { readonly code: 'settingChanged'; readonly setting: SettingName; readonly before: string; readonly after: string }
  | {
      readonly code: 'proposalMade';
      readonly proposalId: string;
      readonly setting: SettingName;
      readonly before: string;
      readonly after: string;
      readonly by: string;
      /** The people whom the value names. */
      readonly people?: readonly string[];
      /** Whom and what it touches. */
      readonly affected?: { readonly people: number; readonly groups: number; readonly requests: number };
    }
  | {
      readonly code: 'proposalWaits';
      readonly setting: SettingName;
      readonly after: string;
      readonly others: readonly string[];
    }
  | {
      readonly code: 'proposalSettled';
      readonly setting: SettingName;
      readonly after: string;
      readonly by: string;
      readonly accepted: boolean;
    }
  | { readonly code: 'proposalReplaced'; readonly setting: SettingName; readonly by: string }
  | { readonly code: 'setUpDone' }
  | { readonly code: 'personForgotten'; readonly person: string }
  /** Reasons that were erased, and requests of theirs. */
  | { readonly code: 'forgettingDone'; readonly reasons: number; readonly records: number }
  /** Work in the directory waits for a permission, or goes on. */
  | Each<
      'permissionMissing' | 'permissionBack',
      { readonly capability: DirectoryCapability; readonly permission: string }
    >
  | Each<'adminAdded' | 'adminRemoved', { readonly person: string }>
  | Each<'youAreAdmin' | 'youAreNoAdmin', { readonly by: string }>;
