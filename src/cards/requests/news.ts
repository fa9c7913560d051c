import type { RequestNews } from '../../domain/requests/news.js';
import type { NewsBuilders } from '../parts/builders.js';
import { primary } from '../parts/parts.js';
import { onward, toGroups } from '../parts/ways.js';

/** What happened to requests. */
export const requestNews: NewsBuilders<RequestNews> = {
  requestSuperseded: ({ group, groupId, why, requestId }, voice) => ({
    status: voice.say('shared.status.noLongerNeeded'),
    heading: voice.say('requests.superseded.heading', { group }),
    text: [voice.say(`requests.superseded.${why}`, { group }), voice.say('requests.superseded.id', { id: requestId })],
    ...(why === 'open'
      ? {
          colour: 'accent' as const,
          buttons: [primary(voice.say('buttons.join'), 'joinGroup', { groupId })],
          typed: [voice.command('commands.join', { group })],
        }
      : { colour: 'warning' as const, ...onward(toGroups(voice)) }),
  }),
};
