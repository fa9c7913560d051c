import { findInputProblem, type RequestPolicy } from '../groups/policy.js';
import type { Person } from '../organisation/person.js';
import { tell } from '../organisation/tenantChanges.js';
import type { Refusal } from '../refusal.js';
import type { MembershipRequest } from './request.js';
import { addEffects, toChange, type Change } from '../timers.js';
import type { Duration, Instant, PersonId } from '../terms.js';

/** Who asks for whom, and what is known of it. */
export interface ReportFacts {
  readonly actorId: PersonId;
  readonly person: Pick<Person, 'name' | 'managerId'>;
  readonly group: string;
  /** They are said to be a report. */
  readonly isSaid: boolean;
  /** The directory tells who reports to whom. */
  readonly isKnown: boolean;
}

/** Whether somebody asks as the manager of whoever is to be let in (F11, F99); one who says so and is not is refused. */
export function readReport({ actorId, person, group, isSaid, isKnown }: ReportFacts): 'manager' | 'other' | Refusal {
  if (isKnown && person.managerId === actorId) return 'manager';
  if (!isSaid) return 'other';
  return { code: isKnown ? 'not_their_manager' : 'reports_unknown', group, person: person.name };
}

/** What is wrong with a manager's wish, as the refusal that says how to put it; or that its reason is missing. */
export function findWishProblem(
  policy: RequestPolicy,
  wish: { readonly justification?: string; readonly duration?: Duration },
  now: Instant,
): Refusal | 'reason' | undefined {
  const problem = findInputProblem(policy, wish, now);
  switch (problem) {
    case undefined:
      return undefined;
    case 'durationInThePast':
      return { code: 'duration_in_the_past' };
    case 'durationTooLong':
      return { code: 'duration_too_long', maxDays: policy.maxDurationDays ?? 0 };
    case 'reasonMissing':
    case 'reasonTooShort':
      return 'reason';
  }
}

/** Tells the manager who asked how it ended; nothing for a wish of one's own. */
export function tellAsker(names: {
  readonly person: string;
  readonly group: string;
  readonly by?: string;
}): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const { askedById, requesterId, status, groupId } = request;
    if (askedById === undefined || status === 'pending') return request;
    const notice = { code: 'askedForEnded', ...names, groupId, status } as const;
    return addEffects(request, [tell(askedById, notice, [requesterId])], occasion);
  });
}
