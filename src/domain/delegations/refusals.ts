/** How the product says no about delegations. */
export type DelegationRefusal = {
  readonly code: 'delegation_impossible';
  readonly problem: 'self' | 'circle' | 'nothing';
  readonly person: string;
};
