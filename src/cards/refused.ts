import type { OutcomeOf } from '../domain/outcome.js';
import type { Refusal } from '../domain/refusal.js';
import type { Voice } from '../messages/voice.js';
import { delegationRefusals } from './delegations/refusals.js';
import { groupRefusals } from './groups/refusals.js';
import { memberRefusals } from './members/refusals.js';
import { organisationRefusals } from './organisation/refusals.js';
import type { RefusalBuilders, RefusalShown } from './parts/builders.js';
import { showPlain } from './parts/plainCard.js';
import type { Shown } from './parts/shown.js';
import { requestRefusals } from './requests/refusals.js';
import { resourceRefusals } from './resources/refusals.js';

const builders: RefusalBuilders<Refusal> = {
  ...requestRefusals,
  ...groupRefusals,
  ...memberRefusals,
  ...delegationRefusals,
  ...resourceRefusals,
  ...organisationRefusals,
};

/** A refusal in words, with the ways on. */
export function refusalText(refusal: Refusal, voice: Voice): RefusalShown {
  // The table is keyed by the refusal's own code, which the compiler cannot follow through a lookup.
  const build = builders[refusal.code] as (refusal: Refusal, voice: Voice) => RefusalShown;
  return build(refusal, voice);
}

/** A "no": what is not possible, why, and what can be done now. */
export function showRefused({ refusal }: OutcomeOf<'refused'>, voice: Voice): Shown {
  const { heading, why, next, buttons, typed } = refusalText(refusal, voice);
  return showPlain({ heading, sentences: [why, next], buttons, typed }, voice);
}
