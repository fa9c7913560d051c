import { isPast, stemsOf } from './words/stems.js';
import type { Span } from './message.js';
import type { FoundName } from './entities/names.js';
import type { TimeSlot } from './entities/times/timeSlot.js';
import type { Token } from './tokens.js';
import { articles } from './words/leads.en.js';
import { correct, phrasesAt } from './words/lexicon.js';

/** What stands where a word's meaning is known without its sentence. */
export type SlotValue =
  | { readonly type: 'name'; readonly found: FoundName }
  | { readonly type: 'mention'; readonly channelUserId: string }
  | { readonly type: 'address'; readonly email: string }
  | { readonly type: 'request'; readonly requestId: string }
  | { readonly type: 'time'; readonly time: TimeSlot }
  | { readonly type: 'link'; readonly link: string }
  | { readonly type: 'quoted'; readonly text: string };

/** A piece of a message once names, dates and numbers have taken their place. */
export type Item = WordItem | SlotItem | MarkItem;

/** A word that no slot took. */
export interface WordItem extends Span {
  readonly kind: 'word';
  readonly text: string;
  readonly key: string;
  /** The word, what it is a form of, and what it is a slip of. */
  readonly forms: readonly string[];
}

/** A typed slot. */
export interface SlotItem extends Span {
  readonly kind: 'slot';
  readonly value: SlotValue;
  readonly text: string;
}

/** A comma, a full stop, a line's end, an arrow. */
export interface MarkItem extends Span {
  readonly kind: 'mark';
  readonly text: string;
}

/** A phrase of a class, and the items that it takes. */
export interface ClassHit {
  readonly cls: string;
  readonly at: readonly number[];
}

/** A stretch with a value, to be laid over the tokens. */
export interface Placed extends Span {
  readonly value: SlotValue;
}

/** What a slot may name: people by name, mention or address, groups, resources, times, requests. */
export function sortsOf({ value }: SlotItem): readonly string[] {
  if (value.type === 'mention' || value.type === 'address') return ['people'];
  return value.type === 'name' ? value.found.readings.map(({ of }) => of) : [value.type];
}

/** Lays slots over tokens: what they cover is one item each. */
export function toItems(tokens: readonly Token[], placed: readonly Placed[], text: string): Item[] {
  const items: Item[] = [];
  for (const token of tokens) {
    const slot = placed.find((one) => token.start < one.end && token.end > one.start);
    if (slot) {
      const last = items.at(-1);
      if (last?.kind === 'slot' && last.value === slot.value) continue;
      items.push({
        kind: 'slot',
        value: slot.value,
        start: slot.start,
        end: slot.end,
        text: text.slice(slot.start, slot.end),
      });
    } else if (token.kind === 'mark')
      items.push({ kind: 'mark', text: token.text, start: token.start, end: token.end });
    else items.push(toWord(token));
  }
  return items;
}

function toWord({ text, key, start, end }: Token): WordItem {
  const forms = [key, ...stemsOf(key), ...correct(key).flatMap((fixed) => [fixed, ...stemsOf(fixed)])];
  return { kind: 'word', text, key, forms: [...new Set(forms)], start, end };
}

/** The most items that a gap of a phrase may hold ("take … off"). */
const widestGap = 4;

/** Every phrase of ours in a row of items. */
export function findClasses(items: readonly Item[]): ClassHit[] {
  const hits: ClassHit[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'word' || isOurName(items, index)) return;
    const tried = new Set<object>();
    for (const form of item.forms)
      for (const phrase of phrasesAt(form)) {
        if (tried.has(phrase)) continue;
        tried.add(phrase);
        const at = isTold(items, index, form, phrase.cls) ? undefined : matchPhrase(items, index, phrase.words);
        if (at) hits.push({ cls: phrase.cls, at });
      }
  });
  return hits.filter((hit) => !isWithin(hit, hits));
}

/** Of two deeds that begin with one word the longer phrase is meant: "throw Ann out" puts nobody in. */
function isWithin({ cls, at }: ClassHit, hits: readonly ClassHit[]): boolean {
  if (at.length > 1 || !deeds.has(cls)) return false;
  return hits.some(
    (other) => other.at.length > 1 && other.at[0] === at[0] && other.cls !== cls && deeds.has(other.cls),
  );
}

/** "Group" of "Group Concierge" is no group. */
function isOurName(items: readonly Item[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]];
  return item?.kind === 'word' && item.key === 'group' && next?.kind === 'word' && next.key === 'concierge';
}

const deeds = new Set(
  'join add leave remove withdraw create rename hide delete transfer claim promote appoint demote give block unblock attach detach delegate undelegate setUp need'.split(
    ' ',
  ),
);

/** A deed in its past form is told, unless it is to be done to somebody ("be added", "is to be removed"). */
function isTold(items: readonly Item[], index: number, form: string, cls: string): boolean {
  const item = items[index];
  if (item?.kind !== 'word' || form === item.key || !isPast(item.key) || !deeds.has(cls)) return false;
  const before = [items[index - 1], items[index - 2]].map((one) => (one?.kind === 'word' ? one.key : ''));
  // "I'd like to have Gil and Lea removed".
  let at = index - 1;
  while (at >= 0 && (items[at]?.kind !== 'word' || /^(?:and|or)$/.test(items[at]?.text ?? ''))) at -= 1;
  const verb = items[at];
  if (at < index - 1 && verb?.kind === 'word' && /^(?:have|get|want|need|see)$/.test(verb.key)) return false;
  // "… if I joined" only supposes it.
  if (before[1] === 'if') return false;
  return !before.some((key) =>
    /^(?:be|been|being|get|is|are|shall|to|should|must|wants|want|hereby|needs?|have|of|now)$/.test(key),
  );
}

function matchPhrase(
  items: readonly Item[],
  index: number,
  words: readonly (string | undefined)[],
): number[] | undefined {
  const at = [index];
  let next = index + 1;
  for (let step = 1; step < words.length; step += 1) {
    const word = words[step];
    if (word === undefined) {
      const wanted = words[step + 1];
      if (wanted === undefined) return undefined;
      let skip = 1;
      while (skip <= widestGap && !isForm(items[next + skip], wanted)) {
        const skipped = items[next + skip - 1];
        if (!skipped || (skipped.kind === 'mark' && /^[.;!?\n•:]$/.test(skipped.text))) return undefined;
        skip += 1;
      }
      if (skip > widestGap) return undefined;
      next += skip;
      continue;
    }
    // "Invite-only" is two words of ours.
    if (isHyphen(items, next)) next += 1;
    // "Decide about requests" is said with an article, too.
    if (!isForm(items[next], word) && isArticle(items[next])) next += 1;
    if (!isForm(items[next], word)) return undefined;
    at.push(next);
    next += 1;
  }
  return at;
}

/** A hyphen inside a word, and no dash between two. */
function isHyphen(items: readonly Item[], index: number): boolean {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  return item?.kind === 'mark' && /^[-‐‑]$/.test(item.text) && before?.end === item.start && after?.start === item.end;
}

function isArticle(item: Item | undefined): boolean {
  return item?.kind === 'word' && articles.has(item.key);
}

function isForm(item: Item | undefined, word: string): boolean {
  return item?.kind === 'word' && item.forms.includes(word);
}
