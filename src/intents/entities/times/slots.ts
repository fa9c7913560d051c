import type { Calendar } from './calendar.js';
import { isSign, markOf, skip } from './cursor.js';
import { isoOf, type Day } from './days.js';
import { readLength, type Length } from './length.js';
import { readingOfLength } from './lengthReading.js';
import { alsoOf, readingOfWhen, type Asked } from './reading.js';
import type { Scan } from './scan.js';
import type { TimeProblem, TimeReading, TimeRole, TimeSlot } from './timeSlot.js';
import type { When } from './when.js';

/** What is being read, for whom, and the start that was named just before. */
export interface Reader {
  readonly s: Scan;
  readonly calendar: Calendar;
  readonly base?: Day;
}

/** The times that were found at one place, and the token behind them. */
export interface Match {
  readonly next: number;
  readonly slots: readonly TimeSlot[];
  /** The start that was named: an end that follows is looked for from here on. */
  readonly startDay?: Day;
  /** "while Ana is away": tells when, and gives way to an end that stands beside it. */
  readonly isCircumstance?: true;
}

/** A time that cannot be taken as it stands, without a word of what it may mean. */
export function problem(code: TimeProblem): TimeReading {
  return { kind: 'problem', code, readings: [] };
}

/** A time that is known to be one and says no day. */
export const vague = problem('vague');

/** What was said of a time is left open: "at least 2 weeks", "until about Friday". */
export function asVague(reading: TimeReading): TimeReading {
  return { kind: 'problem', code: 'vague', readings: reading.kind === 'problem' ? reading.readings : [reading] };
}

/** Makes a slot of the tokens from `at` up to `next`, with what still belongs to it ("only", "max", "at the latest"). */
export function slotAt(
  { s }: Reader,
  at: number,
  next: number,
  role: TimeRole,
  reading: TimeReading,
  more: Pick<TimeSlot, 'from' | 'also'> = {},
): Match {
  const end = readTail(s, next).next;
  return {
    next: end,
    slots: [{ start: s.tokens[at]?.start ?? 0, end: s.tokens[end - 1]?.end ?? 0, role, reading, ...more }],
  };
}

/** A slot of a day or a period. */
export function slotOfWhen(r: Reader, at: number, when: When, role: TimeRole, asked: Asked): Match {
  const { calendar } = r;
  const first = when.first !== undefined && when.first > calendar.today && role !== 'start' ? when.first : undefined;
  const isBegun = first === undefined || when.isEdge === true || asked === 'until';
  const also = alsoOf(when, calendar);
  return slotAt(r, at, when.next, role, readingOfWhen(when, calendar, asked), {
    ...(isBegun ? {} : { from: isoOf(first) }),
    ...(also.length > 0 ? { also } : {}),
  });
}

/** "Monday only", "just for today": the day is the end, and the beginning. */
export function slotOfOnly(r: Reader, at: number, when: When): Match {
  const [day] = when.days;
  const first = when.first ?? day;
  const single = first === undefined || when.isEdge ? when : { ...when, first };
  return slotOfWhen(r, at, single, 'end', 'last');
}

/** A slot of a length. */
export function slotOfLength(r: Reader, at: number, length: Length, role: TimeRole = 'length'): Match {
  return slotAt(r, at, length.next, role, readingOfLength(length, r.calendar));
}

/** What may follow a time and belongs to it. */
export function readTail(s: Scan, at: number): { readonly next: number; readonly isOnly: boolean } {
  const inner = isSign(s, at, '(') ? skip(s, at + 1, 2, 'only', 'atMost', 'inclusive', 'ish') : at;
  const bracketed = inner > at + 1 && isSign(s, inner, ')') ? inner + 1 : at;
  const open = skip(s, at, 2, 'only', 'atMost', 'inclusive', 'ish');
  // The dot of "2 weeks max." ends the sentence.
  const next = bracketed > at ? bracketed : open > at && isSign(s, open - 1, '.') ? open - 1 : open;
  // "2 weeks, max 3 people" and "2 weeks only until Friday" go on with something else.
  const isOther = markOf(s, next, 'number', 'until', 'for') !== undefined || s.tokens[next]?.kind === 'number';
  if (isOther) return { next: at, isOnly: false };
  const marks = [at, at + 1, at + 2].filter((one) => one < next);
  return { next, isOnly: marks.some((one) => markOf(s, one, 'only') !== undefined) };
}

/** "-3 days", "minus 3 days": no length at all. */
export function readNegative(s: Scan, at: number, isMarked = false): number | undefined {
  const minus = markOf(s, at, 'minus');
  const isNumber = s.tokens[at + 1]?.kind === 'number' && (isMarked || s.tokens[at + 1]?.glued);
  const isFree = !s.tokens[at]?.glued || s.tokens[at - 1]?.kind === 'sign' || at === 0;
  // "Marketing - 3 days" has a dash, "for - 3 days" a minus.
  if (!minus && !(isSign(s, at, '-') && isNumber && isFree)) return undefined;
  return readLength(s, minus?.next ?? at + 1)?.next;
}

/** "the last two weeks", "past month". */
export function readPast(s: Scan, at: number): number | undefined {
  const last = markOf(s, skip(s, at, 1, 'the'), 'last', 'past');
  if (!last) return undefined;
  const next = readLength(s, last.next)?.next ?? markOf(s, last.next, 'unit', 'weekend', 'weekday', 'month')?.next;
  // "the last week of December" is still to come.
  return next === undefined || markOf(s, next, 'of') ? undefined : next;
}
