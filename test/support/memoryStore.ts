import type {
  CollectionName,
  Condition,
  Documents,
  DueWork,
  FoundWork,
  Names,
  Query,
  Reader,
  Shared,
  SharedValues,
  Store,
  TenantStore,
  WriteResult,
} from '../../src/commands/ports.js';
import type { AuditEntry } from '../../src/domain/history/audit.js';
import type { Authorized } from '../../src/domain/authorized.js';
import type { Document } from '../../src/domain/document.js';
import { isHeld, makeClaim, nameClaimsOf, type Claim } from '../../src/store/names/claims.js';
import { entryKey, entryOf, namedKinds, type StoredName } from '../../src/store/names/entries.js';
import { planNames } from '../../src/store/names/plan.js';
import { createShared } from '../../src/store/shared/shared.js';
import { createPassingValues } from '../../src/store/shared/values.js';
import { createNames, type EntrySource } from '../../src/store/names/reads.js';
import { compare, sortHere } from '../../src/store/order.js';
import { toSearch, toTerms } from '../../src/store/query.js';
import type { Instant } from '../../src/domain/terms.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a `MemoryStore` holds at one moment; nothing in it is changed later. */
export interface SavedStore {
  readonly records: readonly (readonly [CollectionName, readonly Document[]])[];
  readonly audit: readonly (readonly [string, readonly AuditEntry[]])[];
  readonly claims: readonly (readonly [string, Claim])[];
}

/** A store that works and forgets. Every read and write crosses a copy, so that nobody changes a stored record by accident. */
export class MemoryStore implements Store {
  readonly #collections = new Map<CollectionName, Map<string, Document>>();
  readonly #audit = new Map<string, AuditEntry[]>();
  #passing = createPassingValues(() => this.now());
  readonly #claims = new Map<string, Claim>();
  /** Called before each write of a document; a test may change the record behind the writer's back here, or throw. */
  beforeWrite: ((collection: CollectionName, document: Document) => Promise<void> | void) | undefined;
  /** Documents written so far; for "this costs one commit". */
  writeCount = 0;
  /** What was asked of the store, in order: for "these two cost the same". */
  readonly readLog: string[] = [];
  #isClosed = false;

