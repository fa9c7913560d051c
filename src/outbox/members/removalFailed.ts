import { changeRecord } from '../changeRecord.js';
import type { Handler, HandlerDeps } from '../handler.js';
import { tenantRecordId } from '../../domain/keys.js';
import { tellStillInside } from '../../domain/organisation/directoryHolds.js';

/** Tells the administrators that somebody who is out here is still in there. */
export function createTellRemovalFailed(deps: HandlerDeps): Handler<'tellRemovalFailed'> {
  return {
    run: async (_effect, { store, current }) => {
      const { groupId, personId, status, failure = 'other' } = current();
      if (status === 'active') return { end: 'done' };
      const [group, person] = await Promise.all([
        store.read('groups').get(groupId),
        store.read('people').get(personId),
      ]);
      if (!group) return { end: 'done' };
      const about = { group: group.name, groupId, person: person?.name ?? personId, failure };
      await changeRecord(
        deps,
        store,
        { collection: 'tenants', id: tenantRecordId },
        (tenant, occasion) => tenant && tellStillInside(tenant, about, occasion),
      );
      return { end: 'done' };
    },
  };
}
