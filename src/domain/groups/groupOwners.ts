import { askPeople, settleQuestion } from '../askedQuestion.js';
import type { AuditEvent } from '../history/audit.js';
import type { Group } from './group.js';
import { reviseGroup } from './reviseGroup.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { ownDeed } from '../ownDeed.js';
import type { Occasion } from '../revise.js';
import type { GroupRole, PersonId } from '../terms.js';

/** A group with a person in another role; `member` takes both others away. The person is told. */
export function changeRole(group: Group, person: Actor, role: GroupRole, actor: Actor, occasion: Occasion): Group {
  const before = roleIn(group, person.id);
  const change = {
    kind: 'roleChanged',
    actorId: actor.id,
    subjectId: person.id,
    groupId: group.id,
    before,
    after: role,
  } as const;
  if (role === 'owner') return withOwner(group, person, change, actor, occasion);
  const ownerIds = without(group.ownerIds, person.id);
  const managerIds = [...without(group.managerIds, person.id), ...(role === 'manager' ? [person.id] : [])];
  const event = record(change, occasion);
  const told =
    person.id === actor.id
      ? []
      : [
          tell(person.id, { code: 'yourRole', group: group.name, groupId: group.id, role, before, by: actor.name }, [
            actor.id,
          ]),
        ];
  return reviseGroup(group, { ...group, ownerIds, managerIds }, [event, ...told], occasion);
}

/** A group whose ownership goes to somebody else, who is told; the former owner who acts is an owner no longer. */
export function transferGroup(group: Group, person: Actor, actor: Actor, occasion: Occasion): Group {
  const change = {
    kind: 'groupTransferred',
    actorId: actor.id,
    subjectId: person.id,
    groupId: group.id,
    before: roleIn(group, person.id),
    after: 'owner',
  } as const;
  return withOwner(group, person, change, actor, occasion, without(group.ownerIds, actor.id));
}

/** A group without an owner that somebody would like to have; the administrators are asked (F44). */
export function claimGroup(group: Group, adminIds: readonly PersonId[], actor: Actor, occasion: Occasion): Group {
  const event = record({ kind: 'groupClaimed', actorId: actor.id, groupId: group.id }, occasion);
  const { question, tasks } = askPeople(
    { id: occasion.newId(), collection: 'groups', recordId: group.id },
    adminIds,
    { code: 'claimAsked', group: group.name, groupId: group.id, personId: actor.id, person: actor.name },
    [actor.id],
  );
  return reviseGroup(group, { ...group, claimedBy: actor.id, question }, [event, ...tasks], occasion);
}

/** A group after an administrator's answer to a claim; the person who claimed it is told, and the other administrators see it on their cards. */
export function settleClaim(group: Group, person: Actor, accepted: boolean, actor: Actor, occasion: Occasion): Group {
  if (accepted)
    return withOwner(
      group,
      person,
      {
        kind: 'groupTransferred',
        actorId: actor.id,
        subjectId: person.id,
        groupId: group.id,
        before: 'member',
        after: 'owner',
      },
      actor,
      occasion,
    );
  const { claimedBy: _, ...rest } = group;
  const { document, tasks } = settleQuestion<Group>(rest, {
    code: 'claimSettled',
    group: group.name,
    groupId: group.id,
    person: person.name,
    accepted,
    by: actor.name,
    ...ownDeed(person.id, actor),
  });
  const event = record({ kind: 'claimRefused', actorId: actor.id, subjectId: person.id, groupId: group.id }, occasion);
  return reviseGroup(
    group,
    document,
    [
      event,
      ...(person.id === actor.id
        ? []
        : [
            tell(person.id, { code: 'claimRefused', group: group.name, groupId: group.id, by: actor.name }, [actor.id]),
          ]),
      ...tasks,
    ],
    occasion,
  );
}

/** A group with one more owner, who is told; a claim that waits has its answer with that. */
function withOwner(
  group: Group,
  person: Actor,
  event: Omit<AuditEvent, 'id' | 'at'>,
  actor: Actor,
  occasion: Occasion,
  kept: readonly PersonId[] = group.ownerIds,
): Group {
  const { claimedBy, ...rest } = group;
  const before = roleIn(group, person.id);
  const { document, tasks } = settleQuestion<Group>(rest, {
    code: 'claimSettled',
    group: group.name,
    groupId: group.id,
    person: person.name,
    accepted: true,
    by: actor.name,
  });
  const refused =
    claimedBy === undefined || claimedBy === person.id
      ? []
      : [tell(claimedBy, { code: 'claimRefused', group: group.name, groupId: group.id, by: actor.name }, [actor.id])];
  const told =
    person.id === actor.id
      ? []
      : [
          tell(
            person.id,
            { code: 'yourRole', group: group.name, groupId: group.id, role: 'owner', before, by: actor.name },
            [actor.id],
          ),
        ];
  const next = {
    ...document,
    ownerIds: [...without(kept, person.id), person.id],
    managerIds: without(group.managerIds, person.id),
  };
  return reviseGroup(group, next, [record(event, occasion), ...told, ...refused, ...tasks], occasion);
}

/** What a person is in a group, beside being a member. */
export function roleIn(group: Pick<Group, 'ownerIds' | 'managerIds'>, personId: PersonId): GroupRole {
  if (group.ownerIds.includes(personId)) return 'owner';
  return group.managerIds.includes(personId) ? 'manager' : 'member';
}

function without(ids: readonly PersonId[], id: PersonId): readonly PersonId[] {
  return ids.filter((one) => one !== id);
}
