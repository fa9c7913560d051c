import { longestDays } from '../../../domain/organisation/settings/sorts.js';
import { readAmount, readAndHalf, type Amount } from './amount.js';
import type { Calendar } from './calendar.js';
import { digitsAt, isBoundary, isSign, markOf, skip, skipHyphen } from './cursor.js';
import { addMonths, addWorkingDays, isoOf } from './days.js';
import type { Scan } from './scan.js';
import type { PlainReading, TimeReading } from './timeSlot.js';
import type { Unit } from './timeWords.js';

/** A length that was read; two options where it can be read two ways, none where it says no number. */
export interface Length {
  readonly next: number;
  readonly options: readonly Span[];
  /** Roughly one of its smallest unit, in minutes. */
  readonly grain: number;
  /** Only "one day", which may be some day. */
  readonly isOneDay: boolean;
  /** "30-day", which belongs to the word behind it. */
  readonly isAdjective: boolean;
}

/** A length in the units that cannot be turned into each other for good. */
interface Span {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
  readonly workingDays: number;
}

/** More parts than "1 year, 2 months, 3 weeks and 4 days" nobody names. */
const mostParts = 4;
const minutesInDay = 1440;
const nothing: Span = { months: 0, days: 0, minutes: 0, workingDays: 0 };

/** What one of a unit is: minutes, days, months or working days. */
const unitSpans: Readonly<Record<Exclude<Unit, 'minuteOrMonth'>, readonly [keyof Span, number]>> = {
  second: ['minutes', 1 / 60],
  minute: ['minutes', 1],
  quarterHour: ['minutes', 15],
  hour: ['minutes', 60],
  day: ['days', 1],
  workingDay: ['workingDays', 1],
  workingWeek: ['workingDays', 5],
  week: ['days', 7],
  fortnight: ['days', 14],
  month: ['months', 1],
  quarter: ['months', 3],
  year: ['months', 12],
  decade: ['months', 120],
  century: ['months', 1200],
};

/** Reads "2 weeks", "3 months and 2 weeks", "an hour and a half", "a week or two", "2-3 weeks", "1 week to 10 days". */
export function readLength(s: Scan, at: number): Length | undefined {
  return readParts(s, at, false);
}

/** Reads the first of two lengths: "30 days" of "from 30 days to 60 days". */
export function readSingleLength(s: Scan, at: number): Length | undefined {
  return readParts(s, at, true);
}

function readParts(s: Scan, at: number, isAlone: boolean): Length | undefined {
  const first = readPart(s, at);
  if (!first) return undefined;
  let { options, next, grain } = first;
  for (let parts = 1; parts < mostParts; parts++) {
    const more = readPart(s, skipLink(s, next), true);
    // "2 weeks, 14 days" says the same twice and is no sum.
    // The "m" of "1h 30m" is minutes.
    const isMinutes = grain === 60 && more?.grain === 1;
    const isSum = options.length === 1 && (more?.options.length === 1 || isMinutes);
    if (!more || more.grain >= grain || !isSum) break;
    options = [sum(options[0], more.options[0])];
    ({ next, grain } = more);
  }
  const other =
    options.length === 1 && !isAlone
      ? readPart(s, markOf(s, next, 'to', 'or')?.next ?? dashBehind(s, next))
      : undefined;
  if (other) return { ...first, options: [...options, ...other.options], next: other.next, isOneDay: false };
  return { ...first, options, next, isOneDay: first.isOneDay && next === first.next };
}

function dashBehind(s: Scan, at: number): number {
  return isSign(s, at, '-') ? at + 1 : s.tokens.length;
}

/** Between the parts of one length: "and", a comma, or nothing. */
function skipLink(s: Scan, at: number): number {
  const and = markOf(s, at, 'and');
  if (and) return and.next;
  if (!isSign(s, at, ',')) return at;
  return markOf(s, at + 1, 'and')?.next ?? at + 1;
}

