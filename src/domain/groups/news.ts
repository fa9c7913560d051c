import type { AlignStepName, DirectoryRefusal, DriftAnswer, InsideThere } from './directory.js';
import type { OwnDeed } from '../ownDeed.js';
import type { Each, GroupType, JoinRule, GroupField, UnsupportedKind } from '../terms.js';

/** What happened to groups, told to whom it concerns. */
export type GroupNews =
  | {
      readonly code: 'groupCreated';
      readonly group: string;
      readonly groupId: string;
      readonly groupType: GroupType;
      readonly joinRule: JoinRule;
      /** Nobody joins by themselves at the moment. */
      readonly isClosed?: true;
    }
  /** Microsoft Entra did not take what was changed about a group. */
  | {
      readonly code: 'directoryRefused';
      readonly group: string;
      readonly groupId: string;
      readonly step: AlignStepName;
      readonly failure: DirectoryRefusal;
    }
  /** Other hands changed something about a group in the directory, and the bot follows. */
  | {
      readonly code: 'changedOutside';
      readonly group: string;
      readonly groupId: string;
      readonly what: OutsideChange;
      readonly before?: string;
      readonly after?: string;
      /** Whose ownership it is about. */
      readonly person?: string;
    }
  /** Other hands changed who is in a group, and nobody has explained it (F73). */
  | {
      readonly code: 'driftFound';
      readonly group: string;
      readonly groupId: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly code: 'driftSettled';
      readonly group: string;
      readonly groupId: string;
      readonly answer: DriftAnswer;
      readonly count: number;
      readonly by: string;
    }
  /** So many members are gone in the directory that nobody is taken out here before somebody has looked. */
  | {
      readonly code: 'brakeOn';
      readonly group: string;
      readonly groupId: string;
      readonly gone: number;
      readonly members: number;
    }
  | { readonly code: 'brakeReleased'; readonly group: string; readonly groupId: string; readonly by: string }
  | {
      readonly code: 'yourGroupEnrolled';
      readonly group: string;
      readonly groupId: string;
      readonly joinRule: JoinRule;
      readonly by: string;
    }
  /** One of several owners left the organisation; or the last one, and somebody is wanted in their place. */
  | Each<
      'ownerGone' | 'volunteerWanted' | 'stillOwnerless',
      { readonly group: string; readonly groupId: string; readonly person: string }
    >
  | { readonly code: 'groupLinked'; readonly group: string; readonly groupId: string; readonly isNew: boolean }
  /** `tells`: whether somebody hears that they own one of them now. */
  | { readonly code: 'groupsEnrolled'; readonly results: readonly EnrolResult[]; readonly tells?: true }
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
  /** `by`: empty where it was deleted in the directory. */
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
  | (OwnDeed & {
      readonly code: 'claimSettled';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly accepted: boolean;
      readonly by: string;
    })
  | { readonly code: 'claimRefused'; readonly group: string; readonly groupId: string; readonly by: string };

/** What other hands can change about a group. */
export type OutsideChange = 'renamed' | 'kind' | 'deleted' | 'restored' | 'gone' | 'ownerAdded' | 'ownerRemoved';

/** What a line of a list of groups came to, or would. */
export interface EnrolResult {
  readonly name: string;
  /** `unsupported` is taken in, too, so that whoever asks for it reads why self-service cannot help. */
  readonly result: 'enrolled' | 'unsupported' | 'alreadyHere' | 'repeated' | 'badName' | 'noKind';
  readonly groupType?: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  /** Where it is one of the directory. */
  readonly nickname?: string;
  readonly isPublic?: true;
  /** How much is in it there; absent where that was not read. */
  readonly inside?: InsideThere;
  readonly joinRule?: JoinRule;
  readonly owners?: readonly string[];
  /** Owners that were named and are not known here. */
  readonly unknownOwners?: readonly string[];
}
