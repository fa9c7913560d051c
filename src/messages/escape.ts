declare const plainMark: unique symbol;
declare const runMark: unique symbol;

/** Text that may stand in a `TextRun` or an input, where nothing reads Markdown: made by `verbatim` or `plain`. */
export type RunText = string & { readonly [runMark]: true };

/** Text that may stand in a `TextBlock`, a fact or a title, where clients read Markdown: made by `plain`. */
export type PlainText = RunText & { readonly [plainMark]: true };

// Invisible, but splits what a client would otherwise expand or link; it looks the same on every client, which
// backslashes do not (some clients print them).
const hair = '\u200A';

const control =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u180E\u2028\u2029\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/gu;
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/gu;
const zeroWidth = /[\u200B\u2060-\u2064\u206A-\u206F]/gu;
// The joiners have a use inside emoji (a family) and inside Arabic, Persian and Indic words; elsewhere they only hide.
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const strayNonJoiner =
  /(?<!\p{Script=Arabic}|\p{Script_Extensions=Devanagari})\u200C|\u200C(?!\p{Script=Arabic}|\p{Script_Extensions=Devanagari})/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whatever is beyond letters, digits, spaces and harmless punctuation; text without it needs no work at all. */
const suspicious = /[^\p{L}\p{N} .,;!?'’“”…()/@%€£–—·:"+-]|^[\d+>#-]|[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Letters of western Europe, digits and the punctuation of keyboards: nothing in it hides or turns text. */
const ordinary = /^[ -~\u00C0-\u024F’]*$/u;

function dropInvisible(text: string): string {
  return balanceIsolates(
    text
      .replace(control, '')
      .replace(bidi, '')
      .replace(zeroWidth, '')
      .replace(strayNonJoiner, '')
      .replace(strayJoiner, ''),
  );
}

/** Keeps isolates that come in pairs, which `isolate` adds, and drops an opening or closing one that stands alone. */
function balanceIsolates(text: string): string {
  if (!/[\u2068\u2069]/u.test(text)) return text;
  const open: number[] = [];
  const lonely = new Set<number>();
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\u2068') open.push(index);
    else if (text[index] === '\u2069' && open.pop() === undefined) lonely.add(index);
  }
  for (const index of open) lonely.add(index);
  return lonely.size === 0 ? text : [...text.split('')].filter((_, index) => !lonely.has(index)).join('');
}

/** Breaks what card clients (`{{DATE(…)}}`) and the template engine (`${…}`) would expand, even in a TextRun. */
function breakBraces(text: string): string {
  return text.replace(/\{(?=\{)/gu, `{${hair}`).replace(/\$(?=\{)/gu, `$${hair}`);
}

/** A person's own words for a TextRun: every visible character stays, on one line. */
export function verbatim(text: string): RunText {
  if (!suspicious.test(text)) return text.trim() as RunText;
  return breakBraces(dropInvisible(text.replace(/[\r\n\t\u2028\u2029\u0085]+/gu, ' '))).trim() as RunText;
}

/** A person's own words as the value of an input: as `verbatim`, with its lines kept. */
export function inputText(text: string): RunText {
  return breakBraces(dropInvisible(text.replace(/\r\n?/gu, '\n'))) as RunText;
}

/** Text for places where clients read Markdown: it shows as typed there and can become no link, list, heading or emphasis. */
export function plain(text: string): PlainText {
  const trimmed = text.trim();
  if (!suspicious.test(trimmed)) return trimmed as PlainText;
  return neutraliseLineStart(neutraliseInline(verbatim(trimmed))).trim() as PlainText;
}

function neutraliseInline(text: string): string {
  return (
    text
      .replace(/\*/gu, '\u2217')
      .replace(/`/gu, '\u02CB')
      .replace(/^[^~]*~[^~]*$|~/gu, (part) => (part.length > 1 ? part : '\u223C'))
      // Underscores within words are no emphasis anywhere.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\u02CD')
      .replace(/\](?=[([:])/gu, `]${hair}`)
      .replace(/<(?=[A-Za-z/!?])/gu, '\u2039')
      // An entity could bring back a character that was dropped above.
      .replace(/&(?=#?[A-Za-z0-9]+;)/gu, `&${hair}`)
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/gu, '\u2216')
  );
}

function neutraliseLineStart(text: string): string {
  return text
    .trimStart()
    .replace(/^-(?=\s|-|$)/u, '\u2010')
    .replace(/^\+(?=\s|$)/u, '\uFE62')
    .replace(/^(#{1,6})(?=\s|$)/u, (marks) => '\uFF03'.repeat(marks.length))
    .replace(/^>/u, '\u203A')
    .replace(/^(\d{1,9})\.(?=\s|$)/u, '$1\u2024')
    .replace(/^(\d{1,9})\)(?=\s|$)/u, '$1\u2769')
    .replace(/^\[(?=[^\]]*\]:)/u, '\uFF3B');
}

/** A name inside a sentence; one in a right-to-left script is isolated, so that it cannot turn the words around it. */
export function isolate(name: string): string {
  if (ordinary.test(name)) return name;
  const bare = dropInvisible(name).replace(/[\u2068\u2069]/gu, '');
  return rightToLeft.test(bare) ? `\u2068${bare}\u2069` : bare;
}

/** Shortens text for a list; never cuts a character in two. */
export function clip(text: string, maxLength: number): string {
  const letters = [...text];
  return letters.length <= maxLength
    ? text
    : `${letters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}

/** Puts a separator of ours before safe text; `verbatim` would take its leading space. */
export function behind(separator: ' · ' | ' – ', text: RunText): RunText {
  return `${separator}${text}` as RunText;
}
