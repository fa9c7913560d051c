import { longestDays } from '../../../domain/organisation/settings/sorts.js';
import { minutesInDay, type Calendar } from './calendar.js';
import { digitsAt, isBoundary, isFreeNumber, isSign, markOf, skip } from './cursor.js';
import { addMonths, dateOf, dayOf, type Day } from './days.js';
import { readDate } from './date.js';
import { isComplete } from './ends.js';
import { readLength, readSingleLength, type Length } from './length.js';
import { dayReading } from './reading.js';
import { readWhen } from './readWhen.js';
import type { Mark } from './scan.js';
import {
  problem,
  readPast,
  readTail,
  slotAt,
  slotOfLength,
  slotOfOnly,
  slotOfWhen,
  vague,
  type Match,
  type Reader,
} from './slots.js';
import { rateBehind, slotOfSpan } from './spans.js';
import type { When } from './when.js';

/** "from Monday", "starting 1 March", "from now on"; with what ends it in the same breath ("from Monday to Friday"). */
export function readStart(r: Reader, at: number, marker: Mark): Match | undefined {
  const { s, calendar } = r;
  const from = skip(s, isSign(s, marker.next, ':') ? marker.next + 1 : marker.next, 3, 'at', 'is', 'about', 'only');
  const range = readDayRange(r, at, from);
  if (range) return range;
  const now = markOf(s, from, 'now');
  if (now) return slotAt(r, at, skip(s, now.next, 1, 'at'), 'start', dayReading(calendar.today, calendar, true));
  const when = readWhen(s, from, calendar);
  if (when && isComplete(s, when) && !isPerhapsName(r, from, when)) return withEnd(r, at, when);
  const span = when && readRange(r, at, when);
  if (span) return span;
  return marker.is === 'from' ? readFromLength(r, from) : undefined;
}

/** "between Monday and Friday". */
export function readBetween(r: Reader, at: number, marker: Mark): Match | undefined {
  const when = readWhen(r.s, marker.next, r.calendar);
  return when && readRange(r, at, when, true);
}

/** "from May" may be a person. */
function isPerhapsName({ s }: Reader, from: number, when: When): boolean {
  return when.first !== undefined && markOf(s, from, 'month')?.weak === 'name' && when.next === from + 1;
}

/** "from 30 days to 60 days" are two lengths and no range. */
function readFromLength(r: Reader, from: number): Match | undefined {
  const first = readSingleLength(r.s, from);
  const to = first && markOf(r.s, first.next, 'to');
  const second = to && readLength(r.s, to.next);
  if (!first || !second) return undefined;
  const slots = [slotOfLength(r, from, first), slotOfLength(r, to.next, second)];
  return { next: second.next, slots: slots.flatMap((match) => match.slots) };
}

/** A start, with its end if one follows behind a dash or "to". */
function withEnd(r: Reader, at: number, first: When): Match {
  const range = readRange(r, at, first);
  const startDay = first.first ?? first.days[0];
  const start = range ?? slotOfWhen(r, at, first, 'start', 'first');
  return range || startDay === undefined ? start : { ...start, startDay };
}

/** A start and its end: "Monday - Friday", "1 March to 5 April". */
export function readRange(r: Reader, at: number, first: When, isBetween = false): Match | undefined {
  const end = readOtherEnd(r, first, isBetween);
  if (!end) return undefined;
  const start = slotOfWhen(r, at, first, 'start', 'first');
  return { next: end.next, slots: [...start.slots, ...end.slots] };
}

function readOtherEnd(r: Reader, first: When, isBetween: boolean): Match | undefined {
  const { s, calendar } = r;
  const base = first.first ?? first.days[0];
  const word = isBetween ? markOf(s, first.next, 'and') : markOf(s, first.next, 'to', 'until', 'through');
  const link = isSign(s, first.next, '-') ? first.next + 1 : word?.next;
  if (link === undefined || base === undefined) return undefined;
  const from = Math.max(base, calendar.today);
  const last =
    readWhen(s, link, calendar, { base: from }) ??
    readDate(s, link, calendar, from, true) ??
    readLastNumber(r, link, base);
  if (!last || !isComplete(s, last)) return undefined;
  return slotOfWhen(r, first.next, { ...last, isEdge: true }, 'end', 'last');
}

/** "1 to 15" of "Dec 1 - 15". */
function readLastNumber({ s }: Reader, at: number, base: Day): When | undefined {
  const digits = digitsAt(s, at);
  if (!digits || !isBoundary(s, at + 1) || markOf(s, at + 1, 'unit', 'shortUnit')) return undefined;
  const day = dayOf({ ...dateOf(base), day: digits.value });
  return day !== undefined && day > base ? { next: at + 1, days: [day] } : undefined;
}

