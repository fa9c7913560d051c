import type { Documents, NamedKind } from '../../commands/ports.js';
import { nameFold, refold } from '../../domain/names.js';
import { check } from '../check.js';
import { makeClaim, nameClaimsOf, settleClaim } from '../names/claims.js';
import { entryOf, namedKinds } from '../names/entries.js';
import type { SingleWrites } from './mongoEngine.js';

/** Says of the whole database with which fold its names were made. */
const marker = 'store/names';

/** So many records are read, and then written, at a time. */
const atOnce = 100;

/** Makes the names once, in a database that an earlier program has filled, or with an earlier fold. */
export async function buildNamesOnce(db: SingleWrites): Promise<void> {
  const [built] = await db.get('shared', [marker]);
  if (built?.value === nameFold) return;
  await rebuildNames(db);
  const next = { key: marker, tenantId: 'store', version: (built?.version ?? 0) + 1, value: nameFold };
  // Another process may have done the same meanwhile.
  if (built) await db.replace('shared', next, built.version);
  else await db.insert('shared', next);
}

/**
 * Makes the names and their claims anew from the records, and brings the records' own keys of names up to the present
 * fold. Where two records have one name from earlier times, the first keeps the claim and both keep the name.
 */
export async function rebuildNames(db: SingleWrites): Promise<void> {
  for (const kind of namedKinds)
    for (let after = ''; ;) {
      const records: Documents[typeof kind][] = await db.scan(kind, after, atOnce);
      const kept = await Promise.all(records.map((record) => rebuildName(db, kind, record)));
      await rebuildClaims(db, kind, kept);
      const last = records.at(-1);
      if (!last) break;
      after = last.key;
    }
}

/** Gives back the record as it is named now; none where it does not fit and has no name that anybody could go by. */
async function rebuildName<K extends NamedKind>(
  db: SingleWrites,
  kind: K,
  stored: Documents[K],
): Promise<Documents[K] | undefined> {
  if (!check(kind, stored).ok) return undefined;
  const record = refold<Documents[K]>(stored);
  // The version stays: nothing has changed but how the name is compared.
  if (record !== stored) await db.replace(kind, record, record.version);
  const entry = entryOf(kind, record);
  if (entry) await db.putName(entry);
  return record;
}

/** Of several records with one name the first gets the claim, in whatever order the writes arrive. */
async function rebuildClaims<K extends NamedKind>(
  db: SingleWrites,
  kind: K,
  records: readonly (Documents[K] | undefined)[],
): Promise<void> {
  const firsts = new Map<string, Documents[K]>();
  for (const record of records)
    for (const key of record ? nameClaimsOf(kind, record) : []) if (record && !firsts.has(key)) firsts.set(key, record);
  await Promise.all(
    [...firsts].map(([key, record]) => db.insert('claims', settleClaim(makeClaim(key, kind, record, db.now())))),
  );
}
