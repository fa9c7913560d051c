import type { AuditEvent } from './history/audit.js';
import type { DirectoryHold, DirectoryRefusal } from './groups/directory.js';
import type { Missed } from './organisation/missed.js';
import type { News } from './news.js';
import type { GroupType, Instant, PersonId, QuestionCard } from './terms.js';

/** What an effect does; each is safe to repeat. */
export type EffectTask =
  /** Append the event to the tenant's history. */
  | { readonly kind: 'recordEvent'; readonly event: AuditEvent }
  /** Bring the approver's card of a request to its present state: send it, or edit the one they have. */
  | { readonly kind: 'showApprover'; readonly personId: PersonId }
  /** Tell an approver once more of a request that waits for them (F77). */
  | { readonly kind: 'remindApprover'; readonly personId: PersonId }
  /** Bring the requester's result card of a decided request to its present state. */
  | { readonly kind: 'showRequester' }
  /** Tell whoever asked for somebody else how it ended (F99). */
  | { readonly kind: 'tellAsker' }
  /** Edit the waiting card that the requester got when they asked. */
  | { readonly kind: 'refreshWaitingCard' }
  /** Compare who may decide a waiting request with who has a card of it (F81). */
  | { readonly kind: 'followRequest' }
  /** The same for every request that waits for the group, or for a group of the person. */
  | { readonly kind: 'followGroup' }
  | { readonly kind: 'followStandIns' }
  /** Make the beneficiary of an approved request a member. */
  | { readonly kind: 'grantMembership' }
  /** Erase the reasons that are older than the organisation keeps them, from an entry of the history on (F69). */
  | { readonly kind: 'eraseOldReasons'; readonly fromSequence: number }
  /** Erase what a forgotten person said and where their cards are; `name`: as they were called. */
  | { readonly kind: 'forgetTraces'; readonly name: string; readonly by: PersonId }
  /** End a request that nobody decided (F48). */
  | { readonly kind: 'expireRequest' }
  /** Bring Microsoft Entra's group one step nearer to ours. */
  | { readonly kind: 'alignGroup' }
  /** Compare who is in on both sides, and take over, undo or ask about what differs (F73). */
  | { readonly kind: 'compareMembers'; readonly isReleased?: true }
  /** Enrol the groups of a kind that were read in (F63). */
  | { readonly kind: 'enrolKnown'; readonly of: GroupType; readonly by: PersonId; readonly byName: string }
  /** Close what somebody had who left the organisation (F57). */
  | { readonly kind: 'clearLeaver' }
  /** Ask the administrators for an owner, should nobody have volunteered (F105); who it was that left. */
  | { readonly kind: 'escalateOwnerless'; readonly personName: string }
  /** Put the member into the directory's group. */
  | { readonly kind: 'addToDirectory' }
  /** Take the former member out of the directory's group. */
  | { readonly kind: 'removeFromDirectory' }
  /** Tell the request that its membership is ready, could not be set up, or waits for somebody. */
  | {
      readonly kind: 'reportDelivery';
      readonly requestId: string;
      readonly result: 'delivering' | 'delivered' | 'failed';
      readonly held?: DirectoryHold;
      readonly failure?: DirectoryRefusal;
    }
  /** Tell the administrators that the directory did not let go of a former member. */
  | { readonly kind: 'tellRemovalFailed' }
  /** Tell the member of an open group, who was told to wait, that the directory has them now. */
  | { readonly kind: 'tellMembershipReady' }
  /** End the membership of somebody with a role in the group who left it, or was taken out by somebody (`by`). */
  | {
      readonly kind: 'endMembership';
      readonly personId: PersonId;
      readonly leftAt: Instant;
      readonly by?: PersonId;
      readonly why?: string;
    }
  /** End what somebody whose role in the group ended had handed on to stand-ins (F45). */
  | { readonly kind: 'endStandIns'; readonly personId: PersonId; readonly endedAt: Instant }
  /** Tell the member that their time in the group is over. */
  | { readonly kind: 'tellMembershipEnded' }
  /** Tell the member that an open join could not be carried out. */
  | { readonly kind: 'tellDeliveryFailed' }
  /** Tell somebody something in their personal chat; `near`: people whose chat shows where the channel is; with `questionId`, where the card is gets kept. */
  | {
      readonly kind: 'tell';
      readonly personId: PersonId;
      readonly notice: News;
      readonly near: readonly PersonId[];
      readonly questionId?: string;
      /** The record of the question. */
      readonly home?: { readonly collection: 'tenants' | 'groups'; readonly recordId: string };
      /** Who did it, and hears when it could not be delivered. */
      readonly by?: PersonId;
    }
  /** Keep with somebody what could not be delivered to them; `by`: who hears that it was not. */
  | { readonly kind: 'keepMissed'; readonly personId: PersonId; readonly missed: Missed; readonly by?: PersonId }
  /** Tell somebody who turned up what they missed. */
  | { readonly kind: 'catchUp' }
  /** Tell somebody who could not be told what they did for them. */
  | { readonly kind: 'tellUnreached' }
  /** Edit the card of a question that somebody else has answered. */
  | { readonly kind: 'settleCard'; readonly card: QuestionCard; readonly notice: News }
  /** Close every request that waits for the group, because its rule changed or it is gone (Q8). */
  | { readonly kind: 'closeRequests'; readonly why: 'ownersOnly' | 'open' | 'deleted'; readonly by?: PersonId }
  /** End every membership of a deleted group. */
  | { readonly kind: 'endMemberships'; readonly by?: PersonId; readonly byName: string }
  /** Close the request of somebody who was added meanwhile. */
  | { readonly kind: 'closeOwnRequest'; readonly by: PersonId }
  /** End a membership whose time is over (F49). */
  | { readonly kind: 'expireMembership' };

/** Where work comes from, to be found by: the reference that the person read, and the trace that it belongs to. */
export interface Origin {
  readonly reference: string;
  /** As the W3C writes it: `00-…-…-01`; absent where nobody traces. */
  readonly trace?: string;
}

/** Work that follows from a change and is kept in the same record until it is done; a timer is one that is due later. */
export type Effect = EffectTask & {
  readonly id: string;
  readonly dueAt: Instant;
  readonly attempts: number;
  /** Absent where it comes from no turn. */
  readonly origin?: Origin;
  /** What went wrong last, for operators; never shown to people. */
  readonly lastError?: string;
};
