import type { Instant } from './document.js';
import type { AddResult, EnrolResult, GroupField, GroupRole } from './news.js';
import type { PersonView } from './refusal.js';
import type { SettingName } from './organisation/settings.js';

/** What a click carries on, beside its verb: ids, and what was said already. */
export interface Carry {
  readonly groupId?: string;
  readonly personId?: string;
  readonly resourceId?: string;
  readonly setting?: string;
  readonly value?: string;
  readonly words?: string;
  readonly reason?: string;
  /** As `2026-12-31`. */
  readonly lastDay?: string;
}

/** The verbs whose person, group or resource can be picked from a card. */
export type ChoiceVerb =
  | 'changeAdmin'
  | 'changeSetting'
  | 'manageGroup'
  | 'changeGroup'
  | 'transferGroup'
  | 'deleteGroup'
  | 'claimGroup'
  | 'listMembers'
  | 'addMembers'
  | 'importMembers'
  | 'removeMember'
  | 'changeRole'
  | 'addResource'
  | 'changeGrant'
  | 'explainAccess'
  | 'listAccess'
  | 'changeBlock'
  | 'showHistory'
  | 'explainJoin'
  | 'delegate';

/** Which one was meant; a click carries the verb out on the one picked. */
export interface Choice {
  readonly what: 'group' | 'person' | 'resource';
  readonly typed: string;
  readonly verb: ChoiceVerb;
  readonly carry: Carry;
  readonly options: readonly { readonly id: string; readonly title: string; readonly about?: string }[];
}

/** What is asked before a change that cannot simply be taken back; a click, or "yes, …", carries it out. */
export type Question =
  | {
      readonly code: 'changeSetting';
      readonly setting: SettingName;
      readonly before: string;
      readonly after: string;
      readonly people: readonly PersonView[];
      readonly affected: { readonly people: number; readonly groups: number; readonly requests: number };
      readonly confirmers?: readonly string[];
    }
  | { readonly code: 'changeAdmin'; readonly person: PersonView; readonly is: boolean }
  | {
      readonly code: 'changeGroup';
      readonly group: string;
      readonly groupId: string;
      readonly field: GroupField;
      readonly before: string;
      readonly after: string;
      readonly waiting: number;
    }
  | { readonly code: 'transferGroup'; readonly group: string; readonly groupId: string; readonly person: PersonView }
  | {
      readonly code: 'deleteGroup';
      readonly group: string;
      readonly groupId: string;
      readonly members: number;
      readonly waiting: number;
      readonly unlocks: readonly string[];
    }
  | { readonly code: 'enrolGroups'; readonly list: string; readonly results: readonly EnrolResult[] }
  | {
      readonly code: 'importMembers';
      readonly group: string;
      readonly groupId: string;
      readonly list: string;
      readonly results: readonly { readonly name: string; readonly result: AddResult }[];
    }
  | {
      readonly code: 'removeMember';
      readonly group: string;
      readonly groupId: string;
      readonly person: PersonView;
      readonly reason?: string;
      readonly losses: readonly string[];
    }
  | {
      readonly code: 'changeRole';
      readonly group: string;
      readonly groupId: string;
      readonly person: PersonView;
      readonly role: GroupRole;
      readonly before: GroupRole;
    }
  | {
      readonly code: 'changeGrant';
      readonly resource: string;
      readonly resourceId: string;
      readonly group: string;
      readonly groupId: string;
      readonly is: boolean;
      readonly members: number;
    }
  | {
      readonly code: 'changeBlock';
      readonly resource: string;
      readonly resourceId: string;
      readonly person: PersonView;
      readonly is: boolean;
      readonly reason?: string;
      readonly groups: readonly string[];
    };

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
  readonly how: 'owner' | 'openJoin' | 'request' | 'added' | 'imported';
}

/** One rule of a decision, in the order in which they are asked. */
export interface RuleVerdict {
  readonly rule: 'kind' | 'settingB' | 'joinRule' | 'settingA' | 'licence' | 'approver';
  readonly verdict: 'yes' | 'no' | 'notAsked';
}
