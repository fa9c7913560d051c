import type { TenantStore } from '../ports.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import { canJoinAlone, effectiveJoinRule } from '../../domain/groups/policy.js';
import { tenantRecordId } from '../../domain/keys.js';
import { isBlocked } from '../../domain/resources/resourceChanges.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { PersonId } from '../../domain/terms.js';
import type { GroupView, UnlockView } from '../../domain/views.js';

/** Groups as everybody may see them, in the order given, with what they unlock for a person (one read for all). */
export async function viewGroups(
  store: TenantStore,
  groups: readonly Group[],
  personId?: PersonId,
): Promise<GroupView[]> {
  const resources = await readUnlocks(store, groups);
  const names = toldApart(groups);
  return groups.map((group, at) => ({ ...toGroupView(group, resources, personId), name: names[at] ?? group.name }));
}

/** The names of groups; groups of the directory may share one, and then show their mail nicknames, too. */
export function toldApart(groups: readonly Group[]): string[] {
  const counts = new Map<string, number>();
  for (const { nameKey } of groups) counts.set(nameKey, (counts.get(nameKey) ?? 0) + 1);
  return groups.map(({ name, nameKey, nickname }) =>
    nickname !== undefined && (counts.get(nameKey) ?? 0) > 1 ? `${name} (${nickname})` : name,
  );
}

/** One group as everybody may see it, with what it unlocks for a person. */
export async function viewGroup(store: TenantStore, group: Group, personId?: PersonId): Promise<GroupView> {
  const [view] = await viewGroups(store, [group], personId);
  return view as GroupView;
}

/** A group as somebody sees it who is out of it now: how they could come back, under the settings of the organisation. */
export async function viewLeftGroup(store: TenantStore, group: Group, personId: PersonId): Promise<GroupView> {
  const [view, tenant] = await Promise.all([
    viewGroup(store, group, personId),
    store.read('tenants').get(tenantRecordId),
  ]);
  if (!tenant) return view;
  const isClosed = canJoinAlone(tenant, personId) ? undefined : (true as const);
  return { ...view, joinRule: effectiveJoinRule(group, tenant), ...given({ isClosed }) };
}

/** What groups unlock, by the names of it. */
export async function readUnlocks(store: TenantStore, groups: readonly Group[]): Promise<readonly Resource[]> {
  const ids = [...new Set(groups.map((group) => group.id))];
  if (ids.length === 0) return [];
  return store.read('resources').find({
    where: { groupIds: ids.length === 1 ? (ids[0] as string) : { in: ids } },
    sort: { field: 'nameKey', direction: 'asc' },
  });
}

/** One group with what it unlocks, out of what was read already. */
export function toGroupView(
  { id, name, description, groupType, joinRule, ownerIds, directoryId }: Group,
  resources: readonly Resource[],
  personId: PersonId | undefined,
): GroupView {
  const unlocks = resources
    .filter((resource) => resource.groupIds.includes(id))
    .map((resource) => viewUnlock(resource, personId));
  const place = directoryId === undefined ? {} : { isInEntra: true as const };
  return { id, name, description, groupType, joinRule, ownerCount: ownerIds.length, unlocks, ...place };
}

function viewUnlock(resource: Resource, personId: PersonId | undefined): UnlockView {
  const { name, link } = resource;
  if (personId !== undefined && isBlocked(resource, personId)) return { name, isBlocked: true };
  return link ? { name, link } : { name };
}
