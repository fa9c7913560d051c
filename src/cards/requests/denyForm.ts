import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { inputText, plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { button, frame, type ButtonData, type FrameData } from '../parts/parts.js';
import { statusOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';

/** The data of `cards/denyForm.json`: the reason for a denial, which is always asked for. */
export interface DenyFormData extends FrameData {
  readonly problem: PlainText | null;
  readonly quoteLabel: PlainText;
  readonly quote: RunText;
  readonly reasonLabel: PlainText;
  readonly reasonHint: RunText;
  readonly reasonError: PlainText;
  readonly reason: RunText | null;
  readonly buttons: readonly ButtonData[];
}

/** Asks an owner why they deny. */
export function showDenyForm({ request, problem, justification }: OutcomeOf<'denyFormNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.requests.deny;
  const summary = text.heading(request.requester, request.group.name);
  const data: DenyFormData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary,
        heading: summary,
        kicker: say.requests.kicker(request.id),
        typed: [`deny ${request.id} because …`, `request ${request.id}`],
      },
      voice,
    ),
    problem: problem === undefined ? null : plain(text.problem),
    quoteLabel: plain(say.requests.reasonOf(request.requester)),
    quote: verbatim(request.justification ?? say.labels.noReason),
    reasonLabel: plain(text.label),
    reasonHint: verbatim(text.hint(request.requester)),
    reasonError: plain(text.error),
    reason: justification ? inputText(justification) : null,
    buttons: [
      button(say.buttons.denyNow, 'denyRequest', { requestId: request.id }, { style: 'destructive' }),
      button(say.buttons.back, 'showRequest', { requestId: request.id }, { inputs: 'none' }),
    ],
  };
  return { card: bind('denyForm', data), summary };
}
