import type { Instant, PersonId, UnsupportedKind } from '../terms.js';

/** What the bot may be allowed to do in the directory; each can be missing for itself. */
export const directoryCapabilities = ['members', 'people', 'groups', 'roles', 'licence'] as const;

/**
 * One of them. `members`: read groups, add and take out members; `people`: read who there is; `groups`: make, rename
 * and delete groups, and change their owners; `roles`: see who holds the roles that make administrators (Q17);
 * `licence`: see which licence the organisation has.
 */
export type DirectoryCapability = (typeof directoryCapabilities)[number];

/** Which permissions (application) of Microsoft Graph are enough for what, the least first. */
export const permissionsFor: Readonly<Record<DirectoryCapability, readonly [string, ...string[]]>> = {
  members: ['GroupMember.ReadWrite.All', 'Group.ReadWrite.All'],
  people: ['User.Read.All', 'Directory.Read.All'],
  groups: ['Group.ReadWrite.All'],
  roles: ['RoleManagement.Read.Directory', 'Directory.Read.All'],
  licence: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
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
  | 'groupGone'
  | 'personGone'
  | 'lastOwner'
  | 'tooManyOwners'
  | 'namingPolicy'
  | 'nicknameTaken'
  | 'quota'
  /** The membership ended before the directory had it. */
  | 'endedBefore'
  /** It never answered clearly. */
  | 'noAnswer'
  | 'other';

/** How much is in a group there: people by themselves, and groups, through which more people are. */
export interface InsideThere {
  readonly people: number;
  readonly groups: number;
}

/** What is said about a group there, and can be changed by itself. */
export const faceFields = ['name', 'description'] as const;

/** One of these. */
export type FaceField = (typeof faceFields)[number];

/** Some of these with their values. */
export type FacePart = { readonly [F in FaceField]?: string };

/** What Microsoft Entra has of a group that the bot keeps there. */
export interface GroupInDirectory {
  /** `refused`: it was not made there, so it is kept here only. */
  readonly state: 'creating' | 'ready' | 'refused' | 'deleted';
  /** Since when it is in this state. */
  readonly since: Instant;
  /**
   * The name, description and owners as they were last written or seen there; while it is being made, what it is made
   * with. The name is empty until that is settled.
   */
  readonly name: string;
  readonly description: string;
  readonly ownerIds: readonly PersonId[];
  /** People whose ownership it did not take or let go; they are not tried again until that changes here. */
  readonly refusedIds?: readonly PersonId[];
  /** A name or description of ours that it did not take; it is not tried again until that changes here. */
  readonly refusedFace?: FacePart;
  /** When the last reading of everything met it. */
  readonly seenAt?: Instant;
  /** When we last changed its owners there: for some minutes it may not show. */
  readonly ownersWrittenAt?: Instant;
  /** When its members were first taken over from there. */
  readonly membersReadAt?: Instant;
  /** What is in it; of a group that is only known counted along with the readings, and so about right. */
  readonly inside?: InsideThere;
  readonly held?: DirectoryHold;
  readonly failure?: DirectoryRefusal;
}

/** What is done about changes of members by other hands (F73): they are taken over, undone, or shown and asked about. */
export type DriftPolicy = 'takeOver' | 'undo' | 'report';

/** What somebody decides about such changes. */
export type DriftAnswer = 'takeOver' | 'undo' | 'leave';

/** What can be done to bring Microsoft Entra's group nearer to ours. */
export type AlignStepName = 'create' | 'change' | 'addOwner' | 'removeOwner' | 'delete';
