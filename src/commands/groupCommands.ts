import { actorOf, changeAsked, loadActorFacts, refused, resolveGroup, resolvePerson } from './resolve.js';
import { occasionOf, type Turn } from './turn.js';
import { viewGroup } from './views.js';
import { findPerson } from './findPerson.js';
import { viewPeople, viewPerson } from './people.js';
import { isMember, personCarry, withGroup } from './withGroup.js';
import { decideAdminister, decideAssignManagers, decideAssignOwner, decideCreateGroup, decideEditGroup, allowedJoinRules, mayUsersCreate } from '../domain/decideManage.js';
import { groupDefaults } from '../domain/groupDefaults.js';
import { changeGroup as applyChange, createGroup as makeGroup, deleteGroup as applyDeletion, transferGroup as applyTransfer } from '../domain/groupChanges.js';
import { findNameProblem, toGroupName } from '../domain/groupNames.js';
import type { Group, GroupType, JoinRule } from '../domain/group.js';
import { toNameKey } from '../domain/names.js';
import type { GroupForm, Outcome } from '../domain/outcome.js';
import { approverIdsOf, effectivePolicy, isAdmin } from '../domain/policy.js';
import type { ActorFacts } from '../domain/decideManage.js';
import type { Refusal } from '../domain/refusal.js';
import type { GroupInput } from '../intents/adminIntent.js';
import type { IntentOf } from '../intents/intent.js';
import { parsePerson } from '../intents/parsePerson.js';

/** "create security group Finance Reviewers": first the form, then, on the click, the group (S1, S2, S16, S25, S27). */
export async function createGroup({ input, confirmed }: IntentOf<'createGroup'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const kinds = (['security', 'm365'] as const).filter((groupType) => mayUsersCreate(facts.tenant, groupType) || isAdmin(facts.tenant, turn.actor.id));
  const wished = input.groupType ?? (kinds.length === 1 ? kinds[0] : undefined);
  const joinRule = input.joinRule ?? tightest(facts, groupDefaults('selfService', wished ?? 'security').joinRule);
  const verdict = decideCreateGroup(facts, { groupType: wished ?? 'security', joinRule });
  // Nobody fills in a form that cannot be sent.
  if (!verdict.allowed && (verdict.refusal.code !== 'creation_switched_off' || wished !== undefined || kinds.length === 0)) {
    if (verdict.refusal.code !== 'approval_needs_licence' || !confirmed) return refused(verdict.refusal);
    return formOf(facts, kinds, input, verdict.refusal);
  }
  const name = toGroupName(input.name ?? '', facts.tenant);
  if (!confirmed || wished === undefined || !verdict.allowed) return formOf(facts, kinds, { ...input, ...(wished ? { groupType: wished } : {}), name }, undefined);
  const problem = await findProblem(turn, facts, { ...input, name, joinRule });
  if (problem) return formOf(facts, kinds, { ...input, name }, problem);
  const days = Number(input.longestMembership ?? '');
  const wish = { id: turn.ids.uuid(), name, description: (input.description ?? '').trim().slice(0, 1000), groupType: wished, joinRule, isListed: input.isListed ?? true, justification: input.justification ?? 'optional', ...(days > 0 ? { maxDurationDays: days } : {}) } as const;
  return changeAsked(turn, { collection: 'groups', id: wish.id }, async () => ({
    proof: verdict.proof,
    document: makeGroup(turn.tenantId, wish, actorOf(turn), occasionOf(turn)),
    outcome: { kind: 'noticed', notice: { code: 'groupCreated', group: name, groupId: wish.id, groupType: wished, joinRule } },
  }));
}

function tightest({ tenant }: ActorFacts, wanted: JoinRule): JoinRule {
  const allowed = allowedJoinRules(tenant);
  return allowed.includes(wanted) ? wanted : (allowed.at(-1) ?? 'ownersOnly');
}

async function findProblem(turn: Turn, { tenant }: ActorFacts, input: GroupInput & { readonly name: string; readonly joinRule: JoinRule }): Promise<Refusal | undefined> {
  const named = findNameProblem(input.name, tenant);
  if (named) return named;
  const same = await turn.store.read('groups').find({ where: { nameKey: toNameKey(input.name) }, limit: 5 });
  // A hidden group's name is as taken as another's; that it exists is all that this tells.
  if (same.some((group) => group.deletedAt === undefined)) return { code: 'name_not_allowed', name: input.name, problem: 'taken' };
  if (!allowedJoinRules(tenant).includes(input.joinRule)) return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
  return isDays(input.longestMembership) ? undefined : { code: 'duration_too_long', maxDays: 3650 };
}

