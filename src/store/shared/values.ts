import type { SharedValues } from '../../commands/ports.js';
import { keyOf } from '../../domain/keys.js';
import type { Instant } from '../../domain/terms.js';
import type { Engine } from '../engine.js';
import type { SharedRecord } from './record.js';

/** So often a value that others change at the same moment is tried again. */
const mostTries = 20;

/** Values that are kept in the store, for every process and across restarts. */
export function createKeptValues(engine: Engine, tenantId: string): SharedValues {
  async function read(key: string): Promise<{ record?: SharedRecord; isLive: boolean }> {
    const [record] = await engine.get('shared', [keyOf(tenantId, key)]);
    return record ? { record, isLive: isLive(record.sweepAt, engine.now()) } : { isLive: false };
  }
  return {
    async get(key) {
      const { record, isLive } = await read(key);
      return isLive ? record?.value : undefined;
    },
    async update(key, keptMs, change) {
      for (let attempt = 1; attempt <= mostTries; attempt += 1) {
        const { record, isLive } = await read(key);
        const value = change(isLive ? record?.value : undefined);
        if (value === undefined) return;
        const sweepAt = engine.now() + keptMs;
        const next = { key: keyOf(tenantId, key), tenantId, version: (record?.version ?? 0) + 1, value, sweepAt };
        const result = record
          ? await engine.replace('shared', next, record.version)
          : await engine.insert('shared', next);
        if (result === 'written') return;
      }
      throw new Error(`${key} was changed by others ${mostTries} times in a row`);
    },
    async remove(key) {
      const { record } = await read(key);
      if (record) await engine.remove('shared', record.key, record.version);
    },
  };
}

/** More values than this, and those past their time are dropped; then the oldest, until so many are left. */
const pruneAbove = 10_000;
const prunedTo = 9_000;

/** Values in memory: for the embedded store, which one process alone opens, and for what a restart may forget. */
export function createPassingValues(now: () => Instant): (tenantId: string) => SharedValues {
  const values = new Map<string, { readonly value: unknown; readonly sweepAt: Instant }>();
  const live = (key: string): unknown => {
    const found = values.get(key);
    return found && isLive(found.sweepAt, now()) ? found.value : undefined;
  };
  return (tenantId) => ({
    get: async (key) => live(keyOf(tenantId, key)),
    async update(key, keptMs, change) {
      const value = change(live(keyOf(tenantId, key)));
      if (value === undefined) return;
      // The oldest stand first, so that where all are live, these go.
      if (values.size >= pruneAbove) prune(values, now());
      values.delete(keyOf(tenantId, key));
      values.set(keyOf(tenantId, key), { value, sweepAt: now() + keptMs });
    },
    remove: async (key) => void values.delete(keyOf(tenantId, key)),
  });
}

function prune(values: Map<string, { readonly sweepAt: Instant }>, now: Instant): void {
  for (const [key, { sweepAt }] of values) if (!isLive(sweepAt, now)) values.delete(key);
  for (const key of values.keys()) {
    if (values.size <= prunedTo) return;
    values.delete(key);
  }
}

function isLive(sweepAt: Instant | undefined, now: Instant): boolean {
  return sweepAt === undefined || sweepAt > now;
}
