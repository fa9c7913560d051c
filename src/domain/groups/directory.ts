import type { Instant, PersonId, UnsupportedKind } from '../terms.js';

/** What the bot may be allowed to do in the directory; each can be missing for itself. */
export const directoryCapabilities = ['members', 'people', 'groups'] as const;

/**
 * One of them. `members`: read groups, add and take out members; `people`: read who there is, as naming owners of a new group wants; `groups`: make, rename
 * and delete groups, and change their owners.
 */
export type DirectoryCapability = (typeof directoryCapabilities)[number];

/** Which permissions (application) of Microsoft Graph are enough for what, the least first. */
export const permissionsFor: Readonly<Record<DirectoryCapability, readonly [string, ...string[]]>> = {
  members: ['GroupMember.ReadWrite.All', 'Group.ReadWrite.All'],
  people: ['User.Read.All', 'Directory.Read.All'],
  groups: ['Group.ReadWrite.All'],
};

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

/** What Microsoft Entra has of a group that the bot keeps there. */
export interface GroupInDirectory {
  /** `refused`: it was not made there, so it is kept here only. */
  readonly state: 'creating' | 'ready' | 'refused' | 'deleted';
  /** Since when it is in this state. */
  readonly since: Instant;
  /** The name, description and owners as they were last written or seen there. */
  readonly name: string;
  readonly description: string;
  readonly ownerIds: readonly PersonId[];
  /** People whose ownership it did not take or let go; they are not tried again until that changes here. */
  readonly refusedIds?: readonly PersonId[];
  readonly held?: DirectoryHold;
  readonly failure?: DirectoryRefusal;
}

/** What can be done to bring Microsoft Entra's group nearer to ours. */
export type AlignStepName = 'create' | 'change' | 'addOwner' | 'removeOwner' | 'delete';
