import type { Answer } from '../turn.js';
import type { IntentOf } from '../../intents/intent.js';

/** The client's own refresh of an approval card: reads only, because an edit here would make the client refresh again. */
export async function refreshRequest(intent: IntentOf<'refreshRequest'>): Promise<Answer> {
  return { instead: { kind: 'showRequest', target: { requestId: intent.requestId } } };
}
