/** How an effect that failed is tried again. */
export interface RetryLimits {
  /** The longest first wait, in milliseconds; it doubles with each attempt. */
  readonly baseDelayMs: number;
  /** No wait chosen by us is longer, in milliseconds. */
  readonly maxDelayMs: number;
  /** A wait asked for by the other side (`Retry-After`) is cut to this, in milliseconds. */
  readonly maxRetryAfterMs: number;
  /** After so many failures an effect that reaches outside is given up. */
  readonly maxAttempts: number;
  /** How long to wait before the one repetition of a message that may have arrived, in milliseconds. */
  readonly ambiguousDelayMs: number;
}

/** About an hour and a half of patience, so that an outage of the other side is survived. */
export const defaultRetryLimits: RetryLimits = {
  baseDelayMs: 1_000,
  maxDelayMs: 15 * 60_000,
  maxRetryAfterMs: 60 * 60_000,
  maxAttempts: 20,
  ambiguousDelayMs: 20_000,
};

/** No two tries of one effect are closer, in milliseconds. */
const minDelayMs = 100;

/**
 * The wait before the next try, in milliseconds: exponential with full jitter, so that many effects that failed together
 * do not come back together. `failures` counts from 1; `random` is in [0, 1).
 */
export function retryDelayMs(failures: number, random: number, limits: RetryLimits, retryAfterMs?: number): number {
  // 2 ** 30 is far above every ceiling; the cap keeps the power finite.
  const ceilingMs = Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** Math.min(failures - 1, 30));
  const jitteredMs = Math.max(minDelayMs, Math.round(random * ceilingMs));
  if (retryAfterMs === undefined) return jitteredMs;
  // The wish of the other side is a lower bound, with a little jitter on top.
  return Math.min(
    limits.maxRetryAfterMs,
    Math.max(retryAfterMs, 0) + Math.max(minDelayMs, Math.round(random * limits.baseDelayMs)),
  );
}
