import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showPlain } from '../parts/plainCard.js';
import { statusOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';

/** What is left of the card of a question once there is an answer: short, because the answer is a message of its own. */
export function showWaitingCardSettled({ request }: OutcomeOf<'waitingCardSettled'>, voice: Voice): Shown {
  const { say, command } = voice;
  const { status, colour } = statusOf(request, voice);
  const text = request.status === 'withdrawn' ? say('requests.settledByYou') : say('requests.settled');
  return showPlain(
    {
      status,
      colour,
      kicker: say('requests.kicker', { id: request.id }),
      heading: say('requests.heading.pending', { group: request.group.name }),
      sentences: [text],
      buttons: [],
      typed: [command('commands.request', { id: request.id })],
    },
    voice,
  );
}
