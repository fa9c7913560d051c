import type { Duration } from '../../../domain/terms.js';
import type { TimeReading } from './timeSlot.js';

/** What a reading means as a length of membership; `forever` is no end at all, and a problem is none of them. */
export function toDuration(reading: TimeReading): Duration | 'forever' | undefined {
  switch (reading.kind) {
    case 'until':
    case 'workingDays':
      return { kind: 'until', until: reading.at };
    case 'length':
      return 'days' in reading ? { kind: 'days', days: reading.days } : { kind: 'minutes', minutes: reading.minutes };
    case 'forever':
      return 'forever';
    case 'problem':
      return undefined;
  }
}
