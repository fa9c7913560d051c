import type { Clock, Ids, TenantStore, WorkSignal } from '../commands/ports.js';
import type { DirectoryReader } from '../commands/ports/directoryReader.js';
import type { Occasion } from '../domain/revise.js';

/** Where operators read how it goes; pino's logger fits. */
export interface SyncLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What keeps the records and the directory in step, for one organisation. */
export interface SyncDeps {
  readonly reader: DirectoryReader;
  readonly store: TenantStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly work: WorkSignal;
  readonly processId: string;
  readonly log: SyncLog;
  /** The memory of this process; it grows as usual again after each round. */
  readonly heap: { readonly growLittle: () => void; readonly growAsUsual: () => void };
  /** For how long the directory may not show a change of ours, in milliseconds; absent for Microsoft Entra's own. */
  readonly directoryLagMs?: number;
}

/** The circumstances of a change that is made now. */
export function occasionOf({ clock, processId, ids }: Pick<SyncDeps, 'clock' | 'processId' | 'ids'>): Occasion {
  return { now: clock.now(), processId, newId: () => ids.uuid() };
}
