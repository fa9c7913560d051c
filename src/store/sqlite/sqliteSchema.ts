import type Database from 'libsql';
import { shelfNames, shelves, timeFieldsOf, type Index, type ShelfName } from '../collections.js';
import { rebuildNames } from './rebuildNames.js';

/** The layout of the file; a program refuses one that is newer than it knows. Since 2 it keeps names and claims, since 4 marks of how names look, since 5 of names without their accents. */
const layout = 5;

/** The layout that a file says it has; 0 where it is new. */
export function layoutOf(db: Database.Database): number {
  const [found] = db.prepare('PRAGMA user_version').raw().get([]) as [number];
  return found;
}

/** Whether a later program has made it so, which this one does not open. */
export const isLaterLayout = (found: number): boolean => found > layout;

/**
 * Brings a file to the present layout, whatever it has already. A record is its JSON text; the fields that are asked
 * for are columns computed from it, so that adding one later needs no change of the records.
 */
export function createSchema(db: Database.Database): void {
  const found = layoutOf(db);
  if (isLaterLayout(found))
    throw new Error(
      `The database file has layout ${found}, and this program knows only ${layout}. Start the newer program that wrote it, or name another file.`,
    );
  // Two processes may open a new file at the same moment; the second waits here and finds everything done.
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const shelf of shelfNames) createShelf(db, shelf);
    if (found < layout) rebuildNames(db);
    db.exec(`PRAGMA user_version = ${layout}`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function createShelf(db: Database.Database, shelf: ShelfName): void {
  db.exec(
    `CREATE TABLE IF NOT EXISTS "${shelf}" (key TEXT PRIMARY KEY, tenantId TEXT NOT NULL, version INTEGER, body TEXT NOT NULL) WITHOUT ROWID`,
  );
  const columns = new Set(
    (db.prepare(`SELECT name FROM pragma_table_xinfo('${shelf}')`).raw().all([]) as [string][]).map(([name]) => name),
  );
  for (const [field, declared] of Object.entries(shelves[shelf].fields)) {
    if (declared?.many) createElements(db, shelf, field);
    else if (!columns.has(field))
      db.exec(
        `ALTER TABLE "${shelf}" ADD COLUMN "${field}" GENERATED ALWAYS AS (json_extract(body, '$.${field}')) VIRTUAL`,
      );
  }
  for (const index of shelves[shelf].indexes) createIndex(db, shelf, index);
  for (const time of timeFieldsOf(shelf))
    db.exec(`CREATE INDEX IF NOT EXISTS "${shelf} by ${time}" ON "${shelf}" (${time}) WHERE ${time} IS NOT NULL`);
}

function createIndex(db: Database.Database, shelf: ShelfName, { on, unique }: Index): void {
  const [first] = on;
  if (first !== undefined && shelves[shelf].fields[first]?.many) return;
  const name = `"${shelf} by ${on.join(', ') || 'tenant'}"`;
  if (unique)
    db.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${name} ON "${shelf}" ("${first}") WHERE "${first}" IS NOT NULL`);
  else
    db.exec(
      `CREATE INDEX IF NOT EXISTS ${name} ON "${shelf}" (${['tenantId', ...on].map((field) => `"${field}"`).join(', ')})`,
    );
}

/** The table with one row for each element of an array field. */
export function elementsOf(shelf: ShelfName, field: string): string {
  return `"${shelf} ${field}"`;
}

/** Elements are kept by triggers: no write can forget them, and a write that fails takes them back with it. */
function createElements(db: Database.Database, shelf: ShelfName, field: string): void {
  const table = elementsOf(shelf, field);
  const [exists] = db
    .prepare('SELECT count(*) FROM sqlite_master WHERE type = ? AND name = ?')
    .raw()
    .get(['table', `${shelf} ${field}`]) as [number];
  if (exists) return;
  db.exec(
    `CREATE TRIGGER "${shelf} ${field} removed" AFTER DELETE ON "${shelf}" BEGIN DELETE FROM ${table} WHERE key = old.key; END`,
  );
  const fill = (source: string) =>
    `INSERT INTO ${table} SELECT DISTINCT record.tenantId, element.value, record.key FROM ${source} AS record, json_each(record.body, '$.${field}') AS element`;
  const add = `INSERT INTO ${table} SELECT DISTINCT new.tenantId, value, new.key FROM json_each(new.body, '$.${field}');`;
  const values = (row: 'old' | 'new') => `json_extract(${row}.body, '$.${field}')`;
  db.exec(
    `CREATE TABLE ${table} (tenantId TEXT NOT NULL, value, key TEXT NOT NULL, PRIMARY KEY (tenantId, value, key)) WITHOUT ROWID`,
  );
  db.exec(`CREATE INDEX "${shelf} ${field} by key" ON ${table} (key)`);
  db.exec(`CREATE TRIGGER "${shelf} ${field} added" AFTER INSERT ON "${shelf}" BEGIN ${add} END`);
  db.exec(
    `CREATE TRIGGER "${shelf} ${field} replaced" AFTER UPDATE ON "${shelf}" WHEN ${values('old')} IS NOT ${values('new')} BEGIN DELETE FROM ${table} WHERE key = old.key; ${add} END`,
  );
  db.exec(fill(`"${shelf}"`));
}
