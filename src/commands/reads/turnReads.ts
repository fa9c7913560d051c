import type { CollectionName, Documents, Reader, TenantStore, WriteResult } from '../ports.js';
import { groupIdOf, idOf } from '../../domain/keys.js';

/**
 * A tenant's store for the length of one turn: a record that was read is not read by its key again, until this
 * turn writes it or learns from a lost race that somebody else has written. Searches always ask the store. A place in a
 * group rests on the group, too: once it is written, the group is looked at again.
 */
export function readOnce(store: TenantStore): TenantStore {
  const known = new Map<string, Documents[CollectionName] | undefined>();
  const forget = (collection: CollectionName, id: string, result: WriteResult): WriteResult => {
    if (result !== 'written') known.clear();
    known.delete(`${collection} ${id}`);
    if (collection === 'memberships') known.delete(`groups ${groupIdOf(id)}`);
    return result;
  };
  return {
    ...store,
    read: (collection) => createReader(store.read(collection), collection, known),
    insert: async (proof, collection, document, claims) =>
      forget(collection, idOf(document), await store.insert(proof, collection, document, claims)),
    replace: async (proof, collection, document, claims) =>
      forget(collection, idOf(document), await store.replace(proof, collection, document, claims)),
  };
}

function createReader<C extends CollectionName>(
  reader: Reader<Documents[C]>,
  collection: C,
  known: Map<string, Documents[CollectionName] | undefined>,
): Reader<Documents[C]> {
  const placeOf = (id: string): string => `${collection} ${id}`;
  // The key names the collection, so what is kept under it is one of its records.
  const recall = (id: string): Documents[C] | undefined => known.get(placeOf(id)) as Documents[C] | undefined;
  const readMissing = async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => !known.has(placeOf(id)));
    if (missing.length === 0) return;
    const found = new Map((await reader.getMany(missing)).map((document) => [idOf(document), document]));
    for (const id of missing) known.set(placeOf(id), found.get(id));
  };
  return {
    async find(query) {
      const found = await reader.find(query);
      for (const document of found) {
        const place = placeOf(idOf(document));
        if (!known.has(place)) known.set(place, document);
      }
      return found;
    },
    count: (where) => reader.count(where),
    async get(id) {
      if (!known.has(placeOf(id))) known.set(placeOf(id), await reader.get(id));
      return recall(id);
    },
    async getMany(ids) {
      await readMissing(ids);
      return ids.map(recall).filter((document) => document !== undefined);
    },
  };
}
