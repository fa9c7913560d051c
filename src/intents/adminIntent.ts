import type { PageWish } from '../domain/page.js';
import type { PersonTarget } from './parsePerson.js';
import type { Period } from '../domain/history/period.js';
import type { DriftAnswer } from '../domain/groups/directory.js';
import type { Group } from '../domain/groups/group.js';
import type {
  GroupType,
  UnsupportedKind,
  JoinRule,
  GroupRole,
  GroupField,
  GroupFieldValues,
  Duration,
  SettingName,
} from '../domain/terms.js';
import type { GroupTarget } from './targets.js';

/** What somebody meant by a resource: its name as typed, or its id after a click. */
export type ResourceTarget =
  { readonly by: 'name'; readonly name: string } | { readonly by: 'id'; readonly resourceId: string };

/** Whose history is asked for. */
export type HistoryTarget =
  { readonly of: 'group'; readonly target: GroupTarget } | { readonly of: 'request'; readonly requestId: string };

/** Settings and administrators. */
export type SettingsIntent =
  | { readonly kind: 'showSettings'; readonly page: number }
  | {
      readonly kind: 'changeSetting';
      readonly setting: SettingName;
      readonly value: string;
      readonly people?: readonly PersonTarget[];
      readonly confirmed?: true;
    }
  | { readonly kind: 'answerProposal'; readonly accepted: boolean; readonly proposalId?: string }
  | { readonly kind: 'setUp'; readonly licence: 'none' | 'P1' | 'P2' }
  | { readonly kind: 'listAdmins' }
  | { readonly kind: 'showDirectory' }
  /** How the bot itself is: version, store, what is overdue. */
  /** `orMine`: for whom that is not, it is about their own requests. */
  | { readonly kind: 'showBotStatus'; readonly orMine?: true }
  /** Erases what is kept of a person beside what has to stay (F69). */
  | { readonly kind: 'forgetPerson'; readonly person: PersonTarget; readonly confirmed?: true }
  /** Of one group, or of the people of the organisation. */
  | { readonly kind: 'releaseBrake'; readonly target?: GroupTarget }
  /** How a message is read, stage by stage; nothing of it is done. */
  | { readonly kind: 'showReading'; readonly text: string }
  | { readonly kind: 'changeAdmin'; readonly person: PersonTarget; readonly is: boolean; readonly confirmed?: true };

/** What is filled in for a new group. */
export interface GroupInput {
  /** Of the form that it was filled in on. */
  readonly formId?: string;
  readonly name?: string;
  /** The name that is to be had although another group's looks the same. */
  readonly sureOf?: string;
  readonly description?: string;
  readonly groupType?: GroupType;
  /** A kind was named that self-service does not make (S9, S10, F39). */
  readonly unsupportedKind?: UnsupportedKind;
  readonly joinRule?: JoinRule;
  readonly justification?: Group['justification'];
  /** In days, as typed; empty for no limit. */
  readonly longestMembership?: string;
}

/** Making groups and changing what they are. */
export type GroupIntent =
  /** `confirmed`: the form was sent; without it the form is shown, filled in as far as known. */
  | { readonly kind: 'createGroup'; readonly input: GroupInput; readonly confirmed?: true }
  | { readonly kind: 'manageGroup'; readonly target: GroupTarget }
  /** What was filled in on the card of `manageGroup`; what is as it was is left alone. */
  | {
      readonly kind: 'saveGroup';
      readonly target: GroupTarget;
      readonly values: GroupFieldValues;
      /** What the form showed; a value that is still the same is not wished for. */
      readonly shown?: GroupFieldValues;
      readonly confirmed?: true;
    }
  | {
      readonly kind: 'changeGroup';
      readonly target: GroupTarget;
      readonly field: GroupField;
      readonly value: string;
      readonly confirmed?: true;
    }
  /** A group that came from elsewhere gets its rule: the one that is named, or the one that fits. */
  | { readonly kind: 'enrolGroups'; readonly list: string; readonly formId?: string; readonly confirmed?: true }
  | {
      readonly kind: 'enrolGroup';
      readonly target: GroupTarget;
      readonly joinRule?: JoinRule;
      readonly confirmed?: true;
    }
  /** Every group of a kind that was read in. */
  | { readonly kind: 'enrolAll'; readonly of: GroupType; readonly confirmed?: true }
  /** `to`: the id of the group that was read in, or `new` to make one in the directory. */
  | { readonly kind: 'linkGroup'; readonly target: GroupTarget; readonly to?: string; readonly confirmed?: true }
  | {
      readonly kind: 'transferGroup';
      readonly target: GroupTarget;
      readonly person: PersonTarget;
      readonly confirmed?: true;
    }
  | { readonly kind: 'deleteGroup'; readonly target: GroupTarget; readonly confirmed?: true }
  | ({ readonly kind: 'listOwnerless' } & PageWish)
  | { readonly kind: 'claimGroup'; readonly target: GroupTarget }
  | {
      readonly kind: 'answerClaim';
      readonly target: GroupTarget;
      readonly person: PersonTarget;
      readonly accepted: boolean;
    };

