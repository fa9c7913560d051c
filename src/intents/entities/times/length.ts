import { readAmount, readAndHalf, type Amount } from './amount.js';
import { minutesInDay } from './calendar.js';
import { digitsAt, isBoundary, isFreeNumber, isSign, markOf, skip, skipHyphen } from './cursor.js';
import type { Mark, Scan } from './scan.js';
import type { Unit } from './timeWords.js';

/** A length that was read; two options where it can be read two ways, none where it says no number. */
export interface Length {
  readonly next: number;
  readonly options: readonly Stretch[];
  /** Roughly one of its smallest unit, in minutes. */
  readonly grain: number;
  /** Only "one day", which may be some day. */
  readonly isOneDay: boolean;
  /** "30-day", which belongs to the word behind it. */
  readonly isAdjective: boolean;
}

/** A length in the units that cannot be turned into each other for good. */
export interface Stretch {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
  readonly workingDays: number;
}

/** More parts than "1 year, 2 months, 3 weeks and 4 days" nobody names. */
const mostParts = 4;
const nothing: Stretch = { months: 0, days: 0, minutes: 0, workingDays: 0 };

/** What one of a unit is: minutes, days, months or working days. */
const unitStretches: Readonly<Record<Exclude<Unit, 'minuteOrMonth'>, readonly [keyof Stretch, number]>> = {
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

/** "week" without a number is one; "weeks" are nobody knows how many. */
export function readUnitAlone(s: Scan, at: number): Length | undefined {
  const unit = markOf(s, at, 'unit')?.unit;
  if (!unit || unit === 'minuteOrMonth') return undefined;
  const isPlural = s.tokens[at]?.text.endsWith(s.lexicon.pluralEnd) === true;
  const next = s.marks[at]?.next ?? at + 1;
  const options = isPlural ? [] : stretchesOf(1, unit);
  return { next, options, grain: grainOf(unit), isOneDay: false, isAdjective: false };
}

/** Between the parts of one length: "and", a comma, or nothing. */
function skipLink(s: Scan, at: number): number {
  const and = markOf(s, at, 'and');
  if (and) return and.next;
  if (!isSign(s, at, ',')) return at;
  return markOf(s, at + 1, 'and')?.next ?? at + 1;
}

/** "1:30h": hours and minutes, as a clock that is stopped shows them. */
function readStopped(s: Scan, at: number): Length | undefined {
  const hours = isFreeNumber(s, at) ? digitsAt(s, at) : undefined;
  const minutes = isSign(s, at + 1, ':') && s.tokens[at + 1]?.glued ? minutesGlued(s, at + 2) : undefined;
  const unit = markOf(s, at + 3, 'unit', 'shortUnit');
  if (!hours || minutes === undefined || unit?.unit !== 'hour') return undefined;
  const options = stretchesOf(hours.value + minutes / 60, 'hour');
  return { next: unit.next, options, grain: 1, isOneDay: false, isAdjective: false };
}

function readPart(s: Scan, at: number, isMore = false): Length | undefined {
  const stopped = readStopped(s, at);
  if (stopped) return stopped;
  const amount = readAmount(s, at);
  if (!amount || (isMore && amount.isArticle && !markOf(s, at - 1, 'and'))) return undefined;
  // "30+ days" may be any number.
  const isOpen = isSign(s, amount.next, '+') && s.tokens[amount.next]?.glued === true;
  const hyphen = isOpen ? amount.next + 1 : skipHyphen(s, amount.next);
  const unitAt = skip(s, hyphen, 2, 'filler', 'of');
  const unit = workingUnitAt(s, unitAt) ?? markOf(s, unitAt, 'unit') ?? shortUnitAt(s, unitAt, amount);
  // "a quarter" is the name of one: "for the quarter".
  if (!unit?.unit) return undefined;
  const values = isOpen ? [] : [...amount.values];
  const minutes = unit.is === 'shortUnit' ? minutesGlued(s, unit.next) : undefined;
  if (minutes !== undefined && values.length === 1) {
    const options = stretchesOf((values[0] ?? 0) + minutes / 60, 'hour');
    return { next: unit.next + 1, options, grain: 1, isOneDay: false, isAdjective: false };
  }
  const behind = isSign(s, unit.next, "'") ? unit.next + 1 : unit.next;
  const { value: added, next } = readBehind(s, behind, values);
  const isAdjective = hyphen > amount.next && next === behind && !isBoundary(s, next) && !isMembership(s, next);
  return {
    next,
    options: [...values, ...added].flatMap((value) => stretchesOf(value, unit.unit)),
    grain: grainOf(unit.unit),
    isOneDay: unit.unit === 'day' && values.length === 1 && values[0] === 1 && markOf(s, at, 'number') !== undefined,
    isAdjective,
  };
}

/** "working days", "business weeks". */
function workingUnitAt(s: Scan, at: number): Mark | undefined {
  const working = markOf(s, at, 'working');
  const unit = working && markOf(s, working.next, 'unit');
  if (unit?.unit !== 'day' && unit?.unit !== 'week') return undefined;
  return { ...unit, unit: unit.unit === 'day' ? 'workingDay' : 'workingWeek' };
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
function shortUnitAt(s: Scan, at: number, amount: Amount): Mark | undefined {
  const unit = amount.isDigits ? markOf(s, at, 'shortUnit') : undefined;
  const isShape = unit?.unit === 'day' && s.tokens[at]?.capital && (amount.values[0] ?? 0) < 5;
  if (!unit || isShape) return undefined;
  const behind = s.tokens[unit.next];
  const isFollowed = behind?.kind === 'number' && (!behind.glued || unit.unit === 'hour');
  return isFollowed || isBoundary(s, unit.next) || isMembership(s, unit.next) ? unit : undefined;
}

function stretchesOf(value: number, unit: Unit | undefined): readonly Stretch[] {
  if (unit === undefined) return [];
  if (unit === 'minuteOrMonth') return [...stretchesOf(value, 'minute'), ...stretchesOf(value, 'month')];
  const [field, size] = unitStretches[unit];
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
  const [field, size] = unitStretches[unit === 'minuteOrMonth' ? 'minute' : unit];
  return size * { minutes: 1, days: minutesInDay, workingDays: minutesInDay, months: 30 * minutesInDay }[field];
}

function sum(a: Stretch = nothing, b: Stretch = nothing): Stretch {
  return {
    months: a.months + b.months,
    days: a.days + b.days,
    minutes: a.minutes + b.minutes,
    workingDays: a.workingDays + b.workingDays,
  };
}
