import { askPeople, settleQuestion } from '../askedQuestion.js';
import type { AuditEvent } from '../history/audit.js';
import type { Group } from './group.js';
import { beginInDirectory } from './groupInDirectory.js';
import { groupDefaults } from './groupDefaults.js';
import { toNameKey } from '../names.js';
import { reviseGroup } from './reviseGroup.js';
import { begin, type NewEffect, type Occasion } from '../revise.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import type { PersonId, UnsupportedKind, GroupRole, GroupField } from '../terms.js';

/** What somebody fills in for a new group. */
export interface GroupWish {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: Group['groupType'];
  readonly joinRule: Group['joinRule'];
  readonly isListed: boolean;
  readonly justification: Group['justification'];
  readonly maxDurationDays?: number;
  /** It is to be made in Microsoft Entra, too. */
  readonly isForEntra?: boolean;
}

/** A new group of self-service; whoever makes it owns it (S77). */
export function createGroup(
  tenantId: string,
  { isForEntra, ...wish }: GroupWish,
  actor: Actor,
  occasion: Occasion,
): Group {
  const group = {
    ...wish,
    key: `${tenantId}/${wish.id}`,
    tenantId,
    nameKey: toNameKey(wish.name),
    origin: 'selfService' as const,
    ownerIds: [actor.id],
    managerIds: [],
    createdAt: occasion.now,
    ...(isForEntra ? { directory: beginInDirectory(occasion.now) } : {}),
  };
  return begin<Group>(
    group,
    [
      ...(isForEntra ? [{ kind: 'alignGroup' } as const] : []),
      record(
        { kind: 'groupCreated', actorId: actor.id, groupId: wish.id, after: `${wish.groupType}, ${wish.joinRule}` },
        occasion,
      ),
    ],
    occasion,
  );
}

/** What is known of a group that was made elsewhere. */
export interface EnrolWish {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly groupType: Group['groupType'];
  readonly unsupportedKind?: UnsupportedKind;
  readonly origin: Group['origin'];
  readonly ownerIds: readonly PersonId[];
  /** Where it is in Microsoft Entra. */
  readonly directoryId?: string;
}

/** A group that was made elsewhere and comes under self-service as its origin and kind say (S12–S23, Q7); its owners are told. */
export function enrolGroup(tenantId: string, wish: EnrolWish, actor: Actor, occasion: Occasion): Group {
  const { joinRule, isListed } = groupDefaults(wish.origin, wish.groupType);
  const group = {
    ...wish,
    key: `${tenantId}/${wish.id}`,
    tenantId,
    nameKey: toNameKey(wish.name),
    joinRule,
    isListed,
    justification: 'optional' as const,
    managerIds: [],
    createdAt: occasion.now,
  };
  const event = record(
    {
      kind: 'groupEnrolled',
      actorId: actor.id,
      groupId: wish.id,
      after: `${wish.origin}, ${wish.unsupportedKind ?? wish.groupType}, ${joinRule}`,
    },
    occasion,
  );
  const told = wish.unsupportedKind
    ? []
    : wish.ownerIds
        .filter((id) => id !== actor.id)
        .map((id) =>
          tell(
            id,
            { code: 'yourRole', group: wish.name, groupId: wish.id, role: 'owner', before: 'none', by: actor.name },
            [actor.id],
          ),
        );
  return begin<Group>(group, [event, ...told], occasion);
}

/** One thing about a group with its value before and after, as the history tells it. */
export interface FieldChange {
  readonly field: GroupField;
  readonly before: string;
  readonly after: string;
  readonly change: Partial<Pick<Group, 'name' | 'description' | 'joinRule' | 'isListed' | 'justification'>> & {
    readonly maxDurationDays?: number | 'none';
    /** Empty for everybody who may decide. */
    readonly askedIds?: readonly PersonId[];
  };
}

/** A group with some things about it changed, each told by an event; requests that wait are dealt with as Q8 says. */
export function changeGroup(group: Group, changes: readonly FieldChange[], actor: Actor, occasion: Occasion): Group {
  const tasks = changes.flatMap(({ field, before, after, change: { joinRule, askedIds } }): NewEffect[] => [
    record(
      {
        kind: 'groupChanged',
        actorId: actor.id,
        groupId: group.id,
        setting: field,
        // Names do not go into the history: they could never be taken out again (F69).
        ...(field === 'asked' ? { before: asked(group.askedIds), after: asked(askedIds) } : { before, after }),
      },
      occasion,
    ),
    ...(joinRule === undefined || joinRule === 'ownerApproval'
      ? []
      : [{ kind: 'closeRequests' as const, why: joinRule, by: actor.id }]),
  ]);
  return reviseGroup(group, changes.reduce(withField, group), tasks, occasion);
}

function asked(ids: readonly PersonId[] = []): string {
  return ids.length === 0 ? 'all' : `selected: ${ids.join(', ')}`;
}

function withField(group: Group, { change }: FieldChange): Group {
  const { maxDurationDays, askedIds, ...plain } = change;
  const next: Group = { ...group, ...plain, ...(plain.name === undefined ? {} : { nameKey: toNameKey(plain.name) }) };
  if (typeof maxDurationDays === 'number') return { ...next, maxDurationDays };
  if (askedIds && askedIds.length > 0) return { ...next, askedIds };
  if (maxDurationDays === 'none') return dropField(next, 'maxDurationDays');
  return askedIds ? dropField(next, 'askedIds') : next;
}

function dropField(group: Group, field: 'maxDurationDays' | 'askedIds'): Group {
  const { [field]: _, ...rest } = group;
  return rest;
}

/** A group that nobody finds any more: its requests are closed, its members end and are told. */
export function deleteGroup(group: Group, actor: Actor, occasion: Occasion): Group {
  const tasks: NewEffect[] = [
    record({ kind: 'groupDeleted', actorId: actor.id, groupId: group.id, before: group.name }, occasion),
    { kind: 'closeRequests', why: 'deleted', by: actor.id },
    { kind: 'endMemberships', by: actor.id, byName: actor.name },
    ...group.ownerIds
      .filter((id) => id !== actor.id)
      .map((id) => tell(id, { code: 'groupIsGone', group: group.name, by: actor.name }, [actor.id])),
  ];
  const { document, tasks: settled } = settleQuestion(group, {
    code: 'groupIsGone',
    group: group.name,
    by: actor.name,
  });
  return reviseGroup(group, { ...document, deletedAt: occasion.now }, [...tasks, ...settled], occasion);
}

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
    occasion.newId(),
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
  });
  const event = record({ kind: 'claimRefused', actorId: actor.id, subjectId: person.id, groupId: group.id }, occasion);
  return reviseGroup(
    group,
    document,
    [
      event,
      tell(person.id, { code: 'claimRefused', group: group.name, groupId: group.id, by: actor.name }, [actor.id]),
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

/** A group with more to do for the outbox, and nothing else changed. */
export function withTasks(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return reviseGroup(group, group, tasks, occasion);
}

function without(ids: readonly PersonId[], id: PersonId): readonly PersonId[] {
  return ids.filter((one) => one !== id);
}
