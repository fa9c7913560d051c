import { authorize } from '../authorized.js';
import type { Delegation, Person } from '../organisation/person.js';
import type { Group } from '../groups/group.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { addEffects, toChange, type Change } from '../timers.js';
import { record, tell } from '../organisation/tenantChanges.js';
import { refuse, type Verdict } from '../verdict.js';
import type { Instant, PersonId } from '../terms.js';

/** Whether a delegation holds now for a group. It is never followed further: a stand-in's stand-in decides nothing. */
export function isStandingIn(delegation: Delegation, groupId: string, now: Instant): boolean {
  return (
    (delegation.until === undefined || delegation.until > now) &&
    (delegation.groupId === undefined || delegation.groupId === groupId)
  );
}

/**
 * Whether a person may name a stand-in: only who decides something, not themselves, and nobody who has just named them,
 * so that no two wait for each other (F45).
 */
export function decideDelegation(
  person: Person,
  standIn: Person,
  { now, decidesSomething }: { readonly now: Instant; readonly decidesSomething: boolean },
): Verdict<'delegate'> {
  const waitsForMe = ({ toId, until }: Delegation): boolean =>
    toId === person.id && (until === undefined || until > now);
  const isCircle = (standIn.delegations ?? []).some(waitsForMe);
  const problem = person.id === standIn.id ? 'self' : isCircle ? 'circle' : decidesSomething ? undefined : 'nothing';
  return problem
    ? refuse({ code: 'delegation_impossible', problem, person: standIn.name })
    : { allowed: true, proof: authorize('delegate') };
}

/** A person with a stand-in, in place of an earlier one for the same; the stand-in is told once. */
export function startDelegation(
  person: Person,
  standIn: Pick<Person, 'id' | 'name'>,
  given: { readonly until?: Instant; readonly group?: { readonly id: string; readonly name: string } },
  occasion: Occasion,
): Person {
  const { until, group } = given;
  const end = until === undefined ? {} : { until };
  const kept = (person.delegations ?? []).filter(
    (one) => one.groupId !== group?.id && (one.until === undefined || one.until > occasion.now),
  );
  const tasks: NewEffect[] = [
    { kind: 'followStandIns' },
    record(
      {
        kind: 'delegationStarted',
        actorId: person.id,
        subjectId: standIn.id,
        ...(group ? { groupId: group.id } : {}),
        ...(until === undefined ? {} : { after: new Date(until).toISOString() }),
      },
      occasion,
    ),
    tell(standIn.id, { code: 'youStandIn', person: person.name, ...end, ...(group ? { group: group.name } : {}) }, [
      person.id,
    ]),
  ];
  return withDelegations(
    person,
    [...kept, { toId: standIn.id, since: occasion.now, ...end, ...(group ? { groupId: group.id } : {}) }],
    tasks,
    occasion,
  );
}

/**
 * What follows for the stand-ins of those who decided about a group and do so no longer: a delegation needs its role for
 * as long as it counts, and does not come back with it.
 */
export function roleEnds(before: Roles, after: Roles, occasion: Pick<Occasion, 'now'>): readonly NewEffect[] {
  const decide = ({ ownerIds, managerIds }: Roles): readonly PersonId[] => [...new Set([...ownerIds, ...managerIds])];
  const still = new Set(decide(after));
  return decide(before)
    .filter((id) => !still.has(id))
    .map((personId) => ({ kind: 'endStandIns', personId, endedAt: occasion.now }));
}

type Roles = Pick<Group, 'ownerIds' | 'managerIds'>;

/** Ends what a person whose role in a group ended then had handed on: what is for that group, and all of it where they decide nothing any more. */
export function endStandIns(
  end: { readonly groupId: string; readonly endedAt: Instant },
  decidesSomething: boolean,
): Change<Person> {
  return toChange((person, occasion) => {
    const hasEnded = ({ groupId, since = 0 }: Delegation): boolean =>
      since <= end.endedAt && (groupId === end.groupId || (groupId === undefined && !decidesSomething));
    const ended = (person.delegations ?? []).filter(hasEnded);
    if (ended.length === 0) return person;
    const kept = (person.delegations ?? []).filter((one) => !hasEnded(one));
    const events = ended.map(({ toId, groupId }) =>
      record({ kind: 'delegationEnded', subjectId: toId, forId: person.id, ...(groupId ? { groupId } : {}) }, occasion),
    );
    const delegateIds = [...new Set(kept.map(({ toId }) => toId))];
    return addEffects<Person>({ ...person, delegations: kept, delegateIds }, events, occasion);
  });
}

/** A person without any stand-in. */
export function endDelegations(
  person: Person,
  occasion: Occasion,
): { readonly proof: ReturnType<typeof authorize<'endDelegations'>>; readonly document: Person } {
  const standIns = [...new Set((person.delegations ?? []).map(({ toId }) => toId))];
  const tasks: NewEffect[] = [
    { kind: 'followStandIns' },
    ...standIns.map((toId) => record({ kind: 'delegationEnded', actorId: person.id, subjectId: toId }, occasion)),
  ];
  return { proof: authorize('endDelegations'), document: withDelegations(person, [], tasks, occasion) };
}

function withDelegations(
  person: Person,
  delegations: readonly Delegation[],
  tasks: readonly NewEffect[],
  occasion: Occasion,
): Person {
  const delegateIds: PersonId[] = [...new Set(delegations.map(({ toId }) => toId))];
  return revise<Person>(
    { ...person, delegations, delegateIds },
    [...person.effects, ...toEffects(tasks, occasion)],
    occasion,
  );
}
