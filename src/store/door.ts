import { UnreadableRecordError, type UnreadableRecord } from '../commands/ports.js';
import { check, stamp, type Checked } from './check.js';
import { shelves, type ShelfName, type Shelves } from './collections.js';
import type { Engine } from './engine.js';
import { orderedBy, sortHere } from './order.js';
import type { Search } from './search.js';

/** A database whose records are checked where they come in and where they go out. */
export interface CheckedEngine extends Engine {
  /** Throws `UnreadableRecordError` where the record is there and does not fit. */
  getOne<N extends ShelfName>(shelf: N, key: string): Promise<Shelves[N] | undefined>;
}

/** The dispatcher leaves a record that does not fit alone for so long, in milliseconds; then somebody may have mended it. */
const leaveAloneMs = 60_000;

/** So many records that do not fit are remembered; of more, some are reported again and again. */
const mostRemembered = 10_000;

/**
 * Puts the checks before a database. Where several records are read, those that do not fit are left out; where one is
 * asked for, there is no answer without it.
 */
export function checkedEngine(engine: Engine, onUnreadable: (record: UnreadableRecord) => void): CheckedEngine {
  const misfits = createMisfits(onUnreadable);
  /** What was checked, by the record as the database gave it: one that it still has in memory is not checked again. */
  const fitting = new WeakMap<object, object>();

  function checkOnce<N extends ShelfName>(shelf: N, stored: Shelves[N]): Checked<N> {
    const record = fitting.get(stored) as Shelves[N] | undefined;
    if (record) return { ok: true, record };
    const checked = check(shelf, stored);
    if (checked.ok) fitting.set(stored, freeze(checked.record));
    return checked;
  }

  function admit<N extends ShelfName>(
    shelf: N,
    stored: Shelves[N],
    isAsked: (record: Shelves[N]) => boolean,
  ): Admitted<N> {
    const checked = checkOnce(shelf, stored);
    if (!checked.ok) return { misfit: misfits.report(shelf, stored, checked.problem) };
    const { record } = checked;
    if (!isAsked(record)) return { misfit: misfits.report(shelf, stored, 'it lies in the place of another record') };
    misfits.forget(shelf, record.key);
    return { record };
  }

  return {
    ...engine,
    async getOne<N extends ShelfName>(shelf: N, key: string) {
      const [stored] = await engine.get(shelf, [key]);
      const admitted = stored && admit(shelf, stored, (record) => record.key === key);
      if (admitted?.misfit) throw new UnreadableRecordError(admitted.misfit);
      return admitted?.record;
    },
    async get(shelf, keys) {
      const wanted = new Set(keys);
      const stored = await engine.get(shelf, keys);
      return keepFitting(stored.map((one) => admit(shelf, one, ({ key }) => wanted.has(key))));
    },
    async find(shelf, tenantId, search) {
      const isSorted = search.isAny === true || orderedBy(shelf, search) === 'index';
      const found = await engine.find(shelf, tenantId, isSorted ? search : { ...search, anyOrder: true });
      const stored = isSorted ? found : sortHere(found, search.sort);
      const admitted = stored.map((one) => admit(shelf, one, (record) => record.tenantId === tenantId));
      const [misfit] = isForOne(shelf, search) ? admitted.flatMap((one) => one.misfit ?? []) : [];
      if (misfit) throw new UnreadableRecordError(misfit);
      return keepFitting(admitted);
    },
    insert: async (shelf, record, claims) => engine.insert(shelf, toStored(shelf, record), claims),
    replace: async (shelf, record, version, claims) => engine.replace(shelf, toStored(shelf, record), version, claims),
    amend: (entry) => engine.amend(toStored('audit', entry)),
    async due(shelf, by, now, limit) {
      if (misfits.size === 0) return engine.due(shelf, by, now, limit);
      const found = await engine.due(shelf, by, now, limit + misfits.size);
      return found.filter(({ key }) => !misfits.isLeftAlone(shelf, key)).slice(0, limit);
    },
  };
}

type Admitted<N extends ShelfName> =
  | { readonly record: Shelves[N]; readonly misfit?: undefined }
  | { readonly record?: undefined; readonly misfit: UnreadableRecord };

function keepFitting<N extends ShelfName>(admitted: readonly Admitted<N>[]): Shelves[N][] {
  return admitted.flatMap(({ record }) => (record === undefined ? [] : [record]));
}

/** Several turns may read the same record at the same time; none of them can change it for the others. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

/** Whether a search names one record by something that is unique. */
function isForOne(shelf: ShelfName, { terms }: Search): boolean {
  return shelves[shelf].indexes.some(
    ({ on, unique }) => unique && terms.some((term) => term.kind === 'equals' && term.field === on[0]),
  );
}

/** What does not fit must not get in either: it could never be read again. */
function toStored<N extends ShelfName>(shelf: N, record: Shelves[N]): Shelves[N] {
  const stamped = stamp(shelf, record);
  if (check(shelf, stamped).ok) return stamped;
  // A field that is given without a value is absent once it is stored.
  const checked = check(shelf, JSON.parse(JSON.stringify(stamped)));
  if (checked.ok) return stamped;
  throw new Error(`The record ${record.key} was to be saved among the ${shelf} and does not fit: ${checked.problem}.`);
}

/** The records that were found not to fit, each reported once for each state of it. */
interface Misfits {
  readonly size: number;
  report(shelf: ShelfName, stored: object, problem: string): UnreadableRecord;
  forget(shelf: ShelfName, key: string): void;
  isLeftAlone(shelf: ShelfName, key: string): boolean;
}

function createMisfits(onUnreadable: (record: UnreadableRecord) => void): Misfits {
  const known = new Map<string, { readonly state: string; readonly until: number }>();
  return {
    get size() {
      return known.size;
    },
    report(shelf, stored, problem) {
      const { key, version } = stored as { readonly key?: unknown; readonly version?: unknown };
      const misfit = { collection: shelf, key: String(key), problem };
      const id = `${shelf} ${misfit.key}`;
      const state = `${String(version)} ${problem}`;
      if (known.get(id)?.state !== state) onUnreadable(misfit);
      // Set anew, so that the one that was met last is the last to be forgotten.
      known.delete(id);
      if (known.size >= mostRemembered) known.delete(known.keys().next().value as string);
      known.set(id, { state, until: performance.now() + leaveAloneMs });
      return misfit;
    },
    forget(shelf, key) {
      if (known.size > 0) known.delete(`${shelf} ${key}`);
    },
    isLeftAlone: (shelf, key) => (known.get(`${shelf} ${key}`)?.until ?? 0) > performance.now(),
  };
}
