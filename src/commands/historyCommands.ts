import { peopleOf, readAccess } from './accessReads.js';
import { exportTime, toCsv } from './csv.js';
import { loadDecision } from './decision.js';
import { viewPeople, viewPerson } from './people.js';
import { actorOf, changeAsked, loadActorFacts, loadGroupFacts, refused, resolveGroup, resolvePerson, resolveResource } from './resolve.js';
import { viewAccessRows } from './resourceCommands.js';
import { findDelegators } from './standIns.js';
import { occasionOf, type Turn } from './turn.js';
import { personCarry } from './withGroup.js';
import type { AuditEntry } from '../domain/audit.js';
import { verifyChain } from '../domain/auditChain.js';
import { decideAdminister, decideManageMembers } from '../domain/decideManage.js';
import { explainJoin as explainRules } from '../domain/decideJoin.js';
import { decideDelegation, endDelegations as withoutDelegations, startDelegation } from '../domain/delegation.js';
import { findObstacle } from '../domain/decideApproval.js';
import type { Outcome } from '../domain/outcome.js';
import type { Delegation } from '../domain/person.js';
import { endOf } from '../domain/policy.js';
import type { DelegationRow, HistoryRow } from '../domain/table.js';
import type { IntentOf } from '../intents/intent.js';

/** Lines on one page of a history. */
const pageSize = 8;

/** Entries that are read at once while the chain is checked or exported. */
const readSize = 500;

/** "history Marketing", "history REQ-…": for those who may see it; for all others there is none (F65). */
export async function showHistory({ about, page }: IntentOf<'showHistory'>, turn: Turn): Promise<Outcome> {
  if (about.of === 'request') {
    const facts = await loadDecision(turn, about.requestId);
    const isOwn = facts?.request.requesterId === turn.actor.id;
    const obstacle = facts && findObstacle(facts);
    const mayDecide = obstacle === undefined || obstacle.code === 'request_already_decided' || obstacle.code === 'request_closed';
    if (!facts || !(isOwn || mayDecide || facts.tenant.adminIds.includes(turn.actor.id))) return refused({ code: 'request_not_found', typed: about.requestId });
    return showEntries(turn, { title: about.requestId, requestId: about.requestId }, page);
  }
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, about.target, { verb: 'showHistory', carry: {} });
  if (!found.ok) return found.answer;
  const verdict = decideManageMembers(await loadGroupFacts(turn, facts, found.value));
  if (!verdict.allowed) return refused(verdict.refusal);
  return showEntries(turn, { title: found.value.name, groupId: found.value.id }, page);
}

async function showEntries(turn: Turn, about: { readonly title: string; readonly groupId?: string; readonly requestId?: string }, page: number): Promise<Outcome> {
  const { title, ...search } = about;
  const at = Math.max(1, page);
  const { entries, total } = await turn.store.findAudit({ ...search, skip: (at - 1) * pageSize, limit: pageSize });
  return { kind: 'tableShown', table: { code: 'history', title, ...search, rows: await viewEntries(turn, entries), page: { page: at, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } } };
}

async function viewEntries(turn: Turn, entries: readonly AuditEntry[]): Promise<HistoryRow[]> {
  const events = entries.map(({ event }) => event);
  const [people, groups, resources] = await Promise.all([
    viewPeople(turn.store, [...new Set(events.flatMap(({ actorId, subjectId, forId }) => [actorId, subjectId, forId].filter((id) => id !== undefined)))]),
    turn.store.read('groups').getMany([...new Set(events.flatMap(({ groupId }) => (groupId ? [groupId] : [])))]),
    turn.store.read('resources').getMany([...new Set(events.flatMap(({ resourceId }) => (resourceId ? [resourceId] : [])))]),
  ]);
  const nameOf = (id: string | undefined): string | undefined => people.find((person) => person.id === id)?.name;
  return events.map((event) => {
    const [actor, subject, standsFor] = [nameOf(event.actorId), nameOf(event.subjectId), nameOf(event.forId)];
    const group = groups.find(({ id }) => id === event.groupId)?.name;
    const resource = resources.find(({ id }) => id === event.resourceId)?.name;
    return { event, ...(actor ? { actor: standsFor ? `${actor} (for ${standsFor})` : actor } : {}), ...(subject ? { subject } : {}), ...(group ? { group } : {}), ...(resource ? { resource } : {}) };
  });
}

