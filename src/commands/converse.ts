import { answerClick, answerQuestion, completeQuestion, openQuestionOf } from './answerQuestion.js';
import { toIntents } from './expand.js';
import { followUp } from './followUp.js';
import { hear } from './hear.js';
import { keepAsked } from './keepAsked.js';
import { perform, performSteps, type Said } from './performSteps.js';
import { viewRequests } from './reads/views.js';
import { zoneOf, type Turn } from './turn.js';
import type { Outcome } from '../domain/outcome.js';
import { choose, type AskVerdict, type Step, type Wish } from '../intents/choose.js';
import type { Intent } from '../intents/intent.js';
import { readIncomplete } from '../intents/incomplete.js';
import { longestMessage } from '../intents/message.js';
import { withoutLead } from '../intents/answers/leadIn.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import { parseMessage } from '../intents/parseMessage.js';
import { isPrinted } from '../intents/printed.js';
import type { Understanding } from '../intents/understand.js';

/** Several wishes in one message are carried out up to this many. */
const mostWishes = 12;

/** Answers what somebody wrote: an answer to what was asked last, or a message of its own. */
export async function converse(text: string, turn: Turn): Promise<Said> {
  // What is typed as it is printed on cards needs no second look, and no look-up of names.
  if (isPrinted(text)) return perform([parseMessage(text, { now: turn.now, ...zoneOf(turn) })], turn);
  const asked = await openQuestionOf(turn);
  const answered = asked && (await answerQuestion(text, asked, turn));
  if (answered) return answered;
  const understanding = await hear(text, turn);
  const completed = asked && (await completeQuestion(text, asked, understanding, turn));
  if (completed) return completed;
  const followed = asked && (await followUp(text, asked, understanding, turn));
  return followed ?? carryOut(understanding, text, turn);
}

/** The click of a button that answers what was asked last; what was filled in beside it is read as if it were typed. */
export async function answerByClick(clicked: ClickedAnswer, turn: Turn): Promise<Said> {
  const { text, accepted, questionId } = clicked;
  if (text === undefined || !accepted) return answerClick(clicked, turn);
  const asked = await openQuestionOf(turn);
  return asked?.id === questionId ? converse(text, turn) : answerClick(clicked, turn);
}

async function carryOut(understanding: Understanding, text: string, turn: Turn): Promise<Said> {
  const { verdict } = understanding;
  if ('tooLong' in verdict) return { kind: 'suggest', outcome: { kind: 'messageTooLongNeeded', most: longestMessage } };
  const plain = parseMessage(text, { now: turn.now, ...zoneOf(turn) });
  const begun = readIncomplete(plain, understanding);
  if (begun) return perform([begun], turn);
  const bare = plain.kind === 'suggest' && 'nothing' in verdict && verdict.nothing === 'remark' && withoutLead(text);
  if (bare) return carryOut(await hear(bare, turn), bare, turn);
  const chosen = choose(text, plain, understanding);
  if ('plain' in chosen) return performSteps([chosen.plain], turn);
  const { wishes } = chosen;
  const [only] = wishes;
  const open = wishes.length === 1 && only && 'ask' in only ? await pickRequest(only, turn) : undefined;
  return open ?? performSteps(wishes.flatMap((one) => toSteps(one, wishes.length > 1)).slice(0, mostWishes), turn);
}

/** A decision beside something else that was said is never made by the way. */
function toSteps(wish: Wish, isOneOfSeveral: boolean): Step[] {
  return toIntents('do' in wish ? wish.do : wish.ask).map((intent) => {
    if ('ask' in wish) return { intent, ask: wish };
    const isBeside = isOneOfSeveral && /^(?:approve|deny)Request$/.test(intent.kind);
    return isBeside ? { intent, ask: { ask: intent, unexplained: [], why: 'another' } } : { intent };
  });
}

/** Several requests may be meant by one decision: which one is asked. */
async function pickRequest({ ask, why }: AskVerdict, turn: Turn): Promise<Said | undefined> {
  const { requestIds } = ask as { readonly requestIds?: readonly string[] };
  if (
    (ask.kind !== 'approveRequest' && ask.kind !== 'denyRequest') ||
    why !== 'uncertain' ||
    !requestIds ||
    requestIds.length < 2
  )
    return undefined;
  const found = await turn.store.read('requests').getMany(requestIds);
  const outcome: Outcome = {
    kind: 'requestPickNeeded',
    purpose: ask.kind,
    requests: await viewRequests(turn.store, found),
  };
  const { requestIds: _, ...intent } = ask as Intent & { readonly requestIds?: readonly string[] };
  await keepAsked(turn.ids.uuid(), [{ step: { intent }, intent, outcome }], turn);
  return { kind: ask.kind, outcome };
}
