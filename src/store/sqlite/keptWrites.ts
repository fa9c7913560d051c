import type { CollectionName, Documents, WriteResult } from '../../commands/ports.js';
import { keyOf } from '../../domain/keys.js';
import type { Instant } from '../../domain/terms.js';
import type { ShelfName, Shelves } from '../collections.js';
import { isHeld, isYoung, makeClaim, settleClaim, type Claim } from '../names/claims.js';
import { isNamed } from '../names/entries.js';
import { planNames } from '../names/plan.js';
import { isSqliteError } from './sqliteErrors.js';

/** A prepared statement of the connection that writes; both run on our thread. */
export interface WriteStatement {
  run(values: readonly unknown[]): { readonly changes: number };
  /** The first row as an array, for a statement that was prepared so. */
  get(values: readonly unknown[]): unknown;
}

/** The statements for one shelf, on the connection that writes. */
export interface ShelfStatements {
  readonly insert: WriteStatement;
  readonly replace: WriteStatement;
  /** Saves whatever was there. */
  readonly put: WriteStatement;
  readonly remove: WriteStatement;
  readonly removeVersion: WriteStatement;
  readonly get: WriteStatement;
}

/** The statements for all shelves, and marks within a transaction. */
export interface WriteStatements {
  readonly shelves: { readonly [N in ShelfName]: ShelfStatements };
  readonly amend: WriteStatement;
  readonly savepoint: WriteStatement;
  readonly release: WriteStatement;
  readonly undo: WriteStatement;
}

/** Which record is written, over which version (none: it is new), and what it is to be the only one of. */
export interface KeptWrite {
  readonly collection: CollectionName;
  readonly record: Documents[CollectionName];
  /** The record's JSON. */
  readonly text: string;
  readonly version?: number;
  readonly claims: readonly string[];
  readonly now: Instant;
}

/** Writes a record with its name and its claims; within one transaction, so that none is ever without the others. */
export function writeKept(statements: WriteStatements, write: KeptWrite): WriteResult {
  const { collection, record, version } = write;
  // What has neither name nor claim needs no look before: its version is compared where it is written.
  if (!isNamed(collection) && write.claims.length === 0) return writeRecord(statements, write);
  const before = version === undefined ? undefined : read(statements, collection, record.key);
  if (version !== undefined && before?.version !== version) return 'conflict';
  const plan = planNames(collection, before, record);
  if (!plan && write.claims.length === 0) return writeRecord(statements, write);
  const claims = write.claims.map((key) => makeClaim(key, collection, record, write.now));
  if (claims.some((claim) => isTaken(statements, claim, write.now))) return 'duplicate';
  return allOrNothing(statements, () => {
    const result = writeRecord(statements, write);
    if (result !== 'written') return result;
    for (const claim of claims) put(statements, 'claims', settleClaim(claim));
    for (const key of plan?.released ?? []) release(statements, key, collection, record);
    for (const key of plan?.dropped ?? []) statements.shelves.names.remove.run([key]);
    if (plan?.entry) put(statements, 'names', plan.entry);
    return result;
  });
}

/** The values of a record for its row. */
export function valuesOf(record: Shelves[ShelfName], text: string): unknown[] {
  return [record.key, record.tenantId, 'version' in record ? record.version : null, text];
}

/** No row where the version differs; an error where something unique is taken. */
export function runWrite(statement: WriteStatement, values: readonly unknown[]): WriteResult {
  try {
    return statement.run(values).changes === 1 ? 'written' : 'conflict';
  } catch (error) {
    if (isSqliteError(error, 'SQLITE_CONSTRAINT_UNIQUE') || isSqliteError(error, 'SQLITE_CONSTRAINT_PRIMARYKEY'))
      return 'duplicate';
    throw error;
  }
}

function writeRecord({ shelves }: WriteStatements, { collection, record, text, version }: KeptWrite): WriteResult {
  if (version === undefined) return runWrite(shelves[collection].insert, valuesOf(record, text));
  return runWrite(shelves[collection].replace, [record.version, text, record.key, version]);
}

/** Whether another record has the claim; one whose record is gone counts for nothing. */
function isTaken(statements: WriteStatements, wanted: Claim, now: Instant): boolean {
  const claim = read(statements, 'claims', wanted.key);
  if (!claim || (claim.collection === wanted.collection && claim.id === wanted.id)) return false;
  const record = read(statements, claim.collection, keyOf(claim.tenantId, claim.id));
  return isHeld(claim, record) || isYoung(claim, now);
}

/** Gives up a claim, where it is this record's: groups of the directory may share a name that another one claims. */
function release(
  statements: WriteStatements,
  key: string,
  collection: CollectionName,
  { tenantId, key: recordKey }: Documents[CollectionName],
): void {
  const claim = read(statements, 'claims', key);
  if (claim && claim.collection === collection && keyOf(tenantId, claim.id) === recordKey)
    statements.shelves.claims.remove.run([key]);
}

function read<N extends ShelfName>({ shelves }: WriteStatements, shelf: N, key: string): Shelves[N] | undefined {
  const row = shelves[shelf].get.get([key]) as [string] | undefined;
  return row && (JSON.parse(row[0]) as Shelves[N]);
}

function put({ shelves }: WriteStatements, shelf: 'names' | 'claims', record: Shelves['names'] | Claim): void {
  shelves[shelf].put.run(valuesOf(record, JSON.stringify(record)));
}

/** Other writes share the transaction, so that what fails takes back its own alone. */
function allOrNothing({ savepoint, release, undo }: WriteStatements, write: () => WriteResult): WriteResult {
  savepoint.run([]);
  try {
    const result = write();
    release.run([]);
    return result;
  } catch (error) {
    try {
      undo.run([]);
      release.run([]);
    } catch {
      // Where the disk fails, the whole transaction is gone already; the first error says why.
    }
    throw error;
  }
}
