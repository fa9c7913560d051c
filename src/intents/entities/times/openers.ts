import { isBoundary } from './cursor.js';
import type { Mark, Scan } from './scan.js';

/** What the first word of a day, a period or a length may be, the article aside. */
const openers: ReadonlySet<Mark['is']> = new Set<Mark['is']>([
  ...(['number', 'ordinal', 'a', 'half', 'couple', 'dozen', 'hundred', 'thousand', 'few', 'between'] as const),
  ...(['month', 'weekday', 'nearDay', 'fixedDay', 'easterDay', 'clockTime', 'periodEnd', 'unit', 'weekend'] as const),
  ...(['next', 'coming', 'this', 'last', 'past', 'lastDay', 'lastWorkingDay', 'filler', 'of', 'all'] as const),
  ...(['end', 'rest', 'beginning', 'start', 'middle', 'early', 'late', 'minus'] as const),
  ...(['atMost', 'upTo', 'atLeast', 'under', 'about', 'hedge', 'over'] as const),
]);

/** Whether a day, a period or a length may begin at a place: most words are let go here, without a closer look. */
export function mayOpen(s: Scan, at: number): boolean {
  const token = s.tokens[at];
  if (token?.kind === 'number') return isCounting(s, at + 1);
  const mark = s.marks[at];
  if (mark?.is === 'the') return mayOpen(s, mark.next);
  if (mark && openers.has(mark.is)) return true;
  return token?.kind === 'sign' ? token.text === '-' : isPeriodLetter(s, at);
}

/** Whether what follows a number can make it a time: an end, a sign, a word of ours, "th". */
function isCounting(s: Scan, at: number): boolean {
  const token = s.tokens[at];
  if (!token || s.marks[at] || token.kind === 'sign' || isBoundary(s, at)) return true;
  // "2 1/2 weeks" and "1½ weeks"
  if (token.kind === 'number') return token.glued || s.tokens[at + 1]?.kind === 'sign';
  return token.glued && s.lexicon.ordinalEnds.has(token.text);
}

/** The "Q" of "Q1". */
function isPeriodLetter({ tokens, lexicon }: Scan, at: number): boolean {
  const text = tokens[at]?.text;
  const behind = tokens[at + 1];
  return (text === lexicon.quarterLetter || text === lexicon.halfLetter) && behind?.kind === 'number' && behind.glued;
}
