import { changeRecord } from '../changeRecord.js';
import type { EffectStore, Handler, HandlerDeps } from '../handler.js';
import { endByOthers, supersede } from '../../domain/groups/groupTimers.js';
import { given } from '../../domain/given.js';
import { endDrift } from '../../domain/members/drift.js';
import { canJoinAlone } from '../../domain/groups/policy.js';
import { membershipId, openKeyOf, tenantRecordId } from '../../domain/keys.js';

/** So many records are changed before the next ones are read. */
const pageSize = 100;

/** Closes the requests that wait for a group whose rule has changed, or that is gone (Q8). */
export function createCloseRequests(deps: HandlerDeps): Handler<'closeRequests'> {
  return {
    run: async ({ why, by }, { store, current }) => {
      const group = current();
      const tenant = await store.read('tenants').get(tenantRecordId);
      const isClosed = tenant === undefined || !canJoinAlone(tenant);
      for (;;) {
        const requests = await store
          .read('requests')
          .find({ where: { groupId: group.id, status: 'pending' }, limit: pageSize });
        for (const { id } of requests)
          await changeRecord(deps, store, { collection: 'requests', id }, (request, occasion) =>
            supersede(
              request,
              why,
              { ...given({ actorId: by, isClosed: isClosed || undefined }), group: group.name },
              occasion,
            ),
          );
        if (requests.length < pageSize) return { end: 'done' };
      }
    },
  };
}

/** Ends the memberships of a deleted group, and tells the members; nobody has to explain what other hands changed. */
export function createEndMemberships(deps: HandlerDeps): Handler<'endMemberships'> {
  return {
    run: async ({ by, byName }, { store, current }) => {
      const group = current();
      for (;;) {
        const members = await store
          .read('memberships')
          .find({ where: { groupId: group.id, status: 'active' }, limit: pageSize });
        for (const { personId } of members)
          await changeRecord(
            deps,
            store,
            { collection: 'memberships', id: membershipId(group.id, personId) },
            (membership, occasion) =>
              endByOthers(membership, { ...(by === undefined ? {} : { id: by }), name: byName }, group.name, occasion),
          );
        if (members.length < pageSize) break;
      }
      for (const status of ['unexplained', 'missing'] as const)
        await endAll(deps, store, { groupId: group.id, status });
      return { end: 'done' };
    },
  };
}

async function endAll(
  deps: HandlerDeps,
  store: EffectStore,
  where: { readonly groupId: string; readonly status: 'unexplained' | 'missing' },
): Promise<void> {
  for (;;) {
    const found = await store.read('memberships').find({ where, limit: pageSize });
    for (const { groupId, personId } of found)
      await changeRecord(
        deps,
        store,
        { collection: 'memberships', id: membershipId(groupId, personId) },
        (membership, occasion) => membership && endDrift(membership, occasion),
      );
    if (found.length < pageSize) return;
  }
}

/** Closes the open request of somebody who came in meanwhile. */
export function createCloseOwnRequest(deps: HandlerDeps): Handler<'closeOwnRequest'> {
  return {
    run: async ({ by }, { store, current }) => {
      const { groupId, personId, status } = current();
      // Who is out again may ask again.
      if (status !== 'active') return { end: 'done' };
      const [open] = await store
        .read('requests')
        .find({ where: { openKey: openKeyOf(store.tenantId, groupId, personId) }, limit: 1 });
      if (open)
        await changeRecord(deps, store, { collection: 'requests', id: open.id }, (request, occasion) =>
          supersede(request, 'added', { actorId: by, group: '' }, occasion),
        );
      return { end: 'done' };
    },
  };
}
