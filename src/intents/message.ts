import { forwarding } from './words/en/forwarding.js';
import { fold } from './entities/fold.js';

/** Where something stands in the text as it was sent; `end` is the first character behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a part of a message is, before any word of it is understood. */
export type SegmentKind = 'own' | 'quoted' | 'signature' | 'greeting';

/** A part of a message. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
}

/** A message in its parts; `plain` is as long as the text that was sent, so that every position counts in both. */
export interface Message {
  readonly raw: string;
  /** Without markup: what was taken out has become blanks, what ends a paragraph a line break. */
  readonly plain: string;
  readonly segments: readonly Segment[];
  /** More than can be understood whole; nothing of it is looked at. */
  readonly isTooLong: boolean;
}

/** The longest message that is understood, in characters without markup. */
export const longestMessage = 4_000;
/** The longest text that is looked at to find out how much of it is markup, in characters. */
const longestRaw = 40_000;

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const headerLine = /^(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|objet)\s?: ?\S/i;
const separator = /^(?:-{3,}|_{3,}|={3,}|\*{3,})\s*$/;
const answerMark = /^(?:-{1,3}>|\^{1,4}) ?/;
const wrote = /(?:wrote|schrieb|a écrit) ?:$/i;
const originalMail = /^-{2,} ?(?:original|forwarded|weitergeleitete)/i;
const sentFrom = /^(?:sent|gesendet|envoyé) (?:from|via|von|using|depuis) |^get outlook for /i;
const closing =
  /^(?:(?:with )?(?:kind|best|warm|many|kindest|warmest)? ?(?:regards|wishes|thanks)|best|merci|danke|cheers|sincerely|yours(?: \w+)?|br|rgds|kr|vg|mfg|lg|thanks|thank you|thx|many thanks|(?:thanks|thank you) (?:and|&) (?:kind |best )?regards)[,.!]*$/i;
const greeting =
  /^(?:hi|hello|hey|hiya|dear|hallo|moin|heya|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|guten (?:tag|morgen))(?:[ \t]+(?:again|there|all|everyone|everybody|team|folks|(?:dear |group )?(?:concierge|bot)|sir(?: or madam)?|madam|together|you))*[ \t]*(?:[,!.:;–-]+\s*|\s*(?:\n|$)|(?=\s))/iu;
const greetedName =
  /^(?:hi|hello|hey|hiya|dear|hallo|good (?:morning|afternoon|evening))[ \t]+[\p{L}’'-]{1,30}(?:[ \t]+[\p{L}’'-]{1,30}){0,2}[ \t]*(?:[,!–][ \t]*\n?|\n)/iu;
const vocative = /^\s*@?(?:group )?(?:concierge|bot)\b\s*[,:!–-]*\s*/i;

/** Takes a message apart: what was written now, what is quoted, who signed. Linear in the length of the text. */
export function readMessage(raw: string, writer = ''): Message {
  if (raw.length > longestRaw) return { raw, plain: '', segments: [], isTooLong: true };
  const { plain, quotes } = withoutMarkup(raw);
  const isTooLong = plain.replace(/\s+/g, ' ').trim().length > longestMessage;
  return { raw, plain, segments: isTooLong ? [] : segmentsOf(plain, quotes, writer), isTooLong };
}

/** As many blanks as there were characters. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function withoutMarkup(raw: string): { plain: string; quotes: Span[] } {
  const quotes: Span[] = [];
  const lower = raw.toLowerCase();
  for (let from = lower.indexOf('<blockquote'); from >= 0; from = lower.indexOf('<blockquote', quotes.at(-1)?.end)) {
    const close = lower.indexOf('</blockquote>', from);
    quotes.push({ start: from, end: close < 0 ? raw.length : close + 13 });
  }
  const plain = raw
    .replace(/<at[^<>]{0,200}>[^<]{0,200}<\/at>/gi, blank)
    .replace(
      /<\/?(?:p|div|br|li|ul|ol|tr|h[1-6]|blockquote)(?=[\s/>])[^<>]{0,300}>/gi,
      (tag) => blank(tag.slice(1)) + '\n',
    )
    .replace(/<\/?[a-z][a-z0-9]{0,14}(?=[\s/>])[^<>]{0,300}>/gi, blank)
    .replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,5});/gi, decodeEntity)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00a0\u2007\u202f\r]/g, ' ')
    .replace(/\t/g, '|')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/(^|[\s("'])([*_~]{1,3})(?=\S)/g, (whole) => (/^[\n(]?\s*$/.test(whole) ? whole : blankMarks(whole)))
    .replace(/(?<=\S)[*_~]{1,3}(?=$|[\s.,;:!?)"'])/g, blank);
  return { plain, quotes };
}

function blankMarks(text: string): string {
  return text.replace(/[*_~]/g, ' ');
}

function decodeEntity(entity: string, body: string): string {
  const code = body.startsWith('#')
    ? /^#x/i.test(body)
      ? Number.parseInt(body.slice(2), 16)
      : Number.parseInt(body.slice(1), 10)
    : entities[body.toLowerCase()]?.charCodeAt(0);
  // One unit of text alone keeps every position where it is.
  return code !== undefined && code >= 32 && code < 0xd800 ? String.fromCharCode(code).padEnd(entity.length) : entity;
}

interface Line extends Span {
  readonly text: string;
}

function linesOf(plain: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of plain.split('\n')) {
    lines.push({ start, end: start + text.length, text: text.trim() });
    start += text.length + 1;
  }
  return lines;
}

function segmentsOf(plain: string, quotes: readonly Span[], writer: string): Segment[] {
  const kinds = kindsOfLines(linesOf(plain), quotes, writer);
  const segments: Segment[] = [];
  for (const { kind, start, end } of kinds) {
    const last = segments.at(-1);
    if (last?.kind === kind) segments[segments.length - 1] = { kind, start: last.start, end };
    else segments.push({ kind, start, end });
  }
  return segments.flatMap((segment, index) =>
    segment.kind === 'own'
      ? opened(plain, segment, index === segments.findIndex(({ kind }) => kind === 'own'))
      : [segment],
  );
}

/** What greets and calls the bot by name comes off the beginning. */
function opened(plain: string, segment: Segment, isFirst: boolean): Segment[] {
  if (!isFirst) return [segment];
  let start = segment.start;
  for (let round = 0; round < 3; round += 1) {
    const rest = plain.slice(start, segment.end);
    const space = rest.length - rest.trimStart().length;
    const found = greetedName.exec(rest.trimStart()) ?? greeting.exec(rest.trimStart()) ?? vocative.exec(rest);
    if (!found || (found[0].length + space >= rest.length && found[0].trim() === '')) break;
    start += space + found[0].length;
  }
  if (start === segment.start) return [segment];
  return [
    { kind: 'greeting', start: segment.start, end: start },
    { kind: 'own', start, end: segment.end },
  ];
}

