import { mergeInput } from './joinGroup.js';
import { viewPerson } from './people.js';
import { actorOf, changeAsked, loadActorFacts, loadGroupFacts, refused, resolveGroup, resolvePerson, typedPerson } from './resolve.js';
import { addPeople, previewPeople } from './addPeople.js';
import { occasionOf, type Turn } from './turn.js';
import { isMember, personCarry, withGroup } from './withGroup.js';
import { decideAssignManagers, decideAssignOwner, decideManageMembers } from '../domain/decideManage.js';
import { changeRole as applyRole, roleIn } from '../domain/groupChanges.js';
import { endMembership } from '../domain/membershipChanges.js';
import type { Membership } from '../domain/membership.js';
import type { MemberRow } from '../domain/table.js';
import type { Outcome } from '../domain/outcome.js';
import { tell } from '../domain/tenantChanges.js';
import { isBlocked } from '../domain/resourceChanges.js';
import type { IntentOf } from '../intents/intent.js';
import { parsePerson } from '../intents/parsePerson.js';

/** People on one page of a list. */
const pageSize = 8;

/** The longest list that is taken at once. */
const mostLines = 60;

/** "members Marketing": who is in, for those who run the group and administrators alone (Q10, S37, S38). */
export async function listMembers({ target, page }: IntentOf<'listMembers'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'listMembers', {}, async (facts) => {
    const verdict = decideManageMembers(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const memberships = await turn.store.read('memberships').find({ where: { groupId: group.id, status: 'active' } });
    const ids = [...new Set([...group.ownerIds, ...group.managerIds, ...memberships.map(({ personId }) => personId)])];
    const total = ids.length;
    const pageCount = Math.max(1, Math.ceil(total / pageSize));
    const shown = ids.slice((Math.min(page, pageCount) - 1) * pageSize).slice(0, pageSize);
    const [people, resources] = await Promise.all([turn.store.read('people').getMany(shown), turn.store.read('resources').find({ where: { groupIds: group.id } })]);
    const rows = shown.map((id): MemberRow => {
      const membership = memberships.find(({ personId }) => personId === id);
      const blocked = resources.filter((resource) => isBlocked(resource, id)).map(({ name }) => name);
      return { person: viewPerson(people.find((person) => person.id === id), id), role: roleIn(group, id), ...(membership ? { since: membership.since, how: membership.basis.kind } : {}), ...(membership?.until === undefined ? {} : { until: membership.until }), blocked };
    });
    return { kind: 'tableShown', table: { code: 'members', group: group.name, groupId: group.id, rows, page: { page: Math.min(page, pageCount), pageCount, total } } };
  });
}

/** "add @Ana to Marketing until 31 Dec": by those who run the group; whoever is added is told by whom (S33, S56, S78, F47). */
export async function addMembers(intent: IntentOf<'addMembers'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const [only] = intent.people;
  const found = await resolveGroup(turn, facts.tenant, intent.target, { verb: 'addMembers', carry: { ...(only && intent.people.length === 1 ? personCarry(only) : {}), ...(intent.justification ? { reason: intent.justification } : {}) } });
  if (!found.ok) return found.answer;
  const group = await loadGroupFacts(turn, facts, found.value);
  const verdict = decideManageMembers(group);
  if (!verdict.allowed) return refused(verdict.refusal);
  // One person who is not clear is picked from a card; of several, each gets a result of its own.
  if (only && intent.people.length === 1) {
    const person = await resolvePerson(turn, only, { verb: 'addMembers', carry: { groupId: found.value.id, ...(intent.justification ? { reason: intent.justification } : {}) } });
    if (!person.ok) return person.answer;
  }
  return addPeople(turn, group, verdict.proof, { people: intent.people, ...mergeInput(intent, found.reading) });
}

/** "import members into Marketing": a pasted list, first as a dry run with a result for each line (S32, F63, F72). */
export async function importMembers({ target, list, confirmed }: IntentOf<'importMembers'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, target, { verb: 'importMembers', carry: { value: list.replace(/[\n\r]+/g, '; ').slice(0, 3000) } });
  if (!found.ok) return found.answer;
  const group = await loadGroupFacts(turn, facts, found.value);
  const verdict = decideManageMembers(group);
  if (!verdict.allowed) return refused(verdict.refusal);
  const people = list.split(/[\n\r;,]+/).map((line) => parsePerson(line.replace(/^\s*[-*•\d.)]+\s+/, ''))).filter((person) => person !== undefined);
  if (people.length === 0) return refused({ code: 'not_a_member_list', problem: 'empty' });
  if (people.length > mostLines || list.length > 3000) return refused({ code: 'not_a_member_list', problem: 'tooLong' });
  if (confirmed) return addPeople(turn, group, verdict.proof, { people });
  const results = await previewPeople(turn, found.value, people);
  return { kind: 'confirmNeeded', question: { code: 'importMembers', group: found.value.name, groupId: found.value.id, list: people.map((person) => personCarry(person).words ?? '').join('; '), results: results.map(({ name, result }) => ({ name, result })) } };
}

