import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import type { ReadChannelKeys } from './readChannelKeys.js';
import type { Log } from '../../log.js';

/** The keys in which a key id was found, or why it was not. */
export type KeyFinding =
  | { readonly kind: 'found'; readonly keys: JWTVerifyGetKey }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };

/** How the channel's keys are read, in milliseconds where not said otherwise. */
export interface KeyPatience {
  /** For one reading. */
  readonly timeoutMs: number;
  /** After a reading that failed, before the next. */
  readonly pauseAfterFailureMs: number;
  /** After one that worked, before an unknown key id leads to another: a rolled key comes in, a flood does not. */
  readonly pauseBeforeUnknownMs: number;
  /** After which known keys are read again, behind the back of whoever uses them meanwhile. */
  readonly freshForMs: number;
  /** How many requests may wait for a reading; each holds its body. */
  readonly mostWaiting: number;
}

/** What the real channel gets. */
export const defaultKeyPatience: KeyPatience = {
  timeoutMs: 5_000,
  pauseAfterFailureMs: 10_000,
  pauseBeforeUnknownMs: 60_000,
  freshForMs: 86_400_000,
  mostWaiting: 250,
};

/** What the keys need. */
export interface ChannelKeysDeps {
  readonly read: ReadChannelKeys;
  readonly clock: { now(): number };
  readonly log: Log;
  readonly patience: KeyPatience;
}

interface KnownKeys {
  readonly ids: ReadonlySet<string>;
  readonly keys: JWTVerifyGetKey;
  readonly readAt: number;
}

/**
 * The channel's keys. However many ask, one reading runs at a time and few in an hour; what is known stays in use while
 * the key service is ill, so that its bad day is not ours.
 */
export class ChannelKeys {
  #known: KnownKeys | undefined;
  /** When the last reading failed; none when it worked. */
  #failedAt: number | undefined;
  #reading: Promise<void> | undefined;
  #waiting = 0;

  constructor(private readonly deps: ChannelKeysDeps) {}

  /** Looks a key id up; waits for a reading only when it is not known and one is due. Never rejects. */
  async find(keyId: string): Promise<KeyFinding> {
    const { patience } = this.deps;
    if (this.#known?.ids.has(keyId)) {
      if (this.#isOver(this.#known.readAt, patience.freshForMs) && this.#mayReadAfterFailure()) void this.#read();
    } else if (this.#mayRead()) {
      if (this.#waiting >= patience.mostWaiting) return { kind: 'unavailable' };
      this.#waiting += 1;
      await this.#read();
      this.#waiting -= 1;
    }
    if (this.#known?.ids.has(keyId)) return { kind: 'found', keys: this.#known.keys };
    return { kind: this.#known && this.#failedAt === undefined ? 'unknown' : 'unavailable' };
  }

  #mayRead(): boolean {
    if (!this.#mayReadAfterFailure()) return false;
    return this.#known === undefined || this.#isOver(this.#known.readAt, this.deps.patience.pauseBeforeUnknownMs);
  }

  #mayReadAfterFailure(): boolean {
    return this.#failedAt === undefined || this.#isOver(this.#failedAt, this.deps.patience.pauseAfterFailureMs);
  }

  /** A clock that was put back must not make a pause of seconds one of hours. */
  #isOver(since: number, ms: number): boolean {
    const age = this.deps.clock.now() - since;
    return age < 0 || age >= ms;
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const { read, clock, log, patience } = this.deps;
    const giveUp = new AbortController();
    const timer = setTimeout(
      () => giveUp.abort(new Error(`no answer within ${patience.timeoutMs} ms`)),
      patience.timeoutMs,
    );
    try {
      const keys = await read(giveUp.signal);
      // One for each id: of two with the same id `jose` would take neither.
      const byId = new Map(keys.map((key) => [key.kid ?? '', key]));
      const ids = new Set(byId.keys());
      this.#known = { ids, keys: createLocalJWKSet({ keys: [...byId.values()] }), readAt: clock.now() };
      this.#failedAt = undefined;
      log.info({ keys: ids.size }, 'read the keys of the channel');
    } catch (error) {
      this.#failedAt = clock.now();
      log.warn({ err: error, known: this.#known?.ids.size ?? 0 }, 'the keys of the channel could not be read');
    } finally {
      clearTimeout(timer);
    }
  }
}
