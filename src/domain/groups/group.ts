import type { DriftPolicy, GroupInDirectory } from './directory.js';
import type { AskingDocument } from '../askedQuestion.js';
import type { Instant, PersonId, GroupType, UnsupportedKind, JoinRule, JustificationRule } from '../terms.js';

/** A group, with its owners: they live inside, so that "never without its last owner" is held by one version. */
export interface Group extends AskingDocument {
  readonly id: string;
  /** The group's object id in Microsoft Entra; absent where our records alone know it ("kept here only"). */
  readonly directoryId?: string;
  /** How the group stands there; absent where the bot changes nothing but its members. */
  readonly directory?: GroupInDirectory;
  readonly name: string;
  /** The name as `toNameKey` makes it; what people type is compared with this. */
  readonly nameKey: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  /**
   * Read in from the directory and not enrolled: administrators and its own owners know of it, and nothing is done
   * with it. The kind stands here once more, to be found and counted by; absent of a group that the bot manages.
   */
  readonly knownAs?: GroupType | 'unsupported';
  /** The mail nickname, by which groups of the same name are told apart. */
  readonly nickname?: string;
  /** Everybody can let themselves in in the directory, past the bot. */
  readonly isPublic?: true;
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
  /** What is done about changes of its members by other hands; absent for asking (F73). */
  readonly driftPolicy?: DriftPolicy;
  /** When so many members were found gone that somebody is to look first; nobody is taken out until then. */
  readonly brakeAt?: Instant;
  /** When the administrators were last told that nobody can decide about it. */
  readonly ownerlessAlertAt?: Instant;
  /** Somebody who would like to own this group, which has no owner; an administrator decides (F44). */
  readonly claimedBy?: PersonId;
  /** A deleted group is kept for its history; nobody finds it any more. */
  readonly deletedAt?: Instant;
}
