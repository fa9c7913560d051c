import type { Outcome } from '../domain/outcome.js';
import type { Intent } from '../intents/intent.js';
import type { Clock, Exports, Ids, Running, TenantStore, WorkSignal } from './ports.js';
import type { DirectorySight } from './ports/directory.js';
import type { Sha256 } from '../domain/history/auditChain.js';
import type { Origin } from '../domain/effect.js';
import { given } from '../domain/given.js';
import type { RulesInForce } from '../domain/history/rulesInForce.js';
import type { Person } from '../domain/organisation/person.js';
import type { Occasion } from '../domain/revise.js';
import type { Instant, PersonId } from '../domain/terms.js';

export type { SeenPerson } from '../domain/organisation/remember.js';

/** What a command comes to: an outcome, or another intent that was meant, which is carried out through the same gate. */
export type Answer = Outcome | { readonly instead: Intent };

/** What every turn of this process shares. */
export interface TurnDeps {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly work: WorkSignal;
  /** Id of this process, under which it leases the effects of its own commits. */
  readonly processId: string;
  /** How long a request waits for a decision, in milliseconds (F48). */
  readonly requestExpiryMs: number;
  /** The first administrators of an organisation that is not known yet (Q9). */
  readonly initialAdminIds: readonly PersonId[];
  /** Whether limits hold for what one person does in a while. */
  readonly hasRateLimits: boolean;
  /** Clients can look people up in the directory; the local ones cannot. */
  readonly hasPicker?: true;
  readonly exports: Exports;
  readonly directory: DirectorySight;
  readonly running: Running;
  /** Rules in words, for exported files. */
  describeRules(rules: RulesInForce): string;
  /** A text's SHA-256, as the history is chained with. */
  readonly sha256: Sha256;
}

/** Who is speaking, where, and with what at hand: everything a command gets beside its intent. */
export interface Turn extends TurnDeps {
  readonly tenantId: string;
  /** The person behind the authenticated `from.aadObjectId`, as stored. */
  readonly actor: Person;
  readonly now: Instant;
  readonly via: 'card' | 'command';
  /** Where it is said: what was asked there can be answered there. */
  readonly conversationId: string;
  readonly store: TenantStore;
  /** What its effects keep of it. */
  readonly origin?: Origin;
}

/** The circumstances of a change that this turn makes. */
export function occasionOf(
  turn: Pick<Turn, 'now' | 'processId' | 'ids' | 'work'> & Partial<Pick<Turn, 'origin' | 'tenantId'>>,
): Occasion {
  const { now, processId, ids, origin, work, tenantId } = turn;
  const isBusy = (tenantId !== undefined && work.isBusy(tenantId)) || undefined;
  return { now, processId, newId: () => ids.uuid(), ...given({ origin, isBusy }) };
}

/** Where whoever writes is, for the times in what they write. */
export function zoneOf({ actor }: Turn): { readonly timeZone?: string } {
  return actor.timeZone ? { timeZone: actor.timeZone } : {};
}
