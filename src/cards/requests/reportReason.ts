import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showForm } from '../parts/form.js';
import { cancel, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';

/** Asks a manager why somebody who reports to them is to be let in. */
export function showReportReason(
  { questionId = '', group, person, minLength, justification }: OutcomeOf<'reportReasonNeeded'>,
  voice: Voice,
): Shown {
  const { say, command } = voice;
  return showForm(
    {
      heading: say('requests.reportReason.heading', { person, group }),
      sentences: [say('requests.reportReason.text', { group, person })],
      problem: justification === undefined ? undefined : say('joining.intro.reasonTooShort', { min: minLength }),
      fields: [
        {
          kind: 'text',
          lines: 'many',
          id: 'answer',
          label: say('joining.reasonLabel'),
          value: justification,
          hint: say('joining.reasonHint'),
          maxLength: 400,
          requiredError: say('joining.reasonError'),
        },
      ],
      buttons: [primary(say('buttons.goOn'), 'answerQuestion', { setting: questionId, value: 'yes' }), cancel(voice)],
      typed: [command('commands.cancel')],
    },
    voice,
  );
}
