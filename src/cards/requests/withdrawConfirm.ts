import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { bind } from '../parts/bind.js';
import { button, frame, paragraphs } from '../parts/parts.js';
import { reachedOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { ConfirmData } from '../parts/confirmData.js';

/** The question before a request is taken back, where that was wished rather than said. */
export function showWithdrawConfirm({ request }: OutcomeOf<'withdrawConfirmNeeded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const summary = say.requests.withdrawConfirm.heading(request.group.name);
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say.requests.kicker(request.id),
        typed: [`withdraw ${request.id}`, `request ${request.id}`],
      },
      voice,
    ),
    paragraphs: paragraphs(say.requests.withdrawConfirm.text(reachedOf(request), f)),
    items: [],
    afterwards: [],
    buttons: [
      button(say.buttons.withdraw, 'withdrawRequest', { requestId: request.id }, { style: 'destructive' }),
      button(say.buttons.keepRequest, 'showRequest', { requestId: request.id }),
    ],
  };
  return { card: bind('confirm', data), summary };
}
