import type { Store, FoundWork, TenantStore, UnreadableRecord } from '../commands/ports.js';
import { idOf } from '../domain/keys.js';
import { workShelves, type WorkField } from './collections.js';
import { sweep } from './shared/sweep.js';
import { checkedEngine } from './door.js';
import { createTenantStore } from './tenantStore.js';
import type { Engine } from './engine.js';
import type { Instant } from '../domain/terms.js';

/** What becomes of records that do not fit; operators should hear of each. */
export interface StoreReports {
  readonly onUnreadable?: (record: UnreadableRecord) => void;
}

/** The stores of so many organisations are kept; they hold no records, and are made again when they are asked for. */
const mostTenants = 500;

/** The store over a database. */
export function createStore(database: Engine, { onUnreadable = () => undefined }: StoreReports = {}): Store {
  const engine = checkedEngine(database, onUnreadable);
  const tenants = new Map<string, TenantStore>();
  return {
    forTenant(tenantId) {
      let tenant = tenants.get(tenantId);
      if (tenant) return tenant;
      tenant = createTenantStore(engine, tenantId);
      if (tenants.size >= mostTenants) tenants.clear();
      tenants.set(tenantId, tenant);
      return tenant;
    },
    findDueWork: (until, limit) => findDueWork(engine, until, limit),
    now: () => engine.now(),
    sweep: () => sweep(engine),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

async function findDueWork(engine: Engine, until: Instant, limit: number): Promise<FoundWork[]> {
  if (limit === 0) return [];
  const found = await findBy(engine, 'nextEffectAt', until, limit);
  // There may be more than this: what somebody waits for is not to stand behind it.
  const awaited = found.length < limit ? [] : await findBy(engine, 'awaitedAt', until, limit);
  const first = new Set(awaited.map(({ collection, tenantId, id }) => `${collection} ${tenantId}/${id}`));
  const others = found.filter(({ collection, tenantId, id }) => !first.has(`${collection} ${tenantId}/${id}`));
  return [...awaited, ...others].slice(0, limit);
}

async function findBy(engine: Engine, by: WorkField, until: Instant, limit: number): Promise<FoundWork[]> {
  const found = await Promise.all(
    workShelves.map(async (collection) =>
      (await engine.due(collection, by, until, limit)).map(({ key, tenantId, nextEffectAt, awaitedAt = Infinity }) => ({
        ...{ collection, tenantId, id: idOf({ key, tenantId }), dueAt: nextEffectAt },
        ...(awaitedAt <= until ? { isAwaited: true as const } : {}),
      })),
    ),
  );
  return found
    .flat()
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, limit);
}
