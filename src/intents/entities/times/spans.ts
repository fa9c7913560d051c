import { readAmount } from './amount.js';
import { isBoundary, isSign, markOf, skip } from './cursor.js';
import { isComplete } from './ends.js';
import { readCircumstance } from './event.js';
import { readLength, readUnitAlone, type Length } from './length.js';
import { readingOfLength } from './lengthReading.js';
import { readWhen } from './readWhen.js';
import type { Mark, Scan } from './scan.js';
import {
  asVague,
  problem,
  readNegative,
  readPast,
  readTail,
  slotAt,
  slotOfLength,
  slotOfOnly,
  slotOfWhen,
  vague,
  type Match,
  type Reader,
} from './slots.js';
import type { TimeRole } from './timeSlot.js';
import type { When } from './when.js';

/** "for two weeks", "for the next 30 days", "for the rest of the month", "during March", "over the summer", "for weeks". */
export function readSpan(r: Reader, at: number, marker: Mark, isOnly: boolean): Match | undefined {
  const { s } = r;
  const modified = readModifiers(s, isSign(s, marker.next, ':') ? marker.next + 1 : marker.next);
  const from = modified.next;
  const negative = readNegative(s, from, true);
  if (negative !== undefined) return slotAt(r, at, negative, 'length', problem('negative'));
  const before = readPast(s, from);
  if (before !== undefined) return slotAt(r, at, before, 'other', problem('inThePast'));
  const length = readComing(s, from) ?? readLength(s, from);
  const open =
    modified.isOpen || (marker.is === 'over' && length !== undefined && length.next === readLength(s, from)?.next);
  if (length) return slotOfSpan(r, at, length, open);
  return (
    readPeriodSpan(r, at, marker, from, isOnly || modified.isOnly) ??
    readSeason(r, at, from) ??
    readPlural(r, at, from) ??
    (marker.is === 'during' ? readCircumstance(r, at, from) : undefined)
  );
}

/** "at most", "only", "about" change nothing; "at least" and "less than" leave the length open. */
export function readModifiers(
  s: Scan,
  at: number,
): { readonly next: number; readonly isOpen: boolean; readonly isOnly: boolean } {
  let next = at;
  let isOpen = false;
  let isOnly = false;
  for (let count = 0; count < 4; count++) {
    const mark = markOf(s, next, 'only', 'atMost', 'upTo', 'atLeast', 'under', 'about', 'hedge');
    if (!mark) break;
    isOpen ||= mark.is === 'atLeast' || mark.is === 'under' || mark.is === 'hedge';
    isOnly ||= mark.is === 'only';
    next = mark.next;
  }
  return { next, isOpen, isOnly };
}

/** A length, as a wish or as a part of something else; the place behind it decides. */
export function slotOfSpan(r: Reader, at: number, length: Length, isOpen = false, wish: TimeRole = 'length'): Match {
  const { s } = r;
  const rate = rateBehind(s, length.next);
  if (rate !== undefined) return slotAt(r, at, rate, 'other', vague);
  const before = markOf(s, length.next, 'before');
  const ago = markOf(s, length.next, 'ago', 'now') ?? (before && isBoundary(s, before.next) ? before : undefined);
  if (ago) return slotAt(r, at, ago.next, 'other', problem('inThePast'));
  const aged = markOf(s, length.next, 'aged', 'late', 'early');
  if (aged) return slotAt(r, at, aged.next, 'other', vague);
  const role = length.isAdjective || tellsOfBefore(s, at) ? 'other' : wish;
  if (!isOpen) return slotOfLength(r, at, length, role);
  return slotAt(r, at, length.next, role, asVague(readingOfLength(length, r.calendar)));
}

/** "a week", "per month", "every two weeks" behind a number: how often. */
export function rateBehind(s: Scan, at: number): number | undefined {
  const every = markOf(s, at, 'a', 'every');
  const unit = every && markOf(s, readAmount(s, every.next)?.next ?? every.next, 'unit', 'weekday', 'habit');
  return unit?.next;
}

/** "I have been here for two years": a length that is over, or goes on without anybody's wish. */
function tellsOfBefore(s: Scan, at: number): boolean {
  for (let back = 1; back <= 4; back++) {
    const token = s.tokens[at - back];
    if (!token || (token.kind === 'sign' && !token.text.startsWith("'"))) return false;
    if (s.lexicon.reports.has(token.text)) return true;
  }
  return false;
}

/** "the next 30 days", "the next week", "the coming few weeks": from now on. */
function readComing(s: Scan, at: number): Length | undefined {
  const the = skip(s, at, 1, 'the');
  const which = markOf(s, the, 'next', 'coming');
  if (!which) return undefined;
  const length = readLength(s, which.next);
  if (length) return length;
  const unit = readUnitAlone(s, which.next);
  // "for next week" is the week of the calendar, "for the next week" seven days.
  const isMeant = unit && (unit.options.length === 0 || (the > at && isBoundary(s, unit.next)));
  return isMeant ? unit : undefined;
}

function readPeriodSpan(r: Reader, at: number, marker: Mark, from: number, isOnly: boolean): Match | undefined {
  const { s, calendar } = r;
  const isBare = markOf(s, from, 'the') !== undefined;
  const when = readWhen(s, from, calendar, { bareUnit: isBare });
  if (!when) return undefined;
  if (when.isEdge) return slotOfWhen(r, at, when, 'end', 'last');
  const isWhole = isComplete(s, when);
  const only = isOnly || readTail(s, when.next).isOnly;
  if (when.first !== undefined) return slotOfPeriod(r, at, when, isWhole);
  if (!isWhole) return undefined;
  if (marker.is !== 'for') return when.minutes ? undefined : slotAt(r, at, when.next, 'length', vague);
  const isToday = markOf(s, from, 'nearDay')?.value === 0;
  return only || isToday ? slotOfOnly(r, at, when) : slotOfWhen(r, at, when, 'point', 'point');
}

/** "for next week" and "for December" end with them; "for next week's audit" is a reason. */
function slotOfPeriod(r: Reader, at: number, when: When, isWhole: boolean): Match | undefined {
  if (isWhole && isBoundary(r.s, when.next)) return slotOfWhen(r, at, when, 'end', 'last');
  return when.isWeak ? undefined : slotOfWhen(r, at, when, 'point', 'point');
}

/** "for the summer", "over the holidays". */
function readSeason(r: Reader, at: number, from: number): Match | undefined {
  const season = markOf(r.s, skip(r.s, from, 2, 'the', 'this', 'next', 'coming'), 'season');
  return season && isBoundary(r.s, season.next) ? slotAt(r, at, season.next, 'length', vague) : undefined;
}

/** "for weeks". */
function readPlural(r: Reader, at: number, from: number): Match | undefined {
  const unit = readUnitAlone(r.s, from);
  return unit?.options.length === 0 ? slotAt(r, at, unit.next, 'length', vague) : undefined;
}
