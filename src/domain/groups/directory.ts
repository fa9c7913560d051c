import type { UnsupportedKind } from '../terms.js';

/** What the bot may be allowed to do in the directory; each can be missing for itself. */
export const directoryCapabilities = ['members', 'people', 'groups'] as const;

/**
 * One of them. `members`: read groups, add and take out members; `people`: read who there is; `groups`: make, rename
 * and delete groups, and change their owners.
 */
export type DirectoryCapability = (typeof directoryCapabilities)[number];

/** What a change in the directory waits for; it goes on by itself once that is so. */
export type DirectoryHold =
  /** An administrator has to grant a permission (again). */
  | 'permission'
  /** The operator has switched writing off. */
  | 'writesOff'
  /** The group is deleted, and can be restored. */
  | 'groupDeleted';

/** Why the directory did not take a change, for good. */
export type DirectoryRefusal =
  | UnsupportedKind
  /** Under restricted management: only certain administrators may change it. */
  | 'restricted'
  /** Of no kind that we know. */
  | 'unknownKind'
  | 'groupGone'
  | 'personGone'
  | 'lastOwner'
  | 'tooManyOwners'
  | 'namingPolicy'
  | 'nicknameTaken'
  | 'quota'
  /** It never answered clearly. */
  | 'noAnswer'
  | 'other';
