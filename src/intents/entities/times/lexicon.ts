import { NearWords } from './nearWord.js';
import type { PeriodUnit, Structure, TimeWords, Unit } from './timeWords.js';
import { en } from './words/en.js';
import { given } from '../../../domain/given.js';

/** What a word or a phrase means for a time. */
export interface Meaning {
  readonly is:
    | Structure
    | 'number'
    | 'ordinal'
    | 'unit'
    | 'shortUnit'
    | 'month'
    | 'weekday'
    | 'habit'
    | 'nearDay'
    | 'fixedDay'
    | 'easterDay'
    | 'clockTime'
    | 'dayPart'
    | 'periodEnd';
  /** The number, month, weekday, days from today or minute. */
  readonly value?: number;
  readonly unit?: Unit;
  readonly period?: PeriodUnit;
  readonly dates?: readonly (readonly [number, number])[];
  /** Also another word or somebody's name: alone it is no day. */
  readonly weak?: 'word' | 'name';
}

/** A phrase as its tokens. */
export interface Phrase {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** The words of one language, ready to be looked up. */
export interface Lexicon {
  /** By their first token, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly near: NearWords;
  readonly ordinalEnds: ReadonlySet<string>;
  readonly pluralEnd: string;
  readonly quarterLetter: string;
  readonly halfLetter: string;
  readonly connectors: ReadonlySet<string>;
  readonly eventStops: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  readonly memberships: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
}

const single = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const phrases = (list: string): string[] => list.split('|').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '));

/** Kinds of words that are looked for in misspelt ones, too; small words would be found everywhere. */
const forgiven: ReadonlySet<Meaning['is']> = new Set<Meaning['is']>([
  ...([
    'number',
    'unit',
    'month',
    'weekday',
    'nearDay',
    'fixedDay',
    'until',
    'through',
    'ends',
    'forever',
    'working',
  ] as const),
]);

/** All phrases of a language with their meanings, in the order in which they win over each other. */
export function phrasesOf(words: TimeWords): (readonly [string, Meaning])[] {
  const weak = single(words.weak);
  const people = single(words.people);
  const soft = (phrase: string, meaning: Meaning): readonly [string, Meaning] => [
    phrase,
    weak.has(phrase) ? { ...meaning, weak: people.has(phrase) ? 'name' : 'word' } : meaning,
  ];
  return [
    ...Object.entries(words.structures).flatMap(([is, list]) =>
      phrases(list).map((phrase) => [phrase, { is: is as Structure }] as const),
    ),
    ...Object.entries(words.numbers).map(([word, value]) => [word, { is: 'number', value }] as const),
    ...Object.entries(words.ordinals).map(([word, value]) => [word, { is: 'ordinal', value }] as const),
    ...unitPhrases('unit', words.units),
    ...unitPhrases('shortUnit', words.shortUnits),
    ...words.months.flatMap((list, at) => phrases(list).map((word) => soft(word, { is: 'month', value: at + 1 }))),
    ...words.weekdays.flatMap((list, at) => phrases(list).map((word) => soft(word, { is: 'weekday', value: at + 1 }))),
    ...[...single(words.weekdayHabits)].map((word) => [word, { is: 'habit' }] as const),
    ...Object.entries(words.nearDays).map(([phrase, value]) => [phrase, { is: 'nearDay', value }] as const),
    ...Object.entries(words.fixedDays).map(([phrase, dates]) => [phrase, { is: 'fixedDay', dates }] as const),
    ...Object.entries(words.easterDays).map(([phrase, value]) => [phrase, { is: 'easterDay', value }] as const),
    ...Object.entries(words.clockTimes).map(([word, value]) => [word, { is: 'clockTime', value }] as const),
    ...Object.entries(words.dayParts).map(([word, value]) => [word, { is: 'dayPart', ...given({ value }) }] as const),
    ...Object.entries(words.periodEnds).map(([phrase, period]) => [phrase, { is: 'periodEnd', period }] as const),
  ];
}

function unitPhrases(is: 'unit' | 'shortUnit', units: Partial<Record<Unit, string>>): (readonly [string, Meaning])[] {
  return Object.entries(units).flatMap(([unit, list]) =>
    phrases(list).map((phrase) => [phrase, { is, unit: unit as Unit }] as const),
  );
}

function lexiconOf(words: TimeWords): Lexicon {
  const all = phrasesOf(words);
  const byFirst = new Map<string, Phrase[]>();
  for (const [phrase, meaning] of all) {
    const tokens = phrase.split(' ');
    const list = byFirst.get(tokens[0] ?? '') ?? [];
    list.push({ words: tokens, meaning });
    byFirst.set(tokens[0] ?? '', list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  // "Sent" is no "Sept": only units and numbers, which need each other, may be so short.
  const misspelt = all.filter(([phrase, { is }]) => {
    const shortest = is === 'unit' || is === 'number' ? 4 : 5;
    return forgiven.has(is) && /^[a-z]+$/.test(phrase) && phrase.length >= shortest;
  });
  return {
    phrases: byFirst,
    near: new NearWords(
      misspelt.map(([phrase, meaning]) => [phrase, JSON.stringify(meaning)]),
      single(words.notMisspelt),
    ),
    ordinalEnds: single(words.ordinalEnds),
    pluralEnd: words.pluralEnd,
    quarterLetter: words.quarterLetter,
    halfLetter: words.halfLetter,
    connectors: single(words.connectors),
    eventStops: single(words.eventStops),
    occasions: single(words.occasions),
    memberships: single(words.memberships),
    reports: single(words.reports),
  };
}

/** English; a second language is a second table and a choice by the writer's locale. */
export const english: Lexicon = lexiconOf(en);
