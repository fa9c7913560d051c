import type { GroupTable } from '../../domain/groups/answers.js';
import type { TableBuilders } from '../parts/builders.js';
import { shortName } from '../parts/lengths.js';
import { button } from '../parts/parts.js';

/** So many groups without an owner are shown; a card has to stay small. */
const rowsShown = 8;

/** The lists of groups that are tables. */
export const groupTables: TableBuilders<GroupTable> = {
  ownerless: ({ rows }, { say, command }) => {
    const heading = say('groups.ownerless.heading');
    const [first] = rows;
    return {
      summary: heading,
      heading,
      sentences: [say(first ? 'groups.ownerless.text' : 'groups.ownerless.none')],
      rows: rows.slice(0, rowsShown).map(({ id, name, waiting }) => ({
        title: shortName(name),
        about: [say('groups.ownerless.waiting', { count: waiting })],
        buttons: [button(say('buttons.members'), 'listMembers', { groupId: id, page: 1 })],
      })),
      buttons: [],
      typed: [first ? command('commands.makeOwnerOf', { group: first.name }) : command('commands.settings')],
    };
  },
  linkOptions: ({ group, groupId, options, canCreate }, { say, command }) => {
    const heading = say('reading.options.heading', { group });
    return {
      summary: heading,
      heading,
      sentences: [say('reading.options.text', { count: options.length })],
      rows: options.map(({ id, name, nickname, owners }) => ({
        title: shortName(name),
        about: [nickname, say('reading.options.owners', { count: owners.length, owners })],
        buttons: [button(say('reading.options.pick'), 'linkGroup', { groupId, value: id })],
      })),
      buttons: canCreate ? [button(say('reading.options.make'), 'linkGroup', { groupId, value: 'new' })] : [],
      typed: [command('commands.link', { group })],
    };
  },
};
