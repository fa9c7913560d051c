import { readAmount } from './amount.js';
import { isBoundary, isFreeNumber, isSign, markOf, skip } from './cursor.js';
import { isComplete, readEnd } from './ends.js';
import { readCircumstance } from './event.js';
import { readLength } from './length.js';
import { readBetween, readDayRange, readPoint, readRange, readStart } from './points.js';
import { readWhen } from './readWhen.js';
import type { Mark, Scan } from './scan.js';
import { mayOpen } from './openers.js';
import {
  problem,
  readNegative,
  readPast,
  readTail,
  slotAt,
  slotOfOnly,
  slotOfWhen,
  vague,
  type Match,
  type Reader,
} from './slots.js';
import { rateBehind, readModifiers, readSpan, slotOfSpan } from './spans.js';
import type { TimeReading } from './timeSlot.js';
import type { When } from './when.js';

const forever: TimeReading = { kind: 'forever' };

/** Reads the time that begins at a token, with its marker; nothing where none does. */
export function matchAt(r: Reader, at: number): Match | undefined {
  const { s } = r;
  const token = s.tokens[at];
  if (!token || token.kind === 'name') return undefined;
  const mark = s.marks[at];
  // Most words are none of ours.
  if (!mark && (!mayOpen(s, at) || (token.kind === 'number' && !isFreeNumber(s, at)))) return undefined;
  if (mark?.is === 'idiom') return { next: mark.next, slots: [] };
  const from = skip(s, at, 2, 'only');
  const marker = s.marks[from];
  return (
    (marker && readMarked(r, at, from, marker, from > at)) ?? (mayOpen(s, from) ? readBare(r, at, from) : undefined)
  );
}

function readMarked(r: Reader, at: number, from: number, marker: Mark, isOnly: boolean): Match | undefined {
  const { s } = r;
  switch (marker.is) {
    case 'until':
    case 'through':
    case 'upTo':
    case 'ends':
    case 'lastDay':
    case 'lastWorkingDay':
    case 'end':
      return readEdgeFirst(r, at, marker) ?? readEnd(r, at, marker);
    case 'for':
    case 'during':
    case 'over':
      return readSpan(r, at, marker, isOnly);
    case 'while':
      return markOf(s, at - 1, 'a') ? undefined : readCircumstance(r, at, marker.next);
    case 'start':
    case 'from':
    case 'beginning':
      return readEdgeFirst(r, at, marker) ?? readStart(r, at, marker);
    case 'all':
      return readSpan(r, at, { ...marker, next: from }, isOnly);
    case 'between':
      return readBetween(r, at, marker);
    case 'since':
      return readSince(r, at, marker);
    case 'by':
    case 'before':
    case 'after':
    case 'within':
    case 'at':
    case 'in':
      return readPoint(r, at, marker, isOnly);
    case 'to':
      return readTo(r, at, marker);
    default:
      return readPhrase(r, at, marker);
  }
}

/** "the end of March", "last day of the month", "beginning of May" are days themselves and mark none. */
function readEdgeFirst(r: Reader, at: number, marker: Mark): Match | undefined {
  if (marker.is === 'until' || marker.is === 'through' || marker.is === 'upTo' || marker.is === 'from')
    return undefined;
  const when = readWhen(r.s, at, r.calendar);
  if (when?.isEdge) return slotOfEdge(r, at, when);
  return when?.problem === 'vague' ? slotOfWhen(r, at, when, 'point', 'point') : undefined;
}

/** "since March": it has been so, and nobody asks for it. */
function readSince(r: Reader, at: number, marker: Mark): Match | undefined {
  const when = readWhen(r.s, marker.next, r.calendar);
  const length = readLength(r.s, marker.next);
  const next = readPast(r.s, marker.next) ?? length?.next ?? (when && isComplete(r.s, when) ? when.next : undefined);
  return next === undefined ? undefined : slotAt(r, at, next, 'other', problem('inThePast'));
}

/** "extend it to 31 December": an end, if it is a day that cannot be anything else. */
function readTo(r: Reader, at: number, marker: Mark): Match | undefined {
  const when = readWhen(r.s, marker.next, r.calendar);
  if (!when || when.isWeak || when.isClockOnly || (when.first !== undefined && !when.isEdge)) return undefined;
  const isDate = when.isEdge ?? markOf(r.s, marker.next, 'weekday', 'nearDay', 'next', 'coming', 'this') === undefined;
  return isDate ? slotOfWhen(r, at, when, 'end', 'last') : slotOfWhen(r, at, when, 'point', 'point');
}

