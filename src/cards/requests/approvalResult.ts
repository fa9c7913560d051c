import type { Voice } from '../../messages/voice.js';
import { isolate, plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import {
  button,
  fact,
  frame,
  paragraphs,
  type ButtonData,
  type FactData,
  type FrameData,
  type ParagraphData,
} from '../parts/parts.js';
import { endOf, isWishOver, stageOf, statusOf, whoAndWhere } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { RequestView } from '../../domain/views.js';

/** The data of `cards/approvalResult.json`: a request that is decided or closed, for those who could decide it; read-only. */
export interface ApprovalResultData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly quoteLabel: PlainText | null;
  readonly quote: RunText | null;
  readonly facts: readonly FactData[];
  readonly buttons: readonly ButtonData[];
}

/** What the viewer reads first: the decision, or that somebody else was faster with it. */
export type Angle = 'result' | 'faster';

/** The card that an owner sees once there is nothing left to decide. */
export function showApprovalResult(
  {
    request,
    viewerId,
    noEffect,
  }: { readonly request: RequestView; readonly viewerId: string; readonly noEffect?: 'approved' | 'denied' },
  angle: Angle,
  voice: Voice,
): Shown {
  const { say, command } = voice;
  const { decision } = request;
  const heading =
    angle === 'faster' && decision
      ? say(`requests.faster.${decision.outcome}`, { by: decision.by.name, at: decision.at })
      : resultHeading(request, viewerId, voice);
  const data: ApprovalResultData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary: heading,
        heading,
        kicker: say('requests.kicker', { id: request.id }),
        typed: [command('commands.inbox'), command('commands.request', { id: request.id })],
      },
      voice,
    ),
    paragraphs: paragraphs(
      angle === 'faster' ? say('requests.fasterNext') : undefined,
      noEffect && say(`requests.noEffect.${noEffect}`, whoAndWhere(request)),
      afterwards(request, voice),
    ),
    quoteLabel: request.justification ? plain(say('requests.reasonOf', { person: request.requester.name })) : null,
    quote: request.justification ? verbatim(request.justification) : null,
    facts: [...(angle === 'faster' ? whoFacts(request, voice) : []), ...decisionFacts(request, viewerId, voice)],
    buttons: [button(say('buttons.inbox'), 'showInbox', { page: 1 })],
  };
  return { card: bind('approvalResult', data), summary: heading };
}

function resultHeading(request: RequestView, viewerId: string, { say }: Voice): string {
  const { decision } = request;
  const who = whoAndWhere(request);
  if (decision)
    return decision.by.id === viewerId
      ? say(`requests.youDecided.${decision.outcome}`, who)
      : say(`requests.theyDecided.${decision.outcome}`, { ...who, by: decision.by.name });
  const stage = stageOf(request);
  return stage === 'withdrawn' || stage === 'expired' || stage === 'superseded'
    ? say(`requests.closedHeading.${stage}`, who)
    : say('requests.wants', who);
}

function afterwards(request: RequestView, { say }: Voice): string | undefined {
  const stage = stageOf(request);
  switch (stage) {
    case 'delivering':
    case 'delivered':
    case 'over':
    case 'failed':
    case 'denied':
      return say(`requests.toldThem.${stage}`, {
        requester: request.requester.name,
        told: request.isUntold ? 'no' : 'yes',
      });
    case 'superseded':
      return say('requests.closedText.superseded', {
        why: request.supersededWhy ?? 'unknown',
        at: request.closedAt ?? request.expiresAt,
      });
    case 'withdrawn':
    case 'expired':
      return say(`requests.closedText.${isWishOver(request) ? 'wishOver' : stage}`, {
        at: request.closedAt ?? request.expiresAt,
      });
    case 'pending':
      return undefined;
  }
}

/** Who and which group, for cards whose heading does not say it. */
function whoFacts({ requester, group }: RequestView, { say }: Voice): FactData[] {
  return [
    ...fact(say('shared.label.person'), isolate(requester.name)),
    ...fact(say('shared.label.group'), isolate(group.name)),
  ];
}

function decisionFacts({ decision }: RequestView, viewerId: string, voice: Voice): FactData[] {
  const { say, part } = voice;
  if (!decision) return [];
  const name = decision.by.id === viewerId ? part('requests.you') : decision.by.name;
  const by = decision.standingInFor ? part('shared.nameStandingIn', { name, standsFor: decision.standingInFor }) : name;
  return [
    ...fact(say('shared.label.decided'), say(`requests.decidedBy.${decision.outcome}`, { by, at: decision.at })),
    ...fact(
      decision.outcome === 'denied' ? say('shared.label.reasonGiven') : say('shared.label.note'),
      decision.justification,
    ),
    ...(decision.outcome === 'approved' ? fact(say('shared.label.howLong'), endOf(decision.until, voice)) : []),
  ];
}
