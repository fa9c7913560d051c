import type { Instant } from './document.js';
import type { GroupType, JoinRule, JustificationRule } from './groups/group.js';
import type { Notice } from './news.js';
import type { Choice, Question } from './question.js';
import type { PersonView, Refusal } from './refusal.js';
import type { Decision, Duration, MembershipRequest, RequestStatus } from './requests/request.js';
import type { SettingName } from './organisation/settings.js';
import type { Table } from './table.js';

/** A group as the person who asks may see it. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly joinRule: JoinRule;
  readonly ownerCount: number;
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

/** How the person who asks stands to a group. */
export type Standing =
  | { readonly kind: 'owner' }
  | { readonly kind: 'member'; readonly since: Instant; readonly until?: Instant }
  | { readonly kind: 'waiting'; readonly requestId: string; readonly since: Instant }
  | { readonly kind: 'canJoin' }
  | { readonly kind: 'canAsk' }
  | { readonly kind: 'cannotJoin'; readonly refusal: Refusal };

/** A request as the person who asks may see it. */
export interface RequestView {
  readonly id: string;
  readonly group: GroupView;
  readonly requester: PersonView;
  readonly justification?: string;
  readonly duration?: Duration;
  readonly status: RequestStatus;
  readonly provisioning?: 'delivering' | 'delivered' | 'failed';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly closedAt?: Instant;
  readonly decision?: Omit<Decision, 'by' | 'forId'> & { readonly by: PersonView; readonly standingInFor?: string };
  /** Who was asked, and whether the question reached them. */
  readonly approvers: readonly (PersonView & {
    readonly delivery: 'waiting' | 'sent' | 'unreachable' | 'failed';
    readonly standsInFor?: string;
  })[];
}

/** One line of `groups`. */
export interface GroupRow {
  readonly group: GroupView;
  readonly standing: Standing;
}

/** Where a list stands; `page` counts from 1. */
export interface Page {
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
}

