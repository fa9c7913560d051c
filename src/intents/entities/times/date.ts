import { isSurprising, type Calendar } from './calendar.js';
import { digitsAt, isBoundary, isFreeNumber, isSign, markOf, skip, skipHyphen } from './cursor.js';
import { dateOf, daysInMonth, dayOf, lastOfMonth, type Day } from './days.js';
import type { Scan } from './scan.js';
import type { When } from './when.js';

/** A date as it was written; without a year it is the next one. */
interface Written {
  readonly next: number;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly isWeak?: true;
}

/** A number before these is no day and no year. */
function isCounted(s: Scan, at: number): boolean {
  return markOf(s, at, 'unit', 'shortUnit', 'am', 'pm', 'oclock') !== undefined || isHour(s, at);
}

/** The ":00" of "31 Dec 17:00". */
function isHour(s: Scan, at: number): boolean {
  return isSign(s, at, ':') && s.tokens[at]?.glued === true && s.tokens[at + 1]?.kind === 'number';
}

/** Reads "31 Dec 2026", "Dec 31", "31.12.", "12/31/2026", "2027-05-31", "the 14th of March"; behind a dash "15 December", too. */
export function readDate(s: Scan, at: number, calendar: Calendar, base: Day, isBehindDash = false): When | undefined {
  const start = skip(s, at, 1, 'the');
  return (
    readNumeric(s, start, calendar, base, isBehindDash) ??
    readNamed(s, start, calendar, base, isBehindDash) ??
    readOrdinal(s, start, at, calendar, base)
  );
}

function readNamed(s: Scan, at: number, calendar: Calendar, base: Day, isBehindDash: boolean): When | undefined {
  const written = readDayFirst(s, at, calendar, isBehindDash) ?? readMonthFirst(s, at, calendar);
  return written && resolve(written, calendar, base);
}

/** "31 Dec", "31st of December 2026", "31. December", "31-Dec-26", "second of March". */
function readDayFirst(s: Scan, at: number, calendar: Calendar, isBehindDash: boolean): Written | undefined {
  const day = readDayNumber(s, at, isBehindDash);
  if (!day || day.text.length > 2) return undefined;
  const dot = isSign(s, day.next, '.') ? day.next + 1 : skipHyphen(s, day.next);
  const month = markOf(s, skip(s, dot, 1, 'of'), 'month');
  if (month?.value === undefined) return undefined;
  // "the 5 may join" is no day.
  const isWeak = month.weak && !day.isOrdinal && !isBoundary(s, month.next) && !digitsAt(s, month.next);
  return {
    day: day.value,
    month: month.value,
    ...readYear(s, month.next, calendar),
    ...(isWeak ? { isWeak: true } : {}),
  };
}

/** "Dec 31", "December the 31st, 2026", "Dec-31". */
function readMonthFirst(s: Scan, at: number, calendar: Calendar): Written | undefined {
  const month = markOf(s, at, 'month');
  if (month?.value === undefined) return undefined;
  const dot = isSign(s, month.next, '.') && s.tokens[month.next]?.glued ? month.next + 1 : skipHyphen(s, month.next);
  const day = readDayNumber(s, skip(s, dot, 1, 'the'), dot > month.next);
  // "Jan 3 weeks" is somebody and a length, "March 2027" a month.
  if (!day || day.text.length > 2 || isCounted(s, day.next)) return undefined;
  const isWeak = month.weak && !day.isOrdinal && !isBoundary(s, day.next);
  return {
    day: day.value,
    month: month.value,
    ...readYear(s, day.next, calendar),
    ...(isWeak ? { isWeak: true } : {}),
  };
}

interface DayNumber {
  readonly value: number;
  readonly next: number;
  readonly text: string;
  readonly isOrdinal: boolean;
}

/** "14", "14th", "fourteenth", "twenty-first". */
function readDayNumber(s: Scan, at: number, isGlued = false): DayNumber | undefined {
  const digits = digitsAt(s, at);
  if (digits) {
    if (!isGlued && !isFreeNumber(s, at)) return undefined;
    const ending = s.tokens[at + 1];
    const isOrdinal = ending?.glued === true && s.lexicon.ordinalEnds.has(ending.text);
    return { value: digits.value, text: digits.text, next: isOrdinal ? at + 2 : at + 1, isOrdinal };
  }
  const ten = markOf(s, at, 'number');
  const tens = ten?.value !== undefined && (ten.value === 20 || ten.value === 30) ? ten.value : 0;
  const ordinal = markOf(s, tens > 0 ? skipHyphen(s, ten?.next ?? at) : at, 'ordinal');
  if (ordinal?.value === undefined || (tens > 0 && ordinal.value > 9)) return undefined;
  return { value: tens + ordinal.value, next: ordinal.next, text: '', isOrdinal: true };
}

