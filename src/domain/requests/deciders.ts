import type { Effect } from '../effect.js';
import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import { approverIdsOf, askedIdsOf } from '../groups/policy.js';
import type { MembershipRequest, Recipient } from './request.js';
import type { NewEffect } from '../revise.js';
import type { Instant, PersonId } from '../terms.js';

/** Somebody who may decide a request: in their own right, or as the stand-in of somebody (F45). */
export interface Decider {
  readonly personId: PersonId;
  readonly standsInFor?: PersonId;
  /** When their time as a stand-in is over. */
  readonly until?: Instant;
}

/** Who stands in for which of those who may decide. */
export interface StandIn {
  readonly personId: PersonId;
  readonly forId: PersonId;
  readonly until?: Instant;
}

/** Who may decide a request, and who of them is asked; never the person who wants in, nor whoever asked for them (F24, F81). */
export interface Deciders {
  readonly may: readonly Decider[];
  readonly asked: readonly Decider[];
}

/** Whom a request lets in, and who asked for them. */
export type Concerned = Pick<MembershipRequest, 'requesterId' | 'askedById'>;

/** Whether somebody may have no hand in a decision: it is about them, or they asked for it (F24). */
export function isConcerned({ requesterId, askedById }: Concerned, id: PersonId): boolean {
  return id === requesterId || id === askedById;
}

/** The one answer to who decides about somebody's request to a group, for asking, showing and following alike. */
export function findDeciders(
  group: Pick<Group, 'ownerIds' | 'managerIds' | 'askedIds'>,
  standIns: readonly StandIn[],
  concerned: Concerned,
): Deciders {
  const isOther = (id: PersonId): boolean => !isConcerned(concerned, id);
  const own = approverIdsOf(group).filter(isOther);
  const named = askedIdsOf(group).filter(isOther);
  const others = standIns.filter(
    ({ personId }, index) =>
      isOther(personId) && !own.includes(personId) && standIns.findIndex((one) => one.personId === personId) === index,
  );
  const lent = others.map(({ personId, forId, until }): Decider => ({
    personId,
    standsInFor: forId,
    ...given({ until }),
  }));
  // Where the only ones to be asked are the requester themselves, everybody else is.
  const asked = named.length > 0 ? named : own;
  return {
    may: [...own.map((personId) => ({ personId })), ...lent],
    asked: [...asked.map((personId) => ({ personId })), ...lent],
  };
}

/** Somebody who is to be asked, as the request keeps them. */
export function toRecipient({ personId, standsInFor }: Decider): Recipient {
  return { personId, delivery: 'waiting', ...given({ standsInFor: standsInFor || undefined }) };
}

/** When a waiting request is looked at again: at its own end, and when the time of a stand-in is over. */
export function timersOf(
  { may }: Deciders,
  expiresAt: Instant,
  planned: readonly Pick<Effect, 'kind' | 'dueAt'>[] = [],
): NewEffect[] {
  const ends = new Set([expiresAt, ...may.flatMap(({ until }) => (until === undefined ? [] : [until]))]);
  return [...ends]
    .filter((dueAt) => !planned.some((effect) => effect.kind === 'expireRequest' && effect.dueAt === dueAt))
    .map((dueAt) => ({ kind: 'expireRequest', dueAt }));
}
