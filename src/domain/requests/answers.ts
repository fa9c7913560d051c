import type { OtherWish } from './otherWish.js';
import type { Page } from '../page.js';
import type { PersonView } from '../personView.js';
import type { RequestView, JoinForm } from '../views.js';

/** What a command about requests can answer. */
export type RequestOutcome =
  | { readonly kind: 'requestOpened'; readonly request: RequestView }
  /** A second `join`: the live card of the first. */
  | { readonly kind: 'requestAlreadyOpen'; readonly request: RequestView }
  /** A second `join` with another wish: nothing of it is taken over in silence. */
  | {
      readonly kind: 'otherWishNeeded';
      readonly request: RequestView;
      /** What was wished for now and is not what the request says. */
      readonly otherWish: OtherWish;
      /** The whole of what would be asked for in its place. */
      readonly whole: OtherWish;
    }
  | { readonly kind: 'joinFormNeeded'; readonly form: JoinForm }
  /** A manager's wish for a report, in a group that wants a reason. */
  | {
      readonly kind: 'reportReasonNeeded';
      /** What the form on the card answers. */
      readonly questionId?: string;
      readonly group: string;
      readonly person: string;
      readonly minLength: number;
      /** What was too short. */
      readonly justification?: string;
    }
  /**
   * A request, for somebody who may decide it: with buttons while it waits, read-only afterwards. `refreshUserIds`:
   * the channel's ids of those whose client may refresh the card by itself, 60 at most.
   */
  | {
      readonly kind: 'approvalShown';
      readonly request: RequestView;
      readonly viewerId: string;
      readonly refreshUserIds: readonly string[];
    }
  /** A decision was made by this very command, or (a repeated click) had been made by the same person before. */
  | {
      readonly kind: 'requestDecided';
      readonly request: RequestView;
      readonly viewerId: string;
      /** What they wanted now, which the decision that they made before keeps from having an effect. */
      readonly noEffect?: 'approved' | 'denied';
    }
  /** Somebody else was faster. */
  | { readonly kind: 'decidedByAnother'; readonly request: RequestView; readonly viewerId: string }
  | {
      readonly kind: 'denyFormNeeded';
      readonly request: RequestView;
      readonly problem?: 'reasonMissing';
      readonly justification?: string;
    }
  /** A request as its requester sees it. */
  | { readonly kind: 'requestShown'; readonly request: RequestView }
  | { readonly kind: 'requestWithdrawn'; readonly request: RequestView }
  /** Who is told that the requester asks again. */
  | {
      readonly kind: 'approversReminded';
      readonly request: RequestView;
      readonly people: readonly PersonView[];
    }
  /** Told by the outbox: what becomes of the waiting card once there is an answer, which comes as a message of its own. */
  | { readonly kind: 'waitingCardSettled'; readonly request: RequestView }
  | { readonly kind: 'withdrawConfirmNeeded'; readonly request: RequestView }
  | {
      readonly kind: 'requestPickNeeded';
      readonly purpose: 'withdrawRequest' | 'remindApprovers' | 'approveRequest' | 'denyRequest' | 'showRequest';
      readonly requests: readonly RequestView[];
    }
  /** A decision that does not say which request, with one that it can mean: as `approvalShown`, and "yes" approves. */
  | { readonly kind: 'approvalNeeded'; readonly request: RequestView; readonly viewerId: string }
  /** The same with several: as `inboxListed`. */
  | { readonly kind: 'decisionPickNeeded'; readonly requests: readonly RequestView[]; readonly page: Page }
  | { readonly kind: 'myRequestsListed'; readonly requests: readonly RequestView[]; readonly page: Page }
  /** `decided`: what was decided on the page just now. */
  | {
      readonly kind: 'inboxListed';
      readonly requests: readonly RequestView[];
      readonly page: Page;
      readonly decided?: RequestView;
    };
