import { isSurprising, weekStartOf, type Calendar } from './calendar.js';
import { readDate } from './date.js';
import { isBoundary, isSign, markOf, skip } from './cursor.js';
import { dateOf, dayOf, easterOf, weekdayFrom, weekdayOf, type Day } from './days.js';
import type { Mark, Scan } from './scan.js';
import type { When } from './when.js';
import { given } from '../../../domain/given.js';

/** Reads a day by its name: "tomorrow", "next Friday", "Friday, 5 December", "Christmas Eve". */
export function readDayName(s: Scan, at: number, calendar: Calendar, base: Day): When | undefined {
  return readNear(s, at, calendar) ?? readWeekday(s, at, calendar, base) ?? readFixed(s, at, calendar, base);
}

/** "today", "the day after tomorrow", "tonight". */
function readNear(s: Scan, at: number, { today }: Calendar): When | undefined {
  const near = markOf(s, skip(s, at, 1, 'the'), 'nearDay');
  return near?.value === undefined ? undefined : { next: near.next, days: [today + near.value] };
}

function readWeekday(s: Scan, at: number, calendar: Calendar, base: Day): When | undefined {
  const start = skip(s, at, 1, 'the');
  const which = markOf(s, start, 'next', 'coming', 'this');
  const name = markOf(s, which?.next ?? start, 'weekday');
  if (name?.value === undefined) return undefined;
  const isWeak = !which && (name.weak !== undefined || name.isNear);
  const dotted = isSign(s, name.next, '.') && s.tokens[name.next]?.glued && name.weak ? name.next + 1 : name.next;
  const date = which ? undefined : readItsDate(s, dotted, name.value, calendar, base);
  if (date) return date;
  const tail = readWeekOf(s, name.next, name.value, calendar);
  if (tail) return tail;
  const days = daysOfWeekday(which, name.value, calendar, base);
  return {
    next: name.next,
    days,
    ...(days.length > 1 ? { problem: 'twoReadings' } : {}),
    ...(isWeak ? { isWeak } : {}),
  };
}

/**
 * "Friday" said on a Friday is today or the next one; "next Friday" said on a Monday is in four days or in eleven.
 */
function daysOfWeekday(which: Mark | undefined, weekday: number, calendar: Calendar, base: Day): readonly Day[] {
  const { today } = calendar;
  const coming = weekdayFrom(today + 1, weekday);
  if (which?.is === 'coming') return [coming];
  if (which?.is === 'this') return [weekdayFrom(today, weekday)];
  if (which?.is === 'next') {
    const ofNextWeek = weekdayFrom(weekStartOf(today, calendar) + 7, weekday);
    return coming === ofNextWeek ? [coming] : [coming, Math.max(ofNextWeek, coming)];
  }
  // "from Monday until Friday": the Friday that follows.
  if (base > today) return [weekdayFrom(base, weekday)];
  return weekdayOf(today) === weekday ? [today, coming] : [coming];
}

/** "Friday, 5 December", "Friday the 5th": where they contradict each other, both count. */
function readItsDate(s: Scan, at: number, weekday: number, calendar: Calendar, base: Day): When | undefined {
  const next = isSign(s, at, ',') ? at + 1 : at;
  const date = readDate(s, next, calendar, base);
  const [day] = date?.days ?? [];
  if (!date || day === undefined) return date;
  const { isWeak: _, ...sure } = date;
  if (date.problem !== undefined) return sure;
  const { also: others, ...taken } = sure;
  if (weekdayOf(day) === weekday) return taken;
  const also = others?.[0];
  // The order of the other country makes it fit.
  if (also !== undefined && weekdayOf(also) === weekday) return { next: date.next, days: [also] };
  const nearest = weekdayFrom(day - 3, weekday);
  return { next: date.next, days: [day, nearest], problem: 'twoReadings' };
}

/** "Friday next week", "Friday of this week", "Friday week", "Friday in two weeks" (no: that is read as two times). */
function readWeekOf(s: Scan, at: number, weekday: number, calendar: Calendar): When | undefined {
  const next = skip(s, isSign(s, at, ',') ? at + 1 : at, 2, 'of', 'the');
  const which = markOf(s, next, 'next', 'coming', 'this');
  const unit = markOf(s, which?.next ?? next, 'unit');
  if (unit?.unit !== 'week') return undefined;
  const { today } = calendar;
  if (!which) {
    if (next !== at || !isBoundary(s, unit.next)) return undefined;
    return { next: unit.next, days: [weekdayFrom(today + 1, weekday) + 7] };
  }
  const after = afterNext(s, unit.next);
  const weeks = which.is === 'this' ? 0 : 1 + (after === undefined ? 0 : 1);
  const day = weekdayFrom(weekStartOf(today, calendar) + weeks * 7, weekday);
  return { next: after ?? unit.next, days: [day] };
}

/** "after next", which is one more. */
export function afterNext(s: Scan, at: number): number | undefined {
  const after = markOf(s, at, 'after');
  return after && markOf(s, after.next, 'next')?.next;
}

/** Christmas and other days that have a name; Easter moves. */
function readFixed(s: Scan, at: number, calendar: Calendar, base: Day): When | undefined {
  const start = skip(s, at, 2, 'the', 'this', 'next', 'coming');
  const named = markOf(s, start, 'fixedDay', 'easterDay');
  if (!named) return undefined;
  const { year } = dateOf(base);
  const inYear = (one: number): (Day | undefined)[] =>
    named.dates?.map(([month, day]) => dayOf({ year: one, month, day })) ?? [easterOf(one) + (named.value ?? 0)];
  const now = inYear(year);
  const later = inYear(year + 1);
  const days = now
    .map((day, at) => (day !== undefined && day >= base ? day : later[at]))
    .filter((day) => day !== undefined);
  const isGone = days.some((day) => isSurprising(day, calendar, base));
  const problem = isGone ? 'inThePast' : days.length > 1 ? 'twoReadings' : undefined;
  return { next: named.next, days, isWeak: true, ...given({ problem }) };
}
