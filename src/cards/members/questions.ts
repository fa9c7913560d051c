import { given } from '../../domain/given.js';
import type { MemberQuestion } from '../../domain/members/answers.js';
import type { QuestionBuilders } from '../parts/builders.js';
import { shortName } from '../parts/lengths.js';
import type { Phrase } from '../../messages/placeholders.js';
import type { Voice } from '../../messages/voice.js';
import { willBeTold } from '../parts/told.js';
import { resultText } from './addResults.js';

/** So many people of a list are shown before they are added. */
const peopleShown = 25;

/** What is asked before a membership's change. */
export const memberQuestions: QuestionBuilders<MemberQuestion> = {
  importMembers: ({ group, groupId, list, results, unused = [] }, voice) => ({
    heading: voice.say('members.import.heading', {
      taken: results.filter(({ result }) => result === 'added').length,
      count: results.length,
      group,
    }),
    text: [
      voice.say('members.import.preview'),
      unused.length > 0
        ? voice.say('members.import.unused', { count: unused.length, columns: unused.map((name) => shortName(name)) })
        : undefined,
    ],
    items: [
      ...results
        .slice(0, peopleShown)
        .map((one) => resultText({ ...one, name: shortName(one.name) }, voice, 'preview')),
      ...(results.length > peopleShown ? [voice.say('shared.andMore', { count: results.length - peopleShown })] : []),
    ],
    button: voice.say('members.import.button'),
    typed: voice.command('commands.import', { group }),
    verb: 'importMembers',
    target: { groupId, value: list },
    style: 'positive',
  }),
  moveEnd: ({ group, groupId, person, isOwn, before, after, reason }, voice) => ({
    heading: voice.say('members.moveEnd.heading', { person: person.name }),
    text: [
      person.about,
      voice.say('members.moveEnd.values', { group, before: endPhrase(before, voice), after: endPhrase(after, voice) }),
    ],
    ...given({ afterwards: willBeTold(isOwn, voice) }),
    button: voice.say('members.moveEnd.button'),
    typed: voice.command('commands.yes'),
    verb: 'addMembers',
    target: {
      groupId,
      personId: person.id,
      value: endValue(before) ?? 'none',
      ...given({ endsAt: endValue(after), reason: reason || undefined }),
    },
    style: 'positive',
  }),
  removeMember: ({ group, groupId, person, isOwn, reason, losses, isManager, standIns = [] }, voice) => ({
    heading: voice.say('members.remove.heading', { person: person.name, group }),
    text: [
      person.about,
      isManager ? voice.say('members.remove.manager', { group }) : undefined,
      standIns.length > 0 ? voice.say('members.standInsEnd', { people: standIns }) : undefined,
      losses.length > 0 ? voice.say('members.remove.losses') : voice.say('shared.nothingDepends'),
    ],
    items: losses.map((name) => shortName(name)),
    ...given({ afterwards: willBeTold(isOwn, voice) }),
    button: voice.say('members.remove.button'),
    typed: voice.command('commands.yesRemove', { person: person.name, group }),
    verb: 'removeMember',
    target: { groupId, personId: person.id, ...given({ reason: reason || undefined }) },
    style: 'destructive',
  }),
  changeRole: ({ group, groupId, person, role, before, standIns = [] }, voice) => ({
    heading: voice.say(`members.changeRole.heading.${role}`, {
      person: person.name,
      group,
      before: voice.part(`members.role.${before}`),
    }),
    text: [
      person.about,
      voice.say(`members.changeRole.text.${role}`, { group }),
      standIns.length > 0 ? voice.say('members.standInsEnd', { people: standIns }) : undefined,
    ],
    button: voice.say(`members.changeRole.button.${role}`),
    typed: voice.command('commands.yesMakeRole', {
      person: person.name,
      role: voice.part(`members.role.${role}`),
      group,
    }),
    verb: 'changeRole',
    target: { groupId, personId: person.id, value: role },
    style: role === 'member' ? 'destructive' : 'positive',
  }),
};

function endPhrase(until: number | undefined, voice: Voice): Phrase {
  return until === undefined ? voice.part('shared.noEnd') : voice.part('shared.until', { until });
}

function endValue(until: number | undefined): string | undefined {
  return until === undefined ? undefined : new Date(until).toISOString();
}
