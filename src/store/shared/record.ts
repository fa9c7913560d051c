import type { Instant } from '../../domain/terms.js';

/** Something that all processes share for a while: a count, an open question, a file on its way. */
export interface SharedRecord {
  /** `tenant/kind/…`. */
  readonly key: string;
  readonly tenantId: string;
  readonly version: number;
  readonly value: unknown;
  /** From then on, by the store's clock, it counts for nothing. */
  readonly sweepAt?: Instant;
}
