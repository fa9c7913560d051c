import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findTimes } from '../../../src/intents/entities/times.js';
import { toDuration } from '../../../src/intents/entities/times/toDuration.js';
import { elsewhere } from './times/elsewhere.js';
import { endProblems } from './times/endProblems.js';
import { ends } from './times/ends.js';
import { lengthProblems, lengths } from './times/lengths.js';
import { locales } from './times/locales.js';
import { mentions } from './times/mentions.js';
import { misspelt } from './times/misspelt.js';
import { nothing } from './times/nothing.js';
import { friday, holdTable, sayTimes } from './times/say.js';

// Tables of what is typed and how it is read. That nothing else in a sentence is taken for a time is shown here by
// examples only; what the commands make of a time is not shown at all.

describe('times in a text', () => {
  it('reads lengths (F10)', () => holdTable(lengths));
  it('asks about lengths that can be read two ways, are none, or are too long', () => holdTable(lengthProblems));
  it('reads last days and last moments', () => holdTable(ends));
  it('asks about ends that have two readings, do not exist, have gone by, or are known to nobody', () =>
    holdTable(endProblems));
  it('tells a day that is mentioned, a start, a habit and a report from an end', () => holdTable(mentions));
  it('reads what is misspelt', () => holdTable(misspelt));
  it('finds no time in names, numbers, idioms and verbs', () =>
    holdTable(nothing.map((text) => [text, 'nothing'] as const)));

  it('reads each in any case, alone and within a sentence', () => {
    const rows = [...lengths, ...ends].filter(([, reading]) => !reading.startsWith('‹'));
    const wrong = rows.filter(([text, reading]) => {
      const sentence = `join Marketing ${text}, please`;
      const marketing = { start: 5, end: 14 };
      return (
        sayTimes(text.toUpperCase().replace(/(?<=\d)D$/, 'd')) !== reading ||
        sayTimes(sentence, { ...friday, protect: [marketing] }) !== `‹${text}› ${reading}`
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('counts by the clock and the calendar of the person, at every turn of day, year and clock', () => {
    const wrong = elsewhere
      .map(([text, now, timeZone, locale, reading]) => ({
        text,
        now,
        reading,
        read: sayTimes(text, { now: Date.parse(now), timeZone, locale }),
      }))
      .filter(({ reading, read }) => reading !== read);
    assert.deepEqual(wrong, []);
  });

  it('until 3/4 in an en-US client is 4 March: the locale decides the order, and the other reading is given, too', () => {
    const { locale: _, ...nowhere } = friday;
    const wrong = locales
      .map(([text, locale, reading]) => ({
        text,
        locale,
        reading,
        read: sayTimes(text, locale ? { ...nowhere, locale } : nowhere),
      }))
      .filter(({ reading, read }) => reading !== read);
    assert.deepEqual(wrong, []);
  });
});

describe('the last moment of an end', () => {
  const rows: readonly (readonly [text: string, now: string, timeZone: string, at: string])[] = [
    ['until 31.12.', '2026-11-27T09:00Z', 'Europe/Berlin', '2026-12-31T22:59:59.999Z'],
    ['until 1 July', '2027-01-27T09:00Z', 'Europe/Berlin', '2027-07-01T21:59:59.999Z'],
    ['until 28 March', '2026-03-01T09:00Z', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
    ['until 29 March', '2026-03-01T09:00Z', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['until 24 October', '2026-10-01T09:00Z', 'Europe/Berlin', '2026-10-24T21:59:59.999Z'],
    ['until 25 October', '2026-10-01T09:00Z', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['until 5pm', '2026-11-27T09:00Z', 'Europe/Berlin', '2026-11-27T16:00:00.000Z'],
    ['until 25 October 02:30', '2026-10-01T09:00Z', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['until 29 March 02:30', '2026-03-01T09:00Z', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['until 7 March', '2026-03-01T09:00Z', 'America/New_York', '2026-03-08T04:59:59.999Z'],
    ['until 8 March', '2026-03-01T09:00Z', 'America/New_York', '2026-03-09T03:59:59.999Z'],
    ['until 31 December', '2026-11-27T09:00Z', 'Pacific/Kiritimati', '2026-12-31T09:59:59.999Z'],
    ['until 31 December', '2026-11-27T09:00Z', 'Pacific/Pago_Pago', '2027-01-01T10:59:59.999Z'],
    // The clock leaps over midnight, and falls back to it.
    ['until 7 March', '2026-03-01T09:00Z', 'America/Havana', '2026-03-08T04:59:59.999Z'],
    ['until 31 October', '2026-10-20T09:00Z', 'America/Havana', '2026-11-01T03:59:59.999Z'],
    ['until 1 November', '2026-10-20T09:00Z', 'America/Havana', '2026-11-02T04:59:59.999Z'],
    // A day that Samoa left out.
    ['until 29 December', '2011-12-20T09:00Z', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
    ['until 31 December', '2011-12-20T09:00Z', 'Pacific/Apia', '2011-12-31T09:59:59.999Z'],
    ['until 31 December', '2026-11-27T09:00Z', 'Nowhere/Special', '2026-12-31T23:59:59.999Z'],
    ['until 31 December', '2026-11-27T09:00Z', '', '2026-12-31T23:59:59.999Z'],
  ];
  for (const [text, now, timeZone, at] of rows)
    it(`${text} in ${timeZone || 'no zone'} is ${at}`, () => {
      const [slot] = findTimes(text, { now: Date.parse(now), timeZone, locale: 'en-GB' });
      assert.equal(slot?.reading.kind, 'until');
      assert.equal(new Date(slot.reading.at).toISOString(), at);
    });
});

describe('names beside times', () => {
  const protectedIn = (text: string, ...names: readonly string[]) =>
    names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  const rows: readonly (readonly [text: string, names: readonly string[], reading: string])[] = [
    ['join 30 Days of Yoga', ['30 Days of Yoga'], 'nothing'],
    ['join 30 Days of Yoga for 2 weeks', ['30 Days of Yoga'], '‹for 2 weeks› length 14 days'],
    ['join Data for Good for good', ['Data for Good'], '‹for good› length forever'],
    ['join Until Dawn until 31.12.', ['Until Dawn'], '‹until 31.12.› end 2026-12-31'],
    ['join March Planning through March', ['March Planning'], '‹through March› end 2027-03-31'],
    ['add May to Finance until 5 May', ['May'], '‹until 5 May› end 2027-05-05'],
    ['until May is back', ['May'], 'end vague'],
    ['add Jan 3 weeks', ['Jan'], '‹3 weeks› length 21 days'],
    ['add Jan until Jan 5', ['Jan'], '‹until Jan 5› end 2027-01-05'],
    ['Finance until 15 Jan, both', ['Jan'], '‹until 15 Jan› end 2027-01-15'],
    ['add Bo until further notice to Finance', ['Bo', 'Finance'], '‹until further notice› end vague'],
    ['add Bo until the audit is over to Finance', ['Bo', 'Finance'], '‹until the audit is over› end vague'],
    ['while Ana is away let Bo in', ['Ana', 'Bo'], '‹while Ana is away› length vague'],
    ['add Bo while Ana is away, please', ['Bo', 'Ana'], '‹while Ana is away› length vague'],
    ['until we ship Kestrel, thanks', ['Kestrel'], '‹until we ship Kestrel› end vague'],
  ];
  for (const [text, names, reading] of rows)
    it(`${text}: ${reading}`, () =>
      assert.equal(sayTimes(text, { ...friday, protect: protectedIn(text, ...names) }), reading));

  it('an end counts more than the circumstance beside it', () => {
    assert.equal(
      sayTimes('During my leave, which lasts until 11 December, Lea decides'),
      '‹During my leave› other vague + ‹until 11 December› end 2026-12-11',
    );
    assert.equal(
      sayTimes('While I am away Lea decides. Bo stays until 11 December'),
      '‹While I am away Lea decides› length vague + ‹until 11 December› end 2026-12-11',
    );
  });
});

describe('a reading as a length of membership', () => {
  const rows: readonly (readonly [text: string, duration: ReturnType<typeof toDuration>])[] = [
    ['for 2 weeks', { kind: 'days', days: 14 }],
    ['for 2 hours', { kind: 'minutes', minutes: 120 }],
    ['until 31.12.', { kind: 'until', until: Date.parse('2026-12-31T22:59:59.999Z') }],
    ['until 5pm', { kind: 'until', until: Date.parse('2026-11-27T16:00:00Z') }],
    ['10 working days', { kind: 'until', until: Date.parse('2026-12-11T22:59:59.999Z') }],
    ['permanently', 'forever'],
    ['2-3 weeks', undefined],
    ['until Bo is back', undefined],
  ];
  for (const [text, duration] of rows)
    it(text, () => {
      const [slot] = findTimes(text, friday);
      assert.ok(slot);
      assert.deepEqual(toDuration(slot.reading), duration);
    });
});
