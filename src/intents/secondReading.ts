import { build } from './build.js';
import { isDenied } from './clauseKinds.js';
import { matchLoosely, type Match, type PreparedFrames } from './frames/match.js';
import { type Sentence, slotAt, toScope } from './frames/scope.js';
import type { Item } from './items.js';
import type { Message } from './message.js';
import { moodOf } from './mood.js';
import { isRamble } from './refusals.js';
import { residueOf } from './residue.js';
import { isChange, type Verdict } from './verdicts.js';
import { type Clause, opensReason } from './wholeClauses.js';

/** The least that must speak for a wish that is only asked about. */
const leastScore = 3.2;
/** A message of more clauses tells a story. */
const mostClauses = 9;

/**
 * Reads a message again of which no clause by itself is a wish: what names something real and wishes something is never
 * a remark. All its clauses are looked at together, and what is found is only asked about.
 */
export function readAgain(
  clauses: readonly Clause[],
  sentence: Sentence,
  frames: PreparedFrames,
  message: Message,
): Verdict | undefined {
  const told = clauses.filter((clause) => !opensReason(clause.opener));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length > mostClauses) return undefined;
  const isDoubtful = (clause: Clause): boolean =>
    isDenied(clause, sentence) ||
    itemsOf(clause, sentence).some((item) => item.kind === 'word' && /^(?:nobody|noone|none)$/.test(item.key)) ||
    moodOf(itemsOf(clause, sentence), clause.end).mood === 'hedge';
  if (told.some(isDoubtful) || !told.some((clause) => isWish(clause, sentence))) return undefined;
  const scope = toScope(sentence, first.from, last.to, { mood: 'wish', isInverse: false });
  for (const match of matchLoosely(frames, scope)) {
    if (match.score < leastScore) return undefined;
    if (!isSpoken(match)) continue;
    const verdict = verdictOf(match, sentence, message.plain);
    if (verdict) return verdict;
  }
  return undefined;
}

/** Something is asked for, or ordered, or should be. */
function isWish(clause: Clause, sentence: Sentence): boolean {
  const items = itemsOf(clause, sentence);
  const { mood } = moodOf(items, clause.end);
  if (mood === 'wish' || mood === 'politeQuestion') return true;
  const first = items.find((item) => item.kind === 'word');
  if (mood === 'should') return isOurs(clause.from, clause.to, sentence);
  // What begins like an order has a verb of ours in front.
  return (
    mood === 'command' &&
    first?.kind === 'word' &&
    !first.key.endsWith('ing') &&
    isOurs(clause.from, clause.from + 3, sentence)
  );
}

function isOurs(from: number, to: number, sentence: Sentence): boolean {
  return sentence.hits.some(({ cls, at: [first = -1] }) => !cls.startsWith('*') && first >= from && first < to);
}

function itemsOf({ from, to }: Clause, sentence: Sentence): readonly Item[] {
  return sentence.items.slice(from, to);
}

/** Words of the frame are there, and all that is named has its place in it. */
function isSpoken(match: Match): boolean {
  const named = match.unexplained.filter((index) => {
    const value = slotAt(match.scope.sentence, index)?.value;
    return value?.type === 'name' && value.found.readings.some(({ certainty }) => certainty === 'exact');
  });
  return match.words.length > 0 && named.length <= (match.frame.changes ? 1 : 0);
}

function verdictOf(match: Match, sentence: Sentence, text: string): Verdict | undefined {
  const residue = residueOf(match, sentence, text);
  const [meaning, ...more] = build(match, text, undefined)?.meanings ?? [];
  if (!meaning || more.length > 0) return undefined;
  if (isChange(meaning)) return { ask: meaning, unexplained: residue.unexplained, why: residue.why[0] ?? 'words' };
  return isRamble(match) ? undefined : { do: meaning };
}
