import type { GroupTable } from '../../domain/groups/answers.js';
import type { TableBuilders } from '../parts/builders.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import { shortName } from '../parts/lengths.js';
import { button } from '../parts/parts.js';

/** The lists of groups that are tables. */
export const groupTables: TableBuilders<GroupTable> = {
  ownerless: ({ rows, page }, voice) => {
    const { say, command } = voice;
    const heading = say('groups.ownerless.heading');
    const [first] = rows;
    return {
      summary: heading,
      heading,
      sentences: first ? [pageSentence(page, voice), say('groups.ownerless.text')] : [say('groups.ownerless.none')],
      rows: rows.map(({ id, name, waiting }) => ({
        title: shortName(name),
        about: [say('groups.ownerless.waiting', { count: waiting })],
        buttons: [button(say('buttons.members'), 'listMembers', { groupId: id, page: 1 })],
      })),
      buttons: pageButtons(page, 'listOwnerless', {}, voice),
      typed: first
        ? [
            command('commands.makeOwnerOf', { group: first.name }),
            ...pageCommands(page, command('commands.ownerless'), voice),
          ]
        : [command('commands.settings')],
    };
  },
};
