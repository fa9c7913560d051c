import type { Calendar } from './calendar.js';
import { markOf, skip, skipHyphen } from './cursor.js';
import { readDate } from './date.js';
import { readDayName } from './dayName.js';
import { weekdayFrom, weekdayOf, type Day } from './days.js';
import { readPeriod, periodDays } from './period.js';
import type { Mark, Scan } from './scan.js';
import { asSure, type When } from './when.js';

/** Reads a part of a period: "end of March", "EOY", "the rest of the week", "last day of next month", "mid January". */
export function readEdge(s: Scan, at: number, calendar: Calendar): When | undefined {
  const start = skip(s, at, 1, 'the');
  const named = markOf(s, start, 'periodEnd');
  if (named?.period === 'day') return readItsDay(s, named.next, calendar);
  if (named?.period) return { next: named.next, ...periodDays(named.period, 0, calendar), isEdge: true };
  return (
    readEnd(s, start, calendar) ??
    readVagueEdge(s, start, calendar) ??
    readLastDay(s, start, calendar) ??
    readFirstWeeks(s, start, calendar)
  );
}

/** "end of day", and "end of day Friday". */
function readItsDay(s: Scan, at: number, calendar: Calendar): When {
  const { today } = calendar;
  const day =
    readDayName(s, skip(s, at, 1, 'at'), calendar, today) ?? readDate(s, skip(s, at, 1, 'at'), calendar, today);
  return day ? { ...asSure(day), isEdge: true } : { next: at, days: [today], isEdge: true };
}

/** "end of March", "end next month", "rest of the year", "end of Friday". */
function readEnd(s: Scan, at: number, calendar: Calendar): When | undefined {
  const edge = markOf(s, at, 'end', 'rest');
  if (!edge) return undefined;
  const of = skip(s, edge.next, 1, 'of');
  const isBare = of > edge.next || markOf(s, of, 'the') !== undefined || edge.is === 'rest';
  const period = readPeriod(s, of, calendar, { bareUnit: isBare });
  // "end 2027" and "end March" are ends, "end Monday" is an order.
  if (period && markOf(s, period.next - 1, 'unit')?.unit === 'day') return readItsDay(s, period.next, calendar);
  if (period) return { ...asSure(period), isEdge: true };
  if (of === edge.next) return undefined;
  const day = readDayName(s, of, calendar, calendar.today) ?? readDate(s, of, calendar, calendar.today);
  return day && { ...asSure(day), isEdge: true };
}

/** "mid January", "early next week", "beginning of March": nobody knows the day. */
function readVagueEdge(s: Scan, at: number, calendar: Calendar): When | undefined {
  const edge = markOf(s, at, 'middle', 'early', 'late', 'beginning', 'start');
  if (!edge) return undefined;
  const of = skip(s, skipHyphen(s, edge.next), 1, 'of');
  // "starting Monday", "start next week" are beginnings of another kind.
  if ((edge.is === 'beginning' || edge.is === 'start') && !markOf(s, edge.next, 'of')) return undefined;
  const period = readPeriod(s, of, calendar, { bareUnit: markOf(s, of, 'the') !== undefined });
  if (period?.first === undefined) return undefined;
  return {
    ...asSure(period),
    days: [dayWithin(edge, period.first, period.days[0] ?? period.first)],
    problem: 'vague',
  };
}

/** The day that is shown first when somebody is asked which one they meant. */
function dayWithin(edge: Mark, first: Day, last: Day): Day {
  if (edge.is === 'late') return last;
  if (edge.is === 'middle') return first + Math.floor((last - first) / 2);
  return edge.is === 'early' ? first + Math.floor((last - first) / 3) : first;
}

/** "last day of March", "last working day of the month", "last Friday of December", "first Monday in March". */
function readLastDay(s: Scan, at: number, calendar: Calendar): When | undefined {
  const which = markOf(s, at, 'lastDay', 'lastWorkingDay', 'last', 'ordinal');
  const name = which && (which.is === 'last' || which.is === 'ordinal') ? markOf(s, which.next, 'weekday') : undefined;
  if (!which || (!name && which.is !== 'lastDay' && which.is !== 'lastWorkingDay')) return undefined;
  const of = markOf(s, name?.next ?? which.next, 'of', 'in');
  const period = of && readPeriod(s, of.next, calendar, { bareUnit: true });
  const last = period?.days.at(-1);
  if (period?.first === undefined || last === undefined) return undefined;
  const day = dayInPeriod(which, name?.value, period.first, last);
  // "the fifth Monday in March" may not be there.
  const isThere = day <= last;
  return { ...asSure(period), days: isThere ? [day] : [], isEdge: true, ...(isThere ? {} : { problem: 'noSuchDay' }) };
}

function dayInPeriod(which: Mark, weekday: number | undefined, first: Day, last: Day): Day {
  if (which.is === 'lastDay') return last;
  if (which.is === 'lastWorkingDay') return last - Math.max(0, weekdayOf(last) - 5);
  if (which.is === 'last') return weekdayFrom(last - 6, weekday ?? 1);
  return weekdayFrom(first, weekday ?? 1) + 7 * ((which.value ?? 1) - 1);
}

/** "first week of January", "second half of March". */
function readFirstWeeks(s: Scan, at: number, calendar: Calendar): When | undefined {
  const ordinal = markOf(s, at, 'ordinal', 'last');
  const unit = ordinal && markOf(s, skip(s, ordinal.next, 1, 'number'), 'unit', 'half', 'weekend');
  const of = unit && markOf(s, unit.next, 'of', 'in');
  if (!of || unit.unit === 'quarter') return undefined;
  const period = readPeriod(s, of.next, calendar, { bareUnit: true });
  if (period?.first === undefined) return undefined;
  return { ...asSure(period), days: [], problem: 'vague' };
}