function isDays(typed: string | undefined): boolean {
  return typed === undefined || /^(?:none|0?|[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|36[0-4]\d|3650)$/.test(typed);
}

function formOf(facts: ActorFacts, groupTypes: readonly GroupType[], input: GroupInput, problem: Refusal | undefined): Outcome {
  const form: GroupForm = {
    name: input.name ?? '',
    description: input.description ?? '',
    groupTypes,
    ...(input.groupType ? { groupType: input.groupType } : {}),
    joinRules: allowedJoinRules(facts.tenant),
    joinRule: input.joinRule ?? tightest(facts, groupDefaults('selfService', input.groupType ?? 'security').joinRule),
    isListed: input.isListed ?? true,
    justification: input.justification ?? 'optional',
    longestMembership: input.longestMembership ?? '',
    ...(problem ? { problem } : {}),
  };
  return { kind: 'groupFormNeeded', form };
}

/** "manage Marketing": what can be changed about it, with the buttons that do it (S3). */
export async function manageGroup({ target }: IntentOf<'manageGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'manageGroup', {}, async (facts) => {
    const verdict = decideEditGroup(facts);
    // Whoever manages the members may still see where they stand.
    if (!verdict.allowed && verdict.refusal.code !== 'editing_switched_off') return refused(verdict.refusal);
    const { group } = facts;
    const [members, waiting, view] = await Promise.all([turn.store.read('memberships').count({ groupId: group.id, status: 'active' }), turn.store.read('requests').count({ groupId: group.id, status: 'pending' }), viewGroup(turn.store, group)]);
    const { maxDurationDays } = group;
    return { kind: 'groupManaged', group: view, isListed: group.isListed, justification: group.justification, ...(maxDurationDays === undefined ? {} : { maxDurationDays }), joinRules: verdict.allowed ? allowedJoinRules(facts.tenant) : [], members, waiting, asked: group.askedIds ? (await viewPeople(turn.store, group.askedIds)).map(({ name }) => name) : [] };
  });
}

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
      if (same.some((other) => other.id !== group.id && other.deletedAt === undefined)) return refused({ code: 'name_not_allowed', name: after, problem: 'taken' });
    }
    const waiting = field === 'joinRule' && after !== 'ownerApproval' ? await turn.store.read('requests').count({ groupId: group.id, status: 'pending' }) : 0;
    const isLoose = field === 'joinRule' && allowedJoinRules(tenant).indexOf(after as JoinRule) > allowedJoinRules(tenant).indexOf(before as JoinRule);
    if (!confirmed && (waiting > 0 || isLoose || field === 'name')) return { kind: 'confirmNeeded', question: { code: 'changeGroup', group: group.name, groupId: group.id, field, before, after, waiting } };
    const name = field === 'name' ? after : group.name;
    return { proof: verdict.proof, document: applyChange(group, change, { field, before, after }, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'groupChanged', group: name, groupId: group.id, field, before, after, waiting } } };
  });
}

/** What was filled in on the "manage" card: each thing that differs is changed by its own rule; the join rule and the name come last, because they are asked about. */
export async function saveGroup({ target, input }: IntentOf<'saveGroup'>, turn: Turn): Promise<Outcome> {
  const { description, isListed, justification, longestMembership, asked, joinRule, name } = input;
  const wishes = { description, listed: isListed === undefined ? undefined : isListed ? 'yes' : 'no', justification, longestMembership, asked, joinRule, name };
  let last: Outcome | undefined;
  for (const [field, value] of Object.entries(wishes) as [IntentOf<'changeGroup'>['field'], string | undefined][]) {
    if (value === undefined) continue;
    const outcome = await changeGroup({ kind: 'changeGroup', target, field, value }, turn);
    if (outcome.kind === 'refused' && outcome.refusal.code === 'nothing_to_change') continue;
    if (outcome.kind !== 'noticed') return outcome;
    last = outcome;
  }
  return last ? manageGroup({ kind: 'manageGroup', target }, turn) : refused({ code: 'nothing_to_change', what: '' });
}

/** "enrol Marketing": an administrator brings a group that came from elsewhere under self-service, with a rule that fits it (F63). */
export async function enrolGroup({ target, joinRule, confirmed }: IntentOf<'enrolGroup'>, turn: Turn): Promise<Outcome> {
  const actor = await loadActorFacts(turn);
  const verdict = decideAdminister(actor);
  if (!verdict.allowed) return refused(verdict.refusal);
  const found = await resolveGroup(turn, actor.tenant, target, { verb: 'manageGroup', carry: {} });
  if (!found.ok) return found.answer;
  const group = found.value;
  const proposed = joinRule ?? tightest(actor, group.ownerIds.length > 0 ? 'ownerApproval' : 'ownersOnly');
  // Nobody could answer the requests.
  if (proposed === 'ownerApproval' && group.ownerIds.length === 0 && !group.unsupportedKind) return refused({ code: 'no_approver', group: group.name, admins: actor.admins });
  return changeGroup({ kind: 'changeGroup', target: { by: 'id', groupId: group.id }, field: 'joinRule', value: proposed, ...(confirmed ? { confirmed } : {}) }, turn);
}

type GroupChange = Parameters<typeof applyChange>[1];

