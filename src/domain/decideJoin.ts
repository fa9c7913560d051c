import { authorize } from './authorized.js';
import type { PersonId } from './document.js';
import type { Group } from './group.js';
import { approverIdsOf, isAdmin, isLicensed } from './policy.js';
import type { PersonView } from './refusal.js';
import type { Tenant } from './tenant.js';
import { refuse, type Verdict } from './verdict.js';

/** Everything that the answer to "may they join?" depends on. */
export interface JoinFacts {
  readonly personId: PersonId;
  readonly group: Group;
  readonly tenant: Tenant;
  /** The group's owners and the organisation's administrators by name, for a refusal that says whom to ask. */
  readonly owners: readonly PersonView[];
  readonly admins: readonly PersonView[];
}

/** Straight in (open groups, F6), or by asking the owners. */
export type JoinRoute = 'atOnce' | 'askOwners';

/**
 * Whether a person may ask to be in a group. The kind of group comes first, so that nothing else is said about groups
 * that self-service does not manage (F39); then what the person cannot change at all; last what an owner could.
 */
export function decideJoin(facts: JoinFacts): Verdict<'joinGroup', { readonly route: JoinRoute }> {
  const { personId, group, tenant, owners, admins } = facts;
  if (group.unsupportedKind) return refuse({ code: 'unsupported_kind', group: group.name, kind: group.unsupportedKind });
  // S52–S54; administrators see what everybody may not, but they join by the same rule.
  if (tenant.restrictGroupAccess && !isAdmin(tenant, personId)) return refuse({ code: 'groups_restricted', admins });
  if (group.joinRule === 'ownersOnly') return refuse({ code: 'owners_only', group: group.name, owners, admins });
  // S54 wants setting A for every self-service request; a join of an open group is one too (Q4).
  if (!tenant.ownersManageRequests) return refuse({ code: 'requests_switched_off', group: group.name, admins });
  if (!isLicensed(tenant, personId)) return refuse({ code: 'requester_not_licensed', group: group.name, admins });
  if (group.joinRule === 'open') return { allowed: true, proof: authorize('joinGroup'), route: 'atOnce' };
  // F31: nobody to ask is said at once, never waited out, and never an approval.
  if (approverIdsOf(group).every((id) => id === personId)) return refuse({ code: 'no_approver', group: group.name, admins });
  return { allowed: true, proof: authorize('joinGroup'), route: 'askOwners' };
}
