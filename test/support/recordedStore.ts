import type { CollectionName, Documents, Reader, Store, TenantStore, WriteResult } from '../../src/commands/ports.js';

/** What a recorder hears of: a record as it was saved, by the collection that keeps it. */
export interface SavedRecord {
  readonly collection: CollectionName | 'audit';
  readonly body: Documents[CollectionName] | Parameters<TenantStore['appendAudit']>[0];
}

/** Who wants to hear what is asked of a store, once it was answered. */
export interface StoreRecorder {
  readonly saved?: (record: SavedRecord) => void;
  readonly found?: (collection: CollectionName, query: Parameters<Reader<never>['find']>[0]) => void;
  /** Any reading call at all, by what is read: each is a trip to the database. */
  readonly asked?: (what: string) => void;
  readonly counted?: (collection: CollectionName, where: Parameters<Reader<never>['count']>[0]) => void;
}

/** The same store, with somebody who listens. */
export function recordedStore(store: Store, recorder: StoreRecorder): Store {
  return {
    ...store,
    forTenant: (tenantId) => recordedTenant(store.forTenant(tenantId), recorder),
  };
}

function recordedTenant(tenant: TenantStore, { saved, found, counted, asked }: StoreRecorder): TenantStore {
  const tell = (collection: SavedRecord['collection'], body: SavedRecord['body'], result: WriteResult): WriteResult => {
    if (result === 'written') saved?.({ collection, body });
    return result;
  };
  return {
    ...tenant,
    read: (collection) => {
      const reader = tenant.read(collection);
      return {
        ...reader,
        async get(id) {
          asked?.(collection);
          return reader.get(id);
        },
        async getMany(ids) {
          if (ids.length > 0) asked?.(collection);
          return reader.getMany(ids);
        },
        async find(query) {
          asked?.(collection);
          const records = await reader.find(query);
          found?.(collection, query);
          return records;
        },
        async count(where) {
          asked?.(collection);
          const count = await reader.count(where);
          counted?.(collection, where);
          return count;
        },
      };
    },
    names: {
      exact(keys, of) {
        asked?.('names');
        return tenant.names.exact(keys, of);
      },
      near(texts, scope, limit) {
        asked?.('names');
        return tenant.names.near(texts, scope, limit);
      },
      page(scope, at) {
        asked?.('names');
        return tenant.names.page(scope, at);
      },
      ofRecords(of, ids) {
        asked?.('names');
        return tenant.names.ofRecords(of, ids);
      },
      lookalikes(name, hidden) {
        asked?.('names');
        return tenant.names.lookalikes(name, hidden);
      },
      ownerless(at) {
        asked?.('names');
        return tenant.names.ownerless(at);
      },
    },
    async holders(claims) {
      if (claims.length > 0) asked?.('claims');
      return tenant.holders(claims);
    },
    insert: async (proof, collection, body, claims) =>
      tell(collection, body, await tenant.insert(proof, collection, body, claims)),
    replace: async (proof, collection, body, claims) =>
      tell(collection, body, await tenant.replace(proof, collection, body, claims)),
    appendAudit: async (entry) => tell('audit', entry, await tenant.appendAudit(entry)),
  };
}
