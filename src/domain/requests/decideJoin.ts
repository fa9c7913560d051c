import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import { approverIdsOf, effectiveJoinRule, isAdmin, isLicensed } from '../groups/policy.js';
import type { Refusal } from '../refusal.js';
import type { Tenant } from '../organisation/tenant.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonId } from '../terms.js';
import type { PersonView } from '../personView.js';
import type { RuleVerdict } from '../views.js';

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

/** The rules of a join in the order in which they are asked: the kind of group first, so that nothing else is said about groups that self-service does not manage (F39); then what the person cannot change; last what an owner could. */
const rules: readonly {
  readonly rule: RuleVerdict['rule'];
  readonly ask: (facts: JoinFacts) => Refusal | undefined;
}[] = [
  {
    rule: 'kind',
    ask: ({ group, admins }) =>
      group.knownAs !== undefined
        ? { code: 'not_enrolled', group: group.name, admins }
        : group.unsupportedKind
          ? { code: 'unsupported_kind', group: group.name, kind: group.unsupportedKind }
          : undefined,
  },
  // S52–S54; administrators see what everybody may not, but they join by the same rule.
  {
    rule: 'settingB',
    ask: ({ tenant, personId, admins }) =>
      tenant.restrictGroupAccess && !isAdmin(tenant, personId) ? { code: 'groups_restricted', admins } : undefined,
  },
  {
    rule: 'joinRule',
    ask: ({ group, tenant, owners, admins }) =>
      effectiveJoinRule(group, tenant) === 'ownersOnly'
        ? { code: 'owners_only', group: group.name, owners, admins }
        : undefined,
  },
  // S54 wants setting A for every self-service request; a join of an open group is one too (Q4).
  {
    rule: 'settingA',
    ask: ({ tenant, group, admins }) =>
      tenant.ownersManageRequests ? undefined : { code: 'requests_switched_off', group: group.name, admins },
  },
  {
    rule: 'licence',
    ask: ({ tenant, personId, group, admins }) =>
      isLicensed(tenant, personId) ? undefined : { code: 'requester_not_licensed', group: group.name, admins },
  },
  // F31: nobody to ask is said at once, never waited out, and never an approval.
  {
    rule: 'approver',
    ask: ({ group, tenant, personId, admins }) =>
      effectiveJoinRule(group, tenant) === 'ownerApproval' && approverIdsOf(group).every((id) => id === personId)
        ? { code: 'no_approver', group: group.name, admins }
        : undefined,
  },
];

/** Whether a person may ask to be in a group. */
export function decideJoin(facts: JoinFacts): Verdict<'joinGroup', { readonly route: JoinRoute }> {
  const { group } = facts;
  // One that knows the group from an older record still knows nothing that is there.
  if (group.deletedAt !== undefined) return refuse({ code: 'group_not_found', typed: group.name });
  const { refusal, route } = explainJoin(facts);
  return refusal ? refuse(refusal) : { allowed: true, proof: authorize('joinGroup'), route };
}

/** The same, with each rule and what it said (F88). */
export function explainJoin(facts: JoinFacts): {
  readonly rules: readonly RuleVerdict[];
  readonly refusal?: Refusal;
  readonly route: JoinRoute;
} {
  let refusal: Refusal | undefined;
  const verdicts = rules.map(({ rule, ask }): RuleVerdict => {
    if (refusal) return { rule, verdict: 'notAsked' };
    refusal = ask(facts);
    return { rule, verdict: refusal ? 'no' : 'yes' };
  });
  const route = effectiveJoinRule(facts.group, facts.tenant) === 'open' ? 'atOnce' : 'askOwners';
  return { rules: verdicts, ...given({ refusal }), route };
}
