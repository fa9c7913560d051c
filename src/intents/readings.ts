import type { NameReading } from './intent.js';
import { plainMarks } from './normalizeText.js';
import type { ParseContext } from './parseAction.js';
import { findDuration } from './parseDuration.js';
import type { Duration } from '../domain/request.js';

/** What a phrase such as "the marketing team because … for 30 days" holds: names as they could be meant, and the rest. */
export interface Phrase {
  readonly readings: readonly NameReading[];
  /** Said outright ("because …"); a reading's own counts before it. */
  readonly justification?: string;
  readonly duration?: Duration;
}

/** More readings than any sensible message has. */
const mostReadings = 12;

const explicitReason = /(?:^|[\s,;.(-]+)(?:because(?: of)?|b\/c|bc|cuz|'?cause|(?:my |the )?reason(?: is)?[ :-]+|so that|in order to|the reason being)\s+/i;
const softReason = /(?:\s+(?:for|to|as|since|so|while|given)\s+|\s*[,;:(]\s*|\s+-+\s+)/gi;
/** Words that belong to the reason when it is read back. */
const keptMarker = /^\s*(?:to|since|so|while|given|as)\s/i;
const quoted = /^(?:the )?(["'])(.+?)\1(?=$|[\s,.;:)])(?:\s+(?:group|team|list|channel|site))?/i;
const article = /^(?:the|our|my|your|group|team|called|named)\s+/i;
const suffix = /\s+(?:(?:security|microsoft 365|office 365|m365|distribution)\s+)?(?:group|team|list|channel|site|community|membership)$/i;

/** Reads what follows "join": the catalogue is not known here, so doubtful texts give several readings, longest name first. */
export function readPhrase(phrase: string, context: ParseContext): Phrase {
  const quote = quoted.exec(plainMarks(phrase));
  if (quote) {
    const start = quote[0].indexOf(quote[1] ?? '') + 1;
    const rest = takeRest(phrase.slice(quote[0].length), context);
    const name = phrase.slice(start, start + (quote[2] ?? '').length).trim();
    return name === '' ? { readings: [] } : { readings: [{ name }], ...rest };
  }
  const { head, ...given } = takeReason(phrase, context);
  const inHead = findDuration(head, context);
  // A name may hold what looks like a length of time ("30 Days of Yoga"): the whole comes first.
  const bare = inHead ? joinAround(head, inHead.start, inHead.end) : head;
  const certain = given.duration ? {} : inHead ? { duration: inHead.duration } : {};
  const readings = [...(inHead ? toNames(head) : []), ...toNames(bare), ...softReadings(bare)];
  return { readings: unique(readings).slice(0, mostReadings), ...given, ...certain };
}

/** Everything behind a quoted name: a reason however it is introduced, and a length of time. */
function takeRest(rest: string, context: ParseContext): Omit<Phrase, 'readings'> {
  const { head, ...given } = takeReason(rest, context);
  const found = findDuration(head, context);
  const left = (found ? joinAround(head, found.start, found.end) : head).replace(/^[\s,;:.()-]+/, '').replace(/^for\s+/i, '').trim();
  return { ...(left && !given.justification ? { justification: left } : {}), ...(found ? { duration: found.duration } : {}), ...given };
}

function takeReason(phrase: string, context: ParseContext): { readonly head: string; readonly justification?: string; readonly duration?: Duration } {
  const match = explicitReason.exec(plainMarks(phrase));
  const head = match ? phrase.slice(0, match.index) : phrase;
  // "join Because We Care": without a name in front it is the name.
  if (!match || head.trim() === '') return { head: phrase };
  const reason = phrase.slice(match.index + match[0].length).trim();
  const found = findDuration(reason, context);
  // A length of time at the very end of the reason is the one asked for; inside, it is part of the story.
  const isLast = found !== undefined && /^[\s.!)]*$/.test(reason.slice(found.end)) && reason.slice(0, found.start).trim() !== '';
  const justification = (isLast ? reason.slice(0, found.start) : reason).replace(/[\s,;:(-]+$/, '');
  return { head, ...(justification ? { justification } : {}), ...(isLast ? { duration: found.duration } : {}) };
}

function softReadings(text: string): NameReading[] {
  const places = [...plainMarks(text).matchAll(softReason)].slice(-4).reverse();
  return places.flatMap((place) => {
    const justification = text.slice(place.index + (keptMarker.test(place[0]) ? 0 : place[0].length)).replace(/[\s)]+$/, '').trim();
    if (justification === '') return [];
    return toNames(text.slice(0, place.index)).map((reading) => ({ ...reading, justification }));
  });
}

/** "the marketing team" may be called that, or "marketing team", or "marketing". */
function toNames(text: string): NameReading[] {
  const whole = text.replace(/^[\s,;:.-]+|[\s,;:.-]+$/g, '');
  const names = [whole];
  const bare = whole.replace(article, '').replace(article, '');
  names.push(bare, whole.replace(suffix, ''), bare.replace(suffix, ''), stripQuotes(bare));
  return names.filter((name) => name.trim() !== '').map((name) => ({ name: name.trim() }));
}

function stripQuotes(text: string): string {
  return text.replace(/^["'“”‘’«„]+|["'“”‘’»]+$/g, '');
}

function joinAround(text: string, start: number, end: number): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.replace(/\s+,/g, ',').trim().replace(/[\s,;]+$/, '');
}

function unique(readings: readonly NameReading[]): NameReading[] {
  const seen = new Set<string>();
  return readings.filter(({ name, justification }) => {
    const key = `${name.toLowerCase()}|${justification ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
