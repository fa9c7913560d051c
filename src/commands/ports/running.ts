import type { Instant } from '../../domain/terms.js';

/** What the running process knows of itself; for administrators. */
export interface Running {
  readonly version: string;
  readonly startedAt: Instant;
  readonly store: 'embedded' | 'mongodb';
  /** Effects that this process gave up since it started. */
  givenUp(): number;
  /** Since when the oldest work is due; nothing where none is due at `now`. */
  oldestDueAt(now: Instant): Promise<Instant | undefined>;
}
