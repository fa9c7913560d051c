import { createDelivery } from './delivery.js';
import { createCloseOwnRequest, createCloseRequests, createEndMemberships } from './groups/groupEnds.js';
import { createAddToDirectory, createRemoveFromDirectory } from './members/directoryWrites.js';
import type { HandlerDeps, Handlers } from './handler.js';
import { createChainAppender, createRecordEvent } from './history/history.js';
import {
  createEndMembership,
  createGrantMembership,
  createReportDelivery,
  expireMembershipHandler,
  expireRequestHandler,
} from './members/memberships.js';
import { createTellDeliveryFailed, createTellMembershipEnded } from './notices.js';
import { createRefreshWaitingCard, createShowApprover, createShowRequester } from './requests/requestCards.js';
import { createSettleCard, createTell } from './tell.js';

/** All handlers of one process; they share its pace and its place in the histories. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const delivery = createDelivery(deps);
  return {
    recordEvent: createRecordEvent(createChainAppender(() => deps.random())),
    showApprover: createShowApprover(deps, delivery),
    showRequester: createShowRequester(deps, delivery),
    refreshWaitingCard: createRefreshWaitingCard(deps, delivery),
    grantMembership: createGrantMembership(deps),
    expireRequest: expireRequestHandler,
    addToDirectory: createAddToDirectory(deps),
    removeFromDirectory: createRemoveFromDirectory(deps),
    reportDelivery: createReportDelivery(deps),
    endMembership: createEndMembership(deps),
    tellMembershipEnded: createTellMembershipEnded(deps, delivery),
    tellDeliveryFailed: createTellDeliveryFailed(deps, delivery),
    expireMembership: expireMembershipHandler,
    tell: createTell(deps, delivery),
    settleCard: createSettleCard(deps, delivery),
    closeRequests: createCloseRequests(deps),
    endMemberships: createEndMemberships(deps),
    closeOwnRequest: createCloseOwnRequest(deps),
  };
}
