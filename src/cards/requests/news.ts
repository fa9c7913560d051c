import type { RequestNews } from '../../domain/requests/news.js';
import type { NewsBuilders } from '../parts/builders.js';
import { button, primary } from '../parts/parts.js';
import { onward, toGroups, toInbox, toMyRequests, toRequest } from '../parts/ways.js';

/** What happened to requests. */
export const requestNews: NewsBuilders<RequestNews> = {
  requestReminded: ({ requestId, group, by, since }, voice) => ({
    status: voice.say('requests.status.pending'),
    colour: 'accent',
    heading: voice.say('requests.askedAgain.heading', { by, group }),
    text: [voice.say('requests.askedAgain.text', { since })],
    ...onward(toRequest(requestId, voice), toInbox(voice)),
  }),
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
  askedForReport: ({ person, group, groupId }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('requests.askedForReport.heading', { person, group }),
    text: [voice.say('requests.askedForReport.text', { person })],
    buttons: [button(voice.say('buttons.seeGroup'), 'showGroup', { groupId })],
    typed: [voice.command('commands.group', { group })],
  }),
  askedForYou: ({ requestId, group, by, reason }, voice) => ({
    status: voice.say('requests.status.pending'),
    colour: 'accent',
    heading: voice.say('requests.askedForYou.heading', { by, group }),
    text: [
      reason ? voice.say('requests.askedToJoin.reason', { reason }) : undefined,
      voice.say('requests.askedForYou.text'),
    ],
    ...onward(toRequest(requestId, voice), toMyRequests(voice)),
  }),
  askedForEnded: ({ person, group, groupId, status, by }, voice) => ({
    status: voice.say(`requests.status.${status}`),
    heading: voice.say(`requests.askedForEnded.${status}`, { person, group }),
    text: [
      by === undefined ? undefined : voice.say('requests.askedForEnded.by', { by }),
      voice.say('requests.askedForEnded.text', { person }),
    ],
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
