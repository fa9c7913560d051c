import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { shortWords } from '../parts/lengths.js';
import { fact } from '../parts/parts.js';
import { showPlain } from '../parts/plainCard.js';
import type { Shown } from '../parts/shown.js';
import { onward, toHelp } from '../parts/ways.js';

/** More stages than any message for which somebody looks at them. */
const mostLines = 40;

/** The stages of a message, a fact each: what kind it is of, and what was found. */
export function showReading({ lines }: OutcomeOf<'readingShown'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      heading: say('start.reading.heading'),
      sentences: [say('start.reading.nothingDone')],
      facts: lines.slice(0, mostLines).flatMap((line) => {
        const at = line.search(/[: ]/);
        return fact(line.slice(0, at), shortWords(line.slice(at + 1).trim()));
      }),
      ...onward(toHelp(voice)),
    },
    voice,
  );
}
