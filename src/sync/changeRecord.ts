import { occasionOf, type SyncDeps } from './deps.js';
import { save, untilWritten } from '../commands/change.js';
import type { CollectionName, Documents } from '../commands/ports.js';
import type { Occasion } from '../domain/revise.js';
import type { Granted } from '../domain/timers.js';

/** So many records are changed at the same moment, so that they share the disk's flush. */
const atOnce = 32;

/** Reads a record, asks the rule and saves, again where somebody was faster; says whether there was anything to save. */
export async function changeRecord<C extends CollectionName>(
  deps: SyncDeps,
  at: { readonly collection: C; readonly id: string; readonly known?: Documents[C] | undefined },
  decide: (current: Documents[C] | undefined, occasion: Occasion) => Granted<string, Documents[C]> | undefined,
): Promise<boolean> {
  const { collection, id } = at;
  let known = at.known;
  return untilWritten(`${collection} ${id}`, async () => {
    const current = known ?? (await deps.store.read(collection).get(id));
    known = undefined;
    const granted = decide(current, occasionOf(deps));
    if (!granted) return false;
    return (await save(deps, granted.proof, collection, granted.document)) === 'written' ? true : 'conflict';
  });
}

/** Does something for each of many, some at the same moment. */
export async function forEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) await Promise.all(items.slice(from, from + atOnce).map(act));
}
