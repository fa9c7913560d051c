import type {
  Clock,
  CollectionName,
  Documents,
  Ids,
  Messenger,
  SharedValues,
  Store,
  TenantStore,
  WorkSignal,
} from '../commands/ports.js';
import type { Directory } from '../commands/ports/directory.js';
import type { DirectoryReader, ReadFailure } from '../commands/ports/directoryReader.js';
import type { Effect, EffectTask, Origin } from '../domain/effect.js';
import type { Group } from '../domain/groups/group.js';
import type { Change } from '../domain/timers.js';
import type { OutboundMessage, Outcome } from '../domain/outcome.js';
import type { MembershipRequest } from '../domain/requests/request.js';
import type { RetryLimits } from './backoff.js';
import type { PacingLimits } from './pacing.js';
import type { Instant, PersonId } from '../domain/terms.js';
import type { GroupView, RequestView } from '../domain/views.js';

/** The kinds of effect. */
export type EffectKind = EffectTask['kind'];

/** An effect of one kind. */
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

/** In which collection's records each kind of effect lives. */
export interface EffectHomes {
  readonly recordEvent: CollectionName;
  readonly showApprover: 'requests';
  readonly remindApprover: 'requests';
  readonly showRequester: 'requests';
  readonly tellAsker: 'requests';
  readonly refreshWaitingCard: 'requests';
  readonly followRequest: 'requests';
  readonly followGroup: 'groups';
  readonly followStandIns: 'people';
  readonly grantMembership: 'requests';
  readonly expireRequest: 'requests';
  readonly eraseOldReasons: 'tenants';
  readonly forgetTraces: 'people';
  readonly addToDirectory: 'memberships';
  readonly removeFromDirectory: 'memberships';
  readonly reportDelivery: 'memberships';
  readonly tellMembershipReady: 'memberships';
  readonly tellRemovalFailed: 'memberships';
  readonly tellMembershipEnded: 'memberships';
  readonly tellDeliveryFailed: 'memberships';
  readonly expireMembership: 'memberships';
  readonly endMembership: 'groups';
  readonly endStandIns: 'groups';
  readonly tell: CollectionName;
  readonly keepMissed: CollectionName;
  readonly catchUp: 'people';
  readonly tellUnreached: 'people';
  readonly settleCard: CollectionName;
  readonly closeRequests: 'groups';
  readonly alignGroup: 'groups';
  readonly compareMembers: 'groups';
  readonly enrolKnown: 'tenants';
  readonly clearLeaver: 'people';
  readonly escalateOwnerless: 'groups';
  readonly endMemberships: 'groups';
  readonly closeOwnRequest: 'memberships';
}

/** The record that an effect lives in. */
export type HomeOf<K extends EffectKind> = Documents[EffectHomes[K]];

/** The store as an effect works with it: what it changes in other records says where the effect came from. */
export interface EffectStore extends TenantStore {
  readonly origin?: Origin;
}

/** What an effect works on. */
export interface EffectWork<D> {
  readonly store: EffectStore;
  /** The newest copy that this process has; asked again after each wait. */
  readonly current: () => D;
}

/** How one try of an effect ended. */
export type EffectResult<D extends Documents[CollectionName]> =
  | { readonly end: 'done'; readonly change?: Change<D> }
  /** Tried and failed; `isWait` when it was not even tried, so that it does not count as a failure. */
  | {
      readonly end: 'later';
      readonly detail: string;
      readonly retryAfterMs?: number;
      readonly isWait?: true;
      readonly change?: Change<D>;
    }
  /** Repeating is of no use. */
  | {
      readonly end: 'dead';
      readonly detail: string;
      /** What it leaves behind, in the place of what `giveUp` would. */
      readonly change?: Change<D>;
    };

/** Why an effect is given up: the other side said no, or never answered clearly. */
export type GiveUpCause = 'refused' | 'exhausted';

