import { given } from '../../domain/given.js';
import type { Duration } from '../../domain/terms.js';
import type { NamedSort } from '../entities/knownName.js';
import type { TimeReading } from '../entities/times/timeSlot.js';
import { toDuration } from '../entities/times/toDuration.js';
import { fold } from '../entities/fold.js';
import type { Item, SlotItem, WordItem } from '../items.js';
import { parsePerson, type PersonTarget } from '../parsePerson.js';
import { aroundAnswer, comesOnTop, notWords } from '../words/answers.en.js';

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
  /** One of these can be read two ways, of which the shorter one was taken. */
  readonly isVague: boolean;
  /** Words that say something that nothing here explains. */
  readonly words: readonly string[];
  /** What it names comes on top of what was said: "and Jan as well". */
  readonly isMore: boolean;
}

/** Takes an answer apart: what it names, what it says not to mean, how long, and the words that are left. */
export function readSlots(items: readonly Item[]): AnswerSlots {
  const [wanted, excluded]: [NamedSlot[], NamedSlot[]] = [[], []];
  const durations: Duration[] = [];
  const words: string[] = [];
  const isMore = items.some((item, index) => item.kind === 'word' && isOnTop(item.key, items, index));
  let [isNot, isVague] = [false, false];
  const isShouted = items.every(({ text }) => text === text.toUpperCase());
  for (const item of items) {
    if (item.kind === 'mark') isNot = false;
    else if (item.kind === 'word') {
      const person = parsePerson(item.text);
      if (person?.by === 'address') (isNot ? excluded : wanted).push({ text: item.text, ids: [], exact: {}, person });
      else if (notWords.has(item.key)) isNot = true;
      else if (!isAround(item, isShouted)) words.push(wordOf(item));
    } else {
      const named = namedIn(item);
      const time = item.value.type === 'time' ? readTime(item.value.time.reading) : undefined;
      const duration = time?.duration;
      if (named) (isNot ? excluded : wanted).push(named);
      else if (duration !== undefined && duration !== 'forever' && !isNot) {
        durations.push(duration);
        isVague ||= time?.isVague === true;
      } else words.push(item.text);
      isNot = isNot && named !== undefined;
    }
  }
  return {
    wanted,
    excluded,
    durations,
    words: words.filter((word) => !comesOnTop.has(word) && !(isMore && word === 'as')),
    isMore,
    isVague,
  };
}

/** The word as it was typed: what it stands for in a sentence may be another one. */
function wordOf({ key, text }: WordItem): string {
  return fold(text) || key;
}

/** "also", "too", "as well", or "and" in front. */
function isOnTop(key: string, items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  const isAsWell = key === 'well' && before?.kind === 'word' && before.key === 'as';
  return comesOnTop.has(key) || isAsWell || (key === 'and' && index === 0);
}

function readTime(reading: TimeReading): {
  readonly duration: ReturnType<typeof toDuration>;
  readonly isVague: boolean;
} {
  const [shorter] = reading.kind === 'problem' && reading.code !== 'inThePast' ? reading.readings : [];
  return shorter ? { duration: toDuration(shorter), isVague: true } : { duration: toDuration(reading), isVague: false };
}

/** A word that only stands around an answer; in capitals ("the one in IT") it is a name. */
function isAround(item: WordItem, isShouted: boolean): boolean {
  const { text } = item;
  const key = wordOf(item);
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
      const isSomebody = exact.length === 0 && readings.every(({ of }) => of === 'people');
      // Which of several it is, the command asks.
      const person = isSomebody ? ({ by: 'name', name: text } as const) : undefined;
      return { text, ids, exact: Object.fromEntries(exact), ...given({ person }) };
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
