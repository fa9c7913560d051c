import { tenantRecordId, membershipId } from '../../domain/keys.js';
import { changeRecord } from '../changeRecord.js';
import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import { loadPeopleBrake } from '../../commands/reads/readingState.js';
import type { TenantStore } from '../../commands/ports.js';
import { endDrift } from '../../domain/members/drift.js';
import { supersede } from '../../domain/groups/groupTimers.js';
import { adminIdsOf } from '../../domain/groups/policy.js';
import {
  endLeaverMembership,
  endStandIn,
  escalateOwnerless,
  recordCleared,
  removeLeaver,
} from '../../domain/organisation/leavers.js';
import type { Person } from '../../domain/organisation/person.js';
import { recordPersonBack } from '../../domain/organisation/personReadIn.js';
import { defaultVolunteerDays, type Tenant } from '../../domain/organisation/tenant.js';

/** How soon it is looked again whether the brake is off, in milliseconds. */
const brakedMs = 10 * 60_000;

/** So many members of a group without an owner are asked for a volunteer. */
const mostAsked = 25;

/** Closes what somebody had who left: requests, memberships, roles, and whom they stood in for (F57, F105). */
export function createClearLeaver(deps: HandlerDeps): Handler<'clearLeaver'> {
  return {
    run: async (_effect, { store, current }) => {
      const person = current();
      if (person.leftAt === undefined) return { end: 'done' };
      if (await loadPeopleBrake(store))
        return { end: 'later', detail: 'too many are gone', isWait: true, retryAfterMs: brakedMs };
      const back = await lookAgain(deps, person);
      if (back) return back;
      const tenant = await store.read('tenants').get(tenantRecordId);
      await closeRequests(deps, store, person);
      if (tenant?.keepsLeavers !== true) await endMemberships(deps, store, person);
      await leaveRoles(deps, store, person, tenant?.volunteerDays);
      await endStandIns(deps, store, person);
      return { end: 'done', change: recordCleared };
    },
  };
}

/** One reading that shows somebody gone is not enough. */
async function lookAgain({ lookForPerson }: HandlerDeps, { id }: Person): Promise<EffectResult<Person> | undefined> {
  if (!lookForPerson) return undefined;
  const look = await lookForPerson(id);
  if (!look.ok) return { end: 'later', detail: look.detail, isWait: true };
  return look.value === 'there' ? { end: 'done', change: recordPersonBack } : undefined;
}

async function closeRequests(deps: HandlerDeps, store: TenantStore, { id: requesterId }: Person): Promise<void> {
  const waiting = await store.read('requests').find({ where: { requesterId, status: 'pending' } });
  for (const { id } of waiting)
    await changeRecord(deps, store, { collection: 'requests', id }, (request, occasion) =>
      supersede(request, 'left', { group: '' }, occasion),
    );
}

async function endMemberships(deps: HandlerDeps, store: TenantStore, { id: personId }: Person): Promise<void> {
  const find = (status: 'active' | 'missing') => store.read('memberships').find({ where: { personId, status } });
  for (const { groupId, status } of [...(await find('active')), ...(await find('missing'))])
    await changeRecord(
      deps,
      store,
      { collection: 'memberships', id: membershipId(groupId, personId) },
      (membership, occasion) =>
        // Whom other hands took out already is not to be put back any more.
        status === 'missing' ? membership && endDrift(membership, occasion) : endLeaverMembership(membership, occasion),
    );
}

async function leaveRoles(
  deps: HandlerDeps,
  store: TenantStore,
  person: Person,
  volunteerDays: Tenant['volunteerDays'] = defaultVolunteerDays,
): Promise<void> {
  const groups = store.read('groups');
  const run = [
    ...(await groups.find({ where: { ownerIds: person.id } })),
    ...(await groups.find({ where: { managerIds: person.id } })),
  ];
  // What is only known is as the directory has it.
  for (const { id } of run.filter(({ knownAs }) => knownAs === undefined)) {
    const memberIds = await findMembers(store, id, person.id);
    await changeRecord(
      deps,
      store,
      { collection: 'groups', id },
      (group, occasion) => group && removeLeaver(group, person, { memberIds, volunteerDays }, occasion),
    );
  }
}

/** Those who can volunteer: members whom the bot has met. */
async function findMembers(store: TenantStore, groupId: string, exceptId: string): Promise<string[]> {
  const members = await store.read('memberships').find({ where: { groupId, status: 'active' }, limit: 4 * mostAsked });
  const people = await store.read('people').getMany(members.map(({ personId }) => personId));
  const able = people.filter(({ id, leftAt }) => id !== exceptId && leftAt === undefined);
  return able.slice(0, mostAsked).map(({ id }) => id);
}

async function endStandIns(deps: HandlerDeps, store: TenantStore, { id: standInId }: Person): Promise<void> {
  for (const { id } of await store.read('people').find({ where: { delegateIds: standInId } }))
    await changeRecord(
      deps,
      store,
      { collection: 'people', id },
      (person, occasion) => person && endStandIn(person, standInId, occasion),
    );
}

/** Tells the administrators about a group for which nobody has volunteered. */
export function createEscalateOwnerless(): Handler<'escalateOwnerless'> {
  return {
    run: async ({ personName }, { store }) => {
      const tenant: Tenant | undefined = await store.read('tenants').get(tenantRecordId);
      const adminIds = tenant ? adminIdsOf(tenant) : [];
      return { end: 'done', change: escalateOwnerless(adminIds, personName) };
    },
  };
}
