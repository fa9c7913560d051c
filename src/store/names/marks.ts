import { toSkeletons } from '../../domain/lookalikes.js';
import { slipsFor, spellOut, toPlainKey } from '../../domain/names.js';

/**
 * By what a name is found that was not typed exactly. Each mark is a text in an index:
 *
 * - `f` the whole name without its accents and marks ("cafe crew"), where it has any;
 * - `w` a word, as it is and without its accents; `v` two of its words, in the order of the alphabet;
 * - `s` one third of the name, where it stands in a name of this length: of three thirds, two slips spoil two;
 * - `k` how it looks, for groups alone;
 * - `t` two thirds, which one slip leaves alone. Few names share these, so they also find among a million.
 *
 * Marks are built when a name is saved and looked up by what was typed, with the slips worked into the look-up.
 */

/** Longer names are known by so many characters. */
const longest = 120;

/** A name has pairs of so many of its words. */
const mostPaired = 6;

/** Words of a description that a list of groups can be searched by. */
const mostAboutWords = 12;

const thirds = [0, 1, 2] as const;
const pairsOfThirds = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** The marks of a name. */
export function marksOf(nameKey: string): string[] {
  const letters = [...nameKey].slice(0, longest);
  const words = wordsOf(letters.join(''));
  const parts = partsOf(letters.length).map(({ from, to }) => letters.slice(from, to).join(''));
  return [
    ...new Set([
      ...words.map((word) => `w${word}`),
      ...plainMarksOf(letters.join('')),
      ...pairsOf(words).map((pair) => `v${pair}`),
      ...thirds.filter((at) => parts[at]).map((at) => third(letters.length, at, parts[at] ?? '')),
      ...pairsOfThirds.map(([a, b]) => twoThirds(letters.length, a, b, parts[a] ?? '', parts[b] ?? '')),
    ]),
  ];
}

/** How a name is written on a keyboard that has none of its letters; nothing where that is as it stands. */
function plainMarksOf(nameKey: string): string[] {
  const plain = toPlainKey(nameKey);
  if (plain === nameKey) return [];
  const spelt = toPlainKey(spellOut(nameKey));
  return [...new Set([plain, spelt])].flatMap((text) => [`f${text}`, ...wordsOf(text).map((word) => `w${word}`)]);
}

/** The marks of what a name is about: its first words. */
export function aboutMarksOf(text: string): string[] {
  const words = text.split(' ').filter((word) => [...word].length > 2);
  return [...new Set(words)].slice(0, mostAboutWords).map((word) => `a${[...word].slice(0, longest).join('')}`);
}

/** The marks of how a name looks; the same ones are looked up. */
export function looksOf(name: string): string[] {
  return toSkeletons(name).map((skeleton) => `k${[...skeleton].slice(0, longest).join('')}`);
}

/** What to look up for a typed name, the most telling first. */
export interface LookUp {
  /** Marks that few names share. */
  readonly telling: readonly string[];
  /** Names that consist of words of the typed one, whole. */
  readonly parts: readonly string[];
  /** Marks that many names may share. */
  readonly common: readonly string[];
}

/** The look-up for a typed name, as `toNameKey` makes it. */
export function lookUpOf(key: string): LookUp {
  const letters = [...key].slice(0, longest + 2);
  const words = wordsOf(letters.join(''));
  const slips = slipsFor(key);
  return {
    telling: [
      ...new Set([
        `f${toPlainKey(key)}`,
        ...pairsOf(words).map((pair) => `v${pair}`),
        ...slippedPairs(letters, Math.min(1, slips)),
      ]),
    ],
    parts: runsOf(words),
    // With several words, the pairs say more.
    common: [...new Set([...(words.length === 1 ? [`w${words[0]}`] : []), ...slippedThirds(letters, slips)])],
  };
}

function wordsOf(key: string): string[] {
  return [...new Set(key.split(' ').filter((word) => word !== ''))];
}

function pairsOf(words: readonly string[]): string[] {
  const sorted = words.slice(0, mostPaired).sort();
  return sorted.flatMap((first, at) => sorted.slice(at + 1).map((second) => `${first} ${second}`));
}

