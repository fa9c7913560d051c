import { membershipId } from '../domain/keys.js';
import { changeRecord, forEach } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import { loseGroup, reviveGroup } from './loseGroup.js';
import type { Group } from '../domain/groups/group.js';
import { isWishSettled, recordAligned } from '../domain/groups/groupInDirectory.js';
import { retireKnown } from '../domain/groups/linkGroup.js';
import { meetGroup, ownersAfter, planComparison, readGroupIn, type GroupSight } from '../domain/groups/groupReadIn.js';
import type { GroupThere, TieThere } from '../domain/groups/groupThere.js';
import { isThere } from '../domain/members/drift.js';
import type { Instant, PersonId } from '../domain/terms.js';
import { applyChange } from '../domain/timers.js';

type Present = Extract<GroupThere, { isGone?: undefined }>;

/** So many groups are looked through at a time. */
const pageSize = 500;

/** Takes a page of groups into the records. `fullSince`: when the reading of everything began that it belongs to. */
export async function readGroupsIn(
  deps: SyncDeps,
  page: readonly GroupThere[],
  fullSince: Instant | undefined,
): Promise<void> {
  const known = await findGroups(
    deps,
    page.map(({ directoryId }) => directoryId),
  );
  const names = await namesOf(deps, page, known);
  await forEach(page, async (there) => {
    const groups = known.get(there.directoryId) ?? [];
    if (there.isGone) for (const group of groups) await loseOrLook(deps, group, there.isGone);
    else if (groups.length === 0) await meet(deps, there, fullSince);
    else for (const group of await withoutDoubles(deps, groups)) await see(deps, group, there, { names, fullSince });
  });
}