/** "audit verify": walks the whole chain and says where it breaks, if it does (F66). */
export async function verifyHistory(_intent: IntentOf<'verifyHistory'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  let last: { readonly sequence: number; readonly hash: string } | undefined;
  for (;;) {
    const entries = await turn.store.readAudit((last?.sequence ?? 0) + 1, readSize);
    const checked = verifyChain(entries, turn.sha256, last);
    if (!checked.ok) return { kind: 'noticed', notice: { code: 'auditBroken', sequence: checked.sequence, problem: checked.problem } };
    last = checked.last ?? last;
    if (entries.length < readSize) return { kind: 'noticed', notice: { code: 'auditVerified', entries: last?.sequence ?? 0, hash: last?.hash ?? '' } };
  }
}

/** "export audit as csv", "export who has Salesforce": a file, for administrators (F60, F67). */
export async function exportTable(intent: IntentOf<'exportTable'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const made = intent.resource ? await accessLines(turn, intent.resource) : await historyLines(turn, facts, intent);
  if (!Array.isArray(made)) return made;
  const day = new Date(turn.now).toISOString().slice(0, 10);
  const fileName = `${intent.table}-${day}.${intent.format}`;
  const text = intent.format === 'csv' ? toCsv(made) : JSON.stringify(made, null, 2);
  const url = turn.exports.offer({ fileName, contentType: intent.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8', text });
  return { kind: 'noticed', notice: { code: 'fileReady', fileName, rows: made.length, url } };
}

type Line = Readonly<Record<string, string | number>>;

async function accessLines(turn: Turn, target: NonNullable<IntentOf<'exportTable'>['resource']>): Promise<Line[] | Outcome> {
  const found = await resolveResource(turn, target, { verb: 'listAccess', carry: {} });
  if (!found.ok) return found.answer;
  const facts = await readAccess(turn, found.value);
  const rows = await viewAccessRows(turn, found.value, facts, peopleOf(facts));
  return rows.flatMap(({ person, paths, isBlocked }) => paths.map((path) => ({ resource: found.value.name, person: person.name, personId: person.id, group: path.group, how: path.how, since: exportTime(path.since), until: exportTime(path.until), decidedBy: path.by ?? '', request: path.requestId ?? '', reason: path.reason ?? '', blocked: isBlocked ? 'yes' : 'no' })));
}

async function historyLines(turn: Turn, facts: Awaited<ReturnType<typeof loadActorFacts>>, { target }: IntentOf<'exportTable'>): Promise<Line[] | Outcome> {
  const found = target && (await resolveGroup(turn, facts.tenant, target, { verb: 'showHistory', carry: {} }));
  if (found && !found.ok) return found.answer;
  const lines: Line[] = [];
  for (let from = 1; ; from += readSize) {
    const entries = await turn.store.readAudit(from, readSize);
    const wanted = entries.filter(({ event }) => !found || event.groupId === found.value.id);
    lines.push(...(await viewEntries(turn, wanted)).map(({ event, actor = '', subject = '', group = '', resource = '' }, index) => ({ sequence: wanted[index]?.sequence ?? 0, at: exportTime(event.at), event: event.kind, actor, subject, group, resource, setting: event.setting ?? '', request: event.requestId ?? '', before: event.before ?? '', after: event.after ?? '', reason: event.reason ?? '', hash: wanted[index]?.hash ?? '' })));
    if (entries.length < readSize) return lines;
  }
}

/** "explain join Marketing": each rule and what it says, from the very rules that decide (F88); of others for administrators. */
export async function explainJoin(intent: IntentOf<'explainJoin'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, intent.target, { verb: 'explainJoin', carry: intent.person ? personCarry(intent.person) : {} });
  if (!found.ok) return found.answer;
  const person = intent.person ? await resolvePerson(turn, intent.person, { verb: 'explainJoin', carry: { groupId: found.value.id } }) : ({ ok: true, value: turn.actor } as const);
  if (!person.ok) return person.answer;
  const isOther = person.value.id !== turn.actor.id;
  const verdict = decideAdminister(facts);
  if (isOther && !verdict.allowed) return refused(verdict.refusal);
  const group = found.value;
  const { rules, refusal, route } = explainRules({ personId: person.value.id, group, tenant: facts.tenant, owners: await viewPeople(turn.store, group.ownerIds), admins: facts.admins });
  return { kind: 'tableShown', table: { code: 'explained', group: group.name, groupId: group.id, ...(isOther ? { person: viewPerson(person.value, person.value.id) } : {}), rules, ...(refusal ? { refusal } : { route }) } };
}

/** "delegate to @Bo until Friday": somebody else may decide in one's place, for a while (F45). */
export async function delegate(intent: IntentOf<'delegate'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const group = intent.target && (await resolveGroup(turn, facts.tenant, intent.target, { verb: 'delegate', carry: personCarry(intent.person) }));
  if (group && !group.ok) return group.answer;
  const found = await resolvePerson(turn, intent.person, { verb: 'delegate', carry: group ? { groupId: group.value.id } : {} });
  if (!found.ok) return found.answer;
  const duration = (group ? group.reading?.duration : undefined) ?? intent.duration;
  const until = duration && endOf(duration, turn.now);
  if (until !== undefined && until <= turn.now) return refused({ code: 'duration_in_the_past' });
  return changeAsked(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const me = current ?? turn.actor;
    const verdict = decideDelegation(me, found.value, turn.now);
    if (!verdict.allowed) return refused(verdict.refusal);
    const given = { ...(until === undefined ? {} : { until }), ...(group ? { group: { id: group.value.id, name: group.value.name } } : {}) };
    const told = { ...(until === undefined ? {} : { until }), ...(group ? { group: group.value.name } : {}) };
    return { proof: verdict.proof, document: startDelegation(me, found.value, given, occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'delegated', person: found.value.name, ...told } } };
  });
}

