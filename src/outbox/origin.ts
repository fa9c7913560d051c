import { AsyncLocalStorage } from 'node:async_hooks';
import type { Origin } from '../domain/effect.js';

const running = new AsyncLocalStorage<Origin | undefined>();

/** Runs one try of an effect, so that what follows from it says where it comes from, too. */
export function withOrigin<T>(origin: Origin | undefined, run: () => Promise<T>): Promise<T> {
  return running.run(origin, run);
}

/** Where the effect comes from that is carried out here. */
export function currentOrigin(): Origin | undefined {
  return running.getStore();
}
