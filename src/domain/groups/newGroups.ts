import type { Group } from './group.js';
import { groupDefaults } from './groupDefaults.js';
import { beginInDirectory } from './groupInDirectory.js';
import { keyOf } from '../keys.js';
import { toNameKey } from '../names.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { begin, type Occasion } from '../revise.js';
import type { PersonId, UnsupportedKind } from '../terms.js';

/** What somebody fills in for a new group. */
export interface GroupWish {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: Group['groupType'];
  readonly joinRule: Group['joinRule'];
  readonly isListed: boolean;
  readonly justification: Group['justification'];
  readonly maxDurationDays?: number;
  /** It is to be made in Microsoft Entra, too. */
  readonly isForEntra?: boolean;
}

/** A new group of self-service; whoever makes it owns it (S77). */
export function createGroup(
  tenantId: string,
  { isForEntra, ...wish }: GroupWish,
  actor: Actor,
  occasion: Occasion,
): Group {
  const group = {
    ...wish,
    key: keyOf(tenantId, wish.id),
    tenantId,
    nameKey: toNameKey(wish.name),
    origin: 'selfService' as const,
    ownerIds: [actor.id],
    managerIds: [],
    createdAt: occasion.now,
    ...(isForEntra ? { directory: beginInDirectory(occasion.now) } : {}),
  };
  return begin<Group>(
    group,
    [
      ...(isForEntra ? [{ kind: 'alignGroup' } as const] : []),
      record(
        { kind: 'groupCreated', actorId: actor.id, groupId: wish.id, after: `${wish.groupType}, ${wish.joinRule}` },
        occasion,
      ),
    ],
    occasion,
  );
}

/** What is known of a group that was made elsewhere. */
export interface EnrolWish {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: Group['groupType'];
  readonly unsupportedKind?: UnsupportedKind;
  readonly origin: Group['origin'];
  readonly ownerIds: readonly PersonId[];
  /** Where it is in Microsoft Entra. */
  readonly directoryId?: string;
}

/** A group that was made elsewhere and comes under self-service as its origin and kind say (S12–S23, Q7); its owners are told. */
export function enrolGroup(tenantId: string, wish: EnrolWish, actor: Actor, occasion: Occasion): Group {
  const { joinRule, isListed } = groupDefaults(wish.origin, wish.groupType);
  const group = {
    ...wish,
    key: keyOf(tenantId, wish.id),
    tenantId,
    nameKey: toNameKey(wish.name),
    joinRule,
    isListed,
    justification: 'optional' as const,
    managerIds: [],
    createdAt: occasion.now,
  };
  const event = record(
    {
      kind: 'groupEnrolled',
      actorId: actor.id,
      groupId: wish.id,
      after: `${wish.origin}, ${wish.unsupportedKind ?? wish.groupType}, ${joinRule}`,
    },
    occasion,
  );
  const told = wish.unsupportedKind
    ? []
    : wish.ownerIds
        .filter((id) => id !== actor.id)
        .map((id) =>
          tell(
            id,
            { code: 'yourRole', group: wish.name, groupId: wish.id, role: 'owner', before: 'none', by: actor.name },
            [actor.id],
          ),
        );
  return begin<Group>(group, [event, ...told], occasion);
}