/** "my delegations": who stands in for whom, in both directions. */
export async function listDelegations(_intent: IntentOf<'listDelegations'>, turn: Turn): Promise<Outcome> {
  const isCurrent = ({ until }: Delegation): boolean => until === undefined || until > turn.now;
  const given = (turn.actor.delegations ?? []).filter(isCurrent);
  const delegators = await findDelegators(turn);
  const received = delegators.flatMap((person) => (person.delegations ?? []).filter((one) => one.toId === turn.actor.id && isCurrent(one)).map((one) => ({ ...one, toId: person.id })));
  const rows = async (list: readonly Delegation[]): Promise<DelegationRow[]> => {
    const people = new Map((await viewPeople(turn.store, list.map(({ toId }) => toId))).map((person) => [person.id, person]));
    const groups = await turn.store.read('groups').getMany(list.flatMap(({ groupId }) => (groupId ? [groupId] : [])));
    return list.map(({ toId, until, groupId }) => {
      const group = groups.find(({ id }) => id === groupId)?.name;
      return { person: people.get(toId) ?? viewPerson(undefined, toId), ...(until === undefined ? {} : { until }), ...(group ? { group } : {}) };
    });
  };
  return { kind: 'tableShown', table: { code: 'delegations', given: await rows(given), received: await rows(received) } };
}

/** "stop delegating": one decides alone again, at once. */
export async function endDelegations(_intent: IntentOf<'endDelegations'>, turn: Turn): Promise<Outcome> {
  return changeAsked(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const count = current?.delegations?.length ?? 0;
    if (!current || count === 0) return refused({ code: 'nothing_to_change', what: actorOf(turn).name });
    const { proof, document } = withoutDelegations(current, occasionOf(turn));
    return { proof, document, outcome: { kind: 'noticed', notice: { code: 'delegationEnded', count } } };
  });
}
