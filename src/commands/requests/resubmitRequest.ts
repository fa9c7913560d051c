import { loadTenant } from '../reads/people.js';
import { offerToJoin, requestMembership } from './requestMembership.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "Ask again" on a request that nobody answered or that was taken back: the same words, sent anew (F48). */
export async function resubmitRequest(intent: IntentOf<'resubmitRequest'>, turn: Turn): Promise<Outcome> {
  const [tenant, former] = await Promise.all([
    loadTenant(turn.store, turn),
    turn.store.read('requests').get(intent.requestId),
  ]);
  if (!former || former.requesterId !== turn.actor.id)
    return { kind: 'refused', refusal: { code: 'request_not_found', typed: intent.requestId } };
  const group = await turn.store.read('groups').get(former.groupId);
  if (!group) return { kind: 'refused', refusal: { code: 'group_not_found', typed: '' } };
  const { justification, duration } = former;
  const input = { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
  // After a denial the same words would meet the same answer: they are shown for a second look first.
  if (former.status === 'denied') return offerToJoin(turn, tenant, [group], { why: 'confirm', ...input });
  return requestMembership(turn, tenant, group, input);
}
