import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, MessageKey } from '../../src/messages/catalogues.js';
import { en } from '../../src/messages/en/en.js';

const accents: Readonly<Record<string, string>> = {
  a: 'áà',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'éè',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'íì',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'óò',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ŧ',
  u: 'úù',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

interface Piece {
  readonly type: number;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
  readonly location?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

function* literalsOf(pieces: readonly Piece[]): Generator<readonly [start: number, end: number]> {
  for (const { type, options, location } of pieces) {
    if (type === 0 && location) yield [location.start.offset, location.end.offset];
    for (const { value } of Object.values(options ?? {})) yield* literalsOf(value);
  }
}

/** A text of ours as the pseudo-language has it: longer by about a third, no letter a plain one, marked at both ends. */
function distort(text: string): string {
  const pieces = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true, captureLocation: true }).getAst();
  let result = '';
  let from = 0;
  for (const [start, end] of literalsOf(pieces)) {
    result += text.slice(from, start) + accented(text.slice(start, end));
    from = end;
  }
  return `⟦${result}${text.slice(from)}⟧`;
}

function accented(text: string): string {
  return text.replace(/[A-Za-z]/gu, (letter) => {
    const accent = accents[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? accent : accent.toUpperCase();
  });
}

/** A language that nobody speaks, with Greek dates and numbers: whatever is left in plain letters did not come from it. */
export const pseudoLanguage: Catalogue = {
  locale: 'el',
  texts: Object.fromEntries(Object.entries(en).map(([key, text]) => [key as MessageKey, distort(text)])),
};
