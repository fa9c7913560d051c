import { askedBackOf } from './askedBack.js';
import { describeWish } from './describeWish.js';
import { toIntents } from './expand.js';
import { hear } from './hear.js';
import { runMeant } from './run.js';
import { viewRequests } from './reads/views.js';
import type { Turn } from './turn.js';
import type { Outcome } from '../domain/outcome.js';
import { toDuration } from '../intents/entities/times/toDuration.js';
import type { Intent, IntentKind } from '../intents/intent.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import { readAnswer, toAnswer, withLength, withText, type AskedBack } from '../intents/openQuestion.js';
import { longestMessage } from '../intents/message.js';
import { parseMessage } from '../intents/parseMessage.js';
import { isPrinted } from '../intents/printed.js';
import type { NamedSort } from '../intents/entities/knownName.js';
import type { PersonTarget } from '../intents/parsePerson.js';
import type { Understanding } from '../intents/understand.js';
import type { Verdict } from '../intents/verdicts.js';
import type { Meaning } from '../intents/newIntents.js';

/** What a message came to, and as what it is counted. */
export interface Said {
  readonly kind: IntentKind;
  readonly outcome: Outcome;
}

/** Several wishes in one message are carried out up to this many. */
const mostWishes = 12;

/** Answers what somebody wrote: an answer to what was asked last, or a message of its own. */
export async function converse(text: string, turn: Turn): Promise<Said> {
  // What is typed as it is printed on cards needs no second look, and no look-up of names.
  if (isPrinted(text)) return perform([parseMessage(text, { now: turn.now, ...zoneOf(turn) })], turn);
  const { openQuestions } = turn.store.shared;
  const asked = (await openQuestions.get(turn.actor.id, turn.conversationId)) as AskedBack | undefined;
  if (asked) {
    const answered = await answer(text, asked, turn);
    if (answered) return answered;
  }
  const understanding = await hear(text, turn);
  if (asked) {
    const completed = await complete(text, asked, understanding, turn);
    if (completed) return completed;
  }
  return carryOut(understanding, text, turn);
}

/** Carries out a click, and keeps open what the card that it brings asks. */
export async function click(intent: Intent, turn: Turn): Promise<Said> {
  return perform([intent], turn);
}

/** The click of a button that answers what was asked last: what it carries out is kept here and never on the card. */
export async function answerClick({ questionId, accepted }: ClickedAnswer, turn: Turn): Promise<Said> {
  const { openQuestions } = turn.store.shared;
  const asked = (await openQuestions.get(turn.actor.id, turn.conversationId)) as AskedBack | undefined;
  const isMeant = asked !== undefined && (questionId === undefined || questionId === asked.id);
  if (!isMeant || !(await openQuestions.remove(turn.actor.id, turn.conversationId, asked.id)))
    return {
      kind: 'suggest',
      outcome: accepted ? { kind: 'refused', refusal: { code: 'question_gone' } } : { kind: 'cancelled' },
    };
  if (!accepted || !asked.yes) return { kind: 'suggest', outcome: { kind: 'cancelled' } };
  return perform(asked.yes, turn);
}

async function answer(text: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  const reading = readAnswer(text, asked);
  if (reading.kind === 'other') return undefined;
  // Of two answers at the same moment, one gets it.
  if (!(await turn.store.shared.openQuestions.remove(turn.actor.id, turn.conversationId, asked.id))) return undefined;
  return reading.kind === 'cancel'
    ? { kind: 'suggest', outcome: { kind: 'cancelled' } }
    : perform(reading.intents, turn);
}

/** A name, a length or a reason that completes what was asked. */
async function complete(
  text: string,
  asked: AskedBack,
  understanding: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  const intent = completedBy(text, asked, understanding);
  if (!intent) return undefined;
  const isMine = await turn.store.shared.openQuestions.remove(turn.actor.id, turn.conversationId, asked.id);
  return isMine ? perform([intent], turn) : undefined;
}