function kindsOfLines(lines: readonly Line[], quotes: readonly Span[], writer: string): Segment[] {
  let [inMail, headers, isSigned, isMarked] = [false, 0, false, false];
  let [sender, isClosed] = ['', false];
  // "^^ please do": what stands above is what somebody else wrote.
  const pointing = lines.findIndex(({ text }) => /^\^{1,4}/.test(text));
  return lines.map((line, index): Segment => {
    const quoted = quotes.some((quote) => line.start >= quote.start && line.end <= quote.end);
    const hasMark = /^(?:>|&gt;)/.test(line.text);
    // Where a mail is quoted with marks, what has none is written now.
    if (isMarked && !hasMark && line.text !== '') [inMail, isMarked] = [false, false];
    isMarked = isMarked || hasMark;
    if (quoted || hasMark || index < pointing) return { kind: 'quoted', start: line.start, end: line.end };
    if (inMail && separator.test(line.text)) {
      inMail = false;
      return { kind: 'quoted', start: line.start, end: line.end };
    }
    const isOver = inMail && isClosed && lines[index - 1]?.text === '' && forwarding.begins.test(line.text);
    if (isOver) [inMail, isClosed] = [false, false];
    sender = forwarding.sender.exec(line.text)?.[1] ?? sender;
    isClosed = isClosed || (inMail && (isClosing(line.text) || isNameOf(line.text, sender)));
    const answer = answerMark.exec(line.text);
    if (answer && inMail) inMail = false;
    if (answer && !inMail) return { kind: 'own', start: line.start + answer[0].length, end: line.end };
    headers = headerLine.test(line.text) ? headers + 1 : 0;
    const beginsMail =
      (headers === 1 &&
        headerLine.test(lines[index + 1]?.text ?? '') &&
        /^(?:from|von|de|to|an|sent|subject)/i.test(line.text)) ||
      wrote.test(line.text) ||
      originalMail.test(line.text);
    if (beginsMail) inMail = true;
    if (inMail) return { kind: 'quoted', start: line.start, end: line.end };
    if (/^(?:subject|re|fwd?|aw|wg|betreff) ?: ?\S/i.test(line.text) && lines.length > index + 1)
      return { kind: 'quoted', start: line.start, end: line.end };
    if (isSignature(lines, index) || isSigned || isName(lines, index, writer)) isSigned = true;
    return { kind: isSigned ? 'signature' : 'own', start: line.start, end: line.end };
  });
}

/** "Regards, Dee": a closing, with or without the name behind it. */
function isClosing(line: string): boolean {
  const [first = '', ...rest] = line.split(',');
  return closing.test(first.trim()) && rest.join(' ').trim().split(/\s+/).length <= 3;
}

/** A line that is nothing but the name, or the first name, of who sent the mail. */
function isNameOf(line: string, sender: string): boolean {
  const [text, name] = [fold(line), fold(sender)];
  return text !== '' && (text === name || name.split(' ').includes(text));
}

/** The writer's own name, first name or initial as a line of its own at the end. */
function isName(lines: readonly Line[], index: number, writer: string): boolean {
  const text = fold(lines[index]?.text ?? '');
  if (index === 0 || text === '' || writer === '') return false;
  const words = fold(writer).split(' ');
  const after = lines.slice(index + 1).filter((line) => line.text !== '');
  const isOwn =
    text === fold(writer) ||
    text === words[0] ||
    (text === words[0]?.[0] && after.length === 0) ||
    text.startsWith(`${fold(writer)} `);
  return isOwn && after.length <= 4 && after.every((line) => line.text.length < 60);
}

function isSignature(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (sentFrom.test(text) || /^--\s?$/.test(text)) return true;
  const after = lines.slice(index + 1).filter((line) => line.text !== '');
  return index > 0 && closing.test(text) && after.length <= 4 && after.every((line) => line.text.length < 60);
}
