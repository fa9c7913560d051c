import { withLength, withNames } from './correct.js';
import { readSlots } from './slots.js';
import type { Intent, IntentKind } from '../intent.js';
import type { Item } from '../items.js';
import { inItsPlace, onceMore, whatAbout } from '../words/answers.en.js';

/** The last thing again, and whether it is plain that it is wished as well, rather than in its place. */
export interface Again {
  readonly intent: Intent;
  readonly isPlain: boolean;
  /** Nothing is said but how long. */
  readonly isLength: boolean;
}

/** What concerns whoever writes alone. */
const own: ReadonlySet<IntentKind> = new Set<IntentKind>(['joinGroup', 'delegate']);

/**
 * "also Sales", "and Lea's too", "make it two weeks" after something was done: the same with what is named. It is plain
 * only where it is said to come on top; what takes the place of something that was done already is asked about.
 */
export function readOnceMore(text: string, items: readonly Item[], last: Intent): Again | undefined {
  const isAsked = whatAbout.test(text);
  const isMore = (item: Item): boolean =>
    item.kind === 'word' && (onceMore.has(item.key) || (isAsked && /^(?:what|how|about)$/.test(item.key)));
  const { wanted, excluded, durations, words } = readSlots(items.filter((item) => !isMore(item)));
  const [duration, second] = durations;
  if (second || words.length > 0 || excluded.length > 0 || (wanted.length === 0 && !duration)) return undefined;
  const other = wanted.length > 0 ? withNames(last, wanted) : last;
  const intent = other && duration ? withLength(other, duration) : other;
  if (!intent) return undefined;
  const isMeantMore = items.some(isMore);
  const isCorrection = items.some((item) => item.kind === 'word' && inItsPlace.has(item.key));
  // A name alone says neither; how long is said of what was done.
  if (!isMeantMore && !isCorrection && !duration) return undefined;
  const isOnTop = isMeantMore && wanted.length > 0 && !isCorrection && !text.includes('?');
  // Somebody's own wish may get another length without a question.
  const isLength = wanted.length === 0;
  return { intent, isPlain: isOnTop || (isLength && own.has(intent.kind)), isLength };
}
