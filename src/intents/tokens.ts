import { fold } from './entities/fold.js';
import { shorthand } from './words/en/shorthand.js';
import type { Message, SegmentKind, Span } from './message.js';

/** A word or a mark of a message; `key` is the word as it is compared. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark';
  readonly text: string;
  readonly key: string;
}

/** More words than any message of four thousand characters that means something. */
const mostTokens = 1_500;
const bullet = /^[ \t]*(?:[-*•–·▪◦+]|\(?\d{1,2}[.)]|[a-h]\))[ \t]+(?=\S)/u;
const piece =
  /w\/o?(?=\s)|@\{[^{}\s]{1,200}\}|https?:\/\/[^\s<>"]{1,500}|[^\s<>,;:"'()@]{1,100}@[^\s<>,;:"'()@]{1,160}|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*(?:\+\+|#)?|-->|->|=>|>>|→|➔|➡|[👍👎✅❌🙏]|[^\s\p{L}\p{N}\p{M}]/gu;

/** "He'll" and "shes": somebody else, and what they will or are. */
const contraction = /^(he|she|they)(['’]ll|['’]d|['’]s|['’]re|s|re)$/i;
const shortened: Readonly<Record<string, string>> = { ll: 'will', d: 'would', s: 'is', re: 'are' };

/** "She's got", "he's left": what somebody has done. */
const perfect = /^ (?:got|been|had|left|moved|joined|started|changed|gone|done|asked)\b/i;

function partsOf(
  [, subject = '', rest = '']: readonly string[],
  start: number,
  end: number,
  isPerfect: boolean,
): Token[] {
  const ending = rest.replace(/['’]/, '').toLowerCase();
  const behind = ending === 's' && isPerfect ? 'has' : (shortened[ending] ?? rest);
  const middle = start + subject.length;
  return [
    { kind: 'word', text: subject, key: fold(subject), start, end: middle },
    { kind: 'word', text: rest, key: behind, start: middle, end },
  ];
}

/** The words and marks of what was written now; a break and a bullet are marks of their own. */
export function tokensOf(message: Message, kinds: readonly SegmentKind[] = ['own']): Token[] {
  const tokens: Token[] = [];
  for (const segment of message.segments) {
    if (!kinds.includes(segment.kind)) continue;
    if (tokens.length > 0) tokens.push(mark('\n', segment.start, segment.start));
    let start = segment.start;
    for (const line of message.plain.slice(segment.start, segment.end).split('\n')) {
      if (start > segment.start) tokens.push(mark('\n', start - 1, start));
      const lead = bullet.exec(line)?.[0].length ?? 0;
      if (lead > 0) tokens.push(mark('•', start, start + lead));
      tokens.push(...tokensOfLine(line.slice(lead), start + lead));
      start += line.length + 1;
    }
  }
  return tokens.slice(0, mostTokens);
}

function tokensOfLine(line: string, offset: number): Token[] {
  return [...line.matchAll(piece)].flatMap((match): Token[] => {
    const [text] = match;
    const [start, end] = [offset + match.index, offset + match.index + text.length];
    const parts = contraction.exec(text);
    if (parts) return partsOf(parts, start, end, perfect.test(line.slice(match.index + text.length)));
    if (/^[\p{L}\p{N}@]/u.test(text) || text.length > 3 || /^[👍👎✅❌🙏]$/u.test(text))
      return [{ kind: 'word', text, key: /^[👍👎✅❌🙏]$/u.test(text) ? text : keyOf(text), start, end }];
    // What nobody can say aloud (an emoji) means nothing here.
    return /\p{So}|\p{Sk}|\p{Emoji_Modifier}/u.test(text) && !/[→➔➡+&=/|]/u.test(text) ? [] : [mark(text, start, end)];
  });
}

function keyOf(text: string): string {
  const key = fold(text);
  return shorthand.get(key) ?? key;
}

function mark(text: string, start: number, end: number): Token {
  return { kind: 'mark', text, key: '', start, end };
}
