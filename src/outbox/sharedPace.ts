import { takeToken, type Bucket, type PacingLimits, type Rate, type Rates } from './pacing.js';
import type { Clock, SharedValues } from '../commands/ports.js';

/** A bucket that nobody touches for so long is full again, in milliseconds. */
const keptMs = 10 * 60_000;

/** The pacing that all processes keep together, beside what each keeps for itself. */
export interface SharedPace {
  /** How long to wait for one's turn, in milliseconds; one that is too far away, beyond `maxWaitMs`, is not taken. */
  take(conversationId: string, isAwaited?: boolean): Promise<number>;
  /** The channel has refused: nobody writes there for a while. */
  hold(conversationId: string, forMs: number): Promise<void>;
}

/** Somebody of this process who waits to be told how long their turn takes. */
interface Taking {
  readonly mostMs: number;
  readonly resolve: (waitMs: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Takes the tokens of one organisation out of buckets that all processes share. */
export function createSharedPace(values: SharedValues, clock: Clock, limits: PacingLimits): SharedPace {
  const lines = new Map<string, Taking[]>();
  // Whoever comes while a bucket is asked for is served by the next question: one for all of them.
  const drain = async (key: string, rate: Rate, line: Taking[]): Promise<void> => {
    while (line.length > 0) {
      const batch = line.splice(0);
      let waits: number[] = [];
      try {
        await values.update(key, keptMs, (stored) => {
          let bucket = stored as Bucket | undefined;
          waits = batch.map(({ mostMs }) => {
            const taken = takeToken(bucket, rate, clock.now());
            if (taken.waitMs <= mostMs) ({ bucket } = taken);
            return taken.waitMs;
          });
          return bucket === stored ? undefined : bucket;
        });
        for (const [at, { resolve }] of batch.entries()) resolve(waits[at] ?? 0);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    lines.delete(key);
  };
  const takeFrom = (key: string, rate: Rate, mostMs: number): Promise<number> => {
    if (rate.perSecond === Infinity) return Promise.resolve(0);
    return new Promise((resolve, reject) => {
      const line = lines.get(key);
      const mine = { mostMs, resolve, reject };
      if (line) return void line.push(mine);
      const fresh = [mine];
      lines.set(key, fresh);
      void drain(key, rate, fresh);
    });
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
