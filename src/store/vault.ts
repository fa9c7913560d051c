import type { WriteResult } from '../commands/ports.js';
import { check, stamp } from './check.js';
import type { Shelves } from './collections.js';
import type { Engine } from './engine.js';
import type { KeptShelf } from './keptShelves.js';
import { createLastBackup } from './shared/lastBackup.js';
import { createKeptValues } from './shared/values.js';
import type { StoredRecord } from './migrations/migrations.js';

/** What of a database operators need beside what turns need. */
export interface VaultSource {
  readonly engine: Engine;
  /** Of every tenant, in the order of keys, from behind `after`. */
  page(shelf: KeptShelf, after: string | undefined, limit: number): Promise<StoredRecord[]>;
  /** Puts a new record in, without what the store makes of it: names were not unique at all times. */
  putAlone(shelf: KeptShelf, record: Shelves[KeptShelf]): Promise<WriteResult>;
  /** Makes names and claims of the records; of two with one name, the first has the claim. */
  rebuild(): Promise<void>;
  /** Makes pages come from one moment until `endSnapshot`, where the database can; says whether it does. */
  beginSnapshot(): Promise<boolean>;
  endSnapshot(): Promise<void>;
  isUnfinished(): Promise<boolean>;
  setUnfinished(is: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A record as it lies in the store, and what is wrong with it, if anything. */
export interface Kept {
  readonly record: StoredRecord;
  readonly problem?: string;
}

/** The whole store as its operators reach it: all tenants, every record as it lies there. */
export interface Vault {
  /** Everything in a collection, in the order of keys, never more than a page of it in memory. */
  read(shelf: KeptShelf): AsyncGenerator<Kept>;
  /** Runs the work over one moment of the store, where the database has that; it is told which. */
  inOneMoment<T>(work: (isOneMoment: boolean) => Promise<T>): Promise<T>;
  /** Puts a new record in; `conflict` where something unique is taken by another. */
  put(shelf: KeptShelf, record: StoredRecord): Promise<'written' | 'same' | 'conflict'>;
  /** Saves a record in the present schema; `conflict` where somebody changed it meanwhile. */
  bringUpToDate(shelf: KeptShelf, record: StoredRecord): Promise<WriteResult>;
  /** Makes names and claims of the records, as after a program at work that kept them in another way. */
  rebuildNames(): Promise<void>;
  isEmpty(shelves: readonly KeptShelf[]): Promise<boolean>;
  /** Whether a restore into this store has begun and not ended; no bot works on such a store. */
  isUnfinished(): Promise<boolean>;
  beginRestore(): Promise<void>;
  /** Makes names and claims of what was put in, and lets bots in. */
  finishRestore(): Promise<void>;
  /** Lets every organisation's administrators know that a backup was made now. */
  noteBackup(): Promise<void>;
  close(): Promise<void>;
}

const pageSize = 500;

/** The vault over a database. */
export function createVault(source: VaultSource): Vault {
  const { engine } = source;
  return {
    async *read(shelf) {
      let after: string | undefined;
      for (;;) {
        const page = await source.page(shelf, after, pageSize);
        for (const record of page) {
          const checked = check(shelf, record);
          yield checked.ok ? { record } : { record, problem: checked.problem };
        }
        after = page.at(-1)?.key;
        if (page.length < pageSize) return;
      }
    },
    async inOneMoment(work) {
      const isOneMoment = await source.beginSnapshot();
      try {
        return await work(isOneMoment);
      } finally {
        await source.endSnapshot();
      }
    },
    async put(shelf, record) {
      const present = toPresent(shelf, record);
      if ((await source.putAlone(shelf, present)) === 'written') return 'written';
      const [stored] = await engine.get(shelf, [present.key]);
      return stored && isSame(stored, present) ? 'same' : 'conflict';
    },
    async finishRestore() {
      await source.rebuild();
      await source.setUnfinished(false);
    },
    async noteBackup() {
      for (let after: string | undefined; ;) {
        const page = await source.page('tenants', after, pageSize);
        for (const { tenantId } of page) await createLastBackup(createKeptValues(engine, tenantId)).note(engine.now());
        after = page.at(-1)?.key;
        if (page.length < pageSize) return;
      }
    },
    async bringUpToDate(shelf, record) {
      const present = toPresent(shelf, record);
      if (shelf !== 'audit')
        return engine.replace(shelf, present as Shelves[typeof shelf], (record as { version: number }).version);
      await engine.amend(present as Shelves['audit']);
      return 'written';
    },
    async isEmpty(shelves) {
      for (const shelf of shelves) if ((await source.page(shelf, undefined, 1)).length > 0) return false;
      return true;
    },
    rebuildNames: () => source.rebuild(),
    isUnfinished: () => source.isUnfinished(),
    beginRestore: () => source.setUnfinished(true),
    close: () => source.close(),
  };
}

function toPresent<N extends KeptShelf>(shelf: N, record: StoredRecord): Shelves[N] {
  const checked = check(shelf, record);
  if (!checked.ok) throw new Error(`${shelf} ${record.key} does not fit: ${checked.problem}`);
  return stamp(shelf, checked.record);
}

/** Fields stand in another order once they have been through a database. */
function isSame(a: object, b: object): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
