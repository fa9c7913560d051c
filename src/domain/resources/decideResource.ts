import { authorize } from '../authorized.js';
import type { ActorFacts } from '../groups/decideManage.js';
import { isAdmin } from '../groups/policy.js';
import { areTwo } from '../organisation/voices.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonView } from '../personView.js';
import type { Resource } from './resource.js';

/** Whether a resource is there, for whoever has its id from an older card. */
export function isThere(resource: Resource | undefined): resource is Resource {
  return resource !== undefined && resource.deletedAt === undefined;
}

/** Whether a person may say which groups open a resource: its own owners, each for theirs alone, and administrators (S30, S43, S47). */
export function decideGrant(
  facts: ActorFacts,
  resource: Resource,
  owners: readonly PersonView[],
): Verdict<'changeGrant'> {
  return runs(facts, resource)
    ? { allowed: true, proof: authorize('changeGrant') }
    : refuse({ code: 'not_resource_owner', resource: resource.name, owners });
}

/** Whether a person may give a resource another name: the same people. */
export function decideRenameResource(
  facts: ActorFacts,
  resource: Resource,
  owners: readonly PersonView[],
): Verdict<'renameResource'> {
  return runs(facts, resource)
    ? { allowed: true, proof: authorize('renameResource') }
    : refuse({ code: 'resource_not_yours', resource: resource.name, owners });
}

/**
 * Whether a person may remove a resource: the same people. A veto goes with it, which only an administrator may lift, and
 * nobody for themselves or for whom they speak (S42).
 */
export function decideRemoveResource(
  facts: ActorFacts,
  resource: Resource,
  owners: readonly PersonView[],
): Verdict<'removeResource'> {
  const { actorId, tenant, admins } = facts;
  if (!runs(facts, resource)) return refuse({ code: 'resource_not_yours', resource: resource.name, owners });
  const blocked = (resource.blocks ?? []).map(({ personId }) => personId);
  const mayLift = ({ id }: Pick<PersonView, 'id'>): boolean => blocked.every((one) => areTwo(tenant, one, id));
  return blocked.length === 0 || (isAdmin(tenant, actorId) && mayLift({ id: actorId }))
    ? { allowed: true, proof: authorize('removeResource') }
    : refuse({ code: 'resource_has_blocks', resource: resource.name, admins: admins.filter(mayLift) });
}

function runs({ actorId, tenant }: ActorFacts, { ownerIds }: Resource): boolean {
  return isAdmin(tenant, actorId) || ownerIds.includes(actorId);
}