function readPart(s: Scan, at: number, isMore = false): Length | undefined {
  const amount = readAmount(s, at);
  if (!amount || (isMore && amount.isArticle && !markOf(s, at - 1, 'and'))) return undefined;
  const hyphen = skipHyphen(s, amount.next);
  const unitAt = skip(s, hyphen, 2, 'filler', 'of');
  const unit = markOf(s, unitAt, 'unit') ?? shortUnitAt(s, unitAt, amount);
  // "a quarter" is the name of one: "for the quarter".
  if (!unit?.unit) return undefined;
  const values = [...amount.values];
  const minutes = unit.is === 'shortUnit' ? minutesGlued(s, unit.next) : undefined;
  if (minutes !== undefined && values.length === 1) {
    const options = spansOf((values[0] ?? 0) + minutes / 60, 'hour');
    return { next: unit.next + 1, options, grain: 1, isOneDay: false, isAdjective: false };
  }
  const behind = isSign(s, unit.next, "'") ? unit.next + 1 : unit.next;
  const { value: added, next } = readBehind(s, behind, values);
  const isAdjective = hyphen > amount.next && next === behind && !isBoundary(s, next) && !isMembership(s, next);
  return {
    next,
    options: [...values, ...added].flatMap((value) => spansOf(value, unit.unit)),
    grain: grainOf(unit.unit),
    isOneDay: unit.unit === 'day' && values.length === 1 && values[0] === 1 && markOf(s, at, 'number') !== undefined,
    isAdjective,
  };
}

/** The "30" of "1h30". */
function minutesGlued(s: Scan, at: number): number | undefined {
  const digits = s.tokens[at]?.glued ? digitsAt(s, at) : undefined;
  return digits?.text.length === 2 && digits.value < 60 ? digits.value : undefined;
}

/** "a week or two" and "an hour and a half": what follows the unit; a half is added to the value itself. */
function readBehind(
  s: Scan,
  at: number,
  values: number[],
): { readonly value: readonly number[]; readonly next: number } {
  const half = values.length === 1 ? readAndHalf(s, at) : undefined;
  if (half !== undefined) {
    // "three weeks and a half day" ends in a length of its own.
    if (markOf(s, half, 'unit')) return { value: [], next: at };
    values[0] = (values[0] ?? 0) + 0.5;
    return { value: [], next: half };
  }
  const or = values.length === 1 ? markOf(s, at, 'or') : undefined;
  const other = or && readAmount(s, or.next);
  if (!other || other.isArticle || other.values.length !== 1 || isCounted(s, other.next))
    return { value: [], next: at };
  return { value: other.values, next: other.next };
}

function isCounted(s: Scan, at: number): boolean {
  const next = skip(s, skipHyphen(s, at), 2, 'filler');
  return markOf(s, next, 'unit', 'shortUnit') !== undefined;
}

function isMembership(s: Scan, at: number): boolean {
  return s.lexicon.memberships.has(s.tokens[at]?.text ?? '');
}

/** "30d" and "30 d"; a letter before another word is none ("a 3d printer"), nor is "3D". */
function shortUnitAt(s: Scan, at: number, amount: Amount): ReturnType<typeof markOf> {
  const unit = amount.isDigits ? markOf(s, at, 'shortUnit') : undefined;
  const isShape = unit?.unit === 'day' && s.tokens[at]?.capital && (amount.values[0] ?? 0) < 5;
  if (!unit || isShape) return undefined;
  const behind = s.tokens[unit.next];
  const isFollowed = behind?.kind === 'number' && (!behind.glued || unit.unit === 'hour');
  return isFollowed || isBoundary(s, unit.next) || isMembership(s, unit.next) ? unit : undefined;
}

