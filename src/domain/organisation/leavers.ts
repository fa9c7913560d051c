import { authorize } from '../authorized.js';
import { reviseGroup } from '../groups/reviseGroup.js';
import type { Group } from '../groups/group.js';
import type { Membership } from '../members/membership.js';
import { endMembership } from '../members/membershipChanges.js';
import type { Person } from './person.js';
import { record, tell, type Actor } from './tenantChanges.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { addEffects, toChange, type Change, type Granted } from '../timers.js';
import type { Instant, PersonId } from '../terms.js';

const dayMs = 86_400_000;

/** A membership of somebody who left; the directory lets go of them, too. */
export function endLeaverMembership(
  membership: Membership | undefined,
  occasion: Occasion,
): Granted<'endLeaverMembership', Membership> | undefined {
  if (membership?.status !== 'active') return undefined;
  return {
    proof: authorize('endLeaverMembership'),
    document: endMembership(membership, { reason: 'removed' }, occasion),
  };
}

/**
 * A group that somebody ran who left. Where nobody is left who owns it, its members are asked for a volunteer, and the
 * administrators some days later (F105).
 */
export function removeLeaver(
  group: Group,
  person: Actor,
  { memberIds, volunteerDays }: { readonly memberIds: readonly PersonId[]; readonly volunteerDays: number | 'none' },
  occasion: Occasion,
): Granted<'removeLeaver', Group> | undefined {
  const wasOwner = group.ownerIds.includes(person.id);
  if (!wasOwner && !group.managerIds.includes(person.id)) return undefined;
  const next = {
    ...group,
    ownerIds: group.ownerIds.filter((id) => id !== person.id),
    managerIds: group.managerIds.filter((id) => id !== person.id),
  };
  const before = wasOwner ? 'owner' : 'manager';
  const event = {
    kind: 'ownerLeft',
    subjectId: person.id,
    groupId: group.id,
    before,
    after: 'none',
  } as const;
  const about = { group: group.name, groupId: group.id, person: person.name };
  const others = next.ownerIds.map((id) => tell(id, { code: 'ownerGone', ...about }, next.ownerIds));
  const isOwnerless = wasOwner && next.ownerIds.length === 0 && group.deletedAt === undefined;
  const asked: NewEffect[] = isOwnerless
    ? [
        ...memberIds.map((id) => tell(id, { code: 'volunteerWanted', ...about }, memberIds)),
        ...(volunteerDays === 'none' ? [] : [escalation(person, occasion.now + volunteerDays * dayMs)]),
      ]
    : [];
  const tasks = [record(event, occasion), ...(wasOwner ? others : []), ...asked];
  return { proof: authorize('removeLeaver'), document: reviseGroup(group, next, tasks, occasion) };
}

function escalation({ name: personName }: Actor, dueAt: Instant): NewEffect {
  return { kind: 'escalateOwnerless', personName, dueAt };
}

/** Tells the administrators about a group for which nobody has volunteered; nothing where it has an owner again. */
export function escalateOwnerless(adminIds: readonly PersonId[], personName: string): Change<Group> {
  return toChange((group, occasion) => {
    if (group.ownerIds.length > 0 || group.deletedAt !== undefined) return group;
    const notice = { code: 'stillOwnerless', group: group.name, groupId: group.id, person: personName } as const;
    const tasks = adminIds.map((id) => tell(id, notice, adminIds));
    return addEffects({ ...group, ownerlessAlertAt: occasion.now }, tasks, occasion);
  });
}

/** Somebody for whom everything is closed; those whom they stood in for decide alone again. */
export const recordCleared: Change<Person> = toChange((person, occasion) =>
  person.leftAt === undefined
    ? person
    : addEffects(person, [record({ kind: 'personLeft', subjectId: person.id }, occasion)], occasion),
);

/** Somebody without a stand-in who left. */
export function endStandIn(
  person: Person,
  standInId: PersonId,
  occasion: Occasion,
): Granted<'endStandIn', Person> | undefined {
  const { delegations = [], delegateIds: _, ...rest } = person;
  const kept = delegations.filter(({ toId }) => toId !== standInId);
  if (kept.length === delegations.length) return undefined;
  const { delegations: __, ...bare } = rest as Person;
  const next: Person =
    kept.length === 0 ? bare : { ...bare, delegations: kept, delegateIds: [...new Set(kept.map(({ toId }) => toId))] };
  const event = record({ kind: 'delegationEnded', subjectId: standInId }, occasion);
  const document = revise<Person>(next, [...person.effects, ...toEffects([event], occasion)], occasion);
  return { proof: authorize('endStandIn'), document };
}
