import { peopleOf, readAccess, viewPaths } from './accessReads.js';
import { viewPeople, viewPerson } from './people.js';
import { actorOf, changeAsked, loadActorFacts, refused, resolveGroup, resolvePerson, resolveResource } from './resolve.js';
import { occasionOf, type Turn } from './turn.js';
import { keepVisible } from './findGroup.js';
import { personCarry } from './withGroup.js';
import { decideAdminister, findClosedDoor } from '../domain/decideManage.js';
import { decideGrant } from '../domain/decideResource.js';
import type { Resource } from '../domain/group.js';
import { toNameKey } from '../domain/names.js';
import type { Outcome } from '../domain/outcome.js';
import { addResource as makeResource, changeBlock as applyBlock, changeGrant as applyGrant, isBlocked } from '../domain/resourceChanges.js';
import type { IntentOf } from '../intents/intent.js';

/** Lines on one page of a list. */
const pageSize = 8;

/** "resources": what groups open, and whose it is. */
export async function listResources({ page }: IntentOf<'listResources'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const closed = findClosedDoor(facts);
  if (closed) return refused(closed);
  const total = await turn.store.read('resources').count({});
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const at = Math.min(page, pageCount);
  const resources = await turn.store.read('resources').find({ where: {}, sort: { field: 'nameKey', direction: 'asc' }, skip: (at - 1) * pageSize, limit: pageSize });
  const groups = await keepVisible(turn, facts.tenant, await turn.store.read('groups').getMany([...new Set(resources.flatMap(({ groupIds }) => groupIds))]));
  const owners = new Map((await viewPeople(turn.store, [...new Set(resources.flatMap(({ ownerIds }) => ownerIds))])).map((person) => [person.id, person.name]));
  const rows = resources.map(({ id, name, groupIds, ownerIds }) => ({ id, name, groups: groups.filter((group) => groupIds.includes(group.id)).map((group) => group.name), owners: ownerIds.map((owner) => owners.get(owner) ?? '').filter((one) => one !== '') }));
  return { kind: 'tableShown', table: { code: 'resources', rows, page: { page: at, pageCount, total } } };
}

/** "add resource Salesforce https://… owned by @Rosa", by administrators. */
export async function addResource(intent: IntentOf<'addResource'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const name = intent.name.replace(/\s+/g, ' ').trim().slice(0, 120);
  if (name === '') return refused({ code: 'name_not_allowed', name, problem: 'missing' });
  const owner = intent.owner ? await resolvePerson(turn, intent.owner, { verb: 'addResource', carry: { words: name, ...(intent.link ? { value: intent.link } : {}) } }) : ({ ok: true, value: turn.actor } as const);
  if (!owner.ok) return owner.answer;
  const [same] = await turn.store.read('resources').find({ where: { nameKey: toNameKey(name) }, limit: 1 });
  if (same) return refused({ code: 'name_not_allowed', name, problem: 'taken' });
  const id = turn.ids.uuid();
  return changeAsked(turn, { collection: 'resources', id }, async () => ({
    proof: verdict.proof,
    document: makeResource(turn.tenantId, { id, name, ...(intent.link ? { link: intent.link } : {}), owner: owner.value }, actorOf(turn), occasionOf(turn)),
    outcome: { kind: 'noticed', notice: { code: 'resourceAdded', resource: name, owner: owner.value.name } },
  }));
}

/** "grant Salesforce to Sales EMEA": by the resource's own owner or an administrator, for each resource by itself (S30, S36, S43, S44, S47, S48, F70). */
export async function changeGrant(intent: IntentOf<'changeGrant'>, turn: Turn): Promise<Outcome> {
  const { is } = intent;
  const facts = await loadActorFacts(turn);
  const value = is ? 'yes' : 'no';
  const found = await resolveResource(turn, intent.resource, { verb: 'changeGrant', carry: { value, ...(intent.target.by === 'id' ? { groupId: intent.target.groupId } : { words: intent.target.readings[0]?.name ?? '' }) } });
  if (!found.ok) return found.answer;
  const group = await resolveGroup(turn, facts.tenant, intent.target, { verb: 'changeGrant', carry: { value, resourceId: found.value.id } });
  if (!group.ok) return group.answer;
  const closed = findClosedDoor(facts, group.value);
  if (closed) return refused(closed);
  return changeAsked(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    if (!current) return refused({ code: 'resource_not_found', typed: found.value.name });
    const verdict = decideGrant(await loadActorFacts(turn), current, await viewPeople(turn.store, current.ownerIds));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (current.groupIds.includes(group.value.id) === is) return refused({ code: 'nothing_to_change', what: current.name });
    const members = await turn.store.read('memberships').count({ groupId: group.value.id, status: 'active' });
    const about = { resource: current.name, group: group.value.name, groupId: group.value.id, members };
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'changeGrant', resourceId: current.id, is, ...about } };
    return { proof: verdict.proof, document: applyGrant(current, group.value, is, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: is ? 'granted' : 'ungranted', ...about } } };
  });
}

