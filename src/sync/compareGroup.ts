import { tenantRecordId, membershipId } from '../domain/keys.js';
import { changeRecord, forEach } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import { findDifference, lagOf, listTies, type Difference } from './difference.js';
import { loseGroup } from './loseGroup.js';
import type { ReadFailure } from '../commands/ports/directoryReader.js';
import { needsBrake, recordComparison, type Comparison } from '../domain/groups/drift.js';
import type { Group } from '../domain/groups/group.js';
import { readGroupIn } from '../domain/groups/groupReadIn.js';
import { insideAfter, type TieThere } from '../domain/groups/groupThere.js';
import { findAdded, findRemoved, importMember, isThere, retryRemoval, undoFound } from '../domain/members/drift.js';
import type { Membership } from '../domain/members/membership.js';
import { pushMember } from '../domain/members/membershipTimers.js';
import { adminIdsOf } from '../domain/groups/policy.js';
import type { PersonId } from '../domain/terms.js';

/** So many names are told on one card. */
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
  if (!group || directoryId === undefined || group.deletedAt !== undefined) return { end: 'done' };
  if (group.knownAs !== undefined) return lookAtKnown(deps, group, directoryId);
  if (group.directory?.held === 'groupDeleted') return { end: 'done' };
  const [members, owners] = [await listTies(deps, directoryId, 'members'), await listTies(deps, directoryId, 'owners')];
  const failure = members.ok ? (owners.ok ? undefined : owners) : members;
  // A group that is not there any more has no list, and a new one may not be known everywhere yet.
  const isNew = (group.directory?.since ?? group.createdAt) > deps.clock.now() - lagOf(deps);
  if (failure) return !isNew && (await loseGroup(deps, group, 'forGood')) === 'lost' ? { end: 'done' } : failure;
  if (!members.ok || !owners.ok) return { end: 'done' };
  const inThere = new Set(members.ties.filter(({ isPerson }) => isPerson).map(({ id }) => id));
  const difference = await findDifference(deps, group, inThere);
  await takeOutAgain(deps, group, difference.stuck);
  const ownerTies = findOwnerTies(group, owners.ties);
  const ownersSettle = (group.directory?.ownersWrittenAt ?? 0) > deps.clock.now() - lagOf(deps);
  const isFirst = group.directory?.membersReadAt === undefined;
  const unseen = isFirst ? await lookAtFace(deps, group, directoryId) : undefined;
  if (unseen) return unseen;
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
    inside: insideAfter(undefined, members.ties),
    owners: ownersSettle ? [] : ownerTies,
    nameOf: (id) => names.get(id),
  };
  await changeRecord(
    deps,
    { collection: 'groups', id: groupId },
    (current, occasion) => current && recordComparison(current, comparison, occasion),
  );
  // A list may also be older than what a reading has told before: what differs is looked at again once it shows.
  const isDoubted = isFirst
    ? (group.directory?.inside?.people ?? inThere.size) !== inThere.size
    : difference.added.length + difference.removed.length > 0;
  const isToWait =
    difference.isSettling ||
    (ownerTies.length > 0 && ownersSettle) ||
    ((isDoubted || ownerTies.length > 0) && !isPlannedLater(group, deps));
  return isToWait ? { end: 'later', afterMs: lagOf(deps) } : { end: 'done' };
}

/** Whether both sides are compared later anyway. */
function isPlannedLater({ effects }: Group, { clock }: SyncDeps): boolean {
  return effects.some(({ kind, dueAt }) => kind === 'compareMembers' && dueAt > clock.now());
}

/** Takes out once more whom the directory did not let go, now that the group is of a kind that may be changed. */
async function takeOutAgain(deps: SyncDeps, group: Group, stuck: readonly Membership[]): Promise<void> {
  if (group.unsupportedKind !== undefined) return;
  await forEach(stuck, async ({ personId }) => {
    await changeMembership(deps, group, personId, (former, occasion) => former && retryRemoval(former, occasion));
  });
}

/** Who owns a group that is only known, as a fresh list has it. */
async function lookAtKnown(deps: SyncDeps, group: Group, directoryId: string): Promise<CompareEnd> {
  const owners = await listTies(deps, directoryId, 'owners');
  if (!owners.ok) return owners;
  const sight = { directoryId, owners: owners.ties, isWhole: true, nameOf: () => undefined } as const;
  await changeRecord(deps, { collection: 'groups', id: group.id }, (current, occasion) =>
    current?.knownAs === undefined ? undefined : readGroupIn(current, sight, occasion),
  );
  return { end: 'done' };
}

/** What other hands have changed about a group between its making there and our hearing of its id, no reading has told. */
async function lookAtFace(deps: SyncDeps, { id }: Group, directoryId: string): Promise<ReadFailure | undefined> {
  const look = await deps.reader.lookForGroup(directoryId);
  if (!look.ok) return look;
  const face = look.value.is === 'there' ? look.value.face : undefined;
  if (face)
    await changeRecord(
      deps,
      { collection: 'groups', id },
      (current, occasion) =>
        current && readGroupIn(current, { directoryId, face, owners: [], nameOf: () => undefined }, occasion),
    );
  return undefined;
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

/** The owners whom a list shows differently from what we know. */
function findOwnerTies({ directory }: Group, listed: readonly TieThere[]): TieThere[] {
  const known = directory?.ownerIds ?? [];
  const ids = new Set(listed.filter(({ isPerson }) => isPerson).map(({ id }) => id));
  const came = [...ids].filter((id) => !known.includes(id));
  const gone = known.filter((id) => !ids.has(id));
  return [
    ...came.map((id) => ({ id, isIn: true, isPerson: true })),
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
