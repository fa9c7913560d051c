import type { GroupType, JustificationRule, JoinRule, GroupField } from '../terms.js';
import type { PersonView } from '../personView.js';
import type { Page } from '../page.js';
import type { GroupView, GroupRow, Standing, GroupForm } from '../views.js';
import type { EnrolResult } from './news.js';

/** What a command about groups can answer. */
export type GroupOutcome =
  /** Which group did you mean, for anything but joining; a click carries `purpose` out on the one picked. */
  | {
      readonly kind: 'groupPickNeeded';
      readonly purpose: 'leaveGroup' | 'showGroup' | 'withdrawRequest';
      readonly typed: string;
      readonly candidates: readonly GroupView[];
    }
  | { readonly kind: 'groupsListed'; readonly words: string; readonly rows: readonly GroupRow[]; readonly page: Page }
  | {
      readonly kind: 'groupShown';
      readonly group: GroupView;
      readonly standing: Standing;
      readonly owners: readonly PersonView[];
      readonly maxDurationDays?: number;
      readonly justificationRule: JustificationRule;
      /** Where memberships take effect; absent where the bot's records are the directory. */
      readonly place?: 'entra' | 'here' | 'creating';
    }
  /** Which group of the directory one that is kept here only could be. */
  | {
      readonly kind: 'linkPickNeeded';
      readonly group: string;
      readonly groupId: string;
      readonly options: readonly {
        readonly id: string;
        readonly name: string;
        readonly nickname: string;
        readonly owners: readonly string[];
      }[];
      readonly canCreate: boolean;
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
      /** The client can look people up in the directory. */
      readonly hasPicker?: true;
    };

/** What is asked before a group's change. */
export type GroupQuestion =
  | {
      readonly code: 'changeGroup';
      readonly group: string;
      readonly groupId: string;
      readonly field: GroupField;
      readonly before: string;
      readonly after: string;
      readonly waiting: number;
      /** The name of a group that can be mixed up with this one under its new name. */
      readonly lookalike?: string;
    }
  /** Several things at once, from one form. */
  | {
      readonly code: 'saveGroup';
      readonly group: string;
      readonly groupId: string;
      readonly changes: readonly {
        readonly field: GroupField;
        readonly before: string;
        readonly after: string;
        /** Somebody changed the same thing since the form was shown. */
        readonly isMeanwhile: boolean;
      }[];
      readonly waiting: number;
      readonly lookalike?: string;
    }
  | { readonly code: 'transferGroup'; readonly group: string; readonly groupId: string; readonly person: PersonView }
  | {
      readonly code: 'deleteGroup';
      readonly group: string;
      readonly groupId: string;
      readonly members: number;
      readonly waiting: number;
      readonly unlocks: readonly string[];
      /** It is deleted in Microsoft Entra, too. */
      readonly isInEntra?: true;
    }
  | {
      readonly code: 'enrolKnown';
      readonly ids: readonly string[];
      readonly results: readonly EnrolResult[];
      readonly joinRule?: JoinRule;
      readonly tells?: true;
    }
  | {
      readonly code: 'enrolAll';
      readonly of: GroupType;
      readonly count: number;
      readonly examples: readonly string[];
      readonly joinRule: JoinRule;
    }
  | {
      readonly code: 'linkGroup';
      readonly group: string;
      readonly groupId: string;
      readonly members: number;
      /** The id of a group that was read in, or `new`. */
      readonly to: string;
      /** Of the group that was read in. */
      readonly nickname?: string;
    }
  | {
      readonly code: 'enrolGroups';
      readonly list: string;
      readonly formId: string;
      readonly results: readonly EnrolResult[];
      /** Whether an owner of one of them hears of it. */
      readonly tells?: true;
    };

/** What is listed of groups. */
export type GroupTable = {
  readonly code: 'ownerless';
  readonly rows: readonly { readonly id: string; readonly name: string; readonly waiting: number }[];
  readonly page: Page;
};
