import * as english from 'chrono-node/en';
import { given } from '../domain/given.js';
import type { Duration } from '../domain/terms.js';
import type { ParseContext } from './parseContext.js';

/** A length of time in a text, and where it stood. */
export interface FoundDuration {
  readonly duration: Duration;
  /** Start and end in the text, the introducing word included. */
  readonly start: number;
  readonly end: number;
}

const hourMs = 3_600_000;
/** More lengths of time than any sensible message names. */
const mostFound = 8;
const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  half: 0.5,
};
const unitDays: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  w: 7,
  week: 7,
  wk: 7,
  fortnight: 14,
  m: 30,
  month: 30,
  mo: 30,
  quarter: 90,
  y: 365,
  year: 365,
  yr: 365,
};
const units = 'hours?|hrs?|h|days?|d|weeks?|wks?|w|fortnights?|months?|mo|m|quarters?|years?|yrs?|y';
const amount = String.raw`(?:(?:the )?(?:next|coming) )?(\d{1,4}(?:[.,]\d)?|(?:a )?couple(?: of)?|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)? ?-?(${units})`;
const spanPattern = new RegExp(
  String.raw`(?:\b(?:for|over|during)\s+(?:only |just |about |around )?${amount}(?![\w-]))|(?:(?:^|[\s,;(])(\d{1,4}) ?(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|years?)(?![\w-]))`,
  'gi',
);
const untilPattern = /\b(?:until|till|'til|til|through|thru|up to|ending(?: on)?|ends on)\s+/gi;
const monthFirst =
  /^((?:the |end of )?)(jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*) (\d{1,2}(?:st|nd|rd|th)?)(?!\d)/i;

/** Finds the first length of time: "for 30 days", "for two weeks", "until 31 December", "till next Friday". */
export function findDuration(text: string, context: ParseContext): FoundDuration | undefined {
  return findDurations(text, context)[0];
}

/** Finds every length of time, in the order of the text. */
export function findDurations(text: string, context: ParseContext): FoundDuration[] {
  const spans = [...text.matchAll(spanPattern)].slice(0, mostFound).map((match) => readSpan(match, context));
  const ends = [...text.matchAll(untilPattern)].slice(0, mostFound).map((match) => readUntil(match, text, context));
  return [...spans, ...ends].filter((one) => one !== undefined).sort((a, b) => a.start - b.start);
}

function readSpan(match: RegExpExecArray, context: ParseContext): FoundDuration | undefined {
  const [whole, firstCount, firstUnit, secondCount, secondUnit] = match;
  const unit = (firstUnit ?? secondUnit ?? '').toLowerCase();
  const word = (firstCount ?? secondCount ?? '').toLowerCase().replace(/^a (?=couple)/, '');
  // "for days" is no length of time; "for the next week" is.
  if (word === '' && !/next|coming/i.test(whole)) return undefined;
  const count =
    word === '' ? 1 : /^\d/.test(word) ? Number(word.replace(',', '.')) : (numberWords[word.split(' ')[0] ?? ''] ?? 1);
  const start = match.index + (whole.length - whole.trimStart().length);
  const place = { start, end: match.index + whole.length };
  if (/^h/.test(unit))
    return count > 0 ? { duration: { kind: 'until', until: context.now + count * hourMs }, ...place } : undefined;
  const days = Math.round(count * (unitDays[unit] ?? unitDays[unit.replace(/s$/, '')] ?? 1));
  return days >= 1 ? { duration: { kind: 'days', days }, ...place } : undefined;
}

function readUntil(match: RegExpExecArray, text: string, context: ParseContext): FoundDuration | undefined {
  const from = match.index + match[0].length;
  // Far enough for any date; the reader of dates is slow on long texts. "December 31" would be read as a month of 2031.
  const behind = text.slice(from, from + 60).replace(monthFirst, '$1$3 $2');
  const yearEnd = /^(?:the )?end of (?:the |this )?year\b/i.exec(behind);
  const end = yearEnd ? { day: `${localYear(context)}-12-31`, length: yearEnd[0].length } : readDate(behind, context);
  if (!end) return undefined;
  const until = 'moment' in end ? end.moment : endOfDay(end.day, context.timeZone);
  return until === undefined
    ? undefined
    : { duration: { kind: 'until', until }, start: match.index, end: from + end.length };
}

/** A date that follows at once ("until I know more on Friday" has none), as a day, or a moment when a time is named. */
function readDate(
  behind: string,
  context: ParseContext,
): (({ readonly day: string } | { readonly moment: number }) & { readonly length: number }) | undefined {
  const zone = zoneOffsetMinutes(context);
  const localDay = new Date(context.now + zone * 60_000).setUTCHours(0, 0, 0, 0) - zone * 60_000;
  const readAt = (at: number): english.ParsedResult | undefined =>
    english.GB.parse(behind, { instant: new Date(at), timezone: zone }, { forwardDate: true })[0];
  // From the start of the day on: in the afternoon of 31 December, "31 December" is still today. A time of day counts from now.
  const early = readAt(localDay);
  const result = early?.start.isCertain('hour') ? readAt(context.now) : early;
  if (!result || result.index > 11 || !/^(?:the )?(?:end of )?$/i.test(behind.slice(0, result.index))) return undefined;
  const { start } = result;
  const length = result.index + result.text.length;
  if (start.isCertain('hour')) return { moment: start.date().getTime(), length };
  const year = start.get('year') ?? 1970;
  return {
    day: `${String(year).padStart(4, '0')}-${String(start.get('month') ?? 1).padStart(2, '0')}-${String(start.get('day') ?? 1).padStart(2, '0')}`,
    length,
  };
}

function localYear(context: ParseContext): number {
  return new Date(context.now + zoneOffsetMinutes(context) * 60_000).getUTCFullYear();
}

/** The last millisecond of a day (`YYYY-MM-DD`) where the person is; nothing for what is no day. */
export function endOfDay(day: string, timeZone: string | undefined): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const utc = Date.parse(`${day}T23:59:59.999Z`);
  // Date.parse takes 31 February for a day in March.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return undefined;
  const guess = utc - zoneOffsetMinutes({ now: utc, ...given({ timeZone: timeZone || undefined }) }) * 60_000;
  // The offset at the end of that day, not the one some hours off, where the clock may just have changed.
  return utc - zoneOffsetMinutes({ now: guess, ...given({ timeZone: timeZone || undefined }) }) * 60_000;
}

/** Minutes that a zone is ahead of UTC at a moment; 0 for a zone that is unknown here. */
function zoneOffsetMinutes({ now, timeZone }: ParseContext): number {
  if (!timeZone) return 0;
  try {
    const name =
      new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
        .formatToParts(now)
        .find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /([+-])(\d{2}):?(\d{2})?/.exec(name);
    if (!match) return 0;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  } catch {
    return 0;
  }
}
