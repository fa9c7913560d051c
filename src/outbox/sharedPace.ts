import { takeToken, type Bucket, type PacingLimits, type Rate, type Rates } from './pacing.js';
import type { Clock, SharedValues } from '../commands/ports.js';

/** A bucket that nobody touches for so long is full again, in milliseconds. */
const keptMs = 10 * 60_000;

/** The pacing that all processes keep together, beside what each keeps for itself. */
export interface SharedPace {
  /** How long to wait for one's turn, in milliseconds; a turn that is not waited for, beyond `maxWaitMs`, is not taken. */
  take(conversationId: string, isAwaited?: boolean): Promise<number>;
  /** The channel has refused: nobody writes there for a while. */
  hold(conversationId: string, forMs: number): Promise<void>;
}

/** Takes the tokens of one organisation out of buckets that all processes share. */
export function createSharedPace(values: SharedValues, clock: Clock, limits: PacingLimits): SharedPace {
  const takeFrom = async (key: string, rate: Rate, mostMs: number): Promise<number> => {
    if (rate.perSecond === Infinity) return 0;
    let waitMs = 0;
    await values.update(key, keptMs, (stored) => {
      const taken = takeToken(stored as Bucket | undefined, rate, clock.now());
      ({ waitMs } = taken);
      return waitMs > mostMs ? undefined : taken.bucket;
    });
    return waitMs;
  };
  const take = async (key: string, of: keyof Rates, isAwaited: boolean): Promise<number> => {
    // What somebody waits for has a bucket of its own, and only where that is empty it stands in line with the rest.
    if (isAwaited && (await takeFrom(`awaited ${key}`, limits.awaited[of], 0)) === 0) return 0;
    return takeFrom(key, limits[of], limits.maxWaitMs);
  };
  return {
    async take(conversationId, isAwaited = false) {
      const heldUntil = ((await values.get(`hold/${conversationId}`)) ?? 0) as number;
      const heldMs = Math.max(0, heldUntil - clock.now());
      if (heldMs > limits.maxWaitMs) return heldMs;
      const own = await take(`pace/${conversationId}`, 'conversation', isAwaited);
      // The organisation's token is asked for last: many wait for it, and it must not be taken in vain.
      const all = own > limits.maxWaitMs ? 0 : await take('pace', 'tenant', isAwaited);
      return Math.max(heldMs, own, all);
    },
    hold: (conversationId, forMs) => values.update(`hold/${conversationId}`, forMs, () => clock.now() + forMs),
  };
}
