import type { GroupType, JoinRule, UnsupportedKind } from './groups/group.js';
import type { SettingName } from './organisation/settings.js';
import type { Instant } from './document.js';
import type { RequestStatus } from './requests/request.js';

/** A person as others may see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Job title and department, as far as known. */
  readonly about?: string;
}

/**
 * Every way in which the product says no. Each has its own code and its own sentence, which says why and what to do
 * next; `messages` must have one for each, or it does not compile.
 */
export type Refusal =
  | { readonly code: 'unsupported_kind'; readonly group: string; readonly kind: UnsupportedKind }
  /** Setting B (S53). */
  | { readonly code: 'groups_restricted'; readonly admins: readonly PersonView[] }
  /** Setting A (S51). */
  | { readonly code: 'requests_switched_off'; readonly group: string; readonly admins: readonly PersonView[] }
  /** S79, S80, S84: the requester's licence. */
  | { readonly code: 'requester_not_licensed'; readonly group: string; readonly admins: readonly PersonView[] }
  /** S81: the owner's licence. */
  | { readonly code: 'approver_not_licensed'; readonly admins: readonly PersonView[] }
  | {
      readonly code: 'owners_only';
      readonly group: string;
      readonly owners: readonly PersonView[];
      readonly admins: readonly PersonView[];
    }
  | { readonly code: 'no_approver'; readonly group: string; readonly admins: readonly PersonView[] }
  /** Said of what does not exist and of what is not to be seen, in the same words. */
  | { readonly code: 'group_not_found'; readonly typed: string }
  | { readonly code: 'request_not_found'; readonly typed: string }
  /** A known application or site that no group opens (yet). */
  | { readonly code: 'nothing_unlocks'; readonly resource: string; readonly admins: readonly PersonView[] }
  | {
      readonly code: 'own_request';
      readonly requestId: string;
      readonly group: string;
      readonly others: readonly PersonView[];
    }
  | { readonly code: 'not_an_approver'; readonly requestId: string }
  /** The decision came after the end of the request. */
  | {
      readonly code: 'request_closed';
      readonly requestId: string;
      readonly group: string;
      readonly status: Exclude<RequestStatus, 'pending' | 'approved' | 'denied'>;
      readonly at: Instant;
    }
  | {
      readonly code: 'request_already_decided';
      readonly requestId: string;
      readonly group: string;
      readonly outcome: 'approved' | 'denied';
      readonly by: PersonView;
      readonly at: Instant;
    }
  | { readonly code: 'nothing_to_withdraw' }
  | { readonly code: 'nothing_to_decide' }
  | { readonly code: 'not_a_member'; readonly group: string }
  | { readonly code: 'last_owner'; readonly group: string }
  | {
      readonly code: 'requester_left_or_joined';
      readonly requestId: string;
      readonly group: string;
      readonly person: PersonView;
    }
  | { readonly code: 'justification_missing'; readonly minLength: number }
  | { readonly code: 'duration_too_long'; readonly maxDays: number }
  | { readonly code: 'duration_longer_than_asked' }
  | { readonly code: 'duration_in_the_past' }
  /** The rule of the group changed while the request waited (F38). */
  | { readonly code: 'rule_changed'; readonly requestId: string; readonly group: string }
  | { readonly code: 'ownership_needs_an_owner'; readonly group: string; readonly owners: readonly PersonView[] }
  /** S49: settings, blocks and lists of access. */
  | { readonly code: 'admins_only'; readonly admins: readonly PersonView[] }
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
  /** Setting E (S72). */
  | { readonly code: 'owner_assignment_restricted'; readonly group: string; readonly admins: readonly PersonView[] }
  /** S74. */
  | { readonly code: 'not_yet_member'; readonly group: string; readonly person: string }
  /** A guardrail of the organisation (F32). */
  | { readonly code: 'join_rule_too_loose'; readonly allowed: readonly JoinRule[] }
  /** F56. */
  | {
      readonly code: 'name_not_allowed';
      readonly name: string;
      readonly problem: 'missing' | 'tooLong' | 'blockedWord' | 'taken';
      readonly word?: string;
    }
  | { readonly code: 'person_not_found'; readonly typed: string }
  | { readonly code: 'resource_not_found'; readonly typed: string }
  | { readonly code: 'not_resource_owner'; readonly resource: string; readonly owners: readonly PersonView[] }
  | { readonly code: 'not_in_group'; readonly group: string; readonly person: string }
  | { readonly code: 'last_admin' }
  /** F59: there is nobody who could confirm. */
  | { readonly code: 'second_admin_needed'; readonly setting: SettingName }
  | { readonly code: 'own_proposal'; readonly setting: SettingName; readonly others: readonly PersonView[] }
  | { readonly code: 'proposal_gone' }
  | { readonly code: 'setting_value_unknown'; readonly setting: SettingName }
  | { readonly code: 'nothing_to_change'; readonly what: string }
  | {
      readonly code: 'list_unreadable';
      readonly of: 'people' | 'groups';
      readonly problem: 'empty' | 'tooLong' | 'unreadable';
    }
  | { readonly code: 'claim_waits'; readonly group: string; readonly admins: readonly PersonView[] }
  | { readonly code: 'not_ownerless'; readonly group: string; readonly owners: readonly PersonView[] }
  | { readonly code: 'delegation_impossible'; readonly problem: 'self' | 'circle'; readonly person: string };

/** The stable code of a refusal. */
export type RefusalCode = Refusal['code'];
