import type { OutcomeOf } from '../../domain/outcome.js';
import type { RequestOutcome } from '../../domain/requests/answers.js';
import type { Voice } from '../../messages/voice.js';
import type { OutcomeBuilders } from '../parts/builders.js';
import { cancel } from '../parts/parts.js';
import { namesOf } from '../parts/people.js';
import { showPlain } from '../parts/plainCard.js';
import type { Shown } from '../parts/shown.js';
import { onward, toMyRequests, toRequest } from '../parts/ways.js';
import { showApproval } from './approval.js';
import { showApprovalResult } from './approvalResult.js';
import { showDenyForm } from './denyForm.js';
import { showInbox } from './inbox.js';
import { showJoinForm } from './joinForm.js';
import { showMyRequests, showRequestPick } from './requestLists.js';
import { showReportReason } from './reportReason.js';
import { showRequestStatus } from './requestStatus.js';
import { showWaitingCardSettled } from './waitingCardSettled.js';
import { showOtherWish } from './otherWish.js';
import { showWithdrawConfirm } from './withdrawConfirm.js';

/** The cards of requests. */
export const requestCards: OutcomeBuilders<RequestOutcome> = {
  requestOpened: ({ request }, voice) => showRequestStatus(request, 'opened', voice),
  requestAlreadyOpen: ({ request }, voice) => showRequestStatus(request, 'alreadyOpen', voice),
  otherWishNeeded: showOtherWish,
  joinFormNeeded: showJoinForm,
  reportReasonNeeded: showReportReason,
  approvalShown: showApprovalOrResult,
  requestDecided: (outcome, voice) => showApprovalResult(outcome, 'result', voice),
  decidedByAnother: (outcome, voice) => showApprovalResult(outcome, 'faster', voice),
  denyFormNeeded: showDenyForm,
  requestShown: ({ request }, voice) => showRequestStatus(request, 'shown', voice),
  requestWithdrawn: ({ request }, voice) => showRequestStatus(request, 'shown', voice),
  approversReminded: showReminded,
  waitingCardSettled: showWaitingCardSettled,
  withdrawConfirmNeeded: showWithdrawConfirm,
  requestPickNeeded: showRequestPick,
  approvalNeeded: (outcome, voice) => showApproval({ ...outcome, refreshUserIds: [] }, voice, cancel(voice)),
  decisionPickNeeded: (outcome, voice) => showInbox(outcome, voice, [cancel(voice)]),
  myRequestsListed: showMyRequests,
  inboxListed: (outcome, voice) => showInbox(outcome, voice),
};

/** Who is reminded; nobody is asked twice on one day. */
function showReminded({ request, people }: OutcomeOf<'approversReminded'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      status: say('shared.status.done'),
      colour: 'good',
      kicker: say('requests.kicker', { id: request.id }),
      heading: say('requests.reminded.heading', { people: namesOf(people), group: request.group.name }),
      sentences: [say('requests.reminded.text', { until: request.expiresAt })],
      ...onward(toRequest(request.id, voice), toMyRequests(voice)),
    },
    voice,
  );
}

/** Nobody gets buttons for what they may not do: a closed request is read-only, and one's own is for somebody else to decide (F24, F85). */
function showApprovalOrResult(outcome: OutcomeOf<'approvalShown'>, voice: Voice): Shown {
  const { request, viewerId } = outcome;
  if (request.status !== 'pending') return showApprovalResult(outcome, 'result', voice);
  return request.requester.id === viewerId ? showRequestStatus(request, 'shown', voice) : showApproval(outcome, voice);
}