function completedBy(text: string, asked: AskedBack, understanding: Understanding): Intent | undefined {
  const { verdict } = understanding;
  const isOwnWish = 'do' in verdict || 'ask' in verdict || 'all' in verdict;
  const marked = /^(?:so[:,]? )?(?:because|reason\b|since |cos |it['’]?s for|for my)/i.test(text.trim());
  if (asked.text?.slot === 'justification' && marked) return withText(asked.text, text);
  const duration = onlyLength(understanding);
  if (duration && asked.length) return withLength(asked.length, duration);
  const base = baseOf(asked);
  const instead = base && substitute(text, base, understanding);
  if (instead) return instead;
  if (isOwnWish && !isBareName(verdict)) return undefined;
  if ('tooLong' in verdict || !isStatement(text)) return undefined;
  if (asked.text) return withText(asked.text, text);
  // An answer that fits nothing that was offered: the same is asked again.
  return asked.again && !asked.yes && toAnswer(text).split(' ').length <= 3 ? asked.again : undefined;
}

/** Whether a text can be a reason, a value or a name: no question, no "one moment", no greeting. */
function isStatement(text: string): boolean {
  const words = toAnswer(text);
  if (/\b(?:by the way|btw|lol|haha)\b/.test(words)) return false;
  if (words === '' || /\?\s*$/.test(text)) return false;
  return !/^(?:hang on|hold on|wait|one (?:moment|sec|second|minute)|just a (?:moment|sec|second|minute)|moment|brb|let me (?:think|check|see)|not sure|i dont know|dunno|good question|what|hello|hi|hey|help|thank you|thanks|sorry)\b/.test(
    words,
  );
}

/** A message that says nothing but how long. */
function onlyLength({ items }: Understanding): ReturnType<typeof durationOf> {
  const rest = items.filter((item) => item.kind === 'word').map((item) => item.key);
  const times = items.flatMap((item) => (item.kind === 'slot' && item.value.type === 'time' ? [item.value.time] : []));
  const others = items.some((item) => item.kind === 'slot' && item.value.type !== 'time');
  const isFiller = rest.every((key) =>
    /^(?:make|it|that|please|pls|no|ok|just|only|better|rather|say|then|lets|let|us|for|until|till|maybe|do|take|i|need|want|id|like|would|change|to|instead|actually|sorry|thanks)$/.test(
      key,
    ),
  );
  return times.length === 1 && !others && isFiller ? durationOf(times[0]) : undefined;
}

function durationOf(time: { readonly reading: Parameters<typeof toDuration>[0] } | undefined) {
  const duration = time && toDuration(time.reading);
  return duration === 'forever' ? undefined : duration;
}

/** What the question is about, to be asked again about something else. */
function baseOf({ yes, length, text, options }: AskedBack): Intent | undefined {
  const base = yes?.[0] ?? length ?? text?.intent ?? options?.[0]?.intent;
  if (!base) return undefined;
  const { confirmed: _, ...rest } = base as Intent & { readonly confirmed?: true };
  return rest;
}

type Named = { readonly of: NamedSort } & ({ readonly id: string } | { readonly target: PersonTarget });

/** "no, Sales instead", "Bo Berg", "I meant Jan Becker": the same again about what is named exactly. */
function substitute(text: string, base: Intent, { items, verdict }: Understanding): Intent | undefined {
  const words = items.filter((item) => item.kind === 'word').map((item) => item.key);
  // Where somebody is from ("Jan Becker from Sales") tells two of a name apart, and is nothing else to do.
  const isShort = words.every(
    (key, at) =>
      words[at - 1] === 'from' ||
      /^(?:no|not|sorry|i|mean|meant|actually|instead|rather|the|group|team|one|please|pls|it|is|its|was|make|that|to|for|ok|then|oh|wait|of|course|from|dept|department|with|address)$/.test(
        key,
      ),
  );
  if (!isShort || ('all' in verdict && text.length > 60)) return undefined;
  const named = items.flatMap((item): Named[] => {
    if (item.kind !== 'slot') return [];
    if (item.value.type === 'address') return [{ of: 'people', target: { by: 'address', email: item.value.email } }];
    if (item.value.type !== 'name') return [];
    return item.value.found.readings.flatMap(({ of, candidates, certainty }) => {
      const [only] = candidates;
      return only && candidates.length === 1 && certainty === 'exact' ? [{ of, id: only.id }] : [];
    });
  });
  for (const one of named) {
    if (one.of === 'groups' && 'id' in one && 'target' in base)
      return { ...base, target: { by: 'id', groupId: one.id } } as Intent;
    if (one.of === 'resources' && 'id' in one && 'resource' in base)
      return { ...base, resource: { by: 'id', resourceId: one.id } };
    if (one.of === 'people') {
      const person = 'id' in one ? { by: 'id', personId: one.id } : one.target;
      if ('people' in base && base.people) return { ...base, people: [person] } as Intent;
      if ('person' in base) return { ...base, person } as Intent;
    }
  }
  return undefined;
}

/** A name alone is a wish only for want of anything better. */
function isBareName(verdict: Verdict): boolean {
  return 'ask' in verdict && verdict.ask.kind === 'joinGroup' && verdict.why === 'uncertain';
}

async function carryOut(understanding: Understanding, text: string, turn: Turn): Promise<Said> {
  const { verdict } = understanding;
  if ('tooLong' in verdict) return { kind: 'suggest', outcome: { kind: 'messageTooLongNeeded', most: longestMessage } };
  const plain = parseMessage(text, { now: turn.now, ...zoneOf(turn) });
  const verdicts = 'all' in verdict ? verdict.all : [verdict];
  const wishes = verdicts.flatMap((one) => ('do' in one || 'ask' in one ? [one] : []));
  if (isPlainCommand(plain, wishes, text))
    return performSteps([guarded(withoutHaste(plain, understanding), verdict, text)], turn);
  const open = wishes.length === 1 && wishes[0] && 'ask' in wishes[0] ? await pickRequest(wishes[0], turn) : undefined;
  if (open) return open;
  // A decision beside something else that was said is never made by the way.
  const isBeside = (intent: Intent): boolean => wishes.length > 1 && /^(?:approve|deny)Request$/.test(intent.kind);
  const steps = wishes.flatMap((one): Step[] =>
    toIntents('do' in one ? one.do : one.ask).map((intent): Step => {
      if ('ask' in one) return { intent, ask: one };
      return isBeside(intent) ? { intent, ask: { ask: intent, unexplained: [], why: 'another' } } : { intent };
    }),
  );
  return performSteps(steps.slice(0, mostWishes), turn);
}

/** What a wording that is no plain command is most often taken for. */
const vague: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'joinGroup',
  'findAccess',
  'showGroup',
  'listMyGroups',
  'listMyRequests',
  'showInbox',
  'showHelp',
]);

