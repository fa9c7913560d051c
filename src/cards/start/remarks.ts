import type { OutcomeOf } from '../../domain/outcome.js';
import type { Suggestion } from '../../domain/start/suggestions.js';
import type { Voice } from '../../messages/voice.js';
import type { Example } from '../parts/examples.js';
import { showPlain } from '../parts/plainCard.js';
import type { Shown } from '../parts/shown.js';
import { onward, toHelp } from '../parts/ways.js';
import { understoodAs } from './suggestions.js';

/** The answer to what was not understood: the nearest things to try, as buttons where a click can do them. */
export function showNotUnderstood(outcome: OutcomeOf<'notUnderstood'>, voice: Voice): Shown {
  const { suggestions } = outcome;
  const intro = introOf(outcome);
  const buttons = suggestions.flatMap((suggestion) => understoodAs(suggestion, voice));
  const help = toHelp(voice);
  return showPlain(
    {
      heading: voice.say(headings[intro] ?? 'start.notUnderstood.heading'),
      sentences: [voice.say(`start.notUnderstood.${intro}`)],
      examples: suggestions.map((suggestion) => exampleOf(suggestion, voice)),
      buttons: buttons.some(({ verb }) => verb === 'showHelp') ? buttons : [...buttons, help.button],
      typed: [help.typed],
    },
    voice,
  );
}

/** How a suggestion is typed, and what it does. */
function exampleOf({ command, name = '', person = '', resource = '' }: Suggestion, voice: Voice): Example {
  return {
    text: voice.command(`commands.try.${command}`, { name, person }),
    what: voice.say(`start.try.${command}`, { resource }),
  };
}

type Intro = 'card' | 'none' | 'remark' | 'text' | 'foreign';

const headings = {
  remark: 'start.notUnderstood.remarkHeading',
  foreign: 'start.notUnderstood.foreignHeading',
  card: undefined,
  none: undefined,
  text: undefined,
} as const;

function introOf({ suggestions, remark, meansCard, isForeign }: OutcomeOf<'notUnderstood'>): Intro {
  if (isForeign) return 'foreign';
  if (meansCard) return 'card';
  if (suggestions.length === 0) return 'none';
  return remark ? 'remark' : 'text';
}

/** The answer to thanks: short. */
export function showThanksAccepted(_outcome: OutcomeOf<'thanksAccepted'>, voice: Voice): Shown {
  return showPlain(
    {
      heading: voice.say('start.thanks.heading'),
      sentences: [voice.say('start.thanks.text')],
      ...onward(toHelp(voice)),
    },
    voice,
  );
}
