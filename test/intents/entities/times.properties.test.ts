import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { endOf } from '../../../src/domain/groups/policy.js';
import { findTimes } from '../../../src/intents/entities/times.js';
import type { PlainReading, TimeSlot } from '../../../src/intents/entities/times/timeSlot.js';
import { toDuration } from '../../../src/intents/entities/times/toDuration.js';
import { ends } from './times/ends.js';
import { lengths } from './times/lengths.js';
import { mentions } from './times/mentions.js';
import { friday } from './times/say.js';

const dayMs = 86_400_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const anyZone = fc.constantFrom(...zones);
const anyMoment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 11, 31) });

function plainOf({ reading }: TimeSlot): readonly PlainReading[] {
  return reading.kind === 'problem' ? reading.readings : [reading];
}

/** The same hour so many months later by the calendar, on the last day of a month that is shorter. */
function monthsLater(at: number, count: number): number {
  const date = new Date(at);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), last) - 1) * dayMs + (at % dayMs);
}

const units: Readonly<Record<string, (at: number, count: number) => number>> = {
  minutes: (at, count) => at + count * 60_000,
  hours: (at, count) => at + count * 3_600_000,
  days: (at, count) => at + count * dayMs,
  weeks: (at, count) => at + count * 7 * dayMs,
  fortnights: (at, count) => at + count * 14 * dayMs,
  months: monthsLater,
  quarters: (at, count) => monthsLater(at, 3 * count),
  years: (at, count) => monthsLater(at, 12 * count),
};

describe('properties of times', () => {
  it('a length never ends later than was typed, at any moment of any year', () =>
    fc.assert(
      fc.property(
        anyMoment,
        fc.constantFrom(...Object.keys(units)),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('for ', '', 'max ', 'only '),
        (now, unit, count, marker) => {
          const [slot, ...others] = findTimes(`${marker}${count} ${unit}`, { now, timeZone: 'UTC', locale: 'en-GB' });
          assert.ok(slot && others.length === 0);
          if (slot.reading.kind === 'problem') return assert.equal(slot.reading.code, 'tooLong');
          const duration = toDuration(slot.reading);
          assert.ok(duration && duration !== 'forever');
          const end = endOf(duration, now);
          const typed = units[unit]?.(now, count) ?? 0;
          assert.ok(
            end > now && end <= typed,
            `${new Date(end).toISOString()} is later than ${new Date(typed).toISOString()}`,
          );
          // Nor much shorter: months of thirty days lose five or six days in a year.
          assert.ok(typed - end <= (typed - now) * 0.035 + dayMs);
        },
      ),
      { numRuns: 600 },
    ));

  it('a day is that very day in every way of writing it, and ends when it ends there', () =>
    fc.assert(
      fc.property(anyMoment, anyZone, fc.integer({ min: 1, max: 3000 }), fc.nat(6), (now, timeZone, ahead, shape) => {
        const day = new Date(Math.floor(now / dayMs) * dayMs + (ahead + 1) * dayMs);
        const iso = day.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        const name = day.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        const written = [
          iso,
          `${year}/${month}/${date}`,
          `${date}.${month}.${year}`,
          `${Number(date)} ${name} ${year}`,
          `${name.slice(0, 3)} ${Number(date)}, ${year}`,
          `the ${Number(date)}th of ${name.toLowerCase()} ${year}`,
          `${Number(date)}-${name.slice(0, 3)}-${year}`,
        ][shape];
        const text = `until ${written}`;
        const [slot] = findTimes(text, { now, timeZone, locale: 'de-DE' });
        assert.equal(slot?.end, text.length, text);
        assert.equal(slot.reading.kind, 'until', text);
        assert.equal(slot.reading.day, iso);
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone });
        assert.equal(shown.format(slot.reading.at), iso);
        assert.notEqual(shown.format(slot.reading.at + 1), iso);
      }),
      { numRuns: 600 },
    ));

  it('a slip of the finger never makes an end later', () => {
    for (const [text, latest] of [
      ['until 31 December', '2026-12-31'],
      ['until tomorrow', '2026-11-28'],
      ['through the end of next month', '2026-12-31'],
      ['until next Wednesday', '2026-12-02'],
      ['for the rest of the month', '2026-11-30'],
      ['until Saturday 5 December', '2026-12-05'],
    ] as const)
      for (const slip of slipsOf(text)) {
        const late = findTimes(slip, friday)
          .filter(({ role }) => role === 'end')
          .flatMap(({ reading }) => (reading.kind === 'until' ? [reading.day] : []))
          .filter((day) => day > latest);
        assert.deepEqual(late, [], slip);
      }
    for (const text of ['for three weeks', 'for 3 weeks', 'for 21 days', 'one and a half weeks'])
      for (const slip of slipsOf(text)) {
        const long = findTimes(slip, friday)
          .flatMap(({ reading }) => (reading.kind === 'length' && 'days' in reading ? [reading.days] : []))
          .filter((days) => days > 21);
        assert.deepEqual(long, [], slip);
      }
  });

  it('finds the same in the middle of a text, at its place there', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...[...lengths, ...ends, ...mentions].map(([text]) => text)),
        fc.constantFrom('', 'hello, ', 'Put me into Sales:\n', '“Öffnung” 🙂 – ', 'hello there ('),
        fc.constantFrom('', '.', ', thanks', '\nSent from my phone', ' :)', ')'),
        (text, before, after) => {
          // The dot behind "31.12" belongs to the day or to the sentence; nobody knows.
          fc.pre(!(/\d\.\d+$/.test(text) && after === '.'));
          const alone = findTimes(text, friday);
          const within = findTimes(before + text + after, friday);
          const moved = alone.map((slot) => ({
            ...slot,
            start: slot.start + before.length,
            end: slot.end + before.length,
          }));
          assert.deepEqual(within, moved);
        },
      ),
      { numRuns: 1500 },
    ));

  it('takes any text, and gives places in order, without overlap and without blanks at their ends', () => {
    const words = [...lengths, ...ends, ...mentions].flatMap(([text]) => text.split(' '));
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 30 })
        .map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(
        anyText,
        anyMoment,
        anyZone,
        fc.array(fc.tuple(fc.nat(200), fc.nat(20))),
        (text, now, timeZone, names) => {
          const protect = names.map(([start, length]) => ({ start, end: start + length }));
          let last = 0;
          for (const slot of findTimes(text, { now, timeZone, protect })) {
            assert.ok(slot.start >= last && slot.end > slot.start && slot.end <= text.length);
            const covered = text.slice(slot.start, slot.end);
            assert.equal(covered, covered.trim());
            for (const reading of plainOf(slot)) if ('at' in reading) assert.ok(Number.isFinite(reading.at));
            last = slot.end;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads no day out of a name', () =>
    fc.assert(
      fc.property(fc.constantFrom(...[...lengths, ...ends, ...mentions].map(([text]) => text)), (text) => {
        const found = findTimes(`add ${text} to Sales`, { ...friday, protect: [{ start: 4, end: 4 + text.length }] });
        assert.deepEqual(found, []);
      }),
    ));
});

/** A letter left out, doubled, or swapped with the next one. */
function slipsOf(text: string): readonly string[] {
  return [...text].flatMap((letter, at) => {
    if (/[\d ]/.test(letter)) return [];
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const swapped = /\p{L}/u.test(after.charAt(0)) ? [before + after.charAt(0) + letter + after.slice(1)] : [];
    return [before + after, before + letter + letter + after, ...swapped];
  });
}
