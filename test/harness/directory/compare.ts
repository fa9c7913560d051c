import type { Documents, Store } from '../../../src/commands/ports.js';
import { leaversKey, type LeaverCount } from '../../../src/commands/reads/readingState.js';
import { faceFields } from '../../../src/domain/groups/directory.js';
import type { Group } from '../../../src/domain/groups/group.js';
import type { AuditEntry } from '../../../src/domain/history/audit.js';
import { isStuckInside } from '../../../src/domain/members/drift.js';
import type { Membership } from '../../../src/domain/members/membership.js';
import type { FakeGroup } from '../../../src/demo/fakeGraph/state.js';
import { idHere, noteMade } from './deeds.js';
import type { Town } from './town.js';

/** What both sides came to. */
export interface Comparison {
  /** Differences that nobody was told of, and what must never happen. */
  readonly wrong: readonly string[];
  /** Differences that the bot shows with their cause. */
  readonly reported: number;
}

interface Ledger {
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly requests: readonly Documents['requests'][];
  readonly people: readonly Documents['people'][];
  readonly history: readonly AuditEntry[];
}

/** Compares the records with the directory, and the calls with what was allowed. */
export async function compareSides(store: Store, town: Town): Promise<Comparison> {
  noteMade(town);
  const ledger = await readLedger(store, town);
  const brake = await readBrake(store, town);
  const report = { wrong: [] as string[], reported: 0 };
  for (const group of ledger.groups) compareGroup(town, ledger, group, report);
  for (const { id, displayName, deletedDateTime } of town.graph.state.groups.values())
    if (!deletedDateTime && !ledger.groups.some((group) => group.directoryId === id))
      report.wrong.push(`the group ${displayName} is there and not here`);
  comparePeople(town, ledger, brake, report);
  report.wrong.push(...findUnfinished(ledger), ...findForbidden(town));
  return report;
}

async function readLedger(store: Store, { tenantId }: Town): Promise<Ledger> {
  const tenant = store.forTenant(tenantId);
  const [groups, memberships, requests, people, history] = await Promise.all([
    tenant.read('groups').find({ where: {} }),
    tenant.read('memberships').find({ where: {} }),
    tenant.read('requests').find({ where: {} }),
    tenant.read('people').find({ where: {} }),
    tenant.readAudit(1, 10_000),
  ]);
  return { groups, memberships, requests, people, history };
}

async function readBrake(store: Store, { tenantId }: Town): Promise<boolean> {
  const count = (await store.forTenant(tenantId).shared.kept.get(leaversKey)) as LeaverCount | undefined;
  return count?.brake !== undefined && !count.brake.isReleased;
}

interface Report {
  readonly wrong: string[];
  reported: number;
}

function compareGroup(town: Town, ledger: Ledger, group: Group, report: Report): void {
  const { state } = town.graph;
  const there = group.directoryId === undefined ? undefined : state.groups.get(group.directoryId);
  const { name } = group;
  if (group.directoryId === undefined) {
    if (group.deletedAt === undefined && group.directory?.state !== 'refused')
      report.wrong.push(`${name} never came to be there (${group.directory?.state})`);
    return;
  }
  if (!there) {
    if (group.deletedAt === undefined) report.wrong.push(`${name} is gone there and not here`);
    return;
  }
  if (there.deletedDateTime) {
    if (group.deletedAt !== undefined) return;
    if (group.knownAs === undefined && group.directory?.held === 'groupDeleted') report.reported += 1;
    else report.wrong.push(`${name} is deleted there, and nobody here knows`);
    return;
  }
  if (group.deletedAt !== undefined) {
    const isLinked = ledger.groups.some((one) => one !== group && one.directoryId === there.id);
    // A kind that nobody may write to is not deleted there, and its owners were told.
    if (group.directory?.failure !== undefined && isOdd(there)) report.reported += 1;
    else if (!isLinked) report.wrong.push(`${name} is deleted here and not there`);
    return;
  }
  compareFace(town, group, there, report);
  if (group.knownAs === undefined) compareMembers(town, ledger, group, there, report);
}

function compareFace(town: Town, group: Group, there: FakeGroup, report: Report): void {
  const { name } = group;
  const thereOf = { name: there.displayName, description: there.description ?? '' };
  for (const field of faceFields) {
    if (group[field] === thereOf[field]) continue;
    // What the directory would not take was told to the owners.
    if (group.directory?.refusedFace?.[field] === group[field]) report.reported += 1;
    else report.wrong.push(`the ${field} of ${name} (${group[field]}) is ${thereOf[field]} there`);
  }
  if ((group.unsupportedKind !== undefined) !== isOdd(there))
    report.wrong.push(`the kind of ${name} is ${group.unsupportedKind ?? group.groupType} here, not so there`);
  const owners = town.graph.state.tiedAt('owners', there.id, town.clock.now()).filter((id) => isPerson(town, id));
  const differing = [
    ...owners.filter((id) => !group.ownerIds.includes(id)),
    ...group.ownerIds.filter((id) => !owners.includes(id)),
  ];
  for (const id of differing) {
    // Owners of what another directory masters are not listed there; a group without an owner here keeps those there.
    if (group.directory?.refusedIds?.includes(id) || group.ownerIds.length === 0 || isOdd(there)) report.reported += 1;
    else report.wrong.push(`${nameOf(town, id)} is owner of ${name} on one side only (${group.ownerIds.length} here)`);
  }
}