/** Who is in a group, and in which role. */
export type MemberIntent =
  | { readonly kind: 'showDrift'; readonly target: GroupTarget }
  | { readonly kind: 'settleDrift'; readonly target: GroupTarget; readonly answer: DriftAnswer }
  | ({ readonly kind: 'listMembers'; readonly target: GroupTarget } & PageWish)
  | {
      readonly kind: 'addMembers';
      readonly target: GroupTarget;
      readonly people: readonly PersonTarget[];
      readonly duration?: Duration;
      readonly justification?: string;
      readonly confirmed?: true;
      /** They are to be a member and nothing more: of whoever has another role, that is what is meant. */
      readonly asMember?: true;
      /** The end of their membership that a question showed: a moment, or `none`. */
      readonly shownEnd?: string;
    }
  | { readonly kind: 'importMembers'; readonly target: GroupTarget; readonly list: string; readonly confirmed?: true }
  | {
      readonly kind: 'removeMember';
      readonly target: GroupTarget;
      readonly person: PersonTarget;
      readonly justification?: string;
      readonly confirmed?: true;
    }
  | {
      readonly kind: 'changeRole';
      readonly target: GroupTarget;
      readonly person: PersonTarget;
      readonly role: GroupRole;
      readonly confirmed?: true;
    };

/** What groups open, for whom, and for whom not. */
export type ResourceIntent =
  | ({ readonly kind: 'listResources' } & PageWish)
  | {
      readonly kind: 'addResource';
      readonly name: string;
      readonly link?: string;
      readonly owner?: PersonTarget;
      readonly confirmed?: true;
    }
  | {
      readonly kind: 'renameResource';
      readonly resource: ResourceTarget;
      readonly name: string;
      readonly confirmed?: true;
    }
  | { readonly kind: 'removeResource'; readonly resource: ResourceTarget; readonly confirmed?: true }
  | {
      readonly kind: 'changeGrant';
      /** Who is meant, should the name be no group's. */ readonly person?: PersonTarget;
      readonly resource: ResourceTarget;
      readonly target: GroupTarget;
      readonly is: boolean;
      readonly confirmed?: true;
    }
  | { readonly kind: 'explainAccess'; readonly resource: ResourceTarget; readonly person?: PersonTarget }
  | { readonly kind: 'listAccess'; readonly resource: ResourceTarget; readonly page: number }
  | {
      readonly kind: 'changeBlock';
      readonly resource: ResourceTarget;
      readonly person: PersonTarget;
      readonly is: boolean;
      readonly justification?: string;
      readonly confirmed?: true;
    };

/** What happened, why something is possible, and who stands in for whom. */
export type HistoryIntent =
  | { readonly kind: 'showHistory'; readonly about: HistoryTarget; readonly page: number }
  | { readonly kind: 'verifyHistory' }
  | {
      readonly kind: 'exportTable';
      readonly table: 'access' | 'history';
      readonly format: 'csv' | 'json';
      readonly resource?: ResourceTarget;
      readonly target?: GroupTarget;
      readonly period?: Period;
    }
  | { readonly kind: 'explainJoin'; readonly target: GroupTarget; readonly person?: PersonTarget }
  | {
      readonly kind: 'delegate';
      readonly person: PersonTarget;
      readonly duration?: Duration;
      readonly target?: GroupTarget;
      readonly confirmed?: true;
    }
  | { readonly kind: 'listDelegations' }
  | { readonly kind: 'endDelegations' };

/** Everything beyond asking and deciding. */
export type AdminIntent = SettingsIntent | GroupIntent | MemberIntent | ResourceIntent | HistoryIntent;
