import type { DirectoryCapability, DirectoryHold, DirectoryRefusal, FacePart } from '../../domain/groups/directory.js';
import type { GroupType, Instant, PersonId } from '../../domain/terms.js';

/** How a change in the directory ended; repeating any of them is safe. */
export type DirectoryResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly failure: 'transient';
      readonly retryAfterMs?: number;
      /** It was not even tried (the directory is down, or it is not our turn), so it is no failed attempt. */
      readonly isWait?: true;
      readonly detail: string;
    }
  /** Somebody has to do something first; then it goes on by itself. */
  | {
      readonly ok: false;
      readonly failure: 'held';
      readonly hold: DirectoryHold;
      /** What the missing permission would allow. */
      readonly capability?: DirectoryCapability;
      readonly detail: string;
    }
  /** Repeating is of no use. */
  | { readonly ok: false; readonly failure: 'refused'; readonly reason: DirectoryRefusal; readonly detail: string };

/** A group as the directory knows it. */
export interface DirectoryGroup {
  readonly directoryId: string;
  /** When we made it there: for some minutes it may not be known everywhere. */
  readonly madeAt?: Instant;
}

/** A group that is to be made in the directory. */
export interface DirectoryWish {
  /** Our id: making it again with the same gives the same group. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly ownerIds: readonly PersonId[];
}

/** A group that was made in the directory. */
export interface GroupMade {
  readonly ok: true;
  readonly directoryId: string;
  /** Those of the wish who own it by that; others are to be added. */
  readonly ownerIds: readonly PersonId[];
}

/** For whom something is done: somebody who waits for it, or work in bulk that has time. */
export type DirectoryHaste = 'person' | 'bulk';

/**
 * Where memberships take effect. Adding who is in, removing who is not, deleting what is gone are successes (F71).
 * Never throws for what the other side answers.
 */
export interface Directory {
  /** `ledger`: our own records are the directory, and every change has taken effect when it is saved. */
  readonly kind: 'ledger' | 'entra';
  /** What may be done there, as far as is known now. */
  can(capability: DirectoryCapability): boolean;
  addMember(
    tenantId: string,
    group: DirectoryGroup,
    personId: PersonId,
    haste?: DirectoryHaste,
  ): Promise<DirectoryResult>;
  removeMember(
    tenantId: string,
    group: DirectoryGroup,
    personId: PersonId,
    haste?: DirectoryHaste,
  ): Promise<DirectoryResult>;
  addOwner(tenantId: string, group: DirectoryGroup, personId: PersonId): Promise<DirectoryResult>;
  /** The last owner cannot be removed. */
  removeOwner(tenantId: string, group: DirectoryGroup, personId: PersonId): Promise<DirectoryResult>;
  /** Whether a group could be made now: nothing is made, so that what it is to be made with can be kept before. */
  canCreate(tenantId: string, wish: DirectoryWish): Promise<DirectoryResult>;
  createGroup(tenantId: string, wish: DirectoryWish): Promise<GroupMade | Extract<DirectoryResult, { ok: false }>>;
  changeGroup(tenantId: string, group: DirectoryGroup, change: FacePart): Promise<DirectoryResult>;
  deleteGroup(tenantId: string, group: DirectoryGroup): Promise<DirectoryResult>;
}

/** One permission in the directory, and how it is granted. */
export interface DirectoryPermission {
  readonly capability: DirectoryCapability;
  /** Its name in Microsoft Graph. */
  readonly permission: string;
  readonly isGranted: boolean;
  /** The command that grants it. */
  readonly grant: string;
}

/** What can be said of the directory without asking it. */
export type DirectorySight =
  | { readonly kind: 'ledger' }
  | {
      readonly kind: 'entra';
      readonly baseUrl: string;
      readonly writes: boolean;
      readonly can: (capability: DirectoryCapability) => boolean;
      /** Whether it does not answer now. */
      readonly isDown: () => boolean;
      readonly permissions: () => readonly DirectoryPermission[];
    };
