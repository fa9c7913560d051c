import type { OutcomeOf } from '../../domain/outcome.js';
import type { Instant } from '../../domain/terms.js';
import type { Voice } from '../../messages/voice.js';
import type { Card } from '../parts/bind.js';
import { showPlain } from '../parts/plainCard.js';
import { showSeveral } from '../parts/several.js';
import type { Shown } from '../parts/shown.js';

/** So many things are told in full. */
const mostInFull = 3;

/** A card that takes more than 28 KB is not shown at all; in characters of its JSON. */
const mostCharacters = 13_000;

/** What could not reach somebody earlier, on one card: the last few in full, as far as they fit, the rest in a line each. */
export function showMissed({ since }: OutcomeOf<'missedTold'>, items: readonly Shown[], voice: Voice): Shown {
  const whole = showWith(since, items.slice(0, -mostInFull), items.slice(-mostInFull), voice);
  return JSON.stringify(whole.card).length <= mostCharacters ? whole : showWith(since, items, [], voice);
}

function showWith(since: Instant, short: readonly Shown[], full: readonly Shown[], voice: Voice): Shown {
  const { say } = voice;
  const head = showPlain(
    {
      heading: say('start.missed.heading'),
      sentences: [say('start.missed.text', { since }), ...short.map(({ summary }) => summary)],
      buttons: [],
      typed: [],
    },
    voice,
  );
  return showSeveral([head, ...full.map(({ card, summary }) => ({ card: calm(card) as Card, summary }))]);
}

/** The same card without a button that stands out: among several things none is the first to do. */
function calm(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(calm);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => key !== 'style' || value !== 'positive');
  return Object.fromEntries(entries.map(([key, value]) => [key, calm(value)]));
}
