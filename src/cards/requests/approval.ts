import { endOf } from '../../domain/groups/policy.js';
import type { OutcomeOf } from '../../domain/outcome.js';
import { said, type Voice } from '../../messages/voice.js';
import { plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { dayRange, shorterChoices, type ChoiceData } from '../parts/durations.js';
import { fact, frame, type ButtonData, type FactData, type FrameData } from '../parts/parts.js';
import { approverNames, durationOf, opensOf, statusOf, whoAndWhere } from './requestParts.js';
import type { Shown } from '../parts/shown.js';

/** The data of `cards/approval.json`: a request that waits, for somebody who may decide it. */
export interface ApprovalData extends FrameData {
  readonly about: RunText | null;
  readonly quoteLabel: PlainText;
  readonly quote: RunText;
  readonly facts: readonly FactData[];
  readonly requestId: string;
  readonly approveTitle: string;
  readonly denyTitle: string;
  readonly denyLabel: string;
  readonly denyHint: RunText;
  readonly denyError: string;
  readonly denyNowTitle: string;
  /** Null where there is no shorter time worth offering. */
  readonly shorterTitle: string | null;
  readonly durationLabel: string;
  readonly durationValue: string;
  readonly durationError: string;
  readonly durations: readonly ChoiceData[];
  readonly untilLabel: string;
  readonly untilMin: string;
  readonly untilMax: string | null;
  readonly noteLabel: string;
  readonly approveForTitle: string;
  /** Null where nothing was asked that could be taken back. */
  readonly cancelTitle: PlainText | null;
  readonly cancelValue: string | null;
  readonly refreshTitle: string;
  readonly refreshUserIds: readonly string[];
}

/** The channel refreshes a card by itself for no more people than this. */
const refreshLimit = 60;

type Approval = Omit<OutcomeOf<'approvalShown'>, 'kind'>;

/** The card on which an owner decides; `wayOut`: how to take back what was asked with it. */
export function showApproval(outcome: Approval, voice: Voice, wayOut?: ButtonData): Shown {
  const { request } = outcome;
  const { say, command } = voice;
  const summary = say('requests.wantsSummary', whoAndWhere(request));
  const { requester } = request;
  const data: ApprovalData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary,
        heading: say('requests.wants', whoAndWhere(request)),
        kicker: say('requests.kicker', { id: request.id }),
        typed: [
          command('commands.approve', { id: request.id }),
          command('commands.deny', { id: request.id }),
          ...(wayOut ? [command('commands.cancel')] : []),
        ],
      },
      voice,
    ),
    about: requester.about ? verbatim(requester.about) : null,
    quoteLabel: plain(say('shared.label.reason')),
    quote: verbatim(request.justification ?? say('shared.label.noReason')),
    facts: approvalFacts(outcome, voice),
    requestId: request.id,
    ...decisionInputs(outcome, voice),
    cancelTitle: wayOut?.title ?? null,
    cancelValue: wayOut?.value ?? null,
    refreshTitle: say('requests.refresh'),
    refreshUserIds: [...new Set(outcome.refreshUserIds)].sort().slice(0, refreshLimit),
  };
  return { card: bind('approval', data), summary };
}

function approvalFacts({ request, viewerId }: Approval, voice: Voice): FactData[] {
  const { say, f } = voice;
  const others = request.approvers.filter(({ id }) => id !== viewerId);
  const length = durationOf(request, voice);
  const isCounted = request.duration !== undefined && request.duration.kind !== 'until';
  const standsInFor = request.approvers.find(({ id }) => id === viewerId)?.standsInFor;
  return [
    ...fact(say('shared.label.standsInFor'), standsInFor && say('requests.standsInFor', { person: standsInFor })),
    ...fact(
      say('requests.askedBy'),
      request.askedBy && say('requests.askedByManager', { person: request.askedBy.name }),
    ),
    ...fact(say('shared.label.howLong'), isCounted ? say('requests.fromApproval', { length: said(length) }) : length),
    ...fact(say('shared.label.opens'), opensOf(request, voice)),
    ...fact(say('shared.label.asked'), f.moment(request.createdAt)),
    ...fact(say('shared.label.alsoAsked'), approverNames(others, voice) ?? say('requests.onlyYou')),
    ...fact(say('shared.label.waitsUntil'), f.end(request.expiresAt)),
  ];
}

type DecisionInputs = Omit<
  ApprovalData,
  | keyof FrameData
  | 'about'
  | 'quoteLabel'
  | 'quote'
  | 'facts'
  | 'requestId'
  | 'cancelTitle'
  | 'cancelValue'
  | 'refreshTitle'
  | 'refreshUserIds'
>;

function decisionInputs({ request }: Approval, voice: Voice): DecisionInputs {
  const { say, f } = voice;
  const durations = shorterChoices(request.duration, voice);
  const { untilMin } = dayRange(undefined, voice);
  return {
    approveTitle: say('buttons.approve'),
    denyTitle: say('buttons.deny'),
    denyLabel: say('requests.deny.label'),
    denyHint: verbatim(say('requests.deny.hint', { requester: request.requester.name })),
    denyError: say('requests.deny.error'),
    denyNowTitle: say('buttons.denyNow'),
    shorterTitle: durations.length === 0 ? null : say('buttons.approveShorter'),
    durationLabel: say('requests.shorter.label'),
    durationValue: usualChoice(durations),
    durationError: say('requests.shorter.error'),
    durations,
    untilLabel: say('joining.untilLabel'),
    untilMin,
    untilMax: lastDay(request.duration, f.now, voice),
    noteLabel: say('requests.shorter.noteLabel'),
    approveForTitle: say('buttons.approveFor'),
  };
}

/** Preselects a month, or the longest that is offered below it. */
function usualChoice(durations: readonly ChoiceData[]): string {
  return durations.findLast(({ value }) => Number(value) <= 30)?.value ?? durations[0]?.value ?? '';
}

function lastDay(
  duration: OutcomeOf<'approvalShown'>['request']['duration'],
  now: number,
  { f }: Voice,
): string | null {
  if (duration === undefined) return null;
  return f.isoDay(endOf(duration, now));
}
