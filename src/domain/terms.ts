/** A moment, in milliseconds since 1970 (UTC). */
export type Instant = number;

/** An Entra object id (lower-case UUID). */
export type PersonId = string;

/** The kinds of group that self-service can manage; `m365` is what the requirements call an Office 365 group. */
export type GroupType = 'security' | 'm365';

/** Why self-service refuses a group before anything else is asked (S9, S10, F39, F74). */
export type UnsupportedKind =
  | 'mailEnabledSecurity'
  | 'distributionList'
  | 'dynamic'
  | 'onPremSynced'
  | 'roleAssignable'
  /** Under restricted management: only certain administrators may change it. */
  | 'restricted'
  /** Of no kind that we know. */
  | 'unknownKind';

/** How people get in; Graph's `visibility` knows only two of the three, so this field decides (F3). */
export type JoinRule = 'open' | 'ownerApproval' | 'ownersOnly';

/** Whether people must say why they want in (F8). */
export type JustificationRule = 'off' | 'optional' | 'required';

/** What somebody is in a group. */
export type GroupRole = 'owner' | 'manager' | 'member';

/** What can be changed about a group. */
export const groupFields = [
  'name',
  'description',
  'joinRule',
  'listed',
  'justification',
  'longestMembership',
  'asked',
  'drift',
] as const;

/** One thing that can be changed about a group. */
export type GroupField = (typeof groupFields)[number];

/** How long somebody asks to be in: days or minutes that are counted from the approval (F52), or a last moment. */
export type Duration =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'until'; readonly until: Instant };

/** Expiry and withdrawal are not denials; `superseded` means the question went away. */
export type RequestStatus = 'pending' | 'approved' | 'denied' | 'withdrawn' | 'expired' | 'superseded';

/** The licence that requests and approvals need (S79–S84). */
export type Licence = 'none' | 'P1' | 'P2';

/** What administrators can set: A–E with its twin, the licence, and the guardrails. */
export const settingNames = [
  'ownersManageRequests',
  'restrictGroupAccess',
  'usersCreateSecurityGroups',
  'usersCreateM365Groups',
  'usersAddResources',
  'ownersAssignOwnersSecurity',
  'ownersAssignOwnersM365',
  'licence',
  'licensedPeople',
  'leastJoinRule',
  'longestMembership',
  'justificationFloor',
  'namePrefix',
  'blockedWords',
  'messagesPerMinute',
  'openRequests',
  'groupsPerDay',
  'unknownNames',
  'reasonsKept',
  'adminsConfirmed',
  'leaversOut',
  'volunteerDays',
] as const;

/** The name of a setting. */
export type SettingName = (typeof settingNames)[number];

/** Where one person's card of a question is. */
export interface QuestionCard {
  readonly personId: PersonId;
  readonly conversationId: string;
  readonly activityId: string;
}

/** One member of a union for each of several codes, with the same beside it. */
export type Each<C extends string, T> = { readonly [K in C]: { readonly code: K } & T }[C];

/** What is wished for, or shown, of some things about a group; each as text, as forms and cards carry it. */
export type GroupFieldValues = { readonly [F in GroupField]?: string };