/** What the join form asks, with what is known already filled in. */
export interface JoinForm {
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

/** One line of "my groups". */
export interface MyGroupRow {
  readonly group: GroupView;
  readonly role: 'owner' | 'member';
  readonly until?: Instant;
  /** Requests that wait for this owner's decision. */
  readonly waiting?: number;
}

/** What the form for a new group asks, with what is known already filled in. */
export interface GroupForm {
  readonly name: string;
  readonly description: string;
  readonly groupTypes: readonly GroupType[];
  readonly groupType?: GroupType;
  readonly joinRules: readonly JoinRule[];
  readonly joinRule?: JoinRule;
  readonly isListed: boolean;
  readonly justification: JustificationRule;
  readonly longestMembership: string;
  /** Why the form is shown again. */
  readonly problem?: Refusal;
}

/** A thing to try, as it would be typed. */
export interface Suggestion {
  readonly text: string;
  readonly what: string;
}

/** Everything that a command can answer; `cards` and `messages` show each of them. */
export type Outcome =
  | { readonly kind: 'memberAdded'; readonly group: GroupView; readonly until?: Instant }
  | {
      readonly kind: 'alreadyMember';
      readonly group: GroupView;
      readonly role: 'owner' | 'member';
      readonly until?: Instant;
    }
  | { readonly kind: 'requestOpened'; readonly request: RequestView }
  /** A second `join`: the live card of the first. */
  | { readonly kind: 'requestAlreadyOpen'; readonly request: RequestView }
  | { readonly kind: 'joinFormNeeded'; readonly form: JoinForm }
  /** Which group did you mean, for anything but joining; a click carries `purpose` out on the one picked. */
  | {
      readonly kind: 'groupPickNeeded';
      readonly purpose: 'leaveGroup' | 'showGroup' | 'withdrawRequest';
      readonly typed: string;
      readonly candidates: readonly GroupView[];
    }
  /**
   * A request, for somebody who may decide it: with buttons while it waits, read-only afterwards. `refreshUserIds`:
   * the channel's ids of those whose client may refresh the card by itself, 60 at most.
   */
  | {
      readonly kind: 'approvalShown';
      readonly request: RequestView;
      readonly viewerId: string;
      readonly refreshUserIds: readonly string[];
    }
  /** A decision was made by this very command, or (a repeated click) had been made by the same person before. */
  | { readonly kind: 'requestDecided'; readonly request: RequestView; readonly viewerId: string }
  /** Somebody else was faster. */
  | { readonly kind: 'decidedByAnother'; readonly request: RequestView; readonly viewerId: string }
  | {
      readonly kind: 'denyFormNeeded';
      readonly request: RequestView;
      readonly problem?: 'reasonMissing';
      readonly justification?: string;
    }
  /** A request as its requester sees it. */
  | { readonly kind: 'requestShown'; readonly request: RequestView }
  | { readonly kind: 'requestWithdrawn'; readonly request: RequestView }
  /** Told by the outbox: what becomes of the waiting card once there is an answer, which comes as a message of its own. */
  | { readonly kind: 'waitingCardSettled'; readonly request: RequestView }
  | { readonly kind: 'withdrawConfirmNeeded'; readonly request: RequestView }
  | {
      readonly kind: 'requestPickNeeded';
      readonly purpose: 'withdrawRequest' | 'approveRequest' | 'denyRequest' | 'showRequest';
      readonly requests: readonly RequestView[];
    }
  | {
      readonly kind: 'leaveConfirmNeeded';
      readonly group: GroupView;
      readonly losses: readonly UnlockView[];
      readonly role: 'owner' | 'manager' | 'member';
    }
  | { readonly kind: 'memberLeft'; readonly group: GroupView }
  | { readonly kind: 'myGroupsListed'; readonly rows: readonly MyGroupRow[]; readonly page: Page }
  | { readonly kind: 'myRequestsListed'; readonly requests: readonly RequestView[]; readonly page: Page }
  /** `decided`: what was decided on the page just now. */
  | {
      readonly kind: 'inboxListed';
      readonly requests: readonly RequestView[];
      readonly page: Page;
      readonly decided?: RequestView;
    }
  | { readonly kind: 'groupsListed'; readonly words: string; readonly rows: readonly GroupRow[]; readonly page: Page }
  | {
      readonly kind: 'groupShown';
      readonly group: GroupView;
      readonly standing: Standing;
      readonly owners: readonly PersonView[];
      readonly maxDurationDays?: number;
      readonly justificationRule: JustificationRule;
    }
  | { readonly kind: 'helpShown'; readonly isAdmin: boolean; readonly ownsGroups: boolean }
  | { readonly kind: 'thanksAccepted' }
  | { readonly kind: 'welcomed'; readonly name?: string; readonly waiting: number }
  /** What was typed was not understood, or reads as a remark that asks for nothing. */
  | {
      readonly kind: 'notUnderstood';
      readonly suggestions: readonly Suggestion[];
      readonly remark: boolean;
      /** It answers a card, which a text does not reach. */ readonly meansCard?: true;
    }
  /** Told by the outbox: the time in the group is over. */
  | { readonly kind: 'membershipEnded'; readonly group: GroupView; readonly at: Instant }
  /** Told by the outbox: an open join that the directory refused. */
  | { readonly kind: 'deliveryFailed'; readonly group: GroupView }
  /** Something was done, or is told by the outbox. */
  | { readonly kind: 'noticed'; readonly notice: Notice }
  | { readonly kind: 'confirmNeeded'; readonly question: Question }
  | { readonly kind: 'choiceNeeded'; readonly choice: Choice }
  | { readonly kind: 'tableShown'; readonly table: Table }
  /** The first administrator of an organisation that nobody has set up yet (Q3). */
  | { readonly kind: 'setUpNeeded' }
  | {
      readonly kind: 'settingFormNeeded';
      readonly setting: SettingName;
      readonly value: string;
      readonly people: readonly PersonView[];
    }
  | { readonly kind: 'groupFormNeeded'; readonly form: GroupForm }
  | {
      readonly kind: 'groupManaged';
      readonly group: GroupView;
      readonly isListed: boolean;
      readonly justification: JustificationRule;
      readonly maxDurationDays?: number;
      readonly joinRules: readonly JoinRule[];
      readonly members: number;
      readonly waiting: number;
      readonly asked: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** An outcome of one kind. */
export type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

/** A card or a plain sentence on its way to a person. */
export type OutboundMessage =
  /** `summary` is the line of the notification. */
  | { readonly kind: 'card'; readonly card: object; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a request's card shows, in one word pair; when it differs from the record, an edit is due. */
export function requestState(request: Pick<MembershipRequest, 'status' | 'provisioning'>): string {
  return request.provisioning ? `${request.status}/${request.provisioning}` : request.status;
}
