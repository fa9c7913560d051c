import type { PersonView } from '../personView.js';
import type { Page } from '../page.js';
import type { Instant, GroupRole } from '../terms.js';
import type { GroupView, UnlockView, MyGroupRow, MemberRow } from '../views.js';
import type { DirectoryRefusal, DriftPolicy } from '../groups/directory.js';
import type { AddResult } from './news.js';

/** What a command about members can answer. */
export type MemberOutcome =
  | {
      readonly kind: 'memberAdded';
      readonly group: GroupView;
      readonly until?: Instant;
      /** The directory does not have them yet; they are told again once it does. */
      readonly isPending?: true;
    }
  | {
      readonly kind: 'alreadyMember';
      readonly group: GroupView;
      readonly role: 'owner' | 'member';
      readonly until?: Instant;
    }
  | {
      readonly kind: 'leaveConfirmNeeded';
      readonly group: GroupView;
      readonly losses: readonly UnlockView[];
      readonly role: 'owner' | 'manager' | 'member';
      /** Words of the wish that nothing explained. */
      readonly unexplained?: readonly string[];
    }
  | { readonly kind: 'memberLeft'; readonly group: GroupView }
  | { readonly kind: 'myGroupsListed'; readonly rows: readonly MyGroupRow[]; readonly page: Page }
  /** Told by the outbox: the time in the group is over. */
  | { readonly kind: 'membershipEnded'; readonly group: GroupView; readonly at: Instant }
  /** Told by the outbox: an open join that the directory refused. */
  | { readonly kind: 'deliveryFailed'; readonly group: GroupView; readonly failure?: DirectoryRefusal };

/** What is asked before a membership's change. */
export type MemberQuestion =
  | {
      readonly code: 'importMembers';
      readonly group: string;
      readonly groupId: string;
      readonly list: string;
      /** Headings of columns that nothing is made of. */
      readonly unused?: readonly string[];
      readonly results: readonly { readonly name: string; readonly result: AddResult }[];
    }
  /** They are in already; `before`, `after`: when their membership ends by itself. */
  | {
      readonly code: 'moveEnd';
      readonly group: string;
      readonly groupId: string;
      readonly person: PersonView;
      readonly isOwn?: true;
      readonly before?: Instant;
      readonly after?: Instant;
      readonly reason?: string;
    }
  | {
      readonly code: 'removeMember';
      readonly isOwn?: true;
      readonly group: string;
      readonly groupId: string;
      readonly person: PersonView;
      readonly reason?: string;
      readonly losses: readonly string[];
      /** They manage its members, too; that ends with it. */
      readonly isManager?: true;
      /** Who stood in for them here; that ends, too. */
      readonly standIns?: readonly string[];
    }
  | {
      readonly code: 'changeRole';
      readonly group: string;
      readonly groupId: string;
      readonly person: PersonView;
      readonly role: GroupRole;
      readonly before: GroupRole;
      /** Who stood in for them here; that ends, too. */
      readonly standIns?: readonly string[];
    };

/** What is listed of members. */
export type MemberTable =
  | {
      readonly code: 'members';
      readonly group: string;
      readonly groupId: string;
      readonly rows: readonly MemberRow[];
      readonly page: Page;
      /** So many groups are in it in the directory; absent for none. */
      readonly nested?: number;
    }
  /** What other hands changed in the directory (F73). */
  | {
      readonly code: 'drift';
      readonly group: string;
      readonly groupId: string;
      readonly policy: DriftPolicy;
      readonly total: number;
      readonly explainers: readonly string[];
      readonly rows: readonly { readonly person: PersonView; readonly isAdded: boolean; readonly isLeft: boolean }[];
      readonly isBraked?: true;
      /** So many groups are in it in the directory; absent for none. */
      readonly nested?: number;
    };
