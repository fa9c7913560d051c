import type { Item } from './items.js';
import { wordAt } from './lists.js';
import { given } from '../domain/given.js';

/** A run of items between two breaks of a sentence; `to` is the first item behind it. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** What stands behind it: the end of a sentence, or less. */
  readonly end: '.' | '?' | '!' | ',' | ':' | '\n' | '';
  /** A comma, a colon or a full stop before it, rather than a mere change of subject. */
  readonly isSeparate: boolean;
  /** The word that opens it as a reason, a condition, a second wish. */
  readonly opener?: string;
  /** A row of a table: it lends its names and says nothing. */
  readonly isRow?: true;
}

const reasonOpeners = new Set([
  'because',
  'cause',
  'cos',
  'cuz',
  'since',
  'bc',
  'coz',
  'reason',
  'reasons',
  'justification',
  'purpose',
  'why',
  'note',
  'owing',
  'due',
  'weil',
]);
export const openers = new Set([
  ...reasonOpeners,
  'but',
  'then',
  'if',
  'unless',
  'provided',
  'once',
  'while',
  'although',
  'though',
  'so',
  'otherwise',
  'before',
  'after',
]);
export const subjects = new Set([
  'i',
  'im',
  'ive',
  'ill',
  'id',
  'he',
  'she',
  'hes',
  'shes',
  'we',
  'they',
  'theyre',
  'its',
  'theres',
]);
/** Verbs that begin a wish of their own behind an "and". */
export const imperatives: ReadonlySet<string> = new Set(
  'add put join leave remove take drop kick cancel withdraw approve deny reject accept create make rename hide unhide list show tell delete give get let export block unblock attach detach delegate change set transfer hand send include enrol invite turn switch end stop check verify ask call open close limit request refuse decline grant order book keep'.split(
    ' ',
  ),
);
export const auxiliaries = new Set([
  'do',
  'does',
  'did',
  'can',
  'could',
  'may',
  'might',
  'should',
  'shall',
  'will',
  'would',
  'am',
  'are',
  'is',
  'have',
  'has',
  'that',
  'whether',
  'if',
  'what',
  'which',
  'who',
  'where',
  'when',
  'why',
  'how',
  'so',
  'as',
  'because',
  'since',
  'and',
  'but',
  'until',
  'till',
  'while',
  'for',
  'than',
  'unless',
  'once',
  'before',
  'after',
  'whom',
  'like',
]);

/** A line with cells. */
export function isRow(items: readonly Item[], { from, to }: Clause): boolean {
  let [start, end, cells] = [from, to, 0];
  while (start > 0 && items[start - 1]?.text !== '\n') start -= 1;
  while (end < items.length && items[end]?.text !== '\n') end += 1;
  for (let index = start; index < end; index += 1) {
    const item = items[index];
    if (item?.kind === 'mark' && item.text === '|') cells += 2;
    else if (item?.kind === 'mark' && item.text === ';') cells += 1;
    else if (item?.kind === 'mark' && (/^[<>]$/.test(item.text) || (item.text === ':' && cells === 0))) return false;
  }
  return (
    cells >= 2 &&
    !items.slice(start, end).some((item) => item.kind === 'word' && imperatives.has(item.key) && item.key !== 'open')
  );
}

/** A description goes on to the end of its line or sentence, commas and all. */
export function wholeTexts(clauses: readonly Clause[], items: readonly Item[]): Clause[] {
  const whole: Clause[] = [];
  for (const clause of clauses) {
    const last = whole.at(-1);
    if (last && /^[:,]$/.test(last.end) && isDescribing(items, last))
      whole[whole.length - 1] = { ...last, to: clause.to, end: clause.end };
    else whole.push(clause);
  }
  return whole;
}

function isDescribing(items: readonly Item[], { from, to, end }: Clause): boolean {
  const at = items.findIndex(
    (item, index) =>
      index >= from &&
      index < to &&
      item.kind === 'word' &&
      item.forms.some((form) => /^(?:description|describe|blurb|name|title|called)$/.test(form)),
  );
  if (at < 0) return false;
  return (
    end === ':' ||
    items
      .slice(at, to)
      .some((item) => (item.kind === 'mark' && item.text === ':') || /^(?:as|to|is|reads?)$/.test(wordAt(item)))
  );
}

/** What opens with "because" or "purpose:" goes on to the end of its sentence, but for a time at its end. */
export function wholeReasons(clauses: readonly Clause[], items: readonly Item[]): Clause[] {
  const whole: Clause[] = [];
  for (const clause of clauses) {
    const first = wordAt(items[clause.from]);
    const opener =
      clause.opener ??
      (labels.has(first) &&
      (clause.end === ':' || isColonOrIs(items[clause.from + 1])) &&
      !states.has(wordAt(items[clause.from + 2]))
        ? first
        : undefined);
    const last = whole.at(-1);
    const goesOn =
      last !== undefined &&
      opensReason(last.opener) &&
      /^(?:,|:|)$/.test(last.end) &&
      !isOnlyTime(items, clause) &&
      !(opensSentence(whole) && wishing.has(wordAt(items[clause.from]))) &&
      (clause.opener === undefined || opensReason(clause.opener));
    if (goesOn) whole[whole.length - 1] = { ...last, to: clause.to, end: clause.end };
    else whole.push({ ...clause, ...given({ opener }) });
  }
  return whole;
}

/** "Since I moved to Berlin I need …": the reason stands first, and what follows is what is wished. */
function opensSentence(whole: readonly Clause[]): boolean {
  const before = whole.at(-2);
  return before === undefined || /^[.?!\n]$/.test(before.end);
}

const wishing = new Set(
  'please pls plz kindly add put i im id we can could would let give may need get remove take'.split(' '),
);

const labels = new Set(['reason', 'reasons', 'justification', 'purpose', 'note', 'background', 'motivation']);

function isOnlyTime(items: readonly Item[], clause: Clause): boolean {
  return items
    .slice(clause.from, clause.to)
    .every(
      (item) =>
        item.kind === 'mark' ||
        (item.kind === 'slot' && item.value.type === 'time') ||
        /^(?:please|pls|plz|thanks|thx)$/.test(wordAt(item)),
    );
}

/** Whether a word gives the reason for what stands before it. */
export function opensReason(opener: string | undefined): boolean {
  return opener !== undefined && reasonOpeners.has(opener);
}

export const states = new Set([
  'required',
  'mandatory',
  'optional',
  'off',
  'needed',
  'obligatory',
  'compulsory',
  'not',
  'no',
  'necessary',
  'to',
  'asked',
]);

export function isColonOrIs(item: Item | undefined): boolean {
  return (item?.kind === 'mark' && /^[:=]$/.test(item.text)) || wordAt(item) === 'is';
}
