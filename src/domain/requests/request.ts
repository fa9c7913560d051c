import type { DirectoryHold, DirectoryRefusal } from '../groups/directory.js';
import type { Document } from '../document.js';
import type { Instant, PersonId, Duration, RequestStatus } from '../terms.js';

/** Why a question goes away: the group's rule changed or it is gone, or the person was added or left the organisation. */
export type SupersededWhy = 'ownersOnly' | 'open' | 'deleted' | 'added' | 'left';

/** An owner's answer; never changed once made. */
export interface Decision {
  readonly outcome: 'approved' | 'denied';
  readonly by: PersonId;
  readonly at: Instant;
  readonly justification?: string;
  readonly via: 'card' | 'command';
  /** The owner for whom a stand-in decided (F45). */
  readonly forId?: PersonId;
  /** The end of the membership that was granted; absent for "no end". */
  readonly until?: Instant;
}

/** What has happened to the message of one person who should know. */
export interface Recipient {
  readonly personId: PersonId;
  /** The owner for whom they were asked, as a stand-in (F45). */
  readonly standsInFor?: PersonId;
  /** `unreachable`: the bot is not installed for them, or they blocked it; asked again as soon as they turn up. */
  readonly delivery: 'waiting' | 'sent' | 'unreachable' | 'failed';
  /** The message to edit when something changes. */
  readonly activityId?: string;
  readonly conversationId?: string;
  /** The state that their card shows, as `status/provisioning`; tells whether an edit is due. */
  readonly shows?: string;
  /** They may not decide it any more; their card says so and nothing else from then on. */
  readonly isFormer?: true;
  /** The channel may have kept a message whose sending it did not confirm: a second copy may exist. */
  readonly maybeDuplicate?: boolean;
}

/** A person's wish to be in a group, from the question to the answer. */
export interface MembershipRequest extends Document {
  /** `REQ-` and eight characters of Crockford's base 32: what people type and read. */
  readonly id: string;
  readonly groupId: string;
  /** The group's name when it was asked for; what its requester reads where they may no longer see the group. */
  readonly groupName?: string;
  /** Whom it lets in. */
  readonly requesterId: PersonId;
  /** Their manager, who asked for them (F11, F99); absent for a wish of their own. */
  readonly askedById?: PersonId;
  readonly justification?: string;
  readonly duration?: Duration;
  readonly status: RequestStatus;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** `tenant/group/person`, only while the request is open: at most one such request can exist (F12). */
  readonly openKey?: string;
  readonly decision?: Decision;
  readonly closedAt?: Instant;
  /** Why its question went away; absent where it did before this was kept. */
  readonly supersededWhy?: SupersededWhy;
  /** After an approval: being set up, ready, or could not be set up (F71). */
  readonly provisioning?: 'delivering' | 'delivered' | 'failed';
  /** What the directory's side of it waits for, when somebody has to do something first. */
  readonly held?: DirectoryHold;
  /** Why the directory did not take it. */
  readonly failure?: DirectoryRefusal;
  readonly approvers: readonly Recipient[];
  /** How often it changed who is asked; absent for never. */
  readonly asks?: number;
  /** When its requester last reminded them; absent for never. */
  readonly remindedAt?: Instant;
  /** The result that the requester is told once it is decided. */
  readonly result?: Recipient;
  /** The waiting card that the requester got in answer. */
  readonly waitingCard?: CardPlace;
  /** Those that the same question brought before it, when it was asked more than once. */
  readonly earlierCards?: readonly CardPlace[];
}

/** Where a message is that can be edited. */
export interface CardPlace {
  readonly conversationId: string;
  readonly activityId: string;
}
