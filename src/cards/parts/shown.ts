import type { Card } from './bind.js';
import type { ButtonData } from './parts.js';

/** A finished card with the line of its notification. */
export interface Shown {
  readonly card: Card;
  readonly summary: string;
  /** The button whose first click says whether the card is still true; absent where the card says nothing that passes. */
  readonly again?: ButtonData;
}
