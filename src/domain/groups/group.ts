import type { AskingDocument } from '../askedQuestion.js';
import type { Document, Instant, PersonId } from '../document.js';

/** The kinds of group that self-service can manage; `m365` is what the requirements call an Office 365 group. */
export type GroupType = 'security' | 'm365';

/** Why self-service refuses a group before anything else is asked (S9, S10, F39, F74). */
export type UnsupportedKind =
  'mailEnabledSecurity' | 'distributionList' | 'dynamic' | 'onPremSynced' | 'roleAssignable';

/** How people get in; Graph's `visibility` knows only two of the three, so this field decides (F3). */
export type JoinRule = 'open' | 'ownerApproval' | 'ownersOnly';

/** Whether people must say why they want in (F8). */
export type JustificationRule = 'off' | 'optional' | 'required';

/** A group, with its owners: they live inside, so that "never without its last owner" is held by one version. */
export interface Group extends AskingDocument {
  /** Entra object id of the group. */
  readonly id: string;
  readonly name: string;
  /** The name as `toNameKey` makes it; what people type is compared with this. */
  readonly nameKey: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  readonly origin: 'portal' | 'powershell' | 'selfService';
  readonly joinRule: JoinRule;
  /** Listed groups are found by search; "listed but not joinable" is another thing (S28). */
  readonly isListed: boolean;
  readonly justification: JustificationRule;
  /** Longest membership in days; absent means no limit (F37). */
  readonly maxDurationDays?: number;
  readonly ownerIds: readonly PersonId[];
  /** Membership managers: they decide requests and members, but change nothing about the group itself (S8, F41). */
  readonly managerIds: readonly PersonId[];
  /** Which of those who may decide are asked; absent means all of them. The others may decide all the same (F79). */
  readonly askedIds?: readonly PersonId[];
  readonly createdAt: Instant;
  /** When the administrators were last told that nobody can decide about it. */
  readonly ownerlessAlertAt?: Instant;
  /** Somebody who would like to own this group, which has no owner; an administrator decides (F44). */
  readonly claimedBy?: PersonId;
  /** A deleted group is kept for its history; nobody finds it any more. */
  readonly deletedAt?: Instant;
}

/** Something that membership of a group opens: an application, a site (S30, S43–S48). */
export interface Resource extends Document {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly link?: string;
  /** The groups whose members have access; each was attached by the resource's own owner or an administrator. */
  readonly groupIds: readonly string[];
  readonly ownerIds: readonly PersonId[];
  /** Who attached which group, and when; a group without an entry was attached before this was kept. */
  readonly grants?: readonly { readonly groupId: string; readonly by: PersonId; readonly at: Instant }[];
  /** People whose access is vetoed, whatever group would give it (S42, F61). */
  readonly blocks?: readonly AccessBlock[];
}

/** An administrator's veto over one person's access to one resource. */
export interface AccessBlock {
  readonly personId: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
}
