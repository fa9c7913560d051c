import type { Item, SlotItem } from './items.js';
import { introducing } from './words/en/introducing.js';

/**
 * A message as whoever writes it means it: their own name is "me", and the department that somebody comes from ("Bo from
 * Sales", "it's Priya from Legal") is no group that is asked about.
 */
export function asWriter(items: readonly Item[], me: string): readonly Item[] {
  const own = items.map((item, index): Item => (isOwn(item, me) && !isListed(items, index) ? toMe(item) : item));
  return own.map((item, index): Item =>
    isOrigin(own, index) || isRunning(own, index) || isTeller(own, index) ? toWord(item) : item,
  );
}

function isOwn(item: Item, me: string): item is SlotItem {
  if (item.kind !== 'slot' || item.value.type !== 'name') return false;
  const { readings } = item.value.found;
  return readings.every(({ of, candidates }) => of === 'people' && candidates.length === 1 && candidates[0]?.id === me);
}

/** One of several people stays one of them. */
function isListed(items: readonly Item[], index: number): boolean {
  return [-1, 1].some((step) => {
    const [next, after] = [items[index + step], items[index + 2 * step]];
    const isJoiner =
      next?.kind === 'mark'
        ? introducing.listMarks.has(next.text)
        : introducing.joiners.has(keyAt(items, index + step));
    return isJoiner && after?.kind === 'slot' && isPerson(after);
  });
}

function toMe({ text, start, end }: SlotItem): Item {
  return { kind: 'word', text, key: 'me', forms: ['me'], start, end };
}

function toWord({ text, start, end }: Item): Item {
  return { kind: 'word', text, key: introducing.department, forms: [introducing.department], start, end };
}

/** A group's name behind "from" or "in" behind somebody, where nothing is taken from anywhere. */
function isOrigin(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'slot' || item.value.type !== 'name') return false;
  if (!item.value.found.readings.every(({ of }) => of === 'groups')) return false;
  let at = index - 1;
  while (at >= 0 && introducing.articles.has(keyAt(items, at))) at -= 1;
  const preposition = keyAt(items, at);
  if (!introducing.prepositions.has(preposition)) return false;
  const before = items[at - 1];
  const isSomebody =
    before?.kind === 'slot' ? preposition === 'from' && isPerson(before) : introducing.self.has(keyAt(items, at - 1));
  return (
    isSomebody && !items.some((one) => one.kind === 'word' && one.forms.some((form) => introducing.taking.has(form)))
  );
}

/** "The group that Olga runs": who runs it is not whom it is about. */
function isRunning(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'slot' || !isPerson(item)) return false;
  const before = keyAt(items, index - 1);
  return (
    (introducing.relative.has(before) || introducing.thing.has(before)) && introducing.run.has(keyAt(items, index + 1))
  );
}

/** "Dee said you can add me": who said so is not whom it is about, unless somebody else is. */
function isTeller(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'slot' || !isPerson(item) || !introducing.telling.has(keyAt(items, index + 1))) return false;
  const isTold = introducing.told.has(keyAt(items, index + 2));
  return isTold && !items.some((one) => one.kind === 'word' && introducing.others.has(one.key));
}

function isPerson({ value }: SlotItem): boolean {
  return (
    value.type === 'mention' ||
    value.type === 'address' ||
    (value.type === 'name' && value.found.readings.every(({ of }) => of === 'people'))
  );
}

function keyAt(items: readonly Item[], at: number): string {
  const item = items[at];
  return item?.kind === 'word' ? item.key : '';
}
