import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { inputText, plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { button, cancel, frame, type ButtonData, type FrameData } from '../parts/parts.js';
import { statusOf, whoAndWhere } from './requestParts.js';
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
  const { say, command } = voice;
  const summary = say('requests.deny.heading', whoAndWhere(request));
  const data: DenyFormData = {
    ...frame(
      {
        ...statusOf(request, voice),
        summary,
        heading: summary,
        kicker: say('requests.kicker', { id: request.id }),
        typed: [
          command('commands.deny', { id: request.id }),
          command('commands.request', { id: request.id }),
          command('commands.cancel'),
        ],
      },
      voice,
    ),
    problem: problem === undefined ? null : plain(say('requests.deny.problem')),
    quoteLabel: plain(say('requests.reasonOf', { person: request.requester.name })),
    quote: verbatim(request.justification ?? say('shared.label.noReason')),
    reasonLabel: plain(say('requests.deny.label')),
    reasonHint: verbatim(say('requests.deny.hint', { requester: request.requester.name })),
    reasonError: plain(say('requests.deny.error')),
    reason: justification ? inputText(justification) : null,
    buttons: [
      button(say('buttons.denyNow'), 'denyRequest', { requestId: request.id }, { style: 'destructive' }),
      button(say('buttons.back'), 'showRequest', { requestId: request.id }, { inputs: 'none' }),
      cancel(voice),
    ],
  };
  return { card: bind('denyForm', data), summary };
}
