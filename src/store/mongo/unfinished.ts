import type { Db } from 'mongodb';
import { UnfinishedRestoreError } from '../unfinishedRestore.js';

/** Holds one document while a restore is under way. */
const marks = 'unfinishedRestore';

/** Whether a restore into the database has begun and not ended. */
export async function isUnfinished(db: Db): Promise<boolean> {
  return (await db.collection(marks).findOne({})) !== null;
}

/** Says that a restore has begun. */
export async function mark(db: Db): Promise<void> {
  await db.collection<{ _id: string }>(marks).replaceOne({ _id: marks }, {}, { upsert: true });
}

/** Says that it has ended. */
export async function unmark(db: Db): Promise<void> {
  await db.collection(marks).deleteMany({});
}

/** Refuses a database that holds the half of a restore. */
export async function refuseUnfinished(db: Db): Promise<void> {
  if (await isUnfinished(db)) throw new UnfinishedRestoreError(`the database ${db.databaseName}`);
}
