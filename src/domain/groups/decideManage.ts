import { authorize } from '../authorized.js';
import type { Group } from './group.js';
import { isAdmin, isLicensed } from './policy.js';
import type { Refusal } from '../refusal.js';
import type { Tenant } from '../organisation/tenant.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonId, GroupType, JoinRule } from '../terms.js';
import type { PersonView } from '../personView.js';

/** Who wants to change something, under which settings. */
export interface ActorFacts {
  readonly actorId: PersonId;
  readonly tenant: Tenant;
  /** For refusals that say whom to ask. */
  readonly admins: readonly PersonView[];
}

/** The same, about one group. */
export interface GroupFacts extends ActorFacts {
  readonly group: Group;
  readonly owners: readonly PersonView[];
}

/** What only administrators do (S49, S41, S42). */
export function decideAdminister({ actorId, tenant, admins }: ActorFacts): Verdict<'administer'> {
  return isAdmin(tenant, actorId)
    ? { allowed: true, proof: authorize('administer') }
    : refuse({ code: 'admins_only', admins });
}

/** What stops a person before anything about a group is asked: that it is gone, its kind (F39), then setting B (S53). */
export function findClosedDoor({ actorId, tenant, admins }: ActorFacts, group?: Group): Refusal | undefined {
  if (group?.deletedAt !== undefined) return { code: 'group_not_found', typed: group.name };
  if (group?.knownAs !== undefined) return { code: 'not_enrolled', group: group.name, admins };
  if (group?.unsupportedKind) return { code: 'unsupported_kind', group: group.name, kind: group.unsupportedKind };
  if (tenant.restrictGroupAccess && !isAdmin(tenant, actorId)) return { code: 'groups_restricted', admins };
  return undefined;
}

/** Whether people may create groups of this kind now: all of them or none, never some (S55, S59, S63, S67, S71, S76); administrators always may. */
export function decideCreateGroup(
  facts: ActorFacts,
  wish: { readonly groupType: GroupType; readonly joinRule: JoinRule },
): Verdict<'createGroup'> {
  const { actorId, tenant, admins } = facts;
  const closed = findClosedDoor(facts);
  if (closed) return refuse(closed);
  if (!mayUsersCreate(tenant, wish.groupType) && !isAdmin(tenant, actorId))
    return refuse({ code: 'creation_switched_off', groupType: wish.groupType, admins });
  // S83: whoever has no licence could not decide the requests either.
  if (wish.joinRule === 'ownerApproval' && !isLicensed(tenant, actorId))
    return refuse({ code: 'approval_needs_licence', admins });
  return { allowed: true, proof: authorize('createGroup') };
}

/**
 * Whether a person may change what a group is: its owners while people may create groups of its kind (S60, S68, Q1;
 * Microsoft softened this later, the source document did not), and administrators.
 */
export function decideEditGroup(facts: GroupFacts): Verdict<'editGroup'> {
  const { actorId, tenant, group, owners, admins } = facts;
  const closed = findClosedDoor(facts, group);
  if (closed) return refuse(closed);
  if (isAdmin(tenant, actorId)) return { allowed: true, proof: authorize('editGroup') };
  if (!group.ownerIds.includes(actorId)) return refuse({ code: 'owners_and_admins_only', group: group.name, owners });
  if (!mayUsersCreate(tenant, group.groupType))
    return refuse({ code: 'editing_switched_off', group: group.name, groupType: group.groupType, admins });
  return { allowed: true, proof: authorize('editGroup') };
}

/** Whether a person may see and change who is in a group: its owners, its membership managers and administrators (S37–S40, S61, S69, Q10). */
export function decideManageMembers(facts: GroupFacts): Verdict<'manageMembers'> {
  const { actorId, tenant, group, owners } = facts;
  const closed = findClosedDoor(facts, group);
  if (closed) return refuse(closed);
  const isAllowed = isAdmin(tenant, actorId) || group.ownerIds.includes(actorId) || group.managerIds.includes(actorId);
  return isAllowed
    ? { allowed: true, proof: authorize('manageMembers') }
    : refuse({ code: 'owners_and_admins_only', group: group.name, owners });
}

/** Whether a person may say who owns a group or manages its members: its owners and administrators (S8). */
export function decideAssignManagers(facts: GroupFacts): Verdict<'assignRoles'> {
  const { actorId, tenant, group, owners } = facts;
  const closed = findClosedDoor(facts, group);
  if (closed) return refuse(closed);
  const isAllowed = isAdmin(tenant, actorId) || group.ownerIds.includes(actorId);
  return isAllowed
    ? { allowed: true, proof: authorize('assignRoles') }
    : refuse({ code: 'owners_and_admins_only', group: group.name, owners });
}

/** Whether a person may make a member an owner: setting E of the group's kind, and only of who is a member (S72–S75, F42, Q2). */
export function decideAssignOwner(
  facts: GroupFacts,
  person: { readonly view: PersonView; readonly isMember: boolean },
): Verdict<'assignOwner'> {
  const { actorId, tenant, group, admins } = facts;
  const roles = decideAssignManagers(facts);
  if (!roles.allowed) return roles;
  const { mode, selectedIds } = tenant.ownersCanAssignOwners[group.groupType];
  const isFree = isAdmin(tenant, actorId) || mode === 'all' || (mode === 'selected' && selectedIds.includes(actorId));
  if (!isFree) return refuse({ code: 'owner_assignment_restricted', group: group.name, admins });
  if (!person.isMember) return refuse({ code: 'not_yet_member', group: group.name, person: person.view.name });
  return { allowed: true, proof: authorize('assignOwner') };
}

/** Settings C and D, each for its own kind (S71). */
export function mayUsersCreate(tenant: Tenant, groupType: GroupType): boolean {
  return groupType === 'security' ? tenant.usersCreateSecurityGroups : tenant.usersCreateM365Groups;
}

/** The join rules that the organisation lets a group have (F32), the tightest first. */
export function allowedJoinRules(tenant: Tenant): readonly JoinRule[] {
  const scale: readonly JoinRule[] = ['ownersOnly', 'ownerApproval', 'open'];
  return scale.slice(0, scale.indexOf(tenant.guardrails.leastJoinRule ?? 'open') + 1);
}

/** Whether a person may offer to own a group: one without an owner, of which they are a member (F44). */
export function decideClaim(
  facts: GroupFacts,
  person: { readonly name: string; readonly isMember: boolean },
): Verdict<'claimGroup'> {
  const { group, owners } = facts;
  const closed = findClosedDoor(facts, group);
  if (closed) return refuse(closed);
  if (group.ownerIds.length > 0) return refuse({ code: 'not_ownerless', group: group.name, owners });
  if (!person.isMember) return refuse({ code: 'not_yet_member', group: group.name, person: person.name });
  if (group.claimedBy !== undefined && group.claimedBy !== facts.actorId)
    return refuse({ code: 'claim_waits', group: group.name, admins: facts.admins });
  return { allowed: true, proof: authorize('claimGroup') };
}
