import { showRequest } from './showRequest.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** The client's own refresh of an approval card: reads only, because an edit here would make the client refresh again. */
export async function refreshRequest(intent: IntentOf<'refreshRequest'>, turn: Turn): Promise<Outcome> {
  return showRequest({ kind: 'showRequest', target: { requestId: intent.requestId } }, turn);
}
