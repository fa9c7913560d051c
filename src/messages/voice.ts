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
  readonly say: <K extends SentenceKey>(key: K, ...values: ArgumentsOf<Texts[K]>) => string;
  /** Words of ours that become a value of another message. */
  readonly part: <K extends SentenceKey>(key: K, ...values: ArgumentsOf<Texts[K]>) => Phrase;
  /** A command as it would be typed. */
  readonly command: <K extends CommandKey>(key: K, ...values: ArgumentsOf<Texts[K]>) => string;
  /** Dates, lengths and lists alone, for where they stand without a sentence. */
  readonly f: Formats;
}

/** The voice for one viewer: their language where it is spoken, sentence by sentence. */
export function voiceFor(viewer: Viewer, catalogues: Readonly<Record<string, Catalogue>> = shipped): Voice {
  const catalogue = catalogues[languageOf(viewer.locale)] ?? english;
  const fallback = tongueOf(english, viewer);
  const { speak, f } = catalogue === english ? fallback : tongueOf(catalogue, viewer, fallback);
  return {
    say: (key, ...[values]) => speak(key, values, false),
    part: (key, ...[values]) => ({ said: speak(key, values, false) }),
    command: (key, ...[values]) => speak(key, values, true),
    f,
  };
}

/** A language as one viewer reads it; its dates and lists ("at", "5 more") are made with sentences of its own. */
function tongueOf(catalogue: Catalogue, viewer: Viewer, fallback?: Tongue): Tongue & { readonly speak: Speaker } {
  const f = formatsFor(viewer, {
    locale: localeFor(viewer.locale, catalogue.locale),
    atTime: (day, time) => speak('shared.atTime', { day: said(day), time: said(time) }, false),
    inZone: (moment, place) =>
      'city' in place
        ? speak('shared.inZone', { moment: said(moment), city: said(place.city) }, false)
        : speak('shared.inOffset', { moment: said(moment), offset: said(place.offset) }, false),
    more: (count) => speak('shared.more', { count }, false),
  });
  const tongue = { catalogue, f };
  const speak: Speaker = speakerOf(tongue, fallback ?? tongue);
  return { ...tongue, speak };
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
