import type { Instant, RequestStatus } from '../terms.js';

/** What happened to requests, told to whom it concerns. */
export type RequestNews =
  /** Somebody who asked reminds those who can decide (F77). */
  | {
      readonly code: 'requestReminded';
      readonly requestId: string;
      readonly group: string;
      readonly by: string;
      readonly since: Instant;
    }
  | {
      readonly code: 'requestSuperseded';
      readonly group: string;
      readonly groupId: string;
      readonly requestId: string;
      readonly why: 'ownersOnly' | 'open' | 'deleted';
      /** Nobody joins by themselves at the moment. */
      readonly isClosed?: true;
    }
  /** Somebody else would like them to be in a group (F11). */
  | {
      readonly code: 'askedToJoin';
      readonly group: string;
      readonly groupId: string;
      readonly by: string;
      readonly reason?: string;
    }
  | { readonly code: 'askedForOther'; readonly person: string; readonly group: string; readonly groupId: string }
  /** A manager asks for somebody who reports to them (F99); whether they are in already is not said (Q10). */
  | { readonly code: 'askedForReport'; readonly person: string; readonly group: string; readonly groupId: string }
  /** Their manager asked for them. */
  | {
      readonly code: 'askedForYou';
      readonly requestId: string;
      readonly group: string;
      readonly groupId: string;
      readonly by: string;
      readonly reason?: string;
    }
  /** How it ended what a manager asked. */
  | {
      readonly code: 'askedForEnded';
      readonly person: string;
      readonly group: string;
      readonly groupId: string;
      readonly status: Exclude<RequestStatus, 'pending'>;
      readonly by?: string;
    };
