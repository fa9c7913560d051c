import { formatToParts, IntlMessageFormat, type Formatters, type Formats as IcuFormats } from 'intl-messageformat';
import { english, type Catalogue, type MessageKey } from './catalogues.js';
import { isolate } from './escape.js';
import type { Formats } from './format.js';
import type { Plain } from './placeholders.js';

/** The values of a message, by the names of its placeholders. */
export type Values = Readonly<Record<string, Plain | boolean>>;

/** Says one message; `isTyped`: it is a command, in which names stand as they are. */
export type Speaker = (key: MessageKey, values: Values | undefined, isTyped: boolean) => string;

type Compiled = ReturnType<IntlMessageFormat['getAst']>;

// Compiling takes some fifty microseconds, saying less than one. Keyed by the catalogue, so that a test's own can go.
const compiled = new WeakMap<Catalogue, Map<MessageKey, Compiled>>();

function compile(catalogue: Catalogue, key: MessageKey): Compiled {
  let known = compiled.get(catalogue);
  if (!known) compiled.set(catalogue, (known = new Map<MessageKey, Compiled>()));
  let ast = known.get(key);
  if (!ast) {
    const text = catalogue.texts[key] ?? english.texts[key];
    // `ignoreTag`: no message has markup, and a "<" is one.
    ast = new IntlMessageFormat(text ?? '', catalogue.locale, undefined, { ignoreTag: true }).getAst();
    known.set(key, ast);
  }
  return ast;
}

/** The styles that messages name; they only have to be told apart, and mean what `formattersOf` makes of them. */
const styles = {
  number: { days: {} },
  date: { day: {}, moment: {}, span: {} },
  time: {},
} satisfies IcuFormats;

/** What the message library asks for when it comes to a number, a date or a plural: the instruments of one viewer. */
function formattersOf(f: Formats): Formatters {
  const { day, moment, span } = styles.date;
  // The library calls nothing but `format` of what it gets here (intl-messageformat 12.1.5).
  const as = <T>(format: (value: number) => string): T => ({ format }) as unknown as T;
  return {
    getDateTimeFormat: (_locale, style) =>
      as(style === day ? f.day : style === moment ? f.moment : style === span ? f.span : noStyle),
    getNumberFormat: (_locale, style) =>
      as(style === undefined ? f.number : style === styles.number.days ? f.days : noStyle),
    getPluralRules: () => f.plurals,
  };
}

function noStyle(): never {
  throw new Error('A message asks for a style of dates or numbers that there is none of');
}

/** Says the messages of one catalogue with one viewer's formats. */
export function speakerOf(catalogue: Catalogue, f: Formats): Speaker {
  const formatters = formattersOf(f);
  return (key, values, isTyped) => {
    const ast = compile(catalogue, key);
    const ready = values && prepare(values, f, isTyped);
    let text = '';
    for (const { value } of formatToParts<string>(ast, catalogue.locale, formatters, styles, ready)) text += value;
    return text;
  };
}

/** The values as the library may have them: texts of others fenced in, lists joined, phrases bare. */
function prepare(values: Values, f: Formats, isTyped: boolean): Record<string, string | number | boolean> {
  const ready: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') ready[name] = isTyped ? value : isolate(value);
    else if (typeof value !== 'object') ready[name] = value;
    else if ('said' in value) ready[name] = value.said;
    else ready[name] = 'anyOf' in value ? f.or(value.anyOf) : f.and(value);
  }
  return ready;
}