/** Phrases that say all by themselves. */
function readPhrase(r: Reader, at: number, mark: Mark): Match | undefined {
  const { s } = r;
  switch (mark.is) {
    case 'forever':
    case 'foreverAlone':
      if (mark.is === 'foreverAlone' && !isBoundary(s, mark.next)) return undefined;
      return slotAt(r, at, mark.next, 'length', markOf(s, at - 1, 'not') ? vague : forever);
    case 'vagueEnd':
      return slotAt(r, at, mark.next, 'end', vague);
    case 'vague':
      return slotAt(r, at, mark.next, 'length', vague);
    case 'sometime':
      return slotAt(r, at, mark.next, 'point', vague);
    case 'habit':
      return slotAt(r, at, mark.next, 'other', vague);
    case 'times': {
      const rate = rateBehind(s, mark.next);
      return rate === undefined ? undefined : slotAt(r, at, rate, 'other', vague);
    }
    case 'every': {
      const rate = rateBehind(s, at);
      return rate === undefined ? undefined : slotAt(r, at, rate, 'other', vague);
    }
    default:
      return undefined;
  }
}

/** A time without a marker. */
function readBare(r: Reader, at: number, from: number): Match | undefined {
  const { s, calendar } = r;
  const minus = readNegative(s, from);
  if (minus !== undefined) return slotAt(r, at, minus, 'length', problem('negative'));
  if (s.tokens[from]?.kind === 'sign' && !s.marks[from]) return undefined;
  const often = markOf(s, readAmount(s, from)?.next ?? -1, 'times');
  const rate = often && rateBehind(s, often.next);
  if (rate !== undefined) return slotAt(r, at, rate, 'other', vague);
  const range = readDayRange(r, from);
  if (range) return range;
  const when = readWhen(s, from, calendar);
  if (when && isComplete(s, when)) {
    const match = readBareWhen(r, at, when, from > at);
    if (match) return match;
  }
  const season = markOf(s, markOf(s, from, 'this', 'next', 'coming')?.next ?? -1, 'season');
  if (season) return slotAt(r, at, season.next, 'point', vague);
  const before = readPast(s, from);
  if (before !== undefined) return slotAt(r, at, before, 'other', problem('inThePast'));
  return readBareLength(r, at, from);
}

function readBareWhen(r: Reader, at: number, when: When, isOnlyBefore: boolean): Match | undefined {
  const { s } = r;
  const isOnly = isOnlyBefore || readTail(s, when.next).isOnly;
  const range = when.isWeak && !mayBegin(s, at, when) ? undefined : readRange(r, at, when);
  if (range) return range;
  if (when.isWeak && !isOnly) return undefined;
  if (isOnly) return slotOfOnly(r, at, when);
  return when.isEdge ? slotOfEdge(r, at, when) : slotOfWhen(r, at, when, 'point', 'point');
}

/** What is too weak to be a day may be the first of several: "Mon-Fri", "January to March", "1.12.-15.12.", "1/12-5/12". */
function mayBegin(s: Scan, at: number, when: When): boolean {
  return markOf(s, at, 'weekday', 'month') !== undefined || isSign(s, when.next - 1, '.') || isSign(s, at + 1, '/');
}

/** "Sales, end of March" is an end; "I leave end of March" tells something, and "quarter-end deals" are no time. */
function slotOfEdge(r: Reader, at: number, when: When): Match {
  const { s } = r;
  const before = s.tokens[at - 1];
  const isTold = before?.kind === 'word' && !s.marks[at - 1] && !s.tokens[at]?.opensLine;
  if (!isBoundary(s, when.next) && markOf(s, at, 'periodEnd')) return { next: when.next, slots: [] };
  return isTold ? slotOfWhen(r, at, when, 'point', 'last') : slotOfWhen(r, at, when, 'end', 'last');
}

/** "30 days", "max. 2 weeks", "a week only"; "one day" alone may be some day. */
function readBareLength(r: Reader, at: number, from: number): Match | undefined {
  const { s } = r;
  const { next, isOpen, isOnly } = readModifiers(s, from);
  const length = readLength(s, next);
  if (!length) return undefined;
  const isMarked = next > at || isOnly || readTail(s, length.next).next > length.next;
  if (length.isOneDay && !isMarked) return slotAt(r, at, length.next, 'point', vague);
  return slotOfSpan(r, at, length, isOpen);
}
