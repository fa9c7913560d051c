import type { Group } from '../groups/group.js';
import type { Membership } from '../members/membership.js';
import { isBlocked } from './resourceChanges.js';
import type { PersonId } from '../terms.js';
import type { Resource } from './resource.js';

/** One way into a resource. */
export interface Path {
  readonly group: Group;
  /** Absent for an owner, who has all that the members have. */
  readonly membership?: Membership;
}

/** Whether somebody has access to a resource, and by which groups; a block vetoes all of them, present and future (S34, S42, S46–S48, Q11). */
export function accessOf(
  personId: PersonId,
  resource: Pick<Resource, 'groupIds' | 'blocks'>,
  facts: { readonly groups: readonly Group[]; readonly memberships: readonly Membership[] },
): { readonly hasAccess: boolean; readonly isBlocked: boolean; readonly paths: readonly Path[] } {
  const paths = facts.groups
    .filter((group) => resource.groupIds.includes(group.id) && group.deletedAt === undefined)
    .flatMap((group): Path[] => {
      const membership = facts.memberships.find(
        (one) => one.groupId === group.id && one.personId === personId && one.status === 'active',
      );
      if (membership) return [{ group, membership }];
      return group.ownerIds.includes(personId) ? [{ group }] : [];
    });
  const blocked = isBlocked(resource, personId);
  return { hasAccess: paths.length > 0 && !blocked, isBlocked: blocked, paths };
}
