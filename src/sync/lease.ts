import type { SyncDeps } from './deps.js';
import type { Instant } from '../domain/terms.js';

/** How long one process may read before it says that it is still at it, in milliseconds. */
const leaseMs = 2 * 60_000;

const key = 'reading/lease';

interface Held {
  readonly holder: string;
  readonly until: Instant;
}

/** Takes the right to read, or keeps it: one process reads at a time. Says whether it is ours. */
export async function holdLease({ store, clock, processId }: SyncDeps): Promise<boolean> {
  let isOurs = false;
  await store.shared.kept.update(key, leaseMs, (stored): Held | undefined => {
    const held = stored as Held | undefined;
    isOurs = !held || held.holder === processId || held.until <= clock.now();
    return isOurs ? { holder: processId, until: clock.now() + leaseMs } : undefined;
  });
  return isOurs;
}

/** Gives it back, so that others need not wait for its end. */
export async function releaseLease({ store, processId }: SyncDeps): Promise<void> {
  await store.shared.kept.update(key, leaseMs, (stored): Held | undefined =>
    (stored as Held | undefined)?.holder === processId ? { holder: processId, until: 0 } : undefined,
  );
}
