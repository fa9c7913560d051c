import { tenantRecordId, membershipId } from '../domain/keys.js';
import { changeRecord, forEach } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import type { ReadFailure } from '../commands/ports/directoryReader.js';
import { needsBrake, recordComparison, type Comparison } from '../domain/groups/drift.js';
import type { Group } from '../domain/groups/group.js';
import type { TieThere } from '../domain/groups/groupThere.js';
import {
  findAdded,
  findRemoved,
  importMember,
  isSettling,
  isThere,
  settlingMs,
  undoFound,
} from '../domain/members/drift.js';
import type { Membership } from '../domain/members/membership.js';
import { pushMember } from '../domain/members/membershipTimers.js';
import { adminIdsOf } from '../domain/groups/policy.js';
import type { PersonId } from '../domain/terms.js';

/** So many memberships are read at a time, and so many names are told on one card. */
const pageSize = 1_000;
const mostNames = 40;

/** How a comparison ended; `later`: some of it has to wait until what we wrote shows. */
export type CompareEnd = { readonly end: 'done' } | { readonly end: 'later'; readonly afterMs: number } | ReadFailure;

/**
 * Compares who is in a group on both sides, by a fresh list of the directory: what a reading of changes said is only
 * the reason to look. What differs is taken over, undone or asked about, as the group's policy says (F73).
 */
export async function compareGroup(deps: SyncDeps, groupId: string, isReleased: boolean): Promise<CompareEnd> {
  const group = await deps.store.read('groups').get(groupId);
  const { directoryId } = group ?? {};
  if (!group || directoryId === undefined || group.deletedAt !== undefined || group.knownAs !== undefined)
    return { end: 'done' };
  if (group.directory?.held === 'groupDeleted') return { end: 'done' };
  const [members, owners] = [await listTies(deps, directoryId, 'members'), await listTies(deps, directoryId, 'owners')];
  if (!members.ok) return members;
  if (!owners.ok) return owners;
  const inThere = new Set(members.ties.filter(({ isPerson }) => isPerson).map(({ id }) => id));
  const difference = await findDifference(deps, group, inThere);
  const isFirst = group.directory?.membersReadAt === undefined;
  const brake =
    !isFirst && !isReleased && needsBrake(difference.removed.length, difference.members)
      ? { gone: difference.removed.length, members: difference.members }
      : undefined;
  const found = isFirst
    ? await takeIn(deps, group, difference)
    : await settle(deps, group, { ...difference, removed: brake ? [] : difference.removed });
  const names = await namesOf(deps, [...found.added, ...found.removed, ...owners.ties.map(({ id }) => id)]);
  const named = (ids: readonly PersonId[]) => ids.slice(0, mostNames).map((id) => names.get(id) ?? id);
  const comparison: Comparison = {
    found: { added: named(found.added), removed: named(found.removed) },
    ...(isFirst ? { imported: difference.added.length } : {}),
    ...(brake ? { brake } : {}),
    askedIds: await whomToAsk(deps, group),
    owners: findOwnerTies(group, owners.ties, deps.clock.now() - lagOf(deps)),
    nameOf: (id) => names.get(id),
  };
  await changeRecord(
    deps,
    { collection: 'groups', id: groupId },
    (current, occasion) => current && recordComparison(current, comparison, occasion),
  );
  return difference.isSettling ? { end: 'later', afterMs: lagOf(deps) } : { end: 'done' };
}

/** For how long the directory may not show a change of ours, in milliseconds. */
function lagOf({ directoryLagMs = settlingMs }: SyncDeps): number {
  return directoryLagMs;
}

async function listTies(
  { reader }: SyncDeps,
  directoryId: string,
  relation: 'members' | 'owners',
): Promise<{ readonly ok: true; readonly ties: readonly TieThere[] } | ReadFailure> {
  const ties: TieThere[] = [];
  for (let link: string | undefined; ;) {
    const page = await reader.ties(directoryId, relation, link);
    if (!page.ok) return page;
    ties.push(...page.value.ties);
    if (page.value.link === undefined) return { ok: true, ties };
    ({ link } = page.value);
  }
}

interface Difference {
  readonly added: readonly PersonId[];
  readonly removed: readonly PersonId[];
  /** How many we have in it. */
  readonly members: number;
  /** What somebody may still be from before a change of ours is left for later. */
  readonly isSettling: boolean;
}

