import { isBoundary, isSign, markOf, skip } from './cursor.js';
import { readEvent } from './event.js';
import { readLength } from './length.js';
import { readWhen, type Around } from './readWhen.js';
import { readingOfWhen } from './reading.js';
import type { Mark, Scan } from './scan.js';
import {
  asVague,
  problem,
  readNegative,
  readPast,
  slotAt,
  slotOfLength,
  slotOfWhen,
  vague,
  type Match,
  type Reader,
} from './slots.js';
import type { When } from './when.js';
import { given } from '../../../domain/given.js';

/** "until Friday", "valid till 31.12.", "through Q1", "expires in 2 weeks", "last day: 31 May", "until further notice". */
export function readEnd(r: Reader, at: number, marker: Mark): Match | undefined {
  const { s } = r;
  const lead = readLead(s, marker.next);
  const negative = readNegative(s, lead.next, true);
  if (negative !== undefined) return slotAt(r, at, negative, 'length', problem('negative'));
  const when = readEndDay(r, lead.next, { bareHour: lead.isAt, bareUnit: marker.is === 'through' });
  if (when && isComplete(s, when)) return slotOfEnd(r, at, when, marker, lead.isHedged);
  const before = readPast(s, lead.next);
  if (before !== undefined) return slotAt(r, at, before, 'end', problem('inThePast'));
  const isEnds = marker.is === 'ends' || marker.is === 'end';
  const inside = isEnds ? skip(s, lead.next, 1, 'in', 'after', 'within') : lead.next;
  const length = readLength(s, inside);
  if (length && !length.isAdjective) return slotOfLength(r, at, length);
  return readUnknown(r, at, marker, lead.next);
}

/** What may stand between the marker and the day. */
function readLead(s: Scan, at: number): { readonly next: number; readonly isHedged: boolean; readonly isAt: boolean } {
  let next = at;
  let isHedged = false;
  for (let count = 0; count < 4; count++) {
    const mark = markOf(s, next, 'at', 'by', 'is', 'only', 'about', 'hedge', 'inclusive') ?? ofBehind(s, at, next);
    if (!mark && !isSign(s, next, ':=')) break;
    isHedged ||= mark?.is === 'about' || mark?.is === 'hedge';
    next = mark?.next ?? next + 1;
  }
  return { next, isHedged, isAt: markOf(s, next - 1, 'at') !== undefined };
}

/** "with an end date of 15 January" */
function ofBehind(s: Scan, at: number, next: number): Mark | undefined {
  return next === at ? markOf(s, next, 'of') : undefined;
}

function readEndDay({ s, calendar, base }: Reader, at: number, around: Around): When | undefined {
  const inside = skip(s, at, 1, 'in');
  return readWhen(s, inside, calendar, { ...around, ...given({ base }), dotted: true });
}

/** Whether a day is all that is said: not in "until March is over", "until the Christmas party". */
export function isComplete(s: Scan, when: When): boolean {
  if (s.lexicon.occasions.has(s.tokens[when.next]?.text ?? '')) return false;
  return !when.isWeak || isBoundary(s, when.next);
}

function slotOfEnd(r: Reader, at: number, when: When, marker: Mark, isHedged: boolean): Match {
  const asked = marker.is === 'through' ? 'last' : 'until';
  // "through Q1" says nothing of a beginning.
  if (!isHedged) return slotOfWhen(r, at, asked === 'last' ? { ...when, isEdge: true } : when, 'end', asked);
  return slotAt(r, at, when.next, 'end', asVague(readingOfWhen(when, r.calendar, asked)));
}

/** "until the end of my contract on 31 March": the date that an event ends with; a weekday may be another one's. */
function dayAtEnd({ s, calendar }: Reader, from: number, next: number): When | undefined {
  for (let at = from + 1; at < next; at += 1) {
    const mark = markOf(s, at, 'at');
    const when = mark && readWhen(s, mark.next, calendar);
    const isDated = when && s.tokens.slice(mark.next, when.next).some(({ text }) => /\d/.test(text));
    if (isDated && when.next >= next && isComplete(s, when)) return when;
  }
  return undefined;
}

/** An event, or nothing at all behind "until": a time, but nobody knows which. */
function readUnknown(r: Reader, at: number, marker: Mark, from: number): Match | undefined {
  const { s } = r;
  const tellsEnd = markOf(s, from, 'end', 'when', 'after') ?? markOf(s, skip(s, from, 1, 'the'), 'end', 'season');
  if (marker.is !== 'until' && !tellsEnd) return undefined;
  if (isSign(s, marker.next, '-') && s.tokens[marker.next]?.glued) return undefined;
  // "the till" holds cash, and what is misspelt is no marker by itself.
  if (marker.isNear || (at > 0 && markOf(s, at - 1, 'the', 'a'))) return undefined;
  const event = readEvent(r, at, from, 'end');
  // "until my contract ends on 31 March": what follows says when.
  if (event && markOf(s, event.next, 'ends')) return { ...event, isCircumstance: true };
  const dated = event && dayAtEnd(r, from, event.next);
  if (dated) return slotOfWhen(r, at, dated, 'end', 'until');
  return event ?? (marker.is === 'until' ? slotAt(r, at, marker.next, 'end', vague) : undefined);
}
