import type { Card } from './bind.js';

/** A finished card with the line of its notification. */
export interface Shown {
  readonly card: Card;
  readonly summary: string;
}
