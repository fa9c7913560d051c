import { toNameKey } from '../domain/names.js';
import { readMessage } from './message.js';
import { tokensOf } from './tokens.js';
import type { Token } from './tokens.js';
import { isEverydayWord, isSmallWord } from './words/lexicon.js';

/** What to look up before a message can be understood. */
export interface NamesWanted {
  /** Keys (`toNameKey`) of every stretch of words that may be a name as it is written. */
  readonly exact: readonly string[];
  /** Texts that may come near a name, the least ordinary first. */
  readonly near: readonly string[];
}

/** The longest name in words, and how much is looked up at most. */
const [longest, mostExact, mostNear] = [7, 400, 16];

/** The stretches of a message that may be names; bounded, whatever the message is. */
export function namesWanted(raw: string, writer = ''): NamesWanted {
  const message = readMessage(raw, writer);
  if (message.isTooLong) return { exact: [], near: [] };
  const lines = toRuns(tokensOf(message, ['own', 'quoted']));
  const exact = new Set<string>();
  for (const length of [...Array(longest).keys()].map((step) => step + 1))
    for (const run of lines)
      for (let from = 0; from + length <= run.length && exact.size < mostExact; from += 1)
        for (const key of keysOf(run.slice(from, from + length), message.plain)) exact.add(key);
  const near = lines.flatMap((run) => nearOf(run, message.plain));
  return { exact: [...exact].slice(0, mostExact), near: [...new Set(near)].slice(0, mostNear) };
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
  return bare === key ? [key] : [key, bare];
}

/** Runs of words that are no everyday ones, with their neighbours in capitals; and each such word by itself. */
function nearOf(run: readonly Token[], text: string): string[] {
  const found: string[] = [];
  run.forEach((token, index) => {
    if (token.kind !== 'word' || !isOpen(run, index)) return;
    let [from, to] = [index, index];
    while (isNamelike(run[from - 1])) from -= 1;
    while (isNamelike(run[to + 1])) to += 1;
    found.push(text.slice(run[from]?.start, run[to]?.end), token.text);
    const [before, behind] = [run[index - 1], run[index + 1]];
    if (to === index && mayBelong(behind)) found.push(text.slice(token.start, behind?.end));
    if (from === index && mayBelong(before)) found.push(text.slice(before?.start, token.end));
  });
  return found.map((text) => toNameKey(text).replace(/'s$/, ''));
}

const groupWord = /^(?:groups?|teams?|guild|club|crew)$/;

/** Whether a word may be (part of) a name: no everyday word, or one that is written or placed like a name. */
function isOpen(run: readonly Token[], index: number): boolean {
  const token = run[index];
  if (token?.kind !== 'word' || token.key.length < 2) return false;
  const isCapital = /^\p{Lu}/u.test(token.text);
  if (!isEverydayWord(token.key)) return true;
  if (isSmallWord(token.key)) return false;
  const isBeside = [run[index - 1], run[index + 1]].some((near) => groupWord.test(near?.key ?? ''));
  return isCapital || (isBeside && token.key.length > 3) || (groupWord.test(token.key) && run.length > 1);
}

/** Whether an everyday word beside an uncommon one may be part of the same name ("project kestrel", "cafe crew"). */
function mayBelong(token: Token | undefined): boolean {
  return token?.kind === 'word' && (!isSmallWord(token.key) || groupWord.test(token.key));
}

function isNamelike(token: Token | undefined): boolean {
  return token?.kind === 'word' && (!isEverydayWord(token.key) || /^\p{Lu}/u.test(token.text));
}