function compareMembers(town: Town, ledger: Ledger, group: Group, there: FakeGroup, report: Report): void {
  const { state, clock } = { state: town.graph.state, clock: town.clock };
  const inThere = new Set(state.tiedAt('members', there.id, clock.now()).filter((id) => isPerson(town, id)));
  const here = new Map(
    ledger.memberships.filter(({ groupId }) => groupId === group.id).map((one) => [one.personId, one]),
  );
  for (const id of new Set([...inThere, ...here.keys()])) {
    const membership = here.get(id);
    const isIn = inThere.has(id);
    const status = membership?.status ?? 'none';
    const tell = (what: string) =>
      report.wrong.push(
        `${nameOf(town, id)} in ${group.name}: ${status}, ${membership?.provisioning ?? '-'} here, ` +
          `${isIn ? 'in' : 'out'} there: ${what}`,
      );
    if (status === 'active' && isIn && membership?.provisioning === 'delivered') continue;
    if ((status === 'none' || status === 'ended') && !isIn) continue;
    if (group.brakeAt !== undefined) report.reported += 1;
    else if (membership && isStuckInside(membership)) report.reported += 1;
    else if ((status === 'unexplained' && isIn) || (status === 'missing' && !isIn)) {
      const isTold = ledger.history.some(
        ({ event }) => event.kind === 'driftFound' && event.groupId === group.id && event.subjectId === id,
      );
      if (isTold) report.reported += 1;
      else tell('and nobody was told');
    } else tell('no cause');
  }
}

function comparePeople(town: Town, ledger: Ledger, isBraked: boolean, report: Report): void {
  for (const person of ledger.people) {
    const there = town.graph.state.users.get(person.id);
    const isGone = !there?.accountEnabled;
    if ((person.leftAt !== undefined) !== isGone) {
      report.wrong.push(`${person.name} is ${isGone ? 'gone' : 'there'}, and not so here`);
      continue;
    }
    if (!isGone) {
      if (there && person.name !== there.displayName) report.wrong.push(`${there.displayName} is ${person.name} here`);
      continue;
    }
    if (isBraked) {
      report.reported += 1;
      continue;
    }
    // Whom other hands put in, the same hands have to take out.
    const left = ledger.memberships.filter(
      ({ personId, status, basis }) =>
        personId === person.id && status === 'active' && basis.kind !== 'outside' && basis.kind !== 'imported',
    );
    for (const { groupId } of left) report.wrong.push(`${person.name} has left and is a member of ${groupId}`);
    const waiting = ledger.requests.filter(
      ({ requesterId, status }) => requesterId === person.id && status === 'pending',
    );
    for (const { id } of waiting) report.wrong.push(`${person.name} has left and ${id} waits`);
  }
  for (const { id, displayName } of town.graph.state.users.values())
    if (!ledger.people.some((person) => person.id === id)) report.wrong.push(`nobody here knows ${displayName}`);
}

/** What is left to be done although it should be over. */
function findUnfinished({ groups, memberships, requests }: Ledger): string[] {
  const isHeld = new Map(groups.map(({ id, directory }) => [id, directory?.held !== undefined]));
  const due = ['addToDirectory', 'removeFromDirectory', 'alignGroup', 'grantMembership', 'reportDelivery'];
  const left = [
    ...groups.map((group) => ({ what: group.name, groupId: group.id, effects: group.effects })),
    ...memberships.map((one) => ({ what: one.key, groupId: one.groupId, effects: one.effects })),
    ...requests.map((one) => ({ what: one.id, groupId: one.groupId, effects: one.effects })),
  ].flatMap(({ what, groupId, effects }) =>
    isHeld.get(groupId)
      ? []
      : effects
          .filter(({ kind }) => due.includes(kind))
          .map(
            ({ kind, attempts, dueAt, lastError }) => `${what}: ${kind} is left (${attempts}, ${dueAt}, ${lastError})`,
          ),
  );
  const waiting = requests
    .filter(
      ({ status, provisioning, groupId }) =>
        status === 'approved' && provisioning === 'delivering' && !isHeld.get(groupId),
    )
    .map(({ id }) => `${id} is being set up for good`);
  return [...left, ...waiting];
}

/** Calls that nothing explains: to groups that are not enrolled, about people of whom nobody spoke, of whole people. */
function findForbidden(town: Town): string[] {
  const { graph, enrolled, spokenOf, leavers } = town;
  const wrong: string[] = [];
  for (const { method, path, body } of graph.requests) {
    if (method === 'GET') continue;
    const [, , root = '', groupId = '', relation, personId, ref] = path.split('/');
    const call = `${method} ${path}`;
    if (method === 'DELETE' && relation !== undefined && ref !== '$ref') wrong.push(`${call}: without /$ref`);
    if (root.startsWith('groups(uniqueName=')) continue;
    // A product of another run that has died calls its channel once more, on a port that is this directory's by now.
    if (path.startsWith('/v3/conversations/')) continue;
    if (root !== 'groups') wrong.push(`${call}: what is that`);
    else if (!enrolled.has(groupId)) wrong.push(`${call}: a group that is not enrolled`);
    else if (relation !== undefined) {
      const about = (method === 'DELETE' ? personId : /directoryObjects\/([0-9a-f-]+)/.exec(body)?.[1]) ?? '';
      if (!spokenOf.has(`${idHere(town, groupId)}/${about}`) && !leavers.has(about))
        wrong.push(`${call} ${about}: nobody spoke of them`);
    }
  }
  return wrong;
}

/** Whether it is of a kind that the bot does not write to. */
function isOdd({ onPremisesSyncEnabled, isAssignableToRole, isManagementRestricted }: FakeGroup): boolean {
  return onPremisesSyncEnabled === true || isAssignableToRole === true || isManagementRestricted === true;
}

function isPerson(town: Town, id: string): boolean {
  return town.graph.state.users.has(id);
}

function nameOf({ graph }: Town, id: string): string {
  return graph.state.users.get(id)?.displayName ?? id;
}
