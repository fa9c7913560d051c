import { sortsOf, type Item, type SlotItem } from './items.js';
import { replacing } from './words/en/replacing.js';

/** A row of items in which every "X, no, Y" has become Y, and whether there was any. */
export interface Replaced {
  readonly items: readonly Item[];
  readonly isReplaced: boolean;
}

/** The most items between what is taken back and what stands for it. */
const widest = 9;

/** "Sales, no sorry, Marketing", "until Friday, make that Monday": what was said last stands where the first stood. */
export function replaceTakenBack(items: readonly Item[]): Replaced {
  const kept = [...items];
  let isReplaced = false;
  for (let index = 1; index < kept.length; index += 1) {
    const later = kept[index];
    const from = later?.kind === 'slot' ? correctorBefore(kept, index, later) : undefined;
    if (later?.kind !== 'slot' || from === undefined || isDecided(kept, index)) continue;
    const at = sameSortBefore(kept, from, later);
    const first = kept[at];
    if (first?.kind !== 'slot' || isAnswered(kept, at)) continue;
    const taken = nameIn(first);
    const next = kept[index + 1]?.kind === 'mark' ? kept[index + 2] : kept[index + 1];
    // "Sales - no, not Sales, Finance": what is named again is what is taken back.
    if (taken !== '' && nameIn(later) === taken && next?.kind === 'slot') {
      kept.splice(index, kept.indexOf(next) - index);
      index -= 1;
      continue;
    }
    kept.forEach((item, place) => {
      // "Put me in Sales. Sorry, Sales is wrong, I meant Finance."
      if (place === at || (place < at && item.kind === 'slot' && taken !== '' && nameIn(item) === taken))
        kept[place] = { ...(item as SlotItem), text: later.text, value: inPlaceOf(first, later) };
    });
    kept.splice(from, index + 1 - from);
    isReplaced = true;
    index = from - 1;
  }
  return { items: kept, isReplaced };
}

function nameIn(item: Item): string {
  if (item.kind !== 'slot') return '';
  const { value } = item;
  return value.type === 'name' ? value.found.readings.flatMap((one) => one.candidates.map(({ id }) => id)).join() : '';
}

/** Where the words that take something back begin, which end at an index. */
function correctorBefore(items: readonly Item[], index: number, later: SlotItem): number | undefined {
  let isStrong = false;
  let from = index;
  for (let at = index - 1; at > 0 && index - at <= widest; at -= 1) {
    const item = items[at];
    if (!item || item.kind === 'slot') break;
    if (item.kind === 'mark') {
      if (!replacing.marks.has(item.text)) break;
    } else if (!replacing.between.has(item.key)) break;
    if (item.kind === 'word') {
      const before = items[at - 1];
      const next = items[at + 1];
      const isPair = next?.kind === 'word' && replacing.pairs.has(`${item.key} ${next.key}`);
      // "for 2 weeks sorry 3 weeks".
      const isBetween =
        item.key === 'sorry' && before?.kind === 'slot' && later.value.type === 'time' && before.value.type === 'time';
      const isNo = replacing.afterMark.has(item.key) && before?.kind === 'mark' && replacing.marks.has(before.text);
      isStrong ||= replacing.strong.has(item.key) || isPair || isNo || isBetween;
    }
    from = at;
  }
  const before = items[from - 1];
  // "… and, sorry, Finance" adds something.
  const isMore = before?.kind === 'word' && replacing.adding.has(before.key);
  return isStrong && !isMore ? from : undefined;
}

/** "Zed no, Lea yes" are two decisions, and "… too" adds something. */
function isDecided(items: readonly Item[], index: number): boolean {
  const next = items[index + 1]?.kind === 'mark' ? items[index + 2] : items[index + 1];
  return next?.kind === 'word' && replacing.goesOn.has(next.key);
}

/** "yes to Lea, no to Chen": each has its own answer before it. */
function isAnswered(items: readonly Item[], at: number): boolean {
  const before = [items[at - 1], items[at - 2]].filter((item) => item?.kind === 'word');
  const [last, first] = before;
  const answer = last?.kind === 'word' && /^(?:to|for)$/.test(last.key) ? first : last;
  return answer?.kind === 'word' && replacing.goesOn.has(answer.key);
}

function sameSortBefore(items: readonly Item[], from: number, later: SlotItem): number {
  const sorts = sortsOf(later);
  for (let at = from - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item?.kind === 'slot' && sortsOf(item).some((one) => sorts.includes(one))) return at;
  }
  return -1;
}

/** A day that takes the place of an end is one. */
function inPlaceOf(first: SlotItem, { value }: SlotItem): SlotItem['value'] {
  if (first.value.type !== 'time' || value.type !== 'time' || value.time.role !== 'point') return value;
  return {
    ...value,
    time: { ...value.time, role: first.value.time.role === 'length' ? 'end' : first.value.time.role },
  };
}