/** Whether a number of four digits can be the year of an end. */
export function isLikelyYear(value: number): boolean {
  return value >= 1900 && value < 2200;
}

/** ", 2026", "2026", "'26", "26". */
function readYear(s: Scan, at: number, calendar: Calendar): { readonly year?: number; readonly next: number } {
  let next = isSign(s, at, ',') || isSign(s, at, '/') ? at + 1 : skip(s, skipHyphen(s, at), 1, 'of');
  const isShort = isSign(s, next, "'");
  if (isShort) next++;
  const digits = digitsAt(s, next);
  if (!digits) return { next: at };
  if (isCounted(s, next + 1)) return { next: at };
  if (digits.text.length === 4) {
    // "31 December, 2000 people"
    const isYear = isLikelyYear(digits.value) && (!isSign(s, at, ',') || isBoundary(s, next + 1));
    return isYear ? { year: digits.value, next: next + 1 } : { next: at };
  }
  const year = 2000 + digits.value;
  const isLikely = isShort || (year >= calendar.year && year <= calendar.year + 10 && !isSign(s, at, ','));
  return digits.text.length === 2 && isLikely ? { year, next: next + 1 } : { next: at };
}

/** "2027-05-31", "2027/05/31", "31.12.2026", "31.12.", "12/31/26", "3/4". */
function readNumeric(s: Scan, at: number, calendar: Calendar, base: Day, isBehindDash: boolean): When | undefined {
  const first = digitsAt(s, at);
  const mark = s.tokens[at + 1]?.text ?? '';
  if (!first || (!isBehindDash && !isFreeNumber(s, at)) || !'-./'.includes(mark) || mark === '') return undefined;
  const isTight = s.tokens[at + 1]?.glued === true;
  const second = digitsAt(s, at + 2);
  if (!second || second.text.length > 2 || (s.tokens[at + 2]?.glued !== isTight && mark !== '.')) return undefined;
  const isSame = isSign(s, at + 3, mark) && (s.tokens[at + 3]?.glued === true) === isTight;
  const third = isSame && (s.tokens[at + 4]?.glued === isTight || mark === '.') ? digitsAt(s, at + 4) : undefined;
  if (first.text.length === 4) {
    if (!third || third.text.length > 2 || isLonger(s, at + 5, mark)) return undefined;
    return resolve({ year: first.value, month: second.value, day: third.value, next: at + 5 }, calendar, base);
  }
  if (first.text.length > 2) return undefined;
  if (third && (third.text.length === 4 || third.text.length === 2) && !isLonger(s, at + 5, mark)) {
    const year = third.text.length === 4 ? third.value : 2000 + third.value;
    // "12.12.12" is a version or an address.
    if (third.text.length === 2 && (year < calendar.year - 1 || year > calendar.year + 20)) return undefined;
    return byHabit([first.value, second.value], mark, { year, next: at + 5 }, calendar, base);
  }
  // "2-3" is a range and "3 / 4" a fraction; without a year only a dot or a slash without spaces makes a day.
  if (
    mark === '-' ||
    !isTight ||
    !s.tokens[at + 2]?.glued ||
    isLonger(s, isSame ? at + 4 : at + 3, mark) ||
    (third && mark === '/')
  )
    return undefined;
  const next = isSame && mark === '.' ? at + 4 : at + 3;
  // "24.12." is a day, "2.4." may be a version at the end of a sentence.
  const isSure = mark === '.' && isSame && first.value > 12;
  return byHabit([first.value, second.value], mark, isSure ? { next } : { next, isWeak: true }, calendar, base);
}

/** Whether digits or letters follow at once, as in a version, an address or "2/3rds". */
function isLonger(s: Scan, at: number, mark: string): boolean {
  const token = s.tokens[at];
  if (!token?.glued) return false;
  if (token.kind === 'number' || (token.kind === 'word' && token.text !== 't')) return true;
  return (
    (token.text === mark || token.text === ':') &&
    s.tokens[at + 1]?.glued === true &&
    s.tokens[at + 1]?.kind === 'number'
  );
}

