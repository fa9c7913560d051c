import type { Duration } from '../domain/terms.js';
import { toDuration } from './entities/times/toDuration.js';
import type { Match } from './frames/match.js';
import { slotAt } from './frames/scope.js';

/** Whether unquoted words of a value speak of a time, which may be meant for when it is to be done. */
function hasTime({ scope, value }: Match): boolean {
  return scope.slots.some(
    (index) =>
      index >= (value?.from ?? 0) && index < (value?.to ?? 0) && slotAt(scope.sentence, index)?.value.type === 'time',
  );
}

/** A time that cannot be taken as it stands, that can be read two ways, or that begins later. */
export function hasDoubt(match: Match, text: string): boolean {
  if (match.value && hasTime(match)) return true;
  return (match.slots.D ?? []).some((index) => {
    const value = slotAt(match.scope.sentence, index)?.value;
    return (
      value?.type === 'time' &&
      (value.time.reading.kind === 'problem' ||
        /\b(?:or so|about|around|roughly|ish|approx\w*|maybe|circa|some|max\w*|at most|up to)\b/i.test(
          text.slice(value.time.start, value.time.end),
        ) ||
        value.time.also !== undefined ||
        value.time.from !== undefined)
    );
  });
}

/** How many times a match speaks of. */
export function countTimes(match: Match): number {
  return (
    (match.slots.D ?? []).length +
    match.unexplained.filter((index) => slotAt(match.scope.sentence, index)?.value.type === 'time').length
  );
}

/** For how long or until when, where it is said and can be done. */
export function durationOf(match: Match): Duration | undefined {
  const [index] = match.slots.D ?? [];
  const value = index === undefined ? undefined : slotAt(match.scope.sentence, index)?.value;
  if (value?.type !== 'time') return undefined;
  const { reading } = value.time;
  // What has two readings is filled in with the shorter one, and asked about.
  const isOpen = reading.kind === 'problem' && reading.code !== 'inThePast';
  const duration = toDuration(isOpen ? (reading.readings[0] ?? reading) : reading);
  return duration === 'forever' ? undefined : duration;
}

/** The ends that were said and that nobody here can read ("until Bo is back"), as typed: no wish is done without them. */
export function unreadTimes({ slots, scope }: Match, text: string): string[] {
  return (slots.D ?? []).flatMap((index) => {
    const value = slotAt(scope.sentence, index)?.value;
    if (value?.type !== 'time' || value.time.reading.kind !== 'problem') return [];
    const { reading, start, end } = value.time;
    return reading.code === 'inThePast' || reading.readings.length === 0 ? [text.slice(start, end)] : [];
  });
}