async function findDifference(deps: SyncDeps, group: Group, inThere: ReadonlySet<PersonId>): Promise<Difference> {
  const { store, clock } = deps;
  const isFresh = (membership: Membership) => isSettling(membership, clock.now(), lagOf(deps));
  const [added, removed] = [new Set(inThere), [] as PersonId[]];
  let [members, hasSettling] = [0, false];
  for (const status of ['active', 'unexplained'] as const)
    for await (const membership of membershipsOf(deps, group.id, status)) {
      members += 1;
      if (added.delete(membership.personId)) continue;
      if (isFresh(membership) && group.directory?.membersReadAt !== undefined) hasSettling = true;
      else removed.push(membership.personId);
    }
  // Those who are in there and not here: some may just have left, and of others it is told that they could not be taken out.
  const formers = await store.read('memberships').getMany([...added].map((id) => membershipId(group.id, id)));
  for (const former of formers)
    if (former.provisioning === 'failed') added.delete(former.personId);
    else if (isFresh(former)) {
      hasSettling = true;
      added.delete(former.personId);
    }
  return { added: [...added], removed, members, isSettling: hasSettling };
}

async function* membershipsOf(
  { store }: SyncDeps,
  groupId: string,
  status: Membership['status'],
): AsyncGenerator<Membership> {
  for (let last: Membership | undefined; ;) {
    const page: Membership[] = await store.read('memberships').find({
      where: { groupId, status },
      sort: { field: 'status', direction: 'asc' },
      limit: pageSize,
      ...(last ? { after: { value: status, key: last.key } } : {}),
    });
    yield* page;
    last = page.at(-1);
    if (page.length < pageSize) return;
  }
}

/** The first comparison after a group was enrolled: each side gets whom the other has. */
async function takeIn(
  deps: SyncDeps,
  group: Group,
  { added, removed }: Difference,
): Promise<{ readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }> {
  await forEach(added, async (personId) => {
    await changeMembership(deps, group, personId, (former, occasion) =>
      importMember(former, placeOf(group, personId), occasion),
    );
  });
  await forEach(removed, async (personId) => {
    await changeMembership(deps, group, personId, (former, occasion) => former && pushMember(former, occasion));
  });
  return { added: [], removed: [] };
}

/** Takes over or undoes what differs, or shows it; gives back what is to be asked about. */
async function settle(
  deps: SyncDeps,
  group: Group,
  { added, removed }: Difference,
): Promise<{ readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }> {
  const { driftPolicy = 'report' } = group;
  const asked = { added: [] as PersonId[], removed: [] as PersonId[] };
  await forEach(added, async (personId) => {
    const place = placeOf(group, personId);
    let isBack = false;
    const isNew = await changeMembership(deps, group, personId, (former, occasion) => {
      isBack = former?.status === 'missing';
      return driftPolicy === 'undo' && !isBack
        ? undoFound(former, place, true, occasion)
        : findAdded(former, place, driftPolicy === 'takeOver', occasion);
    });
    if (isNew && !isBack && driftPolicy === 'report') asked.added.push(personId);
  });
  await forEach(removed, async (personId) => {
    let wasUnexplained = false;
    const isNew = await changeMembership(deps, group, personId, (former, occasion) => {
      wasUnexplained = former?.status === 'unexplained';
      if (!former || !isThere(former)) return undefined;
      return driftPolicy === 'undo' && !wasUnexplained
        ? undoFound(former, placeOf(group, personId), false, occasion)
        : findRemoved(former, driftPolicy === 'takeOver', occasion);
    });
    if (isNew && !wasUnexplained && driftPolicy === 'report') asked.removed.push(personId);
  });
  return asked;
}

function changeMembership(
  deps: SyncDeps,
  { id }: Group,
  personId: PersonId,
  decide: Parameters<typeof changeRecord<'memberships'>>[2],
): Promise<boolean> {
  return changeRecord(deps, { collection: 'memberships', id: membershipId(id, personId) }, decide);
}

function placeOf({ tenantId, id: groupId }: Group, personId: PersonId) {
  return { tenantId, groupId, personId };
}

/** The owners that a list shows differently from what we know; one that we changed lately may not show yet. */
function findOwnerTies({ directory }: Group, listed: readonly TieThere[], shownUntil: number): TieThere[] {
  const ids = new Set(listed.filter(({ isPerson }) => isPerson).map(({ id }) => id));
  const isFresh = (directory?.ownersWrittenAt ?? 0) > shownUntil;
  const gone = isFresh ? [] : (directory?.ownerIds ?? []).filter((id) => !ids.has(id));
  const fresh = isFresh ? [] : [...ids];
  return [
    ...fresh.map((id) => ({ id, isIn: true, isPerson: true })),
    ...gone.map((id) => ({ id, isIn: false, isPerson: true })),
  ];
}

async function namesOf({ store }: SyncDeps, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  const people = ids.length === 0 ? [] : await store.read('people').getMany([...new Set(ids)]);
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Who can explain it: the owners and the administrators. */
async function whomToAsk({ store }: SyncDeps, { ownerIds }: Group): Promise<readonly PersonId[]> {
  const tenant = await store.read('tenants').get(tenantRecordId);
  return [...new Set([...ownerIds, ...(tenant ? adminIdsOf(tenant) : [])])];
}
