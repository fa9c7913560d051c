import { type Item, sortsOf } from './items.js';
import { wordAt } from './lists.js';
import type { Clause } from './wholeClauses.js';

/** "… three new people: Zed, Cy and José": the people behind a colon belong to what stands before it. */
export function wholeLists(clauses: readonly Clause[], items: readonly Item[]): Clause[] {
  const whole: Clause[] = [];
  for (const clause of clauses) {
    const last = whole.at(-1);
    if (last?.end === ':' && !hasPeople(items, last) && isOnlyPeople(items, clause))
      whole[whole.length - 1] = { ...last, to: clause.to, end: clause.end };
    else whole.push(clause);
  }
  return whole;
}

function hasPeople(items: readonly Item[], { from, to }: Clause): boolean {
  return items.slice(from, to).some(isPerson);
}

function isOnlyPeople(items: readonly Item[], { from, to }: Clause): boolean {
  const own = items.slice(from, to);
  return (
    own.some(isPerson) &&
    own.every((item) => item.kind === 'mark' || isPerson(item) || /^(?:and|plus)$/.test(wordAt(item)))
  );
}

function isPerson(item: Item): boolean {
  return item.kind === 'slot' && sortsOf(item).every((sort) => sort === 'people');
}
