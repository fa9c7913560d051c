import { z } from 'zod';
import { click, type Clicks } from './click.js';
import { end, groupOf, id, person, personOf, until } from './fields.js';

/** The buttons of delegations. */
export const delegationClicks = {
  delegate: click(z.object({ ...person, groupId: id.optional(), ...end }), (data) => {
    return {
      kind: 'delegate',
      person: personOf(data),
      ...(data.groupId ? { target: groupOf(data) } : {}),
      ...until(data),
    };
  }),
  listDelegations: click(z.object({}), () => ({ kind: 'listDelegations' })),
  endDelegations: click(z.object({}), () => ({ kind: 'endDelegations' })),
} satisfies Clicks;
