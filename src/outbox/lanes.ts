import type { Effect } from '../domain/effect.js';

/** Two effects of one lane never run beside each other: both would send the same card, or undo each other's work. */
export function laneOf(effect: Effect): string {
  switch (effect.kind) {
    case 'showApprover':
    case 'tell':
      return `${effect.kind} ${effect.personId}`;
    case 'addToDirectory':
    case 'removeFromDirectory':
      return 'directory';
    case 'keepMissed':
    case 'recordEvent':
      return effect.id;
    default:
      return effect.kind;
  }
}
