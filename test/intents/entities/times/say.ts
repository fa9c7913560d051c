import assert from 'node:assert/strict';
import { findTimes } from '../../../../src/intents/entities/times.js';
import type {
  PlainReading,
  TimeContext,
  TimeReading,
  TimeSlot,
} from '../../../../src/intents/entities/times/timeSlot.js';

/** Friday, 27 November 2026, 10:00 in Berlin, for somebody who writes British English. */
export const friday: TimeContext = { now: Date.UTC(2026, 10, 27, 9), timeZone: 'Europe/Berlin', locale: 'en-GB' };

/** One line of a table: what is typed, and how it is read. */
export type Row = readonly [text: string, reading: string];

function sayPlain(reading: PlainReading, zone: string): string {
  switch (reading.kind) {
    case 'until':
      return reading.precision === 'day' ? reading.day : `${reading.day} ${clockOf(reading.at, zone)}`;
    case 'length':
      return 'days' in reading ? `${reading.days} days` : `${reading.minutes} minutes`;
    case 'workingDays':
      return `${reading.count} working days, ${reading.day}`;
    case 'forever':
      return 'forever';
  }
}

function clockOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** A reading in a few words. */
export function sayReading(reading: TimeReading, zone: string): string {
  if (reading.kind !== 'problem') return sayPlain(reading, zone);
  const readings = reading.readings.map((one) => sayPlain(one, zone)).join(' / ');
  return readings === '' ? reading.code : `${reading.code}: ${readings}`;
}

function saySlot(slot: TimeSlot, text: string, zone: string): string {
  const covered = text.slice(slot.start, slot.end);
  const parts = [
    covered === text ? '' : `‹${covered}› `,
    `${slot.role} ${sayReading(slot.reading, zone)}`,
    slot.from === undefined ? '' : `, from ${slot.from}`,
    slot.also === undefined ? '' : `, also ${slot.also.map((one) => sayPlain(one, zone)).join(' / ')}`,
  ];
  return parts.join('');
}

/** All that is found in a text, in one line; the text itself is left out where one slot covers it. */
export function sayTimes(text: string, context: TimeContext = friday): string {
  const slots = findTimes(text, context);
  return slots.length === 0
    ? 'nothing'
    : slots.map((slot) => saySlot(slot, text, context.timeZone ?? 'UTC')).join(' + ');
}

/** Holds each line of a table; all that differ are shown at once. */
export function holdTable(rows: readonly Row[], context: TimeContext = friday): void {
  const wrong = rows
    .map(([text, expected]) => ({ text, expected, read: sayTimes(text, context) }))
    .filter(({ expected, read }) => read !== expected);
  assert.deepEqual(wrong, []);
}
