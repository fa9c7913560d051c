/** A day of the calendar, counted from 1 January 1970, wherever it is lived. */
export type Day = number;

const dayMs = 86_400_000;

/** A day as its parts; January is 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of a day. */
export function dateOf(day: Day): CalendarDate {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** The day of these parts; nothing for the 31st of a month that has none. */
export function dayOf({ year, month, day }: CalendarDate): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The last day of a month; months beyond December count on into the years that follow. */
export function lastOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month, 0) / dayMs;
}

/** The first day of a month; months beyond December count on into the years that follow. */
export function firstOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month - 1, 1) / dayMs;
}

/** The same day of a later month, or the last day of that month where it is shorter. */
export function addMonths(start: Day, months: number): Day {
  const { year, month, day } = dateOf(start);
  return Math.min(firstOfMonth(year, month + months) + day - 1, lastOfMonth(year, month + months));
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first such weekday from a day on, that day included. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** The last of so many working days (Monday to Friday) behind a day. */
export function addWorkingDays(start: Day, count: number): Day {
  const weeks = Math.floor(count / 5);
  let day = start + weeks * 7;
  // From a weekend on, whole weeks would end on it.
  if (weeks > 0 && weekdayOf(day) > 5) day -= weekdayOf(day) - 5;
  for (let left = count % 5; left > 0;) if (weekdayOf(++day) <= 5) left--;
  return day;
}

/** Easter Sunday of a year, by the rule of Meeus, Jones and Butcher for the Gregorian calendar. */
export function easterOf(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + leaps + 15) % 30;
  const shift = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - ((year % 100) % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * shift) / 451);
  return firstOfMonth(year, 3) + 21 + moon + shift - 7 * late;
}

/** `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
