import type { Effect } from './effect.js';
import type { Instant } from './terms.js';

/**
 * What every stored record has. A record is replaced only where its `version` is still the one that was read, and
 * carries the work that follows from the change, so that neither can be saved without the other.
 */
export interface Document {
  /** Unique in its collection; begins with the tenant id and a slash. */
  readonly key: string;
  readonly tenantId: string;
  /** Counts up with every change; a new record has 1. */
  readonly version: number;
  readonly effects: readonly Effect[];
  /** When a dispatcher that holds no lease should look at this record next; absent when there is nothing to do. */
  readonly nextEffectAt?: Instant;
  /** The same for those of its effects that somebody waits for; absent when there is none. */
  readonly awaitedAt?: Instant;
  /** The process that carries out the due effects, and until when nobody else may. */
  readonly lease?: Lease;
}

/** A claim on a record's due effects; an expired one is as good as none. */
export interface Lease {
  /** Id of the process. */
  readonly holder: string;
  readonly until: Instant;
}
