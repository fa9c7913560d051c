import { perform, performSteps, type Said } from './performSteps.js';
import type { Turn } from './turn.js';
import { isOpen, type AnswerReading, type AskedBack } from '../intents/answers/asked.js';
import { completeAnswer, withText } from '../intents/answers/completeAnswer.js';
import type { Step } from '../intents/choose.js';
import { readAnswer } from '../intents/answers/readAnswer.js';
import { toAnswer } from '../intents/answers/toAnswer.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import type { Understanding } from '../intents/understand.js';
import { beginsWithNo } from '../intents/words/corrections.en.js';

/** What this person was asked last in this conversation, and what their last turn was about. */
export async function openQuestionOf({ store, actor, conversationId }: Turn): Promise<AskedBack | undefined> {
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
export function answerQuestion(text: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  return carryOn(asked, (question) => readAnswer(text, question), turn);
}

/** A reason that was filled in on a form is one, whatever else its words could mean; nothing where none was asked for. */
export async function answerWithReason(text: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  if (asked.text?.slot !== 'justification' || !(await close(asked, turn))) return undefined;
  const steps = withText(asked.text, text).map((intent): Step => ({ intent }));
  return performSteps(steps, turn);
}

/** Carries out what a name, a length or a reason answers. */
export function completeQuestion(
  text: string,
  asked: AskedBack,
  understanding: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  return carryOn(asked, (question) => completeAnswer(text, question, understanding), turn);
}

/** A text that begins with "no" and says nothing else that could be done leaves everything as it is. */
export async function refuseQuestion(
  text: string,
  asked: AskedBack,
  { verdict }: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  const isLook = 'do' in verdict && (verdict.aside === true || verdict.do.kind === 'showGroup');
  const isWish = !isLook && ('do' in verdict || 'ask' in verdict || 'all' in verdict || 'tooLong' in verdict);
  if (
    isWish ||
    text.trim().endsWith('?') ||
    !isOpen(asked) ||
    !beginsWithNo.test(toAnswer(text)) ||
    !(await close(asked, turn))
  )
    return undefined;
  return { kind: 'suggest', outcome: { kind: 'cancelled' } };
}

/** The question that was asked last is answered first, then the one before it. */
async function carryOn(
  asked: AskedBack,
  read: (question: AskedBack) => AnswerReading,
  turn: Turn,
): Promise<Said | undefined> {
  const questions = [asked, ...(asked.before ? [asked.before] : [])].filter(isOpen);
  const readings = questions.map((question) => ({ question, reading: read(question) }));
  const answer =
    readings.find(({ reading }) => reading.kind === 'do' || reading.kind === 'cancel') ??
    readings.find(({ reading }) => reading.kind === 'again');
  if (!answer) return undefined;
  const { question, reading } = answer;
  if (reading.kind === 'again') return question.again && performSteps(question.again, turn);
  if (!(await close(asked, turn))) return undefined;
  if (reading.kind === 'cancel') return { kind: 'suggest', outcome: { kind: 'cancelled' } };
  if (reading.kind !== 'do') return undefined;
  const [first] = question.again ?? [];
  // Words that nothing explained stay in doubt while something else is corrected; a length was what was in doubt.
  const hasDoubt = reading.corrected && first?.ask?.why !== 'time' && (first?.ask?.unexplained ?? []).length > 0;
  const doubt = reading.doubt ?? (hasDoubt ? first?.ask : undefined);
  const steps = reading.intents.map((intent): Step => {
    if (reading.isVague) return { intent, ask: { ask: intent, unexplained: [], why: 'time' } };
    return { intent, ...(doubt ? { ask: { ...doubt, ask: intent } } : {}) };
  });
  return performSteps(steps, turn);
}

/** Whether this answer is the one that counts: of two at the same moment, on any instance, one gets it. */
function close(asked: AskedBack, { store, actor, conversationId }: Turn): Promise<boolean> {
  return store.shared.openQuestions.remove(actor.id, conversationId, asked.id);
}
