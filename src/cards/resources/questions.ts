import { given } from '../../domain/given.js';
import type { ResourceQuestion } from '../../domain/resources/answers.js';
import type { QuestionBuilders } from '../parts/builders.js';
import { someNames } from '../parts/lengths.js';

/** What is asked before a resource's change. */
export const resourceQuestions: QuestionBuilders<ResourceQuestion> = {
  changeGrant: ({ resource, resourceId, group, groupId, is, members, tells }, voice) => {
    const change = is ? 'grant' : 'ungrant';
    return {
      heading: voice.say(`resources.${change}.heading`, { group, resource }),
      text: [
        voice.say(`resources.${change}.text`, { count: members }),
        tells ? voice.say('resources.grant.ownersTold') : undefined,
      ],
      button: voice.say(`resources.${change}.button`),
      typed: voice.command(is ? 'commands.yesGrant' : 'commands.yesUngrant', { resource, group }),
      verb: 'changeGrant',
      target: { resourceId, groupId, value: is ? 'yes' : 'no' },
      style: is ? 'positive' : 'destructive',
    };
  },
  renameResource: ({ resource, resourceId, name, tells }, voice) => ({
    heading: voice.say('resources.rename.heading', { resource, name }),
    text: [voice.say('resources.rename.text'), tells ? voice.say('resources.rename.told') : undefined],
    button: voice.say('resources.rename.button'),
    typed: voice.command('commands.yesRenameResource', { resource, name }),
    verb: 'renameResource',
    target: { resourceId, value: name },
    style: 'positive',
  }),
  removeResource: ({ resource, resourceId, groups, members, blocks, tells }, voice) => ({
    heading: voice.say('resources.remove.heading', { resource }),
    text: [
      groups.length > 0
        ? voice.say('resources.remove.groups', { of: groups.length, groups: someNames(groups, voice), count: members })
        : voice.say('resources.remove.noGroups'),
      blocks > 0 ? voice.say('resources.remove.blocks', { count: blocks }) : undefined,
      tells ? voice.say('resources.remove.told') : undefined,
    ],
    afterwards: voice.say('resources.remove.afterwards'),
    button: voice.say('resources.remove.button'),
    typed: voice.command('commands.yesRemoveResource', { resource }),
    verb: 'removeResource',
    target: { resourceId },
    style: 'destructive',
  }),
  changeBlock: ({ resource, resourceId, person, is, reason, groups }, voice) => {
    const change = is ? 'block' : 'unblock';
    return {
      heading: voice.say(`resources.${change}.heading`, { person: person.name, resource }),
      text: [
        person.about,
        groups.length > 0 ? voice.say('resources.block.groups', { groups }) : voice.say('resources.block.noGroups'),
        voice.say(`resources.${change}.text`),
      ],
      afterwards: voice.say(is ? 'resources.block.afterwards' : 'shared.theyWillBeTold'),
      button: voice.say(`resources.${change}.button`),
      typed: voice.command(is ? 'commands.yesBlock' : 'commands.yesUnblock', { person: person.name, resource }),
      verb: 'changeBlock',
      target: { resourceId, personId: person.id, value: is ? 'yes' : 'no', ...given({ reason: reason || undefined }) },
      style: is ? 'destructive' : 'positive',
    };
  },
};
