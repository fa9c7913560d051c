import type { Clause } from './wholeClauses.js';
import { build } from './build.js';
import { isFloating, isWanted } from './clauseKinds.js';
import type { Match } from './frames/match.js';
import { type Scope, slotAt, type Sentence } from './frames/scope.js';
import type { Covered, Part } from './parts.js';
import { unreadTimes } from './matchedTimes.js';
import { besideOf, residueOf } from './residue.js';
import { given } from '../domain/given.js';

export function explainParts(covered: readonly Covered[], sentence: Sentence, text: string): Part[] {
  const taken = new Set<Covered>();
  const told = covered.map((one): Covered => (isAside(one, covered, sentence) ? { clauses: one.clauses } : one));
  const whole = told.map((one, index): Covered => withTime(one, index, told, sentence, taken));
  return whole.map((one, index): Part => {
    if (taken.has(one)) return { clauses: [], unexplained: [], why: [] };
    if (!one.match) return { clauses: one.clauses, unexplained: [], why: [] };
    const behind = following(whole, index, taken);
    const before = preceding(whole, index, taken);
    const timed = withAbsence(one.match, [...before, ...behind], sentence);
    const own = residueOf(timed, sentence, text);
    const after = besideOf(behind, sentence, text, false);
    const lead = besideOf(before, sentence, text, true);
    const guess = guessedReason(one.match, text);
    const reason =
      one.match.frame.takesReason === 'marked'
        ? after.marked
        : (after.marked ??
          lead.marked ??
          (guess?.isMarked === true ? guess.text : undefined) ??
          after.reason ??
          lead.reason ??
          guess?.text);
    const lone = timesIn([...before, ...behind], sentence);
    const match =
      lone.length === 1 && timed.says.includes('D') && !isReadable(timed, sentence)
        ? { ...timed, slots: { ...timed.slots, D: lone } }
        : timed;
    const unread = unreadTimes(match, text);
    const isTimely = timed === one.match && unread.length === 0;
    const isCorrected = after.why.includes('correction');
    const built = build(isCorrected ? withLater(match, behind, sentence) : match, text, reason);
    return {
      clauses: one.clauses,
      match,
      ...given({ built }),
      own: own.why,
      unexplained: [...own.unexplained, ...unread, ...after.unexplained, ...lead.unexplained],
      why: [...new Set([...own.why, ...after.why, ...lead.why, ...(isTimely ? [] : (['time'] as const))])],
      ...given({ reason }),
    };
  });
}

/** What says the same of what stands elsewhere, and more words, gives its reason; "X instead" corrects it. */
function isAside({ clauses, match }: Covered, covered: readonly Covered[], sentence: Sentence): boolean {
  if (!match) return false;
  // "I'm leaving the project, so take me out there": the first says why, where the second is the wish.
  const isTold = /^(?:statement|state|report)$/.test(match.scope.mood.mood) && match.unexplained.length > 0;
  const isWished = covered.some(
    (one) => one.match?.frame.intent === match.frame.intent && one.match.scope.mood.mood === 'command',
  );
  if (isTold && isWished) return true;
  const others = covered.filter((one) => one.match && one.match !== match && !one.match.isBorrowed);
  const isSame = others.some((one) => one.match?.frame.intent === match.frame.intent);
  if (match.isBorrowed && isSame && match.unexplained.length > 0) return true;
  if (match.frame.changes || !others.some((one) => one.match?.frame.changes === true)) return false;
  return clauses.some(({ from, to }) =>
    sentence.items
      .slice(from, to)
      .some((item, at, all) => item.kind === 'word' && item.key === 'instead' && !isOf(all[at + 1])),
  );
}

function isOf(item: Sentence['items'][number] | undefined): boolean {
  return item?.kind === 'word' && item.key === 'of';
}

/** A wish without a time takes the one that stands alone beside it. */
function withTime(
  one: Covered,
  index: number,
  covered: readonly Covered[],
  sentence: Sentence,
  taken: Set<Covered>,
): Covered {
  const { match } = one;
  if (!match || match.slots.D !== undefined || !match.says.includes('D')) return one;
  const isLone = (other: Covered | undefined): boolean =>
    other !== undefined &&
    !other.match &&
    !taken.has(other) &&
    other.clauses.every((clause) => isFloating(clause, sentence));
  const found = [...covered.slice(index + 1), ...covered.slice(0, index).reverse()].find(
    (other) => isLone(other) && isBeside(index, covered.indexOf(other), covered),
  );
  if (!found) return one;
  taken.add(found);
  const at = found.clauses
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step))
    .filter((at) => slotAt(sentence, at));
  const wanted = at.filter((each) => isWanted(sentence, each));
  return {
    ...one,
    match: {
      ...match,
      slots: { ...match.slots, ...(wanted.length > 0 && { D: wanted }) },
      unexplained: [...match.unexplained, ...at.filter((each) => !isWanted(sentence, each))],
    },
  };
}

/** No other wish stands between them. */
function isBeside(index: number, other: number, covered: readonly Covered[]): boolean {
  const [low, high] = index < other ? [index + 1, other] : [other + 1, index];
  return covered.slice(low, high).every(({ match }) => match?.frame.changes !== true);
}

