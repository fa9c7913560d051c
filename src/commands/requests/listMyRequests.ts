import { paginate } from './inbox.js';
import type { Turn } from '../turn.js';
import { viewOwnRequests } from '../reads/requestViews.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

const requestPageSize = 6;

/** "my requests": the newest first, whatever became of them. */
export async function listMyRequests(intent: IntentOf<'listMyRequests'>, turn: Turn): Promise<Outcome> {
  const mine = await turn.store
    .read('requests')
    .find({ where: { requesterId: turn.actor.id }, sort: { field: 'createdAt', direction: 'desc' } });
  const { items, page } = paginate(mine, intent.page, requestPageSize);
  return { kind: 'myRequestsListed', requests: await viewOwnRequests(turn.store, items), page };
}
