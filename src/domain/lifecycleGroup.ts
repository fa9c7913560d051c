import { authorize } from './authorized.js';
import type { PersonId } from './document.js';
import type { Granted } from './lifecycle.js';
import type { Membership } from './membership.js';
import { endMembership } from './membershipChanges.js';
import type { MembershipRequest } from './request.js';
import { supersedeRequest } from './requestChanges.js';
import type { Occasion } from './revise.js';
import { tell, type Actor } from './tenantChanges.js';

/** A waiting request whose question went away; nothing when it was answered meanwhile. */
export function supersede(request: MembershipRequest | undefined, why: 'ownersOnly' | 'open' | 'deleted' | 'added', by: { readonly actorId: PersonId; readonly group: string }, occasion: Occasion): Granted<'supersede', MembershipRequest> | undefined {
  if (request?.status !== 'pending') return undefined;
  return { proof: authorize('supersede'), document: supersedeRequest(request, why, by, occasion) };
}

/** A membership that ends because its group is gone; nothing when it has ended already. */
export function endByOthers(membership: Membership | undefined, by: Actor, group: string, occasion: Occasion): Granted<'endByOthers', Membership> | undefined {
  if (membership?.status !== 'active') return undefined;
  const told = membership.personId === by.id ? [] : [tell(membership.personId, { code: 'groupIsGone', group, by: by.name }, [by.id])];
  return { proof: authorize('endByOthers'), document: endMembership(membership, { reason: 'removed', actorId: by.id, tasks: told }, occasion) };
}
