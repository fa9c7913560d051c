import type { Outcome } from '../domain/outcome.js';

/**
 * What a turn came to, as it may be said where others read it: a request is on its way, something was done, something
 * is asked back, nothing was changed, or something was only shown.
 */
export type ComesTo = 'requested' | 'done' | 'asked' | 'refused' | 'shown';

const ends: Partial<Record<Outcome['kind'], ComesTo>> = {
  requestOpened: 'requested',
  requestAlreadyOpen: 'requested',
  newsTold: 'done',
  memberAdded: 'done',
  memberLeft: 'done',
  requestDecided: 'done',
  requestWithdrawn: 'done',
  refused: 'refused',
  cancelled: 'refused',
};

/** What an outcome comes to; of several, what all of them do. */
export function comesTo(outcome: Outcome): ComesTo {
  if (outcome.kind === 'severalAnswered') {
    const [first = 'shown', ...others] = outcome.outcomes.map(comesTo);
    return others.every((one) => one === first) ? first : 'shown';
  }
  // A test holds that what asks something back is named so.
  if (outcome.kind.endsWith('Needed')) return 'asked';
  return ends[outcome.kind] ?? 'shown';
}
