import { authorize } from '../authorized.js';
import type { Group } from './group.js';
import { groupDefaults } from './groupDefaults.js';
import { effectiveJoinRule } from './policy.js';
import type { Tenant } from '../organisation/tenant.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { JoinRule } from '../terms.js';

/**
 * The rule that a group from the directory begins with: what its kind has (S15, S20, S23), as tight as the organisation
 * wants it. Without an owner nobody could answer requests, so then only owners, once there are some, add people.
 */
export function ruleForKnown(
  { groupType, ownerIds }: Pick<Group, 'groupType' | 'ownerIds'>,
  tenant: Pick<Tenant, 'guardrails'>,
): JoinRule {
  const rule = effectiveJoinRule({ joinRule: groupDefaults('portal', groupType).joinRule }, tenant);
  return rule === 'ownerApproval' && ownerIds.length === 0 ? 'ownersOnly' : rule;
}

/** A group that was only known and comes under self-service; its owners are told, and its members are read in. */
export function enrolKnown(
  group: Group,
  joinRule: JoinRule,
  actor: Actor,
  occasion: Occasion,
): Granted<'enrolKnown', Group> | undefined {
  if (group.knownAs === undefined || group.knownAs === 'unsupported' || group.deletedAt !== undefined) return undefined;
  const { knownAs: _, ...rest } = group;
  const { isListed } = groupDefaults(group.origin, group.groupType);
  const after = `${group.origin}, ${group.groupType}, ${joinRule}`;
  const about = { group: group.name, groupId: group.id };
  const tasks: NewEffect[] = [
    record({ kind: 'groupEnrolled', actorId: actor.id, groupId: group.id, after }, occasion),
    { kind: 'compareMembers' },
    ...group.ownerIds
      .filter((id) => id !== actor.id)
      .map((id) => tell(id, { code: 'yourGroupEnrolled', ...about, joinRule, by: actor.name }, [actor.id])),
  ];
  const next: Group = { ...rest, joinRule, isListed };
  const document = revise<Group>(next, [...group.effects, ...toEffects(tasks, occasion)], occasion);
  return { proof: authorize('enrolKnown'), document };
}

/** An organisation that enrols all groups of a kind that were read in; how it came out is told when it is done. */
export function beginEnrolment(tenant: Tenant, of: Group['groupType'], actor: Actor, occasion: Occasion): Tenant {
  const task: NewEffect = { kind: 'enrolKnown', of, by: actor.id, byName: actor.name };
  return revise<Tenant>(tenant, [...tenant.effects, ...toEffects([task], occasion)], occasion);
}
