import type { Instant } from '../../../domain/terms.js';
import type { TimeContext } from './timeSlot.js';
import { dateOf, isoOf, weekdayOf, type Day } from './days.js';

/** Minutes in a day. */
export const minutesInDay = 1440;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What the person's clock and calendar say. */
export interface Calendar {
  readonly now: Instant;
  readonly today: Day;
  readonly todayIso: string;
  /** Minutes since the day began, as the clock shows them. */
  readonly minute: number;
  readonly year: number;
  /** Whether "3/4" is March 4; nothing where people write it both ways. */
  readonly monthFirst?: boolean;
  /** Monday is 1, Sunday 7. */
  readonly weekStart: number;
  /** `YYYY-MM-DD`. */
  isoOf(day: Day): string;
  startOf(day: Day): Instant;
  /** The last millisecond of a day, also where the clock changes at midnight. */
  endOf(day: Day): Instant;
  /** The day and the minute that the clock shows at a moment. */
  readonly localOf: (at: Instant) => { readonly day: Day; readonly minute: number };
  /** A minute of a day; of two that the clock shows alike, the first. */
  at(day: Day, minute: number): Instant;
}

/** The calendar of one person at one moment. */
export function calendarOf(context: TimeContext): Calendar {
  const clock = clockOf(context.timeZone);
  const { now } = context;
  const localOf = (at: Instant): { readonly day: Day; readonly minute: number } => {
    const local = at + clock.offset(at);
    const day = Math.floor(local / dayMs);
    return { day, minute: Math.floor((local - day * dayMs) / minuteMs) };
  };
  const { day: today, minute } = localOf(now);
  const momentOf = momentsOf(clock);
  const isoDays = new Map<Day, string>();
  const startOf = (day: Day): Instant => momentOf(day * dayMs, 'after');
  return {
    now,
    today,
    todayIso: isoOf(today),
    isoOf: (day) => remember(isoDays, day, () => isoOf(day)),
    minute,
    localOf,
    year: dateOf(today).year,
    ...habitOf(context.locale),
    startOf,
    endOf: (day) => startOf(day + 1) - 1,
    at: (day, minute) => momentOf(day * dayMs + minute * minuteMs, 'before'),
  };
}

/** A day without a year that is more than so many days off has most probably just gone by. */
const surprisingDays = 305;

/** Whether a day that was named without a year is so far off that nobody may have meant it. */
export function isSurprising(day: Day, { today }: Calendar, base: Day = today): boolean {
  return base === today && day - today > surprisingDays;
}

/** Monday of the week of a day, or Sunday where weeks begin with it. */
export function weekStartOf(day: Day, { weekStart }: Calendar): Day {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

interface Clock {
  /** Milliseconds that the zone is ahead of UTC. */
  offset(at: Instant): number;
}

/** The moments at which the clock shows a local time; the look-up of a day's offsets is slow and is remembered. */
function momentsOf(clock: Clock): (local: number, leap: 'before' | 'after') => Instant {
  const offsets = new Map<Day, readonly [number, number]>();
  const around = (day: Day): readonly [number, number] => {
    const known = offsets.get(day);
    if (known) return known;
    const found = [clock.offset((day - 1) * dayMs), clock.offset((day + 2) * dayMs)] as const;
    offsets.set(day, found);
    return found;
  };
  return (local, leap) => {
    const [early, late] = around(Math.floor(local / dayMs));
    return early === late ? local - early : instantOf(local, [early, late], clock, leap);
  };
}

/**
 * The moment at which the clock shows a local time on a day around which it changes. A time that it leaps over is none:
 * it is taken for the moment of the leap or one behind it or, so that nothing lasts longer than was typed, before it.
 */
function instantOf(local: number, offsets: readonly number[], clock: Clock, leap: 'before' | 'after'): Instant {
  const moments = offsets.map((offset) => local - offset);
  const shown = moments.filter((at) => at + clock.offset(at) === local);
  if (shown.length > 0) return Math.min(...shown);
  return leap === 'after' ? Math.max(...moments) : Math.min(...moments);
}

// Making a format takes far longer than using it; zones and locales come from outside, so that their number is bounded.
const cacheLimit = 500;
const clocks = new Map<string, Clock>();
const habits = new Map<string, Habit>();
const utc: Clock = { offset: () => 0 };

function clockOf(timeZone: string | undefined): Clock {
  if (!timeZone) return utc;
  return remember(clocks, timeZone, () => {
    const format = attempt(
      () =>
        new Intl.DateTimeFormat('en-US', {
          timeZone,
          hourCycle: 'h23',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        }),
    );
    return format ? { offset: (at) => offsetBy(format, at) } : utc;
  });
}

function offsetBy(format: Intl.DateTimeFormat, at: Instant): number {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
    format.format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

type Habit = Pick<Calendar, 'monthFirst' | 'weekStart'>;

function habitOf(locale: string | undefined): Habit {
  if (!locale) return { weekStart: 1 };
  return remember(habits, locale, () => {
    const tag = attempt(() => new Intl.Locale(locale));
    if (!tag) return { weekStart: 1 };
    // "en" alone says nothing of the country, and Canada writes both.
    const region = tag.region ?? (tag.language === 'en' ? undefined : tag.maximize().region);
    return {
      weekStart: firstDayOf(tag),
      ...(region === undefined || region === 'CA' ? {} : { monthFirst: isMonthFirst(locale) }),
    };
  });
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'month' || type === 'day')?.type === 'month';
}

/** Node 20 has it as a property, later ones as a method; TypeScript 5.9 knows neither. */
function firstDayOf(tag: Intl.Locale): number {
  const locale = tag as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
    getWeekInfo?(): { readonly firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay === 7 ? 7 : 1;
}

function remember<K, T>(cache: Map<K, T>, key: K, make: () => T): T {
  const old = cache.get(key);
  if (old !== undefined) return old;
  if (cache.size >= cacheLimit) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}

/** What Intl makes, or nothing for a zone or a locale that it does not know. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