/** "why do I have Salesforce": app, group, request, who decided, the reason and the end (F68); of others for administrators alone. */
export async function explainAccess(intent: IntentOf<'explainAccess'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveResource(turn, intent.resource, { verb: 'explainAccess', carry: intent.person ? personCarry(intent.person) : {} });
  if (!found.ok) return found.answer;
  const person = intent.person ? await resolvePerson(turn, intent.person, { verb: 'explainAccess', carry: { resourceId: found.value.id } }) : ({ ok: true, value: turn.actor } as const);
  if (!person.ok) return person.answer;
  const isOther = person.value.id !== turn.actor.id;
  const verdict = decideAdminister(facts);
  if (isOther && !verdict.allowed) return refused(verdict.refusal);
  const resource = found.value;
  const access = await readAccess(turn, resource, person.value.id);
  const block = (resource.blocks ?? []).find(({ personId }) => personId === person.value.id);
  const by = block && (await viewPeople(turn.store, [block.by]))[0];
  const openers = await keepVisible(turn, facts.tenant, access.groups);
  return {
    kind: 'tableShown',
    table: {
      code: 'accessPaths',
      resource: resource.name,
      resourceId: resource.id,
      ...(isOther ? { person: viewPerson(person.value, person.value.id) } : {}),
      paths: await viewPaths(turn, resource, person.value.id, access),
      ...(block ? { block: { by: by?.name ?? '', ...(block.reason ? { reason: block.reason } : {}) } } : {}),
      openers: openers.map(({ id, name }) => ({ id, name })),
    },
  };
}

/** "who has Salesforce": everybody with access, whatever group it came from, for administrators (S41, F60). */
export async function listAccess({ resource: target, page }: IntentOf<'listAccess'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const found = await resolveResource(turn, target, { verb: 'listAccess', carry: {} });
  if (!found.ok) return found.answer;
  const ids = await readAccess(turn, found.value);
  const all = peopleOf(ids);
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const at = Math.min(page, pageCount);
  const rows = await viewAccessRows(turn, found.value, ids, all.slice((at - 1) * pageSize, at * pageSize));
  return { kind: 'tableShown', table: { code: 'access', resource: found.value.name, resourceId: found.value.id, rows, page: { page: at, pageCount, total: all.length } } };
}

/** Some people's ways into a resource. */
export async function viewAccessRows(turn: Turn, resource: Resource, facts: Parameters<typeof viewPaths>[3], ids: readonly string[]): Promise<{ person: ReturnType<typeof viewPerson>; paths: Awaited<ReturnType<typeof viewPaths>>; isBlocked: boolean }[]> {
  const people = new Map((await viewPeople(turn.store, ids)).map((person) => [person.id, person]));
  return Promise.all(ids.map(async (id) => ({ person: people.get(id) ?? viewPerson(undefined, id), paths: await viewPaths(turn, resource, id, facts), isBlocked: isBlocked(resource, id) })));
}

/** "block @Ana from Salesforce because …": a veto over every way in, present and future, until it is taken back (S42, F61, Q11). */
export async function changeBlock(intent: IntentOf<'changeBlock'>, turn: Turn): Promise<Outcome> {
  const { is } = intent;
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const reason = intent.justification ? { reason: intent.justification } : {};
  const found = await resolveResource(turn, intent.resource, { verb: 'changeBlock', carry: { value: is ? 'yes' : 'no', ...personCarry(intent.person), ...reason } });
  if (!found.ok) return found.answer;
  const person = await resolvePerson(turn, intent.person, { verb: 'changeBlock', carry: { value: is ? 'yes' : 'no', resourceId: found.value.id, ...reason } });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  return changeAsked(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    const verdict = decideAdminister(await loadActorFacts(turn));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!current) return refused({ code: 'resource_not_found', typed: found.value.name });
    if (isBlocked(current, id) === is) return refused({ code: 'nothing_to_change', what: name });
    const paths = await viewPaths(turn, current, id, await readAccess(turn, current, id));
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'changeBlock', resource: current.name, resourceId: current.id, person: viewPerson(person.value, id), is, groups: paths.map(({ group }) => group), ...reason } };
    const groups = await turn.store.read('groups').getMany(paths.map(({ groupId }) => groupId));
    return { proof: verdict.proof, document: applyBlock(current, person.value, { is, groups, ...reason }, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: is ? 'accessBlocked' : 'accessUnblocked', resource: current.name, person: name } } };
  });
}
