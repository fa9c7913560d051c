import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { bind } from '../parts/bind.js';
import { button, cancel, frame, paragraphs } from '../parts/parts.js';
import { namesOf } from '../parts/people.js';
import { reachedOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { ConfirmData } from '../parts/confirmData.js';

/** The question before a request is taken back, where that was wished rather than said. */
export function showWithdrawConfirm({ request }: OutcomeOf<'withdrawConfirmNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const summary = say('requests.withdraw.heading', { group: request.group.name });
  const people = namesOf(reachedOf(request));
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say('requests.kicker', { id: request.id }),
        typed: [
          command('commands.withdraw', { id: request.id }),
          command('commands.request', { id: request.id }),
          command('commands.cancel'),
        ],
      },
      voice,
    ),
    paragraphs: paragraphs(say('requests.withdraw.text', { count: people.length, people })),
    items: [],
    afterwards: [],
    buttons: [
      button(say('buttons.withdraw'), 'withdrawRequest', { requestId: request.id }, { style: 'destructive' }),
      button(say('buttons.keepRequest'), 'showRequest', { requestId: request.id }),
      cancel(voice),
    ],
  };
  return { card: bind('confirm', data), summary };
}
