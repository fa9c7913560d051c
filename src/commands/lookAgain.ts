import { lookOnly, WouldChange } from './reads/lookOnly.js';
import { runIntent } from './run.js';
import type { Turn } from './turn.js';
import type { AskingDocument } from '../domain/askedQuestion.js';
import { tenantRecordId } from '../domain/keys.js';
import type { News } from '../domain/news.js';
import type { Outcome } from '../domain/outcome.js';
import type { Intent, IntentKind } from '../intents/intent.js';

/** What several people were asked, by the answer that one of them can give. */
const asks: Partial<Readonly<Record<IntentKind, readonly News['code'][]>>> = {
  answerClaim: ['claimAsked'],
  answerProposal: ['proposalMade'],
  settleDrift: ['driftFound'],
  releaseBrake: ['brakeOn', 'peopleBrakeOn'],
};

/**
 * Brings the card of a question up to date, as the client asks by itself whenever somebody opens it: the question as it
 * would be asked now, or why it is none any more. Nothing is changed by it, nothing is sent, and it counts as no turn.
 */
export async function lookAgain(intent: Intent, turn: Turn): Promise<Outcome> {
  try {
    return await runIntent(intent, { ...turn, store: lookOnly(turn.store) });
  } catch (error) {
    if (!(error instanceof WouldChange)) throw error;
    return (await findAsked(intent, turn)) ?? { kind: 'questionOver' };
  }
}

/** A question that still waits for the answer that a button of its card gives. */
async function findAsked(intent: Intent, { store }: Turn): Promise<Outcome | undefined> {
  const codes = asks[intent.kind];
  if (!codes) return undefined;
  const { target } = intent as { readonly target?: { readonly groupId?: string } };
  const record: AskingDocument | undefined = await (target?.groupId === undefined
    ? store.read('tenants').get(tenantRecordId)
    : store.read('groups').get(target.groupId));
  const { question } = record ?? {};
  return question?.asks && !question.settledAs && codes.includes(question.asks.code)
    ? { kind: 'newsTold', notice: question.asks }
    : undefined;
}
