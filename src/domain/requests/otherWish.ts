import { given } from '../given.js';
import { endOf } from '../groups/policy.js';
import type { MembershipRequest } from './request.js';
import type { Duration, Instant } from '../terms.js';

/** A second wish for what waits already. */
export interface OtherWish {
  readonly duration?: Duration;
  readonly justification?: string;
}

/** What is wished for now and stands otherwise on the request that waits; nothing of it is taken over in silence. */
export function findOtherWish(
  open: Pick<MembershipRequest, 'duration' | 'justification'>,
  { duration, justification }: OtherWish,
  now: Instant,
): OtherWish | undefined {
  const isOtherLength = duration !== undefined && !isSame(duration, open.duration, now);
  const isOtherReason = Boolean(justification) && justification !== open.justification;
  if (!isOtherLength && !isOtherReason) return undefined;
  return given({
    duration: isOtherLength ? duration : undefined,
    justification: isOtherReason ? justification : undefined,
  });
}

function isSame(one: Duration, other: Duration | undefined, now: Instant): boolean {
  return other !== undefined && endOf(one, now) === endOf(other, now);
}