/** Day and month in the order of the person's country; both where nobody can know. */
function byHabit(
  [first, second]: readonly [number, number],
  mark: string,
  rest: Omit<Written, 'day' | 'month'>,
  calendar: Calendar,
  base: Day,
): When | undefined {
  const dayFirst = resolve({ ...rest, day: first, month: second }, calendar, base);
  const monthFirst = resolve({ ...rest, day: second, month: first }, calendar, base);
  if (first > 12 || first === second) return second > 12 && rest.year === undefined ? undefined : dayFirst;
  if (second > 12) return monthFirst;
  // Dots are the habit of those who put the day first; who does not may mean either.
  if (calendar.monthFirst === undefined || (calendar.monthFirst && mark === '.'))
    return { ...dayFirst, days: [...dayFirst.days, ...monthFirst.days], problem: 'twoReadings' };
  const [taken, other] = calendar.monthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return { ...taken, also: other.days };
}

/** "the 14th", "the 14th of next month"; a bare "14th" only behind a marker. */
function readOrdinal(s: Scan, at: number, whole: number, calendar: Calendar, base: Day): When | undefined {
  const day = readDayNumber(s, at);
  if (!day?.isOrdinal || day.value < 1 || day.value > 31) return undefined;
  // "Monday first thing"
  if (day.text === '' && at === whole) return undefined;
  const isWeak = at === whole || !isBoundary(s, day.next) || day.text === '';
  const weak = isWeak ? ({ isWeak: true } as const) : {};
  const month = readMonthOf(s, day.next);
  const { year, month: current } = dateOf(base);
  if (month) {
    const first = { year, month: current + month.ahead };
    return { ...resolve({ day: day.value, ...normal(first), next: month.next }, calendar, base) };
  }
  for (let ahead = 0; ahead < 3; ahead++) {
    const { year: y, month: m } = normal({ year, month: current + ahead });
    const found = dayOf({ year: y, month: m, day: day.value });
    if (found === undefined || found < base) continue;
    if (found > base) return { next: day.next, days: [found], ...weak };
    return { next: day.next, days: [found, nextMonthly(found, day.value)], problem: 'twoReadings', ...weak };
  }
  return undefined;
}

function nextMonthly(from: Day, day: number): Day {
  const { year, month } = dateOf(from);
  const next = normal({ year, month: month + 1 });
  return dayOf({ ...next, day }) ?? lastOfMonth(next.year, next.month);
}

/** "of this month", "of next month", "next month". */
function readMonthOf(s: Scan, at: number): { readonly ahead: number; readonly next: number } | undefined {
  const which = markOf(s, skip(s, at, 2, 'of', 'the'), 'this', 'next', 'coming');
  const unit = which && markOf(s, which.next, 'unit');
  return which && unit?.unit === 'month' ? { ahead: which.is === 'this' ? 0 : 1, next: unit.next } : undefined;
}

function normal({ year, month }: { readonly year: number; readonly month: number }): { year: number; month: number } {
  return { year: year + Math.floor((month - 1) / 12), month: ((month - 1) % 12) + 1 };
}

/** The day that was written; what may have been meant where there is none such, or where it has just gone by. */
function resolve(written: Written, calendar: Calendar, base: Day): When {
  const { next, day, month, isWeak } = written;
  const weak = isWeak ? ({ isWeak } as const) : {};
  if (month < 1 || month > 12 || day < 1 || day > 31) return { next, days: [], problem: 'noSuchDay', ...weak };
  const thisYear = dateOf(base).year;
  const clamp = (year: number): Day => lastOfMonth(year, month) - Math.max(0, daysInMonth(year, month) - day);
  const year = written.year ?? (clamp(thisYear) >= base ? thisYear : thisYear + 1);
  const found = dayOf({ year, month, day });
  if (found === undefined) return { next, days: [clamp(year)], problem: 'noSuchDay', ...weak };
  if (written.year !== undefined) return { next, days: [found], ...weak };
  return { next, days: [found], ...(isSurprising(found, calendar, base) ? { problem: 'inThePast' } : {}), ...weak };
}
