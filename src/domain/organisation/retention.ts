import type { Tenant } from './tenant.js';
import { dayMs } from '../groups/policy.js';
import { addEffects, toChange, type Change } from '../timers.js';
import type { NewEffect } from '../revise.js';
import type { Instant } from '../terms.js';

/** The first sweep of reasons that are kept for some days alone. */
export const firstSweep: NewEffect = { kind: 'eraseOldReasons', fromSequence: 1 };

/** Before which moment reasons are to be gone; nothing where they are kept. */
export function erasedBefore({ reasonsKeptDays }: Tenant, now: Instant): Instant | undefined {
  return reasonsKeptDays === undefined ? undefined : now - reasonsKeptDays * dayMs;
}

/** The organisation with its next sweep, from where the last one came to; none while reasons are kept. */
export function sweepAgain(fromSequence: number): Change<Tenant> {
  return toChange((tenant, occasion) =>
    tenant.reasonsKeptDays === undefined || tenant.effects.some(({ kind }) => kind === 'eraseOldReasons')
      ? tenant
      : addEffects<Tenant>(tenant, [{ kind: 'eraseOldReasons', fromSequence, dueAt: occasion.now + dayMs }], occasion),
  );
}
