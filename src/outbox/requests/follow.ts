import { adminIdsOf } from '../../domain/groups/policy.js';
import { changeRecord } from '../changeRecord.js';
import type { EffectResult, EffectWork, Handler, HandlerDeps } from '../handler.js';
import type { TenantStore } from '../../commands/ports.js';
import { findStandIns } from '../../commands/reads/standIns.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import { effectiveJoinRule } from '../../domain/groups/policy.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import { alertUndecided } from '../../domain/groups/groupTimers.js';
import { tenantRecordId, membershipId } from '../../domain/keys.js';
import { findDeciders } from '../../domain/requests/deciders.js';
import { followRequest, type RequestSurroundings } from '../../domain/requests/followRequest.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import { expireRequest, isOverdue } from '../../domain/requests/requestTimers.js';
import { applyChange } from '../../domain/timers.js';

/** So many requests are read at once. */
const pageSize = 100;

/** Looks once more at a request that was just made: its group may have changed while it was. */
export function createFollowRequest(deps: HandlerDeps): Handler<'followRequest'> {
  return { run: (_effect, work) => followOne(deps, work) };
}

/** Ends a request that nobody decided in time; one whose time is not over is looked at, for a stand-in's may be. */
export function createExpireRequest(deps: HandlerDeps): Handler<'expireRequest'> {
  return {
    run: async (_effect, work) =>
      isOverdue(work.current(), deps.clock.now()) ? { end: 'done', change: expireRequest } : followOne(deps, work),
  };
}

async function followOne(
  deps: HandlerDeps,
  { store, current }: EffectWork<MembershipRequest>,
): Promise<EffectResult<MembershipRequest>> {
  const request = current();
  const surroundings = await look(deps, store, request);
  // A group that cannot be read leaves the request as it is, with its end.
  if (!surroundings) return { end: 'done', change: expireRequest };
  if (!surroundings.isOver && surroundings.deciders.may.length === 0) await alert(deps, store, request.groupId, 1);
  return { end: 'done', change: followRequest(surroundings) };
}

/** Follows a change of who may decide about a group through all that waits for it. */
export function createFollowGroup(deps: HandlerDeps): Handler<'followGroup'> {
  return {
    run: async (_effect, { store, current }) => {
      const { id } = current();
      const undecided = await followAll(deps, store, [id]);
      if (undecided > 0) await alert(deps, store, id, undecided);
      return { end: 'done' };
    },
  };
}

/** The same for somebody who named a stand-in, or has one no longer. */
export function createFollowStandIns(deps: HandlerDeps): Handler<'followStandIns'> {
  return {
    run: async (_effect, { store, current }) => {
      const { id } = current();
      const [owned, managed] = await Promise.all([
        store.read('groups').find({ where: { ownerIds: id } }),
        store.read('groups').find({ where: { managerIds: id } }),
      ]);
      const groupIds = [...new Set([...owned, ...managed].map((group) => group.id))];
      if (groupIds.length > 0) await followAll(deps, store, groupIds);
      return { end: 'done' };
    },
  };
}

/** How many of the requests nobody can decide. */
async function followAll(deps: HandlerDeps, store: TenantStore, groupIds: readonly string[]): Promise<number> {
  let undecided = 0;
  for (let skip = 0; ;) {
    const requests = await store
      .read('requests')
      .find({ where: { groupId: { in: groupIds }, status: 'pending' }, skip, limit: pageSize });
    for (const request of requests) {
      const surroundings = await look(deps, store, request);
      // What ends here is not among the next ones.
      if (!surroundings?.isOver) skip += 1;
      if (!surroundings) continue;
      if (!surroundings.isOver && surroundings.deciders.may.length === 0) undecided += 1;
      await changeRecord(
        deps,
        store,
        { collection: 'requests', id: request.id },
        (present, occasion) => present && applyChange(present, followRequest(surroundings), occasion),
      );
    }
    if (requests.length < pageSize) return undecided;
  }
}

async function look(
  { clock }: HandlerDeps,
  store: TenantStore,
  request: MembershipRequest,
): Promise<RequestSurroundings | undefined> {
  const { groupId, requesterId, status } = request;
  const group = status === 'pending' ? await store.read('groups').get(groupId) : undefined;
  if (!group) return undefined;
  const [standIns, membership, tenant] = await Promise.all([
    findStandIns({ store, now: clock.now() }, group, request),
    store.read('memberships').get(membershipId(groupId, requesterId)),
    store.read('tenants').get(tenantRecordId),
  ]);
  const isInside = membership?.status === 'active' || group.ownerIds.includes(requesterId);
  const isOver = whyOver(group, tenant, isInside);
  return { group: group.name, deciders: findDeciders(group, standIns, request), ...given({ isOver }) };
}

function whyOver(group: Group, tenant: Tenant | undefined, isInside: boolean): RequestSurroundings['isOver'] {
  if (group.deletedAt !== undefined) return 'deleted';
  if (isInside) return 'added';
  return tenant && effectiveJoinRule(group, tenant) === 'ownersOnly' ? 'ownersOnly' : undefined;
}

/** Nobody is left who could decide: the administrators hear of it (F31). */
async function alert(deps: HandlerDeps, store: TenantStore, groupId: string, waiting: number): Promise<void> {
  const tenant = await store.read('tenants').get(tenantRecordId);
  await changeRecord(
    deps,
    store,
    { collection: 'groups', id: groupId },
    (group, occasion) => group && alertUndecided(group, tenant ? adminIdsOf(tenant) : [], waiting, occasion),
  );
}
