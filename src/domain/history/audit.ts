import type { Instant, PersonId } from '../terms.js';

/** What can be found in the history; past tense, because it has happened. */
export type AuditEventKind =
  | 'requestOpened'
  | 'requestApproved'
  | 'requestDenied'
  | 'requestWithdrawn'
  | 'requestReminded'
  | 'requestExpired'
  | 'requestDelivered'
  | 'requestDeliveryFailed'
  | 'memberAdded'
  | 'memberLeft'
  | 'ownerLeft'
  | 'membershipExpired'
  | 'membershipFailed'
  | 'memberRemoved'
  | 'membershipEndMoved'
  | 'requestSuperseded'
  | 'settingChanged'
  | 'settingProposed'
  | 'settingRejected'
  | 'adminAdded'
  | 'adminRemoved'
  | 'adminConfirmed'
  | 'groupCreated'
  | 'groupEnrolled'
  | 'groupChanged'
  | 'groupDeleted'
  | 'groupTransferred'
  | 'roleChanged'
  | 'groupClaimed'
  | 'claimRefused'
  | 'resourceAdded'
  | 'resourceRenamed'
  | 'resourceRemoved'
  | 'resourceGranted'
  | 'resourceUngranted'
  | 'accessBlocked'
  | 'accessUnblocked'
  | 'delegationStarted'
  | 'delegationEnded'
  | 'joinProposed'
  | 'creationProposed'
  | 'personForgotten'
  | 'membersReadIn'
  | 'driftFound'
  | 'driftTakenOver'
  | 'driftUndone'
  | 'driftLeft'
  | 'groupRestored'
  | 'groupLinked'
  | 'personLeft';

/** One transition: who did what to which record, with the state before and after (F65). */
export interface AuditEvent {
  readonly id: string;
  readonly kind: AuditEventKind;
  readonly at: Instant;
  /** The person who acted; absent when a timer or a rule did. */
  readonly actorId?: PersonId;
  /** Somebody did it in the directory, past the bot. */
  readonly isOutside?: true;
  /** The person for whom the actor stood in (F45). */
  readonly forId?: PersonId;
  /** What it was about; a change of the organisation's settings concerns neither a group nor a person. */
  readonly groupId?: string;
  readonly resourceId?: string;
  /** Which setting, or what about a group, was changed. */
  readonly setting?: string;
  /** The person whose access changed. */
  readonly subjectId?: PersonId;
  readonly requestId?: string;
  readonly reason?: string;
  /** Enters the hash with the reason, and goes with it: without it nobody can try what an erased reason was. */
  readonly reasonSalt?: string;
  /** In the place of a reason that was erased (F69): what the hash has of it. */
  readonly reasonDigest?: string;
  readonly before?: string;
  readonly after?: string;
}

/** One link of a tenant's history: its place, and the hash over itself and the link before it (F66). */
export interface AuditEntry {
  /** `tenantId/sequence`, the sequence zero-padded to twelve digits so that keys sort as numbers do. */
  readonly key: string;
  readonly tenantId: string;
  readonly sequence: number;
  readonly event: AuditEvent;
  /** Unique, so that an event repeated by the outbox is kept once. */
  readonly eventKey: string;
  /** Copies of what the event is about, to be found by. */
  readonly groupId?: string;
  readonly requestId?: string;
  readonly previousHash: string;
  readonly hash: string;
}
