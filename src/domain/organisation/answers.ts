import type { Page } from '../page.js';
import type { SettingRow } from '../views.js';
import type { PersonView } from '../personView.js';
import type { DirectoryCapability } from '../groups/directory.js';
import type { Instant, PersonId, SettingName } from '../terms.js';
import type { OrganisationNews } from './news.js';

/** What a command about the organisation can answer. */
export type OrganisationOutcome =
  /** The first administrator of an organisation that nobody has set up yet (Q3). */
  | { readonly kind: 'setUpNeeded' }
  /** A "yes" that does not say to what: the one proposal that waits. */
  | { readonly kind: 'proposalNeeded'; readonly proposal: Extract<OrganisationNews, { code: 'proposalMade' }> }
  | {
      readonly kind: 'settingFormNeeded';
      readonly setting: SettingName;
      readonly value: string;
      readonly people: readonly PersonView[];
      /** The client can look people up in the directory. */
      readonly hasPicker?: true;
    };

/** What is asked before an organisation's change. */
export type OrganisationQuestion =
  | {
      readonly code: 'changeSetting';
      readonly setting: SettingName;
      readonly before: string;
      readonly after: string;
      readonly people: readonly PersonView[];
      readonly affected: { readonly people: number; readonly groups: number; readonly requests: number };
      readonly confirmers?: readonly string[];
    }
  /** `confirmsFor`: they are one already, by that one's word alone. */
  | {
      readonly code: 'changeAdmin';
      readonly person: PersonView;
      readonly is: boolean;
      readonly isOwn?: true;
      readonly confirmsFor?: string;
    }
  | {
      readonly code: 'forgetPerson';
      readonly person: PersonView;
      /** That they made, and groups that they are in. */
      readonly requests: number;
      readonly memberships: number;
    };

/** How the bot is, as far as its process knows. */
export interface BotStatus {
  readonly version: string;
  readonly startedAt: Instant;
  readonly store: 'embedded' | 'mongodb';
  readonly directory: 'ledger' | 'entra';
  /** For how long the oldest work has been due; absent where nothing is. */
  readonly overdueMs?: number;
  /** Effects that were given up since the start. */
  readonly givenUp: number;
  /** The last one that the bot's own program made. */
  readonly lastBackupAt?: Instant;
}

/** How far a reading of the directory is. */
export interface DirectoryReading {
  readonly of: 'people' | 'groups';
  readonly phase: 'first' | 'again' | 'following';
  readonly read: number;
  readonly doneAt?: Instant;
  readonly trouble?: 'permission' | 'noAnswer';
}

/** What is listed of the organisation. */
export type OrganisationTable =
  | { readonly code: 'settings'; readonly rows: readonly SettingRow[]; readonly page: Page }
  | {
      readonly code: 'admins';
      readonly people: readonly PersonView[];
      /** Those whom one other made alone, by whose word. */
      readonly unconfirmed: readonly { readonly id: PersonId; readonly by: string }[];
      /** Those who never turned up. */
      readonly absentIds: readonly PersonId[];
    }
  | ({ readonly code: 'botStatus' } & BotStatus)
  | {
      readonly code: 'directory';
      /** Absent where the bot's own records are the directory. */
      readonly entra?: {
        readonly writes: boolean;
        readonly isDown: boolean;
        /** How far the readings are; those that have not begun are left out. */
        readonly readings: readonly DirectoryReading[];
        /** Groups that were read in and are not enrolled. */
        readonly known: { readonly m365: number; readonly security: number; readonly unsupported: number };
        /** So many people are gone that nothing follows before somebody has looked. */
        readonly brake?: { readonly gone: number; readonly total: number };
      };
      readonly permissions: readonly {
        readonly capability: DirectoryCapability;
        readonly permission: string;
        readonly isGranted: boolean;
      }[];
    };
