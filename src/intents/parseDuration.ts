import * as chrono from 'chrono-node';
import type { ParseContext } from './parseAction.js';
import type { Duration } from '../domain/request.js';

/** A length of time in a text, and where it stood. */
export interface FoundDuration {
  readonly duration: Duration;
  /** Start and end in the text, the introducing word included. */
  readonly start: number;
  readonly end: number;
}

const hourMs = 3_600_000;
const numberWords: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, half: 0.5 };
const unitDays: Readonly<Record<string, number>> = { d: 1, day: 1, w: 7, week: 7, wk: 7, fortnight: 14, m: 30, month: 30, mo: 30, quarter: 90, y: 365, year: 365, yr: 365 };
const amount = String.raw`(?:(?:the )?(?:next|coming) )?(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?)? ?-?(hours?|hrs?|h|days?|d|weeks?|wks?|w|fortnights?|months?|mo|m|quarters?|years?|yrs?|y)`;
const spanPattern = new RegExp(String.raw`(?:\b(?:for|over|during)\s+(?:only |just |about |around )?${amount}(?![\w-]))|(?:(?:^|[\s,;(])(\d{1,4}) ?(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|years?)(?![\w-]))`, 'i');
const untilPattern = /\b(?:until|till|'til|til|through|thru|up to|ending(?: on)?|ends on)\s+/i;

/** Finds the first length of time: "for 30 days", "for two weeks", "until 31 December", "till next Friday". */
export function findDuration(text: string, context: ParseContext): FoundDuration | undefined {
  const found = [findSpan(text, context), findUntil(text, context)].filter((one) => one !== undefined);
  return found.sort((a, b) => a.start - b.start)[0];
}

function findSpan(text: string, context: ParseContext): FoundDuration | undefined {
  const match = spanPattern.exec(text);
  if (!match) return undefined;
  const [whole, firstCount, firstUnit, secondCount, secondUnit] = match;
  const unit = (firstUnit ?? secondUnit ?? '').toLowerCase();
  const word = (firstCount ?? secondCount ?? '').toLowerCase();
  // "for days" is no length of time; "for the next week" is.
  if (word === '' && !/next|coming/i.test(whole)) return undefined;
  const count = word === '' ? 1 : /^\d/.test(word) ? Number(word) : (numberWords[word.split(' ')[0] ?? ''] ?? 1);
  const start = match.index + (whole.length - whole.trimStart().length);
  const place = { start, end: match.index + whole.length };
  if (/^h/.test(unit)) return { duration: { kind: 'until', until: context.now + count * hourMs }, ...place };
  const days = Math.round(count * (unitDays[unit] ?? unitDays[unit.replace(/s$/, '')] ?? 1));
  return days >= 1 ? { duration: { kind: 'days', days }, ...place } : undefined;
}

function findUntil(text: string, context: ParseContext): FoundDuration | undefined {
  const match = untilPattern.exec(text);
  if (!match) return undefined;
  const behind = text.slice(match.index + match[0].length);
  const zone = zoneOffsetMinutes(context);
  const [result] = chrono.en.GB.parse(behind, { instant: new Date(context.now), timezone: zone }, { forwardDate: true });
  // The date must follow the word at once: "until I know more on Friday" is no date.
  if (!result || result.index > 4 || !/^(?:the |end of )?$/i.test(behind.slice(0, result.index))) return undefined;
  const { start } = result;
  const year = start.get('year') ?? 1970;
  const day = `${String(year).padStart(4, '0')}-${String(start.get('month') ?? 1).padStart(2, '0')}-${String(start.get('day') ?? 1).padStart(2, '0')}`;
  const until = start.isCertain('hour') ? start.date().getTime() : endOfDay(day, context.timeZone);
  if (until === undefined) return undefined;
  return { duration: { kind: 'until', until }, start: match.index, end: match.index + match[0].length + result.index + result.text.length };
}

/** The last millisecond of a day (`YYYY-MM-DD`) where the person is; nothing for what is no day. */
export function endOfDay(day: string, timeZone: string | undefined): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const utc = Date.parse(`${day}T23:59:59.999Z`);
  // Date.parse takes 31 February for a day in March.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return undefined;
  const guess = utc - zoneOffsetMinutes({ now: utc, ...(timeZone ? { timeZone } : {}) }) * 60_000;
  // The offset at the end of that day, not the one some hours off, where the clock may just have changed.
  return utc - zoneOffsetMinutes({ now: guess, ...(timeZone ? { timeZone } : {}) }) * 60_000;
}

/** Minutes that a zone is ahead of UTC at a moment; 0 for a zone that is unknown here. */
function zoneOffsetMinutes({ now, timeZone }: ParseContext): number {
  if (!timeZone) return 0;
  try {
    const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /([+-])(\d{2}):?(\d{2})?/.exec(name);
    if (!match) return 0;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  } catch {
    return 0;
  }
}
