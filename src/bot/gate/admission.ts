/** Why somebody was kept out: a word for the log. Strangers get a fixed sentence that does not tell them apart. */
export type RefusalReason =
  // The activity names a service or a channel that is none of ours.
  | 'service'
  | 'channel'
  // The token, looked at without believing it.
  | 'no_token'
  | 'too_long'
  | 'malformed'
  | 'algorithm'
  | 'key_id'
  | 'issuer'
  | 'audience'
  | 'other_caller'
  | 'other_service'
  | 'no_end'
  | 'expired'
  | 'not_yet_valid'
  // The key and the signature.
  | 'unknown_key'
  | 'signature'
  | 'keys_unavailable';

/** What a token of the channel says, after its signature was checked. */
export interface VerifiedClaims {
  readonly issuer: string;
  readonly audience: string;
  readonly serviceUrl: string;
}

/** Whether an activity comes in; without credentials there is nobody who could vouch for it, and so no claims. */
export type Admission =
  | { readonly ok: true; readonly claims: VerifiedClaims | undefined }
  | { readonly ok: false; readonly reason: RefusalReason };

/** What the gate reads of a request; nothing in it is believed. */
export interface Arrival {
  /** The `Authorization` header; empty when there is none. */
  readonly authorization: string;
  readonly activity: { readonly serviceUrl?: unknown; readonly channelId?: unknown };
}

/** Decides who comes in. Never rejects, and keeps nothing of those whom it keeps out. */
export type Gate = (arrival: Arrival) => Promise<Admission>;
