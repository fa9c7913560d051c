import type { Voice } from '../../messages/voice.js';
import type { NewsShown } from './builders.js';
import type { Verb } from './parts.js';
import { showPlain } from './plainCard.js';
import type { Shown } from './shown.js';

/** Answers to what several people are asked at once: who was slower reads that it has one. */
const answers: ReadonlySet<Verb> = new Set<Verb>(['answerClaim', 'answerProposal', 'settleDrift', 'releaseBrake']);

/** Something that was done, or is told. */
export function showNews(news: NewsShown, voice: Voice): Shown {
  const { status, colour = 'good', heading, text, buttons, typed, link } = news;
  const again = buttons.find(({ verb }) => answers.has(verb));
  const shown = showPlain(
    {
      ...(status ? { status, colour } : {}),
      // It stays in the chat for as long as the chat does.
      kicker: voice.say('shared.asOf', { at: voice.f.now }),
      heading,
      sentences: text,
      ...(link ? { unlocks: [{ name: link.name, link: link.url }] } : {}),
      buttons,
      typed,
    },
    voice,
  );
  return again ? { ...shown, again } : shown;
}
