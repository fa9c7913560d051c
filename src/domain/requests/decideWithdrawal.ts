import { authorize } from '../authorized.js';
import type { MembershipRequest } from './request.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonId } from '../terms.js';
import type { PersonView } from '../personView.js';

/** Whether a person may take a request back (F13): their own, while nobody has decided it. */
export function decideWithdrawal(facts: {
  readonly actorId: PersonId;
  readonly request: MembershipRequest;
  readonly groupName: string;
  readonly decidedBy?: PersonView;
}): Verdict<'withdrawRequest'> {
  const { actorId, request, groupName, decidedBy } = facts;
  if (request.requesterId !== actorId) return refuse({ code: 'request_not_found', typed: request.id });
  const { status, decision } = request;
  if (status === 'pending') return { allowed: true, proof: authorize('withdrawRequest') };
  if (decision && (status === 'approved' || status === 'denied')) {
    return refuse({
      code: 'request_already_decided',
      requestId: request.id,
      group: groupName,
      outcome: status,
      by: decidedBy ?? { id: decision.by, name: 'somebody' },
      at: decision.at,
    });
  }
  if (status === 'approved' || status === 'denied') throw new Error(`${request.key} is ${status} without a decision`);
  return refuse({
    code: 'request_closed',
    requestId: request.id,
    group: groupName,
    status,
    at: request.closedAt ?? request.expiresAt,
  });
}
