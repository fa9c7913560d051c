import { longestDays } from '../../../domain/organisation/settings/sorts.js';
import { minutesInDay, type Calendar } from './calendar.js';
import { addMonths, addWorkingDays } from './days.js';
import type { Length, Stretch } from './length.js';
import type { PlainReading, TimeReading } from './timeSlot.js';

/** What a length says: a number of days or minutes, a last working day, or what is wrong with it. */
export function readingOfLength(length: Length, calendar: Calendar): TimeReading {
  if (length.options.length === 0) return { kind: 'problem', code: 'vague', readings: [] };
  const all = length.options.map((option) => readingOfStretch(option, calendar));
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

function readingOfStretch(stretch: Stretch, calendar: Calendar): TimeReading {
  const rough = stretch.months * 30 + stretch.days + stretch.minutes / minutesInDay + stretch.workingDays * 1.4;
  if (!(rough <= longestDays + 60)) return { kind: 'problem', code: 'tooLong', readings: [] };
  if (stretch.workingDays > 0) return readingOfWorkingDays(stretch, calendar);
  const days = daysOf(stretch.months, calendar) + stretch.days;
  const minutes = Math.floor(days * minutesInDay + stretch.minutes);
  if (minutes < 1) return { kind: 'problem', code: 'zero', readings: [] };
  if (minutes > longestDays * minutesInDay) return { kind: 'problem', code: 'tooLong', readings: [] };
  return stretch.minutes > 0 ? { kind: 'length', minutes } : { kind: 'length', days };
}

function readingOfWorkingDays(stretch: Stretch, calendar: Calendar): TimeReading {
  // "2 weeks and 3 working days" is read by nobody alike.
  if (stretch.months + stretch.days + stretch.minutes > 0) return { kind: 'problem', code: 'vague', readings: [] };
  const last = addWorkingDays(calendar.today, stretch.workingDays);
  if (last - calendar.today > longestDays) return { kind: 'problem', code: 'tooLong', readings: [] };
  return { kind: 'workingDays', count: stretch.workingDays, at: calendar.endOf(last), day: calendar.isoOf(last) };
}

/**
 * A month counts thirty days and twelve are 365, as they are shown everywhere; but never more than the calendar gives
 * from today on (a month from 1 February is 28 days).
 */
function daysOf(months: number, { today }: Calendar): number {
  const counted = Math.floor(months / 12) * 365 + (months % 12) * 30;
  return months === 0 ? 0 : Math.min(counted, addMonths(today, months) - today);
}
