import type { Voice } from '../../messages/voice.js';
import { plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
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
import { namesOf } from '../parts/people.js';
import {
  approverNames,
  durationOf,
  endOf,
  isRemindable,
  isWishOver,
  opensOf,
  reachedOf,
  remindButton,
  stageOf,
  statusOf,
  type Stage,
} from './requestParts.js';
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
  readonly requestId: string;
  readonly refreshTitle: string;
  readonly refreshUserIds: readonly string[];
}

/** Why the requester sees the card: they just asked, they asked again, or they want to know. */
export type Cause = 'opened' | 'alreadyOpen' | 'shown';

/** The requester's card. */
export function showRequestStatus(request: RequestView, cause: Cause, voice: Voice): Shown {
  const { say } = voice;
  const stage = stageOf(request);
  // Nobody has been asked as long as nobody could be.
  const isAsked = cause !== 'opened' || reachedOf(request).length > 0;
  const heading = say(`requests.heading.${stage === 'pending' && cause !== 'shown' && isAsked ? cause : stage}`, {
    group: request.group.name,
  });
  const data: RequestStatusData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary: heading,
        heading,
        kicker: say('requests.kicker', { id: request.id }),
        typed: typedFor(request, stage, voice),
      },
      voice,
    ),
    paragraphs: paragraphs(...story(request, stage, cause, voice)),
    ...quoteFor(request, stage, voice),
    facts: factsFor(request, stage, voice),
    links: stage === 'delivered' ? openLinks(request.group.unlocks, voice) : [],
    buttons: buttonsFor(request, stage, voice),
    requestId: request.id,
    refreshTitle: say('requests.refresh'),
    refreshUserIds: request.requesterUserId === undefined ? [] : [request.requesterUserId],
  };
  return { card: bind('requestStatus', data), summary: heading };
}

function story(request: RequestView, stage: Stage, cause: Cause, voice: Voice): (string | undefined)[] {
  const { say } = voice;
  const { decision, group } = request;
  const closedAt = request.closedAt ?? request.expiresAt;
  const approved = decision && say('requests.approvedBy', { by: decision.by.name, at: decision.at });
  const names = group.unlocks.filter(({ isBlocked }) => !isBlocked).map(({ name }) => name);
  const blocked = group.unlocks.filter(({ isBlocked }) => isBlocked).map(({ name }) => name);
  switch (stage) {
    case 'pending':
      return [waitingStory(request, cause, voice)];
    case 'delivering':
      return [approved, request.held ? say(`directory.held.${request.held}`) : say('requests.beingSetUp')];
    case 'delivered':
      return [
        approved,
        names.length === 0 ? undefined : say('requests.canOpen', { names }),
        group.isInEntra && group.groupType === 'm365' ? say('directory.slow') : undefined,
        blocked.length === 0 ? undefined : say('requests.isBlocked', { count: blocked.length, names: blocked }),
      ];
    case 'over':
      return [approved, say('requests.overSince', { at: request.overSince ?? closedAt })];
    case 'failed':
      return [
        approved,
        request.failure === undefined || request.failure === 'noAnswer'
          ? say('requests.failedNext', { id: request.id })
          : say(`directory.refused.${request.failure}`),
      ];
    case 'denied':
      return [
        decision && say('requests.deniedBy', { by: decision.by.name, at: decision.at }),
        say('requests.deniedNext'),
      ];
    case 'withdrawn':
      return [say('requests.withdrawnNext')];
    case 'expired':
      return isWishOver(request)
        ? [say('requests.wishOverWhy', { at: closedAt }), say('requests.wishOverNext')]
        : [
            say('requests.expiredWhy', { at: closedAt }),
            say('requests.expiredNext', { hasReason: request.justification ? 'yes' : 'no' }),
          ];
    case 'superseded':
      return [
        say(`requests.supersededWhy.${request.supersededWhy ?? 'unknown'}`),
        request.supersededWhy === 'deleted' || request.supersededWhy === 'left'
          ? undefined
          : say('requests.supersededNext'),
      ];
  }
}

