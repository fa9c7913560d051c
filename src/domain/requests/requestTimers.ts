import type { DirectoryHold, DirectoryRefusal } from '../groups/directory.js';
import { given } from '../given.js';
import { addEffects, applyChange, toChange, type Change, type Granted } from '../timers.js';
import { requestState } from '../outcome.js';
import { planMissed } from '../organisation/missedChanges.js';
import type { CardPlace, MembershipRequest, Recipient } from './request.js';
import { closeRequest, requestEvent } from './requestChanges.js';
import { toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Instant, PersonId } from '../terms.js';

/** How long a question waits that goes out again: the welcome of the person who turned up comes first, in milliseconds. */
const askAgainDelayMs = 500;

/** So soon a request is compared with its group once more that is being compared now, in milliseconds. */
const secondLookMs = 2_000;

/** What became of one message to one person. */
export type RecipientPatch = Partial<Omit<Recipient, 'personId'>>;

/** Whether somebody who was asked may not decide any more. */
export function isFormer({ approvers }: MembershipRequest, personId: PersonId): boolean {
  return approvers.some((one) => one.personId === personId && one.isFormer);
}

/** What an approver's card shows, in a word. */
export function approverState(request: MembershipRequest, personId: PersonId): string {
  if (isFormer(request, personId)) return 'former';
  return isUntold(request) ? `${requestState(request)}/untold` : requestState(request);
}

/** Whether the result could not be brought to the person who asked. */
export function isUntold({ result }: MembershipRequest): boolean {
  return result !== undefined && isMissed(result);
}

function isLost({ delivery }: RecipientPatch): boolean {
  return delivery === 'unreachable' || delivery === 'failed';
}

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
    const tasks: NewEffect[] = [
      ...(!isPlanned && isStale(shown, patch, approverState(request, personId))
        ? [{ kind: 'showApprover', personId } as const]
        : []),
      ...(isReachChanged(request, next) ? [{ kind: 'refreshWaitingCard' } as const] : []),
    ];
    const kept = addEffects(next, tasks, occasion);
    return isLost(patch) ? missCard(personId).apply(kept, occasion) : kept;
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
    const isAnotherShown = !isPlanned && isStale(result, patch, requestState(request));
    const decider = request.decision?.by;
    // Who decided reads whether the person knows.
    const isTellingChanged = isUntold(request) !== isUntold(next) && decider !== undefined;
    const tasks: NewEffect[] = [
      ...(isAnotherShown ? [{ kind: 'showRequester' } as const] : []),
      ...(isTellingChanged ? [{ kind: 'showApprover', personId: decider } as const] : []),
    ];
    const kept = addEffects(next, tasks, occasion);
    return isLost(patch) ? missCard(request.requesterId, decider).apply(kept, occasion) : kept;
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

/** Whether nothing is left to decide: it waited too long, or the time for which somebody wanted in is over. */
export function isOverdue({ status, expiresAt, duration }: MembershipRequest, now: Instant): boolean {
  return status === 'pending' && (expiresAt <= now || (duration?.kind === 'until' && duration.until <= now));
}

/** Ends a request that nobody decided in time, as a state of its own and not as a denial (F48). */
export const expireRequest: Change<MembershipRequest> = toChange((request, occasion) => {
  if (request.status !== 'pending') return request;
  if (!isOverdue(request, occasion.now))
    return addEffects(request, [{ kind: 'expireRequest', dueAt: request.expiresAt }], occasion);
  const tasks: NewEffect[] = [{ kind: 'showRequester' }, requestEvent(request, 'requestExpired', {}, occasion)];
  return closeRequest(request, 'expired', {}, tasks, occasion);
});

/** Lets a waiting request be compared with its group once more: what cannot be decided any more ends, and both sides hear it. */
export const planFollow: Change<MembershipRequest> = toChange((request, occasion) => {
  const planned = request.effects.filter(({ kind }) => kind === 'followRequest');
  // One that is due may be under way with a group from before, so that a second one follows it.
  const isAhead = planned.some(({ dueAt }) => dueAt > occasion.now);
  if (request.status !== 'pending' || isAhead) return request;
  const dueAt = planned.length === 0 ? occasion.now : occasion.now + secondLookMs;
  return addEffects(request, [{ kind: 'followRequest', dueAt }], occasion);
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
      ...given({ held, failure }),
      effects: [...kept, ...toEffects(tasks, occasion)],
    };
  });
}

/** Asks an approver again who could not be reached before and has now turned up; nothing when they need not be asked. */
export function askAgain(
  request: MembershipRequest,
  personId: PersonId,
  occasion: Occasion,
): Granted<'applyChange', MembershipRequest> | undefined {
  return isToBeAsked(request, personId) ? applyChange(request, resumeCards(personId), occasion) : undefined;
}

function isToBeAsked({ status, approvers }: MembershipRequest, personId: PersonId): boolean {
  return status === 'pending' && approvers.some((one) => one.personId === personId && isMissed(one));
}

function isStale(recipient: Recipient | undefined, patch: RecipientPatch, state: string): boolean {
  return recipient?.activityId !== undefined && patch.shows !== undefined && patch.shows !== state;
}

/** The requester reads whom the question could not reach (F80). */
function isReachChanged(before: MembershipRequest, after: MembershipRequest): boolean {
  return before.status === 'pending' && missedOf(before) !== missedOf(after);
}

function missedOf({ approvers }: MembershipRequest): string {
  const missed = approvers.filter(isMissed);
  return missed.map(({ personId }) => personId).join(' ');
}

/** So many cards of one question are brought up to date. */
const mostEarlierCards = 9;

/** Keeps where a waiting card of the requester is; one that came too late is brought up to date at once. */
export function keepWaitingCard(card: CardPlace): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const { waitingCard, earlierCards = [] } = request;
    if (waitingCard?.activityId === card.activityId) return request;
    const earlier = waitingCard ? { earlierCards: [...earlierCards, waitingCard].slice(-mostEarlierCards) } : {};
    const next = { ...request, waitingCard: card, ...earlier };
    // It was made before anybody could be missed.
    const isCurrent = request.status === 'pending' && missedOf(request) === '';
    return isCurrent ? next : addEffects(next, [{ kind: 'refreshWaitingCard' }], occasion);
  });
}

/** Lets a card that could not be sent or edited be shown when the person turns up; `by`: who hears that it was not. */
export function missCard(personId: PersonId, by?: PersonId): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const missed = { kind: 'request', id: request.id, at: occasion.now } as const;
    return planMissed<MembershipRequest>(personId, missed, by).apply(request, occasion);
  });
}

/** Brings the cards of somebody who turned up to the state of the request; who was never reached is asked, while it waits. */
export function resumeCards(personId: PersonId): Change<MembershipRequest> {
  return toChange((request, occasion) => {
    const isAsked = isToBeAsked(request, personId);
    const approvers = request.approvers.map((one): Recipient =>
      isAsked && one.personId === personId ? { ...one, delivery: 'waiting' } : one,
    );
    const isApprover = approvers.some((one) => one.personId === personId);
    const tasks: NewEffect[] = [
      ...(isApprover ? [{ kind: 'showApprover', personId, dueAt: occasion.now + askAgainDelayMs } as const] : []),
      // Its requester reads who was not reached, and has an old card of their own if it is they who turned up.
      ...(request.waitingCard && (isAsked || request.requesterId === personId)
        ? [{ kind: 'refreshWaitingCard' } as const]
        : []),
    ];
    return addEffects({ ...request, approvers }, tasks, occasion);
  });
}

function isMissed({ delivery }: Recipient): boolean {
  return delivery === 'unreachable' || delivery === 'failed';
}
