import type { Span } from '../message.js';
import type { Token } from '../tokens.js';
import { isEverydayWord, isSmallWord } from '../words/lexicon.js';
import { fold } from './fold.js';
import type { KnownName, NamedSort } from './knownName.js';
import { type Entry, type NameBook, unique } from './nameBook.js';
import { nearAt } from './nearNames.js';

/** One way to read a stretch of words as a name; only `exact` with one candidate may be acted on. */
export interface NameReadingOf {
  readonly of: NamedSort;
  readonly candidates: readonly KnownName[];
  readonly certainty: 'exact' | 'near' | 'unknown';
  /** A first or a last name alone. */
  readonly isPart?: true;
}

/** A stretch of words that names something, with every sort of thing it may name. */
export interface FoundName extends Span {
  readonly readings: readonly NameReadingOf[];
  /** Index of the first token and of the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The longest name in tokens. */
const longestName = 9;
const mostCandidates = 10;

/** Finds names, longest first at each place: those that are written as they are, or those that only come near. */
export function findNames(
  tokens: readonly Token[],
  book: NameBook,
  text: string,
  how: 'exact' | 'near',
  taken: readonly Span[],
): FoundName[] {
  const found: FoundName[] = [];
  const isFree = (from: number, to: number): boolean =>
    found.every((one) => to <= one.from || from >= one.to) &&
    taken.every((span) => (tokens[to - 1]?.end ?? 0) <= span.start || (tokens[from]?.start ?? 0) >= span.end);
  for (const look of [how === 'exact' ? exactAt : looseAt]) {
    for (let from = 0; from < tokens.length; from += 1) {
      if (tokens[from]?.kind !== 'word') continue;
      const hit = look(tokens, from, book, text, isFree);
      if (!hit) continue;
      found.push(hit);
      from = hit.to - 1;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type IsFree = (from: number, to: number) => boolean;

function exactAt(
  tokens: readonly Token[],
  from: number,
  book: NameBook,
  text: string,
  isFree: IsFree,
): FoundName | undefined {
  for (let to = Math.min(tokens.length, from + longestName); to > from; to -= 1) {
    if (tokens[to - 1]?.kind !== 'word' && !/^[+#)]$/.test(tokens[to - 1]?.text ?? '')) continue;
    if (tokens.slice(from, to).some(({ text: mark }) => /^[\n;!?:•]$/.test(mark)) || !isFree(from, to)) continue;
    const span = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    const entries = formsOf(tokens, from, to, text)
      // Several people of one name are nobody's name.
      .map((form) =>
        (book.forms.get(form) ?? []).filter(
          ({ name }) => name.of !== 'people' || isOwning(tokens[to]) || !isPlural(span, form),
        ),
      )
      .find((some) => some.length > 0);
    const usable = (entries ?? []).filter((entry) => isMeant(entry, tokens, from, to));
    if (usable.length === 0) continue;
    return toFound(usable, tokens, from, to, book);
  }
  return undefined;
}

/** "zeds request": what stands behind belongs to him. */
function isOwning(behind: Token | undefined): boolean {
  return /^(?:request|requests|access|membership|application|role|spot|place|account|wish|ticket)$/.test(
    behind?.key ?? '',
  );
}

function isPlural(span: string, form: string): boolean {
  return !/['’]s?$/i.test(span) && fold(span) === `${form}s`;
}

/** The folded text of some tokens, and without the ending of a possessive or a plural. */
function formsOf(tokens: readonly Token[], from: number, to: number, text: string): string[] {
  const span = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const key = fold(span);
  const bare = /['’]s$/i.test(span)
    ? fold(span.slice(0, -2))
    : /['’]$/.test(span)
      ? fold(span.slice(0, -1))
      : undefined;
  const joined = tokens.slice(from, to).every((token) => token.kind === 'word' || !/^[,.]$/.test(token.text));
  if (!joined && key.split(' ').length < 2) return [];
  return [
    bare,
    key,
    key.length > 4 && key.endsWith('s') ? key.slice(0, -1) : undefined,
    /^\S{2,}s$/.test(key) ? key.slice(0, -1) : undefined,
    `${key}s`,
  ].filter((form) => form !== undefined);
}

const personBefore =
  /^(?:add|approve|deny|for|and|remove|let|to|with|ask|admit|invite|reject|accept|block|make|tell|by|put|get|give|from|of|on|is|has|does|plus|either|or)$/;
const verbBehind =
  /^(?:will|should|needs?|must|is|has|wants|and|can|shall|as|ok|yes|no|fine|still|cant|cannot|doesnt|isnt|didnt|hasnt|would|could|also|now|left|joined|asked|asks|wont|won|from|to|into|in|out|until|till|til|becomes)$/;

const placed = /^(?:in|into|on|onto|out|off|as|is|needs|wants|has|should|must|can|gets|leaves|joins|to|and)$/;

/** "… and will need access": somebody called so would have "needs" behind the name. */
const helping = /^(?:will|may)$/;
const plainVerb =
  /^(?:need|have|be|want|require|join|work|help|start|also|not|then|take|leave|get|use|do|support|move)$/;

/** "will", "may" and "grant" are people only where a person can stand; "jan" beside a number is a month. */
function isMeant(entry: Entry, tokens: readonly Token[], from: number, to: number): boolean {
  const token = tokens[from];
  if (to - from > 1 || !token) return true;
  // "One" and "It" are names where they are written as such.
  if (entry.name.of !== 'people')
    return !isSmallWord(token.key) || tokens.length === 1 || (token.text === entry.name.name && from > 0);
  if (token.key.length < 2) return false;
  const [before, behind] = [tokens[from - 1], tokens[to]];
  if (/^(?:jan|mar|april?|may|june?|july?|aug|sep|oct|nov|dec|feb)$/.test(token.key)) {
    const near = [before?.key ?? '', behind?.key ?? '', tokens[from - 2]?.key ?? ''];
    if (
      near.slice(0, 2).some((key) => /^\d/.test(key)) ||
      /^(?:until|till|til|of|in|by|end|through|since)$/.test(near[0] ?? '')
    )
      return false;
  }
  if (!isEverydayWord(token.key)) return true;
  const isFirst = before === undefined || before.kind === 'mark';
  const isCapital = /^\p{Lu}/u.test(token.text) && !/^\p{Lu}{2,}$/u.test(token.text);
  if (isCapital) return !isFirst || verbBehind.test(behind?.key ?? '') || (behind?.kind ?? 'mark') === 'mark';
  // "will in design guild": a helping verb would have somebody behind it.
  if (isFirst && placed.test(behind?.key ?? '')) return true;
  return (
    personBefore.test(before?.key ?? '') &&
    !/^(?:i|you|we|me|a|the|be)$/.test(behind?.key ?? '') &&
    !(helping.test(token.key) && (before?.key === 'and' || before?.key === 'or') && plainVerb.test(behind?.key ?? ''))
  );
}

function toFound(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
  book: NameBook,
): FoundName {
  const readings = (['groups', 'resources', 'people'] as const).flatMap((of): NameReadingOf[] => {
    const some = entries.filter((entry) => entry.name.of === of);
    const full = some.filter((entry) => entry.isPart !== true);
    const candidates = unique((full.length > 0 ? full : some).map((entry) => entry.name));
    if (candidates.length > 0)
      return [
        {
          of,
          candidates: candidates.slice(0, mostCandidates),
          certainty: some[0]?.certainty ?? 'near',
          ...(full.length === 0 && { isPart: true as const }),
        },
      ];
    const parts = of === 'people' ? [] : partsAt(tokens, from, to, of, book);
    return parts.length > 0 ? [{ of, candidates: parts, certainty: 'near' }] : [];
  });
  return { readings, from, to, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function partsAt(tokens: readonly Token[], from: number, to: number, of: NamedSort, book: NameBook): KnownName[] {
  const key = tokens
    .slice(from, to)
    .map((token) => token.key)
    .join(' ');
  const found = (book.parts.get(key) ?? book.parts.get(key.replace(/s$/, '')) ?? []).filter((name) => name.of === of);
  return unique(found).slice(0, mostCandidates);
}

function looseAt(
  tokens: readonly Token[],
  from: number,
  book: NameBook,
  text: string,
  isFree: IsFree,
): FoundName | undefined {
  for (let to = Math.min(tokens.length, from + longestName); to > from; to -= 1) {
    const part = tokens.slice(from, to);
    if (part.some((token) => token.kind === 'mark' && !/^['&+.-]$/.test(token.text)) || part.at(-1)?.kind !== 'word')
      continue;
    if (!isFree(from, to)) continue;
    const near = nearAt(part, tokens[from - 1], tokens[to], book, text);
    if (near.length > 0)
      return toFound(
        near.map((name) => ({ name, certainty: 'near' })),
        tokens,
        from,
        to,
        book,
      );
  }
  return undefined;
}