/** "remove @Ana from Marketing": after a question that says what they lose (S39, S40, S61). */
export async function removeMember(intent: IntentOf<'removeMember'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const reason = intent.justification ? { reason: intent.justification } : {};
  const found = await resolveGroup(turn, facts.tenant, intent.target, { verb: 'removeMember', carry: { ...personCarry(intent.person), ...reason } });
  if (!found.ok) return found.answer;
  const verdict = decideManageMembers(await loadGroupFacts(turn, facts, found.value));
  if (!verdict.allowed) return refused(verdict.refusal);
  const person = await resolvePerson(turn, intent.person, { verb: 'removeMember', carry: { groupId: found.value.id, ...reason } });
  if (!person.ok) return person.answer;
  const group = found.value;
  const { id, name } = person.value;
  // Owners leave, or are made members first: taking somebody's group away is another thing.
  if (group.ownerIds.includes(id)) return group.ownerIds.length === 1 ? refused({ code: 'last_owner', group: group.name }) : changeRole({ kind: 'changeRole', target: { by: 'id', groupId: group.id }, person: { by: 'id', personId: id }, role: 'member' }, turn);
  return changeAsked(turn, { collection: 'memberships', id: `${group.id}/${id}` }, async (current) => {
    const again = decideManageMembers(await loadGroupFacts(turn, await loadActorFacts(turn), (await turn.store.read('groups').get(group.id)) ?? group));
    if (!again.allowed) return refused(again.refusal);
    const done: Outcome = { kind: 'noticed', notice: { code: 'memberRemoved', group: group.name, groupId: group.id, person: name } };
    if (current?.status !== 'active') return intent.confirmed && current?.endReason === 'removed' ? done : refused({ code: 'not_in_group', group: group.name, person: name || typedPerson(intent.person) });
    const resources = await turn.store.read('resources').find({ where: { groupIds: group.id }, sort: { field: 'nameKey', direction: 'asc' } });
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'removeMember', group: group.name, groupId: group.id, person: viewPerson(person.value, id), losses: resources.map((resource) => resource.name), ...reason } };
    const told = id === turn.actor.id ? [] : [tell(id, { code: 'youWereRemoved', group: group.name, by: turn.actor.name, ...reason }, [turn.actor.id])];
    const document: Membership = endMembership(current, { reason: 'removed', actorId: turn.actor.id, ...(intent.justification ? { why: intent.justification } : {}), tasks: told }, occasionOf(turn));
    return { proof: again.proof, document, outcome: done };
  });
}

/** "make @Bo owner of Marketing", "… membership manager …", "owners remove @Bo" (S8, S72–S75, F40–F43). */
export async function changeRole(intent: IntentOf<'changeRole'>, turn: Turn): Promise<Outcome> {
  const { role } = intent;
  return withGroup(turn, intent.target, 'changeRole', { ...personCarry(intent.person), value: role }, async (facts) => {
    const { group } = facts;
    const allowed = decideAssignManagers(facts);
    if (!allowed.allowed) return refused(allowed.refusal);
    const found = await resolvePerson(turn, intent.person, { verb: 'changeRole', carry: { groupId: group.id, value: role } });
    if (!found.ok) return found.answer;
    const person = found.value;
    const before = roleIn(group, person.id);
    if (before === role) return refused(role === 'member' ? { code: 'not_in_group', group: group.name, person: person.name } : { code: 'nothing_to_change', what: person.name });
    const view = viewPerson(person, person.id);
    const verdict = role === 'owner' ? decideAssignOwner(facts, { view, isMember: await isMember(turn, group, person.id) }) : allowed;
    if (!verdict.allowed) return refused(verdict.refusal);
    if (before === 'owner' && group.ownerIds.length === 1) return refused({ code: 'last_owner', group: group.name });
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'changeRole', group: group.name, groupId: group.id, person: view, role, before } };
    return { proof: verdict.proof, document: applyRole(group, person, role, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'roleChanged', group: group.name, groupId: group.id, person: person.name, role, before } } };
  });
}
