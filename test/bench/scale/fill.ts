import { personId, tenantId } from '../activities.js';
import { authorize } from '../../../src/domain/authorized.js';
import type { CollectionName, Documents, Store, TenantStore } from '../../../src/commands/ports.js';
import { aResource, aTenant } from '../../support/documents.js';
import { groupId, scaleGroup, scaleMemberships, scalePerson } from './organisation.js';

/** So many groups, with their people and members, are on their way at the same moment. */
const groupsAtOnce = 200;

const proof = authorize('fill');

/**
 * Fills a store with an organisation of so many groups, through the port that the product uses. Broken off, it goes on
 * behind the last group that is there: a group is written after everything that belongs to it.
 */
export async function fillStore(
  store: Store,
  groups: number,
  serviceUrl: string,
  say: (done: number) => void,
): Promise<void> {
  const tenant = store.forTenant(tenantId);
  await put(tenant, 'tenants', aTenant({ tenantId, adminIds: [personId(1)] }));
  await put(tenant, 'resources', aResource({ tenantId, groupIds: [groupId(0)], ownerIds: [personId(0)] }));
  let first = await firstMissing(tenant, groups);
  for (; first < groups; first += groupsAtOnce) {
    const numbers = Array.from({ length: Math.min(groupsAtOnce, groups - first) }, (_, at) => first + at);
    await Promise.all(
      numbers.flatMap((number) => [
        put(tenant, 'people', scalePerson(number, serviceUrl)),
        ...scaleMemberships(number, groups).map((membership) => put(tenant, 'memberships', membership)),
      ]),
    );
    await Promise.all(numbers.map((number) => put(tenant, 'groups', scaleGroup(number))));
    say(first + numbers.length);
  }
}

/** The first group that is not there; those before it are, but for the last bundle, which is written again. */
async function firstMissing(tenant: TenantStore, groups: number): Promise<number> {
  let [there, missing] = [-1, groups];
  while (missing - there > 1) {
    const middle = Math.floor((there + missing) / 2);
    if (await tenant.read('groups').get(groupId(middle))) there = middle;
    else missing = middle;
  }
  return Math.max(0, missing - groupsAtOnce);
}

async function put<C extends CollectionName>(tenant: TenantStore, shelf: C, record: Documents[C]): Promise<void> {
  // What is there from a run that was broken off stays as it is.
  if ((await tenant.insert(proof, shelf, record)) === 'conflict') throw new Error(`${shelf} ${record.key}: conflict`);
}
