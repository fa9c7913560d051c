import type { GroupQuestion } from './groups/answers.js';
import type { MemberQuestion } from './members/answers.js';
import type { ResourceQuestion } from './resources/answers.js';
import type { OrganisationQuestion } from './organisation/answers.js';

/** What a click carries on, beside its verb: ids, and what was said already. */
export interface Carry {
  readonly groupId?: string;
  readonly personId?: string;
  readonly resourceId?: string;
  readonly setting?: string;
  readonly value?: string;
  readonly words?: string;
  readonly reason?: string;
  /** The moment itself, as `2026-12-31T22:59:59.999Z`: which day that is depends on where one is. */
  readonly endsAt?: string;
}

/** The verbs whose person, group or resource can be picked from a card. */
export type ChoiceVerb =
  | 'changeAdmin'
  | 'forgetPerson'
  | 'changeSetting'
  | 'manageGroup'
  | 'changeGroup'
  | 'transferGroup'
  | 'deleteGroup'
  | 'claimGroup'
  | 'enrolGroup'
  | 'linkGroup'
  | 'showDrift'
  | 'settleDrift'
  | 'releaseBrake'
  | 'listMembers'
  | 'addMembers'
  | 'requestFor'
  | 'importMembers'
  | 'removeMember'
  | 'changeRole'
  | 'addResource'
  | 'renameResource'
  | 'removeResource'
  | 'changeGrant'
  | 'explainAccess'
  | 'listAccess'
  | 'changeBlock'
  | 'showHistory'
  | 'exportTable'
  | 'explainJoin'
  | 'delegate';

/** Which one was meant; a click carries the verb out on the one picked. */
export interface Choice {
  readonly what: 'group' | 'person' | 'resource';
  readonly typed: string;
  /** The groups are those that open what was typed, and none of them was named. */
  readonly isOpening?: true;
  readonly verb: ChoiceVerb;
  readonly carry: Carry;
  readonly options: readonly { readonly id: string; readonly title: string; readonly about?: string }[];
}

/** What is asked before a change that cannot simply be taken back; a click, or "yes, …", carries it out. */
export type Question = GroupQuestion | MemberQuestion | ResourceQuestion | OrganisationQuestion;