  forTenant(tenantId: string): TenantStore {
    if (tenantId === '' || tenantId.includes('/')) throw new Error(`'${tenantId}' is no tenant id.`);
    return {
      tenantId,
      read: (collection) => this.#logged(collection, this.#reader(tenantId, collection)),
      insert: (_proof: Authorized, collection, document, claims = []) =>
        this.#write(
          tenantId,
          collection,
          document,
          'insert',
          claims.map((claim) => `${tenantId}/${claim}`),
        ),
      replace: (_proof: Authorized, collection, document, claims = []) =>
        this.#write(
          tenantId,
          collection,
          document,
          'replace',
          claims.map((claim) => `${tenantId}/${claim}`),
        ),
      names: this.#loggedNames(createNames(this.#entries(tenantId))),
      shared: this.#shared(tenantId),
      holders: async (claims) =>
        claims.flatMap((claim) => {
          const held = this.#claims.get(`${tenantId}/${claim}`);
          return held ? [{ claim, collection: held.collection, id: held.id }] : [];
        }),
      appendAudit: (entry) => this.#append(tenantId, entry),
      amendAudit: async (entry) => {
        refuseStrangers(tenantId, entry);
        const entries = this.#audit.get(tenantId) ?? [];
        this.#audit.set(
          tenantId,
          entries.map((one) => (one.key === entry.key ? copy(entry) : one)),
        );
      },
      lastAudit: async () => copy(this.#audit.get(tenantId)?.at(-1)),
      readAudit: async (from, limit) =>
        copy((this.#audit.get(tenantId) ?? []).filter((entry) => entry.sequence >= from).slice(0, limit)),
      findAudit: async ({ groupId, requestId, skip, limit }) => {
        const found = (this.#audit.get(tenantId) ?? [])
          .filter(
            (entry) =>
              (groupId === undefined || entry.groupId === groupId) &&
              (requestId === undefined || entry.requestId === requestId),
          )
          .reverse();
        return copy({ entries: found.slice(skip, skip + limit), total: found.length });
      },
    };
  }

  /** Always on the values of now: going back begins them anew. */
  #shared(tenantId: string): Shared {
    const values = (): SharedValues => this.#passing(tenantId);
    const passing: SharedValues = {
      get: (key) => values().get(key),
      update: (key, keptMs, change) => values().update(key, keptMs, change),
      remove: (key) => values().remove(key),
    };
    return createShared(passing, passing, () => this.now(), true);
  }

  async findDueWork(until: Instant, limit: number): Promise<FoundWork[]> {
    const found = this.#scheduled().filter(({ at }) => at <= until);
    const isAwaited = ({ awaitedAt = Infinity }) => awaitedAt <= until;
    if (found.length >= limit) found.sort((a, b) => Number(isAwaited(b)) - Number(isAwaited(a)));
    return found.slice(0, limit).map((one) => ({
      ...one.work,
      dueAt: one.at,
      ...(isAwaited(one) ? { isAwaited: true } : {}),
    }));
  }

  /** A test may set the clock. */
  now = (): Instant => Date.now();

  async sweep(): Promise<void> {
    this.#refuseWhenClosed();
  }

  async ping(): Promise<void> {
    this.#refuseWhenClosed();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  /** Puts a record in, whatever was there; for the beginning of a test. */
  seed<C extends CollectionName>(collection: C, document: Documents[C]): void {
    this.#of(collection).set(document.key, copy(document));
    for (const key of nameClaimsOf(collection, document)) this.#claim(key, collection, document);
  }

  /** Everything that is stored, to go back to. */
  saved(): SavedStore {
    return copy({
      records: [...this.#collections].map(([name, records]) => [name, [...records.values()]] as const),
      audit: [...this.#audit],
      claims: [...this.#claims],
    });
  }

  /** Goes back to what was stored then; what passes anyway is forgotten. */
  restore({ records, audit, claims }: SavedStore): void {
    this.#passing = createPassingValues(() => this.now());
    this.#collections.clear();
    this.#audit.clear();
    this.#claims.clear();
    for (const [name, documents] of records)
      this.#collections.set(name, new Map(documents.map((one) => [one.key, one])));
    for (const [tenantId, entries] of audit) this.#audit.set(tenantId, [...entries]);
    for (const [key, claim] of claims) this.#claims.set(key, claim);
  }

  /** All records of a collection, of every tenant, by key; for the end of a test. */
  all<C extends CollectionName>(collection: C): Documents[C][] {
    return copy([...this.#of(collection).values()].sort(byKey)) as Documents[C][];
  }

  /** Overwrites an entry of a tenant's history, as somebody with access to the database could. */
  tamper(tenantId: string, sequence: number, change: (entry: AuditEntry) => AuditEntry): void {
    const entries = this.#audit.get(tenantId) ?? [];
    this.#audit.set(
      tenantId,
      entries.map((entry) => (entry.sequence === sequence ? change(entry) : entry)),
    );
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new Error('The store is closed.');
  }

  #of(collection: CollectionName): Map<string, Document> {
    this.#refuseWhenClosed();
    const known = this.#collections.get(collection) ?? new Map<string, Document>();
    this.#collections.set(collection, known);
    return known;
  }

  #reader<C extends CollectionName>(tenantId: string, collection: C): Reader<Documents[C]> {
    const all = () =>
      [...this.#of(collection).values()].filter((document) => document.tenantId === tenantId) as Documents[C][];
    const get = (id: string) => this.#of(collection).get(`${tenantId}/${id}`) as Documents[C] | undefined;
    const matching = (where: Query['where']) =>
      all().filter((document) => isMatch(document as unknown as Fields, where));
    return {
      get: async (id) => copy(get(id)),
      getMany: async (ids) => copy(ids.map(get).filter((document) => document !== undefined)),
      find: async (query) => {
        const { skip, limit, sort, after } = toSearch(collection, query);
        const isBehind = (document: Document) =>
          !after || !sort || sortHere([document, placeOf(sort.field, after)], sort)[1] === document;
        return copy(
          sortHere(matching(query.where), sort)
            .filter(isBehind)
            .slice(skip, limit === undefined ? undefined : skip + limit),
        );
      },
      count: async (where) => {
        toTerms(collection, where);
        return matching(where).length;
      },
    };
  }

  #logged<C extends CollectionName>(collection: C, reader: Reader<Documents[C]>): Reader<Documents[C]> {
    const log = (what: string): void => void this.readLog.push(`${collection} ${what}`);
    return {
      get: (id) => (log('get'), reader.get(id)),
      getMany: (ids) => (log('getMany'), reader.getMany(ids)),
      find: (query) => (log('find'), reader.find(query)),
      count: (where) => (log('count'), reader.count(where)),
    };
  }

  async #write(
    tenantId: string,
    collection: CollectionName,
    document: Document,
    how: 'insert' | 'replace',
    claims: readonly string[] = [],
  ): Promise<WriteResult> {
    refuseStrangers(tenantId, document);
    await this.beforeWrite?.(collection, document);
    const records = this.#of(collection);
    const stored = records.get(document.key);
    if (how === 'insert' && stored) return 'duplicate';
    if (how === 'replace' && stored?.version !== document.version - 1) return 'conflict';
    const openKey = openKeyOf(document);
    if (
      openKey !== undefined &&
      [...records.values()].some((other) => other.key !== document.key && openKeyOf(other) === openKey)
    )
      return 'duplicate';
    const plan = planNames(
      collection,
      stored as Documents[CollectionName] | undefined,
      document as Documents[CollectionName],
    );
    if (claims.some((key) => this.#isTaken(key, document))) return 'duplicate';
    for (const key of claims) this.#claim(key, collection, document);
    for (const key of plan?.released ?? []) this.#claims.delete(key);
    records.set(document.key, copy(document));
    this.writeCount += 1;
    return 'written';
  }

  #claim(key: string, collection: CollectionName, document: Document): void {
    if (!this.#isTaken(key, document)) this.#claims.set(key, makeClaim(key, collection, document, 0));
  }

  #isTaken(key: string, document: Document): boolean {
    const claim = this.#claims.get(key);
    if (!claim || `${claim.tenantId}/${claim.id}` === document.key) return false;
    const record = this.#of(claim.collection).get(`${claim.tenantId}/${claim.id}`);
    return isHeld(claim, record as Documents[CollectionName] | undefined);
  }

  /** The names are read off the records. */
  #entries(tenantId: string): EntrySource {
    const all = (): StoredName[] =>
      namedKinds.flatMap((kind) =>
        [...this.#of(kind).values()]
          .filter((document) => document.tenantId === tenantId)
          .map((document) => entryOf(kind, document as Documents[typeof kind]))
          .filter((entry) => entry !== undefined),
      );
    const matching = (where: Query['where']) => all().filter((entry) => isMatch(entry as unknown as Fields, where));
    return {
      find: async (query) => {
        const { where, sort, skip = 0, limit, after } = query;
        toSearch('names', query);
        const isBehind = (entry: StoredName) =>
          !after || !sort || sortHere([entry, placeOf(sort.field, after)], sort)[1] === entry;
        const found = sortHere(matching(where), sort).filter(isBehind);
        return copy(found.slice(skip, limit === undefined ? undefined : skip + limit));
      },
      findMarked: async (marks, limit) => copy(matching({ marks }).slice(0, limit)),
      count: async (where, atMost) => Math.min(atMost, matching(where).length),
      keyOf: (of, place) => entryKey(tenantId, of, place),
    };
  }

  #loggedNames(names: Names): Names {
    const log = (what: string): void => void this.readLog.push(`names ${what}`);
    return {
      exact: (keys, of) => (log('exact'), names.exact(keys, of)),
      near: (texts, scope, limit) => (log('near'), names.near(texts, scope, limit)),
      page: (scope, at) => (log('page'), names.page(scope, at)),
      ofRecords: (of, ids) => (log('ofRecords'), names.ofRecords(of, ids)),
      lookalikes: (name, hidden) => (log('lookalikes'), names.lookalikes(name, hidden)),
      ownerless: (at) => (log('ownerless'), names.ownerless(at)),
    };
  }

  async #append(tenantId: string, entry: AuditEntry): Promise<WriteResult> {
    refuseStrangers(tenantId, entry);
    const entries = this.#audit.get(tenantId) ?? [];
    if (entries.some((other) => other.key === entry.key || other.eventKey === entry.eventKey)) return 'duplicate';
    this.#audit.set(tenantId, [...entries, copy(entry)].sort(byKey));
    return 'written';
  }

  #scheduled(): { readonly at: Instant; readonly awaitedAt: Instant | undefined; readonly work: DueWork }[] {
    const found = [...this.#collections].flatMap(([collection, records]) =>
      [...records.values()].flatMap(({ key, tenantId, nextEffectAt, awaitedAt }) =>
        nextEffectAt === undefined
          ? []
          : [{ at: nextEffectAt, awaitedAt, key, work: { collection, tenantId, id: key.slice(tenantId.length + 1) } }],
      ),
    );
    return found.sort((a, b) => a.at - b.at || byKey(a, b));
  }
}

