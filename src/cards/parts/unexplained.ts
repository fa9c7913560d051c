import { shortName } from './lengths.js';
import type { Voice } from '../../messages/voice.js';

/** So many of them are said, each in so many characters. */
const [mostSaid, longest] = [8, 40];

/** That words of a wish could not be explained; nothing where all could. */
export function unexplainedOf(words: readonly string[], { say, f }: Voice): string | undefined {
  const some = words.slice(0, mostSaid).map((word) => shortName(word, longest));
  return some.length > 0 ? say('start.goAhead.unexplained', { words: f.and(some) }) : undefined;
}
