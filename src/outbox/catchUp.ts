import { changeRecord } from './changeRecord.js';
import { toResult, viewerOf } from './card.js';
import type { Delivery } from './delivery.js';
import type { Handler, HandlerDeps } from './handler.js';
import type { TenantStore } from '../commands/ports.js';
import { viewPeople } from '../commands/reads/people.js';
import { askOnceMore } from '../domain/askedQuestion.js';
import { membershipId } from '../domain/keys.js';
import type { Group } from '../domain/groups/group.js';
import type { Missed } from '../domain/organisation/missed.js';
import { dropMissed, dropUnreached, newestOf } from '../domain/organisation/missedChanges.js';
import type { Tenant } from '../domain/organisation/tenant.js';
import { requestState, type Outcome } from '../domain/outcome.js';
import { recordResultCard, resumeCards } from '../domain/requests/requestTimers.js';
import { applyChange } from '../domain/timers.js';
import type { PersonId } from '../domain/terms.js';

/** One thing to tell, and what is kept once it was told. */
interface News {
  readonly outcome: Outcome;
  told?(card: { readonly conversationId: string; readonly activityId: string } | undefined): Promise<void>;
}

/** Tells somebody who turned up what could not reach them, as one message, and brings their old cards up to date. */
export function createCatchUp(deps: HandlerDeps, delivery: Delivery): Handler<'catchUp'> {
  return {
    sends: true,
    run: async (_effect, { store, current }) => {
      const { id, address, missed = [] } = current();
      if (!address || missed.length === 0) return { end: 'done' };
      const found: News[] = [];
      for (const one of newestOf(missed)) found.push(...(await toNews(deps, store, id, one)));
      const [first] = found;
      if (!first) return { end: 'done', change: dropMissed(missed) };
      const outcome: Outcome =
        found.length === 1
          ? first.outcome
          : { kind: 'missedTold', since: missed[0]?.at ?? 0, outcomes: found.map((one) => one.outcome) };
      const result = await delivery.send(store.tenantId, address, async () =>
        deps.showOutcome(outcome, viewerOf(current(), deps.clock.now())),
      );
      // Who is gone again is told the next time.
      if (!result.ok && (result.failure === 'unreachable' || result.failure === 'conversationGone'))
        return { end: 'done' };
      if (!result.ok) return toResult(result);
      const card = { conversationId: address.conversationId, activityId: result.activityId };
      for (const one of found) await one.told?.(found.length === 1 ? card : undefined);
      return { end: 'done', change: dropMissed(missed) };
    },
    giveUp: () => undefined,
  };
}

/** Tells somebody whom their word could not reach; they need not do anything about it. */
export function createTellUnreached(deps: HandlerDeps, delivery: Delivery): Handler<'tellUnreached'> {
  return {
    sends: true,
    run: async (_effect, { store, current }) => {
      const { address, unreached = [] } = current();
      if (!address || unreached.length === 0) return { end: 'done', change: dropUnreached(unreached) };
      const people = (await viewPeople(store, unreached)).map(({ name }) => name);
      const result = await delivery.send(store.tenantId, address, async () =>
        deps.showOutcome(
          { kind: 'newsTold', notice: { code: 'notReached', people } },
          viewerOf(current(), deps.clock.now()),
        ),
      );
      const isOver = result.ok || result.failure === 'unreachable' || result.failure === 'conversationGone';
      return isOver ? { end: 'done', change: dropUnreached(unreached) } : toResult(result);
    },
    giveUp: () => undefined,
  };
}

async function toNews(deps: HandlerDeps, store: TenantStore, personId: PersonId, missed: Missed): Promise<News[]> {
  switch (missed.kind) {
    case 'news':
      return [{ outcome: { kind: 'newsTold', notice: missed.notice } }];
    case 'question':
      await changeRecord(
        deps,
        store,
        { collection: missed.collection, id: missed.recordId },
        (record: Group | Tenant | undefined, occasion) =>
          record && applyChange<Group & Tenant>(record as Group & Tenant, askOnceMore(missed, personId), occasion),
      );
      return [];
    case 'request':
      return toRequestNews(deps, store, personId, missed.id);
    case 'membership':
      return toMembershipNews(deps, store, personId, missed.id);
  }
}

/** The result of a request that its requester has not read; whoever was asked gets the card as it is due now. */
async function toRequestNews(
  deps: HandlerDeps,
  store: TenantStore,
  personId: PersonId,
  requestId: string,
): Promise<News[]> {
  const at = { collection: 'requests', id: requestId } as const;
  await changeRecord(
    deps,
    store,
    at,
    (request, occasion) => request && applyChange(request, resumeCards(personId), occasion),
  );
  const request = await store.read('requests').get(requestId);
  if (!request || request.requesterId !== personId || request.status === 'pending') return [];
  if (request.status === 'withdrawn' || request.result?.delivery === 'sent') return [];
  const shows = requestState(request);
  return [
    {
      outcome: { kind: 'requestShown', request: await deps.views.viewOwnRequest(store, request) },
      told: (card) =>
        changeRecord(
          deps,
          store,
          at,
          (present, occasion) =>
            present && applyChange(present, recordResultCard({ delivery: 'sent', shows, ...card }), occasion),
        ),
    },
  ];
}

/** How a membership stands of which somebody could not be told. */
async function toMembershipNews(
  deps: HandlerDeps,
  store: TenantStore,
  personId: PersonId,
  groupId: string,
): Promise<News[]> {
  const [membership, group] = await Promise.all([
    store.read('memberships').get(membershipId(groupId, personId)),
    store.read('groups').get(groupId),
  ]);
  if (!membership || !group) return [];
  const { status, endReason, endedAt = 0, failure, until } = membership;
  const view = await deps.views[status === 'active' ? 'viewGroup' : 'viewLeftGroup'](store, group, personId);
  if (status === 'active')
    return [{ outcome: { kind: 'memberAdded', group: view, ...(until === undefined ? {} : { until }) } }];
  if (endReason === 'failed')
    return [{ outcome: { kind: 'deliveryFailed', group: view, ...(failure ? { failure } : {}) } }];
  return endReason === 'expired' ? [{ outcome: { kind: 'membershipEnded', group: view, at: endedAt } }] : [];
}
