import { authorize } from '../authorized.js';
import type { ActorFacts } from '../groups/decideManage.js';
import { isAdmin } from '../groups/policy.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonView } from '../personView.js';
import type { Resource } from './resource.js';

/** Whether a person may say which groups open a resource: its own owners, each for theirs alone, and administrators (S30, S43, S47). */
export function decideGrant(
  { actorId, tenant }: ActorFacts,
  resource: Resource,
  owners: readonly PersonView[],
): Verdict<'changeGrant'> {
  const isAllowed = isAdmin(tenant, actorId) || resource.ownerIds.includes(actorId);
  return isAllowed
    ? { allowed: true, proof: authorize('changeGrant') }
    : refuse({ code: 'not_resource_owner', resource: resource.name, owners });
}
