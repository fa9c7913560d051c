import type { PersonView } from '../personView.js';

/** How the product says no about members. */
export type MemberRefusal =
  /** `isNested`: other groups are in it, and they may be in it through one of these. */
  | { readonly code: 'not_a_member'; readonly group: string; readonly isNested?: true }
  /** `person`: of whom it is said, where somebody else wanted to take the role. */
  | { readonly code: 'last_owner'; readonly group: string; readonly person?: string }
  /** Setting E (S72). */
  | { readonly code: 'owner_assignment_restricted'; readonly group: string; readonly admins: readonly PersonView[] }
  /** S74. */
  | { readonly code: 'not_yet_member'; readonly group: string; readonly person: string }
  | { readonly code: 'person_not_found'; readonly typed: string }
  | { readonly code: 'not_in_group'; readonly group: string; readonly person: string };
