import type { AuditEventKind } from '../history/audit.js';
import type { Effect } from '../effect.js';
import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import { keyOf, openKeyOf } from '../keys.js';
import { findDeciders, timersOf, toRecipient, type StandIn } from './deciders.js';
import type { Decision, MembershipRequest, SupersededWhy } from './request.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { tell, type Actor } from '../organisation/tenantChanges.js';
import type { PersonId, Duration, RequestStatus } from '../terms.js';

/** How long the result waits for the membership to be set up, so that one message can say both, in milliseconds. */
const resultDelayMs = 3_000;

/** What a new request is made of. */
export interface RequestWish {
  readonly id: string;
  readonly group: Group;
  readonly requesterId: PersonId;
  /** The manager who asks for them; absent for a wish of their own. */
  readonly askedBy?: Actor;
  readonly justification?: string;
  readonly duration?: Duration;
  /** Who stands in for which of the owners now (F45). */
  readonly standIns?: readonly StandIn[];
  /** How long it may wait for a decision (F48), in milliseconds. */
  readonly expiryMs: number;
}

/** A new request, with the questions to the owners and its end already planned. */
export function openRequest(wish: RequestWish, occasion: Occasion): MembershipRequest {
  const { id, group, requesterId, askedBy, justification, duration, expiryMs, standIns = [] } = wish;
  const reason = given({ reason: justification || undefined });
  const concerned = { requesterId, ...given({ askedById: askedBy?.id }) };
  const deciders = findDeciders(group, standIns, concerned);
  const approvers = deciders.asked.map(toRecipient);
  // Once the time is over for which somebody wants in, there is nothing left to approve.
  const wishedEnd = duration?.kind === 'until' ? duration.until : Infinity;
  const expiresAt = Math.min(occasion.now + expiryMs, wishedEnd);
  const record = {
    key: keyOf(group.tenantId, id),
    tenantId: group.tenantId,
    id,
    groupId: group.id,
    groupName: group.name,
    ...concerned,
    ...given({ justification: justification || undefined, duration }),
    status: 'pending' as const,
    createdAt: occasion.now,
    expiresAt,
    openKey: openKeyOf(group.tenantId, group.id, requesterId),
    approvers,
  };
  const tasks: NewEffect[] = [
    ...approvers.map(({ personId }): NewEffect => ({ kind: 'showApprover', personId })),
    requestEvent(
      { ...record, status: 'pending' },
      'requestOpened',
      { actorId: askedBy?.id ?? requesterId, ...reason },
      occasion,
    ),
    ...(askedBy ? [tellReport(record, askedBy, reason)] : []),
    ...timersOf(deciders, expiresAt),
    // The group may have changed since it was read.
    { kind: 'followRequest' },
  ];
  return begin<MembershipRequest>(record, tasks, occasion);
}

/** Whoever is asked for hears of it, and can take it back (F99). */
function tellReport(
  {
    id: requestId,
    groupId,
    groupName: group,
    requesterId,
  }: Pick<MembershipRequest, 'id' | 'groupId' | 'requesterId'> & {
    readonly groupName: string;
  },
  askedBy: Actor,
  reason: { readonly reason?: string },
): NewEffect {
  return tell(requesterId, { code: 'askedForYou', requestId, group, groupId, by: askedBy.name, ...reason }, [
    askedBy.id,
  ]);
}

/** The request after an owner's answer: nobody else's cards, records or timers are forgotten. */
export function decideRequest(request: MembershipRequest, decision: Decision, occasion: Occasion): MembershipRequest {
  const approved = decision.outcome === 'approved';
  const kind = approved ? 'requestApproved' : 'requestDenied';
  const tasks: NewEffect[] = [
    ...(approved ? [{ kind: 'grantMembership' } as const] : []),
    { kind: 'showRequester', dueAt: approved ? occasion.now + resultDelayMs : occasion.now },
    requestEvent(
      request,
      kind,
      {
        actorId: decision.by,
        ...given({ forId: decision.forId || undefined, reason: decision.justification || undefined }),
      },
      occasion,
    ),
  ];
  return closeRequest(
    request,
    decision.outcome,
    { decision, ...(approved ? { provisioning: 'delivering' as const } : {}) },
    tasks,
    occasion,
  );
}

/** The request after its requester took it back. */
export function withdrawRequestChange(request: MembershipRequest, occasion: Occasion): MembershipRequest {
  return closeRequest(
    request,
    'withdrawn',
    {},
    [requestEvent(request, 'requestWithdrawn', { actorId: request.requesterId }, occasion)],
    occasion,
  );
}

