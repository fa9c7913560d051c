import { english, type Lexicon, type Meaning } from './lexicon.js';
import type { Span } from './timeSlot.js';

/** A word, a number, a sign, or the name of something that is no time. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'sign' | 'name';
  /** In lower case and without accents; all dashes are "-", all apostrophes "'". */
  readonly text: string;
  /** The whole number that it is, up to nine digits. */
  readonly value: number | undefined;
  /** Whether it follows the one before without a space. */
  readonly glued: boolean;
  /** Whether it is the first of a line. */
  readonly opensLine: boolean;
  /** Whether all its letters are capital. */
  readonly capital: boolean;
}

/** What a phrase means, and the token behind it; all of one shape, since they are read many times for each word. */
export interface Mark {
  readonly is: Meaning['is'];
  readonly value: Meaning['value'] | undefined;
  readonly unit: Meaning['unit'] | undefined;
  readonly period: Meaning['period'] | undefined;
  readonly dates: Meaning['dates'] | undefined;
  readonly weak: Meaning['weak'] | undefined;
  readonly next: number;
  /** Misspelt: it counts only where its neighbours make it sure. */
  readonly isNear: boolean;
}

/** A text as tokens, each with the longest phrase that begins there. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly (Mark | undefined)[];
  readonly lexicon: Lexicon;
}

// One character decides which alternative is taken, and none gives back: linear in the text.
const shapes = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\d+|[^\s\p{L}\d]/gu;
const dashes = /^[\u2010-\u2015\u2212]$/;
const apostrophes = /[’‘`´]/g;

/** Cuts a text into tokens and finds the phrases that a language uses for time. */
export function scan(text: string, protect: readonly Span[] = [], lexicon: Lexicon = english): Scan {
  const tokens = tokensOf(text, protect, lexicon);
  const nearest = new Map<string, string | undefined>();
  return { text, tokens, marks: tokens.map((_, at) => markAt(tokens, at, lexicon, nearest)), lexicon };
}

function tokensOf(text: string, protect: readonly Span[], lexicon: Lexicon): Token[] {
  const names = protect.filter((span) => isName(text, span, lexicon)).sort((a, b) => a.start - b.start);
  const tokens: Token[] = [];
  let name = 0;
  let before: Token | undefined;
  for (const { 0: raw, index: start } of text.matchAll(shapes)) {
    const end = start + raw.length;
    while ((names[name]?.end ?? Infinity) <= start) name++;
    const nameStart = names[name]?.start ?? Infinity;
    const last: number = before?.end ?? 0;
    const gap = text.slice(last, start);
    // All words of one name are one token.
    if (nameStart < end && before?.kind === 'name' && nameStart < last) {
      tokens.pop();
      before = { ...before, end };
    } else before = tokenOf(raw, start, nameStart < end ? 'name' : kindOf(raw), gap);
    tokens.push(before);
  }
  return tokens;
}

function tokenOf(raw: string, start: number, kind: Token['kind'], gap: string): Token {
  return {
    kind,
    text: kind === 'name' ? '' : normalize(raw),
    start,
    end: start + raw.length,
    value: kind === 'number' && /^\d{1,9}$/.test(raw) ? Number(raw) : undefined,
    glued: gap === '' && start > 0,
    opensLine: gap.includes('\n'),
    capital: kind === 'word' && raw === raw.toUpperCase(),
  };
}

/** No month has a longer name, in any language here. */
const longestMonth = 20;
const dayBefore = /(?:^|\D)\d{1,2}\.?(\p{L}{0,3}) ?$/u;
const dayBehind = /^ ?\d{1,2}(?!\d)\s?(\p{L}*)/u;

/** "Jan" is somebody, but not in "until 15 Jan" and "Jan 31st"; in "Jan 3 weeks" he is. */
function isName(text: string, { start, end }: Span, { phrases, ordinalEnds }: Lexicon): boolean {
  if (end <= start) return false;
  const meaning = phrases.get(normalize(text.slice(start, Math.min(end, start + longestMonth))))?.[0]?.meaning;
  if (meaning?.is !== 'month') return true;
  const ends = [dayBefore.exec(text.slice(Math.max(0, start - 7), start)), dayBehind.exec(text.slice(end, end + 12))];
  return !ends.some((found) => found && (found[1] === '' || ordinalEnds.has(found[1] ?? '')));
}

function kindOf(raw: string): 'word' | 'number' | 'sign' {
  if (/^[\d½¼¾]/.test(raw)) return 'number';
  return /^\p{L}/u.test(raw) ? 'word' : 'sign';
}

function normalize(raw: string): string {
  const lower = raw.toLowerCase();
  // Most words are plain; the others cost a look at each character.
  if (/^[a-z\d]*$/.test(lower)) return lower;
  if (dashes.test(lower)) return '-';
  return lower.replace(apostrophes, "'").normalize('NFD').replace(/\p{M}/gu, '');
}

function markAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  nearest: Map<string, string | undefined>,
): Mark | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'name') return undefined;
  const exact = longestAt(tokens, at, token.text, lexicon);
  if (exact || token.kind !== 'word') return exact;
  // "week's" and "Friday's" are the word itself.
  const owner = token.text.endsWith("'s") ? longestAt(tokens, at, token.text.slice(0, -2), lexicon) : undefined;
  if (owner) return owner;
  if (!nearest.has(token.text)) nearest.set(token.text, lexicon.near.find(token.text));
  const near = nearest.get(token.text);
  const phrase = near === undefined ? undefined : lexicon.phrases.get(near)?.find(({ words }) => words.length === 1);
  return phrase && markOf(phrase.meaning, at + 1, true);
}

function longestAt(tokens: readonly Token[], at: number, first: string, lexicon: Lexicon): Mark | undefined {
  for (const { words, meaning } of lexicon.phrases.get(first) ?? []) {
    let next = at + 1;
    let fits = true;
    for (let word = 1; word < words.length && fits; word++) {
      // "open-ended" is "open ended".
      if (tokens[next]?.text === '-' && words[word] !== '-') next++;
      fits = tokens[next]?.text === words[word];
      next++;
    }
    if (fits) return markOf(meaning, next, false);
  }
  return undefined;
}

function markOf({ is, value, unit, period, dates, weak }: Meaning, next: number, isNear: boolean): Mark {
  return { is, value, unit, period, dates, weak, next, isNear };
}
