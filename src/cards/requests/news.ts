import type { RequestNews } from '../../domain/requests/news.js';
import type { NewsBuilders } from '../parts/builders.js';
import { button, primary } from '../parts/parts.js';
import { onward, toGroups } from '../parts/ways.js';

/** What happened to requests. */
export const requestNews: NewsBuilders<RequestNews> = {
  askedToJoin: ({ group, groupId, by, reason }, voice) => ({
    heading: voice.say('requests.askedToJoin.heading', { by, group }),
    text: [
      reason ? voice.say('requests.askedToJoin.reason', { reason }) : undefined,
      voice.say('requests.askedToJoin.text'),
    ],
    buttons: [
      primary(voice.say('buttons.ask'), 'joinGroup', { groupId }),
      button(voice.say('buttons.seeGroup'), 'showGroup', { groupId }),
    ],
    typed: [voice.command('commands.join', { group }), voice.command('commands.group', { group })],
  }),
  askedForOther: ({ person, group, groupId }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('requests.askedForOther.heading', { person, group }),
    text: [voice.say('requests.askedForOther.text')],
    buttons: [button(voice.say('buttons.seeGroup'), 'showGroup', { groupId })],
    typed: [voice.command('commands.group', { group })],
  }),
  requestSuperseded: ({ group, groupId, why, requestId, isClosed }, voice) => ({
    status: voice.say('shared.status.noLongerNeeded'),
    heading: voice.say('requests.superseded.heading', { group }),
    text: [
      voice.say(`requests.superseded.${why === 'open' && isClosed ? 'openButClosed' : why}`, { group }),
      voice.say('requests.superseded.id', { id: requestId }),
    ],
    ...(why === 'open' && !isClosed
      ? {
          colour: 'accent' as const,
          buttons: [primary(voice.say('buttons.join'), 'joinGroup', { groupId })],
          typed: [voice.command('commands.join', { group })],
        }
      : { colour: 'warning' as const, ...onward(toGroups(voice)) }),
  }),
};
