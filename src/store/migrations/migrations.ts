import { toNameKey } from '../../domain/names.js';
import type { KeptShelf } from '../keptShelves.js';

/** A record as it lies in the database; what is in it is not known before it was checked. */
export interface StoredRecord {
  readonly key: string;
  readonly tenantId: string;
  readonly version?: number;
  readonly schemaVersion?: number;
  readonly [field: string]: unknown;
}

/**
 * One step from a version of the schema to the next. Pure, and the same for the same record: it runs whenever the
 * record is read until somebody saves it, and several processes may run it at once.
 */
export type Migration = (record: StoredRecord) => StoredRecord;

/** How names are folded has changed since; searches go by the folded name. */
const foldName: Migration = (record) =>
  typeof record['name'] === 'string' ? { ...record, nameKey: toNameKey(record['name']) } : record;

/** Records got a number; nothing else is different. */
const numbered: Migration = (record) => record;

/**
 * The steps of each collection, in order: the first one takes a record without `schemaVersion` (version 0) to
 * version 1. A step is never changed once it was released; a new one is added behind it, and a fixture of the
 * version that it starts from is kept in `test/fixtures`.
 */
export const migrations: { readonly [N in KeptShelf]: readonly Migration[] } = {
  tenants: [numbered],
  people: [foldName],
  groups: [foldName],
  resources: [foldName],
  memberships: [numbered],
  requests: [numbered],
  audit: [numbered],
};

/** The version that this program writes. */
export function schemaVersionOf(shelf: KeptShelf): number {
  return migrations[shelf].length;
}

/** The record as this program knows it; one that a newer program wrote stays as it is. */
export function migrate(shelf: KeptShelf, record: StoredRecord): StoredRecord {
  return migrations[shelf].slice(record.schemaVersion ?? 0).reduce((current, step) => step(current), record);
}
