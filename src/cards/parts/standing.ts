import type { Refusal } from '../../domain/refusal.js';
import type { Voice } from '../../messages/voice.js';
import type { RefusalText } from '../../messages/en/refusals.js';
import type { Colour } from './parts.js';
import type { Standing } from '../../domain/views.js';

/** A refusal in words. */
export function refusalText(refusal: Refusal, { say, f }: Voice): RefusalText {
  // The table is keyed by the refusal's own code, which the compiler cannot follow through a lookup.
  const sentence = say.refusals[refusal.code] as (refusal: Refusal, formats: Voice['f']) => RefusalText;
  return sentence(refusal, f);
}

/** How somebody stands to a group, in a sentence. */
export function standingSentence(standing: Standing, voice: Voice): string {
  const { say, f } = voice;
  switch (standing.kind) {
    case 'owner':
    case 'canJoin':
    case 'canAsk':
      return say.standing[standing.kind];
    case 'member':
      return say.standing.member(standing.since, standing.until, f);
    case 'waiting':
      return say.standing.waiting(standing.since, f);
    case 'cannotJoin':
      return refusalText(standing.refusal, voice).heading;
  }
}

/** The colour that goes with a standing. */
export const standingColours: Readonly<Record<Standing['kind'], Colour>> = {
  owner: 'good',
  member: 'good',
  waiting: 'accent',
  canJoin: 'default',
  canAsk: 'default',
  cannotJoin: 'warning',
};
