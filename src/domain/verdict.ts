import type { Authorized } from './authorized.js';
import type { Refusal } from './refusal.js';

/** A rule's answer: yes with its proof, or no with the reason. */
export type Verdict<A extends string, Extra = unknown> =
  | ({ readonly allowed: true; readonly proof: Authorized<A> } & Extra)
  | { readonly allowed: false; readonly refusal: Refusal };

/** Shortens a rule's "no". */
export function refuse(refusal: Refusal): { readonly allowed: false; readonly refusal: Refusal } {
  return { allowed: false, refusal };
}
