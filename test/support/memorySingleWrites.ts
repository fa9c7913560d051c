import { StoreUnavailableError, type WriteResult } from '../../src/commands/ports.js';
import type { ShelfName, Shelves } from '../../src/store/collections.js';
import type { SingleWrites } from '../../src/store/mongo/mongoEngine.js';

type AnyRecord = Shelves[ShelfName];

/** A database that writes one record at a time, works and forgets; it can be made to end before any of its writes. */
export class MemorySingleWrites implements Partial<SingleWrites> {
  readonly #shelves = new Map<ShelfName, Map<string, string>>();
  /** By the server's clock. */
  time = 1_000_000;
  /** How many more writes are carried out before the process is gone. */
  writesLeft = Infinity;
  writes = 0;

  now = (): number => this.time;

  async get<N extends ShelfName>(shelf: N, keys: readonly string[]): Promise<Shelves[N][]> {
    return keys.flatMap((key) => this.#read(shelf, key) ?? []);
  }

  async find<N extends ShelfName>(
    shelf: N,
    tenantId: string,
    search: Parameters<SingleWrites['find']>[2],
  ): Promise<Shelves[N][]> {
    const fits = (record: AnyRecord): boolean =>
      record.tenantId === tenantId &&
      search.terms.every(
        (term) => term.kind === 'equals' && (record as unknown as Record<string, unknown>)[term.field] === term.value,
      );
    return this.all(shelf).filter(fits);
  }

  async insert(shelf: ShelfName, record: AnyRecord): Promise<WriteResult> {
    this.#write();
    if (this.#read(shelf, record.key)) return 'duplicate';
    this.#save(shelf, record);
    return 'written';
  }

  async replace(shelf: ShelfName, record: AnyRecord, version: number): Promise<WriteResult> {
    this.#write();
    const stored = this.#read(shelf, record.key) as { readonly version?: number } | undefined;
    if (stored?.version !== version) return 'conflict';
    this.#save(shelf, record);
    return 'written';
  }

  async remove(shelf: ShelfName, key: string, version: number): Promise<WriteResult> {
    this.#write();
    const stored = this.#read(shelf, key) as { readonly version?: number } | undefined;
    if (stored?.version !== version) return 'conflict';
    this.#shelves.get(shelf)?.delete(key);
    return 'written';
  }

  async putName(entry: Shelves['names']): Promise<void> {
    this.#write();
    this.#save('names', entry);
  }

  async removeNames(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    this.#write();
    for (const key of keys) this.#shelves.get('names')?.delete(key);
  }

  async overdue<N extends 'names' | 'claims' | 'shared'>(shelf: N, at: number, limit: number): Promise<Shelves[N][]> {
    return this.all(shelf)
      .filter(({ sweepAt }) => sweepAt !== undefined && sweepAt <= at)
      .slice(0, limit);
  }

  all<N extends ShelfName>(shelf: N): Shelves[N][] {
    return [...(this.#shelves.get(shelf)?.values() ?? [])].map((body) => JSON.parse(body) as Shelves[N]);
  }

  #read<N extends ShelfName>(shelf: N, key: string): Shelves[N] | undefined {
    const body = this.#shelves.get(shelf)?.get(key);
    return body === undefined ? undefined : (JSON.parse(body) as Shelves[N]);
  }

  #save(shelf: ShelfName, record: AnyRecord): void {
    const records = this.#shelves.get(shelf) ?? new Map<string, string>();
    this.#shelves.set(shelf, records.set(record.key, JSON.stringify(record)));
  }

  #write(): void {
    if (this.writesLeft <= 0) throw new StoreUnavailableError('The process has ended.');
    this.writesLeft -= 1;
    this.writes += 1;
  }
}
