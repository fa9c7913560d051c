import { digitsAt, isBoundary, isFreeNumber, isSign, markOf, skip } from './cursor.js';
import type { Scan } from './scan.js';

/** A time of day: minutes since midnight, two where "5 o'clock" may be either; a zone that is named makes it unsure. */
export interface ClockTime {
  readonly next: number;
  readonly minutes: readonly number[];
  readonly isElsewhere: boolean;
}

/** What a marker makes a time of day: "at 5", "until 17.30". */
interface Meant {
  readonly bareHour?: boolean;
  readonly dotted?: boolean;
}

/** Reads "5pm", "5:30 pm", "17:00", "17h", "5 o'clock", "half past five", "noon"; "5" only where a clock is meant. */
export function readClock(s: Scan, at: number, meant: Meant = {}): ClockTime | undefined {
  const found = readNamed(s, at) ?? readHalfPast(s, at) ?? readDigital(s, at, meant);
  if (!found) return undefined;
  const zone = markOf(s, found.next, 'zone');
  return { ...found, next: zone?.next ?? found.next, isElsewhere: zone !== undefined };
}

type Read = Omit<ClockTime, 'isElsewhere'>;

function readNamed(s: Scan, at: number): Read | undefined {
  const twelve = digitsAt(s, at)?.value === 12 ? at + 1 : at;
  const named = markOf(s, twelve, 'clockTime');
  return named?.value === undefined ? undefined : { next: named.next, minutes: [named.value] };
}

/** "half past five", "quarter to 6". */
function readHalfPast(s: Scan, at: number): Read | undefined {
  const part = markOf(s, skip(s, at, 1, 'a'), 'half', 'unit');
  const minutes = part?.is === 'half' ? 30 : part?.unit === 'quarter' ? 15 : undefined;
  if (!part || minutes === undefined) return undefined;
  const side = markOf(s, part.next, 'past', 'to');
  if (!side) return undefined;
  const hour = digitsAt(s, side.next)?.value ?? markOf(s, side.next, 'number')?.value;
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const total = hour * 60 + (side.is === 'to' ? -minutes : minutes);
  return withHalf(s, side.next + 1, total, false);
}

function readDigital(s: Scan, at: number, meant: Meant): Read | undefined {
  const hour = digitsAt(s, at);
  const words = hour ? undefined : markOf(s, at, 'number');
  const value = hour?.value ?? words?.value;
  if (value === undefined || (hour && !isFreeNumber(s, at) && s.tokens[at - 1]?.text !== 't')) return undefined;
  if (hour && hour.text.length === 4) return readMilitary(s, at, hour.text);
  if (value > 24 || (hour && hour.text.length > 2)) return undefined;
  const minute = hour ? readMinute(s, at + 1) : undefined;
  const next = minute?.next ?? at + 1;
  const total = value * 60 + (minute?.value ?? 0);
  if (total > 1440) return undefined;
  const isFixed = hour?.text.startsWith('0') === true || value === 0 || value > 12 || minute?.isHours === true;
  const half = withHalf(s, next, total, isFixed);
  // "17.30" looks like a day, "17" like a number: only what follows makes them a time.
  const isSure = minute !== undefined && (!minute.isDotted || (meant.dotted === true && minute.value > 12));
  if (half && (isSure || half.next > next)) return half;
  const isDay = meant.dotted === true && markOf(s, next, 'nearDay', 'weekday') !== undefined;
  return half && (isDay || (meant.bareHour && isEndOfHour(s, next))) ? half : undefined;
}

/** Whether "at 5" ends with its number: not "at 5 sites", "at 5%", "at 5.2". */
function isEndOfHour(s: Scan, at: number): boolean {
  if (markOf(s, at, 'unit', 'shortUnit') || !isBoundary(s, at)) return false;
  return !(s.tokens[at]?.kind === 'sign' && s.tokens[at]?.glued && s.tokens[at + 1]?.glued) && !isSign(s, at, '%/');
}

/** ":30", ".30", "h30" and "h" alone; seconds are dropped. */
function readMinute(
  s: Scan,
  at: number,
):
  { readonly value: number; readonly next: number; readonly isDotted: boolean; readonly isHours: boolean } | undefined {
  const sign = s.tokens[at];
  const digits = s.tokens[at + 1]?.glued ? digitsAt(s, at + 1) : undefined;
  const isHours = sign?.text === 'h';
  if (!sign?.glued || (!isHours && !isSign(s, at, ':.'))) return undefined;
  // "2h" and "1h30" are lengths; nobody says when the night shift ends like that.
  if (isHours && (digitsAt(s, at - 1)?.value ?? 0) < 7) return undefined;
  if (isHours && !digits) return { value: 0, next: at + 1, isDotted: false, isHours };
  if (digits?.text.length !== 2 || digits.value > 59) return undefined;
  const isSeconds = isSign(s, at + 2, ':') && s.tokens[at + 2]?.glued && digitsAt(s, at + 3)?.text.length === 2;
  return { value: digits.value, next: isSeconds ? at + 4 : at + 2, isDotted: sign.text === '.', isHours };
}

/** "1700 hrs". */
function readMilitary(s: Scan, at: number, text: string): Read | undefined {
  const unit = markOf(s, at + 1, 'unit', 'shortUnit');
  const hour = Number(text.slice(0, 2));
  const minute = Number(text.slice(2));
  if (unit?.unit !== 'hour' || hour > 24 || minute > 59) return undefined;
  return { next: unit.next, minutes: [hour * 60 + minute] };
}

/** Adds "am", "pm", "o'clock" or "in the afternoon"; without either, an hour up to six is in the morning or in the afternoon. */
function withHalf(s: Scan, at: number, total: number, isFixed: boolean): Read | undefined {
  const half = markOf(s, at, 'am', 'pm');
  if (half) {
    if (total >= 13 * 60) return half.is === 'pm' ? { next: half.next, minutes: [total] } : undefined;
    return { next: half.next, minutes: [(total % 720) + (half.is === 'pm' ? 720 : 0)] };
  }
  const part = markOf(s, skip(s, at, 2, 'in', 'the'), 'dayPart');
  if (part && part.next > at + 2 && total < 780)
    return { next: part.next, minutes: [(total % 720) + (part.value === 720 ? 0 : 720)] };
  const oclock = markOf(s, at, 'oclock');
  const next = oclock?.next ?? at;
  const later = oclock ? markOf(s, next, 'am', 'pm') : undefined;
  if (later) return withHalf(s, next, total, isFixed);
  return { next, minutes: isFixed || total >= 720 ? [total] : [total, total + 720] };
}
