import type { CollectionName } from './records.js';
import type { TenantStore } from './tenantStore.js';
import type { Instant } from '../../domain/terms.js';

/** A record with work that is due. */
export interface DueWork {
  readonly collection: CollectionName;
  readonly tenantId: string;
  readonly id: string;
  /** Somebody waits for some of it. */
  readonly isAwaited?: true;
}

/** The same, and when it is due. */
export interface FoundWork extends DueWork {
  readonly dueAt: Instant;
}

/** The store: a handful of document collections behind one contract (`test/store/storeContract.ts`). */
export interface Store {
  forTenant(tenantId: string): TenantStore;
  /**
   * Records of every tenant whose `nextEffectAt` is at or before that moment, the oldest first; where there are more than
   * `limit`, those come first that somebody waits for (`awaitedAt`).
   */
  findDueWork(until: Instant, limit: number): Promise<FoundWork[]>;
  /** The store's own clock, which is the same for every process. */
  now(): Instant;
  /** Clears away what interrupted writes left behind and what is past its time; to be called every minute or so. */
  sweep(): Promise<void>;
  /** Resolves when the store answers; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Tells the dispatcher what this process has just saved, so that it need not wait for its next look. */
export interface WorkSignal {
  /** A record has work that is due now. */
  due(work: DueWork): void;
  /** Whether so much waits here already that what is new of an organisation is better left to another process. */
  isBusy(tenantId: string): boolean;
  /** Something comes due at that moment. */
  expect(dueAt: Instant): void;
}
