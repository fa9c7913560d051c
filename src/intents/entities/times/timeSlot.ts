import type { Instant } from '../../../domain/terms.js';

/** A stretch of a text, in UTF-16 code units; `end` is behind its last one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When, where and in which habit of writing dates a text is read. */
export interface TimeContext {
  readonly now: Instant;
  /** IANA name; UTC when it is missing or unknown. */
  readonly timeZone?: string;
  /** As the channel gave it, such as `en-GB`; without it "3/4" has two readings. */
  readonly locale?: string;
  /** What is known to be something else, such as a group's name; no day is looked for in it. */
  readonly protect?: readonly Span[];
}

/**
 * What a time is for: `end` a last day or moment, `length` how long, `start` a first day, `point` a day that is just
 * mentioned, `other` what is no wish at all ("twice a week", "for the last two years", "within 3 days").
 */
export type TimeRole = 'end' | 'length' | 'start' | 'point' | 'other';

/** Why a time cannot be taken as it stands. */
export type TimeProblem = 'noSuchDay' | 'inThePast' | 'zero' | 'negative' | 'tooLong' | 'vague' | 'twoReadings';

/** A day or a moment: the last millisecond of `day` (the first for a `start`), or the minute that was named. */
export interface DayReading {
  readonly kind: 'until';
  readonly at: Instant;
  readonly precision: 'day' | 'minute';
  /** `YYYY-MM-DD` where the person is. */
  readonly day: string;
}

/** What can be taken as it stands. */
export type PlainReading =
  | DayReading
  | { readonly kind: 'length'; readonly days: number }
  | { readonly kind: 'length'; readonly minutes: number }
  /** The last of so many days from Monday to Friday, counted from the day after today. */
  | { readonly kind: 'workingDays'; readonly count: number; readonly at: Instant; readonly day: string }
  | { readonly kind: 'forever' };

/** How a time is read; a problem brings what it may have meant, the shortest first. */
export type TimeReading =
  PlainReading | { readonly kind: 'problem'; readonly code: TimeProblem; readonly readings: readonly PlainReading[] };

/** A time in a text, with the words that mark it. */
export interface TimeSlot extends Span {
  readonly role: TimeRole;
  readonly reading: TimeReading;
  /** The first day, `YYYY-MM-DD`, when the words name a time that begins later than today ("for next week"). */
  readonly from?: string;
  /** The other reading of a date that the locale's habit decided: show the one that was taken before it counts. */
  readonly also?: readonly PlainReading[];
}
