import { type Clause, opensReason } from './wholeClauses.js';
import { isDenied, isFloating, isFragment, isTold, hasWords } from './clauseKinds.js';
import { fold } from './entities/fold.js';
import { matchFrames, type Match, type PreparedFrames } from './frames/match.js';
import { type Scope, slotAt, type Sentence, toScope } from './frames/scope.js';
import { moodOf } from './mood.js';
import type { Covered } from './parts.js';

/** The most clauses that one frame spans. */
const widest = 4;

/** What a frame must bring to be better than none, and what each clause more costs. */
const [matchCost, clauseCost] = [1.1, 0.4];

/** More clauses than any message that one can answer. */
const mostClauses = 40;

/** Chooses the frames that together explain the message best. */
export function cover(clauses: readonly Clause[], sentence: Sentence, frames: PreparedFrames): Covered[] {
  const best: { score: number; covered: Covered[] }[] = [{ score: 0, covered: [] }];
  const some = clauses.slice(0, mostClauses);
  for (let end = 1; end <= some.length; end += 1) {
    let chosen: { score: number; covered: Covered[] } | undefined;
    for (let start = Math.max(0, end - widest); start < end; start += 1) {
      const before = best[start];
      if (!before) continue;
      const window = some.slice(start, end);
      const match = matchWindow(window, some, sentence, frames);
      const value = match ? match.score - matchCost - clauseCost * (window.length - 1) : undefined;
      if (match && value !== undefined && value > 0 && before.score + value > (chosen?.score ?? -Infinity))
        chosen = { score: before.score + value, covered: [...before.covered, { clauses: window, match }] };
      if (window.length === 1 && before.score - lostOf(window, sentence) > (chosen?.score ?? -Infinity))
        chosen = { score: before.score - lostOf(window, sentence), covered: [...before.covered, { clauses: window }] };
    }
    best.push(chosen ?? { score: 0, covered: [] });
  }
  const rest = clauses.slice(mostClauses).map((clause) => ({ clauses: [clause] }));
  return [...(best.at(-1)?.covered ?? []), ...rest];
}

function lostOf(window: readonly Clause[], sentence: Sentence): number {
  if (window.every((clause) => isFloating(clause, sentence))) return 0.1;
  let lost = 0;
  for (const { from, to } of window)
    for (let index = from; index < to; index += 1) {
      const value = slotAt(sentence, index)?.value;
      if (value)
        lost += value.type === 'time' ? (value.time.role === 'end' || value.time.role === 'length' ? 1.2 : 0.1) : 0.4;
    }
  return lost;
}

/** "…, Zed for a month", behind a clause of the same sentence that names Zed: his end in that, and no wish of its own. */
function isEndOfOne(clause: Clause, all: readonly Clause[], { items }: Sentence): boolean {
  const before = all[all.indexOf(clause) - 1];
  if (!before || /^[.?!\n]$/.test(before.end)) return false;
  const slots = items.slice(clause.from, clause.to).filter((item) => item.kind === 'slot');
  const [named, ...others] = slots.filter(({ value }) => value.type !== 'time');
  const isBare = items.slice(clause.from, clause.to).every((item) => item.kind !== 'word');
  if (!named || others.length > 0 || slots.length < 2 || !isBare) return false;
  return items.slice(before.from, before.to).some(({ text }) => fold(text) === fold(named.text));
}

function matchWindow(
  window: readonly Clause[],
  all: readonly Clause[],
  sentence: Sentence,
  frames: PreparedFrames,
): Match | undefined {
  const [first, last] = [window[0], window.at(-1)];
  if (!first || !last || window.every((clause) => isFloating(clause, sentence))) return undefined;
  if (window.length === 1 && (isTopic(first, all, sentence) || isEndOfOne(first, all, sentence))) return undefined;
  // "Zed: yes, Chen: …": what stands before a colon belongs to what follows.
  if (window.length > 1 && last.end === ':' && last !== all.at(-1)) return undefined;
  if (
    window.some((clause) => opensReason(clause.opener) || clause.isRow === true) ||
    (window.length > 1 && (!mayJoin(window, sentence) || goBothWays(window, sentence)))
  )
    return undefined;
  const moods = window.map((clause) => moodOf(sentence.items.slice(clause.from, clause.to), clause.end));
  const whole = moodOf(sentence.items.slice(first.from, last.to), last.end);
  const mood =
    window.length === 1 ? whole : (moods.find((one) => /command|wish|politeQuestion|should/.test(one.mood)) ?? whole);
  const blocking = moods.find((one) => one.mood === 'negation' || one.mood === 'condition');
  const scope = toScope(
    sentence,
    first.from,
    last.to,
    blocking ?? { ...mood, isInverse: moods.some((one) => one.isInverse) },
  );
  const found = matchFrames(frames, scope, borrowedFor(window, all, sentence));
  return found.find(
    (match) =>
      (!match.isBorrowed || mayBorrow(match, all)) &&
      (window.length === 1 || window.every((clause) => isOfMatch(clause, match))),
  );
}

/** "Regarding the request of Chen for Marketing: …" only says what the rest is about. */
function isTopic(clause: Clause, all: readonly Clause[], { items }: Sentence): boolean {
  const opening = items[clause.from];
  return (
    /^[:,]$/.test(clause.end) &&
    clause !== all.at(-1) &&
    opening?.kind === 'word' &&
    /^(?:re|regarding|concerning)$/.test(opening.key)
  );
}

/** In several clauses each must belong to the wish: one in which words are left over brings a word of the frame. */
function isOfMatch({ from, to }: Clause, match: Match): boolean {
  const isLeft = match.unexplained.some((index) => index >= from && index < to && !match.scope.isDanger(index));
  return !isLeft || match.words.some((hit) => hit.at.some((index) => index >= from && index < to));
}

