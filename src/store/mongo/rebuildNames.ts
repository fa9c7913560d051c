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
      await Promise.all(records.map((record) => rebuildName(db, kind, record)));
      const last = records.at(-1);
      if (!last) break;
      after = last.key;
    }
}

async function rebuildName<K extends NamedKind>(db: SingleWrites, kind: K, stored: Documents[K]): Promise<void> {
  // One that does not fit has no name that anybody could go by.
  if (!check(kind, stored).ok) return;
  const record = refold<Documents[K]>(stored);
  // The version stays: nothing has changed but how the name is compared.
  if (record !== stored) await db.replace(kind, record, record.version);
  const entry = entryOf(kind, record);
  if (entry) await db.putName(entry);
  for (const key of nameClaimsOf(kind, record))
    await db.insert('claims', settleClaim(makeClaim(key, kind, record, db.now())));
}
