import type { TenantStore } from '../ports.js';
import type { Instant } from '../../domain/terms.js';

/** What is read in, one after the other. */
export const readings = ['people', 'groups'] as const;

/** One of them. */
export type ReadingOf = (typeof readings)[number];

/** How far a reading of the directory is; kept, so that it goes on where it was after a restart. */
export interface ReadingState {
  /** `first` and `again`: everything is being read; `following`: only what changes. */
  readonly phase: 'first' | 'again' | 'following';
  /** When the reading of everything began. */
  readonly begunAt: Instant;
  /** How much came since then. */
  readonly read: number;
  /** Where to go on; absent at the beginning. */
  readonly link?: string;
  /** When it was last up to date. */
  readonly doneAt?: Instant;
  /** Why it does not get on. */
  readonly trouble?: 'permission' | 'noAnswer';
}

/** A link is worth nothing after seven days; what is known of a reading is kept for longer, in milliseconds. */
export const readingKeptMs = 90 * 86_400_000;

/** Under which name a reading's state is kept. */
export function readingKey(of: ReadingOf): string {
  return `reading/${of}`;
}

/** How far a reading is; nothing before it has begun. */
export async function loadReading(
  { shared }: Pick<TenantStore, 'shared'>,
  of: ReadingOf,
): Promise<ReadingState | undefined> {
  return (await shared.kept.get(readingKey(of))) as ReadingState | undefined;
}

/** Why no more people are taken for leavers, until an administrator has looked. */
export interface PeopleBrake {
  readonly at: Instant;
  readonly gone: number;
  readonly total: number;
  /** The administrators know. */
  readonly isTold?: true;
  readonly isReleased?: true;
}

/** How many people were found gone since when; the brake when they are too many. */
export interface LeaverCount {
  readonly since: Instant;
  readonly gone: number;
  readonly brake?: PeopleBrake;
}

/** Under which name that is kept. */
export const leaversKey = 'reading/leavers';

/** The brake on leavers; nothing where there is none, or it was released. */
export async function loadPeopleBrake({ shared }: Pick<TenantStore, 'shared'>): Promise<PeopleBrake | undefined> {
  const count = (await shared.kept.get(leaversKey)) as LeaverCount | undefined;
  return count?.brake?.isReleased ? undefined : count?.brake;
}
