import type { RequestStatus, Instant } from '../terms.js';
import type { PersonView } from '../personView.js';

/** How the product says no about requests. */
export type RequestRefusal =
  /** Setting A (S51). */
  | { readonly code: 'requests_switched_off'; readonly group: string; readonly admins: readonly PersonView[] }
  /** S79, S80, S84: the licence of whoever would be in; by name where somebody else asks for them. */
  | {
      readonly code: 'requester_not_licensed';
      readonly group: string;
      readonly person?: string;
      readonly admins: readonly PersonView[];
    }
  /** S81: the owner's licence. */
  | { readonly code: 'approver_not_licensed'; readonly admins: readonly PersonView[] }
  | { readonly code: 'no_approver'; readonly group: string; readonly admins: readonly PersonView[] }
  | { readonly code: 'request_not_found'; readonly typed: string }
  | {
      readonly code: 'own_request';
      readonly requestId: string;
      readonly group: string;
      readonly others: readonly PersonView[];
      /** For whom they asked; absent for themselves. */
      readonly person?: PersonView;
    }
  /** They were asked once, and may not decide it any more. */
  | {
      readonly code: 'not_an_approver';
      readonly requestId: string;
      readonly group: string;
      readonly person: PersonView;
    }
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
  /** Nobody decided before the end that was asked for. */
  | {
      readonly code: 'wished_time_over';
      readonly requestId: string;
      readonly group: string;
      readonly person: PersonView;
      readonly at: Instant;
    }
  /** Somebody asks for a report who does not report to them (F99). */
  | { readonly code: 'not_their_manager'; readonly group: string; readonly person: string }
  /** Nobody has said who reports to whom. */
  | { readonly code: 'reports_unknown'; readonly group: string; readonly person: string }
  | { readonly code: 'nothing_to_withdraw' }
  /** Nothing of theirs waits of which somebody could be reminded. */
  | { readonly code: 'nothing_to_remind' }
  /** Whom they name was asked about no request of theirs that waits, or not about this one. */
  | { readonly code: 'not_asked'; readonly people: readonly string[] }
  /** The card has reached nobody who can decide now. */
  | { readonly code: 'nobody_to_remind'; readonly requestId: string; readonly group: string }
  /** They were asked, or reminded (`last`), a short while ago. */
  | {
      readonly code: 'reminder_too_soon';
      readonly requestId: string;
      readonly group: string;
      readonly at: Instant;
      readonly last?: Instant;
    }
  | { readonly code: 'nothing_to_decide' }
  /** A button answers a question that is closed. */
  | { readonly code: 'question_gone' }
  | {
      readonly code: 'requester_left_or_joined';
      readonly requestId: string;
      readonly group: string;
      readonly person: PersonView;
    }
  | {
      readonly code: 'justification_missing';
      readonly minLength: number;
    }
  | { readonly code: 'duration_too_long'; readonly maxDays: number }
  | { readonly code: 'duration_longer_than_asked' }
  | { readonly code: 'duration_in_the_past' }
  /** Something that the request needs is so no longer: the licence went, or a reason came to be needed (F38, S79). */
  | {
      readonly code: 'request_needs_more';
      readonly requestId: string;
      readonly group: string;
      readonly person: PersonView;
      readonly what: 'licence' | 'reason';
    }
  /** The rule of the group changed while the request waited (F38). */
  | { readonly code: 'rule_changed'; readonly requestId: string; readonly group: string }
  | { readonly code: 'ownership_needs_an_owner'; readonly group: string; readonly owners: readonly PersonView[] };
