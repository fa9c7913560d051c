import { given } from '../given.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import type { AuditEventKind } from '../history/audit.js';
import type { Group } from '../groups/group.js';
import { reviseGroup } from '../groups/reviseGroup.js';
import { keyOf, membershipId } from '../keys.js';
import type { Membership, MembershipBasis } from './membership.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Instant, PersonId } from '../terms.js';

/** What a membership begins with. */
export interface MembershipStart {
  readonly tenantId: string;
  readonly groupId: string;
  readonly personId: PersonId;
  readonly basis: MembershipBasis;
  readonly until?: Instant;
  /** They are told to wait for the directory, and told again once it has them. */
  readonly tellsWhenReady?: boolean;
  /** Who let them in; absent where a rule did. */
  readonly actorId?: PersonId;
  /** What else is to be done, in the same commit. */
  readonly tasks?: readonly NewEffect[];
}

/** A membership that begins now, in place of one that ended before, if there was one. */
export function startMembership(
  former: Membership | undefined,
  start: MembershipStart,
  occasion: Occasion,
): Membership {
  const { tenantId, groupId, personId, basis, until, actorId, tellsWhenReady, tasks: extra = [] } = start;
  const record = {
    key: keyOf(tenantId, membershipId(groupId, personId)),
    tenantId,
    groupId,
    personId,
    status: 'active' as const,
    since: occasion.now,
    basis,
    provisioning: 'delivering' as const,
    ...given({ until }),
    ...(tellsWhenReady ? { tellsWhenReady } : {}),
  };
  const by = {
    ...given({ actorId: actorId || undefined }),
    ...(basis.kind === 'request' ? { requestId: basis.requestId } : {}),
    ...(basis.kind === 'openJoin' && basis.justification ? { reason: basis.justification } : {}),
    ...(basis.kind === 'added' && basis.reason ? { reason: basis.reason } : {}),
  };
  const tasks: NewEffect[] = [
    { kind: 'addToDirectory' },
    membershipEvent(record, 'memberAdded', { ...by, before: 'none', after: 'member' }, occasion),
    ...(until === undefined ? [] : [{ kind: 'expireMembership', dueAt: until } as const]),
    ...extra,
  ];
  if (!former) return begin<Membership>(record, tasks, occasion);
  // Removing somebody who is back again would take away what was just given.
  const kept = former.effects.filter(({ kind }) => kind === 'recordEvent' || kind === 'reportDelivery');
  return revise<Membership>(
    { ...record, version: former.version, effects: former.effects, ...given({ lease: former.lease }) },
    [...kept, ...toEffects(tasks, occasion)],
    occasion,
  );
}

/** A membership that ends at another moment than before, or not by itself any more; its member is told. */
export function moveEnd(
  membership: Membership,
  until: Instant | undefined,
  by: { readonly actor: Actor; readonly group: string; readonly reason?: string },
  occasion: Occasion,
): Membership {
  const { actor, group, reason } = by;
  const { until: before, ...rest } = membership;
  const { groupId, personId } = membership;
  const notice = { code: 'yourEndMoved' as const, group, groupId, by: actor.name, ...given({ until, reason }) };
  const tasks: NewEffect[] = [
    membershipEvent(
      membership,
      'membershipEndMoved',
      { actorId: actor.id, before: endText(before), after: endText(until), ...given({ reason }) },
      occasion,
    ),
    ...(until === undefined ? [] : [{ kind: 'expireMembership', dueAt: until } as const]),
    ...(personId === actor.id ? [] : [tell(personId, notice, [actor.id])]),
  ];
  const kept = membership.effects.filter(({ kind }) => kind !== 'expireMembership');
  return revise<Membership>({ ...rest, ...given({ until }) }, [...kept, ...toEffects(tasks, occasion)], occasion);
}

function endText(until: Instant | undefined): string {
  return until === undefined ? 'none' : new Date(until).toISOString();
}

