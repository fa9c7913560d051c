import { calendarOf } from './times/calendar.js';
import type { Day } from './times/days.js';
import { matchAt } from './times/matchAt.js';
import { scan } from './times/scan.js';
import type { TimeContext, TimeSlot } from './times/timeSlot.js';

/** So many tokens may stand between a start and its end: "from Monday, until Friday". */
const tokensBetween = 2;
/** So many times away an end still belongs to "while Ana is away". */
const slotsBetween = 2;

/**
 * Finds every expression of time in a text, in order and without overlap, with the words that mark it: ends ("until
 * 31.12."), lengths ("for 2 weeks"), starts, days that are just mentioned, and what says a time without a day ("until
 * Bo is back"). Nothing is read as longer than it was typed; takes time linear in the text.
 */
export function findTimes(text: string, context: TimeContext): TimeSlot[] {
  const s = scan(text, context.protect);
  const calendar = calendarOf(context);
  const slots: TimeSlot[] = [];
  const circumstances = new Set<TimeSlot>();
  let start: { readonly day: Day; readonly next: number } | undefined;
  for (let at = 0; at < s.tokens.length;) {
    const isFollowed = start !== undefined && at - start.next <= tokensBetween && start.day > calendar.today;
    const match = matchAt({ s, calendar, ...(isFollowed ? { base: start?.day ?? 0 } : {}) }, at);
    for (const slot of match?.slots ?? []) {
      slots.push(slot);
      if (match?.isCircumstance) circumstances.add(slot);
    }
    if (match?.startDay !== undefined) start = { day: match.startDay, next: match.next };
    at = match?.next ?? at + 1;
  }
  return slots.map((slot, at) => (circumstances.has(slot) ? besideEnd(slot, at, slots, text) : slot));
}

/** "during my leave, which lasts until 11 December": the end counts, and the leave only tells why. */
function besideEnd(slot: TimeSlot, at: number, slots: readonly TimeSlot[], text: string): TimeSlot {
  const near = slots.slice(Math.max(0, at - slotsBetween), at + slotsBetween + 1);
  const hasEnd = near.some(
    (other) =>
      other.role === 'end' &&
      other.reading.kind !== 'problem' &&
      !/[.!?\n]/.test(text.slice(Math.min(slot.end, other.end), Math.max(slot.start, other.start))),
  );
  return hasEnd ? { ...slot, role: 'other' } : slot;
}
