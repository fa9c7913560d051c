import { findInbox, inboxPageSize, paginate } from './inbox.js';
import type { Turn } from '../turn.js';
import { viewRequests } from '../reads/requestViews.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "inbox": what waits for the person's decision, the oldest first (F84). */
export async function showInbox(intent: IntentOf<'showInbox'>, turn: Turn): Promise<Outcome> {
  const { items, page } = paginate(await findInbox(turn), intent.page, inboxPageSize);
  return { kind: 'inboxListed', requests: await viewRequests(turn.store, items), page };
}
