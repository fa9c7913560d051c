import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import type { List } from '../parts/listCard.js';
import { button } from '../parts/parts.js';

/** Groups that nobody owns, as a list. */
export function ownerlessTable({ rows }: TableOf<'ownerless'>, { say }: Voice): List {
  const text = say.tables.ownerless;
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [rows.length === 0 ? text.none : text.text],
    rows: rows.slice(0, 8).map(({ id, name, waiting }) => ({
      title: name,
      about: [text.waiting(waiting)],
      buttons: [button(text.see, 'listMembers', { groupId: id, page: 1 })],
    })),
    buttons: [],
    typed: rows[0] ? [`make … owner of ${rows[0].name}`] : ['settings'],
  };
}