function spansOf(value: number, unit: Unit | undefined): readonly Span[] {
  if (unit === undefined) return [];
  if (unit === 'minuteOrMonth') return [...spansOf(value, 'minute'), ...spansOf(value, 'month')];
  const [field, size] = unitSpans[unit];
  const total = value * size;
  // A part of a month counts in days of thirty, a part of a week in whole days, a part of a day in minutes.
  if (field === 'months') {
    const months = Math.floor(total);
    return [{ ...nothing, months, days: Number.isFinite(total) ? Math.floor((total - months) * 30) : 0 }];
  }
  if (unit === 'day' && !Number.isInteger(total) && Number.isFinite(total))
    return [{ ...nothing, minutes: total * minutesInDay }];
  return [{ ...nothing, [field]: field === 'minutes' ? total : Math.floor(total) }];
}

function grainOf(unit: Unit): number {
  const [field, size] = unitSpans[unit === 'minuteOrMonth' ? 'minute' : unit];
  return size * { minutes: 1, days: minutesInDay, workingDays: minutesInDay, months: 30 * minutesInDay }[field];
}

function sum(a: Span = nothing, b: Span = nothing): Span {
  return {
    months: a.months + b.months,
    days: a.days + b.days,
    minutes: a.minutes + b.minutes,
    workingDays: a.workingDays + b.workingDays,
  };
}

/** What a length says: a number of days or minutes, a last working day, or what is wrong with it. */
export function readingOfLength(length: Length, calendar: Calendar): TimeReading {
  if (length.options.length === 0) return { kind: 'problem', code: 'vague', readings: [] };
  const all = length.options.map((option) => readingOfSpan(option, calendar));
  const readings = all.filter((one) => one.kind !== 'problem').sort((a, b) => sizeOf(a) - sizeOf(b));
  const [first] = readings;
  if (!first) return all[0] ?? { kind: 'problem', code: 'vague', readings: [] };
  const last = readings.at(-1);
  if (all.length === 1 || (all.length === readings.length && last && sizeOf(first) === sizeOf(last))) return first;
  return { kind: 'problem', code: 'twoReadings', readings };
}

function sizeOf(reading: PlainReading): number {
  if (reading.kind === 'workingDays') return reading.count * 1.4 * minutesInDay;
  if (reading.kind !== 'length') return Infinity;
  return 'days' in reading ? reading.days * minutesInDay : reading.minutes;
}

function readingOfSpan(span: Span, calendar: Calendar): TimeReading {
  const rough = span.months * 30 + span.days + span.minutes / minutesInDay + span.workingDays * 1.4;
  if (!(rough <= longestDays + 60)) return { kind: 'problem', code: 'tooLong', readings: [] };
  if (span.workingDays > 0) return readingOfWorkingDays(span, calendar);
  const days = daysOf(span.months, calendar) + span.days;
  const minutes = Math.floor(days * minutesInDay + span.minutes);
  if (minutes < 1) return { kind: 'problem', code: 'zero', readings: [] };
  if (minutes > longestDays * minutesInDay) return { kind: 'problem', code: 'tooLong', readings: [] };
  return span.minutes > 0 ? { kind: 'length', minutes } : { kind: 'length', days };
}

function readingOfWorkingDays(span: Span, calendar: Calendar): TimeReading {
  // "2 weeks and 3 working days" is read by nobody alike.
  if (span.months + span.days + span.minutes > 0) return { kind: 'problem', code: 'vague', readings: [] };
  const last = addWorkingDays(calendar.today, span.workingDays);
  if (last - calendar.today > longestDays) return { kind: 'problem', code: 'tooLong', readings: [] };
  return { kind: 'workingDays', count: span.workingDays, at: calendar.endOf(last), day: isoOf(last) };
}

/**
 * A month counts thirty days and twelve are 365, as they are shown everywhere; but never more than the calendar gives
 * from today on (a month from 1 February is 28 days).
 */
function daysOf(months: number, { today }: Calendar): number {
  const counted = Math.floor(months / 12) * 365 + (months % 12) * 30;
  return months === 0 ? 0 : Math.min(counted, addMonths(today, months) - today);
}
