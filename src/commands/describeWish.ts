import { findGroup } from './reads/findGroup.js';
import { loadTenant, viewPeople } from './reads/people.js';
import { loadDecision } from './requests/decision.js';
import type { Turn } from './turn.js';
import { given } from '../domain/given.js';
import { isKnownTo } from '../domain/requests/decideApproval.js';
import type { WishView } from '../domain/views.js';
import type { Intent } from '../intents/intent.js';
import type { PersonTarget } from '../intents/parsePerson.js';
import type { GroupTarget } from '../intents/targets.js';

/** A wish with its names, for the card that asks whether it was meant. */
export async function describeWish(intent: Intent, turn: Turn): Promise<WishView> {
  const part = intent as Partial<{
    readonly target: GroupTarget & { readonly requestId?: string };
    readonly person: PersonTarget;
    readonly people: readonly PersonTarget[];
    readonly resource: { readonly by: 'id' | 'name'; readonly resourceId?: string; readonly name?: string };
    readonly duration: WishView['duration'];
    readonly justification: string;
    readonly field: string;
    readonly setting: string;
    readonly value: string;
    readonly role: string;
    readonly is: boolean;
  }>;
  const people = [...(part.people ?? []), ...(part.person ? [part.person] : [])];
  const [group, resource, names, request] = await Promise.all([
    groupName(part.target, turn),
    resourceName(part.resource, turn),
    Promise.all(people.map((person) => personName(person, turn))),
    part.target?.requestId ? describeRequest(part.target.requestId, turn) : undefined,
  ]);
  const { duration, justification, field, setting, value, role, is } = part;
  return {
    intent: intent.kind,
    ...given({ group: group || undefined }),
    people: names.filter((name) => name !== ''),
    ...given({ resource: resource || undefined, request, duration, justification: justification || undefined }),
    ...(field || setting ? { field: field ?? setting ?? '' } : {}),
    ...(value || role ? { value: value ?? role ?? '' } : {}),
    ...given({ is }),
  };
}

async function groupName(target: GroupTarget | undefined, turn: Turn): Promise<string | undefined> {
  if (target?.by === 'name') return target.readings[0]?.name;
  if (!target?.groupId) return undefined;
  const search = await findGroup(turn, await loadTenant(turn.store, turn), target);
  return search.found === 'one' ? search.group.name : undefined;
}

async function resourceName(
  resource: { readonly by: 'id' | 'name'; readonly resourceId?: string; readonly name?: string } | undefined,
  turn: Turn,
): Promise<string | undefined> {
  if (resource?.resourceId) return (await turn.store.read('resources').get(resource.resourceId))?.name;
  return resource?.name;
}

/** How somebody who is meant is called; as they were typed, where nobody is known by it. */
export async function personName(person: PersonTarget, turn: Turn): Promise<string> {
  if (person.by === 'id') return (await viewPeople(turn.store, [person.personId]))[0]?.name ?? '';
  if (person.by === 'name') return person.name;
  if (person.by === 'address') return person.email;
  const [known] = await turn.store.read('people').find({ where: { channelUserId: person.channelUserId }, limit: 1 });
  return known?.name ?? '';
}

/** Of a request that this person was never asked about no more is said than of a number that was made up. */
async function describeRequest(requestId: string, turn: Turn): Promise<WishView['request']> {
  const facts = await loadDecision(turn, requestId);
  const isTheirs = facts?.request.askedById === turn.actor.id || (facts && isKnownTo(facts));
  if (!facts || !isTheirs) return { id: requestId };
  return { id: requestId, group: facts.knownName ?? facts.group.name, requester: facts.requester.name };
}