/** Who is asked, by name; "all" asks everybody who may decide. */
async function readAsked(turn: Turn, group: Group, value: string): Promise<Refusal | { readonly before: string; readonly after: string; readonly change: GroupChange }> {
  const names = async (ids: readonly string[] | undefined): Promise<string> => (ids ? (await viewPeople(turn.store, ids)).map(({ name }) => name).join(', ') : 'all');
  const before = await names(group.askedIds);
  if (/^(?:all|everybody|everyone)$/i.test(value.trim())) return { before, after: 'all', change: { askedIds: [] } };
  const askedIds: string[] = [];
  for (const part of value.split(/\s*(?:[,;&]|\band\b)\s*/i)) {
    const target = parsePerson(part);
    const search = target && (await findPerson(turn, target));
    if (search?.found !== 'one') return { code: 'person_not_found', typed: part };
    if (!approverIdsOf(group).includes(search.person.id)) return { code: 'not_in_group', group: group.name, person: search.person.name };
    askedIds.push(search.person.id);
  }
  return { before, after: await names(askedIds), change: { askedIds } };
}

function readChange(group: Group, field: Exclude<IntentOf<'changeGroup'>['field'], 'asked'>, value: string, { tenant, admins }: ActorFacts): Refusal | { readonly before: string; readonly after: string; readonly change: GroupChange } {
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
      if (!['open', 'ownerApproval', 'ownersOnly'].includes(value)) return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
      if (!allowedJoinRules(tenant).includes(joinRule)) return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
      // S83 holds for a group that comes to need approval, too.
      if (joinRule === 'ownerApproval' && tenant.licence === 'none' && !group.ownerIds.some((id) => tenant.licensedIds.includes(id))) return { code: 'approval_needs_licence', admins };
      return { before: group.joinRule, after: joinRule, change: { joinRule } };
    }
    case 'listed':
      return { before: group.isListed ? 'yes' : 'no', after: value === 'yes' ? 'yes' : 'no', change: { isListed: value === 'yes' } };
    case 'justification': {
      const justification = (['off', 'optional', 'required'] as const).find((rule) => rule === value) ?? group.justification;
      return { before: group.justification, after: justification, change: { justification } };
    }
    case 'longestMembership': {
      if (!isDays(value)) return { code: 'duration_too_long', maxDays: 3650 };
      const days = value === 'none' ? 0 : Number(value);
      const longest = effectivePolicy({ justification: 'off' }, tenant).maxDurationDays;
      if (longest !== undefined && days > longest) return { code: 'duration_too_long', maxDays: longest };
      return { before: String(group.maxDurationDays ?? 'none'), after: days > 0 ? String(days) : 'none', change: { maxDurationDays: days > 0 ? days : 'none' } };
    }
  }
}

/** "transfer Marketing to @Bo": the group gets another owner in one's own place. */
export async function transferGroup(intent: IntentOf<'transferGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, intent.target, 'transferGroup', personCarry(intent.person), async (facts) => {
    const { group } = facts;
    const allowed = decideAssignManagers(facts);
    if (!allowed.allowed) return refused(allowed.refusal);
    const found = await resolvePerson(turn, intent.person, { verb: 'transferGroup', carry: { groupId: group.id } });
    if (!found.ok) return found.answer;
    const person = found.value;
    if (group.ownerIds.includes(person.id)) return refused({ code: 'nothing_to_change', what: person.name });
    // It makes an owner, so setting E is asked as for any other.
    const verdict = decideAssignOwner(facts, { view: viewPerson(person, person.id), isMember: await isMember(turn, group, person.id) });
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'transferGroup', group: group.name, groupId: group.id, person: viewPerson(person, person.id) } };
    return { proof: verdict.proof, document: applyTransfer(group, person, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'groupTransferred', group: group.name, groupId: group.id, person: person.name } } };
  });
}

/** "delete Marketing": what would be lost first; then nobody finds it any more. */
export async function deleteGroup(intent: IntentOf<'deleteGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, intent.target, 'deleteGroup', {}, async (facts) => {
    const verdict = decideEditGroup(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const [members, waiting, view] = await Promise.all([turn.store.read('memberships').count({ groupId: group.id, status: 'active' }), turn.store.read('requests').count({ groupId: group.id, status: 'pending' }), viewGroup(turn.store, group)]);
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'deleteGroup', group: group.name, groupId: group.id, members, waiting, unlocks: view.unlocks.map(({ name }) => name) } };
    return { proof: verdict.proof, document: applyDeletion(group, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'groupDeleted', group: group.name, members } } };
  });
}

/** "ownerless": groups that nobody owns, for administrators (F44). */
export async function listOwnerless(_intent: IntentOf<'listOwnerless'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const groups = (await turn.store.read('groups').find({ where: {}, sort: { field: 'nameKey', direction: 'asc' } })).filter((group) => group.ownerIds.length === 0 && group.deletedAt === undefined && !group.unsupportedKind);
  const rows = await Promise.all(groups.slice(0, 20).map(async ({ id, name }) => ({ id, name, waiting: await turn.store.read('requests').count({ groupId: id, status: 'pending' }) })));
  return { kind: 'tableShown', table: { code: 'ownerless', rows } };
}
