import type { Group } from './group.js';
import type { Tenant } from '../organisation/tenant.js';
import type { Instant, PersonId, JoinRule, JustificationRule, Duration } from '../terms.js';

/** Milliseconds in a day. */
export const dayMs = 86_400_000;

const minuteMs = 60_000;

/** The shortest reason that is taken for one, in characters (F8). */
export const minJustificationLength = 8;

/** What a request to a group must bring: the strictest of the group's rule and the organisation's (F8, F32, F37). */
export interface RequestPolicy {
  readonly justification: JustificationRule;
  readonly maxDurationDays?: number;
}

const strictness: Record<JustificationRule, number> = { off: 0, optional: 1, required: 2 };

/** The policy in force for a group. */
export function effectivePolicy(
  group: Pick<Group, 'justification' | 'maxDurationDays'>,
  tenant: Pick<Tenant, 'guardrails'>,
): RequestPolicy {
  const floor = tenant.guardrails;
  const justification =
    strictness[floor.justification] > strictness[group.justification] ? floor.justification : group.justification;
  const limits = [group.maxDurationDays, floor.maxDurationDays].filter((days) => days !== undefined);
  return limits.length > 0 ? { justification, maxDurationDays: Math.min(...limits) } : { justification };
}

/** What keeps a request from being sent; each is asked for on a form, not refused. */
export type InputProblem = 'reasonMissing' | 'reasonTooShort' | 'durationTooLong' | 'durationInThePast';

/** Finds what is missing in, or wrong with, what the requester gave. */
export function findInputProblem(
  policy: RequestPolicy,
  input: { readonly justification?: string; readonly duration?: Duration },
  now: Instant,
): InputProblem | undefined {
  const { justification = '', duration } = input;
  const reason = justification.trim();
  if (policy.justification === 'required' && reason.length === 0) return 'reasonMissing';
  if (policy.justification === 'required' && reason.length < minJustificationLength) return 'reasonTooShort';
  if (!duration) return undefined;
  const end = endOf(duration, now);
  if (end <= now) return 'durationInThePast';
  // A day's grace: "until" means the end of a day, wherever that day ends.
  if (policy.maxDurationDays !== undefined && end > now + (policy.maxDurationDays + 1) * dayMs)
    return 'durationTooLong';
  return undefined;
}

/** When a membership of this length ends, if it starts now (F52: the clock starts at the approval). */
export function endOf(duration: Duration, start: Instant): Instant {
  switch (duration.kind) {
    case 'days':
      return start + duration.days * dayMs;
    case 'minutes':
      return start + duration.minutes * minuteMs;
    case 'until':
      return duration.until;
  }
}

/** The end of a membership: what was asked for, capped by the longest that the policy allows (F37). */
export function cappedEnd(duration: Duration | undefined, policy: RequestPolicy, start: Instant): Instant | undefined {
  const asked = duration && endOf(duration, start);
  const cap = policy.maxDurationDays === undefined ? undefined : start + policy.maxDurationDays * dayMs;
  if (asked === undefined) return cap;
  return cap === undefined ? asked : Math.min(asked, cap);
}

/** Whether a person has the licence that requests and approvals need (S79–S84, Q5). */
export function isLicensed(tenant: Pick<Tenant, 'licence' | 'licensedIds'>, personId: PersonId): boolean {
  return tenant.licence !== 'none' || tenant.licensedIds.includes(personId);
}

/** Whether people join groups by themselves at all: settings A and B (S54, Q12), and for one person the licence (S84). */
export function canJoinAlone(
  tenant: Pick<Tenant, 'ownersManageRequests' | 'restrictGroupAccess' | 'licence' | 'licensedIds'>,
  personId?: PersonId,
): boolean {
  if (!tenant.ownersManageRequests || tenant.restrictGroupAccess) return false;
  return personId === undefined || isLicensed(tenant, personId);
}

/** Whether a person is an administrator of the organisation: by its list (Q9), or by a role in the directory (Q17). */
export function isAdmin(tenant: Pick<Tenant, 'adminIds' | 'roleAdminIds'>, personId: PersonId): boolean {
  return tenant.adminIds.includes(personId) || tenant.roleAdminIds?.includes(personId) === true;
}

/** All administrators: those of the list, and those whom a role in the directory makes so. */
export function adminIdsOf({
  adminIds,
  roleAdminIds = [],
}: Pick<Tenant, 'adminIds' | 'roleAdminIds'>): readonly PersonId[] {
  return roleAdminIds.length === 0 ? adminIds : [...new Set([...adminIds, ...roleAdminIds])];
}

/** Whether a person may know of a group: everybody of a listed one, else only those who belong to it (Q10, S28). */
export function canSeeGroup(facts: {
  readonly group: Pick<Group, 'isListed' | 'ownerIds'> & Partial<Pick<Group, 'managerIds' | 'deletedAt' | 'knownAs'>>;
  readonly personId: PersonId;
  readonly isMember: boolean;
  readonly isAdmin: boolean;
}): boolean {
  if (facts.group.deletedAt !== undefined) return false;
  // What was only read in is for those alone who can enrol it, and who own it there.
  if (facts.group.knownAs !== undefined) return facts.isAdmin || facts.group.ownerIds.includes(facts.personId);
  return (
    facts.group.isListed ||
    (facts.group.managerIds ?? []).includes(facts.personId) ||
    facts.isMember ||
    facts.isAdmin ||
    facts.group.ownerIds.includes(facts.personId)
  );
}

/** Who is asked about a request: those whom the group names, as far as they may decide; else everybody who may. */
export function askedIdsOf(group: Pick<Group, 'ownerIds' | 'managerIds' | 'askedIds'>): readonly PersonId[] {
  const all = approverIdsOf(group);
  const asked = all.filter((id) => group.askedIds?.includes(id));
  return asked.length > 0 ? asked : all;
}

/** Who may decide requests to a group: its owners and its membership managers (S8, F41). */
export function approverIdsOf(group: Pick<Group, 'ownerIds' | 'managerIds'>): readonly PersonId[] {
  return [...new Set([...group.ownerIds, ...group.managerIds])];
}

const tightness: Record<JoinRule, number> = { open: 0, ownerApproval: 1, ownersOnly: 2 };

/** The join rule in force: the group's own, or the organisation's least one where that is tighter (F32). */
export function effectiveJoinRule(group: Pick<Group, 'joinRule'>, tenant: Pick<Tenant, 'guardrails'>): JoinRule {
  const least = tenant.guardrails.leastJoinRule ?? 'open';
  return tightness[least] > tightness[group.joinRule] ? least : group.joinRule;
}

/** Whether nobody owns a group that self-service looks after (F44). */
export function isOwnerless({ ownerIds, unsupportedKind, knownAs }: Group): boolean {
  return ownerIds.length === 0 && unsupportedKind === undefined && knownAs === undefined;
}