/** Whom it waits for: those who were reached, or that there is nobody. */
function waitingStory(request: RequestView, cause: Cause, { say }: Voice): string {
  const { approvers, createdAt: since, expiresAt: until } = request;
  if (approvers.length === 0) return say('requests.askedNobody', { until });
  const people = namesOf(reachedOf(request));
  if (people.length === 0) return say('requests.reachedNobody', { people: namesOf(approvers), until });
  const count = people.length;
  return cause === 'opened'
    ? say('requests.asked', { count, people, until })
    : say('requests.stillAsked', { people, since, until });
}

/** The words that matter most now: why it was denied, else what the requester wrote; nothing once they are in. */
function quoteFor(
  { decision, justification }: RequestView,
  stage: Stage,
  { say }: Voice,
): Pick<RequestStatusData, 'quote' | 'quoteLabel'> {
  if (stage === 'denied' && decision?.justification)
    return {
      quoteLabel: plain(say('requests.reasonOf', { person: decision.by.name })),
      quote: verbatim(decision.justification),
    };
  if (justification && stage !== 'delivering' && stage !== 'delivered')
    return { quoteLabel: plain(say('requests.yourReason')), quote: verbatim(justification) };
  return { quoteLabel: null, quote: null };
}

function factsFor(request: RequestView, stage: Stage, voice: Voice): FactData[] {
  const { say, f } = voice;
  const { decision } = request;
  if (decision?.outcome === 'approved') {
    return [
      ...fact(say('shared.label.howLong'), endOf(decision.until, voice)),
      // What can be opened now stands on the buttons.
      ...fact(say('shared.label.opens'), stage === 'delivered' ? undefined : opensOf(request, voice)),
      ...(decision.justification
        ? fact(say('requests.noteFrom', { person: decision.by.name }), decision.justification)
        : []),
    ];
  }
  const asked = [
    ...fact(say('shared.label.howLong'), durationOf(request, voice)),
    ...fact(say('shared.label.opens'), opensOf(request, voice)),
  ];
  if (stage !== 'pending') return stage === 'denied' ? [] : asked;
  const missed = request.approvers.filter(({ delivery }) => delivery === 'unreachable' || delivery === 'failed');
  return [
    ...asked,
    ...fact(say('shared.label.askedPeople'), approverNames(reachedOf(request), voice)),
    ...fact(say('shared.label.notReached'), missed.length > 0 ? f.and(namesOf(missed)) : undefined),
  ];
}

function buttonsFor(request: RequestView, stage: Stage, voice: Voice): ButtonData[] {
  const { say } = voice;
  const group = button(say('buttons.seeGroup'), 'showGroup', { groupId: request.group.id });
  const askAgain = primary(say('buttons.askAgain'), 'resubmitRequest', { requestId: request.id });
  const mine = button(say('buttons.myRequests'), 'listMyRequests', { page: 1 });
  switch (stage) {
    case 'pending':
      return [
        ...remindButton(request, voice),
        button(say('buttons.withdrawRequest'), 'withdrawRequest', { requestId: request.id }),
        mine,
      ];
    case 'delivering':
    case 'delivered':
      return [button(say('buttons.myGroups'), 'listMyGroups', { page: 1 }), group];
    case 'failed':
    case 'over':
    case 'superseded':
      return [group, mine];
    case 'denied':
    case 'withdrawn':
    case 'expired':
      return [askAgain, group];
  }
}

function typedFor(request: RequestView, stage: Stage, voice: Voice): string[] {
  const { command } = voice;
  const {
    id,
    group: { name: group },
  } = request;
  switch (stage) {
    case 'pending':
      return [
        ...(isRemindable(request, voice) ? [command('commands.remind', { id })] : []),
        command('commands.withdraw', { id }),
        command('commands.myRequests'),
      ];
    case 'delivering':
    case 'delivered':
      return [command('commands.myGroups'), command('commands.group', { group })];
    case 'failed':
    case 'over':
    case 'superseded':
      return [command('commands.group', { group }), command('commands.myRequests')];
    case 'denied':
    case 'withdrawn':
    case 'expired':
      return [command('commands.joinBecause', { group }), command('commands.group', { group })];
  }
}
