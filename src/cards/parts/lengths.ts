import { clip } from '../../messages/escape.js';
import type { Phrase } from '../../messages/placeholders.js';
import type { Voice } from '../../messages/voice.js';

/**
 * What may be long is what people typed, and it is shortened before it goes into a sentence, so that no sentence of ours
 * loses its end, in whatever language. A name is only cut where it is longer than any that can be given here.
 */
const nameLength = 120;
const wordsLength = 120;
/** How much room the names of a line may take together, in characters. */
const lineLength = 120;
/** How much room a row has together; words give way to long names beside them, down to the least. */
const rowLength = 280;
const leastWords = 10;

/** A name as lists show it. */
export function shortName(name: string, longest = nameLength): string {
  return clip(name, longest);
}

/** A description, a reason or what is known of a person, as lists show it; `beside`: what stands in the same row. */
export function shortWords(words: string | undefined, ...beside: readonly (string | undefined)[]): string | undefined {
  if (!words) return undefined;
  const room = beside.reduce((left, text = '') => left - text.length, rowLength);
  return clip(words, Math.min(wordsLength, Math.max(leastWords, room)));
}

/** As many names as fit in a line, whole, and how many more there are. */
export function someNames(names: readonly (string | Phrase)[], { part }: Voice): (string | Phrase)[] {
  let room = lineLength;
  const shown = names.filter((name, index) => {
    room -= typeof name === 'string' ? Math.min(name.length, nameLength) : name.said.length;
    return index === 0 || room >= 0;
  });
  const rest = names.length - shown.length;
  const short = shown.map((name) => (typeof name === 'string' ? shortName(name) : name));
  return rest === 0 ? short : [...short, part('shared.more', { count: rest })];
}

/** As many whole sentences or commands as fit, the first one in any case. */
export function wholeParts(parts: readonly string[], separator: string, room: number): string {
  const [first = '', ...others] = parts;
  let text = first;
  for (const part of others) if (text.length + separator.length + part.length <= room) text += separator + part;
  return text;
}
