import type { DirectoryRefusal } from '../groups/directory.js';
import type { OwnDeed } from '../ownDeed.js';
import type { Instant, GroupRole } from '../terms.js';

/** What happened to members, told to whom it concerns. */
export type MemberNews =
  /** Somebody is out here, and the directory did not let go of them. */
  | {
      readonly code: 'stillInside';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly failure: DirectoryRefusal;
    }
  | (OwnDeed & {
      readonly code: 'membersAdded';
      readonly group: string;
      readonly groupId: string;
      readonly results: readonly { readonly name: string; readonly result: AddResult }[];
      readonly until?: Instant;
    })
  | {
      readonly code: 'youWereAdded';
      readonly group: string;
      readonly groupId: string;
      readonly by: string;
      readonly until?: Instant;
      readonly reason?: string;
    }
  /** `until`: absent where it does not end by itself any more. */
  | (OwnDeed & {
      readonly code: 'endMoved';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly until?: Instant;
    })
  | {
      readonly code: 'yourEndMoved';
      readonly group: string;
      readonly groupId: string;
      readonly by: string;
      readonly until?: Instant;
      readonly reason?: string;
    }
  | (OwnDeed & {
      readonly code: 'memberRemoved';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
    })
  | { readonly code: 'youWereRemoved'; readonly group: string; readonly by: string; readonly reason?: string }
  | (OwnDeed & {
      readonly code: 'roleChanged';
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly role: GroupRole;
      readonly before: GroupRole | 'none';
    })
  | {
      readonly code: 'yourRole';
      readonly group: string;
      readonly groupId: string;
      readonly role: GroupRole;
      readonly before: GroupRole | 'none';
      readonly by: string;
    };

/** How one person of several came out. */
export type AddResult = 'added' | 'alreadyMember' | 'isOwner' | 'blocked' | 'notFound' | 'unclear' | 'repeated';
