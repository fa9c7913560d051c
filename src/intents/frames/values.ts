import { fold } from '../entities/fold.js';
import type { Item } from '../items.js';
import { imperatives } from '../wholeClauses.js';
import { isEverydayWord } from '../words/lexicon.js';
import { slotAt, type Scope } from './scope.js';

/** Free words of a frame: a new name, a description, the value of a setting. */
export interface FoundValue {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const markers = new Set(
  'to as read reads named called name is be becomes become say says into with be: shall should must will henceforth future contain like'.split(
    ' ',
  ),
);
const leading = new Set(
  'to as read reads named called name names is be becomes become say says into with shall should must will would henceforth in future from now on it its that this please new group groups team the a an of for security ought all either rather than describe description description: text word words begin begins start starts contain use using containing saying please kindly we hold have group concierge licence license what following something like just us not'.split(
    ' ',
  ),
);
const nameEnds = new Set(
  'which that where who whoever whose with and so for owned under looked managed run open as because please pls plz thanks thx until only anybody anyone but'.split(
    ' ',
  ),
);
const valueEnds = new Set('please pls plz thanks thx'.split(' '));
const tails = [
  ['from', 'now', 'on'],
  ['if', 'you', 'please'],
  ['as', 'of', 'now'],
  ['from', 'today'],
  ['in', 'future'],
  ['so', 'that'],
];

/** Finds the free words behind the words that ask for them: what is quoted, else what follows. */
export function valueOf(isName: boolean, scope: Scope, used: ReadonlySet<number>): FoundValue | undefined {
  const { items } = scope.sentence;
  const quoted = scope.slots.find((index) => slotAt(scope.sentence, index)?.value.type === 'quoted');
  if (quoted !== undefined)
    return { from: quoted, to: quoted + 1, start: (items[quoted]?.start ?? 0) + 1, end: (items[quoted]?.end ?? 1) - 1 };
  let from = startOf(scope, used, isName);
  while (from < scope.to && isLeading(items[from], used.has(from))) from += 1;
  let to = from;
  while (to < scope.to && !endsAt(items, to, from, isName)) to += 1;
  while (to > from && (isMark(items[to - 1]) || /^(?:and|then|plus)$/.test(keyOf(items[to - 1])))) to -= 1;
  // The name of what is made may stand in front ("register X as a new resource").
  if (to <= from && isName) [from, to] = between(scope, used, isWrittenAsName);
  if (to <= from && !isName && ![...used].some((index) => items[index]?.kind === 'slot'))
    [from, to] = between(scope, used);
  if (to <= from) return undefined;
  return { from, to, start: items[from]?.start ?? 0, end: items[to - 1]?.end ?? 0 };
}

/** Behind the last marker that stands behind all that is known; else behind all that is known. */
function startOf(scope: Scope, used: ReadonlySet<number>, isName: boolean): number {
  const { items } = scope.sentence;
  if (isName)
    for (let index = scope.from; index < scope.to; index += 1) {
      const item = items[index];
      if (item?.kind === 'word' && /^(?:named|called|name|namely)$/.test(item.key)) return index + 1;
    }
  const known = [...used].filter((index) => index >= scope.from && index < scope.to);
  const firstSlot = known.filter((index) => items[index]?.kind === 'slot').sort((a, b) => a - b)[0];
  const lastWord = isName
    ? Math.max(scope.from - 1, ...known.filter((index) => items[index]?.kind === 'word'))
    : Math.min(
        scope.to,
        Math.max(firstSlot ?? -1, ...known.filter((index) => items[index]?.kind === 'word' && index < scope.to)),
      );
  const after = Math.max(lastWord, isName ? -1 : (firstSlot ?? -1)) + 1;
  for (let index = after; index < scope.to; index += 1) {
    const item = items[index];
    if (
      (item?.kind === 'word' && !isName && markers.has(item.key)) ||
      (item?.kind === 'mark' && /^[:=]|->|→$/.test(item.text))
    )
      return index + 1;
    if (item?.kind === 'slot') break;
  }
  return Math.max(after, scope.from);
}

/** With a capital, or a word of no sentence. */
function isWrittenAsName(text: string): boolean {
  return /^\p{Lu}/u.test(text) || !isEverydayWord(fold(text));
}

/** The first words that nothing explains, where the words that ask for a value surround it. */
function between(
  scope: Scope,
  used: ReadonlySet<number>,
  isMeant: (text: string) => boolean = () => true,
): [number, number] {
  const isFree = (index: number): boolean =>
    index < scope.to && !used.has(index) && scope.sentence.items[index]?.kind === 'word' && !scope.isHarmless(index);
  let from = scope.from;
  while (from < scope.to && !(isFree(from) && isMeant(scope.sentence.items[from]?.text ?? ''))) from += 1;
  let to = from;
  // "Alpha Team": what is written as a name goes on with words that mean something elsewhere.
  const goesOn = (index: number): boolean =>
    index > from && index < scope.to && /^\p{Lu}/u.test(scope.sentence.items[index]?.text ?? '') && isWordAt(index);
  const isWordAt = (index: number): boolean => scope.sentence.items[index]?.kind === 'word';
  while (isFree(to) || (goesOn(to) && /^\p{Lu}/u.test(scope.sentence.items[from]?.text ?? ''))) to += 1;
  return [from, to];
}

function isLeading(item: Item | undefined, isUsed: boolean): boolean {
  if (!item) return false;
  return (
    isUsed ||
    (item.kind === 'word'
      ? leading.has(item.key) && !/^\p{Lu}/u.test(item.text)
      : item.kind === 'mark' && /^[\s:=,"'\n•→-]|->$/.test(item.text))
  );
}

function endsAt(items: readonly Item[], index: number, from: number, isName: boolean): boolean {
  const item = items[index];
  if (!item) return true;
  if (item.kind === 'mark')
    return (
      /^[\n;!?"•]$/.test(item.text) ||
      (isName && /^[,:(]$/.test(item.text)) ||
      (item.text === '.' && !isInside(items, index))
    );
  if (item.kind === 'slot')
    return (
      (isName && (item.value.type === 'link' || item.value.type === 'time')) ||
      (item.value.type === 'time' && item.value.time.role === 'start' && index > from)
    );
  // "… Loading Bay and add Zed to it": the name ends where the next wish begins.
  const next = items[index + 1];
  if (isName && index > from && /^(?:and|then|plus)$/.test(item.key) && isOrder(next)) return true;
  if (tails.some((tail) => tail.every((word, step) => keyOf(items[index + step]) === word) && index > from))
    return true;
  return (
    index > from &&
    (isName
      ? nameEnds.has(item.key) && !/^\p{Lu}/u.test(item.text) && !/^(?:and|for|with)$/.test(item.key)
      : valueEnds.has(item.key))
  );
}

/** A verb in small letters that begins a wish. */
function isOrder(item: Item | undefined): boolean {
  return imperatives.has(keyOf(item)) && /^\p{Ll}/u.test(item?.text ?? '');
}

function isInside(items: readonly Item[], index: number): boolean {
  const [before, after] = [items[index - 1], items[index + 1]];
  return (
    before !== undefined &&
    after !== undefined &&
    before.end === items[index]?.start &&
    after.start === items[index]?.end
  );
}

function isMark(item: Item | undefined): boolean {
  return item?.kind === 'mark' && !/^[)"'-]$/.test(item.text);
}

function keyOf(item: Item | undefined): string {
  return item?.kind === 'word' ? item.key : '';
}
