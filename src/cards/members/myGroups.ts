import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence, showList, opens } from '../parts/listCard.js';
import { shortName } from '../parts/lengths.js';
import { button, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { Row } from '../parts/listCard.js';
import type { MyGroupRow } from '../../domain/views.js';

/** The groups that somebody is in or owns. */
export function showMyGroups({ rows, page }: OutcomeOf<'myGroupsListed'>, voice: Voice): Shown {
  const { say, command } = voice;
  const heading = say('members.mine.heading');
  const first = rows[0]?.group.name;
  const waits = rows.some(({ waiting }) => (waiting ?? 0) > 0);
  const browse =
    rows.length === 0
      ? primary(say('buttons.browse'), 'browseGroups', { page: 1 })
      : button(say('buttons.browse'), 'browseGroups', { page: 1 });
  return showList(
    {
      summary: heading,
      heading,
      sentences: [
        page.total === 0 ? say('members.mine.none') : say('members.mine.count', { count: page.total }),
        pageSentence(page, voice),
      ],
      rows: rows.map((row) => myGroupRow(row, voice)),
      buttons: [
        ...(waits ? [primary(say('buttons.inbox'), 'showInbox', { page: 1 })] : []),
        ...pageButtons(page, 'listMyGroups', {}, voice),
        browse,
      ],
      typed: [
        ...(waits ? [command('commands.inbox')] : []),
        ...(first === undefined
          ? []
          : [command('commands.group', { group: first }), command('commands.leave', { group: first })]),
        command('commands.groups'),
        ...pageCommands(page, command('commands.myGroups'), voice),
      ],
    },
    voice,
  );
}

function myGroupRow({ group, role, until, waiting = 0 }: MyGroupRow, voice: Voice): Row {
  const { say } = voice;
  return {
    title: shortName(group.name),
    badge: say(`members.roleTitle.${role}`),
    badgeColour: role === 'owner' ? 'accent' : 'good',
    about: [until === undefined ? undefined : say('shared.until', { until }), opens(group, voice)],
    detail: waiting > 0 ? say('members.mine.waiting', { count: waiting }) : undefined,
    buttons: [button(say('buttons.details'), 'showGroup', { groupId: group.id })],
  };
}
