import type { Instant } from '../terms.js';

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
  | { readonly code: 'askedForOther'; readonly person: string; readonly group: string; readonly groupId: string };
