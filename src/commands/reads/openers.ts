import { keepVisible } from './findGroup.js';
import { viewPeople } from './people.js';
import { type Purpose, resolveResource } from './resolve.js';
import type { Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import { adminIdsOf } from '../../domain/groups/policy.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Outcome, OutcomeOf } from '../../domain/outcome.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { ResourceTarget } from '../../intents/adminIntent.js';

/** The groups that open something, as far as this person may know of them; else that none does, and who can change it. */
export async function readOpeners(
  turn: Turn,
  tenant: Tenant,
  { name, groupIds }: Resource,
): Promise<{ readonly groups: readonly Group[] } | { readonly none: OutcomeOf<'refused'> }> {
  const groups = await keepVisible(turn, tenant, await turn.store.read('groups').getMany(groupIds));
  if (groups.length > 0) return { groups };
  const admins = await viewPeople(turn.store, adminIdsOf(tenant));
  return { none: { kind: 'refused', refusal: { code: 'nothing_unlocks', resource: name, admins } } };
}

/** How many groups are offered at the most. */
const mostOptions = 6;

/** The groups that open what somebody else needs, to pick from: that one opens it is no reason to let them in. */
export async function offerOpening(
  turn: Turn,
  tenant: Tenant,
  target: ResourceTarget,
  { verb, carry }: Purpose,
): Promise<Outcome> {
  const found = await resolveResource(turn, target, { verb, carry });
  if (!found.ok) return found.answer;
  const opening = await readOpeners(turn, tenant, found.value);
  if ('none' in opening) return opening.none;
  const options = opening.groups
    .slice(0, mostOptions)
    .map(({ id, name, description }) => ({ id, title: name, ...given({ about: description || undefined }) }));
  return {
    kind: 'choiceNeeded',
    choice: { what: 'group', typed: found.value.name, isOpening: true, verb, carry, options },
  };
}
