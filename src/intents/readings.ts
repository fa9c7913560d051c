import { plainMarks } from './normalizeText.js';
import { findDuration, findDurations } from './parseDuration.js';
import { noReason } from './vocabulary.js';
import type { Duration } from '../domain/terms.js';
import type { NameReading } from './targets.js';
import type { ParseContext } from './parseContext.js';

/** What a phrase such as "the marketing team because … for 30 days" holds: names as they could be meant, and the rest. */
export interface Phrase {
  readonly readings: readonly NameReading[];
  /** Said outright ("because …"); a reading's own counts before it. */
  readonly justification?: string;
  readonly duration?: Duration;
  /** An end was wished for that no calendar knows ("for a few weeks"): it has to be asked for. */
  readonly isVague?: true;
}

/** More readings than any sensible message has. */
const mostReadings = 12;

const explicitReason =
  /(?:^|[\s,;.(-]+)(?:because(?: of)?|b\/c|bc|cuz|'?cause|(?:my |the )?reason(?: is|:| -)|so that|in order to|the reason being)(?:\s+|$)/gi;
const softReason = /(?:\s+(?:for|to|as|since|so|while|given)\s+|\s*[,;:(]\s*|\s+-+\s+)/gi;
/** Words that belong to the reason when it is read back. */
const keptMarker = /^\s*(?:to|since|so|while|given|as)\s/i;
const quoted =
  /^(?:(?:the|group|team|called|named) ){0,4}(["'])(.+?)\1(?=$|[\s,.;:)])(?:\s+(?:group|team|list|channel|site))?/i;
const article = /^(?:the|our|my|your|group|team|called|named)\s+/i;
/** No length of time that could be counted, though one was meant. */
const vagueLength = new RegExp(
  [
    String.raw`\b(?:for|over|during)\s+(?:just |only |about |around )?(?:(?:(?:a )?(?:few|some|several|many)|the(?: rest| remainder| whole)?(?: of (?:the|this))?|this|\d[\d.,]*) ?)?(?:hours?|days?|weeks?|months?|quarters?|years?|time|while)$`,
    String.raw`\bfor\s+(?:a (?:while|bit|short time)|now)$`,
    String.raw`\b(?:until|till|'til|through|up to)\s+(?:(?:the )?(?:end|christmas|easter|new year|summer|spring|autumn|winter|holidays)\b.*|further notice.+|i\b.*|we\b.*)$`,
  ].join('|'),
  'i',
);
/** "now" and "for ever" say no more than nothing does. */
const always =
  /[\s,]+(?:today|right now|right away|immediately|straight away|for ?ever|permanently|indefinitely|for an indefinite time|until further notice)$/i;
const suffix =
  /\s+(?:(?:security|microsoft 365|office 365|m365|distribution)\s+)?(?:group|team|list|channel|site|community|membership)$/i;

/** Reads what follows "join": the catalogue is not known here, so doubtful texts give several readings, longest name first. */
export function readPhrase(phrase: string, context: ParseContext): Phrase {
  const quote = quoted.exec(plainMarks(phrase));
  if (quote) {
    const start = quote[0].indexOf(quote[1] ?? '') + 1;
    const rest = takeRest(phrase.slice(quote[0].length), context);
    const name = phrase.slice(start, start + (quote[2] ?? '').length).trim();
    return name === '' ? { readings: [] } : { readings: [{ name }], ...rest };
  }
  const { head, ...given } = takeReason(phrase, context, false);
  // A name may hold what looks like a length of time ("30 Days of Yoga"): the whole comes first, then without the last one.
  const places = findDurations(head, context).slice(-2).reverse();
  const shorter = places.flatMap(({ start, end, duration }) => {
    const bare = joinAround(head, start, end);
    return [...toNames(bare), ...softReadings(bare)].map((reading) => ({ ...reading, duration }));
  });
  const readings = [...toNames(head), ...shorter, ...(places.length === 0 ? softReadings(head) : [])];
  return {
    readings: unique(readings).slice(0, mostReadings),
    ...given,
    ...(isVague(head, places.length) ? { isVague: true } : {}),
  };
}

function isVague(text: string, places: number): boolean {
  return places === 0 && vagueLength.test(text.replace(/[\s.,;)]+$/, ''));
}

/** Everything behind a quoted name: a reason however it is introduced, and a length of time. */
function takeRest(rest: string, context: ParseContext): Omit<Phrase, 'readings'> {
  const { head, ...given } = takeReason(rest, context, true);
  const found = findDuration(head, context);
  const left = (found ? joinAround(head, found.start, found.end) : head)
    .replace(always, '')
    .replace(/^[\s,;:.()-]+/, '')
    .replace(/^for\s+/i, '')
    .trim();
  const isDoubtful = isVague(head, found ? 1 : 0) || noReason.test(plainMarks(left));
  return {
    ...(left && !given.justification ? { justification: left } : {}),
    ...(found ? { duration: found.duration } : {}),
    ...given,
    ...(isDoubtful ? { isVague: true } : {}),
  };
}

/** `mayStart`: the reason may stand at the very start, because the name is known already. */
function takeReason(
  phrase: string,
  context: ParseContext,
  mayStart: boolean,
): { readonly head: string; readonly justification?: string; readonly duration?: Duration } {
  // "join Because We Care": without a name in front it is the name.
  const match = [...plainMarks(phrase).matchAll(explicitReason)].find(
    ({ index }) => mayStart || phrase.slice(0, index).trim() !== '',
  );
  if (!match) return { head: phrase };
  const head = phrase.slice(0, match.index);
  const reason = phrase.slice(match.index + match[0].length).trim();
  const found = findDurations(reason, context).at(-1);
  // A length of time at the very end of the reason is the one asked for; inside, it is part of the story.
  const isLast =
    found !== undefined && /^[\s.!)]*$/.test(reason.slice(found.end)) && reason.slice(0, found.start).trim() !== '';
  const justification = isLast ? reason.slice(0, found.start).replace(/[\s,;:(-]+$/, '') : reason;
  return { head, ...(justification ? { justification } : {}), ...(isLast ? { duration: found.duration } : {}) };
}

function softReadings(text: string): NameReading[] {
  const places = [...plainMarks(text).matchAll(softReason)].slice(-4).reverse();
  return places.flatMap((place) => {
    const justification = text
      .slice(place.index + (keptMarker.test(place[0]) ? 0 : place[0].length))
      .replace(/[\s)]+$/, '')
      .trim();
    if (justification === '' || noReason.test(plainMarks(justification))) return [];
    return toNames(text.slice(0, place.index)).map((reading) => ({ ...reading, justification }));
  });
}

/** "the marketing team" may be called that, or "marketing team", or "marketing". */
function toNames(text: string): NameReading[] {
  const whole = text.replace(/^[\s,;:.-]+|[\s,;:.-]+$/g, '');
  const names = [whole, whole.replace(always, '')];
  const bare = whole.replace(always, '').replace(article, '').replace(article, '').replace(article, '');
  names.push(bare, whole.replace(always, '').replace(suffix, ''), bare.replace(suffix, ''), stripQuotes(bare));
  return names.filter((name) => name.trim() !== '').map((name) => ({ name: name.trim() }));
}

function stripQuotes(text: string): string {
  return text.replace(/^["'“”‘’«„]+|["'“”‘’»]+$/g, '');
}

function joinAround(text: string, start: number, end: number): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`
    .replace(/\(\s*\)/g, '')
    .replace(/\s\)$/, '')
    .replace(/\s+,/g, ',')
    .trim()
    .replace(/[\s,;]+$/, '');
}

function unique(readings: readonly NameReading[]): NameReading[] {
  const seen = new Set<string>();
  return readings.filter(({ name, justification, duration }) => {
    const key = `${name.toLowerCase()}|${justification ?? ''}|${JSON.stringify(duration)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