/** Why a wish about somebody's access is not plain, whatever its wording; other changes ask a question of their own. */
const dangers: ReadonlySet<string> = new Set(['condition', 'correction', 'negation', 'time']);

type Wish = Extract<Verdict, { readonly do: Meaning } | { readonly ask: Meaning }>;

/** Whether a message is carried out by its wording alone: it is one of the commands as they are printed on cards and in help. */
function isPlainCommand(plain: Intent, wishes: readonly Wish[], text: string): boolean {
  if (plain.kind === 'suggest') return wishes.length === 0;
  const [only] = wishes;
  if (!only || /^\W{0,3}yes,/i.test(text)) return true;
  if (hasLooseReason(plain, text)) return false;
  if (wishes.length > 1) return !vague.has(plain.kind) && plain.kind !== 'addMembers' && plain.kind !== 'leaveGroup';
  const meaning = 'do' in only ? only.do : only.ask;
  // A look is no better reading of what asks to join.
  if (meaning.kind !== plain.kind)
    return !vague.has(plain.kind) || (plain.kind === 'joinGroup' && isLook.test(meaning.kind));
  if ('ask' in only) {
    const hasLength = 'duration' in plain && plain.duration !== undefined;
    return !changesAtOnce.has(plain.kind) || !dangers.has(only.why) || (only.why === 'time' && hasLength);
  }
  // The stages read more lengths, and several groups, where the wording takes them for something else.
  const { duration, targets } = meaning as { readonly duration?: unknown; readonly targets?: unknown };
  return duration === undefined && targets === undefined;
}

const isLook = /^(?:show|list|browse|find|explain)/;

/** Whether what is taken for a reason is not said to be one: it may be about the wish itself ("… as a guest"). */
function hasLooseReason(intent: Intent, text: string): boolean {
  if (!changesAtOnce.has(intent.kind) || /\b(?:because|cause|cos|reason|since|note|comment)\b|:/i.test(text))
    return false;
  const { justification, target } = intent as {
    justification?: string;
    target?: { readings?: readonly { justification?: string }[] };
  };
  return justification !== undefined || (target?.readings ?? []).some((reading) => reading.justification !== undefined);
}

/** A new name that ends in a time ("… to Late Shift tomorrow") is shown before it counts, also where it was confirmed. */
function withoutHaste(intent: Intent, { items }: Understanding): Intent {
  if (intent.kind !== 'changeGroup' || intent.field !== 'name' || !intent.confirmed) return intent;
  const times = items.flatMap((item) => (item.kind === 'slot' && item.value.type === 'time' ? [item.text] : []));
  if (!times.some((time) => intent.value.includes(time))) return intent;
  const { confirmed: _, ...asked } = intent;
  return asked;
}

