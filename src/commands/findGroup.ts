import type { Turn } from './turn.js';
import type { Group } from '../domain/group.js';
import { resolveName, toNameKey } from '../domain/names.js';
import { canSeeGroup, isAdmin } from '../domain/policy.js';
import type { Tenant } from '../domain/tenant.js';
import type { GroupTarget, NameReading } from '../intents/intent.js';

/** What came of looking for the group that somebody meant. */
export type GroupSearch =
  | { readonly found: 'one'; readonly group: Group; readonly reading?: NameReading }
  /** Names that come near, or the same name more than once; nothing may be changed without a click. */
  | { readonly found: 'several'; readonly groups: readonly Group[]; readonly reading: NameReading; readonly why: 'inexact' | 'several' }
  | { readonly found: 'none'; readonly typed: string };

/** How many near misses are offered at the most. */
const mostCandidates = 6;

/** Looks for a group: by id from a click, or by name, where only an exact name finds exactly one (F83). */
export async function findGroup(turn: Turn, tenant: Tenant, target: GroupTarget): Promise<GroupSearch> {
  if (target.by === 'id') {
    const group = await turn.store.read('groups').get(target.groupId);
    const [visible] = await keepVisible(turn, tenant, group ? [group] : []);
    return visible ? { found: 'one', group: visible } : { found: 'none', typed: '' };
  }
  const { readings } = target;
  const keys = [...new Set(readings.map((reading) => toNameKey(reading.name)))];
  const exact = await keepVisible(turn, tenant, await turn.store.read('groups').find({ where: { nameKey: { in: keys } } }));
  for (const reading of readings) {
    const groups = exact.filter((group) => group.nameKey === toNameKey(reading.name));
    if (groups.length > 1) return { found: 'several', groups, reading, why: 'several' };
    if (groups[0]) return { found: 'one', group: groups[0], reading };
  }
  return findNear(turn, tenant, readings);
}

async function findNear(turn: Turn, tenant: Tenant, readings: readonly NameReading[]): Promise<GroupSearch> {
  const catalogue = await turn.listCatalogue(turn.store);
  for (const reading of readings) {
    const resolved = resolveName(reading.name, catalogue);
    if (resolved.match === 'none') continue;
    const items = resolved.match === 'exact' ? [resolved.item] : resolved.items;
    const groups = await keepVisible(turn, tenant, await turn.store.read('groups').getMany(items.map((item) => item.id)));
    if (groups.length > 0) return { found: 'several', groups: groups.slice(0, mostCandidates), reading, why: 'inexact' };
  }
  return { found: 'none', typed: readings[readings.length - 1]?.name ?? '' };
}

/** Leaves out what this person is not to know of (Q10). */
export async function keepVisible(turn: Turn, tenant: Tenant, groups: readonly Group[]): Promise<Group[]> {
  const { actor } = turn;
  const hidden = groups.filter((group) => !canSeeGroup({ group, personId: actor.id, isMember: false, isAdmin: isAdmin(tenant, actor.id) }));
  if (hidden.length === 0) return [...groups];
  const memberships = await turn.store.read('memberships').getMany(hidden.map((group) => `${group.id}/${actor.id}`));
  const mine = new Set(memberships.filter((membership) => membership.status === 'active').map((membership) => membership.groupId));
  return groups.filter((group) => !hidden.includes(group) || mine.has(group.id));
}
