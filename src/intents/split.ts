import { isPast } from './words/stems.js';
import { type Item, sortsOf } from './items.js';
import { isList, wordAt } from './lists.js';
import {
  type Clause,
  auxiliaries,
  imperatives,
  isColonOrIs,
  isRow,
  openers,
  states,
  subjects,
  wholeReasons,
  wholeTexts,
} from './wholeClauses.js';
import { bystanding } from './words/en/bystanding.js';
import { wholeLists } from './wholeLists.js';
import { given } from '../domain/given.js';

/** Tells the clauses of a message apart: at marks, at words that open one, and where a new subject begins. */
export function splitClauses(items: readonly Item[]): Clause[] {
  const clauses: Clause[] = [];
  let [from, isSeparate, opener]: [number, boolean, string | undefined] = [0, true, undefined];
  const close = (to: number, end: Clause['end'], next: number, nextSeparate: boolean, nextOpener?: string): void => {
    if (to > from) clauses.push({ from, to, end, isSeparate, ...given({ opener }) });
    if (to > from || nextOpener !== undefined || !isSeparate) [isSeparate, opener] = [nextSeparate, nextOpener];
    from = next;
  };
  items.forEach((item, index) => {
    if (index < from) return;
    if (item.kind === 'mark') {
      const end = endAt(items, index);
      if (end !== undefined) close(index, end, index + 1, true);
    } else if (item.kind === 'word' && opensAt(items, index, from)) {
      const isOpener = openers.has(item.key) && item.key !== 'so';
      const before = items[index - 1];
      close(
        index,
        '',
        index,
        isOpener || (index === from && isSeparate) || before?.kind === 'mark',
        openers.has(item.key) ? item.key : undefined,
      );
    } else if (isNewDecision(items, index, from) || isBystander(items, index, from)) close(index, ',', index, true);
  });
  close(items.length, '', items.length, true);
  return wholeTexts(wholeLists(wholeReasons(clauses, items), items), items).map((clause) =>
    isRow(items, clause) ? { ...clause, isRow: true } : clause,
  );
}

function endAt(items: readonly Item[], index: number): Clause['end'] | undefined {
  const item = items[index];
  const [before, after] = [items[index - 1], items[index + 1]];
  switch (item?.text) {
    case '.':
      // "Mr." and an initial are no end of a sentence.
      if (
        before?.kind === 'word' &&
        /^(?:mr|mrs|ms|dr|st|e|g|eg|ie|approx|max|dept)$/.test(before.key) &&
        after?.kind !== 'mark'
      )
        return undefined;
      if (
        before?.kind === 'slot' &&
        /(?:^|[\s])\p{L}$/u.test(before.text) &&
        after?.kind === 'word' &&
        /^\p{Ll}/u.test(after.text)
      )
        return undefined;
      return '.';
    case '?':
      return '?';
    case '!':
      return '!';
    case '…':
    case ';':
      return isList(items, index) ? undefined : '.';
    case '\n':
    case '•':
    case '|':
      return isList(items, index) ? undefined : '\n';
    case ':':
      return ':';
    case ',':
      return isList(items, index) ? undefined : ',';
    case '(':
    case ')':
      return ',';
    case '-':
    case '–':
    case '—':
      if (isList(items, index)) return undefined;
      return before !== undefined && after !== undefined && before.end < item.start ? ',' : undefined;
    default:
      return undefined;
  }
}

