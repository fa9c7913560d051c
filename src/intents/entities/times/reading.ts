import { minutesInDay, type Calendar } from './calendar.js';
import type { Day } from './days.js';
import { longestDays } from '../../../domain/organisation/settings/sorts.js';
import type { DayReading, PlainReading, TimeProblem, TimeReading } from './timeSlot.js';
import type { When } from './when.js';

/**
 * What is asked of a time: its last day; the day before it, too, where "until March" may end with February; its first
 * day; or just the day.
 */
export type Asked = 'last' | 'until' | 'first' | 'point';

/** Ten years by the calendar have up to three days more than ten times 365, and a last day its hours. */
const leapDays = 4;
/** From this minute on an hour is in the morning if a day is named: "tomorrow at 9". */
const morning = 420;

/** What a day, a time of day or a period says, as far as it can be taken. */
export function readingOfWhen(when: When, calendar: Calendar, asked: Asked): TimeReading {
  if (asked === 'point' && when.first !== undefined && !when.isEdge)
    return assemble(plainDays(when, when.days, calendar), calendar, 'vague');
  const options = plainDays(when, daysAsked(when, calendar, asked), calendar, asked === 'first');
  const tomorrow = when.isClockOnly ? clockReading(calendar.today + 1, when.minutes?.[0] ?? 0, calendar) : undefined;
  return assemble(options, calendar, when.problem, tomorrow);
}

/** The other readings of a date that the country's habit decided. */
export function alsoOf(when: When, calendar: Calendar): readonly PlainReading[] {
  return plainDays(when, when.also ?? [], calendar).filter(({ at }) => at > calendar.now);
}

/** A whole day. */
export function dayReading(day: Day, calendar: Calendar, isFirst = false): DayReading {
  const at = isFirst ? calendar.startOf(day) : calendar.endOf(day);
  return { kind: 'until', at, precision: 'day', day: calendar.isoOf(day) };
}

function clockReading(day: Day, minute: number, calendar: Calendar): DayReading {
  // Midnight is the end of the day that is named, not the first minute of another one.
  if (minute >= minutesInDay) return dayReading(day, calendar);
  return { kind: 'until', at: calendar.at(day, minute), precision: 'minute', day: calendar.isoOf(day) };
}

function daysAsked({ days, first, isEdge, problem }: When, { today }: Calendar, asked: Asked): readonly Day[] {
  if (first === undefined || isEdge || problem === 'vague') return days;
  // "as of this week": from today on.
  if (asked === 'first') return [(days.at(-1) ?? first) >= today ? Math.max(first, today) : first];
  return asked === 'until' && first > today ? [first - 1, ...days] : days;
}

function plainDays(when: When, days: readonly Day[], calendar: Calendar, isFirst = false): DayReading[] {
  // Far beyond every limit the calendar need not be asked.
  const near = days.filter((day) => Math.abs(day - calendar.today) < 400_000);
  const { minutes } = when;
  if (!minutes) return near.map((day) => dayReading(day, calendar, isFirst));
  return near.flatMap((day) => minutesOn(day, minutes, calendar).map((minute) => clockReading(day, minute, calendar)));
}

/** Of the two that "5 o'clock" may be, those that are sensible: still to come today, in the morning from seven on. */
function minutesOn(day: Day, minutes: readonly number[], { today, minute }: Calendar): readonly number[] {
  const [first = 0] = minutes;
  const open = day === today ? minutes.filter((one) => one > minute) : minutes;
  const left = open.length > 0 ? open : minutes.slice(-1);
  return first >= morning ? left.slice(0, 1) : left;
}

function assemble(
  options: readonly DayReading[],
  calendar: Calendar,
  problem?: TimeProblem,
  later?: DayReading,
): TimeReading {
  const known = new Map(options.map((option) => [option.at, option]));
  const sorted = [...known.values()].sort((a, b) => a.at - b.at);
  // A first day that is today has begun and is not over.
  const open = sorted.filter(
    ({ at, day, precision }) => at > calendar.now || (precision === 'day' && day >= calendar.todayIso),
  );
  const [first] = open;
  if (problem === 'noSuchDay') return { kind: 'problem', code: problem, readings: open };
  if (sorted.length > 0 && !first) return { kind: 'problem', code: 'inThePast', readings: later ? [later] : [] };
  if (first && first.at > calendar.now + (longestDays + leapDays) * minutesInDay * 60_000)
    return { kind: 'problem', code: 'tooLong', readings: [] };
  if (first && (problem === undefined || problem === 'twoReadings'))
    return open.length === 1 ? first : { kind: 'problem', code: 'twoReadings', readings: open };
  return { kind: 'problem', code: problem ?? 'vague', readings: open };
}
