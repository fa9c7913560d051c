declare const proof: unique symbol;

/**
 * Proof that a rule in this room said yes to the action `A`. Every write asks for one, and only the rules can make
 * one: the symbol is never exported, so a forged proof does not compile.
 */
export interface Authorized<A extends string = string> {
  readonly [proof]: true;
  readonly action: A;
}

/** Makes the proof; for the deciders of this room alone (a test holds that nobody else imports it). */
export function authorize<A extends string>(action: A): Authorized<A> {
  return { action } as Authorized<A>;
}
