import type { Documents, NamedKind, NameScope } from '../ports.js';
import type { Turn } from '../turn.js';
import { isAdmin } from '../../domain/groups/policy.js';
import { looksLike } from '../../domain/lookalikes.js';
import { toNameKey } from '../../domain/names.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { Tenant } from '../../domain/organisation/tenant.js';

/** Which groups this person may come near by name; `ids`: the groups that they are in. */
export function groupScope(turn: Pick<Turn, 'actor'>, tenant: Tenant, ids: readonly string[] = []): NameScope {
  const { id } = turn.actor;
  return { of: ['groups'], hidden: isAdmin(tenant, id) ? 'all' : { runBy: id, ids } };
}

/** The records of one kind that bear exactly one of these names now; what a name's entry says is not believed. */
export async function readNamed<K extends NamedKind>(
  { store }: Pick<Turn, 'store'>,
  kind: K,
  names: readonly string[],
): Promise<Documents[K][]> {
  const keys = [...new Set(names.map(toNameKey))];
  const entries = await store.names.exact(keys, [kind]);
  if (entries.length === 0) return [];
  const records = await store.read(kind).getMany([...new Set(entries.map(({ id }) => id))]);
  return records.filter((record) => isLive(record) && keys.includes(toNameKey(record.name)));
}

/** Resources whose names come near one of these, best first. */
export async function readNearResources(
  { store }: Pick<Turn, 'store'>,
  names: readonly string[],
  limit: number,
): Promise<Resource[]> {
  const entries = await store.names.near(names, { of: ['resources'], hidden: 'all' }, limit);
  const found = entries.length === 0 ? [] : await store.read('resources').getMany(entries.map(({ id }) => id));
  return found.filter(isLive);
}

/** Whether another live record bears the name, whoever may know of it; what was only read in takes none. */
export async function isNameTaken(
  turn: Pick<Turn, 'store'>,
  kind: 'groups' | 'resources',
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const named = await readNamed(turn, kind, [name]);
  return named.some((record) => record.id !== exceptId && !('knownAs' in record));
}

/** The name of another group that this person may know of and that can be mixed up with this one; hidden ones tell nothing. */
export async function findLookalike(
  turn: Pick<Turn, 'store' | 'actor'>,
  tenant: Tenant,
  name: string,
  exceptId?: string,
): Promise<string | undefined> {
  const entries = await turn.store.names.lookalikes(name, groupScope(turn, tenant).hidden);
  const ids = entries.map(({ id }) => id).filter((id) => id !== exceptId);
  if (ids.length === 0) return undefined;
  const groups = await turn.store.read('groups').getMany(ids.slice(0, mostLookalikes));
  return groups.find((group) => isLive(group) && looksLike(group.name, name))?.name;
}

/** So many are read to find one that still bears its name. */
const mostLookalikes = 10;

function isLive(record: Documents[NamedKind]): boolean {
  return !('deletedAt' in record) || record.deletedAt === undefined;
}
