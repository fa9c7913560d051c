import type { Store, DueWork } from '../commands/ports.js';
import { workShelves } from './collections.js';
import { sweep } from './shared/sweep.js';
import { createTenantStore } from './tenantStore.js';
import type { Engine } from './engine.js';
import type { Instant } from '../domain/terms.js';

/** The store over a database. */
export function createStore(engine: Engine): Store {
  return {
    forTenant: (tenantId) => createTenantStore(engine, tenantId),
    findDueWork: (now, limit) => findDueWork(engine, now, limit),
    async nextDueAt() {
      const moments = await Promise.all(workShelves.map((shelf) => engine.earliest(shelf)));
      return moments.filter((moment) => moment !== undefined).sort((a, b) => a - b)[0];
    },
    sweep: () => sweep(engine),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

async function findDueWork(engine: Engine, now: Instant, limit: number): Promise<DueWork[]> {
  if (limit === 0) return [];
  const found = await Promise.all(
    workShelves.map(async (collection) =>
      (await engine.due(collection, now, limit)).map((record) => ({ ...record, collection })),
    ),
  );
  const oldest = found
    .flat()
    .sort((a, b) => a.nextEffectAt - b.nextEffectAt)
    .slice(0, limit);
  return oldest.map(({ collection, tenantId, key }) => ({ collection, tenantId, id: key.slice(tenantId.length + 1) }));
}
