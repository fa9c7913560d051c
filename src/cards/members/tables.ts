import type { MemberTable } from '../../domain/members/answers.js';
import type { TableBuilders } from '../parts/builders.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import { shortName, shortWords, someNames } from '../parts/lengths.js';
import { button } from '../parts/parts.js';

/** The lists of members. */
export const memberTables: TableBuilders<MemberTable> = {
  members: ({ group, groupId, rows, page }, voice) => {
    const { say, command } = voice;
    const heading = say('members.list.heading', { group });
    return {
      summary: heading,
      heading,
      kicker: say('shared.onePerson', { count: page.total }),
      sentences: [rows.length === 0 ? say('members.list.none') : pageSentence(page, voice)],
      rows: rows.map(({ person, role, since, until, how, blocked }) => ({
        title: shortName(person.name),
        badge:
          blocked.length > 0
            ? say('members.list.blocked', { names: someNames(blocked, voice) })
            : say(`members.roleTitle.${role}`),
        badgeColour: blocked.length > 0 ? 'attention' : role === 'member' ? 'default' : 'accent',
        about: [
          shortWords(person.about),
          since === undefined ? undefined : say('members.list.since', { since }),
          until === undefined ? undefined : say('members.list.until', { until }),
          how ? say(`members.how.${how}`) : undefined,
        ],
        buttons:
          role === 'owner'
            ? []
            : [button(say('members.list.remove'), 'removeMember', { groupId, personId: person.id })],
      })),
      buttons: pageButtons(page, 'listMembers', { groupId }, voice),
      typed: [
        command('commands.addTo', { group }),
        command('commands.removeSomebody', { group }),
        command('commands.makeOwnerOf', { group }),
        ...pageCommands(page, command('commands.members', { group }), voice),
      ],
    };
  },
};
