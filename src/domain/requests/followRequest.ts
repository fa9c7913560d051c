import { timersOf, toRecipient, type Decider, type Deciders } from './deciders.js';
import { addEffects, toChange, type Change } from '../timers.js';
import type { MembershipRequest, Recipient } from './request.js';
import { supersedeRequest } from './requestChanges.js';
import type { NewEffect } from '../revise.js';

/** What a waiting request is compared with: how its group stands now. */
export interface RequestSurroundings {
  readonly group: string;
  readonly deciders: Deciders;
  /** Why there is nothing left to decide. */
  readonly isOver?: 'deleted' | 'ownersOnly' | 'added';
}

/**
 * Brings a waiting request into line with who may decide it now (F16, F31, F81): whoever came to it gets the card,
 * whoever may not any more keeps one that says so, and the requester reads who is asked. What nobody can decide any
 * more, because the group or the question is gone, ends.
 */
export function followRequest({ group, deciders, isOver }: RequestSurroundings): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    if (request.status !== 'pending') return request;
    if (isOver) return supersedeRequest(request, isOver, { group }, occasion);
    const approvers = mergeRecipients(request.approvers, deciders);
    const changed = approvers.filter((one) => !request.approvers.includes(one));
    const later = timersOf(deciders, request.expiresAt, request.effects);
    if (changed.length === 0) return addEffects(request, later, occasion);
    const { asks = 0, effects } = request;
    const planned = new Set(effects.map((effect) => (effect.kind === 'showApprover' ? effect.personId : effect.kind)));
    const tasks: NewEffect[] = [
      ...approvers
        .filter(({ personId }) => !planned.has(personId))
        .map(({ personId }): NewEffect => ({ kind: 'showApprover', personId })),
      ...(planned.has('refreshWaitingCard') ? [] : [{ kind: 'refreshWaitingCard' } as const]),
      ...later,
    ];
    return addEffects({ ...request, approvers, asks: asks + 1 }, tasks, occasion);
  });
}

/** Those who have or get a card; what did not change is the same object. */
function mergeRecipients(recipients: readonly Recipient[], { may, asked }: Deciders): readonly Recipient[] {
  const kept = recipients.map((recipient) => {
    const decider = may.find(({ personId }) => personId === recipient.personId);
    return isSame(recipient, decider) ? recipient : withRole(recipient, decider);
  });
  const fresh = asked.filter(({ personId }) => !recipients.some((one) => one.personId === personId));
  return [...kept, ...fresh.map(toRecipient)];
}

function isSame(recipient: Recipient, decider: Decider | undefined): boolean {
  return decider ? !recipient.isFormer && recipient.standsInFor === decider.standsInFor : recipient.isFormer === true;
}

function withRole(recipient: Recipient, decider: Decider | undefined): Recipient {
  const { isFormer: _, standsInFor: __, ...rest } = recipient;
  if (!decider) return { ...recipient, isFormer: true };
  return decider.standsInFor ? { ...rest, standsInFor: decider.standsInFor } : rest;
}
