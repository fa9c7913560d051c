import { shelves, type ShelfName, type Shelves } from './collections.js';
import { isKept, type KeptShelf } from './keptShelves.js';
import { migrate, schemaVersionOf, type StoredRecord } from './migrations/migrations.js';
import { shelfSchemas } from './schemas/shelfSchemas.js';
import { keyOf, isKeyOf } from '../domain/keys.js';

/** How a check ended: with the record as this program knows it, or with what is wrong with it. */
export type Checked<N extends ShelfName> =
  { readonly ok: true; readonly record: Shelves[N] } | { readonly ok: false; readonly problem: string };

/** So many things that are wrong with a record are named. */
const mostIssues = 5;

/** The record as it is written. While it is in memory the version is implied, but for what a newer program wrote. */
export function stamp<N extends ShelfName>(shelf: N, record: Shelves[N]): Shelves[N] {
  if (!isKept(shelf)) return record;
  const { schemaVersion = 0, ...rest } = record as unknown as StoredRecord;
  return { ...rest, schemaVersion: Math.max(schemaVersion, schemaVersionOf(shelf)) } as unknown as Shelves[N];
}

/**
 * Whether a stored record is what its collection says, brought to the present version. A check costs one to five
 * microseconds, about as much as reading the record's JSON.
 */
export function check<N extends ShelfName>(shelf: N, stored: unknown): Checked<N> {
  if (!isKept(shelf)) return { ok: true, record: stored as Shelves[N] };
  const problem = findFrameProblem(stored);
  return problem === undefined ? (checkBody(shelf, stored as StoredRecord) as Checked<N>) : { ok: false, problem };
}

/** What is wrong with that which every record has, whatever it is about. */
function findFrameProblem(stored: unknown): string | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return 'it is no object';
  const { key, tenantId, schemaVersion = 0 } = stored as StoredRecord;
  if (typeof key !== 'string' || typeof tenantId !== 'string') return 'it has no key or no tenantId';
  if (tenantId === '' || tenantId.includes('/') || !isKeyOf(tenantId, key))
    return 'its key does not begin with its tenantId and a slash';
  return Number.isSafeInteger(schemaVersion) && schemaVersion >= 0 ? undefined : 'its schemaVersion is no version';
}

function checkBody(shelf: KeptShelf, stored: StoredRecord): Checked<KeptShelf> {
  const { schemaVersion, ...rest } = migrate(shelf, stored);
  const isNewer = schemaVersion !== undefined && schemaVersion > schemaVersionOf(shelf);
  const record: StoredRecord = isNewer ? { ...rest, schemaVersion } : rest;
  const parsed = shelfSchemas[shelf].safeParse(record);
  if (!parsed.success) return { ok: false, problem: toProblem(parsed.error.issues) };
  // The schemas say that these are texts.
  const stray = uniqueFieldsOf(shelf).find(
    (field) => (record[field] as string | undefined)?.startsWith(keyOf(record.tenantId, '')) === false,
  );
  if (stray !== undefined) return { ok: false, problem: `${stray}: does not begin with its tenantId and a slash` };
  // Not what the schema made of it: that would be without the fields which a newer program has added.
  return { ok: true, record: record as unknown as Shelves[KeptShelf] };
}

/** Where and what kind, never the value: reasons and names are nothing for a log. */
function toProblem(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[]): string {
  return issues
    .slice(0, mostIssues)
    .map(({ path, code = 'unknown' }) => `${path.map(String).join('.') || 'the record'}: ${code}`)
    .join('; ');
}

/** Unique values hold across tenants, so each has to begin with its own. */
function uniqueFieldsOf(shelf: ShelfName): readonly string[] {
  return shelves[shelf].indexes.flatMap(({ on, unique }) => (unique ? on : []));
}
