import type { Clock, Running, Store } from '../commands/ports.js';
import type { Config } from '../config.js';
import type { Metrics } from '../metrics.js';
import { productVersion } from '../project.js';

/** What this process knows of itself. */
export function describeProcess(
  { mongodbUri }: Config,
  { clock, metrics, store }: { readonly clock: Clock; readonly metrics: Metrics; readonly store: Store },
): Running {
  return {
    version: productVersion,
    startedAt: clock.now(),
    store: mongodbUri ? 'mongodb' : 'embedded',
    givenUp: () => metrics.givenUp(),
    oldestDueAt: async (now) => (await store.findDueWork(now, 1))[0]?.dueAt,
  };
}
