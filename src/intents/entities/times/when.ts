import type { Day } from './days.js';
import type { TimeProblem } from './timeSlot.js';

/** A day, a period or a time of day that was read, before its marker says what it is for. */
export interface When {
  readonly next: number;
  /** The last day; several where it can be read in several ways. */
  readonly days: readonly Day[];
  /** Minutes of the day, where a time is named; several as for `days`. */
  readonly minutes?: readonly number[];
  /** Only a time of day: the day is the one on which it comes next. */
  readonly isClockOnly?: true;
  /** The first day of a period; `until` such a period may mean before it begins. */
  readonly first?: Day;
  /** The words say that the period's end is meant. */
  readonly isEdge?: true;
  /** What keeps it from being taken; `days` then are what it may mean. */
  readonly problem?: TimeProblem;
  /** The day by the habit of other countries. */
  readonly also?: readonly Day[];
  /** Counts only behind a marker: "May", "3/4", "Q1", "2027". */
  readonly isWeak?: true;
}

/** The same, where the words around it make it sure. */
export function asSure({ isWeak: _, ...when }: When): When {
  return when;
}
