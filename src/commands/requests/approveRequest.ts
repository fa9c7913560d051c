import { answerRefusedDecision, endUndecidable, loadDecision, saveEnd, showDecidable } from './decision.js';
import { findInbox, inboxPageSize, paginate } from './inbox.js';
import { save, untilWritten } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import { viewRequest, viewRequests } from '../reads/requestViews.js';
import { given } from '../../domain/given.js';
import { decideApproval } from '../../domain/requests/decideApproval.js';
import type { Outcome } from '../../domain/outcome.js';
import { decideRequest } from '../../domain/requests/requestChanges.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import type { IntentOf } from '../../intents/intent.js';

/** An owner's yes, for the time asked or a shorter one (S6, F15–F18, F25). */
export async function approveRequest(intent: IntentOf<'approveRequest'>, turn: Turn): Promise<Outcome> {
  const { requestId } = intent.target;
  if (!requestId) return showDecidable(turn, 'approveRequest', intent.target);
  // A conflict means that somebody decided, or the outbox wrote, since we read: everything is asked again.
  return untilWritten(requestId, async (): Promise<Outcome | 'conflict'> => {
    const facts = await loadDecision(turn, requestId);
    if (!facts) return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId } };
    if (!(await saveEnd(turn, facts))) return 'conflict';
    const verdict = decideApproval(facts, intent.duration ? { duration: intent.duration } : {});
    if (!verdict.allowed) {
      const isEnded = await endUndecidable(turn, facts, verdict.refusal);
      return isEnded ? answerRefusedDecision(turn, facts, verdict.refusal, 'approved') : 'conflict';
    }
    const decision = {
      outcome: 'approved' as const,
      by: turn.actor.id,
      at: turn.now,
      via: turn.via,
      ...given({
        forId: facts.standsInFor?.id,
        justification: intent.justification || undefined,
        until: verdict.until,
      }),
    };
    const request = decideRequest(facts.request, decision, occasionOf(turn));
    const result = await save(turn, verdict.proof, 'requests', request);
    return result === 'written' ? showDecided(turn, request, intent.inboxPage) : 'conflict';
  });
}

/** The result; after a click in the inbox what is left there, with the result on top. */
async function showDecided(turn: Turn, request: MembershipRequest, inboxPage: number | undefined): Promise<Outcome> {
  const view = await viewRequest(turn.store, request);
  if (inboxPage === undefined) return { kind: 'requestDecided', request: view, viewerId: turn.actor.id };
  const { items, page } = paginate(await findInbox(turn), inboxPage, inboxPageSize);
  return { kind: 'inboxListed', requests: await viewRequests(turn.store, items), page, decided: view };
}
