import type { Outcome, OutboundMessage, OutcomeOf } from '../domain/outcome.js';
import { voiceFor, type Voice } from '../messages/voice.js';
import { plain } from '../messages/escape.js';
import type { Viewer } from '../messages/format.js';
import { showApproval } from './requests/approval.js';
import { showApprovalResult } from './requests/approvalResult.js';
import { showDenyForm } from './requests/denyForm.js';
import { showGroupDetails } from './groups/groupDetails.js';
import { showGroupForm, showManagedGroup } from './groups/groupForms.js';
import { showHelp } from './start/help.js';
import { showInbox } from './requests/inbox.js';
import { showJoinForm } from './requests/joinForm.js';
import { showNews } from './news.js';
import { showChoice, showQuestion } from './questions.js';
import { showRefused } from './refused.js';
import { showRequestStatus } from './requests/requestStatus.js';
import type { Shown } from './parts/shown.js';
import { showTable } from './tables.js';
import { showWelcome } from './start/welcome.js';
import { showSettingForm, showSetUp } from './organisation/settingForms.js';
import { showGroupList, showGroupPick } from './groups/groupLists.js';
import { showMyGroups } from './members/myGroups.js';
import { showMyRequests, showRequestPick } from './requests/requestLists.js';
import {
  showMemberAdded,
  showAlreadyMember,
  showMemberLeft,
  showMembershipEnded,
  showDeliveryFailed,
} from './members/membershipCards.js';
import { showNotUnderstood, showThanksAccepted } from './start/remarks.js';
import { showWaitingCardSettled } from './requests/waitingCardSettled.js';
import { showLeaveConfirm } from './members/leaveConfirm.js';
import { showWithdrawConfirm } from './requests/withdrawConfirm.js';

type Builders = { readonly [K in Outcome['kind']]: (outcome: OutcomeOf<K>, voice: Voice) => Shown };

/** One builder for each outcome; an outcome without one does not compile. */
const builders: Builders = {
  memberAdded: showMemberAdded,
  alreadyMember: showAlreadyMember,
  requestOpened: ({ request }, voice) => showRequestStatus(request, 'opened', voice),
  requestAlreadyOpen: ({ request }, voice) => showRequestStatus(request, 'alreadyOpen', voice),
  joinFormNeeded: showJoinForm,
  groupPickNeeded: showGroupPick,
  approvalShown: showApprovalOrResult,
  requestDecided: (outcome, voice) => showApprovalResult(outcome, 'result', voice),
  decidedByAnother: (outcome, voice) => showApprovalResult(outcome, 'faster', voice),
  denyFormNeeded: showDenyForm,
  requestShown: ({ request }, voice) => showRequestStatus(request, 'shown', voice),
  requestWithdrawn: ({ request }, voice) => showRequestStatus(request, 'shown', voice),
  waitingCardSettled: showWaitingCardSettled,
  withdrawConfirmNeeded: showWithdrawConfirm,
  requestPickNeeded: showRequestPick,
  leaveConfirmNeeded: showLeaveConfirm,
  memberLeft: showMemberLeft,
  myGroupsListed: showMyGroups,
  myRequestsListed: showMyRequests,
  inboxListed: showInbox,
  groupsListed: showGroupList,
  groupShown: showGroupDetails,
  helpShown: showHelp,
  welcomed: showWelcome,
  thanksAccepted: showThanksAccepted,
  notUnderstood: showNotUnderstood,
  membershipEnded: showMembershipEnded,
  deliveryFailed: showDeliveryFailed,
  newsTold: showNews,
  confirmNeeded: showQuestion,
  choiceNeeded: showChoice,
  tableShown: showTable,
  setUpNeeded: showSetUp,
  settingFormNeeded: showSettingForm,
  groupFormNeeded: showGroupForm,
  groupManaged: showManagedGroup,
  refused: showRefused,
};

/** Nobody gets buttons for what they may not do: a closed request is read-only, and one's own is for somebody else to decide (F24, F85). */
function showApprovalOrResult(outcome: OutcomeOf<'approvalShown'>, voice: Voice): Shown {
  const { request, viewerId } = outcome;
  if (request.status !== 'pending') return showApprovalResult(outcome, 'result', voice);
  return request.requester.id === viewerId ? showRequestStatus(request, 'shown', voice) : showApproval(outcome, voice);
}

/** What a person reads of an outcome: a card, with the line of its notification. */
export function showOutcome(outcome: Outcome, viewer: Viewer): OutboundMessage {
  // The table is keyed by the outcome's own kind, which the compiler cannot follow through a lookup.
  const build = builders[outcome.kind] as (outcome: Outcome, voice: Voice) => Shown;
  const { card, summary } = build(outcome, voiceFor(viewer));
  return { kind: 'card', card, summary: plain(summary) };
}
