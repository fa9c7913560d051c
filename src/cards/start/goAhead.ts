import type { OutcomeOf } from '../../domain/outcome.js';
import type { WishView } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import { shortName, shortWords } from '../parts/lengths.js';
import { button, fact, primary, type FactData } from '../parts/parts.js';
import { showPlain } from '../parts/plainCard.js';
import type { Shown } from '../parts/shown.js';
import { unexplainedOf } from '../parts/unexplained.js';
import { onward, toHelp, toMyGroups } from '../parts/ways.js';
import { durationOf } from '../requests/requestParts.js';

/** What was understood of a wish, for a click to carry out, and the words that were not. */
export function showGoAhead(outcome: OutcomeOf<'goAheadNeeded'>, voice: Voice): Shown {
  const { questionId, wish, unexplained } = outcome;
  const { say } = voice;
  return showPlain(
    {
      heading: say('start.goAhead.heading'),
      sentences: [unexplainedOf(unexplained, voice), say('start.goAhead.nothingYet')],
      facts: factsOf(wish, voice),
      buttons: [
        primary(say('buttons.goAhead'), 'answerQuestion', { setting: questionId, value: 'yes' }),
        button(say('buttons.cancel'), 'answerQuestion', { setting: questionId, value: 'no' }),
      ],
      typed: [voice.command('commands.yes'), voice.command('commands.cancel')],
    },
    voice,
  );
}

/** What was understood of a wish, as facts. */
export function factsOf(wish: WishView, voice: Voice): FactData[] {
  const { say, f } = voice;
  const { intent, group, people, resource, request, duration, justification, field, value, is } = wish;
  return [
    ...fact(say('start.goAhead.what'), say('start.goAhead.wish', { intent, is: is === false ? 'no' : 'yes' })),
    ...fact(say('start.goAhead.people'), people.length > 0 ? f.and(people.map((name) => shortName(name))) : undefined),
    ...fact(say('start.goAhead.group'), group ?? request?.group),
    ...fact(say('start.goAhead.requester'), request?.requester),
    ...fact(say('start.goAhead.request'), request?.id),
    ...fact(say('start.goAhead.resource'), resource),
    ...fact(say('start.goAhead.length'), duration ? durationOf({ duration }, voice) : undefined),
    ...fact(say('start.goAhead.reason'), shortWords(justification)),
    ...fact(
      say('start.goAhead.value'),
      field || value ? shortWords([field, value].filter(Boolean).join(': ')) : undefined,
    ),
  ];
}

/** What was asked has changed meanwhile. */
export function showQuestionOver(_outcome: OutcomeOf<'questionOver'>, voice: Voice): Shown {
  return showPlain(
    {
      heading: voice.say('start.questionOver.heading'),
      sentences: [voice.say('start.questionOver.text')],
      ...onward(toMyGroups(voice), toHelp(voice)),
    },
    voice,
  );
}

/** What was begun was taken back. */
export function showCancelled(_outcome: OutcomeOf<'cancelled'>, voice: Voice): Shown {
  return showPlain(
    {
      heading: voice.say('start.cancelled.heading'),
      sentences: [voice.say('start.cancelled.text')],
      ...onward(toMyGroups(voice), toHelp(voice)),
    },
    voice,
  );
}

/** A message that is longer than what is read: nothing of it was done. */
export function showMessageTooLong({ most }: OutcomeOf<'messageTooLongNeeded'>, voice: Voice): Shown {
  return showPlain(
    {
      heading: voice.say('start.tooLong.heading'),
      sentences: [voice.say('start.tooLong.text', { most })],
      ...onward(toHelp(voice)),
    },
    voice,
  );
}
