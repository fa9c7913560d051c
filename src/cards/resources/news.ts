import type { ResourceNews } from '../../domain/resources/news.js';
import type { Voice } from '../../messages/voice.js';
import type { NewsBuilders } from '../parts/builders.js';
import { onward, toGroup, toMyGroups, toResources } from '../parts/ways.js';

type Ways = ReturnType<typeof onward>;

/** The buttons of some ways on, with a command that no button stands for in front of theirs. */
function withCommand(typed: string, ways: Ways): Ways {
  return { buttons: ways.buttons, typed: [typed, ...ways.typed] };
}

function afterBlock(resource: string, voice: Voice): Ways {
  return withCommand(voice.command('commands.whoHas', { resource }), onward(toResources(voice)));
}

function toMine(resource: string, voice: Voice): Ways {
  return withCommand(voice.command('commands.why', { resource }), onward(toMyGroups(voice)));
}

/** What happened to resources. */
export const resourceNews: NewsBuilders<ResourceNews> = {
  resourceAdded: ({ resource, owner }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.added', { resource }),
    text: [voice.say('resources.news.addedText', { owner })],
    buttons: onward(toResources(voice)).buttons,
    typed: [
      voice.command('commands.grantTo', { resource }),
      voice.command('commands.renameResource', { resource }),
      voice.command('commands.removeResource', { resource }),
      ...onward(toResources(voice)).typed,
    ],
  }),
  resourceRenamed: ({ before, resource, tells }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.renamed', { before, resource }),
    text: [
      voice.say('resources.news.renamedText', { before }),
      tells ? voice.say('resources.news.concernedTold') : undefined,
    ],
    ...withCommand(voice.command('commands.whoHas', { resource }), onward(toResources(voice))),
  }),
  resourceRemoved: ({ resource, tells }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.removed', { resource }),
    text: [voice.say('resources.news.removedText'), tells ? voice.say('resources.news.concernedTold') : undefined],
    ...onward(toResources(voice)),
  }),
  resourceIsRenamed: ({ before, resource, by, group }, voice) => ({
    heading: voice.say('resources.news.renamed', { before, resource }),
    text: [
      voice.say('resources.news.renamedBy', { by }),
      group === undefined ? voice.say('resources.news.yours') : voice.say('resources.news.stillOpens', { group }),
    ],
    ...onward(toResources(voice)),
  }),
  resourceIsGone: ({ resource, by, group }, voice) => ({
    status: voice.say('shared.status.ended'),
    colour: 'warning',
    heading: voice.say('resources.news.removed', { resource }),
    text: [
      voice.say('resources.news.removedBy', { by }),
      group === undefined ? voice.say('resources.news.wasYours') : voice.say('resources.news.opensNoMore', { group }),
    ],
    ...onward(toResources(voice)),
  }),
  granted: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.granted', { group: news.group, resource: news.resource }),
    text: [voice.say('resources.news.grantedText', { count: news.members })],
    ...onward(toGroup(news, voice)),
  }),
  ungranted: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.ungranted', { group: news.group, resource: news.resource }),
    text: [voice.say('resources.news.ungrantedText')],
    ...onward(toGroup(news, voice)),
  }),
  grantTold: (news, voice) => ({
    heading: voice.say('resources.news.granted', { group: news.group, resource: news.resource }),
    text: [voice.say('resources.news.grantTold', { by: news.by })],
    ...onward(toGroup(news, voice)),
  }),
  ungrantTold: (news, voice) => ({
    heading: voice.say('resources.news.ungranted', { group: news.group, resource: news.resource }),
    text: [voice.say('resources.news.ungrantTold', { by: news.by })],
    ...onward(toGroup(news, voice)),
  }),
  accessBlocked: ({ resource, person, isOwn }, voice) => ({
    status: voice.say('shared.status.blocked'),
    heading: isOwn
      ? voice.say('resources.news.youWereBlocked', { resource })
      : voice.say('resources.news.blocked', { person, resource }),
    text: [voice.say(isOwn ? 'resources.news.ownBlockText' : 'resources.news.blockedText')],
    ...afterBlock(resource, voice),
  }),
  accessUnblocked: ({ resource, person }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('resources.news.unblocked', { person, resource }),
    text: [voice.say('resources.news.unblockedText')],
    ...afterBlock(resource, voice),
  }),
  youWereBlocked: ({ resource, by, reason }, voice) => ({
    status: voice.say('shared.status.blocked'),
    colour: 'attention',
    heading: voice.say('resources.news.youWereBlocked', { resource }),
    text: [
      voice.say('resources.news.youWereBlockedText', { by }),
      reason ? voice.say('shared.reasonSentence', { reason }) : undefined,
      voice.say('resources.news.mistake'),
    ],
    ...toMine(resource, voice),
  }),
  youWereUnblocked: ({ resource, by }, voice) => ({
    heading: voice.say('resources.news.youWereUnblocked', { resource }),
    text: [voice.say('resources.news.youWereUnblockedText', { by })],
    ...toMine(resource, voice),
  }),
  memberBlocked: (news, voice) => ({
    heading: voice.say('resources.news.blocked', { person: news.person, resource: news.resource }),
    text: [voice.say('resources.news.memberBlocked', { by: news.by, group: news.group })],
    ...onward(toGroup(news, voice)),
  }),
};