/** Words at the end, or at the beginning, that nothing explains are most likely why; they are shown before they count. */
function guessedReason(match: Match, text: string): { readonly text: string; readonly isMarked: boolean } | undefined {
  const { scope, unexplained, frame } = match;
  const words = unexplained.filter((index) => scope.sentence.items[index]?.kind !== 'mark');
  const lastUsed = Math.max(...Object.values(match.slots).flat(), scope.from - 1);
  const tail = words.filter((index) => index > lastUsed);
  const [first] = tail.length > 0 ? tail : words;
  const last = tail.length > 0 ? scope.to - 1 : words.at(-1);
  if (frame.takesReason !== true || first === undefined || last === undefined) return undefined;
  // "… for the move, till 20 December": what stands between the last name and the end.
  const lastName = Math.max(...names(match).filter((index) => index < first), scope.from - 1);
  const isBehind = tail.length > 0 || lastName >= scope.from;
  const start =
    tail.length > 0
      ? startOfReason(scope, first, lastUsed + 1)
      : isBehind
        ? startOfReason(scope, first, lastName + 1)
        : scope.from;
  const found = text.slice(scope.sentence.items[start]?.start, scope.sentence.items[last]?.end);
  const bare = found.replace(/^(?:for|as|because|since|so|to)\s+/i, '').trim();
  if (isConnective(bare)) return undefined;
  return { text: bare, isMarked: bare !== found.trim() && isBehind };
}

/** Words that only lead to what stands behind them ("but", "only") say why of nothing. */
function isConnective(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) =>
      /^(?:but|only|just|though|and|then|so|for|at|max|maybe|can|could|would|will|may|some(?:body|one)|any(?:body|one)|you|please|)$/.test(
        word,
      ),
    );
}

/** Where its names stand. */
function names({ slots }: Match): number[] {
  return [...(slots.G ?? []), ...(slots.P ?? []), ...(slots.R ?? [])];
}

/** The small words before the first one belong to it. */
function startOfReason(scope: Scope, first: number, lowest: number): number {
  let start = first;
  while (start > lowest && scope.sentence.items[start - 1]?.kind === 'word') start -= 1;
  return start;
}

/** "…, no, sorry, to Ana": a later name of the same sort takes the place of the last one. */
function withLater(match: Match, behind: readonly Clause[], sentence: Sentence): Match {
  const indices = behind.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step));
  const later = (of: 'groups' | 'people'): number | undefined =>
    indices
      .filter((at) => {
        const value = slotAt(sentence, at)?.value;
        return value?.type === 'name' && value.found.readings[0]?.of === of;
      })
      .at(-1);
  const [group, person] = [later('groups'), later('people')];
  const slots = { ...match.slots };
  if (group !== undefined && slots.G) slots.G = [group];
  if (person !== undefined && slots.P) slots.P = [person];
  return { ...match, slots };
}

/** With the one time that is told of an absence, whatever it stands there for. */
function withAbsence(match: Match, beside: readonly Clause[], sentence: Sentence): Match {
  if (match.frame.isForAbsence !== true || match.slots.D !== undefined || timesIn(beside, sentence).length > 0)
    return match;
  const around = beside.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step));
  const told = [...match.unexplained, ...around].filter((at) => {
    const value = slotAt(sentence, at)?.value;
    return value?.type === 'time' && value.time.role !== 'other';
  });
  // "From 14 to 23 December" begins and ends.
  const ends = told.length > 1 ? told.filter((at) => isWanted(sentence, at)) : told;
  return ends.length === 1
    ? {
        ...match,
        slots: { ...match.slots, D: ends },
        unexplained: match.unexplained.filter((at) => at !== ends[0]),
      }
    : match;
}

/** An end is there that can be read: where none can ("over the break"), what is said beside it counts. */
function isReadable({ slots }: Match, sentence: Sentence): boolean {
  return (slots.D ?? []).some((at) => {
    const value = slotAt(sentence, at)?.value;
    return value?.type === 'time' && (value.time.reading.kind !== 'problem' || value.time.reading.readings.length > 0);
  });
}

function timesIn(clauses: readonly Clause[], sentence: Sentence): number[] {
  return clauses
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step))
    .filter((at) => isWanted(sentence, at));
}

/** The clauses before the first wish. */
function preceding(covered: readonly Covered[], index: number, taken: ReadonlySet<Covered>): Clause[] {
  const before = covered.slice(0, index);
  if (before.some(({ match }) => match?.frame.changes === true)) return [];
  return before.filter((one) => !taken.has(one) && !one.match).flatMap(({ clauses }) => clauses);
}

/** The clauses behind a match up to the next one. */
function following(covered: readonly Covered[], index: number, taken: ReadonlySet<Covered>): Clause[] {
  const found: Clause[] = [];
  for (const one of covered.slice(index + 1)) {
    if (one.match?.frame.changes === true) break;
    if (!taken.has(one) && !one.match) found.push(...one.clauses);
  }
  return found;
}
