import type { Calendar } from './calendar.js';
import { readClock } from './clock.js';
import { isSign, markOf, skip } from './cursor.js';
import { readDate } from './date.js';
import { readDayName } from './dayName.js';
import { addMonths, weekdayFrom, type Day } from './days.js';
import { readEdge } from './edge.js';
import { readLength } from './length.js';
import { mayOpen } from './openers.js';
import { readPeriod } from './period.js';
import type { Scan } from './scan.js';
import { asSure, type When } from './when.js';

/** The minute at which a morning is over. */
const morningEnd = 720;

/** What the words around a time allow it to be. */
export interface Around {
  /** The day from which a day without a year or a week counts: today, or the start that was just named. */
  readonly base?: Day;
  /** "at 5" is a time of day. */
  readonly bareHour?: boolean;
  /** "until 17.30" is one, too. */
  readonly dotted?: boolean;
  /** "for the week" is this week. */
  readonly bareUnit?: boolean;
}

/** Reads a day, a time of day, both, or a period. */
export function readWhen(s: Scan, at: number, calendar: Calendar, around: Around = {}): When | undefined {
  if (!mayOpen(s, at)) return undefined;
  return (
    readEdge(s, at, calendar) ??
    readRelative(s, at, calendar) ??
    readMoment(s, at, calendar, around) ??
    readPeriodWithDay(s, at, calendar, around)
  );
}

function readMoment(s: Scan, at: number, calendar: Calendar, around: Around): When | undefined {
  const base = around.base ?? calendar.today;
  const day = readDay(s, at, calendar, base);
  if (day) return readBeside(s, day) ?? addClock(s, day);
  const clock = readClock(s, at, around);
  const part = clock ? undefined : readPartOfDay(s, at, calendar);
  if (!clock) return part;
  const its = readDay(
    s,
    skip(s, isSign(s, clock.next, ',') ? clock.next + 1 : clock.next, 1, 'at', 'of'),
    calendar,
    base,
  );
  const unsure = clock.isElsewhere ? ({ problem: 'vague' } as const) : {};
  return its
    ? { ...its, minutes: clock.minutes, ...unsure }
    : { next: clock.next, days: [calendar.today], minutes: clock.minutes, isClockOnly: true, ...unsure };

  /** "the Friday after Christmas", "the Monday before the 14th". */
  function readBeside(s: Scan, when: When): When | undefined {
    const weekday = markOf(s, when.next - 1, 'weekday')?.value;
    const side = weekday === undefined ? undefined : markOf(s, when.next, 'before', 'after');
    const other = side && readDay(s, side.next, calendar, base);
    const day = other?.days[0];
    if (weekday === undefined || !side || day === undefined || other?.days.length !== 1) return undefined;
    return {
      next: other.next,
      days: [side.is === 'after' ? weekdayFrom(day + 1, weekday) : weekdayFrom(day - 7, weekday)],
    };
  }
}

function readDay(s: Scan, at: number, calendar: Calendar, base: Day): When | undefined {
  return readDate(s, at, calendar, base) ?? readDayName(s, at, calendar, base);
}

/** "tomorrow at 5", "31 Dec 17:00", "2026-12-31T17:00", "Friday afternoon". */
function addClock(s: Scan, day: When): When {
  const comma = isSign(s, day.next, ',') ? day.next + 1 : day.next;
  const link = s.tokens[comma]?.text === 't' && s.tokens[comma]?.glued ? comma + 1 : skip(s, comma, 2, 'at', 'about');
  const clock = readClock(s, link, { bareHour: markOf(s, comma, 'at') !== undefined });
  if (clock) {
    const unsure = clock.isElsewhere ? ({ problem: 'vague' } as const) : {};
    return { ...asSure(day), next: clock.next, minutes: clock.minutes, ...unsure };
  }
  const part = markOf(s, skip(s, day.next, 2, 'in', 'the'), 'dayPart') ?? readEndOfDay(s, comma);
  if (!part) return day;
  const hour = readClock(s, skip(s, part.next, 2, 'at', 'about'), {
    bareHour: markOf(s, part.next, 'at') !== undefined,
  });
  if (hour) {
    // "in the evening at 8" is not in the morning.
    const minutes = part.value === morningEnd ? hour.minutes.slice(0, 1) : hour.minutes.slice(-1);
    return { ...asSure(day), next: hour.next, minutes };
  }
  const over = part.value === undefined ? {} : ({ minutes: [part.value], problem: day.problem ?? 'vague' } as const);
  return { ...asSure(day), next: part.next, ...over };
}