/** A plain command in a sentence that reports, denies or only supposes it: it is asked about before it is done. */
function guarded(intent: Intent, verdict: Verdict, text: string): Step {
  if (hasLooseReason(intent, text)) return { intent, ask: { ask: intent, unexplained: [], why: 'words' } };
  if (!('nothing' in verdict) || !/^(?:negation|condition|hedge)$/.test(verdict.nothing)) return { intent };
  return intent.kind !== 'addMembers' && changesAtOnce.has(intent.kind)
    ? { intent, ask: { ask: intent, unexplained: [], why: 'condition' } }
    : { intent };
}

/** What changes something without a question of its own. */
const changesAtOnce: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'joinGroup',
  'approveRequest',
  'denyRequest',
  'addMembers',
  'withdrawRequest',
  'delegate',
  'endDelegations',
]);

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
  await keepAsked(turn.ids.uuid(), [{ intent, outcome }], turn);
  return { kind: ask.kind, outcome };
}

function zoneOf({ actor }: Turn): { readonly timeZone?: string } {
  return actor.timeZone ? { timeZone: actor.timeZone } : {};
}

type AskVerdict = Extract<Verdict, { readonly ask: Meaning }>;

interface Done {
  readonly intent: Intent;
  readonly outcome: Outcome;
}

interface Step {
  readonly intent: Intent;
  /** It was not plain enough to be done. */
  readonly ask?: AskVerdict;
}

const perform = (intents: readonly Intent[], turn: Turn): Promise<Said> =>
  performSteps(
    intents.map((intent) => ({ intent })),
    turn,
  );

/** Carries out wishes one after the other; what their answers ask back is kept open together. */
async function performSteps(steps: readonly Step[], turn: Turn): Promise<Said> {
  const id = turn.ids.uuid();
  const done: Done[] = [];
  for (const step of steps)
    done.push(step.ask ? await askFirst(step.intent, step.ask, id, turn) : await runMeant(step.intent, turn));
  await keepAsked(id, done, turn);
  const [first] = done;
  if (!first) throw new Error('a message without a wish was carried out');
  if (done.length === 1) return { kind: first.intent.kind, outcome: first.outcome };
  const outcomes = done.map(({ outcome }) => outcome);
  const asks = outcomes.some(({ kind }) => kind.endsWith('Needed'));
  return { kind: first.intent.kind, outcome: { kind: asks ? 'severalNeeded' : 'severalAnswered', outcomes } };
}

/** The filled-in card for what was not plain enough: the form of a join, or the wish in words with one click to do it. */
async function askFirst(
  intent: Intent,
  { unexplained, why }: AskVerdict,
  questionId: string,
  turn: Turn,
): Promise<Done> {
  if (intent.kind === 'joinGroup') return runMeant({ ...intent, ask: true }, turn);
  // One name that several have, or that only comes near: the command itself asks which one is meant.
  if (why === 'uncertain' && unexplained.length === 0 && isOpenName(intent)) return runMeant(intent, turn);
  return {
    intent,
    outcome: { kind: 'goAheadNeeded', questionId, wish: await describeWish(intent, turn), unexplained, why },
  };
}

/** Whether what is not clear is one name, as it was typed. */
function isOpenName(intent: Intent): boolean {
  const {
    target,
    person,
    people = [],
  } = intent as { target?: { by?: string }; person?: PersonTarget; people?: readonly PersonTarget[] };
  const named = [...(person ? [person] : []), ...people];
  if (named.length > 1) return false;
  return target?.by === 'name' || named.some(({ by }) => by === 'name');
}

/** Keeps what was asked back; a change that asks nothing closes what was open, a look leaves it. */
async function keepAsked(id: string, done: readonly Done[], turn: Turn): Promise<void> {
  const asked = done.flatMap(({ intent, outcome }) => {
    const answers =
      outcome.kind === 'goAheadNeeded' ? { yes: [intent], ...lengthFor(intent) } : askedBackOf(intent, outcome);
    return answers ? [answers] : [];
  });
  const { openQuestions } = turn.store.shared;
  const [first] = asked;
  if (!first) return;
  const yes = asked.flatMap((one) => one.yes ?? []);
  const question: AskedBack = {
    ...(asked.length === 1 ? first : {}),
    id,
    ...(yes.length > 0 ? { yes } : {}),
    ...(asked.length === 1 && first.options && done[0] ? { again: done[0].intent } : {}),
  };
  await openQuestions.put(turn.actor.id, turn.conversationId, { ...question });
}

function lengthFor(intent: Intent): { readonly length?: Intent } {
  return intent.kind === 'addMembers' || intent.kind === 'approveRequest' || intent.kind === 'delegate'
    ? { length: intent }
    : {};
}
