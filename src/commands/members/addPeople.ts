import { findPerson } from '../reads/findPerson.js';
import { untilWritten } from '../change.js';
import { letIn } from '../letIn.js';
import { actorOf, typedPerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import type { GroupFacts } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import { startMembership } from '../../domain/members/membershipChanges.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Person } from '../../domain/organisation/person.js';
import { cappedEnd, effectivePolicy } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import { tell } from '../../domain/organisation/tenantChanges.js';
import { ownDeed } from '../../domain/ownDeed.js';
import type { PersonTarget } from '../../intents/parsePerson.js';
import type { Duration } from '../../domain/terms.js';
import type { AddResult } from '../../domain/members/news.js';

/** How one person of a list would come out, or did. */
export interface PersonResult {
  readonly name: string;
  readonly result: AddResult;
  readonly person?: Person;
}

/** What adding each of these people would come to, without changing anything; `newcomers` will be known by then, by their ids. */
export async function previewPeople(
  turn: Turn,
  group: Group,
  people: readonly PersonTarget[],
  newcomers: ReadonlyMap<string, string> = new Map(),
): Promise<PersonResult[]> {
  const results: PersonResult[] = [];
  for (const target of people) results.push(await preview(turn, group, target, { before: results, newcomers }));
  return results;
}

async function preview(
  turn: Turn,
  group: Group,
  target: PersonTarget,
  { before, newcomers }: { readonly before: readonly PersonResult[]; readonly newcomers: ReadonlyMap<string, string> },
): Promise<PersonResult> {
  const search = await findPerson(turn, target);
  const typed = target.by === 'id' ? target.personId : typedPerson(target);
  const newcomer = target.by === 'id' ? newcomers.get(target.personId) : undefined;
  if (newcomer !== undefined) return { name: newcomer, result: 'added' };
  if (search.found !== 'one') return { name: typed, result: search.found === 'none' ? 'notFound' : 'unclear' };
  const { person } = search;
  if (before.some((other) => other.person?.id === person.id)) return { name: person.name, result: 'repeated' };
  if (group.ownerIds.includes(person.id)) return { name: person.name, result: 'isOwner', person };
  const membership = await turn.store.read('memberships').get(membershipId(group.id, person.id));
  return { name: person.name, result: membership?.status === 'active' ? 'alreadyMember' : 'added', person };
}

/** Adds each of them, and says how each came out; one that fails keeps no other from getting in (F72). */
export async function addPeople(
  turn: Turn,
  { group, tenant }: GroupFacts,
  proof: Authorized,
  given: { readonly people: readonly PersonTarget[]; readonly duration?: Duration; readonly justification?: string },
): Promise<Outcome> {
  const policy = effectivePolicy(group, tenant);
  const until = cappedEnd(given.duration, policy, turn.now);
  if (until !== undefined && until <= turn.now) return { kind: 'refused', refusal: { code: 'duration_in_the_past' } };
  const results = await previewPeople(turn, group, given.people);
  for (const { person, result } of results)
    if (person && result === 'added') {
      const added = await addOne(turn, group, proof, person, {
        ...(until === undefined ? {} : { until }),
        ...(given.justification ? { reason: given.justification } : {}),
      });
      if (added === 'gone') return { kind: 'refused', refusal: { code: 'group_not_found', typed: group.name } };
    }
  const others = results.filter(({ person, result }) => result === 'added' && person?.id !== turn.actor.id);
  return {
    kind: 'newsTold',
    notice: {
      code: 'membersAdded',
      group: group.name,
      groupId: group.id,
      results: results.map(({ name, result }) => ({ name, result })),
      ...(others.length === 0 ? ownDeed(turn.actor.id, turn.actor) : {}),
      ...(until === undefined ? {} : { until }),
    },
  };
}

async function addOne(
  turn: Turn,
  group: Group,
  proof: Authorized,
  person: Person,
  given: { readonly until?: number; readonly reason?: string },
): Promise<'written' | 'gone'> {
  const actor = actorOf(turn);
  return untilWritten(membershipId(group.id, person.id), async () => {
    const former = await turn.store.read('memberships').get(membershipId(group.id, person.id));
    if (former?.status === 'active') return 'written';
    const told =
      person.id === actor.id
        ? []
        : [
            tell(person.id, { code: 'youWereAdded', group: group.name, groupId: group.id, by: actor.name, ...given }, [
              actor.id,
            ]),
          ];
    const basis = { kind: 'added' as const, by: actor.id, ...(given.reason ? { reason: given.reason } : {}) };
    const document = startMembership(
      former,
      {
        tenantId: turn.tenantId,
        groupId: group.id,
        personId: person.id,
        basis,
        actorId: actor.id,
        ...(given.until === undefined ? {} : { until: given.until }),
        tasks: [...told, { kind: 'closeOwnRequest', by: actor.id }],
      },
      occasionOf(turn),
    );
    return letIn(turn, proof, document);
  });
}
