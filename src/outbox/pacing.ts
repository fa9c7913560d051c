import { sleep } from './bell.js';
import type { Clock } from '../commands/ports.js';
import type { Instant } from '../domain/terms.js';

/** How fast a bucket fills and how much it holds; `Infinity` for "no limit". */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** A bucket of tokens; below zero when some are promised ahead of time. */
export interface Bucket {
  readonly tokens: number;
  readonly at: Instant;
}

/** How fast one conversation and a whole organisation may be written to. */
export interface Rates {
  readonly conversation: Rate;
  readonly tenant: Rate;
}

/** The platform's limits with a margin (7 a second and 60 in 30 s per conversation, 50 a second per tenant). */
export interface PacingLimits extends Rates {
  /** Beside that, for what somebody waits for: whatever else is to be sent does not hold it back. */
  readonly awaited: Rates;
  /** Who would wait longer is told to come back later, in milliseconds. */
  readonly maxWaitMs: number;
}

/** Half of what the platform allows, so that turns, which are not paced, have room beside. */
export const defaultPacingLimits: PacingLimits = {
  conversation: { perSecond: 1, burst: 5 },
  tenant: { perSecond: 20, burst: 40 },
  awaited: { conversation: { perSecond: 0.5, burst: 3 }, tenant: { perSecond: 10, burst: 20 } },
  maxWaitMs: 2_000,
};

/** Takes one token and says how long to wait until it is there, in milliseconds. */
export function takeToken(
  bucket: Bucket | undefined,
  rate: Rate,
  now: Instant,
): { readonly bucket: Bucket; readonly waitMs: number } {
  const filled = fillBucket(bucket, rate, now);
  const tokens = filled.tokens - 1;
  return { bucket: { tokens, at: filled.at }, waitMs: tokens >= 0 ? 0 : Math.ceil((-tokens / rate.perSecond) * 1_000) };
}

/** The bucket with what has run in since; a clock that goes back adds nothing. */
export function fillBucket(bucket: Bucket | undefined, rate: Rate, now: Instant): Bucket {
  if (!bucket) return { tokens: rate.burst, at: now };
  const elapsedMs = Math.max(0, now - bucket.at);
  return {
    tokens: Math.min(rate.burst, bucket.tokens + (elapsedMs > 0 ? (elapsedMs / 1_000) * rate.perSecond : 0)),
    at: Math.max(now, bucket.at),
  };
}

/** The end of a paced call: done, or told to come back after so many milliseconds. */
export type Paced<T> = { readonly paced: true; readonly value: T } | { readonly paced: false; readonly waitMs: number };

/** Lets calls through at the allowed speed, one at a time per conversation. */
export interface Pacer {
  run<T>(tenantId: string, conversationId: string, call: () => Promise<T>, isAwaited?: boolean): Promise<Paced<T>>;
  /** Holds a conversation back, because the channel said so. */
  hold(tenantId: string, conversationId: string, forMs: number): void;
}

/** So many conversations are remembered before those that are at rest are forgotten. */
const pruneAbove = 10_000;

/** The longest time after which somebody is asked to come back, in milliseconds; much may be unnecessary by then. */
const longestLineMs = 60_000;

/** A bucket, one for what somebody waits for, and when the last one of those comes back whom they turned away. */
interface Line {
  bucket?: Bucket;
  awaited?: Bucket;
  lastComebackAt: Instant;
}

interface Lane extends Line {
  heldUntil: Instant;
  inFlight: number;
  tail: Promise<unknown>;
}

/** Makes a pacer; its waits are real time, its tokens follow the clock. */
export function createPacer(clock: Clock, limits: PacingLimits): Pacer {
  const tenants = new Map<string, Line>();
  const lanes = new Map<string, Lane>();
  const laneOf = (tenantId: string, conversationId: string): Lane => {
    const key = `${tenantId}\n${conversationId}`;
    const lane = lanes.get(key) ?? { lastComebackAt: 0, heldUntil: 0, inFlight: 0, tail: Promise.resolve() };
    if (!lanes.has(key) && lanes.size >= pruneAbove) prune(lanes, limits.conversation, clock.now());
    lanes.set(key, lane);
    return lane;
  };
  return {
    run: async (tenantId, conversationId, call, isAwaited = false) => {
      const lane = laneOf(tenantId, conversationId);
      const tenant = tenants.get(tenantId) ?? { lastComebackAt: 0 };
      tenants.set(tenantId, tenant);
      const now = clock.now();
      const own = draw(lane, limits.conversation, isAwaited ? limits.awaited.conversation : undefined, now);
      const shared = draw(tenant, limits.tenant, isAwaited ? limits.awaited.tenant : undefined, now);
      const ownWaitMs = Math.max(own.waitMs, lane.heldUntil - now);
      const waitMs = Math.max(ownWaitMs, shared.waitMs);
      if (waitMs > limits.maxWaitMs) {
        // A token that is not waited for is not taken.
        const ownLineMs = ownWaitMs > limits.maxWaitMs ? lineUp(lane, ownWaitMs, limits.conversation, now) : 0;
        const sharedLineMs = shared.waitMs > limits.maxWaitMs ? lineUp(tenant, shared.waitMs, limits.tenant, now) : 0;
        return { paced: false, waitMs: Math.max(ownLineMs, sharedLineMs) };
      }
      Object.assign(lane, own.taken);
      Object.assign(tenant, shared.taken);
      return { paced: true, value: await inLane(lane, waitMs, call) };
    },
    hold: (tenantId, conversationId, forMs) => {
      const lane = laneOf(tenantId, conversationId);
      lane.heldUntil = Math.max(lane.heldUntil, clock.now() + forMs);
    },
  };
}

/** A token from the bucket for all, or from the one for what somebody waits for, whichever has one sooner. */
function draw(
  line: Line,
  rate: Rate,
  awaitedRate: Rate | undefined,
  now: Instant,
): { readonly waitMs: number; readonly taken: Pick<Line, 'bucket' | 'awaited'> } {
  const { waitMs, bucket } = takeToken(line.bucket, rate, now);
  const own = awaitedRate && takeToken(line.awaited, awaitedRate, now);
  return own && own.waitMs <= waitMs
    ? { waitMs: own.waitMs, taken: { awaited: own.bucket } }
    : { waitMs, taken: { bucket } };
}

/** Spreads those who come back over time: thousands of them at once would only turn each other away again. */
function lineUp(line: Line, waitMs: number, { perSecond }: Rate, now: Instant): number {
  const inTurn = Math.max(now + waitMs, line.lastComebackAt + 1_000 / perSecond);
  line.lastComebackAt = Math.min(inTurn, now + Math.max(waitMs, longestLineMs));
  return Math.ceil(line.lastComebackAt - now);
}

/** Runs a call after those before it in the lane; two at once in one conversation are answered with 412. */
async function inLane<T>(lane: Lane, waitMs: number, call: () => Promise<T>): Promise<T> {
  lane.inFlight += 1;
  const before = lane.tail;
  const ready = waitMs > 0 ? sleep(waitMs) : undefined;
  const mine = before.then(() => ready).then(call);
  lane.tail = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    lane.inFlight -= 1;
  }
}

function prune(lanes: Map<string, Lane>, rate: Rate, now: Instant): void {
  for (const [key, lane] of lanes) {
    const isFull = fillBucket(lane.bucket, rate, now).tokens >= rate.burst;
    if (lane.inFlight === 0 && lane.heldUntil <= now && isFull) lanes.delete(key);
  }
}
