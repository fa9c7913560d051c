import type { CollectionName, Documents, WriteResult } from './ports.js';
import type { Turn } from './turn.js';
import type { Authorized } from '../domain/authorized.js';

/** Saves a new record or the next version of one, and wakes the dispatcher for the effects that this process leased. */
export async function save<C extends CollectionName>(
  turn: Pick<Turn, 'store' | 'work' | 'processId'>,
  proof: Authorized,
  collection: C,
  document: Documents[C],
): Promise<WriteResult> {
  const { store, work, processId } = turn;
  const result =
    document.version === 1
      ? await store.insert(proof, collection, document)
      : await store.replace(proof, collection, document);
  if (result === 'written' && document.lease?.holder === processId) {
    work.due({ collection, tenantId: store.tenantId, id: document.key.slice(store.tenantId.length + 1) });
  }
  return result;
}
