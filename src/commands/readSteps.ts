import { toIntents } from './expand.js';
import { zoneOf, type Turn } from './turn.js';
import { choose, type Step, type Wish } from '../intents/choose.js';
import { readIncomplete } from '../intents/incomplete.js';
import type { Item } from '../intents/items.js';
import { parseMessage } from '../intents/parseMessage.js';
import { readElsewhere } from '../intents/elsewhere.js';
import type { Understanding } from '../intents/understand.js';

/** Several wishes in one message are carried out up to this many. */
const mostWishes = 12;

/** What a message comes to: steps to carry out, and its wish where there is just one. */
export interface ReadSteps {
  readonly steps: readonly Step[];
  readonly only?: Wish;
}

/** The steps that a message asks for, read by itself. */
export function readSteps(text: string, understanding: Understanding, turn: Turn): ReadSteps {
  const plain = parseMessage(text, { now: turn.now, ...zoneOf(turn) });
  const named = namedPeople(understanding.items);
  const withNamed = (step: Step): Step => (named.length > 0 ? { ...step, named } : step);
  const begun = readIncomplete(plain, understanding);
  if (begun) return { steps: [withNamed({ intent: begun })] };
  const elsewhere = readElsewhere(text, understanding);
  if (elsewhere) return { steps: [withNamed({ intent: elsewhere })] };
  const chosen = choose(text, plain, understanding);
  if ('plain' in chosen) return { steps: [withNamed(chosen.plain)] };
  const { wishes } = chosen;
  const steps = wishes.flatMap((one) => toSteps(one, wishes.length > 1)).slice(0, mostWishes);
  const [only, other] = wishes;
  return { steps: steps.map(withNamed), ...(only && !other ? { only } : {}) };
}

/** A decision beside something else is never made by the way, and several at once are shown before they count (F28). */
function toSteps(wish: Wish, isOneOfSeveral: boolean): Step[] {
  const intents = toIntents('do' in wish ? wish.do : wish.ask);
  return intents.map((intent) => {
    if ('ask' in wish) return { intent, ask: wish };
    const isBeside = (isOneOfSeveral || intents.length > 1) && /^(?:approve|deny)Request$/.test(intent.kind);
    return isBeside ? { intent, ask: { ask: intent, unexplained: [], why: 'another' } } : { intent };
  });
}

/** The people whom a message names beyond doubt. */
function namedPeople(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'slot' || item.value.type !== 'name') return [];
    const people = item.value.found.readings.filter(({ of }) => of === 'people');
    const [only, other] = people.flatMap(({ candidates }) => candidates);
    return only && !other ? [only.name] : [];
  });
}
