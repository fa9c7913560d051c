import type { Clock, Ids, TenantStore, WorkSignal } from './ports.js';
import type { Instant } from '../domain/document.js';
import type { Person } from '../domain/person.js';

/** Who is speaking, where, and with what at hand: everything a command gets beside its intent. */
export interface Turn {
  readonly tenantId: string;
  /** The person behind the authenticated `from.aadObjectId`, as stored. */
  readonly actor: Person;
  readonly now: Instant;
  readonly via: 'card' | 'command';
  readonly store: TenantStore;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly work: WorkSignal;
  /** Id of this process, under which it leases the effects of its own commits. */
  readonly processId: string;
}
