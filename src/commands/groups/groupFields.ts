import { isDays } from './groupInput.js';
import { findPerson } from '../reads/findPerson.js';
import { findLookalike, isNameTaken } from '../reads/names.js';
import { viewPeople } from '../reads/people.js';
import type { Turn } from '../turn.js';
import { groupNameClaim } from '../../domain/claims.js';
import { allowedJoinRules, type ActorFacts } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import type { FieldChange } from '../../domain/groups/groupChanges.js';
import { findNameProblem, toGroupName } from '../../domain/groups/groupNames.js';
import { approverIdsOf, effectivePolicy } from '../../domain/groups/policy.js';
import type { Refusal } from '../../domain/refusal.js';
import type { GroupField, JoinRule } from '../../domain/terms.js';
import { parsePerson } from '../../intents/parsePerson.js';

/** What a value that somebody typed or chose for one thing about a group would change, or why it cannot be. */
export async function readField(
  turn: Turn,
  group: Group,
  field: GroupField,
  value: string,
  facts: ActorFacts,
): Promise<Refusal | FieldChange> {
  const { tenant, admins } = facts;
  switch (field) {
    case 'name':
      return readName(turn, group, toGroupName(value, tenant), facts);
    case 'description': {
      const description = value.trim().slice(0, 1000);
      return { field, before: group.description, after: description, change: { description } };
    }
    case 'joinRule': {
      const allowed = allowedJoinRules(tenant);
      const joinRule = allowed.find((rule) => rule === value);
      if (!joinRule) return { code: 'join_rule_too_loose', allowed };
      // S83 holds for a group that comes to need approval, too.
      const isLicensed = tenant.licence !== 'none' || group.ownerIds.some((id) => tenant.licensedIds.includes(id));
      if (joinRule === 'ownerApproval' && !isLicensed) return { code: 'approval_needs_licence', admins };
      return { field, before: group.joinRule, after: joinRule, change: { joinRule } };
    }
    case 'listed': {
      const isListed = value === 'yes';
      return { field, before: yesNo(group.isListed), after: yesNo(isListed), change: { isListed } };
    }
    case 'justification': {
      const rules = ['off', 'optional', 'required'] as const;
      const justification = rules.find((rule) => rule === value) ?? group.justification;
      return { field, before: group.justification, after: justification, change: { justification } };
    }
    case 'longestMembership': {
      if (!isDays(value)) return { code: 'duration_too_long', maxDays: 3650 };
      const days = value === 'none' ? 0 : Number(value);
      const longest = effectivePolicy({ justification: 'off' }, tenant).maxDurationDays;
      if (longest !== undefined && days > longest) return { code: 'duration_too_long', maxDays: longest };
      const [before, after] = [String(group.maxDurationDays ?? 'none'), days > 0 ? String(days) : 'none'];
      return { field, before, after, change: { maxDurationDays: days > 0 ? days : 'none' } };
    }
    case 'drift': {
      const policies = ['report', 'takeOver', 'undo'] as const;
      const driftPolicy = policies.find((policy) => policy === value) ?? 'report';
      return { field, before: group.driftPolicy ?? 'report', after: driftPolicy, change: { driftPolicy } };
    }
    case 'asked':
      return readAsked(turn, group, value);
  }
}

/** Whether a change is asked about first: a new name, a looser rule, and a rule that settles what waits (Q8). */
export function isRisky({ field, before, after }: FieldChange, waiting: number, { tenant }: ActorFacts): boolean {
  if (field === 'name') return true;
  if (field !== 'joinRule') return false;
  const scale = allowedJoinRules(tenant);
  return waiting > 0 || scale.indexOf(after as JoinRule) > scale.indexOf(before as JoinRule);
}

/** How many requests these changes would settle, because the group comes to be open or closed to them (Q8). */
export async function countSettled(turn: Turn, group: Group, changes: readonly FieldChange[]): Promise<number> {
  const settles = changes.some(({ field, after }) => field === 'joinRule' && after !== 'ownerApproval');
  return settles ? turn.store.read('requests').count({ groupId: group.id, status: 'pending' }) : 0;
}

/** The name of a group that can be mixed up with this one once it has its new name. */
export async function findConfusable(
  turn: Turn,
  { id }: Group,
  changes: readonly FieldChange[],
  { tenant }: ActorFacts,
): Promise<string | undefined> {
  const name = changes.find(({ field }) => field === 'name')?.after;
  return name === undefined ? undefined : findLookalike(turn, tenant, name, id);
}

/** What a group with these changes is to be the only one of: its new name. */
export function claimsOf(changes: readonly FieldChange[]): string[] {
  return changes.filter(({ field }) => field === 'name').map(({ after }) => groupNameClaim(after));
}

async function readName(
  turn: Turn,
  group: Group,
  name: string,
  { tenant }: ActorFacts,
): Promise<Refusal | FieldChange> {
  const problem = findNameProblem(name, tenant);
  if (problem) return problem;
  if (await isNameTaken(turn, 'groups', name, group.id)) return { code: 'name_not_allowed', name, problem: 'taken' };
  return { field: 'name', before: group.name, after: name, change: { name } };
}

/** Who is asked, by name; "all" asks everybody who may decide. */
async function readAsked(turn: Turn, group: Group, value: string): Promise<Refusal | FieldChange> {
  const names = async (ids: readonly string[] | undefined): Promise<string> =>
    ids ? (await viewPeople(turn.store, ids)).map(({ name }) => name).join(', ') : 'all';
  const [field, before] = ['asked' as const, await names(group.askedIds)];
  if (/^(?:all|everybody|everyone)$/i.test(value.trim()))
    return { field, before, after: 'all', change: { askedIds: [] } };
  const askedIds: string[] = [];
  for (const part of value.split(/\s*(?:[,;&]|\band\b)\s*/i)) {
    const target = parsePerson(part);
    const search = target && (await findPerson(turn, target));
    if (search?.found !== 'one') return { code: 'person_not_found', typed: part };
    if (!approverIdsOf(group).includes(search.person.id))
      return { code: 'not_in_group', group: group.name, person: search.person.name };
    askedIds.push(search.person.id);
  }
  return { field, before, after: await names(askedIds), change: { askedIds } };
}

function yesNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
