import { z } from 'zod';
import { click, type Clicks } from './click.js';
import {
  confirmed,
  end,
  flag,
  group,
  groupOf,
  id,
  lost,
  page,
  person,
  personOf,
  pickedGroup,
  sure,
  text,
  until,
  value,
  why,
} from './fields.js';
import { pageFields, toPageWish } from '../pageWish.js';

/** The buttons of members. */
export const memberClicks = {
  leaveGroup: click(z.object({ groupId: pickedGroup, confirmed: flag }), ({ groupId: id, confirmed }) => ({
    kind: 'leaveGroup',
    target: { by: 'id', groupId: id },
    ...(confirmed ? { confirmed: true } : {}),
  })),
  listMyGroups: click(z.object({ page }), (data) => ({ kind: 'listMyGroups', page: data.page })),
  listMembers: click(z.object({ ...group, ...pageFields }), (data) => ({
    kind: 'listMembers',
    target: groupOf(data),
    ...toPageWish(data),
  })),
  addMembers: click(
    z.object({ ...group, ...person, reason: text(1000), ...end, ...confirmed, value: text(40) }),
    (data) => {
      return {
        kind: 'addMembers',
        target: groupOf(data),
        people: [personOf(data)],
        ...why(data),
        ...until(data),
        ...sure(data),
        ...(data.value ? { shownEnd: data.value } : {}),
      };
    },
  ),
  importMembers: click(z.object({ groupId: id, value, ...confirmed }), (data) => ({
    kind: 'importMembers',
    target: groupOf(data),
    list: data.value,
    ...sure(data),
  })),
  removeMember: click(z.object({ ...group, ...person, reason: text(1000), ...confirmed }), (data) => ({
    kind: 'removeMember',
    target: groupOf(data),
    person: personOf(data),
    ...why(data),
    ...sure(data),
  })),
  changeRole: click(
    z.object({ ...group, ...person, value: z.enum(['owner', 'manager', 'member'], lost), ...confirmed }),
    (data) => ({
      kind: 'changeRole',
      target: groupOf(data),
      person: personOf(data),
      role: data.value,
      ...sure(data),
    }),
  ),
  showDrift: click(z.object(group), (data) => ({ kind: 'showDrift', target: groupOf(data) })),
  settleDrift: click(z.object({ ...group, value: z.enum(['takeOver', 'undo', 'leave'], lost) }), (data) => ({
    kind: 'settleDrift',
    target: groupOf(data),
    answer: data.value,
  })),
} satisfies Clicks;