/** What takes a name from elsewhere begins with its verb or is plainly a wish; a heading lends to all below it. */
function mayBorrow(match: Match, all: readonly Clause[]): boolean {
  const { scope } = match;
  const { mood } = scope.mood;
  if (!match.frame.changes && !hasPronounIn(scope) && mood !== 'question') return false;
  const far = Object.values(match.slots)
    .flat()
    .filter((index) => index < scope.from);
  if (
    far.length > 0 &&
    far.every((index) => all.some((clause) => clause.end === ':' && index >= clause.from && index < clause.to))
  )
    return true;
  if (match.words.length === 0)
    return (
      mood !== 'statement' &&
      mood !== 'report' &&
      hasPronounIn(scope) &&
      match.slots.G !== undefined &&
      match.slots.P !== undefined
    );
  if (mood === 'wish' || mood === 'politeQuestion' || mood === 'should') return true;
  const { items } = scope.sentence;
  let first = scope.from;
  while (
    first < scope.to &&
    (items[first]?.kind === 'mark' || scope.isHarmless(first)) &&
    !match.words.some((hit) => hit.at.includes(first))
  )
    first += 1;
  return mood === 'command' && match.words.some((hit) => hit.at.includes(first));
}

function hasPronounIn({ sentence, from, to }: Scope): boolean {
  return sentence.items
    .slice(from, to)
    .some(
      (item) => item.kind === 'word' && /^(?:them|these|those|him|her|both|all|it|that|this|there)$/.test(item.key),
    );
}

/** "Tom in, Cy out": each goes another way. */
function goBothWays(window: readonly Clause[], { items }: Sentence): boolean {
  const ways = window.flatMap(({ from, to }) => {
    const last = items.slice(from, to).findLast((item) => item.kind === 'word' && !closingWords.has(item.key));
    const first = items.slice(from, to).find((item) => item.kind === 'slot');
    const isWay = last?.kind === 'word' && first !== undefined && first.start < last.start;
    return isWay && /^(?:in|out|off)$/.test(last.key) ? [last.key === 'in'] : [];
  });
  return ways.includes(true) && ways.includes(false);
}

const closingWords: ReadonlySet<string> = new Set(['please', 'pls', 'plz', 'thanks', 'thx', 'too', 'again', 'now']);

/** Items of a sentence that says who stands in, at the most. */
const mostStandingIn = 6;

/** Clauses of one wish: all but one are names and times by themselves, or the sentence is not over. */
function mayJoin(window: readonly Clause[], sentence: Sentence): boolean {
  if (
    window.some(
      (clause) => clause.opener !== undefined && /^(?:if|unless|provided|once|before|after|while)$/.test(clause.opener),
    )
  )
    return false;
  // What stands in another sentence joins with its names alone.
  const sentences = window.filter((clause, index) => index === window.length - 1 || !/^[.?!\n]$/.test(clause.end));
  const isApart = window.filter((clause) => hasWords(clause, sentence)).length > 1;
  if (sentences.length < window.length && isApart && !isStandIn(window, sentence)) return false;
  const full = window.filter(
    (clause, index) => !isFragment(clause, sentence) && !(window[index - 1]?.end === ':' && !isTold(clause, sentence)),
  );
  return full.length <= 1 && !full.some((clause) => isTold(clause, sentence));
}

/** "I'm out next week. Omar will decide.": that whoever writes is away, and a few words on who is there. */
function isStandIn(window: readonly Clause[], { hits }: Sentence): boolean {
  const isAbsence = ({ from, to }: Clause): boolean =>
    hits.some(({ cls, at: [at = -1] }) => cls === 'absent' && at >= from && at < to);
  return (
    window.some(isAbsence) && window.every((clause) => isAbsence(clause) || clause.to - clause.from <= mostStandingIn)
  );
}

/** Nothing but a word that decides. */
function isDecision(own: readonly unknown[], first: Clause, sentence: Sentence): boolean {
  return sentence.hits.some(
    ({ cls, at: [at = -1] }) => /^(?:approve|deny)$/.test(cls) && at >= first.from && at < first.from + own.length,
  );
}

const pronouns = /^(?:him|her|them|he|she|they|it|his|their|its|both|all|these|those|this|that)$/;

/** Slots of other clauses that may be meant here: what a pronoun stands for, and the group that a heading names. */
function borrowedFor(window: readonly Clause[], all: readonly Clause[], sentence: Sentence): number[] {
  const [first, last] = [window[0], window.at(-1)];
  if (!first || !last) return [];
  const own = sentence.items.slice(first.from, last.to);
  // "Wait, approve." says nothing of whom, and means whoever was spoken of.
  const hasPronoun =
    own.some((item) => item.kind === 'word' && pronouns.test(item.key)) ||
    (own.length <= 4 && own.every((item) => item.kind !== 'slot') && isDecision(own, first, sentence));
  return all
    .filter((clause) => clause.to <= first.from && !isDenied(clause, sentence))
    .reverse()
    .flatMap((clause) => {
      const slots: number[] = [];
      for (let index = clause.from; index < clause.to; index += 1) {
        const value = slotAt(sentence, index)?.value;
        if (value?.type !== 'name' && value?.type !== 'mention' && value?.type !== 'address') continue;
        const isPerson = value.type !== 'name' || value.found.readings.every((reading) => reading.of === 'people');
        if ((hasPronoun || !isPerson) && (isPerson || clause.isRow !== true)) slots.push(index);
      }
      return slots;
    });
}
