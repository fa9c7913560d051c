import { perform, type Said } from './performSteps.js';
import type { Turn } from './turn.js';
import { completeAnswer } from '../intents/completeAnswer.js';
import { readAnswer, type AskedBack } from '../intents/openQuestion.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import type { Understanding } from '../intents/understand.js';

/** What this person was asked last in this conversation, while it can still be answered. */
export function openQuestionOf({ store, actor, conversationId }: Turn): Promise<AskedBack | undefined> {
  return store.shared.openQuestions.get(actor.id, conversationId);
}

/** The click of a button that answers what was asked last: what it carries out is kept here and never on the card. */
export async function answerClick({ questionId, accepted }: ClickedAnswer, turn: Turn): Promise<Said> {
  const asked = await openQuestionOf(turn);
  const isMeant = asked !== undefined && (questionId === undefined || questionId === asked.id);
  if (!isMeant || !(await close(asked, turn)))
    return {
      kind: 'suggest',
      outcome: accepted ? { kind: 'refused', refusal: { code: 'question_gone' } } : { kind: 'cancelled' },
    };
  if (!accepted || !asked.yes) return { kind: 'suggest', outcome: { kind: 'cancelled' } };
  return perform(asked.yes, turn);
}

/** Carries out what answers the question by itself: yes, no, which of those offered. */
export async function answerQuestion(text: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  const reading = readAnswer(text, asked);
  if (reading.kind === 'other') return undefined;
  if (!(await close(asked, turn))) return undefined;
  return reading.kind === 'cancel'
    ? { kind: 'suggest', outcome: { kind: 'cancelled' } }
    : perform(reading.intents, turn);
}

/** A name, a length or a reason that completes what was asked. */
export async function completeQuestion(
  text: string,
  asked: AskedBack,
  understanding: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  const intent = completeAnswer(text, asked, understanding);
  if (!intent) return undefined;
  return (await close(asked, turn)) ? perform([intent], turn) : undefined;
}

/** Whether this answer is the one that counts: of two at the same moment, on any instance, one gets it. */
function close(asked: AskedBack, { store, actor, conversationId }: Turn): Promise<boolean> {
  return store.shared.openQuestions.remove(actor.id, conversationId, asked.id);
}
