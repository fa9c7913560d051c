import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence, showList, opens } from '../parts/listCard.js';
import { button, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { Row } from '../parts/listCard.js';
import type { MyGroupRow } from '../../domain/views.js';

/** The groups that somebody is in or owns. */
export function showMyGroups({ rows, page }: OutcomeOf<'myGroupsListed'>, voice: Voice): Shown {
  const { say } = voice;
  const waits = rows.some(({ waiting }) => (waiting ?? 0) > 0);
  const browse =
    rows.length === 0
      ? primary(say.buttons.browse, 'browseGroups', { page: 1 })
      : button(say.buttons.browse, 'browseGroups', { page: 1 });
  return showList(
    {
      summary: say.myGroups.heading,
      heading: say.myGroups.heading,
      sentences: [page.total === 0 ? say.myGroups.none : say.myGroups.count(page.total), pageSentence(page, voice)],
      rows: rows.map((row) => myGroupRow(row, voice)),
      buttons: [
        ...(waits ? [primary(say.buttons.inbox, 'showInbox', { page: 1 })] : []),
        ...pageButtons(page, 'listMyGroups', {}, voice),
        browse,
      ],
      typed: [
        ...(waits ? ['inbox'] : []),
        ...(rows[0] ? [`group ${rows[0].group.name}`, `leave ${rows[0].group.name}`] : []),
        'groups',
        ...pageCommands(page, 'my groups'),
      ],
    },
    voice,
  );
}

function myGroupRow({ group, role, until, waiting = 0 }: MyGroupRow, voice: Voice): Row {
  const { say, f } = voice;
  return {
    title: group.name,
    badge: say.myGroups[role],
    badgeColour: role === 'owner' ? 'accent' : 'good',
    about: [until === undefined ? undefined : say.until(until, f), opens(group, voice)],
    detail: waiting > 0 ? say.myGroups.waiting(waiting) : undefined,
    buttons: [button(say.buttons.details, 'showGroup', { groupId: group.id })],
  };
}