/** All runs of neighbouring words, the whole name included. */
function runsOf(words: readonly string[]): string[] {
  const some = words.slice(0, 2 * mostPaired);
  return some.flatMap((_, from) => some.slice(from).map((__, length) => some.slice(from, from + length + 1).join(' ')));
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Three parts of as equal a length as can be. */
function partsOf(length: number): readonly [Part, Part, Part] {
  const first = Math.floor(length / 3);
  const second = Math.floor((length + 1) / 3);
  return [
    { from: 0, to: first },
    { from: first, to: first + second },
    { from: first + second, to: length },
  ];
}

const third = (length: number, at: number, text: string): string => `s${length}.${at}${text}`;
const twoThirds = (length: number, a: number, b: number, first: string, second: string): string =>
  `t${length}.${a}${b}${first}|${second}`;

/** The thirds that a name which was meant may have kept: wherever the slips before it have pushed each. */
function slippedThirds(letters: readonly string[], slips: number): string[] {
  return lengthsNear(letters.length, slips).flatMap((length) => {
    const parts = partsOf(length);
    const plain = thirdsIn(letters, parts, length, slips);
    return slips === 0
      ? plain
      : [...plain, ...swapsAt(letters, parts).flatMap((swapped) => thirdsIn(swapped, parts, length, slips - 1))];
  });
}

function thirdsIn(letters: readonly string[], parts: readonly Part[], length: number, slips: number): string[] {
  return thirds.flatMap((at) =>
    shiftsOf(letters.length - length, slips)
      .map((shift) => cut(letters, parts[at], shift))
      .filter((text) => text !== undefined && text !== '')
      .map((text) => third(length, at, text ?? '')),
  );
}

/** The pairs of thirds that a name which was meant may have kept, with one slip at the most. */
function slippedPairs(letters: readonly string[], slips: number): string[] {
  return lengthsNear(letters.length, slips).flatMap((length) => {
    const parts = partsOf(length);
    const difference = letters.length - length;
    const plain = pairsIn(letters, parts, length, difference);
    return slips === 0 || difference !== 0
      ? plain
      : [...plain, ...swapsAt(letters, parts).flatMap((swapped) => pairsIn(swapped, parts, length, 0))];
  });
}

function pairsIn(letters: readonly string[], parts: readonly Part[], length: number, difference: number): string[] {
  const shifts = difference === 0 ? [0] : [0, difference];
  return pairsOfThirds.flatMap(([a, b]) =>
    shifts.flatMap((first) =>
      shifts.flatMap((second) => {
        const [left, right] = [cut(letters, parts[a], first), cut(letters, parts[b], second)];
        return left === undefined || right === undefined ? [] : [twoThirds(length, a, b, left, right)];
      }),
    ),
  );
}

function lengthsNear(length: number, slips: number): number[] {
  return Array.from({ length: 2 * slips + 1 }, (_, at) => length - slips + at).filter((near) => near > 0);
}

/** By how much a part can be pushed when so many slips make this difference in length. */
function shiftsOf(difference: number, slips: number): number[] {
  return Array.from({ length: 2 * slips + 1 }, (_, at) => at - slips).filter(
    (shift) => Math.abs(shift) + Math.abs(difference - shift) <= slips,
  );
}

function cut(letters: readonly string[], part: Part | undefined, shift: number): string | undefined {
  if (!part || part.from + shift < 0 || part.to + shift > letters.length) return undefined;
  return letters.slice(part.from + shift, part.to + shift).join('');
}

/** A swap across the edge of two parts spoils both, so the typed letters are also tried with each swapped back. */
function swapsAt(letters: readonly string[], parts: readonly [Part, Part, Part]): string[][] {
  const edges = [parts[1].from, parts[2].from].flatMap((edge) => [edge - 1, edge, edge + 1]);
  return [...new Set(edges)]
    .filter((edge) => edge > 0 && edge < letters.length && letters[edge] !== letters[edge - 1])
    .map((edge) => [
      ...letters.slice(0, edge - 1),
      letters[edge] ?? '',
      letters[edge - 1] ?? '',
      ...letters.slice(edge + 1),
    ]);
}
