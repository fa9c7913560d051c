import { formatToParts, IntlMessageFormat, type Formatters, type Formats as IcuFormats } from 'intl-messageformat';
import { english, type Catalogue, type MessageKey } from './catalogues.js';
import { isolate } from './escape.js';
import type { Formats } from './format.js';
import type { Plain } from './placeholders.js';

/** The values of a message, by the names of its placeholders. */
export type Values = Readonly<Record<string, Plain | boolean>>;

/** Says one message; `isTyped`: it is a command, in which names stand as they are. */
export type Speaker = (key: MessageKey, values: Values | undefined, isTyped: boolean) => string;

/** A language as one viewer reads it. */
export interface Tongue {
  readonly catalogue: Catalogue;
  readonly f: Formats;
}

interface Compiled {
  readonly elements: ReturnType<IntlMessageFormat['getAst']>;
  /** The text of a message that has no placeholder. */
  readonly bare: string | undefined;
  /** The language that has the message: the catalogue's own, or English. */
  readonly from: Catalogue;
}

// Compiling takes some fifty microseconds, saying less than one. Kept with the catalogue, so that a test's own can go.
const compiled = new WeakMap<Catalogue, Map<MessageKey, Compiled>>();

function compile(catalogue: Catalogue, key: MessageKey): Compiled {
  const from = catalogue.texts[key] === undefined ? english : catalogue;
  const text = from.texts[key];
  if (text === undefined) throw new Error(`There is no message ${key}`);
  // `ignoreTag`: no message has markup, and a "<" is one.
  const elements = new IntlMessageFormat(text, from.locale, undefined, { ignoreTag: true }).getAst();
  return { elements, bare: /[{']/u.test(text) ? undefined : text, from };
}

/** The styles that messages name; they only have to be told apart, and mean what `formattersOf` makes of them. */
const styles = {
  number: { days: {} },
  date: { day: {}, moment: {}, end: {} },
  time: {},
} satisfies IcuFormats;

/** What the message library asks for when it comes to a number, a date or a plural: the instruments of one viewer. */
function formattersOf(f: Formats): Formatters {
  const dates = new Map<unknown, (at: number) => string>([
    [styles.date.day, f.day],
    [styles.date.moment, f.moment],
    [styles.date.end, f.end],
  ]);
  // The library calls nothing but `format` and `select` of what it gets here (intl-messageformat 12.1.5).
  const as = <T>(format: (value: number) => string): T => ({ format }) as unknown as T;
  const plurals = { select: f.pluralOf } as unknown as Intl.PluralRules;
  return {
    getDateTimeFormat: (_locale, style) => as(dates.get(style) ?? noStyle),
    getNumberFormat: (_locale, style) =>
      as(style === undefined ? f.number : style === styles.number.days ? f.days : noStyle),
    getPluralRules: () => plurals,
  };
}

function noStyle(): never {
  throw new Error('A message asks for a style of dates or numbers that there is none of');
}

/** Says the messages of a language, and in English those that it does not have; dates and lists go with the sentence. */
export function speakerOf(own: Tongue, fallback: Tongue): Speaker {
  let known = compiled.get(own.catalogue);
  if (!known) compiled.set(own.catalogue, (known = new Map<MessageKey, Compiled>()));
  const messages = known;
  const ownFormatters = formattersOf(own.f);
  const fallbackFormatters = own === fallback ? ownFormatters : formattersOf(fallback.f);
  return (key, values, isTyped) => {
    let message = messages.get(key);
    if (!message) messages.set(key, (message = compile(own.catalogue, key)));
    if (message.bare !== undefined) return message.bare;
    const isOwn = message.from === own.catalogue;
    const ready = values && prepare(values, isOwn ? own.f : fallback.f, isTyped);
    const formatters = isOwn ? ownFormatters : fallbackFormatters;
    let text = '';
    for (const { value } of formatToParts<string>(message.elements, message.from.locale, formatters, styles, ready))
      text += value;
    return text;
  };
}

/** The values as the library may have them: texts of others fenced in, lists joined, phrases bare. */
function prepare(values: Values, f: Formats, isTyped: boolean): Record<string, string | number | boolean> {
  const ready: Record<string, string | number | boolean> = {};
  for (const name in values) {
    const value = values[name] as Plain | boolean;
    if (typeof value === 'string') ready[name] = isTyped ? value : isolate(value);
    else if (typeof value !== 'object') ready[name] = value;
    else if ('said' in value) ready[name] = value.said;
    else ready[name] = 'anyOf' in value ? f.or(value.anyOf) : f.and(value);
  }
  return ready;
}
