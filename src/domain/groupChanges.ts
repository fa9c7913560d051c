import type { PersonId } from './document.js';
import type { Group } from './group.js';
import { toNameKey } from './names.js';
import type { GroupField, GroupRole } from './notice.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from './revise.js';
import { record, tell, type Actor } from './tenantChanges.js';

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
}

/** A new group of self-service; whoever makes it owns it (S77). */
export function createGroup(tenantId: string, wish: GroupWish, actor: Actor, occasion: Occasion): Group {
  const group = { ...wish, key: `${tenantId}/${wish.id}`, tenantId, nameKey: toNameKey(wish.name), origin: 'selfService' as const, ownerIds: [actor.id], managerIds: [], createdAt: occasion.now };
  return begin<Group>(group, [record({ kind: 'groupCreated', actorId: actor.id, groupId: wish.id, after: `${wish.groupType}, ${wish.joinRule}` }, occasion)], occasion);
}

/** A group with one thing about it changed; requests that wait are dealt with as Q8 says. */
export function changeGroup(group: Group, change: Partial<Pick<Group, 'name' | 'description' | 'joinRule' | 'isListed' | 'justification'>> & { readonly maxDurationDays?: number | 'none'; readonly askedIds?: readonly PersonId[] }, detail: { readonly field: GroupField; readonly before: string; readonly after: string }, actor: Actor, occasion: Occasion): Group {
  const { maxDurationDays, askedIds, ...plain } = change;
  const { maxDurationDays: _, askedIds: before, ...rest } = group;
  const asked = askedIds ?? before ?? [];
  const limit = maxDurationDays === undefined ? (group.maxDurationDays === undefined ? {} : { maxDurationDays: group.maxDurationDays }) : maxDurationDays === 'none' ? {} : { maxDurationDays };
  const named = plain.name === undefined ? {} : { nameKey: toNameKey(plain.name) };
  const closing = plain.joinRule === undefined || plain.joinRule === 'ownerApproval' ? [] : [{ kind: 'closeRequests' as const, why: plain.joinRule, by: actor.id }];
  const event = record({ kind: 'groupChanged', actorId: actor.id, groupId: group.id, setting: detail.field, before: detail.before, after: detail.after }, occasion);
  return more({ ...rest, ...limit, ...(asked.length > 0 ? { askedIds: asked } : {}), ...plain, ...named }, [event, ...closing], occasion);
}

/** A group that nobody finds any more: its requests are closed, its members end and are told. */
export function deleteGroup(group: Group, actor: Actor, occasion: Occasion): Group {
  const tasks: NewEffect[] = [
    record({ kind: 'groupDeleted', actorId: actor.id, groupId: group.id, before: group.name }, occasion),
    { kind: 'closeRequests', why: 'deleted', by: actor.id },
    { kind: 'endMemberships', by: actor.id, byName: actor.name },
    ...group.ownerIds.filter((id) => id !== actor.id).map((id) => tell(id, { code: 'groupIsGone', group: group.name, by: actor.name }, [actor.id])),
  ];
  return more({ ...group, deletedAt: occasion.now }, tasks, occasion);
}

/** A group with a person in another role; `member` takes both others away. The person is told. */
export function changeRole(group: Group, person: Actor, role: GroupRole, actor: Actor, occasion: Occasion): Group {
  const before = roleIn(group, person.id);
  const without = (ids: readonly PersonId[]): readonly PersonId[] => ids.filter((id) => id !== person.id);
  const ownerIds = role === 'owner' ? [...without(group.ownerIds), person.id] : without(group.ownerIds);
  const managerIds = role === 'manager' ? [...without(group.managerIds), person.id] : without(group.managerIds);
  const event = record({ kind: 'roleChanged', actorId: actor.id, subjectId: person.id, groupId: group.id, before, after: role }, occasion);
  const told = person.id === actor.id ? [] : [tell(person.id, { code: 'yourRole', group: group.name, groupId: group.id, role, before, by: actor.name }, [actor.id])];
  return more({ ...group, ownerIds, managerIds }, [event, ...told], occasion);
}

/** A group whose ownership goes to somebody else, who is told; the former owner who acts is an owner no longer. */
export function transferGroup(group: Group, person: Actor, actor: Actor, occasion: Occasion): Group {
  const ownerIds = [...group.ownerIds.filter((id) => id !== actor.id && id !== person.id), person.id];
  const event = record({ kind: 'groupTransferred', actorId: actor.id, subjectId: person.id, groupId: group.id, before: roleIn(group, person.id), after: 'owner' }, occasion);
  const told = tell(person.id, { code: 'yourRole', group: group.name, groupId: group.id, role: 'owner', before: roleIn(group, person.id), by: actor.name }, [actor.id]);
  return more({ ...group, ownerIds, managerIds: group.managerIds.filter((id) => id !== person.id) }, [event, ...(person.id === actor.id ? [] : [told])], occasion);
}

/** A group without an owner that somebody would like to have; the administrators are asked (F44). */
export function claimGroup(group: Group, adminIds: readonly PersonId[], actor: Actor, occasion: Occasion): Group {
  const event = record({ kind: 'groupClaimed', actorId: actor.id, groupId: group.id }, occasion);
  const asked = adminIds.map((id) => tell(id, { code: 'claimAsked', group: group.name, groupId: group.id, personId: actor.id, person: actor.name }, [actor.id]));
  return more({ ...group, claimedBy: actor.id }, [event, ...asked], occasion);
}

/** A group after an administrator's answer to a claim; the person who claimed it is told. */
export function settleClaim(group: Group, person: Actor, accepted: boolean, actor: Actor, occasion: Occasion): Group {
  const { claimedBy: _, ...rest } = group;
  const told = tell(person.id, { code: 'claimSettled', group: group.name, groupId: group.id, accepted, by: actor.name }, [actor.id]);
  const kind = accepted ? ('groupTransferred' as const) : ('claimRefused' as const);
  const event = record({ kind, actorId: actor.id, subjectId: person.id, groupId: group.id, ...(accepted ? { before: 'member', after: 'owner' } : {}) }, occasion);
  return more({ ...rest, ...(accepted ? { ownerIds: [person.id] } : {}) }, [event, told], occasion);
}

/** What a person is in a group, beside being a member. */
export function roleIn(group: Pick<Group, 'ownerIds' | 'managerIds'>, personId: PersonId): GroupRole {
  if (group.ownerIds.includes(personId)) return 'owner';
  return group.managerIds.includes(personId) ? 'manager' : 'member';
}

/** A group with more to do for the outbox, and nothing else changed. */
export function withTasks(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return more(group, tasks, occasion);
}

function more(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return revise<Group>(group, [...group.effects, ...toEffects(tasks, occasion)], occasion);
}
