/** What befalls a coming call in the place of a good answer. */
export interface Weather {
  readonly method?: string;
  /** Only calls whose path contains this. */
  readonly path?: string;
  /** How many calls it befalls; one unless said. */
  readonly times?: number;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** It never answers. */
  readonly hangs?: true;
  /** The connection breaks off. */
  readonly cutsOff?: true;
  /** It is done although the answer says otherwise. */
  readonly happens?: true;
  /** A good answer that takes this long, in milliseconds. */
  readonly delayMs?: number;
}

/** A limit of calls in a window of time. */
export interface Limit {
  readonly requests: number;
  readonly perMs: number;
}

/** What comes of a call under the limit: an answer's headers, and whether it was one too many. */
export interface Throttle {
  readonly isOver: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** From this share of the limit on, answers say how much of it is used. */
const toldFrom = 0.8;

/** The weather over a server: scripted trouble, and a limit with Graph's headers. */
export class Sky {
  #script: { weather: Weather; left: number }[] = [];
  #limit: Limit | undefined;
  #calls: number[] = [];

  add(...entries: readonly Weather[]): void {
    this.#script.push(...entries.map((weather) => ({ weather, left: weather.times ?? 1 })));
  }

  clear(): void {
    this.#script = [];
    this.#limit = undefined;
  }

  limit(limit: Limit): void {
    this.#limit = limit;
    this.#calls = [];
  }

  /** What befalls this call. */
  take(method: string, path: string): Weather | undefined {
    const entry = this.#script.find(
      ({ weather }) => (weather.method ?? method) === method && path.includes(weather.path ?? ''),
    );
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#script = this.#script.filter((one) => one !== entry);
    return entry.weather;
  }

  throttle(now: number): Throttle {
    const limit = this.#limit;
    if (!limit) return { isOver: false, headers: {} };
    this.#calls = this.#calls.filter((at) => at > now - limit.perMs);
    if (this.#calls.length >= limit.requests) {
      const waitMs = (this.#calls[0] ?? now) + limit.perMs - now;
      return {
        isOver: true,
        headers: {
          'retry-after': String(Math.max(1, Math.ceil(waitMs / 1_000))),
          'x-ms-throttle-scope': 'Tenant_Application/ReadWrite/fake-app/fake-tenant',
          'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
        },
      };
    }
    this.#calls.push(now);
    const share = this.#calls.length / limit.requests;
    return { isOver: false, headers: share >= toldFrom ? { 'x-ms-throttle-limit-percentage': share.toFixed(2) } : {} };
  }
}
