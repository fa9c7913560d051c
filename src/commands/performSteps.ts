import { askedBackOf } from './askedBack.js';
import { describeWish } from './describeWish.js';
import { keepAsked, type Done } from './keepAsked.js';
import { asRunner } from './requests/asRunner.js';
import { runMeant } from './run.js';
import type { Turn } from './turn.js';
import { given } from '../domain/given.js';
import type { Outcome } from '../domain/outcome.js';
import { asksItself } from '../intents/answers/fill.js';
import type { AskVerdict, Step } from '../intents/choose.js';
import type { Intent, IntentKind } from '../intents/intent.js';
import { missingIn } from '../intents/slots.js';
import { isChange } from '../intents/verdicts.js';
import type { PersonTarget } from '../intents/parsePerson.js';
import type { GroupTarget } from '../intents/targets.js';

/** What a message came to, and as what it is counted. */
export interface Said {
  readonly kind: IntentKind;
  readonly outcome: Outcome;
}

/** Carries out intents one after the other. */
export function perform(intents: readonly Intent[], turn: Turn): Promise<Said> {
  return performSteps(
    intents.map((intent) => ({ intent })),
    turn,
  );
}

/** Carries out wishes one after the other; what their answers ask back is kept open together. */
export async function performSteps(steps: readonly Step[], turn: Turn): Promise<Said> {
  const id = turn.ids.uuid();
  const done: Done[] = [];
  for (const step of steps) done.push({ step, ...(await carryOut(step, id, turn)) });
  await keepAsked(id, done, turn);
  const [first] = done;
  if (!first) throw new Error('a message without a wish was carried out');
  if (done.length === 1) return { kind: first.intent.kind, outcome: first.outcome };
  const outcomes = done.map(({ outcome }) => outcome);
  const asks = outcomes.some(({ kind }) => kind.endsWith('Needed'));
  return { kind: first.intent.kind, outcome: { kind: asks ? 'severalNeeded' : 'severalAnswered', outcomes } };
}

type Came = Omit<Done, 'step'>;

async function carryOut({ intent, ask }: Step, questionId: string, turn: Turn): Promise<Came> {
  const slot = missingIn(intent);
  if (slot) {
    const { hasPicker } = slot === 'person' ? turn : {};
    const wish = await describeWish(intent, turn);
    return { intent, outcome: { kind: 'slotNeeded', questionId, slot, wish, ...given({ hasPicker }) } };
  }
  const came = ask ? await askFirst(intent, ask, questionId, turn) : await runMeant(intent, turn);
  if (came.outcome.kind === 'reportReasonNeeded') return { ...came, outcome: { ...came.outcome, questionId } };
  const picked = onlyOption(came);
  if (!picked) return came;
  const only = await asRunner(picked, turn);
  // A question follows that names whom it is about: that one and "is this who you mean?" are one question.
  if (asksItself.has(only.kind)) return runMeant(only, turn);
  const wish = await describeWish(only, turn);
  return { intent: only, outcome: { kind: 'goAheadNeeded', questionId, wish, unexplained: [], why: 'uncertain' } };
}

/** The one that came near, where something is to be changed: what is asked about is shown with it. */
function onlyOption({ intent, outcome }: Came): Intent | undefined {
  if (outcome.kind !== 'choiceNeeded' || !isChange(intent)) return undefined;
  const { options = [] } = askedBackOf(intent, outcome) ?? {};
  return options.length === 1 ? options[0]?.intent : undefined;
}

/** Doubts that a question of the command's own says nothing of. */
const ownDoubts: ReadonlySet<AskVerdict['why']> = new Set(['condition', 'correction', 'negation', 'time', 'wish']);

/** The filled-in card for what was not plain enough: the form of a join, or the wish in words with one click to do it. */
async function askFirst(
  wished: Intent,
  { unexplained, why }: AskVerdict,
  questionId: string,
  turn: Turn,
): Promise<Came> {
  const intent = await asRunner(wished, turn);
  if (intent.kind === 'joinGroup') return withDoubt(await runMeant({ ...intent, ask: true }, turn), unexplained);
  // One name that several have, or that only comes near: the command itself asks which one is meant.
  const asTyped = why === 'uncertain' && unexplained.length === 0 ? withTypedName(intent) : undefined;
  if (asTyped) return runMeant(asTyped, turn);
  // One question is enough: the command's own, with the words that are in doubt.
  if (asksItself.has(intent.kind) && !ownDoubts.has(why)) return withDoubt(await runMeant(intent, turn), unexplained);
  // Why not is asked for anyway, and nothing is decided before it was said.
  if (intent.kind === 'denyRequest' && intent.justification === undefined && !ownDoubts.has(why))
    return runMeant(intent, turn);
  // What opens a form is not done by it.
  if (intent.kind === 'createGroup') return withDoubt(await runMeant(intent, turn), unexplained);
  const wish = await describeWish(intent, turn);
  // Of a request that is none of theirs, or none at all, there is nothing to ask: the command says that it finds none.
  if (wish.request && wish.request.requester === undefined) return runMeant(intent, turn);
  return { intent, outcome: { kind: 'goAheadNeeded', questionId, wish, unexplained, why } };
}

function withDoubt(came: Came, unexplained: readonly string[]): Came {
  const { outcome } = came;
  if (unexplained.length === 0) return came;
  if (outcome.kind === 'joinFormNeeded')
    return { ...came, outcome: { ...outcome, form: { ...outcome.form, unexplained } } };
  if (outcome.kind === 'groupFormNeeded')
    return { ...came, outcome: { ...outcome, form: { ...outcome.form, unexplained } } };
  const isAsked = outcome.kind === 'confirmNeeded' || outcome.kind === 'leaveConfirmNeeded';
  return isAsked ? { ...came, outcome: { ...outcome, unexplained } } : came;
}

/** The same with its one name that is not clear as it was typed, so that the command asks which one is meant. */
function withTypedName(intent: Intent): Intent | undefined {
  const { target, person, people } = intent as {
    target?: GroupTarget | { readonly by?: undefined };
    person?: PersonTarget;
    people?: readonly PersonTarget[];
  };
  const named = [...(person ? [person] : []), ...(people ?? [])];
  if (named.length > 1) return undefined;
  const given = {
    ...(target?.by === 'id' &&
      target.typed !== undefined && { target: { by: 'name', readings: [{ name: target.typed }] } }),
    ...(person && isTyped(person) && { person: asTyped(person) }),
    ...(people?.some(isTyped) && { people: people.map(asTyped) }),
  };
  const isOpen = target?.by === 'name' || named.some(({ by }) => by === 'name');
  return isOpen || Object.keys(given).length > 0 ? ({ ...intent, ...given } as Intent) : undefined;
}

function isTyped(person: PersonTarget): boolean {
  return person.by === 'id' && person.typed !== undefined;
}

function asTyped(person: PersonTarget): PersonTarget {
  return person.by === 'id' && person.typed !== undefined ? { by: 'name', name: person.typed } : person;
}
