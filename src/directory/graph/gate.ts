import type { Clock } from '../../commands/ports.js';

/** When a gate closes, and for how long; milliseconds. */
export interface GateLimits {
  /** After so many calls in a row without a good answer. */
  readonly closeAfter: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** A few calls are enough to see an outage; a minute is what people notice. */
export const defaultGateLimits: GateLimits = { closeAfter: 3, firstWaitMs: 2_000, longestWaitMs: 60_000 };

/** The longest wait that the other side may ask for, in milliseconds. */
const longestRetryAfterMs = 600_000;

/**
 * The one way out to an organisation's directory. It closes when the directory is down, so that thousands of waiting
 * changes do not knock one by one; after a while one harmless question is asked, and a good answer opens it.
 */
export class Gate {
  readonly #clock: Clock;
  readonly #probe: () => Promise<boolean>;
  readonly #limits: GateLimits;
  #failures = 0;
  #rounds = 0;
  #isClosed = false;
  #closedUntil = 0;
  #probing: Promise<boolean> | undefined;

  constructor(clock: Clock, probe: () => Promise<boolean>, limits: GateLimits = defaultGateLimits) {
    this.#clock = clock;
    this.#probe = probe;
    this.#limits = limits;
  }

  /** Whether the directory is taken to be down. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** How long to wait before asking, in milliseconds; 0 lets through. */
  async admit(): Promise<number> {
    const waitMs = this.#closedUntil - this.#clock.now();
    if (waitMs > 0) return waitMs;
    if (!this.#isClosed) return 0;
    this.#probing ??= this.#look().finally(() => (this.#probing = undefined));
    return (await this.#probing) ? 0 : Math.max(1, this.#closedUntil - this.#clock.now());
  }

  /** The directory answered as one that is well. */
  succeeded(): void {
    this.#failures = 0;
    this.#rounds = 0;
    this.#isClosed = false;
  }

  /** It did not answer, or that it cannot. */
  failed(): void {
    this.#failures += 1;
    if (this.#failures >= this.#limits.closeAfter && !this.#isClosed) this.#close();
  }

  /** It asked everybody to wait. */
  told(retryAfterMs: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + Math.min(retryAfterMs, longestRetryAfterMs));
  }

  async #look(): Promise<boolean> {
    const isWell = await this.#probe();
    if (isWell) this.succeeded();
    else this.#close();
    return isWell;
  }

  #close(): void {
    const waitMs = Math.min(this.#limits.longestWaitMs, this.#limits.firstWaitMs * 2 ** Math.min(this.#rounds, 20));
    this.#isClosed = true;
    this.#rounds += 1;
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + waitMs);
  }
}
