import { type Item, sortsOf } from './items.js';
import type { Span } from './message.js';
import { introducing } from './words/en/introducing.js';
import { placing } from './words/en/placing.js';

/** A group that is named by who runs it alone ("the group Jörg runs", "my group"). */
export interface Place extends Span {
  /** Who runs it; nobody stands for whoever writes. */
  readonly leaderId?: string;
}

/** The groups of a message that are named by who runs them. */
export function findPlaces(items: readonly Item[]): Place[] {
  const places: Place[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'word') return;
    const found = runBy(items, index) ?? ownedBy(items, index);
    if (found && places.every(({ end }) => end <= found.start)) places.push(found);
  });
  return places;
}

/** "The group that Jörg runs", "whichever club I lead". */
function runBy(items: readonly Item[], index: number): Place | undefined {
  if (!placing.things.has(keyAt(items, index))) return undefined;
  let at = index + 1;
  if (introducing.relative.has(keyAt(items, at))) at += 1;
  const leader = leaderAt(items, at);
  at += 1;
  if (placing.helping.has(keyAt(items, at))) at += 1;
  const verb = items[at];
  if (!leader || verb?.kind !== 'word' || !placing.run.has(verb.key)) return undefined;
  const first = placing.articles.has(keyAt(items, index - 1)) ? index - 1 : index;
  return { start: items[first]?.start ?? 0, end: verb.end, ...leader };
}

/** "Jörg's group", "my group". */
function ownedBy(items: readonly Item[], index: number): Place | undefined {
  const [before, item] = [items[index - 1], items[index]];
  if (!item || !before || !placing.owned.has(keyAt(items, index))) return undefined;
  const isNamed = items[index + 1]?.kind === 'slot' && sortsOf(items[index + 1] as never).includes('groups');
  if (isNamed) return undefined;
  const span = { start: before.start, end: item.end };
  if (before.kind === 'word') return placing.mine.has(before.key) ? span : undefined;
  const leader = leaderAt(items, index - 1);
  return leader && before.kind === 'slot' && /s$|['’]$/i.test(before.text) ? { ...span, ...leader } : undefined;
}

/** Whoever stands there, if it is one person. */
function leaderAt(items: readonly Item[], at: number): { readonly leaderId?: string } | undefined {
  const item = items[at];
  if (item?.kind === 'word') return item.key === 'i' ? {} : undefined;
  if (item?.kind !== 'slot' || item.value.type !== 'name') return undefined;
  const [only, other] = item.value.found.readings.find(({ of }) => of === 'people')?.candidates ?? [];
  return only && !other ? { leaderId: only.id } : undefined;
}

function keyAt(items: readonly Item[], at: number): string {
  const item = items[at];
  return item?.kind === 'word' ? item.key : '';
}
