import { z } from 'zod';
import { click, type Clicks } from './click.js';
import { confirmed, groupOf, id, page, person, personOf, resourceOf, sure, text, why, yesOrNo } from './fields.js';
import { pageFields, toPageWish } from '../pageWish.js';

/** The buttons of resources. */
export const resourceClicks = {
  listResources: click(z.object(pageFields), (data) => ({ kind: 'listResources', ...toPageWish(data) })),
  addResource: click(
    z.object({ words: text(1000), value: text(1000), personId: id.optional(), ...confirmed }),
    ({ words = '', value: link, personId, ...rest }) => ({
      kind: 'addResource',
      name: words,
      ...(link ? { link } : {}),
      ...(personId ? { owner: { by: 'id', personId } } : {}),
      ...sure(rest),
    }),
  ),
  renameResource: click(z.object({ resourceId: id, value: text(1000), ...confirmed }), (data) => ({
    kind: 'renameResource',
    resource: resourceOf(data),
    name: data.value ?? '',
    ...sure(data),
  })),
  removeResource: click(z.object({ resourceId: id, ...confirmed }), (data) => ({
    kind: 'removeResource',
    resource: resourceOf(data),
    ...sure(data),
  })),
  changeGrant: click(
    z.object({ resourceId: id, groupId: id.optional(), words: text(1000), value: yesOrNo, ...confirmed }),
    (data) => ({
      kind: 'changeGrant',
      resource: resourceOf(data),
      target: groupOf(data),
      is: data.value === 'yes',
      ...sure(data),
    }),
  ),
  explainAccess: click(z.object({ resourceId: id, ...person }), (data) => ({
    kind: 'explainAccess',
    resource: resourceOf(data),
    ...(data.personId || data.words ? { person: personOf(data) } : {}),
  })),
  listAccess: click(z.object({ resourceId: id, page }), (data) => ({
    kind: 'listAccess',
    resource: resourceOf(data),
    page: data.page,
  })),
  changeBlock: click(
    z.object({ resourceId: id, ...person, value: yesOrNo, reason: text(1000), ...confirmed }),
    (data) => ({
      kind: 'changeBlock',
      resource: resourceOf(data),
      person: personOf(data),
      is: data.value === 'yes',
      ...why(data),
      ...sure(data),
    }),
  ),
} satisfies Clicks;
