/** What lengths are counted in; `minuteOrMonth` is an "m". */
export type Unit =
  | 'second'
  | 'minute'
  | 'minuteOrMonth'
  | 'quarterHour'
  | 'hour'
  | 'day'
  | 'workingDay'
  | 'workingWeek'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** A stretch of the calendar that can be named without a number. */
export type PeriodUnit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year';

/**
 * The words that build a time, by what they do. Markers: `until` (what follows may be an event), `through` (the last
 * day of what follows counts), `upTo` (a last day or a longest length), `ends` ("expires"), `for`, `during`, `over`,
 * `while` (an event follows), `start`, `from`, `since`, `by`, `before`, `after`, `within`, `at`, `in`, `to`. The others
 * stand inside a time, change what it means, or (`idiom`) are none.
 */
export type Structure =
  | 'until'
  | 'through'
  | 'upTo'
  | 'ends'
  | 'lastDay'
  | 'lastWorkingDay'
  | 'for'
  | 'during'
  | 'over'
  | 'while'
  | 'start'
  | 'from'
  | 'since'
  | 'by'
  | 'before'
  | 'after'
  | 'within'
  | 'at'
  | 'in'
  | 'to'
  | 'of'
  | 'the'
  | 'a'
  | 'and'
  | 'or'
  | 'between'
  | 'half'
  | 'couple'
  | 'dozen'
  | 'hundred'
  | 'thousand'
  | 'few'
  | 'filler'
  | 'working'
  | 'all'
  | 'only'
  | 'atMost'
  | 'under'
  | 'atLeast'
  | 'about'
  | 'ish'
  | 'hedge'
  | 'inclusive'
  | 'minus'
  | 'times'
  | 'every'
  | 'next'
  | 'coming'
  | 'this'
  | 'last'
  | 'past'
  | 'end'
  | 'beginning'
  | 'middle'
  | 'early'
  | 'late'
  | 'rest'
  | 'oclock'
  | 'am'
  | 'pm'
  | 'zone'
  | 'ago'
  | 'aged'
  | 'now'
  | 'time'
  | 'when'
  | 'is'
  | 'not'
  | 'forever'
  | 'foreverAlone'
  | 'vague'
  | 'vagueEnd'
  | 'sometime'
  | 'season'
  | 'weekend'
  | 'idiom';

/**
 * How a language speaks of time: phrases between bars, or single words between spaces; in lower case, without accents,
 * with a space around each sign.
 */
export interface TimeWords {
  readonly structures: Readonly<Record<Structure, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** What may stand at the end of the digits of a day: "14th". */
  readonly ordinalEnds: string;
  readonly units: Readonly<Partial<Record<Unit, string>>>;
  /** Units of one letter, which count only right behind digits. */
  readonly shortUnits: Readonly<Partial<Record<Unit, string>>>;
  /** From January on. */
  readonly months: readonly string[];
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** "Mondays": no day, but a habit. */
  readonly weekdayHabits: string;
  /** Months and weekdays that are also names or other words: alone they are no day. */
  readonly weak: string;
  /** Of these, what people are called: "from May" may be somebody. */
  readonly people: string;
  /** Days from today. */
  readonly nearDays: Readonly<Record<string, number>>;
  /** Days of every year, as month and day; two where people mean either. */
  readonly fixedDays: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** Days around Easter Sunday, counted from it. */
  readonly easterDays: Readonly<Record<string, number>>;
  /** Minutes since midnight. */
  readonly clockTimes: Readonly<Record<string, number>>;
  /** Parts of a day: the minute at which they are over, or nothing where they last as long as the day. */
  readonly dayParts: Readonly<Record<string, number | undefined>>;
  /** The end of a period in one word. */
  readonly periodEnds: Readonly<Record<string, PeriodUnit>>;
  /** Letters in which several of a unit end. */
  readonly pluralEnd: string;
  /** The letters before the number of a quarter and of a half year. */
  readonly quarterLetter: string;
  readonly halfLetter: string;
  /** Words behind which a new part of the sentence begins: a time that ends before them is complete. */
  readonly connectors: string;
  /** Words that end an event: "until Bo is back, please". */
  readonly eventStops: string;
  /** What happens on a day and is not that day: "the Christmas party". */
  readonly occasions: string;
  /** What a length may be put before: "a 30-day membership". */
  readonly memberships: string;
  /** Words that tell of what has been: "I have worked here for two years". */
  readonly reports: string;
  /** Real words that look like misspelt ones of ours. */
  readonly notMisspelt: string;
}
