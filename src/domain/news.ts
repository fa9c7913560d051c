import type { GroupType, JoinRule, UnsupportedKind } from './groups/group.js';
import type { Instant } from './document.js';
import type { SettingName } from './organisation/settings.js';

/** What somebody is in a group. */
export type GroupRole = 'owner' | 'manager' | 'member';

/** How one person of several came out. */
export type AddResult = 'added' | 'alreadyMember' | 'isOwner' | 'blocked' | 'notFound' | 'unclear' | 'repeated';

/** What a line of a list of groups came to, or would. */
export interface EnrolResult {
  readonly name: string;
  /** `unsupported` is taken in, too, so that whoever asks for it reads why self-service cannot help. */
  readonly result: 'enrolled' | 'unsupported' | 'alreadyHere' | 'repeated' | 'badName' | 'noKind';
  readonly groupType?: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  readonly joinRule?: JoinRule;
  readonly owners?: readonly string[];
  /** Owners that were named and are not known here. */
  readonly unknownOwners?: readonly string[];
}

/** What can be changed about a group. */
export type GroupField =
  'name' | 'description' | 'joinRule' | 'listed' | 'justification' | 'longestMembership' | 'asked';

/** One notice for each of several codes, with the same beside it. */
type Each<C extends string, T> = { readonly [K in C]: { readonly code: K } & T }[C];

/**
 * Something that happened, told to whoever did it or to others whom it concerns. Names are kept as they were at that
 * moment; an outbox effect carries a notice as it is.
 */
export type Notice =
  | { readonly code: 'settingChanged'; readonly setting: SettingName; readonly before: string; readonly after: string }
  | {
      readonly code: 'proposalMade';
      readonly proposalId: string;
      readonly setting: SettingName;
      readonly before: string;
      readonly after: string;
      readonly by: string;
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
  | Each<'adminAdded' | 'adminRemoved', { readonly person: string }>
  | Each<'youAreAdmin' | 'youAreNoAdmin', { readonly by: string }>
  | {
      readonly code: 'groupCreated';
      readonly group: string;
      readonly groupId: string;
      readonly groupType: GroupType;
      readonly joinRule: JoinRule;
    }
  | { readonly code: 'groupsEnrolled'; readonly results: readonly EnrolResult[] }
  | {
      readonly code: 'groupChanged';
      readonly group: string;
      readonly groupId: string;
      readonly field: GroupField;
      readonly before: string;
      readonly after: string;
      readonly waiting: number;
    }
  | {
      readonly code: 'requestSuperseded';
      readonly group: string;
      readonly groupId: string;
      readonly requestId: string;
      readonly why: 'ownersOnly' | 'open' | 'deleted';
    }
  | { readonly code: 'groupDeleted'; readonly group: string; readonly members: number }
  | { readonly code: 'groupIsGone'; readonly group: string; readonly by: string }
  | { readonly code: 'groupTransferred'; readonly group: string; readonly groupId: string; readonly person: string }
  | { readonly code: 'ownerless'; readonly group: string; readonly groupId: string; readonly by: string }
  | { readonly code: 'claimSent'; readonly group: string; readonly groupId: string }
  | {
      readonly code: 'claimAsked';
      readonly group: string;
      readonly groupId: string;
      readonly personId: string;
      readonly person: string;
    }
  | {
      readonly code: 'claimSettled';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly accepted: boolean;
      readonly by: string;
    }
  | { readonly code: 'claimRefused'; readonly group: string; readonly groupId: string; readonly by: string }
  | {
      readonly code: 'membersAdded';
      readonly group: string;
      readonly groupId: string;
      readonly results: readonly { readonly name: string; readonly result: AddResult }[];
      readonly until?: Instant;
    }
  | {
      readonly code: 'youWereAdded';
      readonly group: string;
      readonly groupId: string;
      readonly by: string;
      readonly until?: Instant;
      readonly reason?: string;
    }
  | { readonly code: 'memberRemoved'; readonly group: string; readonly groupId: string; readonly person: string }
  | { readonly code: 'youWereRemoved'; readonly group: string; readonly by: string; readonly reason?: string }
  | {
      readonly code: 'roleChanged';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly role: GroupRole;
      readonly before: GroupRole | 'none';
    }
  | {
      readonly code: 'yourRole';
      readonly group: string;
      readonly groupId: string;
      readonly role: GroupRole;
      readonly before: GroupRole | 'none';
      readonly by: string;
    }
  | { readonly code: 'resourceAdded'; readonly resource: string; readonly owner: string }
  | Each<
      'granted' | 'ungranted',
      { readonly resource: string; readonly group: string; readonly groupId: string; readonly members: number }
    >
  | Each<
      'grantTold' | 'ungrantTold',
      { readonly resource: string; readonly group: string; readonly groupId: string; readonly by: string }
    >
  | Each<'accessBlocked' | 'accessUnblocked', { readonly resource: string; readonly person: string }>
  | Each<
      'youWereBlocked' | 'youWereUnblocked',
      { readonly resource: string; readonly by: string; readonly reason?: string }
    >
  | {
      readonly code: 'memberBlocked';
      readonly resource: string;
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly by: string;
    }
  | { readonly code: 'delegated'; readonly person: string; readonly until?: Instant; readonly group?: string }
  | { readonly code: 'youStandIn'; readonly person: string; readonly until?: Instant; readonly group?: string }
  | { readonly code: 'delegationEnded'; readonly count: number }
  | { readonly code: 'auditVerified'; readonly entries: number; readonly hash: string }
  | { readonly code: 'auditBroken'; readonly sequence: number; readonly problem: string }
  | { readonly code: 'fileReady'; readonly fileName: string; readonly rows: number; readonly url: string };

/** One kind of notice. */
export type NoticeOf<C extends Notice['code']> = Extract<Notice, { code: C }>;
