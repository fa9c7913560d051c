import type { DirectoryHold, DirectoryRefusal } from '../groups/directory.js';
import { authorize } from '../authorized.js';
import { addEffects, toChange, type Change, type Granted } from '../timers.js';
import { requestState } from '../outcome.js';
import type { MembershipRequest, Recipient } from './request.js';
import { closeRequest, requestEvent } from './requestChanges.js';
import { revise, toEffects, type NewEffect } from '../revise.js';
import type { PersonId } from '../terms.js';

/** How long a question waits that goes out again: the welcome of the person who turned up comes first, in milliseconds. */
const askAgainDelayMs = 500;

/** What became of one message to one person. */
export type RecipientPatch = Partial<Omit<Recipient, 'personId'>>;

/**
 * Keeps what became of an approver's card. When the request went on while the card was on its way, the card is brought
 * up to date once more.
 */
export function recordApproverCard(personId: PersonId, patch: RecipientPatch): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const approvers = request.approvers.map((one) => (one.personId === personId ? { ...one, ...patch } : one));
    const next = { ...request, approvers };
    const isPlanned = request.effects.some((effect) => effect.kind === 'showApprover' && effect.personId === personId);
    const shown = approvers.find((one) => one.personId === personId);
    return !isPlanned && isStale(shown, patch, request)
      ? addEffects(next, [{ kind: 'showApprover', personId }], occasion)
      : next;
  });
}

/** Keeps what became of the requester's result card, likewise. */
export function recordResultCard(patch: RecipientPatch): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const result: Recipient = {
      ...(request.result ?? { personId: request.requesterId, delivery: 'waiting' }),
      ...patch,
    };
    const next = { ...request, result };
    const isPlanned = request.effects.some((effect) => effect.kind === 'showRequester');
    return !isPlanned && isStale(result, patch, request)
      ? addEffects(next, [{ kind: 'showRequester' }], occasion)
      : next;
  });
}

/** Brings the waiting card up to date once more when the request went on while it was being edited. */
export function recordWaitingCard(shown: string): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const isPlanned = request.effects.some((effect) => effect.kind === 'refreshWaitingCard');
    return isPlanned || requestState(request) === shown
      ? request
      : addEffects(request, [{ kind: 'refreshWaitingCard' }], occasion);
  });
}

/** Ends a request that nobody decided in time, as a state of its own and not as a denial (F48). */
export const expireRequest: Change<MembershipRequest> = toChange((request, occasion) => {
  if (request.status !== 'pending') return request;
  if (request.expiresAt > occasion.now)
    return addEffects(request, [{ kind: 'expireRequest', dueAt: request.expiresAt }], occasion);
  const tasks: NewEffect[] = [{ kind: 'showRequester' }, requestEvent(request, 'requestExpired', {}, occasion)];
  return closeRequest(request, 'expired', {}, tasks, occasion);
});

/** How the directory's side of an approved request stands. */
export interface DeliveryReport {
  readonly result: 'delivering' | 'delivered' | 'failed';
  readonly held?: DirectoryHold;
  readonly failure?: DirectoryRefusal;
}

/** Tells an approved request that its membership is ready, could not be set up or waits, and everybody who has a card (F71). */
export function recordDelivery({ result, held, failure }: DeliveryReport): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    if (request.status !== 'approved') return request;
    if (request.provisioning === result && request.held === held) return request;
    // A hold that is heard of late tells nothing that is still so.
    if (result === 'delivering' && request.provisioning !== 'delivering') return request;
    // One message says both, so the one that was waiting for this news goes out now.
    const kept = request.effects.filter(
      (effect) => effect.kind !== 'showRequester' && effect.kind !== 'refreshWaitingCard',
    );
    const planned = new Set(kept.flatMap((effect) => (effect.kind === 'showApprover' ? [effect.personId] : [])));
    const cards = request.approvers.filter(
      ({ activityId, personId }) => activityId !== undefined && !planned.has(personId),
    );
    const tasks: NewEffect[] = [
      { kind: 'showRequester' },
      { kind: 'refreshWaitingCard' },
      ...cards.map(({ personId }): NewEffect => ({ kind: 'showApprover', personId })),
      ...(result === 'delivering'
        ? []
        : [requestEvent(request, result === 'delivered' ? 'requestDelivered' : 'requestDeliveryFailed', {}, occasion)]),
    ];
    const { held: _, failure: __, ...rest } = request;
    return {
      ...rest,
      provisioning: result,
      ...(held ? { held } : {}),
      ...(failure ? { failure } : {}),
      effects: [...kept, ...toEffects(tasks, occasion)],
    };
  });
}

/** Asks an approver again who could not be reached before and has now turned up; nothing when they need not be asked. */
export function askAgain(
  request: MembershipRequest,
  personId: PersonId,
  occasion: Parameters<typeof toEffects>[1],
): Granted<'askAgain', MembershipRequest> | undefined {
  const approver = request.approvers.find((one) => one.personId === personId);
  if (request.status !== 'pending' || (approver?.delivery !== 'unreachable' && approver?.delivery !== 'failed'))
    return undefined;
  const approvers = request.approvers.map((one): Recipient =>
    one.personId === personId ? { ...one, delivery: 'waiting' } : one,
  );
  const next = addEffects(
    { ...request, approvers },
    [{ kind: 'showApprover', personId, dueAt: occasion.now + askAgainDelayMs }],
    occasion,
  );
  return { proof: authorize('askAgain'), document: revise(next, next.effects, occasion) };
}

function isStale(recipient: Recipient | undefined, patch: RecipientPatch, request: MembershipRequest): boolean {
  return recipient?.activityId !== undefined && patch.shows !== undefined && patch.shows !== requestState(request);
}

/** Keeps where the requester's waiting card is; one that came too late is brought up to date at once. */
export function keepWaitingCard(card: NonNullable<MembershipRequest['waitingCard']>): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const next = { ...request, waitingCard: card };
    return request.status === 'pending' ? next : addEffects(next, [{ kind: 'refreshWaitingCard' }], occasion);
  });
}
