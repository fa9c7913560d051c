import type { Role } from './notation.js';
import { slotAt, type Scope } from './scope.js';

/** Requests that some words mean, and the items that are those words. */
export interface Waiting {
  readonly ids: readonly string[];
  readonly at: readonly number[];
  /** Words that may mean fewer or others than these: a pronoun, a name of several. */
  readonly isPlain: boolean;
}

const everyWords = new Set(['both', 'all', 'everyone', 'everybody', 'everything', 'two', 'three']);
/** Of these words it is said how many they mean: with more or fewer there, it is not known which. */
const countWords: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
]);
const oneWords = new Set(['him', 'her', 'it', 'them', 'that', 'this', 'one', 'request', 'she', 'he', 'they']);

/** The waiting requests (or one's own open ones) that are named by number, person, group, "both", or as the only one. */
export function findWaiting(
  slot: 'W' | 'M',
  scope: Scope,
  used: ReadonlySet<number>,
  role: Role | undefined,
  borrowed: readonly number[],
  isDecision: boolean,
): Waiting | undefined {
  const { mine } = scope.sentence.context;
  const open =
    slot === 'W' ? mine.requestsWaitingForMe : mine.myOpenRequests.map((one) => ({ ...one, requesterId: '' }));
  const numbers = scope.slots.filter((index) => slotAt(scope.sentence, index)?.value.type === 'request');
  if (numbers.length > 0) return { ids: numbers.map((index) => numberAt(scope, index)), at: numbers, isPlain: true };
  const people: [number, ReadonlySet<string>][] = [];
  const groups: [number, ReadonlySet<string>][] = [];
  const isNamed = scope.slots.some((index) => slotAt(scope.sentence, index)?.value.type === 'name');
  // "Let him into Marketing": whoever was spoken of, and the group that is named here.
  const isMeant = !hasPeople(scope) && wordsAt(scope, pronouns).length > 0;
  const here = isNamed && !isMeant ? scope.slots : [...scope.slots, ...borrowed];
  for (const index of here) {
    if (
      used.has(index) ||
      scope.sentence.roles[index] === 'except' ||
      (role === undefined && scope.sentence.roles[index] === 'by')
    )
      continue;
    const value = slotAt(scope.sentence, index)?.value;
    if (value?.type !== 'name') continue;
    const idsOf = (of: string): string[] =>
      value.found.readings.filter((one) => one.of === of).flatMap((one) => one.candidates.map(({ id }) => id));
    const asked = idsOf('people').filter((id) => open.some((one) => one.requesterId === id));
    const meant = idsOf('groups').filter((id) => open.some((one) => one.groupId === id));
    if (slot === 'W' && asked.length > 0) people.push([index, new Set(asked)]);
    else if (meant.length > 0) groups.push([index, new Set(meant)]);
  }
  // A group alone names what waits for it only where a request is spoken of.
  const isSpoken =
    scope.classes.has('request') || scope.classes.has('thing') || (isDecision && wordsAt(scope, everyWords).length > 0);
  if (slot === 'W' && people.length === 0 && groups.length > 0 && !isSpoken) return undefined;
  if (people.length > 0 && isElsewhere(here, scope, open)) return undefined;
  if (slot === 'W' && people.length === 0 && isSomebodyElse(borrowed, scope, open)) return undefined;
  return fromNames(open, people, groups, scope) ?? (isDecision || isSpoken ? fromWords(open, scope, slot) : undefined);
}

const pronouns: ReadonlySet<string> = new Set(['him', 'her', 'them', 'he', 'she', 'they']);

function hasPeople(scope: Scope): boolean {
  return scope.slots.some((index) => idsAt(index, scope, 'people') !== undefined);
}

function idsAt(index: number, scope: Scope, of: string): string[] | undefined {
  const value = slotAt(scope.sentence, index)?.value;
  if (value?.type !== 'name' || scope.sentence.roles[index] === 'except') return undefined;
  const readings = value.found.readings;
  return readings.every((one) => one.of === of)
    ? readings.flatMap((one) => one.candidates.map(({ id }) => id))
    : undefined;
}

