import { factsOf } from './goAhead.js';
import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { pickField, showForm } from '../parts/form.js';
import { cancel, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';

/** Asks for what a command cannot do without; what is filled in is read as if it were typed. */
export function showSlotForm({ questionId, slot, wish, hasPicker }: OutcomeOf<'slotNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  return showForm(
    {
      heading: say(`start.slot.heading.${slot}`),
      sentences: [say('start.slot.text')],
      facts: factsOf(wish, voice),
      fields: [
        {
          kind: 'text',
          id: 'answer',
          label: say(`start.slot.label.${slot}`),
          maxLength: 200,
          // Who looks somebody up types nothing.
          ...(hasPicker ? {} : { requiredError: say('start.slot.error') }),
        },
        ...(hasPicker ? [pickField('picked', voice)] : []),
      ],
      buttons: [primary(say('buttons.goOn'), 'answerQuestion', { setting: questionId, value: 'yes' }), cancel(voice)],
      typed: [command('commands.cancel')],
    },
    voice,
  );
}
