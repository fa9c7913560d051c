import type { Clock } from '../../commands/ports.js';

/** For whom a call is made: somebody who waits for it, or work in bulk that has time. */
export type Haste = 'person' | 'bulk';

/** How fast one organisation's directory is written to. */
export interface PaceLimits {
  readonly perSecond: number;
  readonly burst: number;
  /** What bulk work leaves for people who wait. */
  readonly reserve: number;
}

/** Below the 3 000 writes in 150 s that Graph allows one app in one organisation. */
export const defaultPaceLimits: PaceLimits = { perSecond: 15, burst: 30, reserve: 10 };

/** The longest time after which somebody is asked to come back, in milliseconds. */
const longestLineMs = 60_000;

/** Above this share of Graph's limit bulk work takes only half of its pace. */
const slowAbove = 0.8;

/** Lets writes through at the allowed speed; whoever is turned away is told when to come back, one after the other. */
export class Pace {
  readonly #clock: Clock;
  readonly #limits: PaceLimits;
  readonly #comebackAt = { person: 0, bulk: 0 };
  #tokens: number;
  #filledAt: number;
  #usedShare = 0;

  constructor(clock: Clock, limits: PaceLimits = defaultPaceLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#tokens = limits.burst;
    this.#filledAt = clock.now();
  }

  /** How long to wait before writing, in milliseconds; 0 takes a token and lets through. */
  take(haste: Haste): number {
    const { perSecond, burst, reserve } = this.#limits;
    const now = this.#clock.now();
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#filledAt) / 1_000) * perSecond);
    this.#filledAt = Math.max(this.#filledAt, now);
    const floor = haste === 'bulk' ? reserve * (this.#usedShare >= slowAbove ? 2 : 1) : 0;
    if (this.#tokens - 1 >= floor) {
      this.#tokens -= 1;
      return 0;
    }
    const waitMs = ((1 + floor - this.#tokens) / perSecond) * 1_000;
    const inTurn = Math.max(now + waitMs, this.#comebackAt[haste] + 1_000 / perSecond);
    this.#comebackAt[haste] = Math.min(inTurn, now + Math.max(waitMs, longestLineMs));
    return Math.max(1, Math.ceil(this.#comebackAt[haste] - now));
  }

  /** How much of Graph's own limit is used, as its answers say from 0.8 on. */
  told(usedShare: number | undefined): void {
    this.#usedShare = usedShare ?? 0;
  }
}