/** What carries out one kind of effect; repeating it is always safe. */
export interface Handler<K extends EffectKind> {
  /** Whether it sends what cannot be taken back: that it did is saved before anything else. */
  readonly sends?: true;
  run(effect: EffectOf<K>, work: EffectWork<HomeOf<K>>): Promise<EffectResult<HomeOf<K>>>;
  /**
   * What an effect that is given up leaves behind in its record, so that it is not lost silently. An effect without it
   * concerns our own store alone and is tried for ever.
   */
  giveUp?(effect: EffectOf<K>, cause: GiveUpCause): Change<HomeOf<K>> | undefined;
}

/** One handler for each kind of effect; a missing one does not compile. */
export type Handlers = { readonly [K in EffectKind]: Handler<K> };

/** Records as people may see them (`commands/reads/groupViews.ts`, `requestViews.ts`). */
export interface OutboxViews {
  viewRequest(store: TenantStore, request: MembershipRequest): Promise<RequestView>;
  viewOwnRequest(store: TenantStore, request: MembershipRequest): Promise<RequestView>;
  viewGroup(store: TenantStore, group: Group, personId?: PersonId): Promise<GroupView>;
  viewLeftGroup(store: TenantStore, group: Group, personId: PersonId): Promise<GroupView>;
}

/** For whom a message is made. */
export interface OutboxViewer {
  readonly locale?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** The channel's id of them. */
  readonly userId?: string;
  readonly now: Instant;
}

/** Where the dispatcher writes what operators need; pino's logger fits. */
export interface OutboxLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the dispatcher counts. */
export interface OutboxMetrics {
  /** One try of an effect ended; `dead` means given up and wants attention. */
  effectEnded(kind: EffectKind, end: EffectResult<never>['end'], durationMs: number): void;
  /** Records that are being worked on or wait for their turn in this process. */
  backlog(records: number): void;
  /** What is due was looked for; `oldestDueMs`: for how long the oldest of it has been due, in milliseconds. */
  looked(result: 'ok' | 'failed', oldestDueMs?: number): void;
}

/** Where the dispatcher puts its work into traces. */
export interface OutboxTracing {
  /** Runs one try of an effect, in the trace of the turn that it comes from. */
  effect<T>(effect: Pick<Effect, 'kind' | 'origin'>, run: () => Promise<T>): Promise<T>;
}

/** How much the dispatcher does at once and how patient it is. */
export interface OutboxLimits {
  /** Records that are worked on at the same time. */
  readonly concurrency: number;
  /** So many more, of which somebody waits for something: others never take these places. */
  readonly awaitedConcurrency: number;
  /** The longest pause between two looks for work that other processes left, in milliseconds. */
  readonly maxPollMs: number;
  /** How long the results of a record's effects wait for the slower ones, to be saved together, in milliseconds. */
  readonly patienceMs: number;
  readonly retry: RetryLimits;
  readonly pacing: PacingLimits;
}

/** How a comparison of both sides of a group ended; `later`: what was written does not show yet. */
export type CompareEnd = { readonly end: 'done' } | { readonly end: 'later'; readonly afterMs: number } | ReadFailure;

/** What the dispatcher and its handlers need. */
export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly messenger: Messenger;
  readonly directory: Directory;
  /** Whether somebody is in the directory; absent as the next one. */
  readonly lookForPerson?: DirectoryReader['lookForPerson'];
  /** Compares who is in a group on both sides; absent where our own records are the directory. */
  readonly compareGroup?: (groupId: string, isReleased: boolean) => Promise<CompareEnd>;
  readonly views: OutboxViews;
  showOutcome(outcome: Outcome, viewer: OutboxViewer): OutboundMessage;
  readonly log: OutboxLog;
  readonly metrics: OutboxMetrics;
  readonly tracing: OutboxTracing;
  /** The same id under which this process's commits lease their effects. */
  readonly processId: string;
  readonly limits: OutboxLimits;
  /** What several processes keep the pace of an organisation with; nothing where one alone has the store open. */
  sharedOf?(tenantId: string): SharedValues | undefined;
  /** In [0, 1); for jitter. */
  random(): number;
}

/** What handlers get beside the dependencies: a way to wake the dispatcher for a record that they changed. */
export type HandlerDeps = OutboxDeps & { readonly work: WorkSignal };
