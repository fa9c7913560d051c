import { authorize } from '../authorized.js';
import type { ActorFacts } from '../groups/decideManage.js';
import { isAdmin } from '../groups/policy.js';
import type { PersonId } from '../terms.js';
import { refuse, type Verdict } from '../verdict.js';

/** Q16: anybody adds a resource of their own while administrators do not keep that to themselves; they add one for anybody. */
export function decideAddResource({ actorId, tenant, admins }: ActorFacts, ownerId: PersonId): Verdict<'addResource'> {
  if (isAdmin(tenant, actorId)) return { allowed: true, proof: authorize('addResource') };
  if (tenant.keepsResources) return refuse({ code: 'adding_switched_off', admins });
  return ownerId === actorId
    ? { allowed: true, proof: authorize('addResource') }
    : refuse({ code: 'only_own_resource', admins });
}
