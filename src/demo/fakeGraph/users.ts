import type { World } from './groups.js';
import { notFound } from './problem.js';
import { filter, page, select, type Answer, type Call } from './query.js';
import type { FakeUser } from './state.js';

/** What users have without a `$select`. */
const shownFields = 'id,displayName,userPrincipalName,mail,jobTitle,preferredLanguage';

/** GET /users, /users/{id}, /users/{id}/manager. */
export function readUsers(world: World, call: Call): Answer {
  const { users } = world.state;
  const [, id, part] = call.path;
  if (id === undefined) {
    const found = filter([...users.values()], call).map((user) => shown(world, user, call.query));
    return page(found, call, 100);
  }
  const user = [...users.values()].find((one) => one.id === id || one.userPrincipalName === id);
  if (!user) throw notFound(id);
  if (part === undefined) return { status: 200, body: shown(world, user, call.query) };
  const manager = users.get(user.managerId ?? '');
  if (part !== 'manager' || !manager) throw notFound(part);
  return { status: 200, body: { '@odata.type': '#microsoft.graph.user', ...shown(world, manager, call.query) } };
}

/** A user with the properties that were asked for, and the manager where `$expand` wants them. */
export function shown({ state }: World, user: FakeUser, query: URLSearchParams): object {
  const { managerId, ...fields } = user;
  const manager = state.users.get(managerId ?? '');
  const isExpanded = query.get('$expand')?.startsWith('manager') === true;
  return {
    ...select(fields, new URLSearchParams({ $select: query.get('$select') ?? shownFields })),
    ...(isExpanded && manager ? { manager: { id: manager.id, displayName: manager.displayName } } : {}),
  };
}

/** GET /users/{id}/licenseDetails and GET /subscribedSkus: one subscription with the plans named. */
export function readLicences(plans: readonly string[]): Answer {
  const servicePlans = plans.map((servicePlanName) => ({ servicePlanName, provisioningStatus: 'Success' }));
  return { status: 200, body: { value: [{ skuPartNumber: 'FAKE', capabilityStatus: 'Enabled', servicePlans }] } };
}
