import type { Duration } from '../../domain/terms.js';
import type { NamedSort } from '../entities/knownName.js';
import { toDuration } from '../entities/times/toDuration.js';
import type { Item, SlotItem, WordItem } from '../items.js';
import { parsePerson, type PersonTarget } from '../parsePerson.js';
import { aroundAnswer, notWords } from '../words/answers.en.js';

/** Something that an answer names. */
export interface NamedSlot {
  readonly text: string;
  /** All that it may be. */
  readonly ids: readonly string[];
  /** What it is, where it is one thing of each sort. */
  readonly exact: Readonly<Partial<Record<NamedSort, string>>>;
  readonly person?: PersonTarget;
  readonly requestId?: string;
}

/** What an answer holds beside the words that only stand around it. */
export interface AnswerSlots {
  readonly wanted: readonly NamedSlot[];
  readonly excluded: readonly NamedSlot[];
  readonly durations: readonly Duration[];
  /** Words that say something that nothing here explains. */
  readonly words: readonly string[];
}

/** Takes an answer apart: what it names, what it says not to mean, how long, and the words that are left. */
export function readSlots(items: readonly Item[]): AnswerSlots {
  const [wanted, excluded]: [NamedSlot[], NamedSlot[]] = [[], []];
  const durations: Duration[] = [];
  const words: string[] = [];
  let isNot = false;
  const isShouted = items.every(({ text }) => text === text.toUpperCase());
  for (const item of items) {
    if (item.kind === 'mark') isNot = false;
    else if (item.kind === 'word') {
      const person = parsePerson(item.text);
      if (person?.by === 'address') (isNot ? excluded : wanted).push({ text: item.text, ids: [], exact: {}, person });
      else if (notWords.has(item.key)) isNot = true;
      else if (!isAround(item, isShouted)) words.push(item.key);
    } else {
      const named = namedIn(item);
      const duration = item.value.type === 'time' ? toDuration(item.value.time.reading) : undefined;
      if (named) (isNot ? excluded : wanted).push(named);
      else if (duration !== undefined && duration !== 'forever' && !isNot) durations.push(duration);
      else words.push(item.text);
      isNot = isNot && named !== undefined;
    }
  }
  return { wanted, excluded, durations, words };
}

/** A word that only stands around an answer; in capitals ("the one in IT") it is a name. */
function isAround({ key, text }: WordItem, isShouted: boolean): boolean {
  const isCapitals = !isShouted && text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  return (aroundAnswer.has(key) || key === 's') && !isCapitals;
}

function namedIn({ value, text }: SlotItem): NamedSlot | undefined {
  switch (value.type) {
    case 'name': {
      const { readings } = value.found;
      const exact = readings.flatMap(({ of, candidates, certainty }) =>
        candidates.length === 1 && certainty === 'exact' ? candidates.map(({ id }) => [of, id] as const) : [],
      );
      const ids = readings.flatMap(({ candidates }) => candidates.map(({ id }) => id));
      return { text, ids, exact: Object.fromEntries(exact) };
    }
    case 'address':
      return { text, ids: [], exact: {}, person: { by: 'address', email: value.email } };
    case 'mention':
      return { text, ids: [], exact: {}, person: { by: 'mention', channelUserId: value.channelUserId } };
    case 'request':
      return { text, ids: [value.requestId], exact: {}, requestId: value.requestId };
    default:
      return undefined;
  }
}
