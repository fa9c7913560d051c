import type { Instant } from '../../domain/terms.js';

/** Time, passed in so that tests can set it. */
export interface Clock {
  now(): Instant;
}

/** Fresh ids, passed in so that tests can foresee them. */
export interface Ids {
  /** `REQ-` and eight characters of Crockford's base 32. */
  requestId(): string;
  /** For effects and events: a UUID. */
  uuid(): string;
}
