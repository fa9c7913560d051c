import type { Document } from '../document.js';
import type { Instant, PersonId } from '../terms.js';

/** Something that membership of a group opens: an application, a site (S30, S43–S48). */
export interface Resource extends Document {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly link?: string;
  /** The groups whose members have access; each was attached by the resource's own owner or an administrator. */
  readonly groupIds: readonly string[];
  readonly ownerIds: readonly PersonId[];
  /** Who attached which group, and when; a group without an entry was attached before this was kept. */
  readonly grants?: readonly { readonly groupId: string; readonly by: PersonId; readonly at: Instant }[];
  /** It was removed: no group opens it, nobody finds it, and its name is free; what was called so stays in the history. */
  readonly deletedAt?: Instant;
  /** People whose access is vetoed, whatever group would give it (S42, F61). */
  readonly blocks?: readonly AccessBlock[];
}

/** An administrator's veto over one person's access to one resource. */
export interface AccessBlock {
  readonly personId: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
}
