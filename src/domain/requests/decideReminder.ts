import { authorize } from '../authorized.js';
import { findObstacle, nameOf, type DecisionFacts } from './decideApproval.js';
import type { StandIn } from './deciders.js';
import { given } from '../given.js';
import type { MembershipRequest } from './request.js';
import { refuse, type Verdict } from '../verdict.js';
import type { Instant, PersonId } from '../terms.js';

/** How long those who were asked are left in peace at first, in milliseconds. */
const firstPeaceMs = 3_600_000;

/** How long they are left in peace after a reminder, in milliseconds. */
const peaceMs = 24 * firstPeaceMs;

/** From when on its requester may remind those who were asked; nothing where nobody was reached or nothing waits (F77). */
export function remindableFrom(request: MembershipRequest): Instant | undefined {
  const { status, createdAt, remindedAt } = request;
  if (status !== 'pending' || reachedIn(request).length === 0) return undefined;
  return remindedAt === undefined ? createdAt + firstPeaceMs : remindedAt + peaceMs;
}

/** Whether a requester may remind those who were asked, and whom: who got the card and can still decide (F77). */
export function decideReminder(
  facts: DecisionFacts,
  standIns: readonly StandIn[],
): Verdict<'remindApprovers', { readonly personIds: readonly PersonId[] }> {
  const { actorId, request, tenant, admins, now } = facts;
  if (request.requesterId !== actorId) return refuse({ code: 'request_not_found', typed: request.id });
  const closed = findObstacle(facts);
  if (closed && closed.code !== 'own_request') return refuse(closed);
  const group = nameOf(facts);
  if (!tenant.ownersManageRequests) return refuse({ code: 'requests_switched_off', group, admins });
  const personIds = reachedIn(request).filter((personId) => canDecide(facts, standIns, personId));
  const from = remindableFrom(request);
  if (from === undefined || personIds.length === 0)
    return refuse({ code: 'nobody_to_remind', requestId: request.id, group });
  if (from > now)
    return refuse({
      code: 'reminder_too_soon',
      requestId: request.id,
      group,
      at: from,
      ...given({ last: request.remindedAt }),
    });
  return { allowed: true, proof: authorize('remindApprovers'), personIds };
}

function reachedIn({ approvers }: MembershipRequest): PersonId[] {
  return approvers.flatMap(({ personId, delivery, isFormer }) => (delivery === 'sent' && !isFormer ? [personId] : []));
}

function canDecide(
  { standsInFor: _, ...facts }: DecisionFacts,
  standIns: readonly StandIn[],
  actorId: PersonId,
): boolean {
  const lent = standIns.find(({ personId }) => personId === actorId);
  const standsInFor = lent && { id: lent.forId, name: '' };
  return findObstacle({ ...facts, actorId, ...given({ standsInFor }) }) === undefined;
}
