import type { AuditSearch, CollectionName, Documents, Reader, TenantStore } from '../commands/ports.js';
import type { AuditEntry } from '../domain/history/audit.js';
import type { Authorized } from '../domain/authorized.js';
import { given } from '../domain/given.js';
import { keyOf, idOf, isKeyOf } from '../domain/keys.js';
import type { CheckedEngine } from './door.js';
import { createShared } from './shared/shared.js';
import { createKeptValues } from './shared/values.js';
import { entryKey } from './names/entries.js';
import { createNames, type EntrySource } from './names/reads.js';
import { toSearch, toTerms } from './query.js';

/**
 * One organisation's records (S11, F93). This is the one place that holds tenants apart: every key and every search
 * that leaves it carries the tenant, and no record of another tenant gets past it.
 */
export function createTenantStore(engine: CheckedEngine, tenantId: string): TenantStore {
  // A slash would let one tenant's keys begin like another's.
  if (tenantId === '' || tenantId.includes('/')) throw new Error(`'${tenantId}' is no tenant id.`);
  const inTenant = (claim: string): string => keyOf(tenantId, claim);
  const readers = new Map<CollectionName, unknown>();
  return {
    tenantId,
    read<C extends CollectionName>(collection: C) {
      let reader = readers.get(collection) as Reader<Documents[C]> | undefined;
      if (!reader) readers.set(collection, (reader = createReader(engine, tenantId, collection)));
      return reader;
    },
    async insert<C extends CollectionName>(
      _proof: Authorized,
      collection: C,
      document: Documents[C],
      claims: readonly string[] = [],
    ) {
      refuseStrangers(tenantId, document);
      return engine.insert(collection, document, claims.map(inTenant));
    },
    async replace<C extends CollectionName>(
      _proof: Authorized,
      collection: C,
      document: Documents[C],
      claims: readonly string[] = [],
    ) {
      refuseStrangers(tenantId, document);
      return engine.replace(collection, document, document.version - 1, claims.map(inTenant));
    },
    names: createNames(entriesOf(engine, tenantId)),
    shared: createShared(
      createKeptValues(engine, tenantId),
      engine.passing(tenantId),
      () => engine.now(),
      engine.isAlone,
    ),
    async holders(claims) {
      if (claims.length === 0) return [];
      const found = await engine.get('claims', claims.map(inTenant));
      return found.map(({ key, collection, id }) => ({ claim: idOf({ key, tenantId }), collection, id }));
    },
    async appendAudit(entry) {
      refuseStrangers(tenantId, entry);
      return engine.insert('audit', entry);
    },
    async amendAudit(entry) {
      refuseStrangers(tenantId, entry);
      return engine.amend(entry);
    },
    lastAudit: async () =>
      (
        await engine.find(
          'audit',
          tenantId,
          toSearch('audit', { where: {}, sort: { field: 'sequence', direction: 'desc' }, limit: 1 }),
        )
      )[0],
    readAudit: (fromSequence, limit) => readAudit(engine, tenantId, fromSequence, limit),
    findAudit: (about) => findAudit(engine, tenantId, about),
  };
}

function entriesOf(engine: CheckedEngine, tenantId: string): EntrySource {
  return {
    find: (query) => engine.find('names', tenantId, toSearch('names', query)),
    findMarked: (marks, limit) =>
      engine.find('names', tenantId, { terms: toTerms('names', { marks }), skip: 0, limit, isAny: true }),
    count: (where, atMost) => engine.count('names', tenantId, toTerms('names', where), atMost),
    keyOf: (of, place) => entryKey(tenantId, of, place),
  };
}

async function findAudit(
  engine: CheckedEngine,
  tenantId: string,
  { groupId, requestId, skip, limit }: AuditSearch,
): Promise<{ entries: AuditEntry[]; total: number }> {
  const where = given({ groupId, requestId });
  const entries = await engine.find(
    'audit',
    tenantId,
    toSearch('audit', { where, sort: { field: 'sequence', direction: 'desc' }, skip, limit }),
  );
  return { entries, total: await engine.count('audit', tenantId, toTerms('audit', where)) };
}

async function readAudit(
  engine: CheckedEngine,
  tenantId: string,
  fromSequence: number,
  limit: number,
): Promise<AuditEntry[]> {
  const search = toSearch('audit', {
    where: { sequence: { gte: fromSequence } },
    sort: { field: 'sequence', direction: 'asc' },
    limit,
  });
  return limit === 0 ? [] : engine.find('audit', tenantId, search);
}

function createReader<C extends CollectionName>(
  engine: CheckedEngine,
  tenantId: string,
  collection: C,
): Reader<Documents[C]> {
  return {
    get: (id) => engine.getOne(collection, keyOf(tenantId, id)),
    async getMany(ids) {
      if (ids.length === 0) return [];
      const keys = ids.map((id) => keyOf(tenantId, id));
      const found = new Map(
        (await engine.get(collection, [...new Set(keys)])).map((document) => [document.key, document]),
      );
      return keys.map((key) => found.get(key)).filter((document) => document !== undefined);
    },
    async find(query) {
      const search = toSearch(collection, query);
      return search.limit === 0 ? [] : engine.find(collection, tenantId, search);
    },
    count: async (where) => engine.count(collection, tenantId, toTerms(collection, where)),
  };
}

function refuseStrangers(tenantId: string, record: { readonly key: string; readonly tenantId: string }): void {
  if (record.tenantId === tenantId && isKeyOf(tenantId, record.key)) return;
  throw new Error(
    `The record ${record.key} of tenant ${record.tenantId} was handed to the store of tenant ${tenantId}.`,
  );
}
