import { groupScope } from './names.js';
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
  const named = await readNamed(turn, keys);
  const [only] = named;
  // Who finds one without looking at their own groups need not wait for these; a hidden one of the same name may be theirs, too.
  const plain = only && named.length === 1 && isPlain(turn, tenant, only) ? pickExact(readings, [only]) : undefined;
  if (plain) return plain;
  const mine = await readMine(turn);
  const known = [...named, ...(await readRenamed(turn, keys, named))].filter(
    (group) =>
      isPlain(turn, tenant, group) ||
      (mine.has(group.id) && canSeeGroup({ ...whoSees(turn, tenant), group, isMember: true })),
  );
  return pickExact(readings, known) ?? findNear(turn, tenant, readings, mine);
}

/** How many groups of one name are looked at. */
const mostOfAName = 50;

/** The groups that bear one of these names. */
async function readNamed({ store }: Turn, keys: readonly string[]): Promise<Group[]> {
  const unique = [...new Set(keys)];
  const nameKey = unique.length === 1 ? (unique[0] as string) : { in: unique };
  const groups = await store.read('groups').find({ where: { nameKey }, limit: mostOfAName * unique.length });
  return groups.filter(({ deletedAt }) => deletedAt === undefined);
}

/** The same of those whose records have not been saved since names were folded otherwise: the index of names is ahead of them. */
async function readRenamed({ store }: Turn, keys: readonly string[], known: readonly Group[]): Promise<Group[]> {
  const ids = (await store.names.exact(keys, ['groups'])).map(({ id }) => id);
  const missing = [...new Set(ids)].filter((id) => !known.some((group) => group.id === id));
  if (missing.length === 0) return [];
  const groups = await store.read('groups').getMany(missing);
  return groups.filter((group) => keys.includes(toNameKey(group.name)));
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
function isPlain(turn: Turn, tenant: Tenant, group: Group): boolean {
  return canSeeGroup({ ...whoSees(turn, tenant), group, isMember: false });
}

function whoSees({ actor }: Turn, tenant: Tenant): { readonly personId: string; readonly isAdmin: boolean } {
  return { personId: actor.id, isAdmin: isAdmin(tenant, actor.id) };
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
