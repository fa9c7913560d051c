import { toNameKey } from './names.js';

/**
 * Letters and digits, each with what people take for it: a selection for Latin, Greek, Cyrillic and digits from the
 * table of Unicode's security mechanisms (UTS #39, confusables.txt). Added are к, κ and χ, which only their height gives
 * away. Case matters: a capital I is taken for a small l, a small i is not.
 */
const shapes: readonly (readonly [shape: string, lookalikes: string])[] = [
  ['a', 'аɑα'],
  ['A', 'АΑ'],
  ['b', 'ьЬƅ'],
  ['B', 'ВΒ'],
  ['c', 'с'],
  ['C', 'С'],
  ['d', 'ԁ'],
  ['e', 'еҽ'],
  ['E', 'ЕΕ'],
  ['g', 'ɡ'],
  ['G', 'Ԍ'],
  ['h', 'һ'],
  ['H', 'НΗ'],
  ['i', 'іιɩ'],
  ['j', 'јϳ'],
  ['J', 'ЈͿ'],
  ['k', 'кκ'],
  ['K', 'КΚ'],
  ['l', '1IІΙӀӏǀ|'],
  ['M', 'МΜ'],
  ['N', 'Ν'],
  ['o', '0оοσ'],
  ['O', 'ОΟ'],
  ['p', 'рρ'],
  ['P', 'РΡ'],
  ['q', 'ԛ'],
  ['Q', 'Ԛ'],
  ['r', 'г'],
  ['s', 'ѕƽ'],
  ['S', 'Ѕ'],
  ['T', 'ТΤ'],
  ['u', 'υ'],
  ['v', 'νѵ'],
  ['V', 'Ѵ'],
  ['w', 'ԝ'],
  ['W', 'Ԝ'],
  ['x', 'хχ'],
  ['X', 'ХΧ'],
  ['y', 'уγү'],
  ['Y', 'УΥҮ'],
  ['Z', 'Ζ'],
  ['3', 'ЗƷ'],
  ['6', 'б'],
  ['Γ', 'Г'],
  ['Π', 'П'],
  ['π', 'п'],
  ['Φ', 'Ф'],
  ['φ', 'ф'],
];

const shapeOf = new Map(shapes.flatMap(([shape, lookalikes]) => [...lookalikes].map((letter) => [letter, shape])));

/**
 * What is left of a name when everything that looks the same is the same: as it is written, and in small letters, since
 * a name is known in any case. Two names can be mixed up when they share one of these.
 */
export function toSkeletons(name: string): readonly string[] {
  return [...new Set([skeletonOf(name), skeletonOf(toNameKey(name))])];
}

/** Whether a name differs from another, but only by characters that look the same. */
export function looksLike(name: string, other: string): boolean {
  if (toNameKey(name) === toNameKey(other)) return false;
  const skeletons = toSkeletons(other);
  return toSkeletons(name).some((skeleton) => skeletons.includes(skeleton));
}

function skeletonOf(text: string): string {
  // Apart from their accents, letters need no line of their own for each accent.
  const plain = [...text.normalize('NFKD')].map((letter) => shapeOf.get(letter) ?? letter).join('');
  return toNameKey(plain).replaceAll('m', 'rn').replaceAll('w', 'vv');
}
