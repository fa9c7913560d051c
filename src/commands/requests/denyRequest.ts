import { answerRefusedDecision, loadDecision, saveEnd, showDecidable } from './decision.js';
import { save, untilWritten } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import { viewRequest } from '../reads/requestViews.js';
import { given } from '../../domain/given.js';
import { decideDenial } from '../../domain/requests/decideApproval.js';
import type { Outcome } from '../../domain/outcome.js';
import { decideRequest } from '../../domain/requests/requestChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** An owner's no, with its reason (S7, F15–F18, F21). */
export async function denyRequest(intent: IntentOf<'denyRequest'>, turn: Turn): Promise<Outcome> {
  const { requestId } = intent.target;
  if (!requestId) return showDecidable(turn, 'denyRequest', intent.target, intent.justification);
  // A conflict means that somebody decided, or the outbox wrote, since we read: everything is asked again.
  return untilWritten(requestId, async (): Promise<Outcome | 'conflict'> => {
    const facts = await loadDecision(turn, requestId);
    if (!facts) return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId } };
    if (!(await saveEnd(turn, facts))) return 'conflict';
    const verdict = decideDenial(facts, intent.justification);
    if (!verdict.allowed) {
      if (verdict.refusal.code !== 'justification_missing')
        return answerRefusedDecision(turn, facts, verdict.refusal, 'denied');
      return {
        kind: 'denyFormNeeded',
        request: await viewRequest(turn.store, facts.request),
        ...(turn.via === 'card' && intent.justification !== undefined ? { problem: 'reasonMissing' as const } : {}),
      };
    }
    const request = decideRequest(
      facts.request,
      {
        outcome: 'denied',
        by: turn.actor.id,
        at: turn.now,
        via: turn.via,
        ...given({ forId: facts.standsInFor?.id }),
        justification: verdict.justification,
      },
      occasionOf(turn),
    );
    if ((await save(turn, verdict.proof, 'requests', request)) !== 'written') return 'conflict';
    return { kind: 'requestDecided', request: await viewRequest(turn.store, request), viewerId: turn.actor.id };
  });
}
