import { toNameBook } from './nameBook.js';
import type { Placed } from '../items.js';
import type { Message, Span } from '../message.js';
import type { Token } from '../tokens.js';
import type { UnderstandContext } from '../context.js';
import type { KnownName } from './knownName.js';
import { findNames } from './names.js';
import { findRequests } from './requests.js';
import { isAddress } from '../namesWanted.js';
import { countedFromToday, fromNowOn, lasting } from '../words/en/limits.js';
import type { TimeSlot } from './times/timeSlot.js';
import { findTimes } from './times.js';
import { given } from '../../domain/given.js';

const quoted = /"([^"\n]{1,400})"|(?<=^|[\s(])'([^'\n]{2,400})'(?=$|[\s.,;:!?)])/g;

/** Everything in a message that is known without its sentence; names before dates, dates before what comes near a name. */
export function findEntities(
  message: Message,
  tokens: readonly Token[],
  names: readonly KnownName[],
  context: UnderstandContext,
): Placed[] {
  const text = message.plain;
  const book = toNameBook(names);
  const placed: Placed[] = [...fixedOf(tokens), ...findRequests(tokens, text, context)];
  const exact = findNames(tokens, book, text, 'exact', placed);
  placed.push(
    ...exact.map((found): Placed => ({ value: { type: 'name', found }, start: found.start, end: found.end })),
  );
  placed.push(...addressesOf(tokens, placed));
  for (const quote of quotesOf(text, message, placed)) {
    // What is only quoted says nothing by the names in it.
    for (let at = placed.length - 1; at >= 0; at -= 1) {
      const one = placed[at];
      if (one && one.start >= quote.start && one.end <= quote.end) placed.splice(at, 1);
    }
    placed.push(quote);
  }
  const own = message.segments.filter(({ kind }) => kind === 'own');
  const times = findTimes(text, {
    now: context.now,
    protect: [...lastingIn(text), ...placed, ...message.segments.filter(({ kind }) => kind !== 'own')],
    ...given({ timeZone: context.timeZone, locale: context.locale }),
  }).filter(
    (time) =>
      own.some((segment) => time.start >= segment.start && time.end <= segment.end) &&
      isFree(time, placed) &&
      !fromNowOn.test(text.slice(time.start, time.end)),
  );
  placed.push(
    ...times
      .map((time) => asEnd(time, text))
      .map((time): Placed => ({ value: { type: 'time', time }, start: time.start, end: time.end })),
  );
  const near = findNames(tokens, book, text, 'near', placed);
  placed.push(...near.map((found): Placed => ({ value: { type: 'name', found }, start: found.start, end: found.end })));
  return placed.sort((a, b) => a.start - b.start);
}

/** "Memberships should last 90 days": the word is a verb and no past. */
function lastingIn(text: string): Span[] {
  return [...text.matchAll(lasting)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - 4, end };
  });
}

/** "3 months from today" without a word before it says until when. */
function asEnd(time: TimeSlot, text: string): TimeSlot {
  return time.role === 'point' &&
    time.reading.kind === 'until' &&
    countedFromToday.test(text.slice(time.start, time.end).trim())
    ? { ...time, role: 'end' }
    : time;
}

function isFree(span: Span, placed: readonly Span[]): boolean {
  return placed.every((one) => span.end <= one.start || span.start >= one.end);
}

/** Mentions and links are what they are; an address that belongs to nobody here is taken as an address later. */
function fixedOf(tokens: readonly Token[]): Placed[] {
  return tokens.flatMap((token): Placed[] => {
    const mention = /^@\{([^{}]{1,200})\}$/.exec(token.text)?.[1];
    if (mention !== undefined)
      return [{ value: { type: 'mention', channelUserId: mention }, start: token.start, end: token.end }];
    if (/^https?:\/\//i.test(token.text)) {
      const link = token.text.replace(/[.,;!?]+$/, '');
      return [{ value: { type: 'link', link }, start: token.start, end: token.end }];
    }
    return [];
  });
}

/** Addresses of people whom nobody here knows by them. */
function addressesOf(tokens: readonly Token[], placed: readonly Span[]): Placed[] {
  return tokens.flatMap(({ text, start, end }): Placed[] =>
    isAddress(text) && isFree({ start, end }, placed)
      ? [{ value: { type: 'address', email: text.toLowerCase() }, start, end }]
      : [],
  );
}

function quotesOf(text: string, message: Message, placed: readonly Placed[]): Placed[] {
  const own = message.segments.filter(({ kind }) => kind === 'own');
  return [...text.matchAll(quoted)].flatMap((match): Placed[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const isOwn = own.some((segment) => start >= segment.start && end <= segment.end);
    // A name in quotes is that name; what only holds a name is a text.
    if (!isOwn || placed.some((one) => one.start <= start + 1 && one.end >= end - 1)) return [];
    const inside = placed.filter((one) => one.start < end && one.end > start);
    if (inside.some((one) => one.start < start || one.end > end)) return [];
    const value = (match[1] ?? match[2] ?? '').trim();
    return value === '' || inside.some((one) => one.end - one.start > (end - start) * 0.7)
      ? []
      : [{ value: { type: 'quoted', text: value }, start, end }];
  });
}
