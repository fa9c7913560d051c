import { describeWish } from './describeWish.js';
import type { Turn } from './turn.js';
import type { AskedBack } from '../intents/answers/asked.js';
import type { About } from '../intents/answers/references.js';

/** What the last turn was about, by its names; nothing where it was about nothing. */
export async function aboutLast({ about, named = [] }: AskedBack, turn: Turn): Promise<About | undefined> {
  if (!about) return named.length > 0 ? { people: named } : undefined;
  const wish = await describeWish(about, turn);
  return named.length > 0 ? { ...wish, people: named } : wish;
}
