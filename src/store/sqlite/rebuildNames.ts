import type Database from 'libsql';
import type { Documents } from '../../commands/ports.js';
import { refold } from '../../domain/names.js';
import { check } from '../check.js';
import { makeClaim, nameClaimsOf, settleClaim } from '../names/claims.js';
import { entryOf, namedKinds } from '../names/entries.js';

/**
 * Makes the names and their claims anew from the records, and brings the records' own keys of names up to the present
 * fold. Where two records have one name from earlier times, the first keeps the claim and both keep the name.
 */
export function rebuildNames(db: Database.Database): void {
  const save = (shelf: string, how: string) =>
    db.prepare(`INSERT INTO "${shelf}" (key, tenantId, version, body) VALUES (?, ?, ?, ?) ${how}`);
  const entries = save('names', 'ON CONFLICT (key) DO UPDATE SET body = excluded.body');
  const claims = save('claims', 'ON CONFLICT (key) DO NOTHING');
  for (const kind of namedKinds) {
    const fix = db.prepare(`UPDATE "${kind}" SET body = ? WHERE key = ?`);
    for (const body of bodiesOf(db, kind)) {
      const stored = JSON.parse(body) as Documents[typeof kind];
      // One that does not fit has no name that anybody could go by.
      if (!check(kind, stored).ok) continue;
      const record = refold(stored);
      if (record !== stored) fix.run([JSON.stringify(record), record.key]);
      const entry = entryOf(kind, record);
      if (entry) entries.run([entry.key, entry.tenantId, null, JSON.stringify(entry)]);
      for (const key of nameClaimsOf(kind, record)) {
        const claim = settleClaim(makeClaim(key, kind, record, 0));
        claims.run([key, claim.tenantId, claim.version, JSON.stringify(claim)]);
      }
    }
  }
}

/** So many records are read at a time, so that a large file does not fill the memory. */
const readAtOnce = 500;

function* bodiesOf(db: Database.Database, shelf: string): Generator<string> {
  const page = db.prepare(`SELECT key, body FROM "${shelf}" WHERE key > ? ORDER BY key LIMIT ${readAtOnce}`).raw();
  for (let after = ''; ;) {
    const rows = page.all([after]) as [string, string][];
    yield* rows.map(([, body]) => body);
    const last = rows.at(-1);
    if (!last) return;
    [after] = last;
  }
}
