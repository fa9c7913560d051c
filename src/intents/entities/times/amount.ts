import { digitsAt, isFreeNumber, isSign, markOf, skip, skipHyphen } from './cursor.js';
import type { Scan } from './scan.js';

/** How many: one number, two where a range was written, none where it is left open ("a few"). */
export interface Amount {
  readonly next: number;
  readonly values: readonly number[];
  /** Written with digits, so that one letter may follow as its unit. */
  readonly isDigits: boolean;
  /** Only "a" or "an". */
  readonly isArticle: boolean;
}

const manyOf = { dozen: 12, hundred: 100, thousand: 1000 } as const;
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Reads "2", "1.5", "1 1/2", "twenty-one", "a couple of", "one and a half", "2-3", "two or three", "a few". */
export function readAmount(s: Scan, at: number): Amount | undefined {
  const between = markOf(s, at, 'between');
  const first = readOne(s, between?.next ?? at);
  if (!first) {
    const few = markOf(s, skip(s, at, 1, 'the'), 'few');
    return few && { next: few.next, values: [], isDigits: false, isArticle: false };
  }
  const second = readSecond(s, first.next, between !== undefined);
  return second ? { ...second, values: [...first.values, ...second.values], isArticle: false } : first;
}

/** The other end of a range: "-3", "to 3", "or three", "/3". */
function readSecond(s: Scan, at: number, isBetween: boolean): Amount | undefined {
  const link = isBetween ? markOf(s, at, 'and')?.next : isSign(s, at, '-/') ? at + 1 : markOf(s, at, 'to', 'or')?.next;
  if (link === undefined) return undefined;
  const second = readOne(s, link, true);
  return second && !second.isArticle ? second : undefined;
}

function readOne(s: Scan, at: number, isSecond = false): Amount | undefined {
  const whole = readDigits(s, at, isSecond) ?? readWords(s, at);
  if (!whole) return undefined;
  const half = whole.isArticle ? undefined : readAndHalf(s, whole.next);
  const sum = half === undefined ? whole : { ...whole, values: [(whole.values[0] ?? 0) + 0.5], next: half };
  return readTwin(s, sum);
}

/** "and a half"; the place behind it. */
export function readAndHalf(s: Scan, at: number): number | undefined {
  const and = markOf(s, at, 'and');
  const half = and && markOf(s, and.next, 'half');
  return half?.next;
}

/** "ten (10) days": said twice, as in contracts; if they differ, both count. */
function readTwin(s: Scan, first: Amount): Amount {
  if (!isSign(s, first.next, '(')) return first;
  const twin = readDigits(s, first.next + 1, false) ?? readWords(s, first.next + 1);
  if (!twin || !isSign(s, twin.next, ')')) return first;
  const values = [...new Set([...first.values, ...twin.values])];
  return { ...first, values, next: twin.next + 1 };
}

function readDigits(s: Scan, at: number, isSecond: boolean): Amount | undefined {
  const token = s.tokens[at];
  if (token?.kind !== 'number' || (!isSecond && !isFreeNumber(s, at))) return undefined;
  const amount = (value: number, next: number): Amount => ({ next, values: [value], isDigits: true, isArticle: false });
  const single = fractions[token.text];
  if (single !== undefined) return amount(single, at + 1);
  const { value, next } = readDecimal(s, at);
  const small = s.tokens[next]?.kind === 'number' ? fractions[s.tokens[next]?.text ?? ''] : undefined;
  if (small !== undefined) return amount(value + small, next + 1);
  const below = readFraction(s, at);
  if (below !== undefined) return amount(below, at + 3);
  // "1 1/2 weeks"
  const added = next === at + 1 ? readFraction(s, next) : undefined;
  return added === undefined ? amount(value, next) : amount(value + added, next + 3);
}

/** "1/2", "1/4" and "3/4"; "2/3 weeks" is two or three. */
function readFraction(s: Scan, at: number): number | undefined {
  if (!isSign(s, at + 1, '/') || !s.tokens[at + 1]?.glued || !s.tokens[at + 2]?.glued) return undefined;
  const written = `${s.tokens[at]?.text}/${s.tokens[at + 2]?.text}`;
  return { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 }[written];
}

/** "1.5", "1,5", and "1,000" as a thousand. */
function readDecimal(s: Scan, at: number): { readonly value: number; readonly next: number } {
  // More digits than anybody means: too long for every use.
  const value = digitsAt(s, at)?.value ?? Infinity;
  const point = s.tokens[at + 1];
  const behind = s.tokens[at + 2];
  if (!point?.glued || !behind?.glued || behind.kind !== 'number' || !isSign(s, at + 1, '.,'))
    return { value, next: at + 1 };
  if (!/^\d{1,6}$/.test(behind.text)) return { value: Infinity, next: at + 3 };
  return behind.text.length === 3 && point.text === ','
    ? { value: value * 1000 + Number(behind.text), next: at + 3 }
    : { value: Number(`${value}.${behind.text}`), next: at + 3 };
}

function readWords(s: Scan, at: number): Amount | undefined {
  const word = (value: number, next: number, isArticle = false): Amount => ({
    next,
    values: [value],
    isDigits: false,
    isArticle,
  });
  const half = markOf(s, at, 'half');
  if (half) return word(0.5, skip(s, half.next, 2, 'of', 'a'));
  const couple = markOf(s, at, 'couple');
  if (couple) return word(2, skip(s, couple.next, 1, 'of'));
  const first = readTens(s, at);
  const article = first ? undefined : markOf(s, at, 'a');
  const next = first?.next ?? article?.next ?? at;
  const many = markOf(s, next, 'dozen', 'hundred', 'thousand');
  if (many) {
    const times = (first?.value ?? 1) * (manyOf[many.is as keyof typeof manyOf] ?? 1);
    const and = markOf(s, many.next, 'and');
    const rest = many.is !== 'dozen' ? readTens(s, and?.next ?? many.next) : undefined;
    return word(times + (rest?.value ?? 0), rest?.next ?? many.next);
  }
  if (first) return word(first.value, first.next);
  return article && word(1, article.next, true);
}

/** "twenty-one", "ninety nine", "eleven". */
function readTens(s: Scan, at: number): { readonly value: number; readonly next: number } | undefined {
  const ten = markOf(s, at, 'number');
  if (ten?.value === undefined) return undefined;
  if (ten.value < 20) return { value: ten.value, next: ten.next };
  const one = markOf(s, skipHyphen(s, ten.next), 'number');
  const isOne = one?.value !== undefined && one.value > 0 && one.value < 10;
  return isOne ? { value: ten.value + (one.value ?? 0), next: one.next } : { value: ten.value, next: ten.next };
}
