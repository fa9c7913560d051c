import { toNameKey } from '../domain/names.js';
import { readMessage } from './message.js';
import { tokensOf } from './tokens.js';
import type { Token } from './tokens.js';
import { firstNames } from './words/en/firstNames.js';
import { isEverydayWord, isSmallWord } from './words/lexicon.js';

/** What to look up before a message can be understood. */
export interface NamesWanted {
  /** Keys (`toNameKey`) of every stretch of words that may be a name as it is written. */
  readonly exact: readonly string[];
  /** Texts that may come near a name, the least ordinary first. */
  readonly near: readonly string[];
  /** Addresses of people, in small letters. */
  readonly addresses: readonly string[];
}

/** The longest name in words, and how much is looked up at most. */
const [longest, mostExact, mostNear] = [7, 400, 24];

/** The stretches of a message that may be names; bounded, whatever the message is. */
export function namesWanted(raw: string, writer = ''): NamesWanted {
  const message = readMessage(raw, writer);
  if (message.isTooLong) return { exact: [], near: [], addresses: [] };
  const tokens = tokensOf(message, ['own', 'quoted']);
  const lines = toRuns(tokens);
  const addresses = tokens.filter(({ text }) => isAddress(text)).map(({ text }) => text.toLowerCase());
  const exact = new Set<string>();
  for (const length of [...Array(longest).keys()].map((step) => step + 1))
    for (const run of lines)
      for (let from = 0; from + length <= run.length && exact.size < mostExact; from += 1)
        for (const key of keysOf(run.slice(from, from + length), message.plain)) exact.add(key);
  const near = lines.flatMap((run) => nearOf(run, message.plain));
  return {
    exact: [...exact].slice(0, mostExact),
    near: [...new Set(near)].slice(0, mostNear),
    addresses: [...new Set(addresses)].slice(0, mostExact),
  };
}

/** Whether a word is the address of somebody. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Words between the marks that no name holds. */
function toRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && /^[\n;!?:•|<>()"]$/.test(token.text)) runs.push([]);
    else runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
}

function keysOf(run: readonly Token[], text: string): string[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first?.kind !== 'word' || last?.kind !== 'word') return [];
  if (run.length === 1 && isSmallWord(first.key) && !/^\p{Lu}/u.test(first.text)) return [];
  const key = toNameKey(text.slice(first.start, last.end));
  const bare = key.replace(/'s$/, '');
  const signed = / and /.test(key) ? [key.replace(/ and /g, ' & '), key.replace(/ and /g, '&')] : [];
  return [...new Set([key, bare, ...signed, ...turnedRound(run)])];
}

/** "Berg, Bo" and "Berg Bo" as "bo berg". */
function turnedRound(run: readonly Token[]): string[] {
  const words = run.filter(({ kind }) => kind === 'word');
  const marks = run.filter(({ kind }) => kind === 'mark');
  if (words.length !== 2 || marks.some(({ text }) => text !== ',') || !words.every(mayBeName)) return [];
  return [toNameKey(`${words[1]?.text ?? ''} ${words[0]?.text ?? ''}`)];
}

function mayBeName({ key, text }: Token): boolean {
  return !isEverydayWord(key) || /^\p{Lu}/u.test(text) || firstNames.has(key);
}

/** Runs of words that are no everyday ones, with their neighbours in capitals; each such word by itself, and parts of long runs. */
function nearOf(run: readonly Token[], text: string): string[] {
  const found: string[] = [];
  const put = (from: number, to: number): void =>
    void found.push(text.slice(run[from]?.start, run[to]?.end), ...turnedRound(run.slice(from, to + 1)));
  run.forEach((token, index) => {
    if (token.kind !== 'word' || isAddress(token.text) || !isOpen(run, index)) return;
    let [from, to] = [index, index];
    while (isNamelike(run[from - 1])) from -= 1;
    while (isNamelike(run[to + 1])) to += 1;
    put(from, to);
    put(index, index);
    // "ad gil fontane": one of the uncommon words may be no part of the name.
    if (to - from > 1 && index < to) put(index, index + 1);
    const [before, behind] = [run[index - 1], run[index + 1]];
    if (to === index && mayBelong(behind)) put(index, index + 1);
    if (from === index && mayBelong(before)) put(index - 1, index);
    // "Nunez, Jose": a comma may stand within a name.
    if (behind?.kind === 'mark' && behind.text === ',' && isNamelike(run[index + 2])) put(index, index + 2);
  });
  return found.map((one) => toNameKey(one).replace(/'s$/, ''));
}

const groupWord = /^(?:groups?|teams?|guild|club|crew)$/;

/** Whether a word may be (part of) a name: no everyday word, or one that is written or placed like a name. */
function isOpen(run: readonly Token[], index: number): boolean {
  const token = run[index];
  if (token?.kind !== 'word' || token.key.length < 2) return false;
  const isCapital = /^\p{Lu}/u.test(token.text);
  if (!isEverydayWord(token.key)) return true;
  if (firstNames.has(token.key)) return isCapital || mayBeSomebody(run, index);
  if (isSmallWord(token.key)) return false;
  const isBeside = [run[index - 1], run[index + 1]].some((near) => groupWord.test(near?.key ?? ''));
  return isCapital || (isBeside && token.key.length > 3) || (groupWord.test(token.key) && run.length > 1);
}

/** Whether an everyday word beside an uncommon one may be part of the same name ("project kestrel", "cafe crew"). */
function mayBelong(token: Token | undefined): boolean {
  return token?.kind === 'word' && (!isSmallWord(token.key) || groupWord.test(token.key));
}

/** "add will to …", "membership of will", "late shift: will and zed": a word that may also be what somebody is called. */
function mayBeSomebody(run: readonly Token[], index: number): boolean {
  const [before, behind] = [run[index - 1], run[index + 1]];
  return !/^(?:i|you|we|me|it|they|he|she|be|not)$/.test(behind?.key ?? '') && before?.key !== 'i';
}

function isNamelike(token: Token | undefined): boolean {
  return token?.kind === 'word' && (!isEverydayWord(token.key) || /^\p{Lu}/u.test(token.text));
}
