import type { ClassHit } from '../items.js';
import { type Filling, fillSlot, fillValue, fillWord, mayHold } from './fill.js';
import { type Element, type Frame, type SlotLetter, readNotation } from './notation.js';
import { type Scope, slotAt } from './scope.js';
import type { FoundValue } from './values.js';
import type { Waiting } from './waiting.js';
import { costOf, isTurning, leftOver, moodScore, prior } from './weigh.js';
import { given } from '../../domain/given.js';

/** A frame that fits a run of clauses, and how well. */
export interface Match {
  readonly frame: Frame;
  readonly says: string;
  readonly scope: Scope;
  /** Indices of the items that fill each slot. */
  readonly slots: Readonly<Partial<Record<SlotLetter, readonly number[]>>>;
  readonly waiting?: Waiting;
  readonly value?: FoundValue;
  readonly words: readonly ClassHit[];
  readonly used: ReadonlySet<number>;
  readonly unexplained: readonly number[];
  readonly isBorrowed: boolean;
  readonly score: number;
}

interface Prepared {
  readonly frame: Frame;
  readonly says: string;
  readonly elements: readonly Element[];
}

/** A frame with its notation read. */
export type PreparedFrames = readonly Prepared[];

/** Reads the notation of all frames once; throws for a frame that is none. */
export function prepareFrames(frames: readonly Frame[]): PreparedFrames {
  return frames.flatMap((frame) => frame.says.map((says) => ({ frame, says, elements: readNotation(says) })));
}

function isExact(scope: Scope, index: number): boolean {
  const value = slotAt(scope.sentence, index)?.value;
  return value?.type !== 'name' || value.found.readings.some(({ certainty }) => certainty !== 'near');
}

/** Whether what fills a slot stands before, or behind, the words that were found. */
function isInPlace({ slot, isSubject }: Extract<Element, { is: 'slot' }>, { slots, words }: Filling): boolean {
  const [first = -1] = slots[slot] ?? [];
  return words.every(({ at }) => (isSubject ? at.every((index) => index > first) : (at[0] ?? -1) < first));
}

/** Every frame that fits, the best first. */
export function matchFrames(prepared: PreparedFrames, scope: Scope, borrowed: readonly number[]): Match[] {
  return prepared
    .map((one) => matchOne(one, scope, borrowed))
    .filter((match) => match !== undefined)
    .sort((a, b) => b.score - a.score);
}

/** Every frame of which the words and slots are there, whatever stands between them; the best first. */
export function matchLoosely(prepared: PreparedFrames, scope: Scope): Match[] {
  return prepared
    .map((one) => matchOne(one, scope, [], looseCost))
    .filter((match) => match !== undefined)
    .sort((a, b) => b.score - a.score);
}

/** What words that nothing explains cost where a frame is only looked for to be asked about. */
const looseCost = 0.25;

/** Phrases of several words that say once more what one that was used says ("let anyone in without asking me"). */
function phrasesAgain(used: readonly ClassHit[], { classes }: Scope): ReadonlySet<number> {
  const same = used
    .filter(({ at }) => at.length > 1)
    .flatMap(({ cls }) => (classes.get(cls) ?? []).filter(({ at }) => at.length > 1));
  return new Set(same.flatMap(({ at }) => at));
}

function matchOne(
  { frame, says, elements }: Prepared,
  scope: Scope,
  borrowed: readonly number[],
  cost = 1,
): Match | undefined {
  const filling: Filling = { used: new Set(), slots: {}, words: [], score: frame.weight ?? 0, isBorrowed: false };
  const words = elements.filter((element) => element.is === 'word');
  if (words.some((element) => !element.isOptional && !mayHold(element, scope))) return undefined;
  for (const element of elements)
    if (
      element.is === 'slot' &&
      !'NV'.includes(element.slot) &&
      !fillSlot(element, scope, borrowed, filling, frame.changes)
    )
      return undefined;
  for (const element of words) if (!fillWord(element, scope, filling)) return undefined;
  if (
    elements.some(
      (element) => element.is === 'slot' && (element.isSubject || element.isObject) && !isInPlace(element, filling),
    )
  )
    return undefined;
  for (const element of elements)
    if (element.is === 'slot' && 'NV'.includes(element.slot) && !fillValue(element, scope, filling)) return undefined;
  const same = new Set(
    words.flatMap((element) => element.any.flatMap((name) => (scope.classes.get(name) ?? []).flatMap((hit) => hit.at))),
  );
  if (
    filling.words.length === 0 &&
    frame.changes &&
    frame.isPerformative !== true &&
    /^(?:statement|state|report)$/.test(scope.mood.mood)
  )
    return undefined;
  // Names alone, of which one only comes near something, ask for nothing that takes away.
  const takesAway = elements.some((element) => element.is === 'slot' && element.role === 'from');
  const again = phrasesAgain(filling.words, scope);
  const isNear = [...(filling.slots.G ?? [])].some((index) => !isExact(scope, index));
  if (filling.words.length === 0 && takesAway && isNear) return undefined;
  const unexplained = leftOver(scope, filling.used).filter(
    (index) =>
      !again.has(index) &&
      (frame.changes || !same.has(index) || scope.isDanger(index)) &&
      !(scope.mood.isInverse && frame.opposite !== undefined && isTurning(scope, index)),
  );
  // Names alone say little: words around them that nothing explains say something else.
  const dear =
    filling.words.length === 0 &&
    (filling.slots.P !== undefined || elements.some((element) => element.is === 'slot' && element.role === 'from'))
      ? 2.5
      : 1;
  const isSearch = frame.takesWords === true && filling.words.reduce((sum, { at }) => sum + at.length, 0) > 1;
  const lost = isSearch ? 0 : unexplained.reduce((sum, index) => sum + costOf(frame, scope, index), 0) * dear * cost;
  return {
    frame,
    says,
    scope,
    slots: filling.slots,
    words: filling.words,
    used: filling.used,
    unexplained,
    isBorrowed: filling.isBorrowed,
    score: filling.score - Math.min(lost, 12 * cost) + moodScore(frame, scope) + prior(frame, filling, scope),
    ...given({ waiting: filling.waiting, value: filling.value }),
  };
}
