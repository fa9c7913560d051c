import type { Placed } from '../items.js';
import type { Token } from '../tokens.js';
import { isEverydayWord, isSmallWord } from '../words/lexicon.js';
import { leads } from '../words/leads.en.js';
import type { NamedSort } from './knownName.js';

/** The longest name in words. */
const longest = 8;

/**
 * Words that stand where a name stands, are written like one, and name nothing that is known: the command says so, and
 * offers what comes near. They count only where the message has no better reading without them.
 */
export function findUnknownNames(tokens: readonly Token[], placed: readonly Placed[]): Placed[] {
  const found: Placed[] = [];
  const isFree = (token: Token | undefined): token is Token =>
    token?.kind === 'word' && !placed.some((one) => token.start < one.end && token.end > one.start);
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isFree(tokens[from]) || !isNamelike(tokens, from)) continue;
    const to = endOf(tokens, from, isFree);
    const of = sortsAt(tokens, from, [...placed, ...found]);
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (of.length === 0 || !first || !last) continue;
    found.push(toUnknown(of, from, to, first.start, last.end));
    from = to - 1;
  }
  return [...found, ...quotedNames(tokens, placed)];
}

function toUnknown(of: readonly NamedSort[], from: number, to: number, start: number, end: number): Placed {
  const readings = of.map((one) => ({ of: one, candidates: [], certainty: 'unknown' as const }));
  return { value: { type: 'name', found: { readings, from, to, start, end } }, start, end };
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text);
}

/** No everyday word, or written with a capital in the middle of a sentence. */
function isNamelike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (isSmallWord(token.key))
    return isCapital(token) && isCapital(tokens[at + 1]) && !isSmallWord(tokens[at + 1]?.key ?? '');
  if (!isEverydayWord(token.key)) return !/^\d|^\p{L}\d$/u.test(token.key);
  const before = tokens[at - 1];
  return before?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !/^\p{Lu}{2,}$/u.test(token.text);
}

function endOf(tokens: readonly Token[], from: number, isFree: (token: Token | undefined) => boolean): number {
  let to = from + 1;
  while (to < tokens.length && to - from < longest && isFree(tokens[to]) && goesOn(tokens, to)) to += 1;
  return to;
}

/** A capital or an unusual word goes on with a name; "of" and "and" do where another one follows. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (/^(?:of|for|the|de|van|von)$/.test(token.key)) return /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
  return isNamelike(tokens, at) || isCapital(token);
}

/** "Zoe Never needs Marketing": what needs, wants or joins something at the beginning of a sentence is somebody. */
function isSubject(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (before && !(before.kind === 'mark' && /^[.!?\n•]$/.test(before.text))) return false;
  const verb = tokens.slice(from + 1, from + 4).find((token) => leads.verbs.has(token.key));
  return verb !== undefined && isCapital(tokens[from]);
}

/** What a name can be in its place: as what stands beside it in a list, or by the word before it. */
function sortsAt(tokens: readonly Token[], from: number, placed: readonly Placed[]): readonly NamedSort[] {
  let at = from - 1;
  while (leads.articles.has(tokens[at]?.key ?? '')) at -= 1;
  const before = tokens[at];
  if (!before || isSubject(tokens, from)) return isSubject(tokens, from) ? ['people'] : [];
  if (before.kind === 'mark' ? /^[,&+]$/.test(before.text) : /^(?:and|or|plus)$/.test(before.key))
    return beside(placed, tokens[before.kind === 'mark' || tokens[at - 1]?.kind !== 'mark' ? at - 1 : at - 2]);
  if (before.kind !== 'word') return [];
  if (leads.resources.has(tokens[at - 1]?.key ?? '') && before.key === 'to') return ['resources', 'groups'];
  // "For the pitch" is no somebody.
  if (leads.people.has(before.key)) return at < from - 1 && isCommon(tokens, from) ? [] : ['people'];
  if (leads.either.has(before.key)) return ['groups', 'people'];
  return leads.groups.has(before.key) ? ['groups'] : [];
}

/** Written in small letters, as what is no name. */
function isCommon(tokens: readonly Token[], from: number): boolean {
  return !/^\p{Lu}/u.test(tokens[from]?.text ?? '');
}

function beside(placed: readonly Placed[], token: Token | undefined): readonly NamedSort[] {
  const near = token && placed.find((one) => token.start < one.end && token.end > one.start);
  if (near?.value.type === 'mention' || near?.value.type === 'address') return ['people'];
  return near?.value.type === 'name' ? near.value.found.readings.slice(0, 1).map(({ of }) => of) : [];
}

/** What stands in quotes where a name stands is that name. */
function quotedNames(tokens: readonly Token[], placed: readonly Placed[]): Placed[] {
  return placed.flatMap((one): Placed[] => {
    if (one.value.type !== 'quoted') return [];
    const from = tokens.findIndex((token) => token.start >= one.start);
    const of = sortsAt(tokens, from, placed);
    return of.length === 0 ? [] : [toUnknown(of, from, from + 1, one.start, one.end)];
  });
}
