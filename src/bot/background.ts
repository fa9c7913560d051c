import type { Log } from '../log.js';

/** Work that nobody waits for, but that must neither outlive the store nor end the process. */
export interface Background {
  add(work: Promise<unknown>): void;
  /** Resolves when all of it is done. */
  settle(): Promise<void>;
}

/** Keeps such work; what fails is written into the log. */
export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const task: Promise<void> = work
        .then(
          () => undefined,
          (error: unknown) => log.warn({ err: error }, 'work in the background failed'),
        )
        .finally(() => running.delete(task));
      running.add(task);
    },
    async settle() {
      await Promise.all(running);
    },
  };
}