/** A group is named for which nothing waits. */
function isElsewhere(here: readonly number[], scope: Scope, open: Open): boolean {
  return here.some((index) => {
    const ids = index >= scope.from ? idsAt(index, scope, 'groups') : undefined;
    return ids !== undefined && !ids.some((id) => open.some((one) => one.groupId === id));
  });
}

/** Whoever was spoken of asks for nothing: the "her" of "let her in" is none of those who wait, nor is "it" their wish. */
function isSomebodyElse(borrowed: readonly number[], scope: Scope, open: Open): boolean {
  const named = borrowed.flatMap((index) => {
    const ids = idsAt(index, scope, 'people');
    return ids === undefined ? [] : [ids.some((id) => open.some((one) => one.requesterId === id))];
  });
  if (wordsAt(scope, pronouns).length > 0) return named.includes(false);
  // "Jörg wants the tool, it's ok with me": what is ok is his wish.
  return named.length > 0 && !named.includes(true);
}

type Open = readonly { readonly id: string; readonly requesterId: string; readonly groupId: string }[];
type Named = readonly (readonly [number, ReadonlySet<string>])[];

function fromNames(open: Open, people: Named, groups: Named, scope: Scope): Waiting | undefined {
  if (people.length === 0 && groups.length === 0) return undefined;
  const fits = (named: Named, id: string): boolean => named.length === 0 || named.some(([, ids]) => ids.has(id));
  const both = open.filter((one) => fits(people, one.requesterId) && fits(groups, one.groupId));
  const found = both.length > 0 ? both : open.filter((one) => fits(people, one.requesterId));
  const at = [...people, ...groups].map(([index]) => index);
  const isAll = wordsAt(scope, everyWords).length > 0 && isCounted(scope, found.length);
  const isEach = people.length > 0 || found.length === 1 || isAll;
  const every = people.length === 0 ? wordsAt(scope, everyWords) : [];
  return { ids: found.map(({ id }) => id), at: [...at, ...every], isPlain: isEach };
}

function fromWords(open: Open, scope: Scope, slot: 'W' | 'M'): Waiting | undefined {
  const hasOthers = scope.slots.some((index) => {
    const value = slotAt(scope.sentence, index)?.value;
    return (
      (value?.type === 'name' && scope.sentence.roles[index] !== 'except') ||
      value?.type === 'address' ||
      value?.type === 'mention'
    );
  });
  if (hasOthers || open.length === 0) return undefined;
  const every = wordsAt(scope, everyWords);
  const except = exceptions(scope);
  if (every.length > 0) {
    const left = open.filter((one) => !except.ids.has(one.requesterId) && !except.ids.has(one.groupId));
    return {
      ids: left.map(({ id }) => id),
      at: [...every, ...except.at],
      isPlain: except.at.length === 0 && slot === 'W' && isCounted(scope, left.length),
    };
  }
  const one = wordsAt(scope, oneWords);
  if (scope.sentence.context.mine.isQuoted === true && slot === 'W' && open.length === 1)
    return { ids: open.map(({ id }) => id), at: one, isPlain: true };
  return open.length === 1 && one.length > 0 ? { ids: open.map(({ id }) => id), at: one, isPlain: true } : undefined;
}

/** Whether as many are there as the words count. */
function isCounted(scope: Scope, there: number): boolean {
  return [...countWords].every(([word, count]) => count === there || wordsAt(scope, new Set([word])).length === 0);
}

function exceptions(scope: Scope): { ids: ReadonlySet<string>; at: number[] } {
  const at = scope.slots.filter((index) => scope.sentence.roles[index] === 'except');
  const ids = at.flatMap((index) => {
    const value = slotAt(scope.sentence, index)?.value;
    return value?.type === 'name' ? value.found.readings.flatMap((one) => one.candidates.map(({ id }) => id)) : [];
  });
  return { ids: new Set(ids), at };
}

function wordsAt(scope: Scope, words: ReadonlySet<string>): number[] {
  const at: number[] = [];
  for (let index = scope.from; index < scope.to; index += 1) {
    const item = scope.sentence.items[index];
    if (item?.kind === 'word' && item.forms.some((form) => words.has(form))) at.push(index);
  }
  return at;
}

function numberAt(scope: Scope, index: number): string {
  const value = slotAt(scope.sentence, index)?.value;
  return value?.type === 'request' ? value.requestId : '';
}
