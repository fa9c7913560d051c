import type { EffectStore, HandlerDeps } from './handler.js';
import { signal, untilWritten } from '../commands/change.js';
import type { CollectionName, Documents } from '../commands/ports.js';
import type { Authorized } from '../domain/authorized.js';
import type { Origin } from '../domain/effect.js';
import { given } from '../domain/given.js';
import type { Occasion } from '../domain/revise.js';

/** A record to write, with its proof. */
export interface Write<D> {
  readonly proof: Authorized;
  readonly document: D;
}

/** The circumstances of a change that the outbox makes now. */
export function occasionOf(
  { clock, processId, ids }: Pick<HandlerDeps, 'clock' | 'processId' | 'ids'>,
  origin: Origin | undefined,
): Occasion {
  return { now: clock.now(), processId, newId: () => ids.uuid(), ...given({ origin }) };
}

/** The same, of a process that leaves to others what it cannot begin soon. */
function occasionBeside(deps: HandlerDeps, { tenantId, origin }: EffectStore): Occasion {
  return { ...occasionOf(deps, origin), ...(deps.work.isBusy(tenantId) ? { isBusy: true } : {}) };
}

/**
 * Changes another record than the one that the effect lives in: reads it, asks the rule, writes, and does so again when
 * somebody was faster. The rule answers nothing when the record is as it should be, so that repeating changes nothing.
 */
export async function changeRecord<C extends CollectionName>(
  deps: HandlerDeps,
  store: EffectStore,
  at: { readonly collection: C; readonly id: string },
  decide: (current: Documents[C] | undefined, occasion: Occasion) => Write<Documents[C]> | undefined,
): Promise<void> {
  const { collection, id } = at;
  await untilWritten(`${collection} ${store.tenantId}/${id}`, async () => {
    const current = await store.read(collection).get(id);
    const write = decide(current, occasionBeside(deps, store));
    if (!write) return undefined;
    const { proof, document } = write;
    const result = current
      ? await store.replace(proof, collection, document)
      : await store.insert(proof, collection, document);
    if (result !== 'written') return 'conflict';
    signal({ store, work: deps.work, processId: deps.processId }, collection, document);
    return undefined;
  });
}
