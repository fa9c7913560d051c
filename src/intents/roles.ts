import type { Role } from './frames/notation.js';
import type { Item } from './items.js';

/** Words that tell how the slot behind them stands in its sentence. */
const prepositions: Readonly<Record<string, Role>> = {
  to: 'to',
  into: 'to',
  in: 'to',
  on: 'to',
  onto: 'to',
  inside: 'to',
  at: 'to',
  within: 'to',
  too: 'to',
  from: 'from',
  off: 'from',
  form: 'from',
  out: 'from',
  leaving: 'from',
  for: 'for',
  of: 'of',
  by: 'by',
  as: 'as',
  with: 'with',
  w: 'with',
  via: 'by',
  under: 'by',
  except: 'except',
  but: 'except',
  without: 'except',
  excluding: 'except',
  not: 'except',
  minus: 'except',
  unlike: 'except',
};
const arrows = /^(?:→|->|-->|=>|>>|➔|➡)$/;
/** What may stand between a preposition and its slot. */
const between = new Set(
  'me myself the a an my our this that new old group groups team called named colleague colleagues mr mrs ms miss dr both all colleague friend user person people following'.split(
    ' ',
  ),
);
const behind: Readonly<Record<string, Role>> = { in: 'to', out: 'from', off: 'from' };

/** The role of each slot, told by what stands before it, or by a particle behind it at the end of a clause. */
export function rolesOf(items: readonly Item[]): (Role | undefined)[] {
  const roles: (Role | undefined)[] = [];
  items.forEach((item, index) => {
    roles.push(item.kind === 'slot' ? (roleBefore(items, index, roles) ?? roleBehind(items, index)) : undefined);
  });
  return roles;
}

function roleBefore(items: readonly Item[], index: number, roles: readonly (Role | undefined)[]): Role | undefined {
  let isList = false;
  for (let at = index - 1; at >= 0 && at >= index - 6; at -= 1) {
    const item = items[at];
    if (!item) return undefined;
    if (item.kind === 'slot') return isList && sameSort(item, items[index]) ? roles[at] : undefined;
    if (item.kind === 'mark') {
      if (arrows.test(item.text)) return 'to';
      if (/^[,&+/;|\n•]$/.test(item.text)) isList = true;
      else if (!/^["'(:]$/.test(item.text)) return undefined;
      continue;
    }
    if (item.key === 'behalf' || item.key === 'name') return 'for';
    if (item.key === 'of' && /^(?:out|behalf|part|member|members|instead)$/.test(keyAt(items, at - 1))) {
      const word = keyAt(items, at - 1);
      return word === 'out' ? 'from' : word === 'behalf' ? 'for' : word === 'instead' ? 'except' : 'of';
    }
    // "Nope, not Chen" is about Chen.
    if (item.key === 'not' && /^(?:no|nope|nah|nay)$/.test(keyAt(items, at - 1))) return undefined;
    const role = prepositions[item.key];
    if (role !== undefined) return role === 'except' && isList ? 'except' : role;
    if (/^(?:and|or|plus|n|nor)$/.test(item.key)) isList = true;
    else if (!between.has(item.key)) return undefined;
  }
  return undefined;
}

function roleBehind(items: readonly Item[], index: number): Role | undefined {
  const next = items[index + 1];
  const after = items[index + 2];
  if (next?.kind !== 'word') return next?.kind === 'mark' && arrows.test(next.text) ? undefined : undefined;
  const role = behind[next.key];
  const isEnd =
    after === undefined ||
    after.kind === 'mark' ||
    (after.kind === 'slot' && after.value.type === 'time') ||
    /^(?:please|pls|plz|thx|thanks|until|for|too)$/.test(keyAt(items, index + 2));
  return role !== undefined && isEnd ? role : undefined;
}

function keyAt(items: readonly Item[], at: number): string {
  const item = items[at];
  return item?.kind === 'word' ? item.key : '';
}

function sameSort(a: Item, b: Item | undefined): boolean {
  if (a.kind !== 'slot' || b?.kind !== 'slot') return false;
  return sortOf(a) === sortOf(b);
}

function sortOf(item: Extract<Item, { kind: 'slot' }>): string {
  const { value } = item;
  if (value.type === 'mention' || value.type === 'address') return 'people';
  return value.type === 'name' ? (value.found.readings[0]?.of ?? '') : value.type;
}
