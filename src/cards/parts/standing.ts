import type { Standing } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import { refusalText } from '../refused.js';
import type { Colour } from './parts.js';

/** How somebody stands to a group, in a sentence. */
export function standingSentence(standing: Standing, voice: Voice): string {
  const { say } = voice;
  switch (standing.kind) {
    case 'owner':
    case 'canJoin':
    case 'canAsk':
      return say(`groups.standing.${standing.kind}`);
    case 'member': {
      const { since, until } = standing;
      return until === undefined
        ? say('groups.standing.member', { since })
        : say('groups.standing.memberUntil', { since, until });
    }
    case 'waiting':
      return say('groups.standing.waiting', { since: standing.since });
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
