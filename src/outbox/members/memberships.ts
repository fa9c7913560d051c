import { changeRecord } from '../changeRecord.js';
import type { Handler, HandlerDeps } from '../handler.js';
import { given } from '../../domain/given.js';
import { membershipId } from '../../domain/keys.js';
import { applyChange } from '../../domain/timers.js';
import {
  endRoleMembership,
  endWithGroup,
  expireMembership,
  grantMembership,
  keepForOwner,
} from '../../domain/members/membershipTimers.js';
import { recordDelivery } from '../../domain/requests/requestTimers.js';

/** Makes the beneficiary of an approved request a member. */
export function createGrantMembership(deps: HandlerDeps): Handler<'grantMembership'> {
  return {
    run: async (_effect, { store, current }) => {
      const request = current();
      let isReady = false;
      await changeRecord(
        deps,
        store,
        { collection: 'memberships', id: membershipId(request.groupId, request.requesterId) },
        (former, occasion) => {
          const grant = grantMembership(request, former, occasion);
          isReady = grant.isReady;
          return grant.document && grant;
        },
      );
      // The right to be in rests on two records; the group may have gone while this one was written.
      const group = await store.read('groups').get(request.groupId);
      if (group?.deletedAt !== undefined)
        await changeRecord(
          deps,
          store,
          { collection: 'memberships', id: membershipId(request.groupId, request.requesterId) },
          (membership, occasion) => membership && applyChange(membership, endWithGroup, occasion),
        );
      return isReady ? { end: 'done', change: recordDelivery({ result: 'delivered' }) } : { end: 'done' };
    },
  };
}

/** Tells the request how its membership came out. */
export function createReportDelivery(deps: HandlerDeps): Handler<'reportDelivery'> {
  return {
    run: async ({ requestId, result, held, failure }, { store }) => {
      const report = { result, ...given({ held, failure }) };
      await changeRecord(
        deps,
        store,
        { collection: 'requests', id: requestId },
        (request, occasion) => request && applyChange(request, recordDelivery(report), occasion),
      );
      return { end: 'done' };
    },
  };
}

/** Ends the membership of somebody who had a role in the group. */
export function createEndMembership(deps: HandlerDeps): Handler<'endMembership'> {
  return {
    run: async (effect, { store, current }) => {
      const change = endRoleMembership(effect);
      await changeRecord(
        deps,
        store,
        { collection: 'memberships', id: `${current().id}/${effect.personId}` },
        (membership, occasion) => membership && applyChange(membership, change, occasion),
      );
      return { end: 'done' };
    },
  };
}

/** Ends a membership whose time is over; whether it is time is asked when it is saved. */
export const expireMembershipHandler: Handler<'expireMembership'> = {
  run: async (_effect, { store, current }) => {
    const { groupId, personId } = current();
    const group = await store.read('groups').get(groupId);
    return { end: 'done', change: group?.ownerIds.includes(personId) ? keepForOwner : expireMembership };
  },
};
