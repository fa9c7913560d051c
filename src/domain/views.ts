import type {
  GroupType,
  JoinRule,
  Instant,
  Duration,
  RequestStatus,
  SettingName,
  GroupRole,
  JustificationRule,
} from './terms.js';
import type { DirectoryHold, DirectoryRefusal } from './groups/directory.js';
import type { Decision, SupersededWhy } from './requests/request.js';
import type { PersonView } from './personView.js';
import type { Refusal } from './refusal.js';
import type { AuditEvent } from './history/audit.js';

/** A group as the person who asks may see it. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly joinRule: JoinRule;
  readonly ownerCount: number;
  /** The viewer cannot join by themselves at the moment, whatever its rule is. */
  readonly isClosed?: true;
  /** Microsoft Entra knows it, too. */
  readonly isInEntra?: true;
  /** Names of what membership opens. */
  readonly unlocks: readonly UnlockView[];
}

/** Something that membership opens. */
export interface UnlockView {
  readonly name: string;
  readonly link?: string;
  /** An administrator's veto keeps it closed for the person whom this is about (Q11). */
  readonly isBlocked?: true;
}

/** A request as the person who asks may see it. */
export interface RequestView {
  readonly id: string;
  readonly group: GroupView;
  readonly requester: PersonView;
  /** The manager who asked for them. */
  readonly askedBy?: PersonView;
  readonly justification?: string;
  readonly duration?: Duration;
  readonly status: RequestStatus;
  readonly provisioning?: 'delivering' | 'delivered' | 'failed';
  readonly held?: DirectoryHold;
  readonly failure?: DirectoryRefusal;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly closedAt?: Instant;
  readonly supersededWhy?: SupersededWhy;
  /** Since when whoever was let in is out again. */
  readonly overSince?: Instant;
  /** The channel's id of whoever asked, whose client may bring their card up to date. */
  readonly requesterUserId?: string;
  /** From when on its requester may remind those who were asked; absent where nobody could be. */
  readonly remindableFrom?: Instant;
  /** The result could not be brought to the person who asked; they get it when they turn up. */
  readonly isUntold?: true;
  readonly decision?: Omit<Decision, 'by' | 'forId'> & { readonly by: PersonView; readonly standingInFor?: string };
  /** Who was asked, and whether the question reached them. */
  readonly approvers: readonly (PersonView & {
    readonly delivery: 'waiting' | 'sent' | 'unreachable' | 'failed';
    readonly standsInFor?: string;
  })[];
}

/** How the person who asks stands to a group. */
export type Standing =
  | { readonly kind: 'owner' }
  | { readonly kind: 'member'; readonly since: Instant; readonly until?: Instant }
  | { readonly kind: 'waiting'; readonly requestId: string; readonly since: Instant }
  | { readonly kind: 'canJoin' }
  | { readonly kind: 'canAsk' }
  | { readonly kind: 'cannotJoin'; readonly refusal: Refusal };

/** One line of `groups`. */
export interface GroupRow {
  readonly group: GroupView;
  readonly standing: Standing;
}

/** One line of "my groups". */
export interface MyGroupRow {
  readonly group: GroupView;
  readonly role: 'owner' | 'member';
  readonly until?: Instant;
  /** Requests that wait for this owner's decision. */
  readonly waiting?: number;
}

/** One way by which somebody has access to something. */
export interface AccessPath {
  readonly group: string;
  readonly groupId: string;
  readonly since: Instant;
  readonly until?: Instant;
  readonly requestId?: string;
  /** Who let them in; absent for an open group and for owners. */
  readonly by?: string;
  readonly reason?: string;
  readonly how: 'owner' | 'openJoin' | 'request' | 'added' | 'imported' | 'outside';
}

/** One rule of a decision, in the order in which they are asked. */
export interface RuleVerdict {
  readonly rule: 'kind' | 'settingB' | 'joinRule' | 'settingA' | 'licence' | 'approver';
  readonly verdict: 'yes' | 'no' | 'notAsked';
}

/** One setting as it stands; without `changed` it has its default. */
export interface SettingRow {
  readonly name: SettingName;
  readonly value: string;
  readonly people: readonly PersonView[];
  readonly changed?: { readonly by: PersonView; readonly at: Instant };
  /** What the directory has, of a setting that can be read there (S79–S84). */
  readonly there?: string;
}

/** One person in a group. */
export interface MemberRow {
  readonly person: PersonView;
  readonly role: GroupRole;
  readonly since?: Instant;
  readonly until?: Instant;
  readonly how?: AccessPath['how'];
  /** Other hands put them in, or took them out, in the directory (F73). */
  readonly drift?: 'unexplained' | 'missing';
  /** What an administrator has blocked for them, though they are in (Q11). */
  readonly blocked: readonly string[];
}

/** One line of the history, with names in the place of ids. */
export interface HistoryRow {
  readonly event: AuditEvent;
  readonly actor?: string;
  /** For whom the actor stood in. */
  readonly standsFor?: string;
  readonly subject?: string;
  readonly group?: string;
  readonly resource?: string;
}

/** One delegation, seen from one side. */
export interface DelegationRow {
  readonly person: PersonView;
  readonly until?: Instant;
  readonly group?: string;
}

/** What the join form asks, with what is known already filled in. */
export interface JoinForm {
  /** Words of the wish that nothing explained. */
  readonly unexplained?: readonly string[];
  /** One group to ask for, or several to pick from; never empty. */
  readonly candidates: readonly GroupRow[];
  /** Why the form came up. `inexact`: what was typed is no group's name, these come near. */
  readonly why:
    | 'confirm'
    | 'inexact'
    | 'several'
    | 'unlocksResource'
    | 'reasonMissing'
    | 'reasonTooShort'
    | 'durationTooLong'
    | 'durationInThePast';
  /** What was typed, for "I know no group called …". */
  readonly typed?: string;
  /** The resource that the candidates unlock. */
  readonly resource?: string;
  readonly justification?: string;
  readonly justificationRule: JustificationRule;
  readonly minJustificationLength: number;
  readonly duration?: Duration;
  readonly maxDurationDays?: number;
}

/** What the form for a new group asks, with what is known already filled in. */
export interface GroupForm {
  /** Made when the form is shown: however often it is sent, it makes one group. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupTypes: readonly GroupType[];
  readonly groupType?: GroupType;
  readonly joinRules: readonly JoinRule[];
  readonly joinRule?: JoinRule;
  readonly justification: JustificationRule;
  readonly longestMembership: string;
  /** The name of a group that can be mixed up with this one. */
  readonly lookalike?: string;
  /** Words of the wish that nothing explained. */
  readonly unexplained?: readonly string[];
  /** Why the form is shown again. */
  readonly problem?: Refusal;
}

/** A wish in its parts, as it was understood. */
export interface WishView {
  /** The kind of intent. */
  readonly intent: string;
  readonly group?: string;
  readonly people: readonly string[];
  readonly resource?: string;
  readonly request?: { readonly id: string; readonly group?: string; readonly requester?: string };
  readonly duration?: Duration;
  readonly justification?: string;
  /** What is changed, and to what. */
  readonly field?: string;
  readonly value?: string;
  readonly is?: boolean;
}
