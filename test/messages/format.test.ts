import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { voiceFor } from '../../src/messages/voice.js';

const now = Date.UTC(2026, 10, 23, 14, 14);
const hour = 3_600_000;
const day = 24 * hour;

describe('dates as one viewer reads them', () => {
  const { f } = voiceFor({ now, locale: 'en-GB', timeZone: 'Europe/London' });

  it('says the day with the time, so that a card that is read tomorrow is still true (F17)', () => {
    assert.equal(f.moment(now - 12 * 60_000), '23 November at 14:02');
    assert.equal(f.moment(now + day), '24 November at 14:14');
    assert.equal(f.moment(now - 3 * day), '20 November at 14:14');
  });

  it('names the year only where it is another one', () => {
    assert.equal(f.day(Date.UTC(2026, 11, 31, 12)), '31 December');
    assert.equal(f.day(Date.UTC(2027, 0, 2, 12)), '2 January 2027');
  });

  it('follows the time zone of the viewer (F82)', () => {
    const berlin = voiceFor({ now, locale: 'en-GB', timeZone: 'Europe/Berlin' }).f;
    const auckland = voiceFor({ now, locale: 'en-GB', timeZone: 'Pacific/Auckland' }).f;
    assert.equal(berlin.moment(now), '23 November at 15:14');
    assert.equal(auckland.isoDay(now), '2026-11-24');
    assert.equal(auckland.moment(now - 4 * hour), '23 November at 23:14');
  });

  it('takes a zone or locale that does not exist as UTC and British English', () => {
    const { f: odd } = voiceFor({ now, locale: 'xx-nonsense-!!', timeZone: 'Mars/Olympus' });
    assert.equal(odd.moment(now), '23 November at 14:14');
    assert.equal(voiceFor({ now, locale: 'de-DE', timeZone: 'UTC' }).f.day(now), '23 November');
    assert.equal(voiceFor({ now, locale: 'en-ZZ', timeZone: 'UTC' }).f.isoDay(now), '2026-11-23');
    assert.match(voiceFor({ now, locale: 'en-US', timeZone: 'UTC' }).f.moment(now), /^November 23 at 2:14\sPM$/u);
  });

  it('fault 2.7: says the end of something as a day only where it is the end of that day for the reader', () => {
    const end = Date.UTC(2026, 11, 10, 23, 59, 59, 999);
    const read = (timeZone: string, at = end): string => voiceFor({ now, locale: 'en-GB', timeZone }).f.end(at);
    assert.equal(read('Europe/London'), '10 December');
    assert.equal(read('Africa/Abidjan', end + 1), '10 December', 'midnight belongs to the day that it ends');
    assert.equal(read('Europe/London', end - 59_999), '10 December', 'and so does the minute before it');
    assert.equal(read('Europe/London', end - hour), '10 December at 22:59 (London time)');
    assert.equal(read('Europe/Berlin'), '11 December at 0:59 (Berlin time)');
    assert.equal(read('America/Argentina/Buenos_Aires'), '10 December at 20:59 (Buenos Aires time)');
    assert.equal(read('Etc/GMT+5'), '10 December at 18:59 (UTC-5)');
    assert.equal(read('Mars/Olympus', end - hour), '10 December at 22:59 (UTC)');
  });

  it('says a length in the largest unit that fits', () => {
    assert.equal(f.span(now), '1 minute');
    assert.equal(f.span(now - 59 * 60_000), '59 minutes');
    assert.equal(f.span(now - 5 * hour), '5 hours');
    assert.equal(f.span(now - 3 * day - hour), '3 days');
    assert.equal(f.span(now + hour), '1 minute');
    assert.equal(f.days(30), '30 days');
    assert.equal(f.days(365), '1 year');
    assert.equal(f.minutes(60), '1 hour');
    assert.equal(f.minutes(2880), '48 hours');
    assert.equal(f.minutes(90), '90 minutes');
  });

  it('joins names, and counts the rest of a long list', () => {
    assert.equal(f.and(['Ana']), 'Ana');
    assert.equal(f.or(['Ana', 'Bo', 'Cy']), 'Ana, Bo or Cy');
    assert.equal(f.and(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']), 'A, B, C, D, E and 3 more');
  });
});
