import { catalogues as shipped, english, type Catalogue, type MessageKey, type Texts } from './catalogues.js';
import { formatsFor, type Formats, type Viewer } from './format.js';
import { speakerOf, type Speaker, type Tongue } from './speaker.js';
import type { AnyOf, ArgumentsOf, Phrase } from './placeholders.js';

/** What can be typed; said with the names as they are, for it is to be read by a machine. */
export type CommandKey = Extract<MessageKey, `commands.${string}`>;

/** What is told. */
export type SentenceKey = Exclude<MessageKey, CommandKey>;

/**
 * The one door to what people read: code names a message and gives values. A text among the values is somebody's own
 * words: it is never read as a message, and one that is written from right to left is fenced in.
 */
export interface Voice {
  /** A sentence, whole. */
  say<K extends SentenceKey>(key: K, ...values: ArgumentsOf<Texts[K]>): string;
  /** Words of ours that become a value of another message. */
  part<K extends SentenceKey>(key: K, ...values: ArgumentsOf<Texts[K]>): Phrase;
  /** A command as it would be typed. */
  command<K extends CommandKey>(key: K, ...values: ArgumentsOf<Texts[K]>): string;
  /** Dates, lengths and lists alone, for where they stand without a sentence. */
  readonly f: Formats;
}

/** The voice for one viewer: their language where it is spoken, sentence by sentence. */
export function voiceFor(viewer: Viewer, catalogues: Readonly<Record<string, Catalogue>> = shipped): Voice {
  // Dates and lists are made with sentences ("at", "5 more"), which are there as soon as the first of them is asked for.
  const atTime = (day: string, time: string) => speak('shared.atTime', { day: said(day), time: said(time) }, false);
  const more = (count: number) => speak('shared.more', { count }, false);
  const tongueOf = (catalogue: Catalogue): Tongue => ({
    catalogue,
    f: formatsFor(viewer, { locale: localeFor(viewer.locale, catalogue.locale), atTime, more }),
  });
  const catalogue = catalogues[languageOf(viewer.locale)] ?? english;
  const own = tongueOf(catalogue);
  const speak: Speaker = speakerOf(own, catalogue === english ? own : tongueOf(english));
  return {
    say: (key, ...[values]) => speak(key, values, false),
    part: (key, ...[values]) => ({ said: speak(key, values, false) }),
    command: (key, ...[values]) => speak(key, values, true),
    f: own.f,
  };
}

/** The viewer's own variant of the language, or the catalogue's. */
function localeFor(wanted: string | undefined, spoken: string): string {
  if (wanted === undefined || !/^[A-Za-z]{2}-[A-Za-z]{2}$/u.test(wanted)) return spoken;
  return languageOf(wanted) === languageOf(spoken) ? wanted : spoken;
}

/** Of several, any one. */
export function anyOf(names: AnyOf['anyOf']): AnyOf {
  return { anyOf: names };
}

/** Takes a text of the voice's own as a value of another message; never for words that somebody typed. */
export function said(text: string): Phrase {
  return { said: text };
}

function languageOf(locale: string | undefined): string {
  return (locale ?? '').slice(0, 2).toLowerCase();
}
