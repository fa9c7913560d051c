import type { Document } from '../document.js';
import type { DirectoryHold, DirectoryRefusal } from '../groups/directory.js';
import type { Instant, PersonId } from '../terms.js';

/** How somebody came to be a member; part of the answer to "why do I have this?". */
export type MembershipBasis =
  | { readonly kind: 'openJoin'; readonly justification?: string }
  | { readonly kind: 'request'; readonly requestId: string; readonly by: PersonId }
  /** Added by an owner, a membership manager or an administrator (F47). */
  | { readonly kind: 'added'; readonly by: PersonId; readonly reason?: string }
  | { readonly kind: 'imported'; readonly by?: PersonId }
  /** Other hands put them in in the directory; `by` took that over. */
  | { readonly kind: 'outside'; readonly by?: PersonId };

/** One person in one group, now or in the past; its key is `tenant/group/person`. */
export interface Membership extends Document {
  readonly groupId: string;
  readonly personId: PersonId;
  /** `unexplained`: other hands put them in in the directory; `missing`: other hands took them out there (F73). */
  readonly status: 'active' | 'ended' | 'unexplained' | 'missing';
  readonly since: Instant;
  readonly until?: Instant;
  readonly basis: MembershipBasis;
  /** Whether the directory has it yet. */
  readonly provisioning: 'delivering' | 'delivered' | 'failed';
  /** What the directory's side of it waits for, when somebody has to do something first. */
  readonly held?: DirectoryHold;
  /** Why the directory did not take it. */
  readonly failure?: DirectoryRefusal;
  /** Somebody has looked at what other hands did, and left it as it is. */
  readonly isLeft?: true;
  /** They were told to wait for the directory, and are told again once it has them. */
  readonly tellsWhenReady?: true;
  readonly endedAt?: Instant;
  /** `failed`: the directory never took them, so it was none; `outside`: other hands took them out there. */
  readonly endReason?: 'left' | 'removed' | 'expired' | 'failed' | 'outside';
}
