import type { PersonView } from '../personView.js';
import type { UnsupportedKind, GroupType, JoinRule } from '../terms.js';

/** How the product says no about groups. */
export type GroupRefusal =
  | { readonly code: 'unsupported_kind'; readonly group: string; readonly kind: UnsupportedKind }
  /** Setting B (S53). */
  | { readonly code: 'groups_restricted'; readonly admins: readonly PersonView[] }
  | {
      readonly code: 'owners_only';
      readonly group: string;
      readonly owners: readonly PersonView[];
      readonly admins: readonly PersonView[];
    }
  /** Said of what does not exist and of what is not to be seen, in the same words. */
  | { readonly code: 'group_not_found'; readonly typed: string }
  | { readonly code: 'owners_and_admins_only'; readonly group: string; readonly owners: readonly PersonView[] }
  /** Settings C and D (S59, S67). */
  | { readonly code: 'creation_switched_off'; readonly groupType: GroupType; readonly admins: readonly PersonView[] }
  /** S60, S68. */
  | {
      readonly code: 'editing_switched_off';
      readonly group: string;
      readonly groupType: GroupType;
      readonly admins: readonly PersonView[];
    }
  /** S83. */
  | { readonly code: 'approval_needs_licence'; readonly admins: readonly PersonView[] }
  /** A guardrail of the organisation (F32). */
  | { readonly code: 'join_rule_too_loose'; readonly allowed: readonly JoinRule[] }
  /** F56. */
  | {
      readonly code: 'name_not_allowed';
      readonly name: string;
      /** `address`: it holds one that cannot be linked to. */
      readonly problem: 'missing' | 'tooLong' | 'blockedWord' | 'taken' | 'address';
      readonly word?: string;
    }
  /** It was read in from the directory, and nobody has enrolled it yet. */
  | { readonly code: 'not_enrolled'; readonly group: string; readonly admins: readonly PersonView[] }
  | { readonly code: 'nothing_to_enrol'; readonly groupType: GroupType }
  /** No group of that name and kind was read in, and none can be made there. */
  | { readonly code: 'nothing_to_link'; readonly group: string }
  | { readonly code: 'no_directory' }
  | { readonly code: 'no_brake' }
  | { readonly code: 'nothing_to_change'; readonly what: string }
  | {
      readonly code: 'list_unreadable';
      readonly of: 'people' | 'groups';
      readonly problem: 'empty' | 'tooLong' | 'unreadable';
    }
  | { readonly code: 'claim_waits'; readonly group: string; readonly admins: readonly PersonView[] }
  | { readonly code: 'not_ownerless'; readonly group: string; readonly owners: readonly PersonView[] };
