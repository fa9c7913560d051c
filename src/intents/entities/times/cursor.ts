import type { Mark, Scan } from './scan.js';

type Kind = Mark['is'];

/** The mark at a place, if it is one of these kinds; without lists, since it is asked at every word. */
export function markOf(
  s: Scan,
  at: number,
  a: Kind,
  b?: Kind,
  c?: Kind,
  d?: Kind,
  e?: Kind,
  f?: Kind,
  g?: Kind,
): Mark | undefined {
  const mark = s.marks[at];
  if (!mark) return undefined;
  const { is } = mark;
  return is === a || is === b || is === c || is === d || is === e || is === f || is === g ? mark : undefined;
}

/** The place behind marks of these kinds, as many as `most` of them. */
export function skip(s: Scan, at: number, most: number, a: Kind, b?: Kind, c?: Kind, d?: Kind): number {
  let next = at;
  for (let count = 0; count < most; count++) {
    const mark = s.marks[next];
    if (!mark) break;
    const { is } = mark;
    if (is !== a && is !== b && is !== c && is !== d) break;
    next = mark.next;
  }
  return next;
}

/** Whether one of these signs stands at a place. */
export function isSign(s: Scan, at: number, signs: string): boolean {
  const token = s.tokens[at];
  return token?.kind === 'sign' && signs.includes(token.text);
}

/** The whole number at a place, and how it was written; nothing for "½" or a number of more than nine digits. */
export function digitsAt(s: Scan, at: number): { readonly value: number; readonly text: string } | undefined {
  const token = s.tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,9}$/.test(token.text)) return undefined;
  return { value: Number(token.text), text: token.text };
}

/** The place behind a hyphen that holds two words together. */
export function skipHyphen(s: Scan, at: number): number {
  return isSign(s, at, '-') && s.tokens[at]?.glued && s.tokens[at + 1]?.glued ? at + 1 : at;
}

/** "Jan is back", "the second one", "the March business trip", "Q2 starts": what they follow is not complete. */
const goingOn: ReadonlySet<Kind> = new Set<Kind>([
  ...(['is', 'number', 'working', 'filler', 'unit', 'time', 'times', 'aged', 'start', 'ends'] as const),
]);

/** Whether a new part of the sentence begins at a place, so that what stands before it is complete. */
export function isBoundary(s: Scan, at: number): boolean {
  const token = s.tokens[at];
  if (!token || token.kind === 'name' || token.opensLine) return true;
  if (token.kind === 'sign') return !(token.glued && token.text === "'");
  const mark = s.marks[at];
  return (mark !== undefined && !mark.isNear && !goingOn.has(mark.is)) || s.lexicon.connectors.has(token.text);
}

/**
 * Whether a number stands by itself: not in "REQ-1042", "v2.3", "#3", "10.0.0.1", "€30". A dash between it and a word in
 * small letters is no part of it ("Marketing-30 days").
 */
export function isFreeNumber(s: Scan, at: number): boolean {
  const token = s.tokens[at];
  const before = s.tokens[at - 1];
  if (!token?.glued || !before) return true;
  if (before.kind === 'word' || before.kind === 'number') return false;
  if (before.kind === 'name') return true;
  const earlier = before.glued ? s.tokens[at - 2] : undefined;
  // "24.12.-3.1." is two days, "REQ-1042" and "555-1234" are none.
  if (before.text === '-') return earlier?.kind !== 'number' && !(earlier?.kind === 'word' && earlier.capital);
  if (before.text === '.' || before.text === ',') return earlier?.kind !== 'number';
  return !'#$€£@_/:+%\\*^='.includes(before.text) || (before.text === ':' && earlier?.kind !== 'number');
}
