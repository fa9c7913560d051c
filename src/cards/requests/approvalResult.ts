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
import { stageOf, statusOf } from './requestParts.js';
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
  { request, viewerId }: { readonly request: RequestView; readonly viewerId: string },
  angle: Angle,
  voice: Voice,
): Shown {
  const { say, f } = voice;
  const { decision } = request;
  const heading =
    angle === 'faster' && decision
      ? say.requests.faster(decision.by, decision.outcome, decision.at, f)
      : resultHeading(request, viewerId, voice);
  const data: ApprovalResultData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary: heading,
        heading,
        kicker: say.requests.kicker(request.id),
        typed: ['inbox', `request ${request.id}`],
      },
      voice,
    ),
    paragraphs: paragraphs(angle === 'faster' ? say.requests.fasterNext : undefined, afterwards(request, voice)),
    quoteLabel: request.justification ? plain(say.requests.reasonOf(request.requester)) : null,
    quote: request.justification ? verbatim(request.justification) : null,
    facts: [...(angle === 'faster' ? whoFacts(request, voice) : []), ...decisionFacts(request, viewerId, voice)],
    buttons: [button(say.buttons.inbox, 'showInbox', { page: 1 })],
  };
  return { card: bind('approvalResult', data), summary: heading };
}

function resultHeading(request: RequestView, viewerId: string, { say }: Voice): string {
  const { decision, requester, group } = request;
  const { requests } = say;
  if (decision)
    return decision.by.id === viewerId
      ? requests.youDecided(decision.outcome, requester, group.name)
      : requests.theyDecided(decision.outcome, decision.by, requester, group.name);
  const stage = stageOf(request);
  return stage === 'withdrawn' || stage === 'expired' || stage === 'superseded'
    ? requests.closedHeading[stage](requester, group.name)
    : requests.wants(requester, group.name);
}

function afterwards(request: RequestView, { say, f }: Voice): string | undefined {
  const stage = stageOf(request);
  switch (stage) {
    case 'delivering':
    case 'delivered':
    case 'failed':
    case 'denied':
      return say.requests.toldThem[stage](request.requester);
    case 'withdrawn':
    case 'expired':
    case 'superseded':
      return say.requests.closedText[stage](request.closedAt ?? request.expiresAt, f);
    case 'pending':
      return undefined;
  }
}

/** Who and which group, for cards whose heading does not say it. */
function whoFacts({ requester, group }: RequestView, { say }: Voice): FactData[] {
  return [...fact(say.labels.person, isolate(requester.name)), ...fact(say.labels.group, isolate(group.name))];
}

function decisionFacts({ decision }: RequestView, viewerId: string, { say, f }: Voice): FactData[] {
  if (!decision) return [];
  const name = decision.by.id === viewerId ? say.requests.you : isolate(decision.by.name);
  const by = decision.standingInFor ? say.requests.asStandIn(name, decision.standingInFor) : name;
  return [
    ...fact(say.labels.decided, say.requests.decidedBy(decision.outcome, by, decision.at, f)),
    ...fact(decision.outcome === 'denied' ? say.labels.reasonGiven : say.labels.note, decision.justification),
    ...(decision.outcome === 'approved' ? fact(say.labels.howLong, say.until(decision.until, f)) : []),
  ];
}