/** A membership that ends now. */
export function endMembership(
  membership: Membership,
  end: {
    readonly reason: 'left' | 'removed' | 'expired';
    readonly actorId?: PersonId;
    readonly why?: string;
    readonly tasks?: readonly NewEffect[];
  },
  occasion: Occasion,
): Membership {
  const kind = ({ left: 'memberLeft', removed: 'memberRemoved', expired: 'membershipExpired' } as const)[end.reason];
  const kept = membership.effects.filter(
    (effect) => effect.kind === 'recordEvent' || effect.kind === 'reportDelivery' || effect.kind === 'tell',
  );
  const tasks: NewEffect[] = [
    { kind: 'removeFromDirectory' },
    membershipEvent(
      membership,
      kind,
      {
        ...given({ actorId: end.actorId || undefined, reason: end.why || undefined }),
        before: 'member',
        after: 'none',
      },
      occasion,
    ),
    ...(end.reason === 'expired' ? [{ kind: 'tellMembershipEnded' } as const] : []),
    ...reportTooLate(membership),
    ...(end.tasks ?? []),
  ];
  return revise<Membership>(
    { ...membership, status: 'ended', endedAt: occasion.now, endReason: end.reason, provisioning: 'delivering' },
    [...kept, ...toEffects(tasks, occasion)],
    occasion,
  );
}

/** A request whose membership the directory does not have yet hears that it never will. */
function reportTooLate({ basis, provisioning }: Membership): NewEffect[] {
  if (basis.kind !== 'request' || provisioning !== 'delivering') return [];
  return [{ kind: 'reportDelivery', requestId: basis.requestId, result: 'failed', failure: 'endedBefore' }];
}

/** A group after somebody who manages its members was taken out of it; what they were as a member ends as an effect. */
export function removeManager(
  group: Group,
  person: Actor,
  by: { readonly actor: Actor; readonly why?: string },
  occasion: Occasion,
): Group {
  const { actor, why } = by;
  const reason = why ? { reason: why } : {};
  const tasks: NewEffect[] = [
    record(
      {
        kind: 'roleChanged',
        actorId: actor.id,
        subjectId: person.id,
        groupId: group.id,
        before: 'manager',
        after: 'none',
        ...reason,
      },
      occasion,
    ),
    {
      kind: 'endMembership',
      personId: person.id,
      leftAt: occasion.now,
      by: actor.id,
      ...given({ why: why || undefined }),
    },
    ...(person.id === actor.id
      ? []
      : [tell(person.id, { code: 'youWereRemoved', group: group.name, by: actor.name, ...reason }, [actor.id])]),
  ];
  const managerIds = group.managerIds.filter((id) => id !== person.id);
  return reviseGroup(group, { ...group, managerIds }, tasks, occasion);
}

/** A group after one of its owners left it; their membership, if they have one, ends as an effect. */
export function removeOwner(group: Group, ownerId: PersonId, occasion: Occasion): Group {
  const event = {
    id: occasion.newId(),
    kind: 'ownerLeft' as const,
    at: occasion.now,
    actorId: ownerId,
    groupId: group.id,
    subjectId: ownerId,
    before: group.ownerIds.includes(ownerId) ? 'owner' : 'manager',
    after: 'none',
  };
  const tasks: NewEffect[] = [
    { kind: 'recordEvent', event },
    { kind: 'endMembership', personId: ownerId, leftAt: occasion.now },
  ];
  const next = {
    ...group,
    ownerIds: group.ownerIds.filter((id) => id !== ownerId),
    managerIds: group.managerIds.filter((id) => id !== ownerId),
  };
  return reviseGroup(group, next, tasks, occasion);
}

/** An entry for the history about a membership. */
export function membershipEvent(
  membership: Pick<Membership, 'groupId' | 'personId'>,
  kind: AuditEventKind,
  detail: {
    readonly actorId?: PersonId;
    readonly requestId?: string;
    readonly reason?: string;
    readonly before: string;
    readonly after: string;
  },
  occasion: Pick<Occasion, 'now' | 'newId'>,
): NewEffect {
  return {
    kind: 'recordEvent',
    event: {
      id: occasion.newId(),
      kind,
      at: occasion.now,
      groupId: membership.groupId,
      subjectId: membership.personId,
      ...detail,
    },
  };
}
