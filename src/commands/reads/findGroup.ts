import { groupScope } from './names.js';
import type { NameEntry } from '../ports.js';
import type { Turn } from '../turn.js';
import type { Group } from '../../domain/groups/group.js';
import { resolveName, toNameKey } from '../../domain/names.js';
import { canSeeGroup, isAdmin } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { GroupTarget, NameReading } from '../../intents/targets.js';

/** What came of looking for the group that somebody meant. */
export type GroupSearch =
  | { readonly found: 'one'; readonly group: Group; readonly reading?: NameReading }
  /** Names that come near, or the same name more than once; nothing may be changed without a click. */
  | {
      readonly found: 'several';
      readonly groups: readonly Group[];
      readonly reading: NameReading;
      readonly why: 'inexact' | 'several';
    }
  | { readonly found: 'none'; readonly typed: string };

/** How many near misses are offered at the most. */
const mostCandidates = 6;

/** How many are looked at, over all the ways to read what was typed. */
const mostNear = 40;

/**
 * Looks for a group: by id from a click, or by name, where only an exact name finds exactly one (F83). A group that this
 * person is not to know of takes the same reads as one that does not exist, so that the time of an answer tells nothing.
 */
export async function findGroup(turn: Turn, tenant: Tenant, target: GroupTarget): Promise<GroupSearch> {
  if (target.by === 'id') return findById(turn, tenant, target.groupId);
  const { readings } = target;
  const keys = readings.flatMap(({ name }) => [name, ...(withNickname.exec(name)?.slice(1, 2) ?? [])].map(toNameKey));
  const exact = await turn.store.names.exact(keys, ['groups']);
  const [only] = exact;
  // Who finds one without looking at their own groups need not wait for these; a hidden one of the same name may be theirs, too.
  const plain = only && exact.length === 1 && isPlain(turn, tenant, toSeen(only)) ? await readExact(turn, [only]) : [];
  const picked = pickExact(readings, await keepVisible(turn, tenant, plain));
  if (picked) return picked;
  const mine = await readMine(turn);
  const known = exact.filter((entry) => isPlain(turn, tenant, toSeen(entry)) || mine.has(entry.id));
  return (
    pickExact(readings, await keepVisible(turn, tenant, await readExact(turn, known))) ??
    findNear(turn, tenant, readings, mine)
  );
}

/** The groups of these entries that still bear the name. */
async function readExact({ store }: Turn, entries: readonly NameEntry[]): Promise<Group[]> {
  if (entries.length === 0) return [];
  const groups = await store.read('groups').getMany([...new Set(entries.map(({ id }) => id))]);
  return groups.filter((group) =>
    entries.some(({ id, nameKey }) => id === group.id && nameKey === toNameKey(group.name)),
  );
}

/** What an entry says of who may see its group; the group itself has the last word. */
function toSeen({ isListed = false, runnerIds = [] }: NameEntry): Pick<Group, 'isListed' | 'ownerIds'> {
  return { isListed, ownerIds: runnerIds };
}

async function findById(turn: Turn, tenant: Tenant, groupId: string): Promise<GroupSearch> {
  const group = await turn.store.read('groups').get(groupId);
  if (group && isPlain(turn, tenant, group)) return { found: 'one', group };
  const membership = await turn.store.read('memberships').get(membershipId(groupId, turn.actor.id));
  return group?.deletedAt === undefined && group && membership?.status === 'active'
    ? { found: 'one', group }
    : { found: 'none', typed: '' };
}

/** Whether a person may know of a group without being a member of it. */
function isPlain({ actor }: Turn, tenant: Tenant, group: Parameters<typeof canSeeGroup>[0]['group']): boolean {
  return canSeeGroup({ group, personId: actor.id, isMember: false, isAdmin: isAdmin(tenant, actor.id) });
}

async function readMine({ store, actor }: Turn): Promise<ReadonlySet<string>> {
  const memberships = await store.read('memberships').find({ where: { personId: actor.id, status: 'active' } });
  return new Set(memberships.map(({ groupId }) => groupId));
}

function pickExact(readings: readonly NameReading[], groups: readonly Group[]): GroupSearch | undefined {
  for (const reading of readings) {
    const named = groups.filter((group) => bears(group, reading.name));
    // What was only read in is meant where nothing of that name can be done anything with.
    const managed = named.filter(({ knownAs }) => knownAs === undefined);
    const fitting = managed.length > 0 ? managed : named;
    if (fitting.length > 1) return { found: 'several', groups: fitting, reading, why: 'several' };
    if (fitting[0]) return { found: 'one', group: fitting[0], reading };
  }
  return undefined;
}

/** A name with the mail nickname behind it, as groups of one name are shown. */
const withNickname = /^(.+) \(([^()]+)\)$/;

/** Whether a group is called so, or so with its mail nickname behind the name. */
function bears({ name, nickname }: Group, typed: string): boolean {
  if (toNameKey(name) === toNameKey(typed)) return true;
  const [, bare = '', behind = ''] = withNickname.exec(typed) ?? [];
  return nickname !== undefined && toNameKey(name) === toNameKey(bare) && toNameKey(nickname) === toNameKey(behind);
}

async function findNear(
  turn: Turn,
  tenant: Tenant,
  readings: readonly NameReading[],
  mine: ReadonlySet<string>,
): Promise<GroupSearch> {
  const texts = readings.map((reading) => reading.name);
  const entries = await turn.store.names.near(texts, groupScope(turn, tenant, [...mine]), mostNear);
  for (const reading of readings) {
    const resolved = resolveName(reading.name, entries);
    if (resolved.match === 'none') continue;
    const items = resolved.match === 'exact' ? [resolved.item] : resolved.items;
    const groups = await keepVisible(
      turn,
      tenant,
      await turn.store.read('groups').getMany(items.map((item) => item.id)),
    );
    if (groups.length > 0)
      return { found: 'several', groups: groups.slice(0, mostCandidates), reading, why: 'inexact' };
  }
  return { found: 'none', typed: readings[readings.length - 1]?.name ?? '' };
}

/** Leaves out what this person is not to know of (Q10). */
export async function keepVisible(turn: Turn, tenant: Tenant, groups: readonly Group[]): Promise<Group[]> {
  const { actor } = turn;
  const hidden = groups.filter(
    (group) => !canSeeGroup({ group, personId: actor.id, isMember: false, isAdmin: isAdmin(tenant, actor.id) }),
  );
  if (hidden.length === 0) return [...groups];
  const memberships = await turn.store
    .read('memberships')
    .getMany(hidden.map((group) => membershipId(group.id, actor.id)));
  const mine = new Set(
    memberships.filter((membership) => membership.status === 'active').map((membership) => membership.groupId),
  );
  return groups.filter((group) => !hidden.includes(group) || mine.has(group.id));
}