/** "1-15 December": the day that begins it has no month of its own. */
export function readDayRange(r: Reader, at: number, from = at): Match | undefined {
  const { s, calendar } = r;
  const number = skip(s, from, 1, 'the');
  const digits = isFreeNumber(s, number) ? digitsAt(s, number) : undefined;
  if (!digits || digits.value < 1 || digits.value > 31) return undefined;
  const isOrdinal = s.tokens[number + 1]?.glued && s.lexicon.ordinalEnds.has(s.tokens[number + 1]?.text ?? '');
  const behind = isOrdinal ? number + 2 : number + 1;
  const link = isSign(s, behind, '-') ? behind + 1 : markOf(s, behind, 'to', 'until', 'through')?.next;
  const last = link === undefined ? undefined : readDate(s, link, calendar, calendar.today, true);
  const [end] = last?.days ?? [];
  // With digits alone ("1-3/4") nobody knows.
  const isNamed = last && [1, 2, 3].some((back) => markOf(s, last.next - back, 'month') !== undefined);
  if (!last || end === undefined || !isNamed) return undefined;
  const start = dayOf({ ...dateOf(end), day: digits.value });
  if (start === undefined || start >= end) return undefined;
  const first = slotOfWhen(r, at, { next: behind, days: [start] }, 'start', 'first');
  const second = slotOfWhen(r, behind, last, 'end', 'last');
  return { next: second.next, slots: [...first.slots, ...second.slots] };
}

/** "on Monday", "by 31 May", "in two weeks' time", "within 3 days", "after Friday", "at 5". */
export function readPoint(r: Reader, at: number, marker: Mark, isOnly: boolean): Match | undefined {
  const { s, calendar } = r;
  const from = skip(s, marker.next, 2, 'about', 'only', 'hedge', 'at');
  if (markOf(s, from, 'habit')) return slotAt(r, at, from + 1, 'other', vague);
  const before = readPast(s, from);
  if (before !== undefined && readWhen(s, from, calendar) === undefined)
    return slotAt(r, at, before, 'other', problem('inThePast'));
  if (marker.is === 'in' || marker.is === 'within' || marker.is === 'after') {
    const distance = readIn(r, at, marker, from);
    if (distance) return distance;
  }
  const when = readWhen(s, from, calendar, { bareHour: marker.is !== 'in' && marker.is !== 'within' });
  if (!when || !isComplete(s, when)) return undefined;
  if (marker.is === 'in' ? when.minutes !== undefined : isPerhapsName(r, from, when)) return undefined;
  if (marker.is === 'after') return slotOfWhen(r, at, behind(when), 'start', 'first');
  if (marker.is === 'at' && (isOnly || readTail(s, when.next).isOnly)) return slotOfOnly(r, at, when);
  return slotOfWhen(r, at, when, 'point', 'point');
}

/** The day after the last one of a day or a period. */
function behind({ first: _, ...when }: When): When {
  return when.minutes ? when : { ...when, days: when.days.map((day) => day + 1) };
}

/** "in two weeks' time" is a day, "within two weeks" and "in the next two weeks" a hurry. */
function readIn(r: Reader, at: number, marker: Mark, from: number): Match | undefined {
  const { s, calendar } = r;
  const soon = markOf(s, skip(s, from, 1, 'the'), 'next', 'coming');
  const length = readLength(s, soon?.next ?? from);
  if (!length) return undefined;
  if (soon || marker.is !== 'in' || rateBehind(s, length.next) !== undefined)
    return slotOfSpan(r, at, length, false, 'other');
  const quote = isSign(s, length.next, "'") ? length.next + 1 : length.next;
  const next = markOf(s, quote, 'time')?.next ?? length.next;
  const ahead = length.isAdjective ? undefined : whenAhead(length, calendar);
  return ahead ? slotOfWhen(r, at, { ...ahead, next }, 'point', 'point') : slotAt(r, at, next, 'point', vague);
}

/** The day, or the minute, that is a length away from now. */
function whenAhead({ options, next }: Length, { today, now, localOf }: Calendar): When | undefined {
  const [span] = options;
  if (!span || options.length !== 1 || span.workingDays > 0 || span.months + span.days > longestDays) return undefined;
  if (span.minutes === 0) return { next, days: [addMonths(today, span.months) + span.days] };
  if (span.months + span.days > 0 || span.minutes > longestDays * minutesInDay) return undefined;
  const { day, minute } = localOf(now + Math.floor(span.minutes) * 60_000);
  return { next, days: [day], minutes: [minute] };
}
