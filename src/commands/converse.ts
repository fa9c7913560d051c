import {
  answerClick,
  answerQuestion,
  answerWithReason,
  completeQuestion,
  openQuestionOf,
  refuseQuestion,
} from './answerQuestion.js';
import { followUp, withLast } from './followUp.js';
import { hear } from './hear.js';
import { keepAsked } from './keepAsked.js';
import { perform, performSteps, type Said } from './performSteps.js';
import { readSteps } from './readSteps.js';
import { viewRequests } from './reads/requestViews.js';
import { zoneOf, type Turn } from './turn.js';
import type { Outcome } from '../domain/outcome.js';
import type { AskedBack } from '../intents/answers/asked.js';
import type { AskVerdict } from '../intents/choose.js';
import type { Intent } from '../intents/intent.js';
import { isForeign } from '../intents/isForeign.js';
import { longestMessage } from '../intents/message.js';
import { withoutLead } from '../intents/answers/leadIn.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import { parseMessage } from '../intents/parseMessage.js';
import { isPrinted } from '../intents/printed.js';
import type { Understanding } from '../intents/understand.js';

/** Answers what somebody wrote: an answer to what was asked last, or a message of its own. */
export async function converse(text: string, turn: Turn): Promise<Said> {
  const { now } = turn;
  // What is typed as it is printed on cards needs no second look, and no look-up of names.
  if (isPrinted(text)) return perform([parseMessage(text, { now, ...zoneOf(turn) })], turn);
  const asked = await openQuestionOf(turn);
  const answered = asked && (await answerQuestion(text, asked, turn));
  if (answered) return answered;
  const understanding = await hear(text, turn);
  const completed = asked && (await completeQuestion(text, asked, understanding, turn));
  if (completed) return completed;
  const followed = asked && (await followUp(text, asked, understanding, turn));
  const refused = asked && !followed ? await refuseQuestion(text, asked, understanding, turn) : undefined;
  return followed ?? refused ?? carryOut(understanding, text, asked, turn);
}

/** The click of a button that answers what was asked last; what was filled in beside it is read as if it were typed. */
export async function answerByClick(clicked: ClickedAnswer, turn: Turn): Promise<Said> {
  const { text, accepted, questionId } = clicked;
  const asked = accepted ? await openQuestionOf(turn) : undefined;
  const isMeant = asked !== undefined && asked.id === questionId;
  if (isMeant && text !== undefined) return (await answerWithReason(text, asked, turn)) ?? converse(text, turn);
  // Nothing was filled in: it is asked again, and nothing is taken for a no.
  if (isMeant && asked.text && !asked.yes && asked.again) return performSteps(asked.again, turn);
  return answerClick(clicked, turn);
}

async function carryOut(
  understanding: Understanding,
  text: string,
  asked: AskedBack | undefined,
  turn: Turn,
): Promise<Said> {
  if ('tooLong' in understanding.verdict)
    return { kind: 'suggest', outcome: { kind: 'messageTooLongNeeded', most: longestMessage } };
  if (isForeign(understanding.message)) return perform([answerForeign(understanding)], turn);
  const { verdict } = understanding;
  const isRemark = 'nothing' in verdict && verdict.nothing === 'remark';
  const read = readSteps(text, understanding, turn);
  const bare = isRemark && read.steps.every(({ intent }) => intent.kind === 'suggest') && withoutLead(text);
  if (bare) return carryOut(await hear(bare, turn), bare, asked, turn);
  const { steps, only } = read;
  const picked = only && 'ask' in only ? await pickRequest(only, turn) : undefined;
  return picked ?? performSteps(await withLast(steps, text, asked, turn), turn);
}

/** Nothing is done of what is in another language; what it names shows how it is said. */
function answerForeign({ items }: Understanding): Intent {
  const group = items
    .flatMap((item) => (item.kind === 'slot' && item.value.type === 'name' ? item.value.found.readings : []))
    .find(({ of, candidates }) => of === 'groups' && candidates.length === 1)?.candidates[0]?.name;
  const join = group === undefined ? [] : [{ command: 'join', name: group } as const];
  const more = [{ command: 'groups' }, { command: 'myRequests' }, { command: 'help' }] as const;
  return { kind: 'suggest', suggestions: [...join, ...more].slice(0, 3), remark: false, isForeign: true };
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
