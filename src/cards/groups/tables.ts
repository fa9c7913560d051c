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
};
