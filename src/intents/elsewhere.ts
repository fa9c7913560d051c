import { fold } from './entities/fold.js';
import type { Intent } from './intent.js';
import type { Item } from './items.js';
import { blanks } from './slots.js';
import type { Understanding } from './understand.js';
import { asksAfterIt, asksForSomebody, asksForMe, whatTheyHave } from './words/elsewhere.en.js';

/** Longer than this, a text says more than one of these. */
const longest = 120;

/**
 * What is answered by something else than it asks for: "did Olga answer yet?" by how one's requests stand, "can I talk
 * to a human?" by who administers, "I need what Mona has" by the question which group it is, since who is in what is
 * for owners to see.
 */
export function readElsewhere(text: string, { items }: Understanding): Intent | undefined {
  if (text.length > longest) return undefined;
  const said = fold(withoutNames(items));
  if (asksAfterIt.test(said)) return { kind: 'listMyRequests', page: 1 };
  if (asksForSomebody.test(said)) return { kind: 'listAdmins' };
  return whatTheyHave.test(said) || asksForMe.test(said) ? { kind: 'joinGroup', target: blanks.target } : undefined;
}

/** The words with "P" in the place of each person; a group, a resource or a time makes it another sentence. */
function withoutNames(items: readonly Item[]): string {
  return items
    .map((item) => {
      if (item.kind !== 'slot') return item.kind === 'mark' ? ' ' : item.text;
      const { value } = item;
      if (value.type === 'mention' || value.type === 'address') return 'P';
      if (value.type !== 'name') return 'X';
      return value.found.readings.every(({ of }) => of === 'people') ? 'P' : 'X';
    })
    .join(' ');
}
