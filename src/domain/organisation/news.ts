import type { DirectoryCapability } from '../groups/directory.js';
import type { OwnDeed } from '../ownDeed.js';
import type { GroupType, PersonId, SettingName, Each } from '../terms.js';

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
  /** The directory was read in for the first time; so many groups of each kind can be enrolled, or cannot. */
  | {
      readonly code: 'directoryRead';
      readonly people: number;
      readonly m365: number;
      readonly security: number;
      readonly unsupported: number;
    }
  /** So many people are gone in the directory that nothing follows before somebody has looked. */
  | { readonly code: 'peopleBrakeOn'; readonly gone: number; readonly total: number }
  | { readonly code: 'peopleBrakeReleased'; readonly gone: number }
  /** Groups that were read in have been enrolled. */
  | { readonly code: 'knownEnrolled'; readonly of: GroupType; readonly count: number }
  | { readonly code: 'enrolBegun'; readonly of: GroupType; readonly count: number }
  /** Those whom somebody's word could not reach. */
  | { readonly code: 'notReached'; readonly people: readonly string[] }
  /** Work in the directory waits for a permission, or goes on. */
  | Each<
      'permissionMissing' | 'permissionBack',
      { readonly capability: DirectoryCapability; readonly permission: string }
    >
  | Each<'adminAdded' | 'adminRemoved' | 'adminConfirmed', OwnDeed & { readonly person: string }>
  /** One administrator made another alone; whoever reads it can confirm them. */
  | { readonly code: 'adminMade'; readonly person: string; readonly personId: PersonId; readonly by: string }
  /** By the word of whoever runs the bot. */
  | { readonly code: 'adminNamed'; readonly people: readonly string[] }
  | Each<'youAreAdmin' | 'youAreNoAdmin', { readonly by: string }>;
