import type { Instant } from '../domain/terms.js';

/** A request that waits for whoever writes. */
export interface WaitingRequest {
  readonly id: string;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly groupId: string;
  readonly groupName: string;
}

/** One of the open requests of whoever writes. */
export interface OwnRequest {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
}

/** When and where a message is read, and what of the person's own it may mean. */
export interface UnderstandContext {
  readonly now: Instant;
  /** IANA name; UTC when it is missing or unknown. */
  readonly timeZone?: string;
  readonly locale?: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly mine: {
    readonly requestsWaitingForMe: readonly WaitingRequest[];
    readonly myOpenRequests: readonly OwnRequest[];
    /** Groups in which the person may add and remove people; without it nobody is taken to be in charge of none. */
    readonly groupsILead?: readonly string[];
    /** The requests are those of a quoted message, to which this one answers. */
    readonly isQuoted?: true;
    /** What only administrators may say is looked for only in what they say. */
    readonly isAdministrator?: boolean;
  };
}
