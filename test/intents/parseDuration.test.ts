import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { endOfDay, findDuration, findDurations } from '../../src/intents/parseDuration.js';
import { now } from './support.js';

const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

function untilOf(text: string, timeZone: string, at = now): string | undefined {
  const duration = findDuration(text, { now: at, timeZone })?.duration;
  return duration?.kind === 'until' ? iso(duration.until) : undefined;
}

describe('lengths of time (F10)', () => {
  it('a day ends where the person is, on either side of the clock change', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ['2026-12-31', 'Europe/Berlin', '2026-12-31T22:59:59.999Z'],
      ['2026-07-01', 'Europe/Berlin', '2026-07-01T21:59:59.999Z'],
      ['2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
      ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
      ['2026-10-24', 'Europe/Berlin', '2026-10-24T21:59:59.999Z'],
      ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
      ['2026-03-07', 'America/New_York', '2026-03-08T04:59:59.999Z'],
      ['2026-03-08', 'America/New_York', '2026-03-09T03:59:59.999Z'],
      ['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.999Z'],
      ['2026-12-31', 'America/New_York', '2027-01-01T04:59:59.999Z'],
      ['2026-12-31', 'Asia/Kolkata', '2026-12-31T18:29:59.999Z'],
      ['2028-02-29', 'Asia/Kolkata', '2028-02-29T18:29:59.999Z'],
      ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T09:59:59.999Z'],
      ['2026-12-31', 'UTC', '2026-12-31T23:59:59.999Z'],
      ['2026-12-31', 'Nowhere/Special', '2026-12-31T23:59:59.999Z'],
    ];
    for (const [day, zone, expected] of rows) assert.equal(iso(endOfDay(day, zone)), expected, `${day} in ${zone}`);
    assert.equal(iso(endOfDay('2026-12-31', undefined)), '2026-12-31T23:59:59.999Z');
  });

  it('what is no day has no end', () => {
    for (const day of [
      '',
      '2026-02-29',
      '2026-02-31',
      '2026-13-01',
      '2026-00-10',
      '31.12.2026',
      '2026-12-31T10:00',
      'tomorrow',
      '99999-01-01',
    ])
      assert.equal(endOfDay(day, 'Europe/Berlin'), undefined, day);
  });

  it('"tomorrow" and weekdays are those of the person, not of the server', () => {
    // In Auckland it is Tuesday already, in Honolulu Monday morning.
    assert.equal(untilOf('until tomorrow', 'Pacific/Auckland'), '2026-11-25T10:59:59.999Z');
    assert.equal(untilOf('until tomorrow', 'Pacific/Honolulu'), '2026-11-25T09:59:59.999Z');
    assert.equal(untilOf('until Friday', 'Europe/Berlin'), '2026-11-27T22:59:59.999Z');
  });

  it('a day without a year is the next one, over the turn of the year and in leap years', () => {
    assert.equal(untilOf('until 1 January', 'Europe/Berlin'), '2027-01-01T22:59:59.999Z');
    assert.equal(untilOf('until 22 November', 'UTC'), '2027-11-22T23:59:59.999Z');
    assert.equal(untilOf('until 31 December', 'UTC', Date.UTC(2026, 11, 31, 23, 0)), '2026-12-31T23:59:59.999Z');
    assert.equal(untilOf('until 29 February', 'UTC', Date.UTC(2028, 1, 1)), '2028-02-29T23:59:59.999Z');
    assert.equal(
      untilOf('until the end of the year', 'Pacific/Auckland', Date.UTC(2026, 11, 31, 12)),
      '2027-12-31T10:59:59.999Z',
    );
  });

  it('finds all of them, with their places', () => {
    const text = '30 Days of Yoga for 2 weeks until 31 December';
    assert.deepEqual(
      findDurations(text, { now }).map(({ start, end, duration }) => [text.slice(start, end), duration.kind]),
      [
        ['30 Days', 'days'],
        ['for 2 weeks', 'days'],
        ['until 31 December', 'until'],
      ],
    );
  });

  it('words that only begin like one are none', () => {
    for (const text of [
      'Until Dawn',
      'until I know more on Friday',
      'for days',
      'for good',
      'for 0 days',
      'the 30-day challenge',
      'for ever',
      'until',
      'till',
      '30 minutes',
      '365daysofart',
      'for the week',
    ])
      assert.equal(findDuration(text, { now }), undefined, text);
  });
});
