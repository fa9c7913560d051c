import { findInbox } from '../requests/inbox.js';
import { loadTenant } from '../reads/people.js';
import { save } from '../change.js';
import { isSetUp } from '../organisation/settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import { askAgain } from '../../domain/requests/requestTimers.js';
import type { Outcome } from '../../domain/outcome.js';
import { isAdmin } from '../../domain/groups/policy.js';
import type { IntentOf } from '../../intents/intent.js';

/** The first words in a new chat; questions that could not reach this person before are sent now (F80). */
export async function welcome(_intent: IntentOf<'welcome'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const waiting = await findInbox(turn);
  await resumeQuestions(turn);
  if (isAdmin(tenant, turn.actor.id) && !isSetUp(tenant)) return { kind: 'setUpNeeded' };
  return { kind: 'welcomed', name: turn.actor.name, waiting: waiting.length };
}

/** Sends the waiting questions that did not reach this person while they had no chat with the bot. */
export async function resumeQuestions(turn: Turn): Promise<void> {
  for (const request of await findInbox(turn)) {
    const again = askAgain(request, turn.actor.id, occasionOf(turn));
    // A lost race needs no second try here: the request was changed this moment, and it is in the inbox all the same.
    if (again) await save(turn, again.proof, 'requests', again.document);
  }
}
