import type { Clock, TenantStore } from '../ports.js';
import type { CatalogueEntry } from '../turn.js';

/** How long a list of names is used before it is read again, in milliseconds. */
const maxAgeMs = 10_000;

/** Keeps each organisation's group names for some seconds, so that a misspelt name does not cost a read of all groups. */
export function createCatalogue(clock: Clock): (store: TenantStore) => Promise<readonly CatalogueEntry[]> {
  const lists = new Map<string, { readonly readAt: number; readonly entries: Promise<readonly CatalogueEntry[]> }>();
  return (store) => {
    const known = lists.get(store.tenantId);
    if (known && clock.now() - known.readAt < maxAgeMs) return known.entries;
    const entries = readEntries(store);
    lists.set(store.tenantId, { readAt: clock.now(), entries });
    // A failed read must not be remembered.
    entries.catch(() => lists.delete(store.tenantId));
    return entries;
  };
}

async function readEntries(store: TenantStore): Promise<readonly CatalogueEntry[]> {
  const groups = await store.read('groups').find({ where: {}, sort: { field: 'nameKey', direction: 'asc' } });
  return groups
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id, name, nameKey, description, isListed, ownerIds, managerIds }) => ({
      id,
      name,
      nameKey,
      description,
      isListed,
      ownerIds,
      managerIds,
    }));
}
