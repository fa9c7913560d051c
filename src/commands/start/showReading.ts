import { hear } from '../hear.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import type { Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { explain } from '../../intents/explain.js';
import type { IntentOf } from '../../intents/intent.js';

/** "how do you read add Bo to Marketing": the stages of a message, as `npm run explain` prints them; nothing is done. */
export async function showReading({ text }: IntentOf<'showReading'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  return { kind: 'readingShown', text, lines: explain(await hear(text, turn)) };
}
