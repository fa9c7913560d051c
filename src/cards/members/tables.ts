import type { MemberTable } from '../../domain/members/answers.js';
import type { TableBuilders } from '../parts/builders.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import { shortName, shortWords, someNames } from '../parts/lengths.js';
import { driftButtons, driftTyped } from '../groups/driftParts.js';
import { button } from '../parts/parts.js';
import { toMembers } from '../parts/ways.js';

/** The lists of members. */
export const memberTables: TableBuilders<MemberTable> = {
  members: ({ group, groupId, rows, page, nested }, voice) => {
    const { say, command } = voice;
    const heading = say('members.list.heading', { group });
    return {
      summary: heading,
      heading,
      kicker: say('shared.onePerson', { count: page.total }),
      sentences: [
        rows.length === 0 ? say('members.list.none') : pageSentence(page, voice),
        nested === undefined ? undefined : say('drift.nested', { count: nested }),
      ],
      rows: rows.map(({ person, role, since, until, how, blocked, drift }) => ({
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
          drift ? say(`drift.member.${drift}`) : undefined,
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
  drift: ({ group, groupId, policy, total, explainers, rows, isBraked, nested }, voice) => {
    const { say, command } = voice;
    const heading = say('drift.list.heading', { group });
    return {
      summary: heading,
      heading,
      sentences: [
        isBraked ? say('drift.list.braked') : undefined,
        total === 0 ? say('drift.list.none') : say('drift.list.count', { count: total }),
        total === 0 ? undefined : say('drift.list.explain', { people: someNames(explainers, voice) }),
        say('drift.list.policy', { policy }),
        nested === undefined ? undefined : say('drift.nested', { count: nested }),
      ],
      rows: rows.map(({ person, isAdded, isLeft }) => ({
        title: shortName(person.name),
        badge: say(isAdded ? 'drift.list.added' : 'drift.list.removed'),
        badgeColour: 'warning' as const,
        about: [shortWords(person.about), isLeft ? say('drift.list.left') : undefined],
        buttons: [],
      })),
      buttons: [
        ...(total === 0 ? [] : driftButtons(groupId, voice)),
        ...(isBraked ? [button(say('drift.brake.button'), 'releaseBrake', { groupId })] : []),
        toMembers({ group, groupId }, voice).button,
      ],
      typed: [
        ...(total === 0 ? [] : driftTyped(group, voice)),
        ...(isBraked ? [command('commands.releaseBrakeOf', { group })] : []),
        command('commands.driftPolicy', { group }),
        command('commands.members', { group }),
      ],
    };
  },
};
