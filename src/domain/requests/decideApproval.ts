import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import {
  approverIdsOf,
  cappedEnd,
  effectiveJoinRule,
  effectivePolicy,
  endOf,
  findInputProblem,
  isAdmin,
  isLicensed,
} from '../groups/policy.js';
import type { Refusal } from '../refusal.js';
import type { MembershipRequest } from './request.js';
import type { Tenant } from '../organisation/tenant.js';
import { refuse, type Verdict } from '../verdict.js';
import type { Instant, PersonId, Duration } from '../terms.js';
import type { PersonView } from '../personView.js';

/** Everything that a decision depends on, read from the store at the moment of the click (F16). */
export interface DecisionFacts {
  readonly actorId: PersonId;
  readonly request: MembershipRequest;
  readonly group: Group;
  /** The group's name as the actor knew it, where they may not know how it is called now (Q10). */
  readonly knownName?: string;
  readonly tenant: Tenant;
  readonly requester: PersonView;
  readonly requesterIsMember: boolean;
  readonly now: Instant;
  /** Those who can decide beside the actor, and the administrators, for refusals that say whom to ask. */
  readonly otherOwners: readonly PersonView[];
  readonly admins: readonly PersonView[];
  /** The owner for whom the actor stands in, when they may not decide by themselves (F45). */
  readonly standsInFor?: PersonView;
  /** The person who decided, when somebody did. */
  readonly decidedBy?: PersonView;
}

/** Whether this owner may approve now, and until when the membership then lasts. */
export function decideApproval(
  facts: DecisionFacts,
  wish: { readonly duration?: Duration } = {},
): Verdict<'approveRequest', { readonly until?: Instant }> {
  const { request, group, tenant, now } = facts;
  const refusal = findObstacle(facts);
  if (refusal) return refuse(refusal);
  // F38: the rules are asked again, not remembered from the day of the request.
  if (group.deletedAt !== undefined || effectiveJoinRule(group, tenant) === 'ownersOnly')
    return refuse({ code: 'rule_changed', requestId: request.id, group: group.name });
  if (facts.requesterIsMember)
    return refuse({
      code: 'requester_left_or_joined',
      requestId: request.id,
      group: group.name,
      person: facts.requester,
    });
  const missing = findMissing(facts);
  if (missing)
    return refuse({
      code: 'request_needs_more',
      requestId: request.id,
      group: group.name,
      person: facts.requester,
      what: missing,
    });
  const policy = effectivePolicy(group, tenant);
  if (wish.duration && request.duration && endOf(wish.duration, now) > endOf(request.duration, now))
    return refuse({ code: 'duration_longer_than_asked' });
  const wished = wish.duration && endOf(wish.duration, now);
  const until = cappedEnd(wish.duration ?? request.duration, policy, now);
  if (until !== undefined && until <= now) return refuse({ code: 'duration_in_the_past' });
  if (wished !== undefined && until !== undefined && until < wished)
    return refuse({ code: 'duration_too_long', maxDays: policy.maxDurationDays ?? 0 });
  return { allowed: true, proof: authorize('approveRequest'), ...given({ until }) };
}

/** What the requester's own side lacks now, by the rules that a request meets when it is sent (F38, S79, S80, F8). */
function findMissing({ request, group, tenant, now }: DecisionFacts): 'licence' | 'reason' | undefined {
  if (!isLicensed(tenant, request.requesterId)) return 'licence';
  const { justification = '' } = request;
  const problem = findInputProblem(effectivePolicy(group, tenant), { justification }, now);
  return problem === 'reasonMissing' || problem === 'reasonTooShort' ? 'reason' : undefined;
}

/** Whether this owner may deny now; a denial needs a reason (F21). */
export function decideDenial(
  facts: DecisionFacts,
  justification: string | undefined,
): Verdict<'denyRequest', { readonly justification: string }> {
  const refusal = findObstacle(facts);
  if (refusal) return refuse(refusal);
  const reason = justification?.trim() ?? '';
  if (reason.length === 0) return refuse({ code: 'justification_missing', minLength: 1 });
  return { allowed: true, proof: authorize('denyRequest'), justification: reason };
}

/** Whether a person may know of this request: their own, and one that they decide or were asked to decide. */
export function isKnownTo(facts: DecisionFacts): boolean {
  return findObstacle(facts)?.code !== 'request_not_found';
}

/** Whether a person may decide this request at all, now; shared by approval, denial and the buttons on a card. */
export function findObstacle(facts: DecisionFacts): Refusal | undefined {
  const { actorId, request, group, tenant, admins } = facts;
  if (actorId === request.requesterId && request.status === 'pending')
    return { code: 'own_request', requestId: request.id, group: nameOf(facts), others: facts.otherOwners };
  if (actorId === request.requesterId) return findEnd(facts);
  if (!approverIdsOf(group).includes(actorId) && !facts.standsInFor) {
    // Who was never asked is told no more than somebody who made the number up.
    const wasAsked = request.approvers.some((approver) => approver.personId === actorId);
    return wasAsked
      ? {
          code: 'not_an_approver',
          requestId: request.id,
          group: request.groupName ?? group.name,
          person: facts.requester,
        }
      : { code: 'request_not_found', typed: request.id };
  }
  if (actorId === request.askedById && request.status === 'pending') {
    const { requester, otherOwners: others } = facts;
    return { code: 'own_request', requestId: request.id, group: group.name, others, person: requester };
  }
  // S53, Q18: who asked, why and how it was decided are behind the same door as the group.
  if (tenant.restrictGroupAccess && !isAdmin(tenant, actorId)) return { code: 'groups_restricted', admins };
  const closed = findEnd(facts);
  if (closed) return closed;
  // S9, S10: neither way of deciding works on such a group; the kind may have changed while the request waited.
  if (group.unsupportedKind) return { code: 'unsupported_kind', group: group.name, kind: group.unsupportedKind };
  if (!tenant.ownersManageRequests) return { code: 'requests_switched_off', group: group.name, admins };
  if (!isLicensed(tenant, actorId)) return { code: 'approver_not_licensed', admins };
  return undefined;
}

function findEnd(facts: DecisionFacts): Refusal | undefined {
  const { request, decidedBy, requester } = facts;
  const { status, decision, duration } = request;
  if (status === 'pending') return undefined;
  if (status === 'approved' || status === 'denied') {
    if (!decision) throw new Error(`${request.key} is ${status} without a decision`);
    const by = decidedBy ?? { id: decision.by, name: 'somebody' };
    return {
      code: 'request_already_decided',
      requestId: request.id,
      group: nameOf(facts),
      outcome: status,
      by,
      at: decision.at,
    };
  }
  const closedAt = request.closedAt ?? request.expiresAt;
  if (status === 'expired' && duration?.kind === 'until' && duration.until <= closedAt)
    return {
      code: 'wished_time_over',
      requestId: request.id,
      group: nameOf(facts),
      person: requester,
      at: duration.until,
    };
  return {
    code: 'request_closed',
    requestId: request.id,
    group: nameOf(facts),
    status,
    at: closedAt,
  };
}

/** The group's name as the person who acts may read it. */
export function nameOf({ group, knownName }: DecisionFacts): string {
  return knownName ?? group.name;
}
