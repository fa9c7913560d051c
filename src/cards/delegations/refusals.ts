import type { DelegationRefusal } from '../../domain/delegations/refusals.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { onward, toHelp } from '../parts/ways.js';

/** How the product says no about delegations. */
export const delegationRefusals: RefusalBuilders<DelegationRefusal> = {
  delegation_impossible: ({ problem, person }, voice) => ({
    heading: voice.say(`delegations.refused.delegation_impossible.heading.${problem}`, { person }),
    why: voice.say(`delegations.refused.delegation_impossible.why.${problem}`, { person }),
    next: voice.say(`delegations.refused.delegation_impossible.next.${problem}`),
    ...onward(toHelp(voice)),
  }),
};
