import { isSign, markOf, skip } from './cursor.js';
import { readLength } from './length.js';
import { readWhen } from './readWhen.js';
import { slotAt, vague, type Match, type Reader } from './slots.js';
import type { Scan } from './scan.js';
import type { TimeRole } from './timeSlot.js';

/** No event is told in more words; what follows is something else. */
const mostWords = 12;

/** "until Bo is back", "while Ana is away", "for the duration of the project": a time whose end nobody here knows. */
export function readEvent(r: Reader, at: number, from: number, role: TimeRole): Match | undefined {
  const next = endOfEvent(r, from);
  return next > from ? slotAt(r, at, next, role, vague) : undefined;
}

/** "while Ana is away", "during my leave". */
export function readCircumstance(r: Reader, at: number, from: number): Match | undefined {
  const event = readEvent(r, at, from, 'length');
  return event && { ...event, isCircumstance: true };
}

function endOfEvent(r: Reader, from: number): number {
  const { s } = r;
  let at = from;
  for (let words = 0; words < mostWords; words++) {
    const token = s.tokens[at];
    if (!token || (at > from && token.opensLine) || isStop(r, at, from)) break;
    if (token.kind === 'sign' && !isInner(s, at)) break;
    at++;
  }
  // A sign, an article or a preposition at its end belongs to what follows.
  while (at > from && (s.tokens[at - 1]?.kind === 'sign' || markOf(s, at - 1, 'to', 'of', 'the', 'a') !== undefined))
    at--;
  return at;
}

/** A sign within a word ("INC-42", "v1.2"), or one that ends no clause; a dash between spaces ends it. */
function isInner(s: Scan, at: number): boolean {
  if (isSign(s, at, "'“”#/&")) return true;
  return isSign(s, at, '-.:') && s.tokens[at]?.glued === true && s.tokens[at + 1]?.glued === true;
}

function isStop(r: Reader, at: number, from: number): boolean {
  const { s, calendar } = r;
  if (at === from) return false;
  if (s.lexicon.eventStops.has(s.tokens[at]?.text ?? '')) return true;
  if (isNameBehind(s, at)) return true;
  const mark = s.marks[at];
  if (!mark || mark.isNear) return false;
  if (mark.is === 'until' || mark.is === 'while') return true;
  if (mark.is === 'for') return readLength(s, mark.next) !== undefined;
  const isMarker = mark.is === 'ends' || mark.is === 'from' || mark.is === 'start' || mark.is === 'through';
  return isMarker && readWhen(s, skip(s, mark.next, 1, 'at'), calendar) !== undefined;
}

/** "to Marketing", "into the Finance group": where the event is over and the wish goes on. */
function isNameBehind(s: Scan, at: number): boolean {
  const token = s.tokens[at];
  const isPreposition =
    markOf(s, at, 'to', 'in', 'from', 'for', 'at', 'of') !== undefined || s.lexicon.connectors.has(token?.text ?? '');
  return isPreposition && s.tokens[skip(s, at + 1, 1, 'the')]?.kind === 'name';
}
