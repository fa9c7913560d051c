import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showPlain } from '../parts/plainCard.js';
import { button } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { understoodAs } from './suggestions.js';

/** The answer to what was not understood: the nearest things to try, as buttons where a click can do them. */
export function showNotUnderstood({ suggestions, remark, meansCard }: OutcomeOf<'notUnderstood'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.notUnderstood;
  const buttons = suggestions.flatMap((suggestion) => understoodAs(suggestion.text, voice));
  return showPlain(
    {
      heading: remark ? text.remarkHeading : text.heading,
      sentences: [meansCard ? text.card : suggestions.length === 0 ? text.none : remark ? text.remark : text.text],
      examples: suggestions,
      buttons: buttons.some(({ verb }) => verb === 'showHelp')
        ? buttons
        : [...buttons, button(say.buttons.help, 'showHelp')],
      typed: ['help'],
    },
    voice,
  );
}

/** The answer to thanks: short. */
export function showThanksAccepted(_outcome: OutcomeOf<'thanksAccepted'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      heading: say.thanks.heading,
      sentences: [say.thanks.text],
      buttons: [button(say.buttons.help, 'showHelp')],
      typed: ['help'],
    },
    voice,
  );
}
