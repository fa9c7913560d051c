import { authorize } from '../authorized.js';
import type { Group } from './group.js';
import { withTasks } from './groupChanges.js';
import type { Granted } from '../timers.js';
import type { Membership } from '../members/membership.js';
import { endMembership } from '../members/membershipChanges.js';
import type { MembershipRequest, SupersededWhy } from '../requests/request.js';
import { supersedeRequest, type SupersededBy } from '../requests/requestChanges.js';
import type { Occasion } from '../revise.js';
import { tell, type Actor } from '../organisation/tenantChanges.js';
import type { PersonId } from '../terms.js';

/** How often the administrators are told that a group has nobody to decide, in milliseconds. */
const alertEveryMs = 86_400_000;

/** A group without anybody to decide, of which the administrators are told; nothing when they were told lately (F31, F44). */
export function alertOwnerless(
  group: Group,
  adminIds: readonly PersonId[],
  by: Actor,
  occasion: Occasion,
): Granted<'alertOwnerless', Group> | undefined {
  if (group.ownerIds.length > 0 || (group.ownerlessAlertAt ?? 0) > occasion.now - alertEveryMs) return undefined;
  const told = adminIds
    .filter((id) => id !== by.id)
    .map((id) => tell(id, { code: 'ownerless', group: group.name, groupId: group.id, by: by.name }, [by.id]));
  return {
    proof: authorize('alertOwnerless'),
    document: withTasks({ ...group, ownerlessAlertAt: occasion.now }, told, occasion),
  };
}

/** The same of a group whose requests wait, after the last one went who could decide them (F31). */
export function alertUndecided(
  group: Group,
  adminIds: readonly PersonId[],
  waiting: number,
  occasion: Occasion,
): Granted<'alertOwnerless', Group> | undefined {
  const lately = occasion.now - alertEveryMs;
  if (group.deletedAt !== undefined || (group.ownerlessAlertAt ?? 0) > lately) return undefined;
  const notice = { code: 'nobodyDecides', group: group.name, groupId: group.id, waiting } as const;
  const told = adminIds.map((id) => tell(id, notice, adminIds));
  return {
    proof: authorize('alertOwnerless'),
    document: withTasks({ ...group, ownerlessAlertAt: occasion.now }, told, occasion),
  };
}

/** A waiting request whose question went away; nothing when it was answered meanwhile. */
export function supersede(
  request: MembershipRequest | undefined,
  why: SupersededWhy,
  by: SupersededBy,
  occasion: Occasion,
): Granted<'supersede', MembershipRequest> | undefined {
  if (request?.status !== 'pending') return undefined;
  return { proof: authorize('supersede'), document: supersedeRequest(request, why, by, occasion) };
}

/** A membership that ends because its group is gone; nothing when it has ended already. */
export function endByOthers(
  membership: Membership | undefined,
  by: { readonly id?: PersonId; readonly name: string },
  group: string,
  occasion: Occasion,
): Granted<'endByOthers', Membership> | undefined {
  if (membership?.status !== 'active') return undefined;
  const told =
    membership.personId === by.id
      ? []
      : [tell(membership.personId, { code: 'groupIsGone', group, by: by.name }, by.id === undefined ? [] : [by.id])];
  return {
    proof: authorize('endByOthers'),
    document: endMembership(
      membership,
      { reason: 'removed', ...(by.id === undefined ? {} : { actorId: by.id }), tasks: told },
      occasion,
    ),
  };
}