/** The request after its requester reminded them: a message for each, kept in the history, and peace from now on. */
export function remindOfRequest(
  request: MembershipRequest,
  personIds: readonly PersonId[],
  occasion: Occasion,
): MembershipRequest {
  const tasks: NewEffect[] = [
    ...personIds.map((personId): NewEffect => ({ kind: 'remindApprover', personId })),
    requestEvent(request, 'requestReminded', { actorId: request.requesterId }, occasion),
  ];
  return revise<MembershipRequest>(
    { ...request, remindedAt: occasion.now },
    [...request.effects, ...toEffects(tasks, occasion)],
    occasion,
  );
}

/** Ends a request in any way: its open key is free again, its timer is gone, and everybody's card is brought up to date. */
export function closeRequest(
  request: MembershipRequest,
  status: Exclude<RequestStatus, 'pending'>,
  change: Pick<MembershipRequest, 'decision' | 'provisioning' | 'supersededWhy'>,
  tasks: readonly NewEffect[],
  occasion: Occasion,
): MembershipRequest {
  const { openKey: _, ...rest } = request;
  const kept = request.effects.filter((effect) => !isSettledByClosing(effect));
  const cards: NewEffect[] = [
    ...request.approvers.map(({ personId }): NewEffect => ({ kind: 'showApprover', personId })),
    { kind: 'refreshWaitingCard' },
    ...(request.askedById === undefined ? [] : [{ kind: 'tellAsker' } as const]),
  ];
  return revise<MembershipRequest>(
    { ...rest, status, closedAt: occasion.now, ...change },
    [...kept, ...toEffects([...tasks, ...cards], occasion)],
    occasion,
  );
}

function isSettledByClosing(effect: Effect): boolean {
  return (
    effect.kind === 'expireRequest' ||
    effect.kind === 'followRequest' ||
    effect.kind === 'showApprover' ||
    effect.kind === 'refreshWaitingCard'
  );
}

/** An entry for the history about a request. */
export function requestEvent(
  request: Pick<MembershipRequest, 'id' | 'groupId' | 'requesterId' | 'status'>,
  kind: AuditEventKind,
  by: { readonly actorId?: PersonId; readonly forId?: PersonId; readonly reason?: string },
  occasion: Pick<Occasion, 'now' | 'newId'>,
): NewEffect {
  const after: Partial<Record<AuditEventKind, string>> = {
    requestSuperseded: 'superseded',
    requestOpened: 'pending',
    requestApproved: 'approved',
    requestDenied: 'denied',
    requestWithdrawn: 'withdrawn',
    requestExpired: 'expired',
    requestDelivered: 'delivered',
    requestDeliveryFailed: 'failed',
  };
  const state = after[kind];
  return {
    kind: 'recordEvent',
    event: {
      id: occasion.newId(),
      kind,
      at: occasion.now,
      groupId: request.groupId,
      subjectId: request.requesterId,
      requestId: request.id,
      ...(kind === 'requestOpened' ? {} : { before: request.status }),
      ...given({ after: state || undefined }),
      ...by,
    },
  };
}

/** Who made a question go away, of which group; `isClosed`: nobody joins by themselves at the moment. */
export interface SupersededBy {
  readonly actorId?: PersonId;
  readonly group: string;
  readonly isClosed?: true;
}

/** Ends a request because its question went away: the group's rule changed, the group is gone, or the person was let in another way. */
export function supersedeRequest(
  request: MembershipRequest,
  why: SupersededWhy,
  by: SupersededBy,
  occasion: Occasion,
): MembershipRequest {
  const actor = by.actorId === undefined ? {} : { actorId: by.actorId };
  // Who was added is told that by the membership.
  const told: NewEffect[] =
    why === 'added' || why === 'left'
      ? []
      : [
          {
            kind: 'tell',
            personId: request.requesterId,
            notice: {
              code: 'requestSuperseded',
              group: by.group,
              groupId: request.groupId,
              requestId: request.id,
              why,
              ...given({ isClosed: by.isClosed }),
            },
            near: by.actorId === undefined ? [] : [by.actorId],
          },
        ];
  return closeRequest(
    request,
    'superseded',
    { supersededWhy: why },
    [...told, requestEvent(request, 'requestSuperseded', { ...actor, reason: why }, occasion)],
    occasion,
  );
}
