import type { AnswerReading, WantedText } from './asked.js';
import { withLength, withNames } from './correct.js';
import { readSlots } from './slots.js';
import { toReason } from './toReason.js';
import type { Duration } from '../../domain/terms.js';
import { toDuration } from '../entities/times/toDuration.js';
import type { Intent } from '../intent.js';
import type { Item } from '../items.js';
import type { Understanding } from '../understand.js';

interface Part {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
}

/**
 * A reason with a length or another name beside it: "make it 30 days instead. I'm helping with the fair", "Sales, for the
 * figures". A length within the reason itself is shown on the form before it counts, so that no end is lost and none is
 * made up. Nothing where the text is a reason alone, or none.
 */
export function reasonInParts({ intent }: WantedText, { items, message }: Understanding): AnswerReading | undefined {
  if (intent.kind !== 'joinGroup') return undefined;
  const parts = partsOf(items);
  let meant: Intent = intent;
  let isChanged = false;
  const rest: Part[] = [];
  for (const part of parts) {
    const other: Intent | undefined = isOnlySlots(part.items)
      ? changed(meant, part.items, rest.length === 0)
      : undefined;
    if (other) [meant, isChanged] = [other, true];
    else if (rest.length > 0 || !isFiller(part.items)) rest.push(part);
  }
  const within = rest.flatMap((part) => part.items).flatMap(lengthIn);
  if (rest.length === 0 || (!isChanged && within.length === 0)) return undefined;
  // Words that no length can be made of are said again.
  if (within.includes('unread') || within.length > 1) return { kind: 'again' };
  const [start, end] = [rest[0]?.start ?? 0, rest.at(-1)?.end ?? 0];
  const justification = toReason(message.plain.slice(start, end)).replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, '');
  const [length] = within;
  const isVague = length === 'vague' && meant.kind === 'joinGroup' && meant.duration === undefined;
  const told =
    typeof length === 'object'
      ? { ...withLength(meant, length), ask: true }
      : isVague
        ? { ...meant, ask: true }
        : meant;
  return { kind: 'do', intents: [{ ...told, justification } as Intent] };
}

/** The clauses of a text, as marks part them. */
function partsOf(items: readonly Item[]): Part[] {
  const parts: Item[][] = [[]];
  for (const item of items)
    if (item.kind === 'mark' && /^[,.;:!\n–-]+$/u.test(item.text)) parts.push([]);
    else parts.at(-1)?.push(item);
  return parts.flatMap((part) => {
    const [first, last] = [part[0], part.at(-1)];
    return first && last ? [{ items: part, start: first.start, end: last.end }] : [];
  });
}

function isOnlySlots(items: readonly Item[]): boolean {
  const { wanted, durations, excluded, words } = readSlots(items);
  return words.length === 0 && excluded.length === 0 && wanted.length + durations.length > 0 && durations.length < 2;
}

/** A word or two around an answer, which say nothing: "no", "sorry". */
function isFiller(items: readonly Item[]): boolean {
  const { wanted, durations, words } = readSlots(items);
  return words.length + wanted.length + durations.length === 0 && items.length <= 2;
}

/** The same with what a clause names; a name counts only before the reason. */
function changed(intent: Intent, items: readonly Item[], isFirst: boolean): Intent | undefined {
  const { wanted, durations } = readSlots(items);
  const [duration] = durations;
  if (wanted.length > 0 && !isFirst) return undefined;
  const named = wanted.length > 0 ? withNames(intent, wanted) : intent;
  return named && duration ? withLength(named, duration) : named;
}

/** How long, where an item says so: `vague` as "while he is away", `unread` where nothing can be made of it. */
function lengthIn(item: Item): (Duration | 'vague' | 'unread')[] {
  if (item.kind !== 'slot' || item.value.type !== 'time') return [];
  const { role, reading } = item.value.time;
  if (role !== 'end' && role !== 'length') return [];
  const duration = toDuration(reading);
  if (duration === undefined) return [reading.kind === 'problem' && reading.code === 'vague' ? 'vague' : 'unread'];
  return duration === 'forever' ? [] : [duration];
}
