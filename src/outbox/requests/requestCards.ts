import { reachPerson, type Reached } from '../addresses.js';
import { showCard, editKnownCard, toResult, type CardOrder } from '../card.js';
import type { Delivery } from '../delivery.js';
import type { Handler, HandlerDeps } from '../handler.js';
import type { TenantStore } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import {
  approverState,
  isFormer,
  missCard,
  recordApproverCard,
  recordResultCard,
  recordWaitingCard,
} from '../../domain/requests/requestTimers.js';
import { requestState, type Outcome } from '../../domain/outcome.js';
import type { CardPlace, MembershipRequest } from '../../domain/requests/request.js';
import type { PersonId } from '../../domain/terms.js';

/** The platform lets a card name so many people whose client refreshes it. */
const maxRefreshUsers = 60;

/** Brings an approver's card to the present state of the request; who has none is asked only while it waits. */
export function createShowApprover(deps: HandlerDeps, delivery: Delivery): Handler<'showApprover'> {
  return {
    sends: true,
    run: async ({ personId }, work) => {
      const recipient = work.current().approvers.find((one) => one.personId === personId);
      if (!recipient) return { end: 'done' };
      const order: CardOrder = {
        personId,
        recipient,
        isNewWanted: (request) => request.status === 'pending' && !isFormer(request, personId),
        stateOf: (request) => approverState(request, personId),
        toOutcome: (request) => toApproverOutcome(deps, work.store, request, personId),
        record: (patch) => recordApproverCard(personId, patch),
      };
      return showCard({ deps, delivery, work, order });
    },
    giveUp: ({ personId }) => recordApproverCard(personId, { delivery: 'failed' }),
  };
}

/** Tells the requester how their decided request stands, in one message that is edited later. */
export function createShowRequester(deps: HandlerDeps, delivery: Delivery): Handler<'showRequester'> {
  return {
    sends: true,
    run: async (_effect, work) => {
      const { status, requesterId, result } = work.current();
      if (status === 'pending') return { end: 'done' };
      const order: CardOrder = {
        personId: requesterId,
        recipient: result,
        isNewWanted: (request) => request.status !== 'pending',
        stateOf: requestState,
        toOutcome: async (request) => ({
          kind: 'requestShown',
          request: await deps.views.viewOwnRequest(work.store, request),
        }),
        record: recordResultCard,
      };
      return showCard({ deps, delivery, work, order });
    },
    giveUp: () => recordResultCard({ delivery: 'failed' }),
  };
}

/** Edits the waiting cards that the requester got when they asked; it is no loss when one is gone. */
export function createRefreshWaitingCard(deps: HandlerDeps, delivery: Delivery): Handler<'refreshWaitingCard'> {
  return {
    run: async (_effect, work) => {
      const { waitingCard, earlierCards = [], requesterId, approvers } = work.current();
      if (!waitingCard) return { end: 'done' };
      const reached = await reachPerson(deps, delivery, work.store, {
        personId: requesterId,
        neighbours: approvers.map(({ personId }) => personId),
      });
      if (!reached.ok)
        return reached.failure === 'unreachable' ? { end: 'done', change: missCard(requesterId) } : toResult(reached);
      let shown = '';
      for (const card of [waitingCard, ...earlierCards]) {
        const { result, shows } = await editWaitingCard({ deps, delivery, work }, reached, card);
        if (result.ok) shown ||= shows;
        else if (result.failure === 'unreachable') return { end: 'done', change: missCard(requesterId) };
        else if (result.failure !== 'messageGone' && result.failure !== 'conversationGone') return toResult(result);
      }
      return shown === '' ? { end: 'done' } : { end: 'done', change: recordWaitingCard(shown) };
    },
    giveUp: () => undefined,
  };
}

function editWaitingCard(
  errand: Parameters<typeof editKnownCard>[0],
  { address, person }: Extract<Reached, { ok: true }>,
  { conversationId, activityId }: CardPlace,
): ReturnType<typeof editKnownCard> {
  const { deps, work } = errand;
  const place = { address: { ...address, conversationId }, activityId, ...given({ person }) };
  return editKnownCard(errand, place, async (request) => ({
    kind: request.status === 'pending' ? 'requestShown' : 'waitingCardSettled',
    request: await deps.views.viewOwnRequest(work.store, request),
  }));
}

async function toApproverOutcome(
  deps: HandlerDeps,
  store: TenantStore,
  request: MembershipRequest,
  personId: PersonId,
): Promise<Outcome> {
  const view = await deps.views.viewRequest(store, request);
  // What became of it concerns them no longer.
  if (isFormer(request, personId))
    return {
      kind: 'refused',
      refusal: {
        code: 'not_an_approver',
        requestId: request.id,
        group: request.groupName ?? view.group.name,
        person: view.requester,
      },
    };
  return {
    kind: 'approvalShown',
    request: view,
    viewerId: personId,
    refreshUserIds: await findRefreshUsers(store, request, personId),
  };
}

/** The channel's ids of those whose client may refresh the card: who may still decide, the reader first. */
async function findRefreshUsers(store: TenantStore, request: MembershipRequest, viewerId: PersonId): Promise<string[]> {
  if (request.status !== 'pending') return [];
  const others = request.approvers.flatMap((one) => (one.isFormer || one.personId === viewerId ? [] : [one.personId]));
  const people = await store.read('people').getMany([viewerId, ...others]);
  return people.flatMap(({ address }) => (address ? [address.userId] : [])).slice(0, maxRefreshUsers);
}
