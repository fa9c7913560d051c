import type { News } from '../news.js';
import type { Instant } from '../terms.js';

/** Something that somebody was to be told, or a card of theirs that was to be edited, and could not be reached for. */
export type Missed = { readonly id: string; readonly at: Instant } & (
  | { readonly kind: 'news'; readonly notice: News }
  /** One that several people are asked, by the id of the question. */
  | { readonly kind: 'question'; readonly collection: 'tenants' | 'groups'; readonly recordId: string }
  /** By the id of the request; told as it stands then. */
  | { readonly kind: 'request' }
  /** By the id of the group; likewise. */
  | { readonly kind: 'membership' }
);
