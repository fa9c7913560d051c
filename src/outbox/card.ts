import { reachPerson } from './addresses.js';
import type { Delivered, Delivery, Failure } from './delivery.js';
import type { EffectResult, EffectWork, HandlerDeps, OutboxViewer } from './handler.js';
import { missCard, type RecipientPatch } from '../domain/requests/requestTimers.js';
import type { Change } from '../domain/timers.js';
import { requestState, type Outcome } from '../domain/outcome.js';
import type { ConversationAddress, Person } from '../domain/organisation/person.js';
import type { MembershipRequest, Recipient } from '../domain/requests/request.js';
import type { PersonId } from '../domain/terms.js';

/** A card about a request that one person is to have, in the state that the request has now. */
export interface CardOrder {
  readonly personId: PersonId;
  readonly recipient: Recipient | undefined;
  /** Whether somebody without the card gets one; those who have it get it edited in any case. */
  isNewWanted(request: MembershipRequest): boolean;
  toOutcome(request: MembershipRequest): Promise<Outcome>;
  /** What the card shows, in a word; when it differs from what it was, an edit is due. */
  stateOf(request: MembershipRequest): string;
  /** Keeps what became of it. */
  record(patch: RecipientPatch): Change<MembershipRequest>;
}

type Result = EffectResult<MembershipRequest>;

/** Everything that sending one card takes. */
interface Errand {
  readonly deps: HandlerDeps;
  readonly delivery: Delivery;
  readonly work: EffectWork<MembershipRequest>;
  readonly order: CardOrder;
}

/** Brings a card to the present state: sends it, or edits the one that is there. */
export async function showCard(errand: Errand): Promise<Result> {
  const { work, order } = errand;
  const { recipient } = order;
  if (recipient?.activityId === undefined || recipient.conversationId === undefined) return sendCard(errand, false);
  if (recipient.shows === order.stateOf(work.current())) return { end: 'done' };
  return editCard(errand, { activityId: recipient.activityId, conversationId: recipient.conversationId });
}

async function editCard(
  errand: Errand,
  card: { readonly activityId: string; readonly conversationId: string },
): Promise<Result> {
  const { delivery, work, order } = errand;
  const reached = await reach(errand, false);
  if (!reached.ok)
    return reached.failure === 'unreachable' ? { end: 'done', change: missCard(order.personId) } : toResult(reached);
  let shows = '';
  const address = { ...reached.address, conversationId: card.conversationId };
  const result = await delivery.edit(work.store.tenantId, address, card.activityId, async () => {
    const request = work.current();
    shows = order.stateOf(request);
    return makeMessage(errand, reached.person, await order.toOutcome(request));
  });
  if (result.ok) return { end: 'done', change: order.record({ shows }) };
  const isGone = result.failure === 'messageGone' || result.failure === 'conversationGone';
  if (isGone && order.isNewWanted(work.current())) return sendCard(errand, result.failure === 'conversationGone');
  if (isGone) return { end: 'done', change: order.record({ shows }) };
  // Who blocked the bot keeps the card as it is until they turn up; what it offers is refused at the click.
  if (result.failure === 'unreachable') return { end: 'done', change: missCard(order.personId) };
  return toResult(result);
}

async function sendCard(errand: Errand, isGone: boolean): Promise<Result> {
  const { deps, delivery, work, order } = errand;
  if (!order.isNewWanted(work.current())) return { end: 'done' };
  const reached = await reach(errand, isGone);
  if (!reached.ok)
    return reached.failure === 'unreachable'
      ? { end: 'done', change: order.record({ delivery: 'unreachable' }) }
      : toResult(reached);
  let shows = '';
  const result = await delivery.send(work.store.tenantId, reached.address, async () => {
    const request = work.current();
    if (!order.isNewWanted(request)) return undefined;
    shows = order.stateOf(request);
    return makeMessage(errand, reached.person, await order.toOutcome(request));
  });
  if (result.ok)
    return {
      end: 'done',
      change: order.record({
        delivery: 'sent',
        activityId: result.activityId,
        conversationId: reached.address.conversationId,
        shows,
      }),
    };
  if (result.failure === 'unwanted') return { end: 'done' };
  // The chat was cleared: opened once more, for this one try.
  if (result.failure === 'conversationGone' && !isGone) return sendCard(errand, true);
  if (result.failure === 'unreachable' || result.failure === 'conversationGone')
    return { end: 'done', change: order.record({ delivery: 'unreachable' }) };
  if (result.failure === 'ambiguous') return repeatOnce(result.detail, order, deps.limits.retry.ambiguousDelayMs);
  return toResult(result);
}

/** Sending is not idempotent: what may have arrived is sent once more, later, and never a third time. */
function repeatOnce(detail: string, order: CardOrder, delayMs: number): Result {
  if (order.recipient?.maybeDuplicate) return { end: 'dead', detail: `ambiguous twice: ${detail}` };
  return {
    end: 'later',
    detail: `ambiguous: ${detail}`,
    retryAfterMs: delayMs,
    change: order.record({ maybeDuplicate: true }),
  };
}

/** What any other failure means for an effect that may be repeated safely. */
export function toResult(failure: Failure): Extract<EffectResult<never>, { end: 'later' | 'dead' }> {
  const { detail, retryAfterMs } = failure;
  const delay = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (failure.failure === 'crowded' || failure.failure === 'noToken')
    return { end: 'later', detail, isWait: true, ...delay };
  const isWeather =
    failure.failure === 'throttled' || failure.failure === 'transient' || failure.failure === 'ambiguous';
  return isWeather
    ? { end: 'later', detail: `${failure.failure}: ${detail}`, ...delay }
    : { end: 'dead', detail: `${failure.failure}: ${detail}` };
}

/** How a person reads: their language and time zone. */
export function viewerOf(person: Person | undefined, now: number): OutboxViewer {
  return {
    now,
    ...(person?.locale ? { locale: person.locale } : {}),
    ...(person?.timeZone ? { timeZone: person.timeZone } : {}),
    ...(person?.address ? { userId: person.address.userId } : {}),
  };
}

/** A card in a place that is known already, edited without a word about how it went. */
export async function editKnownCard(
  { deps, delivery, work }: Omit<Errand, 'order'>,
  place: { readonly address: ConversationAddress; readonly activityId: string; readonly person?: Person },
  toOutcome: CardOrder['toOutcome'],
): Promise<{ readonly result: Delivered; readonly shows: string }> {
  let shows = '';
  const result = await delivery.edit(work.store.tenantId, place.address, place.activityId, async () => {
    const request = work.current();
    shows = requestState(request);
    return deps.showOutcome(await toOutcome(request), viewerOf(place.person, deps.clock.now()));
  });
  return { result, shows };
}

function reach({ deps, delivery, work, order }: Errand, isGone: boolean): ReturnType<typeof reachPerson> {
  const request = work.current();
  const neighbours = [request.requesterId, ...request.approvers.map(({ personId }) => personId)].filter(
    (id) => id !== order.personId,
  );
  return reachPerson(deps, delivery, work.store, { personId: order.personId, neighbours, isGone });
}

function makeMessage({ deps }: Errand, person: Person | undefined, outcome: Outcome) {
  return deps.showOutcome(outcome, viewerOf(person, deps.clock.now()));
}
