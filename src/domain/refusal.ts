import type { RequestRefusal } from './requests/refusals.js';
import type { GroupRefusal } from './groups/refusals.js';
import type { MemberRefusal } from './members/refusals.js';
import type { DelegationRefusal } from './delegations/refusals.js';
import type { ResourceRefusal } from './resources/refusals.js';
import type { OrganisationRefusal } from './organisation/refusals.js';

/**
 * Every way in which the product says no. Each has its own code and its own sentence, which says why and what to do
 * next; `messages` must have one for each, or it does not compile.
 */
export type Refusal =
  RequestRefusal | GroupRefusal | MemberRefusal | DelegationRefusal | ResourceRefusal | OrganisationRefusal;

/** The stable code of a refusal. */
export type RefusalCode = Refusal['code'];
