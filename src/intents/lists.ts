import type { Item } from './items.js';

/** A mark between two slots of one sort joins them. */
export function isList(items: readonly Item[], index: number): boolean {
  let [left, right] = [index - 1, index + 1];
  const skips = (item: Item | undefined): boolean =>
    (item?.kind === 'mark' && /^[,;\n•+&."'()<>-]$/.test(item.text)) ||
    (item?.kind === 'word' && /^(?:and|or|plus|also|then|n|mr|ms|mrs|sorry|the|a)$/.test(item.key)) ||
    (item?.kind === 'word' && isPreposition(item.key));
  while (skips(items[left]) && !isPreposition(wordAt(items[left]))) left -= 1;
  while (skips(items[right])) right += 1;
  if (!samePreposition(items, left, right)) return false;
  const [a, b] = [items[left], items[right]];
  if (a?.kind !== 'slot' || b?.kind !== 'slot') return false;
  if (a.value.type === 'name' && b.value.type === 'name') {
    const sorts = new Set(b.value.found.readings.map((one) => one.of));
    return a.value.found.readings.some((one) => sorts.has(one.of)) && !hasOwnTail(items, right);
  }
  const person = (item: typeof a): boolean =>
    item.value.type === 'mention' ||
    item.value.type === 'address' ||
    (item.value.type === 'name' && item.value.found.readings[0]?.of === 'people');
  return a.value.type === b.value.type ? a.value.type !== 'time' : person(a) && person(b);
}

function isPreposition(key: string): boolean {
  return /^(?:to|in|into|for|of|from|out)$/.test(key);
}

/** "to Sales and to Marketing" is a list, "out of Sales, into Marketing" is none. */
function samePreposition(items: readonly Item[], left: number, right: number): boolean {
  const before = (at: number): string => {
    for (let step = at - 1; step >= at - 4; step -= 1) {
      const key = wordAt(items[step]);
      if (isPreposition(key)) return key;
      if (!/^(?:the|a|group|of|team|mr|ms)$/.test(key)) return '';
    }
    return '';
  };
  const own = before(right);
  return own === '' || own === before(left);
}

/** "… Zed until Friday, Ann until Monday": the second is a wish of its own. */
function hasOwnTail(items: readonly Item[], right: number): boolean {
  const next = items[right + 1];
  if (next?.kind === 'slot' && next.value.type === 'time') {
    for (let at = right - 1; at >= 0; at -= 1) {
      const item = items[at];
      if (item?.kind === 'slot') return item.value.type === 'time';
    }
  }
  return false;
}

export function wordAt(item: Item | undefined): string {
  return item?.kind === 'word' ? item.key : '';
}
