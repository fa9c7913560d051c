import type { OfferedFile } from './exports.js';
import type { Instant, PersonId } from '../../domain/terms.js';

/**
 * Small values that all processes share for a while. Those that are kept outlive a restart on every store; the passing
 * ones may be forgotten with the only process that opens the embedded store.
 */
export interface SharedValues {
  get(key: string): Promise<unknown>;
  /**
   * Changes a value that nobody else changes meanwhile, and keeps it for `keptMs` from now on; `change` may run again
   * after a lost race, is given nothing where there is none, and answers nothing to leave things as they are.
   */
  update(key: string, keptMs: number, change: (value: unknown) => unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Activities that are being handled, or were within the last hour. */
export interface RecentIds {
  /** Whether this is the first time, on any instance; from now on it is not, for as long as handling may take. */
  add(id: string): Promise<boolean>;
  /** It was handled: it is known for an hour, across restarts where that is promised. */
  keep(id: string): Promise<void>;
  /** Lets an id come again, because what was sent under it could not be handled. */
  forget(id: string): Promise<void>;
}

/** What was asked last, as the one who asked wrote it down; JSON. */
export interface OpenQuestion {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The last open question of each person and conversation, for ten minutes; a later one takes the place of it. */
export interface OpenQuestions {
  get(personId: PersonId, conversationId: string): Promise<OpenQuestion | undefined>;
  put(personId: PersonId, conversationId: string, question: OpenQuestion): Promise<void>;
  /** Whether it was still open: of two answers at the same moment, one gets it. */
  remove(personId: PersonId, conversationId: string, id: string): Promise<boolean>;
}

/** How often people may do something within a while. */
export interface Quotas {
  /** Counts once more, unless it happened `most` times within the window already; then, until when. */
  take(
    what: string,
    most: number,
    windowMs: number,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly until: Instant }>;
  /** Until when it is used up, without counting; nothing where it is not. */
  usedUpUntil(what: string, most: number, windowMs: number): Promise<Instant | undefined>;
}

/** Files that wait to be fetched, for ten minutes and one visit. */
export interface ExportFiles {
  put(token: string, file: OfferedFile): Promise<void>;
  take(token: string): Promise<OfferedFile | undefined>;
}

/** When whoever runs the bot last wrote a backup. */
export interface LastBackup {
  at(): Promise<Instant | undefined>;
  note(at: Instant): Promise<void>;
}

/** What all processes share of one organisation. */
export interface Shared {
  readonly messages: RecentIds;
  /** Kept across restarts: a click that comes again is the same click. */
  readonly clicks: RecentIds;
  readonly openQuestions: OpenQuestions;
  /** For what may be forgotten in a restart, and for what may not. */
  readonly quotas: Quotas;
  readonly keptQuotas: Quotas;
  readonly exports: ExportFiles;
  readonly lastBackup: LastBackup;
  /** For what has no port of its own. */
  readonly passing: SharedValues;
  /** The same, across restarts. */
  readonly kept: SharedValues;
  /** The same, where several processes may have the store open; absent where one alone does. */
  readonly acrossProcesses?: SharedValues;
}