/** "Friday EOD", "Friday end of day". */
function readEndOfDay(s: Scan, at: number): { readonly next: number; readonly value?: undefined } | undefined {
  const named = markOf(s, at, 'periodEnd');
  if (named) return named.period === 'day' ? { next: named.next } : undefined;
  const of = markOf(s, at, 'end') && markOf(s, s.marks[at]?.next ?? at, 'of');
  const unit = of && markOf(s, skip(s, of.next, 1, 'the'), 'unit');
  return unit?.unit === 'day' ? { next: unit.next } : undefined;
}

/** "this evening". */
function readPartOfDay(s: Scan, at: number, { today }: Calendar): When | undefined {
  const which = markOf(s, at, 'this');
  const part = which && markOf(s, which.next, 'dayPart');
  if (!part) return undefined;
  return {
    next: part.next,
    days: [today],
    ...(part.value === undefined ? {} : { minutes: [part.value], problem: 'vague' }),
  };
}

/** "next week", and "next week Friday". */
function readPeriodWithDay(s: Scan, at: number, calendar: Calendar, around: Around): When | undefined {
  const period = readPeriod(s, at, calendar, around.bareUnit ? { bareUnit: true } : {});
  if (period?.first === undefined || period.isWeak) return period;
  const weekday = markOf(s, skip(s, period.next, 1, 'at'), 'weekday');
  const isWeek = (period.days.at(-1) ?? 0) - period.first === 6;
  if (weekday?.value === undefined || !isWeek) return period;
  return addClock(s, { next: weekday.next, days: [weekdayFrom(period.first, weekday.value)] });
}

/** "two weeks from Friday", "a week from now", "3 days before Christmas", "the day after the 14th", "a week on Monday". */
function readRelative(s: Scan, at: number, calendar: Calendar): When | undefined {
  const span = readDistance(s, at);
  const side = span && markOf(s, span.next, 'from', 'after', 'before', 'at');
  if (!side) return undefined;
  const now = side.is === 'before' || side.is === 'at' ? undefined : markOf(s, side.next, 'now');
  const start = now ? { next: now.next, days: [calendar.today] } : readDay(s, side.next, calendar, calendar.today);
  const isMeant = side.is !== 'at' || markOf(s, side.next, 'weekday', 'nearDay');
  if (!start || start.days.length === 0 || !isMeant) return undefined;
  const sign = side.is === 'before' ? -1 : 1;
  return {
    ...asSure(start),
    days: start.days.map((day) => addMonths(day, sign * span.months) + sign * span.days),
  };
}

/** A length that can be counted in days or months; "the day" is one. */
function readDistance(
  s: Scan,
  at: number,
): { readonly months: number; readonly days: number; readonly next: number } | undefined {
  const the = markOf(s, at, 'the');
  const unit = the && markOf(s, the.next, 'unit');
  if (unit && (unit.unit === 'day' || unit.unit === 'week'))
    return { months: 0, days: unit.unit === 'day' ? 1 : 7, next: unit.next };
  const length = readLength(s, at);
  const [span] = length?.options ?? [];
  if (!length || !span || length.options.length !== 1 || span.minutes > 0 || span.workingDays > 0) return undefined;
  return span.months + span.days > 4000 ? undefined : { months: span.months, days: span.days, next: length.next };
}
