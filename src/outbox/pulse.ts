import type { Instant } from '../domain/terms.js';

/** A dispatcher that has not looked, or not moved, for so long is not at work, in milliseconds. */
export const pulseLimitMs = 25_000;

/**
 * Whether a dispatcher is at work: it saw what is due not long ago, and when every place is taken and more waits, work
 * ends from time to time. A database that answers a ping may still not say what is due.
 */
export class Pulse {
  #lookedAt: Instant;
  #movedAt: Instant;

  constructor(readonly now: () => Instant) {
    this.#lookedAt = this.#movedAt = now();
  }

  /** What is due was seen. */
  looked(): void {
    this.#lookedAt = this.now();
  }

  /** Work on a record ended, or a place was free. */
  moved(): void {
    this.#movedAt = this.now();
  }

  isAlive({ isFull }: { readonly isFull: boolean }): boolean {
    const now = this.now();
    return now - this.#lookedAt <= pulseLimitMs && (!isFull || now - this.#movedAt <= pulseLimitMs);
  }
}
