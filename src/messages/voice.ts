import { en } from './en/en.js';
import { formatsFor, type Formats, type Viewer } from './format.js';

/** All sentences of one language; what English says, every language must say. */
export type Messages = typeof en;

/** What a card needs to speak to one viewer: the sentences, and the dates as they read them. */
export interface Voice {
  readonly say: Messages;
  readonly f: Formats;
}

/** The catalogue of a language; English until there is another. */
export function messagesFor(_locale: string | undefined): Messages {
  return en;
}

/** The voice for one viewer. Dates follow the sentences: German ones amid English words would read as a mistake. */
export function voiceFor(viewer: Viewer): Voice {
  const say = messagesFor(viewer.locale);
  return { say, f: formatsFor(viewer, { ...say.dates, locale: dateLocale(viewer.locale, say.dates.locale) }) };
}

function dateLocale(wanted: string | undefined, spoken: string): string {
  const language = spoken.slice(0, 2);
  if (wanted === undefined || !/^[A-Za-z]{2}-[A-Za-z]{2}$/u.test(wanted)) return spoken;
  return wanted.slice(0, 2).toLowerCase() === language ? wanted : spoken;
}