function opensAt(items: readonly Item[], index: number, from: number): boolean {
  const item = items[index];
  if (item?.kind !== 'word' || index === 0) return false;
  const before = items[index - 1];
  const isWritten = /^\p{Lu}\p{Ll}/u.test(item.text) && before?.kind === 'word';
  if (openers.has(item.key) && !isWritten) {
    if (item.key === 'so' && (index === from || /^(?:be|and|or|not)$/.test(wordAt(before)))) return false;
    if (
      /^(?:if|once|when)$/.test(item.key) &&
      /^(?:as|only|see|know|tell|check|whether|happens?|what|asks?|asking|asked|wonders?|wondering|ok|okay|alright|possible|fine|cool|good|great|nice|mind|problem|appreciate|it|wonderful|lovely|grateful|glad|happy)$/.test(
        wordAt(before),
      )
    )
      return false;
    // "Tell me if Zed is in it."
    if (item.key === 'if' && /^(?:tell|see|check|show|let)$/.test(wordAt(items[index - 2]))) return false;
    if (item.key === 'if' && /^(?:not|so|needed|necessary)$/.test(wordAt(items[index + 1]))) return false;
    if (/^(?:reason|reasons|purpose|justification|note|why)$/.test(item.key))
      return (
        index > from &&
        isColonOrIs(items[index + 1]) &&
        !states.has(wordAt(items[index + 2])) &&
        wordAt(before) !== 'the' &&
        index - from > 0
      );
    if (/^(?:due|owing)$/.test(item.key)) return wordAt(items[index + 1]) === 'to';
    // "… have to ask before they join": how it is done, and no condition.
    if (
      item.key === 'before' &&
      /^(?:they|people|anybody|anyone|somebody|someone|joining|entering|you|being|he|she)$/.test(
        wordAt(items[index + 1]),
      ) &&
      items.slice(from, index).some((one) => /^(?:must|have|has|need|needs|should|ask|approval)$/.test(wordAt(one)))
    )
      return false;
    if (item.key === 'since') return items[index + 1]?.kind === 'word' && !/^\d/.test(wordAt(items[index + 1]));
    if (item.key === 'but' && items[index + 1]?.kind === 'slot') return false;
    if (item.key === 'but' && /^(?:nobody|noone|one|none|everybody|everyone|anybody|anyone)$/.test(wordAt(before)))
      return false;
    if (
      item.key === 'if' &&
      /^(?:i|you|u|we|it|its|thats|that|possible)$/.test(wordAt(items[index + 1])) &&
      /^(?:may|could|can|please|would|dont|mind|ok|okay|possible|alright|is|might|like|let|allow|agree|)$/.test(
        wordAt(items[index + 2]),
      )
    )
      return false;
    if (item.key === 'after' && /^look/.test(wordAt(before))) return false;
    if (item.key === 'then') return index > from + 1 && !isList(items, index);
    return true;
  }
  if (index === from) return false;
  if (item.key === 'out' && isJoiner(before) && wordAt(items[index + 1]) === 'of') return true;
  // "Get me out of Sales and into R&D."
  if (/^(?:into|onto)$/.test(item.key) && isJoiner(before) && takesOut(items.slice(from, index))) return true;
  // "… as his certificate has expired".
  if (item.key === 'as' && isTellingWhy(items, index)) return true;
  if (
    imperatives.has(item.key) ||
    item.forms.some(
      (form) => imperatives.has(form) && item.key.length > 3 && !isPast(item.key) && !item.key.endsWith('ing'),
    )
  )
    return isJoiner(before);
  if (/^(?:my|who|whos|what|which|how|why)$/.test(item.key))
    return isJoiner(before) && wordAt(items[index + 1]) !== 'team';
  // "Tell Chen he is welcome" is one thing that is said.
  if (before?.kind === 'slot' && /^(?:tell|told|let|inform|remind)$/.test(wordAt(items[from]))) return false;
  // "Maybe I'll join" supposes it.
  if (index - from === 1 && /^(?:maybe|perhaps|possibly|probably)$/.test(wordAt(before))) return false;
  if (subjects.has(item.key))
    return !auxiliaries.has(wordAt(before)) && before?.kind !== 'mark' && !isVerbBefore(before);
  return false;
}

/** Behind "as", somebody with a verb tells why. */
function isTellingWhy(items: readonly Item[], index: number): boolean {
  const next = wordAt(items[index + 1]);
  if (/^(?:i|he|she|they|we|it|im|ive|theres|there)$/.test(next)) return wordAt(items[index - 1]) !== 'same';
  if (!/^(?:my|our|his|her|their|the|this|that)$/.test(next)) return false;
  return items.slice(index + 2, index + 5).some((one) => /^(?:is|are|was|has|have|will|had)$/.test(wordAt(one)));
}

function takesOut(items: readonly Item[]): boolean {
  return items.some((item) => /^(?:out|off|from)$/.test(wordAt(item)));
}

function isJoiner(item: Item | undefined): boolean {
  return /^(?:and|plus|then|also|n)$/.test(wordAt(item)) || (item?.kind === 'mark' && /^[+&]$/.test(item.text));
}

function isVerbBefore(before: Item | undefined): boolean {
  return (
    before?.kind === 'word' &&
    /^(?:let|think|guess|believe|hope|said|says|told|think|know|not|then|to|of|me|him|her|us|become|rename|change|takes|with|person|one|by|rather|possible|group|groups|everything|all|anything|stuff|access)$/.test(
      before.key,
    )
  );
}

/** "need Finance asap gil knows": what somebody knows or agreed to stands by itself. */
function isBystander(items: readonly Item[], index: number, from: number): boolean {
  const item = items[index];
  const before = items[index - 1];
  if (item?.kind !== 'slot' || index - from < 2 || !sortsOf(item).every((sort) => sort === 'people')) return false;
  if (!bystanding.verbs.has(wordAt(items[index + 1]))) return false;
  return before?.kind === 'slot' || !(bystanding.notBefore.has(wordAt(before)) || auxiliaries.has(wordAt(before)));
}

/** "zed yes lea no": behind a decided person the next one begins. */
function isNewDecision(items: readonly Item[], index: number, from: number): boolean {
  const item = items[index];
  if (item?.kind !== 'slot' || item.value.type !== 'name' || index - from < 2) return false;
  const before = wordAt(items[index - 1]);
  const first = items[from];
  return /^(?:yes|no|ok|okay|yep|nope|fine|👍|👎|✅|❌)$/u.test(before) && first?.kind === 'slot';
}
