import { StoreUnavailableError } from '../../commands/ports.js';

/** What a disk or another process can do to us, as opposed to our own mistakes. */
const weather = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PROTOCOL',
];

/** Whether SQLite failed in this way; its codes go into detail behind an underscore (`SQLITE_IOERR_FSYNC`). */
export function isSqliteError(error: unknown, code: string): boolean {
  const found = error instanceof Error && 'code' in error ? String(error.code) : '';
  return found === code || found.startsWith(`${code}_`);
}

/** The error to hand on: `StoreUnavailableError` where trying again may help, else what it was. */
export function toStoreError(error: unknown): unknown {
  if (!weather.some((code) => isSqliteError(error, code))) return error;
  return new StoreUnavailableError(`The database file does not answer: ${(error as Error).message}`, { cause: error });
}
