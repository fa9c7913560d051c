import type { OutcomeOf } from '../../domain/outcome.js';
import { said, type Voice } from '../../messages/voice.js';
import { bind } from '../parts/bind.js';
import { button, cancel, frame, paragraphs, primary, type Target } from '../parts/parts.js';
import { durationValue } from '../parts/durations.js';
import { durationOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { ConfirmData } from '../parts/confirmData.js';

type Asked = OutcomeOf<'otherWishNeeded'>;

/** The question whether something else is asked for in the place of what waits. */
export function showOtherWish({ request, otherWish, whole }: Asked, voice: Voice): Shown {
  const { say, command } = voice;
  const { id, group } = request;
  const { duration, justification } = otherWish;
  const summary = say('requests.instead.heading', { group: group.name });
  const [before, after] = [request, { duration }].map((one) => said(durationOf(one as Asked['otherWish'], voice)));
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say('requests.kicker', { id }),
        typed: [command('commands.yes'), command('commands.withdraw', { id }), command('commands.cancel')],
      },
      voice,
    ),
    paragraphs: paragraphs(
      duration && before && after && say('requests.instead.length', { before, after }),
      justification && say('requests.instead.reason', { reason: justification }),
      say('requests.instead.text'),
    ),
    items: [],
    afterwards: [],
    buttons: [
      primary(say('buttons.askInstead'), 'joinGroup', { groupId: group.id, ...carried(whole), confirmed: true }),
      button(say('buttons.keepRequest'), 'showRequest', { requestId: id }),
      cancel(voice),
    ],
  };
  return { card: bind('confirm', data), summary };
}

/** The whole wish, as a button carries it: what waits may be gone when it is clicked. */
function carried({ duration, justification }: Asked['whole']): Target {
  return {
    ...(justification ? { reason: justification } : {}),
    ...(duration?.kind === 'until'
      ? { endsAt: new Date(duration.until).toISOString() }
      : { value: durationValue(duration) }),
  };
}
