import type { SyncDeps } from './deps.js';
import type { ReadFailure } from '../commands/ports/directoryReader.js';
import type { Group } from '../domain/groups/group.js';
import type { TieThere } from '../domain/groups/groupThere.js';
import { membershipId } from '../domain/keys.js';
import { isSettling, isStuckInside, settlingMs } from '../domain/members/drift.js';
import type { Membership } from '../domain/members/membership.js';
import type { PersonId } from '../domain/terms.js';

/** So many memberships are read at a time. */
const pageSize = 1_000;

/** For how long the directory may not show a change of ours, in milliseconds. */
export function lagOf({ directoryLagMs = settlingMs }: SyncDeps): number {
  return directoryLagMs;
}

/** Everybody who is tied to a group now, by a fresh list. */
export async function listTies(
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

/** In what the directory and our records differ about who is in a group. */
export interface Difference {
  readonly added: readonly PersonId[];
  readonly removed: readonly PersonId[];
  /** Those whom we could not take out. */
  readonly stuck: readonly Membership[];
  /** How many we have in it. */
  readonly members: number;
  /** What somebody may still be from before a change of ours is left for later. */
  readonly isSettling: boolean;
}

/** Finds it; `inThere`: the people who are in there. */
export async function findDifference(
  deps: SyncDeps,
  group: Group,
  inThere: ReadonlySet<PersonId>,
): Promise<Difference> {
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
  const stuck = formers.filter(isStuckInside);
  for (const former of formers)
    if (isStuckInside(former)) added.delete(former.personId);
    else if (isFresh(former)) {
      hasSettling = true;
      added.delete(former.personId);
    }
  return { added: [...added], removed, stuck, members, isSettling: hasSettling };
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
