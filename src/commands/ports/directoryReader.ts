import type { DirectoryCapability } from '../../domain/groups/directory.js';
import type { GroupLook, GroupThere, TieThere } from '../../domain/groups/groupThere.js';
import type { PersonThere } from '../../domain/organisation/personThere.js';
import type { Licence, PersonId } from '../../domain/terms.js';

/** Why there is nothing to read now. */
export type ReadFailure =
  /** The link leads nowhere any more: everything is to be read anew. */
  | { readonly ok: false; readonly failure: 'expired'; readonly detail: string }
  | { readonly ok: false; readonly failure: 'later'; readonly retryAfterMs?: number; readonly detail: string }
  | {
      readonly ok: false;
      readonly failure: 'held';
      readonly capability: DirectoryCapability;
      readonly detail: string;
    };

/** A page of what there is, or of what has changed, and the link behind it. */
export type ReadPage<T> =
  | {
      readonly ok: true;
      readonly items: readonly T[];
      /** Opaque, to be kept whole; behind the last page it leads to what changes from then on. */
      readonly link: string;
      readonly isLast: boolean;
    }
  | ReadFailure;

/** An answer, or why there is none. */
export type Reading<T> = { readonly ok: true; readonly value: T } | ReadFailure;

/**
 * Reads the directory. Pages may be empty, repeat what was there before and come in any order; without a link
 * everything comes, once. Never throws for what the other side answers.
 */
export interface DirectoryReader {
  groups(link?: string): Promise<ReadPage<GroupThere>>;
  people(link?: string): Promise<ReadPage<PersonThere>>;
  /** Whether a group that a reading called gone is so. */
  lookForGroup(directoryId: string): Promise<Reading<GroupLook>>;
  /** Whether somebody is there, and may sign in. */
  lookForPerson(personId: PersonId): Promise<Reading<'there' | 'gone'>>;
  /** Who is tied to a group now, page by page; the last page has no link. */
  ties(
    directoryId: string,
    relation: 'members' | 'owners',
    link?: string,
  ): Promise<Reading<{ readonly ties: readonly TieThere[]; readonly link?: string }>>;
  /** The people who hold one of the roles that make administrators here (Q17). */
  administrators(): Promise<Reading<readonly PersonId[]>>;
  /** The licence that the organisation has (S79–S84). */
  licence(): Promise<Reading<Licence>>;
}
