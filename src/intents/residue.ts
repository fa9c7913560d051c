import { type Clause, imperatives, opensReason } from './wholeClauses.js';
import type { Match } from './frames/match.js';
import type { Sentence } from './frames/scope.js';
import { slotAt } from './frames/scope.js';
import { introducing } from './words/en/introducing.js';
import { lengthWords } from './words/en/limits.js';
import { moodOf } from './mood.js';
import { dangerClass } from './words/lexicon.js';

/** What nothing explains: in the wish itself, and beside it. */
export interface Residue {
  /** Words that are shown back, as typed. */
  readonly unexplained: readonly string[];
  /** Why the rest may not be done without asking. */
  readonly why: readonly ResidueReason[];
  /** The words that give a reason, as typed. */
  readonly reason?: string;
  /** The words of those that say that they are one. */
  readonly marked?: string;
}

/** What kind of residue it is. */
export type ResidueReason = 'condition' | 'correction' | 'negation' | 'another' | 'time' | 'words' | 'wish';

const corrections = new Set([
  'wait',
  'sorry',
  'meant',
  'mean',
  'correction',
  'scratch',
  'rather',
  'er',
  'actually',
  'hang',
  'oops',
  'instead',
]);
const conditions = new Set([
  'if',
  'unless',
  'provided',
  'providing',
  'once',
  'when',
  'assuming',
  'depending',
  'after',
  'before',
  'while',
  'except',
  'else',
  'otherwise',
]);

/** Sorts the words of a match that no slot and no frame explains. */
export function residueOf(match: Match, sentence: Sentence, text: string): Residue {
  const why = new Set<ResidueReason>();
  const words: string[] = [];
  let last = -2;
  for (const index of match.unexplained) {
    const item = sentence.items[index];
    if (!item || isBeforeEnd(match, sentence, index)) continue;
    why.add(kindOf(match, sentence, index));
    const word = text.slice(item.start, item.end);
    if (index === last + 1 && words.length > 0) words[words.length - 1] = `${words.at(-1) ?? ''} ${word}`;
    else words.push(word);
    last = index;
  }
  return { unexplained: words, why: [...why] };
}

/** "but only for a week": small words that lead to the end that was read. */
function isBeforeEnd({ slots }: Match, { items }: Sentence, index: number): boolean {
  let at = index;
  for (let item = items[at]; item?.kind === 'word' && /^(?:but|only|just)$/.test(item.key); item = items[at]) at += 1;
  return at > index && (slots.D ?? []).includes(at);
}

function kindOf(match: Match, sentence: Sentence, index: number): ResidueReason {
  const slot = slotAt(sentence, index);
  if (slot) return slot.value.type === 'time' ? 'time' : 'another';
  const item = sentence.items[index];
  if (item?.kind === 'mark') return 'words';
  const key = item?.kind === 'word' ? item.key : '';
  if (conditions.has(key)) return 'condition';
  if (/^(?:not|no|never|dont|but|or|either|nobody|without|only)$/.test(key)) return 'negation';
  return corrections.has(key) && match.scope.isDanger(index) ? 'correction' : 'words';
}

/** What clauses beside the wish do to it: give its reason, or forbid to act on it. */
export function besideOf(clauses: readonly Clause[], sentence: Sentence, text: string, isBefore: boolean): Residue {
  const why = new Set<ResidueReason>();
  const unexplained: string[] = [];
  const reasons: { start: number; end: number }[] = [];
  for (const clause of clauses) {
    const items = sentence.items.slice(clause.from, clause.to);
    const [first, lastItem] = [items[0], items.at(-1)];
    if (!first || !lastItem) continue;
    const kinds = kindsOf(clause, sentence, isBefore);
    const span = { start: first.start, end: lastItem.end };
    const forbidding = opensReason(clause.opener) ? kinds.filter((kind) => kind === 'time') : kinds;
    if (forbidding.length > 0) {
      for (const kind of forbidding) why.add(kind);
      unexplained.push(text.slice(span.start, span.end));
    }
    const isWho = isBefore && clause.opener === undefined && isIntroduction(clause, sentence);
    if (!isWho && isWorthSaying(clause, sentence)) reasons.push(span);
  }
  const [first, last] = [reasons[0], reasons.at(-1)];
  const reason = first && last ? withoutOpener(text.slice(first.start, last.end)) : '';
  const opened = clauses.find((clause) => opensReason(clause.opener));
  const marked = opened
    ? withoutOpener(text.slice(sentence.items[opened.from]?.start, sentence.items[opened.to - 1]?.end))
    : '';
  return { unexplained, why: [...why], ...(reason !== '' && { reason }), ...(marked !== '' && { marked }) };
}

function isWorthSaying(clause: Clause, sentence: Sentence): boolean {
  const items = sentence.items.slice(clause.from, clause.to);
  const words = items.filter((item) => item.kind === 'word');
  return (
    words.some((word) => word.kind === 'word' && !isEmptyWord(word.key)) || items.some((item) => item.kind === 'slot')
  );
}

