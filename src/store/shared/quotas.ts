import type { Quotas, SharedValues } from '../../commands/ports.js';
import type { Instant } from '../../domain/terms.js';

/** How often something happened in the window that began then. */
interface Count {
  readonly begun: Instant;
  readonly count: number;
}

/** Counts what a person does within a window of time that begins with the first. */
export function createQuotas(values: SharedValues, now: () => Instant): Quotas {
  return {
    async take(what, most, windowMs) {
      let until: Instant | undefined;
      await values.update(`quota/${what}`, windowMs, (stored) => {
        const known = stored as Count | undefined;
        const begun = known && known.begun + windowMs > now() ? known.begun : now();
        const count = known && begun === known.begun ? known.count : 0;
        until = count >= most ? begun + windowMs : undefined;
        return until === undefined ? { begun, count: count + 1 } : undefined;
      });
      return until === undefined ? { ok: true } : { ok: false, until };
    },
    async usedUpUntil(what, most, windowMs) {
      const known = (await values.get(`quota/${what}`)) as Count | undefined;
      const until = known && known.count >= most ? known.begun + windowMs : 0;
      return until > now() ? until : undefined;
    },
  };
}
