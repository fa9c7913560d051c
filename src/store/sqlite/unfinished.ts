import { UnfinishedRestoreError } from '../unfinishedRestore.js';
import type { Connections } from './sqliteEngine.js';

/** A table that is there while a restore is under way. */
export const markSql = 'CREATE TABLE IF NOT EXISTS "unfinished restore" (sign)';

/** Takes the mark away. */
export const unmarkSql = 'DROP TABLE IF EXISTS "unfinished restore"';

/** Refuses a file that holds the half of a restore. */
export function refuseUnfinished(read: Connections['read'], path: string): void {
  if (isUnfinished(read)) throw new UnfinishedRestoreError(path);
}

/** Whether a restore into the file has begun and not ended. */
export function isUnfinished(read: Connections['read']): boolean {
  const text = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'unfinished restore'";
  return (read(text).get([]) as [number])[0] > 0;
}
