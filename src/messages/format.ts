import { isolate } from './escape.js';
import type { Phrase } from './placeholders.js';

/** For whom a message is made. */
export interface Viewer {
  /** As the channel gave it, such as `en-GB`. */
  readonly locale?: string | undefined;
  /** IANA name, such as `Europe/Berlin`; UTC when not known. */
  readonly timeZone?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a language must bring along for its dates and lists. */
export interface DateStyle {
  readonly locale: string;
  readonly atTime: (day: string, time: string) => string;
  /** A moment with the place whose clock shows it, or with how far that clock is from UTC. */
  readonly inZone: (moment: string, place: { readonly city: string } | { readonly offset: string }) => string;
  readonly more: (count: number) => string;
}

/** Dates, spans and lists as one viewer reads them; moments in milliseconds since 1970. */
export interface Formats {
  readonly now: number;
  /** "7 December", with the year unless it is this one. */
  readonly day: (at: number) => string;
  /** "7 December at 14:02": a card is read for days, so that it never says "today". */
  readonly moment: (at: number) => string;
  /**
   * The end of something, which others read, too: the day alone only where it is the end of that day for this reader;
   * else "7 December at 18:00 (Berlin time)", so that readers in different places read of the same moment.
   */
  readonly end: (at: number) => string;
  /** How long something lasted that began then: "3 days"; at least "1 minute". */
  readonly span: (since: number) => string;
  /** "30 days"; a year is said as one. */
  readonly days: (count: number) => string;
  /** "90 minutes"; whole hours are said as such. */
  readonly minutes: (count: number) => string;
  /** `2026-12-07`, as date inputs want it. */
  readonly isoDay: (at: number) => string;
  /** "1,204". */
  readonly number: (count: number) => string;
  /** "Ana, Bo and Cy"; a long list ends in "and 7 more". Names that somebody typed are fenced in. */
  readonly and: (names: readonly (string | Phrase)[]) => string;
  /** "Ana, Bo or Cy". */
  readonly or: (names: readonly (string | Phrase)[]) => string;
  /** "Ana, Bo, Cy", all of them. */
  readonly series: (names: readonly (string | Phrase)[]) => string;
  /** Which form of a plural a count takes. */
  readonly pluralOf: (count: number) => Intl.LDMLPluralRule;
}

const namesShown = 5;
const minuteMs = 60_000;

interface Instruments {
  readonly shortDay: Intl.DateTimeFormat;
  readonly longDay: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
  readonly iso: Intl.DateTimeFormat;
  readonly offset: Intl.DateTimeFormat;
  readonly conjunction: Intl.ListFormat;
  readonly disjunction: Intl.ListFormat;
  readonly series: Intl.ListFormat;
  readonly pluralOf: (count: number) => Intl.LDMLPluralRule;
  readonly number: (count: number) => string;
  readonly units: ReadonlyMap<Unit, Intl.NumberFormat>;
}

type Unit = 'minute' | 'hour' | 'day' | 'year';

// Making these takes far longer than using them. The number of zones and languages is small, but comes from outside.
const cache = new Map<string, Instruments>();
const cacheLimit = 500;
const rememberedCounts = 1000;

function instrumentsFor(locale: string, timeZone: string): Instruments {
  const key = `${locale}|${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const made = makeInstruments(locale, timeZone);
  cache.set(key, made);
  return made;
}

function makeInstruments(locale: string, timeZone: string): Instruments {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const unit = (name: Unit) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  return {
    shortDay: new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' }),
    longDay: new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
    time: new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }),
    iso: new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    offset: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }),
    conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }),
    series: new Intl.ListFormat(locale, { type: 'unit', style: 'short' }),
    pluralOf: remembering((count) => plurals.select(count)),
    number: remembering((count) => numbers.format(count)),
    units: new Map((['minute', 'hour', 'day', 'year'] as const).map((name) => [name, unit(name)])),
  };
}

/** The counts on cards are small and come again and again; asking Intl takes a microsecond each time. */
function remembering<T>(of: (count: number) => T): (count: number) => T {
  const known: (T | undefined)[] = [];
  return (count) => {
    if (!Number.isInteger(count) || count < 0 || count >= rememberedCounts) return of(count);
    return (known[count] ??= of(count));
  };
}

const zones = new Map<string, string>();

/** The zone if it exists here, else UTC: it came from a client and may be anything. */
function knownZone(timeZone: string | undefined): string {
  if (timeZone === undefined) return 'UTC';
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  if (zones.size >= cacheLimit) zones.clear();
  let zone = 'UTC';
  try {
    zone = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  zones.set(timeZone, zone);
  return zone;
}

/** The formats of one viewer, in the language of a catalogue. */
export function formatsFor(viewer: Viewer, style: DateStyle): Formats {
  const zone = knownZone(viewer.timeZone);
  const tools = instrumentsFor(style.locale, zone);
  const { now } = viewer;
  const isoDay = (at: number) => tools.iso.format(at);
  const day = (at: number) =>
    (isoDay(at).slice(0, 4) === isoDay(now).slice(0, 4) ? tools.shortDay : tools.longDay).format(at);
  const unit = (name: Unit, count: number) => tools.units.get(name)?.format(count) ?? String(count);
  const moment = (at: number) => style.atTime(day(at), tools.time.format(at));
  return {
    now,
    day,
    isoDay,
    moment,
    end(at) {
      // Midnight belongs to the day that it ends, as does the minute before it.
      if (isoDay(at - 1) !== isoDay(at + minuteMs)) return day(at - 1);
      return style.inZone(
        moment(at),
        placeOf(zone, () => tools.offset.formatToParts(at)),
      );
    },
    span(since) {
      const minutes = Math.max(1, Math.floor((now - since) / minuteMs));
      if (minutes < 60) return unit('minute', minutes);
      const hours = Math.floor(minutes / 60);
      return hours < 24 ? unit('hour', hours) : unit('day', Math.floor(hours / 24));
    },
    minutes: (count) => (count % 60 === 0 ? unit('hour', count / 60) : unit('minute', count)),
    days: (count) => (count === 365 ? unit('year', 1) : unit('day', count)),
    number: tools.number,
    and: (names) => tools.conjunction.format(shorten(names, style)),
    or: (names) => tools.disjunction.format(shorten(names, style)),
    series: (names) => tools.series.format(names.map(inList)),
    pluralOf: tools.pluralOf,
  };
}

/** "Berlin" of `Europe/Berlin`; a zone that is named after no place is known by its distance from UTC. */
function placeOf(
  zone: string,
  partsOf: () => readonly Intl.DateTimeFormatPart[],
): { readonly city: string } | { readonly offset: string } {
  const city = zone.includes('/') && !zone.startsWith('Etc/') ? zone.split('/').at(-1) : undefined;
  if (city !== undefined) return { city: city.replaceAll('_', ' ') };
  const offset = partsOf().find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return { offset: offset.replace('GMT', 'UTC').replace(/\+0$/u, '') };
}

function inList(name: string | Phrase): string {
  return typeof name === 'string' ? isolate(name) : name.said;
}

function shorten(names: readonly (string | Phrase)[], style: DateStyle): string[] {
  if (names.length <= namesShown + 1) return names.map(inList);
  return [...names.slice(0, namesShown).map(inList), style.more(names.length - namesShown)];
}
