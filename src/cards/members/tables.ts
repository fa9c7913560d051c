import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import type { List } from '../parts/listCard.js';
import { button } from '../parts/parts.js';

/** Who is in a group, as a list. */
export function membersTable({ group, groupId, rows, page }: TableOf<'members'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.members;
  return {
    summary: text.heading(group),
    heading: text.heading(group),
    kicker: text.count(page.total),
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map(({ person, role, since, until, how, blocked }) => ({
      title: person.name,
      badge: blocked.length > 0 ? text.blocked(blocked, f) : text.role(role),
      badgeColour: blocked.length > 0 ? 'attention' : role === 'member' ? 'default' : 'accent',
      about: [
        person.about,
        since === undefined ? undefined : text.since(since, f),
        until === undefined ? undefined : text.until(until, f),
        how ? text.how[how] : undefined,
      ],
      buttons: role === 'owner' ? [] : [button(text.remove, 'removeMember', { groupId, personId: person.id })],
    })),
    buttons: pageButtons(page, 'listMembers', { groupId }, voice),
    typed: [
      `add … to ${group}`,
      `remove … from ${group}`,
      `make … owner of ${group}`,
      ...pageCommands(page, `members ${group}`),
    ],
  };
}