/** The records of groups of the directory, by their ids there. */
async function findGroups({ store }: SyncDeps, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Group[]>> {
  const found = ids.length === 0 ? [] : await store.read('groups').find({ where: { directoryId: { in: ids } } });
  const byId = new Map<string, Group[]>();
  for (const group of found) byId.set(group.directoryId ?? '', [...(byId.get(group.directoryId ?? '') ?? []), group]);
  return byId;
}

/** The names of the owners who are told about: those of groups that the bot manages. */
async function namesOf(
  { store }: SyncDeps,
  page: readonly GroupThere[],
  known: ReadonlyMap<string, readonly Group[]>,
): Promise<ReadonlyMap<PersonId, string>> {
  const ids = page.flatMap((there) =>
    there.isGone || !known.get(there.directoryId)?.some((group) => group.knownAs === undefined)
      ? []
      : there.owners.map(({ id }) => id),
  );
  const people = ids.length === 0 ? [] : await store.read('people').getMany([...new Set(ids)]);
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A group of ours that was linked to one that had been read in: the latter is no group of its own any more. */
async function withoutDoubles(deps: SyncDeps, groups: readonly Group[]): Promise<readonly Group[]> {
  const managed = groups.filter(({ knownAs, deletedAt }) => knownAs === undefined && deletedAt === undefined);
  if (managed.length === 0) return groups;
  for (const { id } of groups.filter(({ knownAs }) => knownAs !== undefined))
    await changeRecord(deps, { collection: 'groups', id }, (known, occasion) => known && retireKnown(known, occasion));
  return managed;
}

async function meet(deps: SyncDeps, there: Present, fullSince: Instant | undefined): Promise<void> {
  const face = there.face ?? (await lookForFace(deps, there.directoryId));
  if (!face) return;
  const own = face.madeAs === undefined ? undefined : await deps.store.read('groups').get(face.madeAs);
  if (own) return adopt(deps, own, there);
  const { directoryId, owners, members } = there;
  const sight = { directoryId, owners, members, face, ...since(fullSince) };
  await changeRecord(deps, { collection: 'groups', id: there.directoryId }, (current, occasion) =>
    current
      ? readGroupIn(current, { ...sight, nameOf: () => undefined }, occasion)
      : meetGroup(deps.store.tenantId, sight, occasion),
  );
}

/**
 * A group that we have made there without hearing of it. While it is being made it gets its id by the answer to that;
 * where that was given up, or it was deleted here meanwhile, it gets it now, and what follows from that is done.
 */
async function adopt(deps: SyncDeps, { id }: Group, { directoryId, face, owners }: Present): Promise<void> {
  await changeRecord(deps, { collection: 'groups', id }, (current, occasion) => {
    const isOver = current?.deletedAt !== undefined || current?.directory?.state === 'refused';
    if (current?.directoryId !== undefined || !isOver || !current?.directory) return undefined;
    // With what it was made; what was changed there since is for the first comparison to find.
    const { name, description } = isWishSettled(current.directory) ? current.directory : (face ?? current);
    const step = { do: 'create', name, description, ownerIds: ownersAfter([], owners) } as const;
    return applyChange(current, recordAligned(step, directoryId), occasion);
  });
}

async function lookForFace({ reader }: SyncDeps, directoryId: string) {
  const look = await reader.lookForGroup(directoryId);
  return look.ok && look.value.is === 'there' ? look.value.face : undefined;
}

async function see(
  deps: SyncDeps,
  group: Group,
  there: Present,
  { names, fullSince }: { readonly names: ReadonlyMap<PersonId, string>; readonly fullSince: Instant | undefined },
): Promise<void> {
  if (group.deletedAt !== undefined && group.knownAs === undefined) return reviveGroup(deps, group, fullSince);
  const differs = await findDifference(deps, group, there.members);
  const sight: GroupSight = {
    directoryId: there.directoryId,
    owners: there.owners,
    members: there.members,
    ...(there.face ? { face: there.face } : {}),
    ...(differs ? { differs } : {}),
    ...since(fullSince),
    nameOf: (id) => names.get(id),
  };
  await changeRecord(deps, { collection: 'groups', id: group.id, known: group }, (current, occasion) =>
    current?.directoryId === there.directoryId ? readGroupIn(current, sight, occasion) : undefined,
  );
}

/** Whether somebody's tie differs from what we have; of groups whose members we keep alone. */
async function findDifference({ store }: SyncDeps, group: Group, ties: readonly TieThere[]): Promise<boolean> {
  if (ties.length === 0 || group.knownAs !== undefined || group.directory?.membersReadAt === undefined) return false;
  // Which groups are in it shows in no record of ours, but in the list.
  const people = ties.filter(({ isPerson }) => isPerson);
  if (people.length < ties.length) return true;
  const memberships = await store.read('memberships').getMany(people.map(({ id }) => membershipId(group.id, id)));
  const inside = new Map(memberships.map((membership) => [membership.personId, isThere(membership)]));
  return people.some(({ id, isIn }) => (inside.get(id) ?? false) !== isIn);
}

/** A group that a reading calls gone; where nothing could be seen now, it is looked for again until something is. */
async function loseOrLook(deps: SyncDeps, group: Group, said: 'restorable' | 'forGood'): Promise<void> {
  if ((await loseGroup(deps, group, said)) === 'notSeen')
    await changeRecord(
      deps,
      { collection: 'groups', id: group.id },
      (current, occasion) => current && planComparison(current, occasion),
    );
}

/** After everything was read again: what was not met is looked for, and is gone if it is nowhere. */
export async function loseUnseenGroups(deps: SyncDeps, fullSince: Instant): Promise<void> {
  for (let from = ''; ;) {
    const groups = await deps.store.read('groups').find({
      where: { directoryId: { gte: from } },
      sort: { field: 'directoryId', direction: 'asc' },
      limit: pageSize,
    });
    await forEach(
      groups.filter(({ directory, createdAt }) => (directory?.seenAt ?? 0) < fullSince && createdAt < fullSince),
      (group) => loseOrLook(deps, group, 'forGood'),
    );
    const last = groups.at(-1)?.directoryId;
    if (groups.length < pageSize || last === undefined) return;
    from = `${last}\u0000`;
  }
}

function since(fullSince: Instant | undefined): { readonly fullSince?: Instant } {
  return fullSince === undefined ? {} : { fullSince };
}
