import type { Card } from './bind.js';
import type { ButtonData } from './parts.js';

/** The client's own word for it, in the menu of the card. */
interface Again {
  readonly title: string;
  readonly button: ButtonData;
}

/**
 * A card that the reader's client brings up to date whenever they open it: with what the first click of two sends, as a
 * look that changes nothing. Only the reader's own client does so; the channel takes sixty at most.
 */
export function withAgain(card: Card, { title, button }: Again, userId: string): Card {
  const { title: _, style: __, inputs: ___, confirmed: ____, verb, ...fields } = button;
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const data = { action: verb, ...sent, look: true };
  return { ...card, refresh: { action: { type: 'Action.Execute', title, verb, data }, userIds: [userId] } };
}