function openKeyOf(document: Document): string | undefined {
  return (document as { readonly openKey?: string }).openKey;
}

function isMatch(document: Fields, where: Query['where']): boolean {
  return Object.entries(where).every(([field, condition]) => {
    const value = document[field];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((one) => isHit(one, condition));
  });
}

function isHit(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.some((one) => one === value);
  if ('prefix' in condition) return typeof value === 'string' && value.startsWith(condition.prefix);
  const { gte, lt } = condition;
  return (
    isComparable(value, gte ?? lt) &&
    (gte === undefined || (value as string) >= gte) &&
    (lt === undefined || (value as string) < lt)
  );
}

function isComparable(value: unknown, bound: unknown): boolean {
  return (
    (typeof value === 'string' || typeof value === 'number') && (bound === undefined || typeof value === typeof bound)
  );
}

/** Something that stands where a page begins. */
function placeOf(field: string, { value, key }: { readonly value: string | number; readonly key: string }): Document {
  return { key, [field]: value } as unknown as Document;
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return compare(a.key, b.key);
}

function refuseStrangers(tenantId: string, record: { readonly key: string; readonly tenantId: string }): void {
  if (record.tenantId === tenantId && record.key.startsWith(`${tenantId}/`) && record.key.length > tenantId.length + 1)
    return;
  throw new Error(
    `The record ${record.key} of tenant ${record.tenantId} was handed to the store of tenant ${tenantId}.`,
  );
}

/** As a database keeps it: what is `undefined` is absent. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
