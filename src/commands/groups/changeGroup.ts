import { findPerson } from '../reads/findPerson.js';
import { isDays } from './groupInput.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { withGroup } from '../reads/withGroup.js';
import type { ActorFacts } from '../../domain/groups/decideManage.js';
import { allowedJoinRules, decideEditGroup } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import { changeGroup as applyChange } from '../../domain/groups/groupChanges.js';
import { findNameProblem, toGroupName } from '../../domain/groups/groupNames.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import { approverIdsOf, effectivePolicy } from '../../domain/groups/policy.js';
import type { Refusal } from '../../domain/refusal.js';
import type { IntentOf } from '../../intents/intent.js';
import { parsePerson } from '../../intents/parsePerson.js';
import type { JoinRule } from '../../domain/terms.js';

/** "make Marketing open", "rename Marketing to Brand": one thing about a group (S3, S60, S68, Q8, F32). */
export async function changeGroup(intent: IntentOf<'changeGroup'>, turn: Turn): Promise<Outcome> {
  const { field, value, confirmed } = intent;
  return withGroup(turn, intent.target, 'changeGroup', { setting: field, value }, async (facts) => {
    const verdict = decideEditGroup(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group, tenant } = facts;
    const reading = field === 'asked' ? await readAsked(turn, group, value) : readChange(group, field, value, facts);
    if ('code' in reading) return refused(reading);
    const { before, after, change } = reading;
    if (before === after) return refused({ code: 'nothing_to_change', what: group.name });
    if (field === 'name') {
      const same = await turn.store.read('groups').find({ where: { nameKey: toNameKey(after) }, limit: 5 });
      if (same.some((other) => other.id !== group.id && other.deletedAt === undefined))
        return refused({ code: 'name_not_allowed', name: after, problem: 'taken' });
    }
    const waiting =
      field === 'joinRule' && after !== 'ownerApproval'
        ? await turn.store.read('requests').count({ groupId: group.id, status: 'pending' })
        : 0;
    const isLoose =
      field === 'joinRule' &&
      allowedJoinRules(tenant).indexOf(after as JoinRule) > allowedJoinRules(tenant).indexOf(before as JoinRule);
    if (!confirmed && (waiting > 0 || isLoose || field === 'name'))
      return {
        kind: 'confirmNeeded',
        question: { code: 'changeGroup', group: group.name, groupId: group.id, field, before, after, waiting },
      };
    const name = field === 'name' ? after : group.name;
    return {
      proof: verdict.proof,
      document: applyChange(group, change, { field, before, after }, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: { code: 'groupChanged', group: name, groupId: group.id, field, before, after, waiting },
      },
    };
  });
}

type GroupChange = Parameters<typeof applyChange>[1];

/** Who is asked, by name; "all" asks everybody who may decide. */
async function readAsked(
  turn: Turn,
  group: Group,
  value: string,
): Promise<Refusal | { readonly before: string; readonly after: string; readonly change: GroupChange }> {
  const names = async (ids: readonly string[] | undefined): Promise<string> =>
    ids ? (await viewPeople(turn.store, ids)).map(({ name }) => name).join(', ') : 'all';
  const before = await names(group.askedIds);
  if (/^(?:all|everybody|everyone)$/i.test(value.trim())) return { before, after: 'all', change: { askedIds: [] } };
  const askedIds: string[] = [];
  for (const part of value.split(/\s*(?:[,;&]|\band\b)\s*/i)) {
    const target = parsePerson(part);
    const search = target && (await findPerson(turn, target));
    if (search?.found !== 'one') return { code: 'person_not_found', typed: part };
    if (!approverIdsOf(group).includes(search.person.id))
      return { code: 'not_in_group', group: group.name, person: search.person.name };
    askedIds.push(search.person.id);
  }
  return { before, after: await names(askedIds), change: { askedIds } };
}

function readChange(
  group: Group,
  field: Exclude<IntentOf<'changeGroup'>['field'], 'asked'>,
  value: string,
  { tenant, admins }: ActorFacts,
): Refusal | { readonly before: string; readonly after: string; readonly change: GroupChange } {
  switch (field) {
    case 'name': {
      const name = toGroupName(value, tenant);
      return findNameProblem(name, tenant) ?? { before: group.name, after: name, change: { name } };
    }
    case 'description': {
      const description = value.trim().slice(0, 1000);
      return { before: group.description, after: description, change: { description } };
    }
    case 'joinRule': {
      const joinRule = value as JoinRule;
      if (!['open', 'ownerApproval', 'ownersOnly'].includes(value))
        return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
      if (!allowedJoinRules(tenant).includes(joinRule))
        return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
      // S83 holds for a group that comes to need approval, too.
      if (
        joinRule === 'ownerApproval' &&
        tenant.licence === 'none' &&
        !group.ownerIds.some((id) => tenant.licensedIds.includes(id))
      )
        return { code: 'approval_needs_licence', admins };
      return { before: group.joinRule, after: joinRule, change: { joinRule } };
    }
    case 'listed':
      return {
        before: group.isListed ? 'yes' : 'no',
        after: value === 'yes' ? 'yes' : 'no',
        change: { isListed: value === 'yes' },
      };
    case 'justification': {
      const justification =
        (['off', 'optional', 'required'] as const).find((rule) => rule === value) ?? group.justification;
      return { before: group.justification, after: justification, change: { justification } };
    }
    case 'longestMembership': {
      if (!isDays(value)) return { code: 'duration_too_long', maxDays: 3650 };
      const days = value === 'none' ? 0 : Number(value);
      const longest = effectivePolicy({ justification: 'off' }, tenant).maxDurationDays;
      if (longest !== undefined && days > longest) return { code: 'duration_too_long', maxDays: longest };
      return {
        before: String(group.maxDurationDays ?? 'none'),
        after: days > 0 ? String(days) : 'none',
        change: { maxDurationDays: days > 0 ? days : 'none' },
      };
    }
  }
}
