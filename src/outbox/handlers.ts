import { randomUUID } from 'node:crypto';
import { createCatchUp, createTellUnreached } from './catchUp.js';
import { createDeliveries } from './delivery.js';
import { createEndStandIns } from './delegations/endStandIns.js';
import { createAlignGroup } from './groups/alignGroup.js';
import { createCompareMembers } from './groups/compareMembers.js';
import { createEnrolKnown } from './groups/enrolKnown.js';
import { createClearLeaver, createEscalateOwnerless } from './organisation/clearLeaver.js';
import { createCloseOwnRequest, createCloseRequests, createEndMemberships } from './groups/groupEnds.js';
import { createKeepMissed } from './keepMissed.js';
import { createAddToDirectory, createRemoveFromDirectory } from './members/directoryWrites.js';
import { createHoldKeeper } from './members/holds.js';
import type { HandlerDeps, Handlers } from './handler.js';
import { createEraseOldReasons, createForgetTraces } from './history/retention.js';
import { createChainAppender, createRecordEvent } from './history/history.js';
import {
  createEndMembership,
  createGrantMembership,
  createReportDelivery,
  expireMembershipHandler,
} from './members/memberships.js';
import { createTellRemovalFailed } from './members/removalFailed.js';
import { createTellDeliveryFailed, createTellMembershipEnded, createTellMembershipReady } from './notices.js';
import {
  createExpireRequest,
  createFollowGroup,
  createFollowRequest,
  createFollowStandIns,
} from './requests/follow.js';
import { createRefreshWaitingCard, createShowApprover, createShowRequester } from './requests/requestCards.js';
import { createRemindApprover } from './requests/remindApprover.js';
import { createTellAsker } from './requests/tellAsker.js';
import { createSettleCard, createTell } from './tell.js';

/** All handlers of one process; they share its pace and its place in the histories. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { usual: delivery, awaited } = createDeliveries(deps);
  const holds = createHoldKeeper(deps);
  return {
    recordEvent: createRecordEvent(createChainAppender(() => deps.random(), randomUUID)),
    showApprover: createShowApprover(deps, delivery),
    remindApprover: createRemindApprover(deps, delivery),
    showRequester: createShowRequester(deps, awaited),
    tellAsker: createTellAsker(deps),
    refreshWaitingCard: createRefreshWaitingCard(deps, delivery),
    followRequest: createFollowRequest(deps),
    followGroup: createFollowGroup(deps),
    followStandIns: createFollowStandIns(deps),
    grantMembership: createGrantMembership(deps),
    expireRequest: createExpireRequest(deps),
    eraseOldReasons: createEraseOldReasons(deps),
    forgetTraces: createForgetTraces(deps),
    addToDirectory: createAddToDirectory(deps, holds),
    removeFromDirectory: createRemoveFromDirectory(deps, holds),
    reportDelivery: createReportDelivery(deps),
    endMembership: createEndMembership(deps),
    endStandIns: createEndStandIns(deps),
    tellRemovalFailed: createTellRemovalFailed(deps),
    tellMembershipReady: createTellMembershipReady(deps, awaited),
    tellMembershipEnded: createTellMembershipEnded(deps, delivery),
    tellDeliveryFailed: createTellDeliveryFailed(deps, awaited),
    expireMembership: expireMembershipHandler,
    tell: createTell(deps, delivery),
    keepMissed: createKeepMissed(deps),
    catchUp: createCatchUp(deps, awaited),
    tellUnreached: createTellUnreached(deps, delivery),
    settleCard: createSettleCard(deps, delivery),
    alignGroup: createAlignGroup(deps, holds),
    compareMembers: createCompareMembers(deps),
    enrolKnown: createEnrolKnown(deps),
    clearLeaver: createClearLeaver(deps),
    escalateOwnerless: createEscalateOwnerless(),
    closeRequests: createCloseRequests(deps),
    endMemberships: createEndMemberships(deps),
    closeOwnRequest: createCloseOwnRequest(deps),
  };
}