/** "The new one from legal here": who writes is no reason. */
function isIntroduction({ from, to }: Clause, { items }: Sentence): boolean {
  return items
    .slice(from, to)
    .every((item) => item.kind !== 'slot' && (item.kind === 'mark' || introducing.words.has(item.key)));
}

const small = new Set(
  'on behalf of for my the a colleague trainee team mr mrs ms dr new and also as name in from to with'.split(' '),
);

const empty = new Set(
  'please pls plz thanks thx thank you ok okay hi hey hello so and also then well just sorry the a it is both all now yes no reason reasons me in to for good morning lol haha group'.split(
    ' ',
  ),
);

function isEmptyWord(key: string): boolean {
  return empty.has(key);
}

function kindsOf(clause: Clause, sentence: Sentence, isBefore: boolean): ResidueReason[] {
  const items = sentence.items.slice(clause.from, clause.to);
  const kinds: ResidueReason[] = [];
  const { mood } = moodOf(items, clause.end);
  const keys = items.map((item) => (item.kind === 'word' ? item.key : ''));
  // Before the first wish there is nothing that "oh wait" could take back.
  if (isBefore && keys.every((key) => /^(?:oh|ah|wait|hm|hmm|er|um|oops|sorry|hang|on|actually|well)$/.test(key)))
    return [];
  if (
    mood === 'condition' ||
    (clause.opener !== undefined && conditions.has(clause.opener)) ||
    keys.some((key) => key === 'unless' || key === 'if' || key === 'provided')
  )
    kinds.push('condition');
  if (
    keys.every((key) => /^(?:no|nope|wait|sorry|er|hm|hmm|oops|not|or|)$/.test(key)) &&
    keys.some((key) => /^(?:no|nope|wait|oops|er)$/.test(key))
  )
    kinds.push('correction');
  if (
    keys.some(
      (key, index) =>
        /^(?:wait|meant|correction|scratch|oops)$/.test(key) || (key === 'instead' && keys[index + 1] !== 'of'),
    ) ||
    /^(?:or|else|otherwise|but)$/.test(keys[0] ?? '')
  )
    kinds.push('correction');
  if (
    mood === 'negation' ||
    (!isBefore && /^(?:no|not|nope|never|except|only)$/.test(keys[0] ?? '') && keys.length < 7)
  )
    kinds.push('negation');
  if (mood === 'question' || mood === 'politeQuestion') kinds.push('wish');
  if (
    items.some(
      (item) =>
        item.kind === 'slot' && item.value.type === 'time' && /^(?:end|length|start)$/.test(item.value.time.role),
    )
  )
    kinds.push('time');
  const first = items.find((item) => item.kind === 'word');
  if (first?.kind === 'word' && first === items[0] && imperatives.has(first.key)) kinds.push('wish');
  const isTold =
    mood === 'report' || mood === 'statement' || mood === 'state' || /^[a-z]{3,}ing$/.test(first?.key ?? '');
  // Words of an end that nothing could read ("this pls week only").
  const saysWho = keys.some((key) => /^(?:i|im|ive|he|she|hes|shes|we|they|my|is|are|was|were|am|has|have)$/.test(key));
  const isEnding = keys.some((key) => /^(?:until|till|til)$/.test(key));
  const isLasting = !(isTold && saysWho) && keys.some((key) => lengthWords.has(key));
  if (isEnding || (isLasting && !opensReason(clause.opener))) kinds.push('time');
  const isNamed = items.some(
    (item) => item.kind === 'slot' && item.value.type !== 'time' && item.value.type !== 'quoted',
  );
  // A day without its marker ("bis 31.12.") may be the end that was meant.
  const isDated = items.some((item) => item.kind === 'slot' && item.value.type === 'time');
  if (isDated && !(isTold && saysWho) && !opensReason(clause.opener)) kinds.push('time');
  if (isNamed && !isTold && !isBefore) kinds.push('another');
  else if (isNamed && !isTold && items.every((item) => item.kind !== 'word' || small.has(item.key)))
    kinds.push('another');
  // A number without its words may be an end that was not read.
  if (!isTold && items.some((item) => item.kind === 'word' && /^\d/.test(item.key)) && items.length <= 5)
    kinds.push('words');
  const hasDanger = sentence.hits.some(
    (hit) => hit.cls === dangerClass && (hit.at[0] ?? -1) >= clause.from && (hit.at[0] ?? -1) < clause.to,
  );
  if (hasDanger && keys.length <= 3 && !isBefore && kinds.length === 0 && mood === 'command') kinds.push('words');
  const said = keys.filter((key) => key !== '' && !isEmptyWord(key));
  if (said.length === 1 && items.every((item) => item.kind !== 'slot') && kinds.length === 0 && !isBefore)
    kinds.push('words');
  return kinds;
}

const openerWords =
  /^(?:[\s,;:.–-]*(?:because(?: of)?|cause|cos|cuz|since|bc|coz|as|for|so that|reasons?(?: is| being)?|justification|purpose|note(?: to (?:him|her|them|the applicant))?|why|owing to|due to|and|so|that)\b[\s:=–-]*)+/i;

function withoutOpener(text: string): string {
  return text
    .replace(openerWords, '')
    .replace(/[\s.,;:!–-]+$/, '')
    .trim();
}
