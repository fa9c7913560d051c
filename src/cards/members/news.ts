import type { MemberNews } from '../../domain/members/news.js';
import type { NewsBuilders, NewsShown } from '../parts/builders.js';
import type { Voice } from '../../messages/voice.js';
import { onward, toGroup, toMembers, toMyGroups } from '../parts/ways.js';
import { areTold } from '../parts/told.js';
import { resultText } from './addResults.js';

/** What happened to members. */
export const memberNews: NewsBuilders<MemberNews> = {
  membersAdded: (news, voice) => ({
    ...(news.results.length === 1 ? oneAdded(news, voice) : severalAdded(news, voice)),
    ...onward(toMembers(news, voice)),
  }),
  youWereAdded: (news, voice) => ({
    status: voice.say('members.roleTitle.member'),
    heading: voice.say('members.added.heading', { group: news.group }),
    text: [
      voice.say('members.news.youWereAdded', { by: news.by }),
      news.reason ? voice.say('shared.reasonSentence', { reason: news.reason }) : undefined,
      endSentence(news.until, voice),
    ],
    ...onward(toGroup(news, voice)),
  }),
  stillInside: (news, voice) => ({
    status: voice.say('directory.news.stillInside.status'),
    colour: 'attention',
    heading: voice.say('directory.news.stillInside.heading', { person: news.person, group: news.group }),
    text: [voice.say(`directory.refused.${news.failure}`), voice.say('directory.news.stillInside.text')],
    ...onward(toMembers(news, voice)),
  }),
  endMoved: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: news.isOwn
      ? voice.say('members.news.yourEndMoved', { group: news.group })
      : voice.say('members.news.endMoved', { person: news.person, group: news.group }),
    text: [endSentence(news.until, voice) ?? voice.say('members.news.noEnd'), areTold(news.isOwn, voice)],
    ...onward(toMembers(news, voice)),
  }),
  yourEndMoved: (news, voice) => ({
    status: voice.say('members.roleTitle.member'),
    heading: voice.say('members.news.yourEndMoved', { group: news.group }),
    text: [
      endSentence(news.until, voice) ?? voice.say('members.news.noEnd'),
      voice.say('members.news.changedBy', { by: news.by }),
      news.reason ? voice.say('shared.reasonSentence', { reason: news.reason }) : undefined,
    ],
    ...onward(toGroup(news, voice)),
  }),
  memberRemoved: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: news.isOwn
      ? voice.say('members.news.youWereRemoved', { group: news.group })
      : voice.say('members.news.removed', { person: news.person, group: news.group }),
    text: [areTold(news.isOwn, voice), voice.say(news.isOwn ? 'members.news.closesForYou' : 'members.news.closes')],
    ...(news.isOwn ? onward(toMyGroups(voice)) : onward(toMembers(news, voice))),
  }),
  youWereRemoved: ({ group, by, reason }, voice) => ({
    status: voice.say('shared.status.ended'),
    colour: 'warning',
    heading: voice.say('members.news.youWereRemoved', { group }),
    text: [
      voice.say('members.news.youWereRemovedText', { by }),
      reason ? voice.say('shared.reasonSentence', { reason }) : undefined,
    ],
    ...onward(toMyGroups(voice)),
  }),
  roleChanged: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: news.isOwn
      ? voice.say(yourRoleKey(news), { group: news.group })
      : voice.say(`members.news.roleChanged.${news.role}`, { person: news.person, group: news.group }),
    text: [areTold(news.isOwn, voice)],
    ...onward(news.isOwn ? toGroup(news, voice) : toMembers(news, voice)),
  }),
  yourRole: (news, voice) => ({
    heading: voice.say(yourRoleKey(news), { group: news.group }),
    text: [
      voice.say('members.news.changedBy', { by: news.by }),
      news.role === 'owner'
        ? voice.say('members.news.ownersDecide')
        : news.role === 'manager'
          ? voice.say('members.news.managersDecide')
          : undefined,
    ],
    ...(news.role === 'member'
      ? { colour: 'warning' as const, ...onward(toGroup(news, voice)) }
      : onward(toMembers(news, voice))),
  }),
};

type Added = Extract<MemberNews, { code: 'membersAdded' }>;
type Told = Pick<NewsShown, 'status' | 'heading' | 'text'>;

function oneAdded({ group, results, until, isOwn }: Added, voice: Voice): Told {
  const { say } = voice;
  const [only = { name: '', result: 'notFound' as const }] = results;
  if (only.result !== 'added')
    return { status: say('shared.status.nothingChanged'), heading: resultText(only, voice), text: [] };
  return {
    status: say('members.news.addedStatus'),
    heading: isOwn
      ? say('members.added.heading', { group })
      : say('members.news.addedOne', { person: only.name, group }),
    text: [areTold(isOwn, voice), endSentence(until, voice)],
  };
}

function severalAdded({ group, results, until }: Added, voice: Voice): Told {
  const taken = results.filter(({ result }) => result === 'added').length;
  return {
    status: voice.say('shared.status.done'),
    heading: voice.say('members.news.addedSome', { taken, count: results.length, group }),
    text: [...results.map((one) => resultText(one, voice)), endSentence(until, voice)],
  };
}

function endSentence(until: number | undefined, { say }: Voice): string | undefined {
  return until === undefined ? undefined : say('shared.untilSentence', { until });
}

function yourRoleKey({
  role,
  before,
}: Pick<
  Extract<MemberNews, { code: 'yourRole' }>,
  'role' | 'before'
>): `members.news.yourRole.${'owner' | 'manager' | 'noOwner' | 'noManager'}` {
  if (role !== 'member') return `members.news.yourRole.${role}`;
  return before === 'owner' ? 'members.news.yourRole.noOwner' : 'members.news.yourRole.noManager';
}
