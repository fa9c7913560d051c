import { findGroup } from '../reads/findGroup.js';
import { loadTenant } from '../reads/people.js';
import { offerToJoin, requestMembership } from './requestMembership.js';
import type { Turn } from '../turn.js';
import { given } from '../../domain/given.js';
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
  // The same door as for everybody: the group is there, and this person may see it.
  const search = await findGroup(turn, tenant, { by: 'id', groupId: former.groupId });
  if (search.found !== 'one')
    return { kind: 'refused', refusal: { code: 'group_not_found', typed: former.groupName ?? '' } };
  const { group } = search;
  const { justification, duration } = former;
  const input = given({ justification: justification || undefined, duration });
  // After a denial the same words would meet the same answer: they are shown for a second look first.
  if (former.status === 'denied') return offerToJoin(turn, tenant, [group], { why: 'confirm', ...input });
  return requestMembership(turn, tenant, group, input);
}
