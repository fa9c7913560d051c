import { isSurprising, weekStartOf, type Calendar } from './calendar.js';
import { digitsAt, isBoundary, isFreeNumber, isSign, markOf, skip } from './cursor.js';
import { isLikelyYear } from './date.js';
import { afterNext } from './dayName.js';
import { dateOf, firstOfMonth, lastOfMonth, weekdayFrom, type Day } from './days.js';
import type { Mark, Scan } from './scan.js';
import type { PeriodUnit, Unit } from './timeWords.js';
import type { When } from './when.js';

/** The days of a period; a week ends with Friday or with its last day, so that it may have two last days. */
interface PeriodDays {
  readonly first: Day;
  readonly days: readonly Day[];
}

const periodOfUnit: Readonly<Partial<Record<Unit, PeriodUnit>>> = {
  day: 'day',
  week: 'week',
  workingWeek: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

/** Reads "next week", "this month", "March", "March 2027", "Q1", "the first quarter", "H2 2027", "2027", "the weekend". */
export function readPeriod(
  s: Scan,
  at: number,
  calendar: Calendar,
  options: { readonly bareUnit?: boolean } = {},
): When | undefined {
  const start = skip(s, at, 3, 'the', 'filler', 'of', 'all');
  return (
    readRelative(s, start, calendar, options.bareUnit ?? markOf(s, at, 'all') !== undefined) ??
    readMonth(s, start, calendar) ??
    readQuarter(s, start, calendar) ??
    readYearAlone(s, start, calendar)
  );
}

/** "next week", "the week after next", "this weekend", and "the month" where only a period can stand. */
function readRelative(s: Scan, at: number, calendar: Calendar, bareUnit: boolean): When | undefined {
  const which = markOf(s, at, 'next', 'coming', 'this');
  const unit = markOf(s, skip(s, which?.next ?? at, 1, 'working'), 'unit', 'weekend');
  const period = unit?.is === 'weekend' ? 'weekend' : unit?.unit && periodOfUnit[unit.unit];
  if (!unit || !period) return undefined;
  const after = which ? undefined : afterNext(s, unit.next);
  if (!which && after === undefined && !bareUnit && period !== 'weekend') return undefined;
  if (period === 'day' && (which?.is === 'next' || which?.is === 'coming')) return undefined;
  const ahead = after === undefined ? aheadOf(which, period) : 2;
  const weak = which || after !== undefined ? {} : ({ isWeak: true } as const);
  return { next: after ?? unit.next, ...periodDays(period, ahead, calendar), ...weak };
}

function aheadOf(which: Mark | undefined, period: PeriodUnit): number {
  if (which?.is === 'coming' && period === 'weekend') return 0;
  return which?.is === 'next' || which?.is === 'coming' ? 1 : 0;
}

/** A period of the calendar, so many ahead of the present one. */
export function periodDays(period: PeriodUnit, ahead: number, calendar: Calendar): PeriodDays {
  const { today } = calendar;
  const { year, month } = dateOf(today);
  const months = (first: number, count: number): PeriodDays => ({
    first: firstOfMonth(year, first),
    days: [lastOfMonth(year, first + count - 1)],
  });
  switch (period) {
    case 'day':
      return { first: today + ahead, days: [today + ahead] };
    case 'week':
      return weekOf(weekStartOf(today, calendar) + ahead * 7, calendar);
    case 'weekend': {
      const sunday = weekdayFrom(today, 7);
      // Before a weekend "the next one" may be that or the one after.
      const isOpen = ahead === 1 && sunday - today > 1;
      const last = sunday + ahead * 7;
      return isOpen ? { first: sunday - 1, days: [sunday, last] } : { first: last - 1, days: [last] };
    }
    case 'month':
      return months(month + ahead, 1);
    case 'quarter':
      return months(month - ((month - 1) % 3) + ahead * 3, 3);
    case 'year':
      return months(1 + ahead * 12, 12);
  }
}

function weekOf(first: Day, { today }: Calendar): PeriodDays {
  const last = first + 6;
  const friday = weekdayFrom(first, 5);
  return { first, days: friday < today ? [last] : [friday, last] };
}

/** "March", "March 2027", "next March". */
function readMonth(s: Scan, at: number, calendar: Calendar): When | undefined {
  const which = markOf(s, at, 'next', 'coming', 'this');
  const name = markOf(s, which?.next ?? at, 'month');
  if (name?.value === undefined) return undefined;
  const dotted =
    isSign(s, name.next, '.') && s.tokens[name.next]?.glued && digitsAt(s, name.next + 1) ? name.next + 1 : name.next;
  const written = which ? undefined : readYearBehind(s, dotted);
  const now = dateOf(calendar.today);
  const nextOne = now.year + (name.value < now.month || (which?.is === 'next' && name.value === now.month) ? 1 : 0);
  const years = written
    ? [written.year]
    : which?.is === 'next' && nextOne === now.year
      ? [nextOne, nextOne + 1]
      : [which?.is === 'this' ? now.year : nextOne];
  const month = name.value;
  const isWeak = !written && !which;
  const isGone = isWeak && isSurprising(lastOfMonth(years[0] ?? now.year, month), calendar);
  return {
    next: written?.next ?? name.next,
    first: firstOfMonth(years[0] ?? now.year, month),
    days: years.map((year) => lastOfMonth(year, month)),
    ...(isGone ? { problem: 'inThePast' } : {}),
    ...(isWeak ? { isWeak } : {}),
  };
}

/** "2027", "of 2027", "'27", "/2027". */
function readYearBehind(s: Scan, at: number): { readonly year: number; readonly next: number } | undefined {
  const next = isSign(s, at, '/-,') ? at + 1 : skip(s, at, 1, 'of');
  const isShort = isSign(s, next, "'");
  const digits = digitsAt(s, isShort ? next + 1 : next);
  if (!digits || markOf(s, next + 1, 'unit', 'shortUnit')) return undefined;
  if (isShort) return digits.text.length === 2 ? { year: 2000 + digits.value, next: next + 2 } : undefined;
  const isYear = digits.text.length === 4 && isLikelyYear(digits.value);
  return isYear && (!isSign(s, at, ',') || isBoundary(s, next + 1))
    ? { year: digits.value, next: next + 1 }
    : undefined;
}

/** "Q1", "quarter 1", "the first quarter", "1st quarter of 2027", "H1". */
function readQuarter(s: Scan, at: number, calendar: Calendar): When | undefined {
  const found = readLetterAndNumber(s, at) ?? readOrdinalQuarter(s, at);
  if (!found) return undefined;
  const { number, months } = found;
  const { year } = dateOf(calendar.today);
  const written = readYearBehind(s, found.next) ?? readNamedYear(s, found.next, year);
  // "the first half of March" is no half year.
  if (!written && markOf(s, found.next, 'of')) return undefined;
  const last = number * months;
  const isOver = lastOfMonth(year, last) < calendar.today;
  const taken = written?.year ?? (isOver ? year + 1 : year);
  return {
    next: written?.next ?? found.next,
    first: firstOfMonth(taken, last - months + 1),
    days: [lastOfMonth(taken, last)],
    isWeak: true,
  };
}

/** "of the year", "of next year", "next year". */
function readNamedYear(
  s: Scan,
  at: number,
  year: number,
): { readonly year: number; readonly next: number } | undefined {
  const of = skip(s, at, 1, 'of');
  const which = markOf(s, of, 'this', 'next', 'coming', 'the');
  const unit = which && markOf(s, which.next, 'unit');
  if (unit?.unit !== 'year' || (which?.is === 'the' && of === at)) return undefined;
  return { year: which?.is === 'next' || which?.is === 'coming' ? year + 1 : year, next: unit.next };
}

interface Numbered {
  readonly number: number;
  readonly months: number;
  readonly next: number;
}

function readLetterAndNumber(s: Scan, at: number): Numbered | undefined {
  const token = s.tokens[at];
  const unit = markOf(s, at, 'unit');
  const digits = digitsAt(s, unit?.unit === 'quarter' ? unit.next : at + 1);
  if (!token || !digits || digits.text.length !== 1) return undefined;
  if (unit?.unit === 'quarter') return numbered(digits.value, 3, unit.next + 1);
  if (!s.tokens[at + 1]?.glued || (token.glued && s.tokens[at - 1]?.kind === 'number')) return undefined;
  if (token.text === s.lexicon.quarterLetter) return numbered(digits.value, 3, at + 2);
  return token.text === s.lexicon.halfLetter ? numbered(digits.value, 6, at + 2) : undefined;
}

function readOrdinalQuarter(s: Scan, at: number): Numbered | undefined {
  const ordinal = markOf(s, at, 'ordinal');
  const digits = digitsAt(s, at);
  const isOrdinal = digits && s.tokens[at + 1]?.glued && s.lexicon.ordinalEnds.has(s.tokens[at + 1]?.text ?? '');
  const value = ordinal?.value ?? (isOrdinal ? digits.value : undefined);
  const unit = markOf(s, ordinal?.next ?? at + 2, 'unit', 'half');
  if (value === undefined || !unit || (unit.is === 'unit' && unit.unit !== 'quarter')) return undefined;
  return numbered(value, unit.is === 'half' ? 6 : 3, unit.next);
}

function numbered(number: number, months: number, next: number): Numbered | undefined {
  return number >= 1 && number * months <= 12 ? { number, months, next } : undefined;
}

function readYearAlone(s: Scan, at: number, { today }: Calendar): When | undefined {
  const digits = digitsAt(s, at);
  if (digits?.text.length !== 4 || !isFreeNumber(s, at) || !isBoundary(s, at + 1)) return undefined;
  const now = dateOf(today).year;
  if (
    digits.value < now ||
    digits.value > now + 20 ||
    (isSign(s, at + 1, '-/:') && s.tokens[at + 1]?.glued) ||
    markOf(s, at + 1, 'unit')
  )
    return undefined;
  return {
    next: at + 1,
    first: firstOfMonth(digits.value, 1),
    days: [lastOfMonth(digits.value, 12)],
    isWeak: true,
  };
}
