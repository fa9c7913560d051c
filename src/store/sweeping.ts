import type { Store } from '../commands/ports.js';

/** How often what was left behind is cleared away, in milliseconds. */
const sweepEveryMs = 60_000;

/** Clears away from time to time; `hand` takes each round, which may be running when the process ends. */
export function startSweeping(store: Store, hand: (round: Promise<void>) => void): { stop(): void } {
  const timer = setInterval(() => hand(store.sweep()), sweepEveryMs).unref();
  return { stop: () => clearInterval(timer) };
}
