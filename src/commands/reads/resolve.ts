import { adminIdsOf } from '../../domain/groups/policy.js';
import { findGroup } from './findGroup.js';
import { findPerson } from './findPerson.js';
import { readNamed, readNearResources } from './names.js';
import { loadTenant, viewPeople, viewPerson } from './people.js';
import type { Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { toldApart } from './groupViews.js';
import type { ActorFacts, GroupFacts } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Person } from '../../domain/organisation/person.js';
import type { Carry, ChoiceVerb } from '../../domain/question.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Actor } from '../../domain/organisation/tenantChanges.js';
import type { ResourceTarget } from '../../intents/adminIntent.js';
import type { PersonTarget } from '../../intents/parsePerson.js';
import { isThere } from '../../domain/resources/decideResource.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { GroupTarget, NameReading } from '../../intents/targets.js';

/** What was looked for, or what to answer instead. */
export type Resolved<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Outcome };

/** What a command is about, for the card on which somebody picks what they meant. */
export interface Purpose {
  readonly verb: ChoiceVerb;
  readonly carry: Carry;
}

/** How many names are offered at the most. */
const mostOptions = 6;

/** The answer "no". */
export function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}

/** The group that was meant; what is not to be seen is not found, in the same words. */
export async function resolveGroup(
  turn: Turn,
  tenant: Tenant,
  target: GroupTarget,
  { verb, carry }: Purpose,
): Promise<Resolved<Group> & { readonly reading?: NameReading }> {
  const search = await findGroup(turn, tenant, target);
  if (search.found === 'one') return { ok: true, value: search.group, ...given({ reading: search.reading }) };
  if (search.found === 'none') return { ok: false, answer: refused({ code: 'group_not_found', typed: search.typed }) };
  const names = toldApart(search.groups);
  const options = search.groups.map(({ id, name, description }, at) => ({
    id,
    title: names[at] ?? name,
    ...given({ about: description || undefined }),
  }));
  return {
    ok: false,
    answer: { kind: 'choiceNeeded', choice: { what: 'group', typed: search.reading.name, verb, carry, options } },
  };
}

/** The person who was meant, among those that this organisation's records know. */
export async function resolvePerson(
  turn: Turn,
  target: PersonTarget,
  { verb, carry }: Purpose,
): Promise<Resolved<Person>> {
  const search = await findPerson(turn, target);
  if (search.found === 'one') return { ok: true, value: search.person };
  const typed = typedPerson(target);
  if (search.found === 'none') return { ok: false, answer: refused({ code: 'person_not_found', typed }) };
  const options = search.people.map((person) => {
    const { id, name, about } = viewPerson(person, person.id);
    return { id, title: name, ...((about ?? person.email) ? { about: about ?? person.email ?? '' } : {}) };
  });
  return { ok: false, answer: { kind: 'choiceNeeded', choice: { what: 'person', typed, verb, carry, options } } };
}

/** What was typed or picked, to be read back. */
export function typedPerson(target: PersonTarget): string {
  if (target.by === 'name') return target.name;
  return target.by === 'address' ? target.email : '';
}

/** The resource that was meant. */
export async function resolveResource(
  turn: Turn,
  target: ResourceTarget,
  { verb, carry }: Purpose,
): Promise<Resolved<Resource>> {
  if (target.by === 'id') {
    const found = await turn.store.read('resources').get(target.resourceId);
    return isThere(found)
      ? { ok: true, value: found }
      : { ok: false, answer: refused({ code: 'resource_not_found', typed: '' }) };
  }
  const exact = await readNamed(turn, 'resources', [target.name]);
  const [only, second] = exact;
  if (only && !second) return { ok: true, value: only };
  const near = only ? exact : await readNearResources(turn, [target.name], mostOptions);
  if (near.length === 0) return { ok: false, answer: refused({ code: 'resource_not_found', typed: target.name }) };
  return {
    ok: false,
    answer: {
      kind: 'choiceNeeded',
      choice: {
        what: 'resource',
        typed: target.name,
        verb,
        carry,
        options: near.slice(0, mostOptions).map(({ id, name }) => ({ id, title: name })),
      },
    },
  };
}

/** Who acts, under which settings, and whom a refusal names. */
export async function loadActorFacts(turn: Turn): Promise<ActorFacts> {
  const tenant = await loadTenant(turn.store, turn);
  return { actorId: turn.actor.id, tenant, admins: await viewPeople(turn.store, adminIdsOf(tenant)) };
}

/** The same, about one group as it stands now. */
export async function loadGroupFacts(turn: Turn, facts: ActorFacts, group: Group): Promise<GroupFacts> {
  return { ...facts, group, owners: await viewPeople(turn.store, group.ownerIds) };
}

/** Who acts, by the name that others read. */
export function actorOf(turn: Pick<Turn, 'actor'>): Actor {
  return { id: turn.actor.id, name: turn.actor.name };
}
