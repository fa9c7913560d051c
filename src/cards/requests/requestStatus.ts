import type { Voice } from '../../messages/voice.js';
import { isolate, plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import {
  button,
  fact,
  frame,
  openLinks,
  paragraphs,
  primary,
  type ButtonData,
  type FactData,
  type FrameData,
  type LinkData,
  type ParagraphData,
} from '../parts/parts.js';
import { approverNames, durationOf, opensOf, reachedOf, stageOf, statusOf, type Stage } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { RequestView } from '../../domain/views.js';

/** The data of `cards/requestStatus.json`: a request as its requester sees it, from the question to the answer. */
export interface RequestStatusData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly quoteLabel: PlainText | null;
  readonly quote: RunText | null;
  readonly facts: readonly FactData[];
  readonly links: readonly LinkData[];
  readonly buttons: readonly ButtonData[];
}

/** Why the requester sees the card: they just asked, they asked again, or they want to know. */
export type Occasion = 'opened' | 'alreadyOpen' | 'shown';

/** The requester's card. */
export function showRequestStatus(request: RequestView, occasion: Occasion, voice: Voice): Shown {
  const { say } = voice;
  const stage = stageOf(request);
  const heading = say.requests[stage === 'pending' && occasion !== 'shown' ? occasion : stage](request.group.name);
  const data: RequestStatusData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary: heading,
        heading,
        kicker: say.requests.kicker(request.id),
        typed: typedFor(request, stage),
      },
      voice,
    ),
    paragraphs: paragraphs(...story(request, stage, occasion, voice)),
    ...quoteFor(request, stage, voice),
    facts: factsFor(request, stage, voice),
    links: stage === 'delivered' ? openLinks(request.group.unlocks, voice) : [],
    buttons: buttonsFor(request, stage, voice),
  };
  return { card: bind('requestStatus', data), summary: heading };
}

function story(request: RequestView, stage: Stage, occasion: Occasion, { say, f }: Voice): (string | undefined)[] {
  const { requests } = say;
  const { decision, group } = request;
  const closedAt = request.closedAt ?? request.expiresAt;
  const approved = decision && requests.approvedBy(decision.by, decision.at, f);
  const names = group.unlocks.filter(({ isBlocked }) => !isBlocked).map(({ name }) => name);
  const blocked = group.unlocks.filter(({ isBlocked }) => isBlocked).map(({ name }) => name);
  switch (stage) {
    case 'pending':
      return [
        occasion === 'opened'
          ? requests.asked(reachedOf(request), request.expiresAt, f)
          : requests.stillAsked(reachedOf(request), request.createdAt, request.expiresAt, f),
      ];
    case 'delivering':
      return [approved, requests.beingSetUp];
    case 'delivered':
      return [
        approved,
        names.length === 0 ? undefined : requests.canOpen(names, f),
        blocked.length === 0 ? undefined : requests.isBlocked(blocked, f),
      ];
    case 'failed':
      return [approved, requests.failedNext(request.id)];
    case 'denied':
      return [decision && requests.deniedBy(decision.by, decision.at, f), requests.deniedNext];
    case 'withdrawn':
      return [requests.withdrawnNext];
    case 'expired':
      return [requests.expiredWhy(closedAt, f), requests.expiredNext];
    case 'superseded':
      return [requests.supersededWhy, requests.supersededNext];
  }
}

/** The words that matter most now: why it was denied, else what the requester wrote; nothing once they are in. */
function quoteFor(
  { decision, justification }: RequestView,
  stage: Stage,
  { say }: Voice,
): Pick<RequestStatusData, 'quote' | 'quoteLabel'> {
  if (stage === 'denied' && decision?.justification)
    return { quoteLabel: plain(say.requests.reasonOf(decision.by)), quote: verbatim(decision.justification) };
  if (justification && stage !== 'delivering' && stage !== 'delivered')
    return { quoteLabel: plain(say.requests.yourReason), quote: verbatim(justification) };
  return { quoteLabel: null, quote: null };
}

function factsFor(request: RequestView, stage: Stage, voice: Voice): FactData[] {
  const { say, f } = voice;
  const { decision } = request;
  if (decision?.outcome === 'approved') {
    return [
      ...fact(say.labels.howLong, say.until(decision.until, f)),
      // What can be opened now stands on the buttons.
      ...fact(say.labels.opens, stage === 'delivered' ? undefined : opensOf(request, voice)),
      ...(decision.justification ? fact(say.requests.noteFrom(isolate(decision.by.name)), decision.justification) : []),
    ];
  }
  const asked = [
    ...fact(say.labels.howLong, durationOf(request, voice)),
    ...fact(say.labels.opens, opensOf(request, voice)),
  ];
  if (stage !== 'pending') return stage === 'denied' ? [] : asked;
  const missed = request.approvers.filter(({ delivery }) => delivery === 'unreachable' || delivery === 'failed');
  return [
    ...asked,
    ...fact(say.labels.askedPeople, approverNames(reachedOf(request), voice)),
    ...fact(say.labels.notReached, missed.length > 0 ? f.and(missed.map(({ name }) => isolate(name))) : undefined),
  ];
}

function buttonsFor(request: RequestView, stage: Stage, { say }: Voice): ButtonData[] {
  const { buttons } = say;
  const group = button(buttons.seeGroup, 'showGroup', { groupId: request.group.id });
  const askAgain = primary(buttons.askAgain, 'resubmitRequest', { requestId: request.id });
  const mine = button(buttons.myRequests, 'listMyRequests', { page: 1 });
  switch (stage) {
    case 'pending':
      return [button(buttons.withdrawRequest, 'withdrawRequest', { requestId: request.id }), mine];
    case 'delivering':
    case 'delivered':
      return [button(buttons.myGroups, 'listMyGroups', { page: 1 }), group];
    case 'failed':
    case 'superseded':
      return [group, mine];
    case 'denied':
    case 'withdrawn':
    case 'expired':
      return [askAgain, group];
  }
}

function typedFor(request: RequestView, stage: Stage): string[] {
  switch (stage) {
    case 'pending':
      return [`withdraw ${request.id}`, 'my requests'];
    case 'delivering':
    case 'delivered':
      return ['my groups', `group ${request.group.name}`];
    case 'failed':
    case 'superseded':
      return [`group ${request.group.name}`, 'my requests'];
    case 'denied':
    case 'withdrawn':
    case 'expired':
      return [`join ${request.group.name} because …`, `group ${request.group.name}`];
  }
}
