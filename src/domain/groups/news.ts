import type { AlignStepName, DirectoryRefusal } from './directory.js';
import type { GroupType, JoinRule, GroupField, UnsupportedKind } from '../terms.js';

/** What happened to groups, told to whom it concerns. */
export type GroupNews =
  | {
      readonly code: 'groupCreated';
      readonly group: string;
      readonly groupId: string;
      readonly groupType: GroupType;
      readonly joinRule: JoinRule;
    }
  /** Microsoft Entra did not take what was changed about a group. */
  | {
      readonly code: 'directoryRefused';
      readonly group: string;
      readonly groupId: string;
      readonly step: AlignStepName;
      readonly failure: DirectoryRefusal;
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
  | { readonly code: 'askedToCreate'; readonly by: string; readonly resource?: string }
  | { readonly code: 'askedForGroup'; readonly person: string; readonly resource?: string }
  | { readonly code: 'groupDeleted'; readonly group: string; readonly members: number }
  | { readonly code: 'groupIsGone'; readonly group: string; readonly by: string }
  | { readonly code: 'groupTransferred'; readonly group: string; readonly groupId: string; readonly person: string }
  | { readonly code: 'ownerless'; readonly group: string; readonly groupId: string; readonly by: string }
  /** Requests wait, and the last one who could decide them is gone. */
  | { readonly code: 'nobodyDecides'; readonly group: string; readonly groupId: string; readonly waiting: number }
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
  | { readonly code: 'claimRefused'; readonly group: string; readonly groupId: string; readonly by: string };

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
