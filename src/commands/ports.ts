import type { AuditEntry } from '../domain/history/audit.js';
import type { Authorized } from '../domain/authorized.js';
import type { Document } from '../domain/document.js';
import type { Group } from '../domain/groups/group.js';
import type { Membership } from '../domain/members/membership.js';
import type { OutboundMessage } from '../domain/outcome.js';
import type { ConversationAddress, Person } from '../domain/organisation/person.js';
import type { MembershipRequest } from '../domain/requests/request.js';
import type { Tenant } from '../domain/organisation/tenant.js';
import type { Instant, PersonId } from '../domain/terms.js';
import type { Resource } from '../domain/resources/resource.js';

/** The collections of documents that carry versions and effects. */
export interface Documents {
  readonly tenants: Tenant;
  readonly people: Person;
  readonly groups: Group;
  readonly resources: Resource;
  readonly memberships: Membership;
  readonly requests: MembershipRequest;
}

/** The name of a collection. */
export type CollectionName = keyof Documents;

/** What a query may ask of one indexed field; several fields are joined by "and". */
export type Condition =
  | string
  | number
  | boolean
  | { readonly in: readonly (string | number)[] }
  | { readonly gte?: string | number; readonly lt?: string | number }
  | { readonly prefix: string };

/** A search in one collection; only fields that the collection declares as indexed may be asked (`store/collections.ts`). */
export interface Query {
  /** An array field matches when any of its elements does. */
  readonly where: Readonly<Record<string, Condition>>;
  /** Ties are broken by key, in the same direction. */
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  readonly skip?: number;
  readonly limit?: number;
  /** Begins behind the record that has this value in the field of `sort`, and this key. */
  readonly after?: { readonly value: string | number; readonly key: string };
}

/** Reads of one collection, within one tenant. Ids are the part of the key behind the tenant. */
export interface Reader<D extends Document> {
  get(id: string): Promise<D | undefined>;
  /** In the order asked for; what does not exist is left out. */
  getMany(ids: readonly string[]): Promise<D[]>;
  find(query: Query): Promise<D[]>;
  count(where: Query['where']): Promise<number>;
}

/**
 * How a write ended. `conflict`: the record is not in the version that was read (or is gone). `duplicate`: a unique
 * key is taken, by another record or by this one.
 */
export type WriteResult = 'written' | 'conflict' | 'duplicate';

/** The collections whose records have names that people type. */
export type NamedKind = 'groups' | 'resources' | 'people';

/** A live name, as the store keeps it beside the record that has it; whoever acts on it reads the record. */
export interface NameEntry {
  readonly of: NamedKind;
  /** Of the record. */
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  /** Of groups alone, as the next one. */
  readonly isListed?: boolean;
  /** The owners and membership managers. */
  readonly runnerIds?: readonly PersonId[];
}

/** Among which names to look. */
export interface NameScope {
  readonly of: readonly NamedKind[];
  /** Which groups count that are not listed: every one, or those that a person runs and those with these ids. */
  readonly hidden: 'all' | { readonly runBy: PersonId; readonly ids: readonly string[] };
}

/** A page of a list of names, in the order of the names. */
export interface NamePage {
  readonly entries: readonly NameEntry[];
  /** How many there are in all; `mostCounted` stands for so many or more. */
  readonly total: number;
}

/**
 * Finds records by what people call them. Names are found at once after the write that made them, on every instance;
 * what an answer costs does not depend on how many names there are.
 */
export interface Names {
  /** The entries with these keys (`toNameKey`), of any record; at most 50 for each. */
  exact(keys: readonly string[], of: readonly NamedKind[]): Promise<readonly NameEntry[]>;
  /** Entries that come near one of the texts (`resolveName` says how near), best first for each text; at most `limit`. */
  near(texts: readonly string[], scope: NameScope, limit: number): Promise<readonly NameEntry[]>;
  /** The names in scope, or those that have, in the name or what the record is about, words beginning like these. */
  page(
    scope: NameScope,
    at: { readonly words: string; readonly skip: number; readonly limit: number; readonly after?: NameEntry },
  ): Promise<NamePage>;
  /** The entries of these records, in any order. */
  ofRecords(of: NamedKind, ids: readonly string[]): Promise<readonly NameEntry[]>;
}

/** Which record holds a claim. */
export interface ClaimHolder {
  readonly claim: string;
  readonly collection: CollectionName;
  readonly id: string;
}

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
  /** The same, where several processes may have the store open; absent where one alone does. */
  readonly acrossProcesses?: SharedValues;
}

/** Everything that belongs to one organisation; there is no way around it to another's records (S11, F93). */
export interface TenantStore {
  readonly tenantId: string;
  read<C extends CollectionName>(collection: C): Reader<Documents[C]>;
  /**
   * Saves a new record, durably, before it resolves. Refuses (throws) a record of another tenant. With the record go
   * `claims` (`domain/claims.ts`) that it is to be the only one of: where another record has one, the answer is
   * `duplicate`. The claim to a name ends when its record gives up the name.
   */
  insert<C extends CollectionName>(
    proof: Authorized,
    collection: C,
    document: Documents[C],
    claims?: readonly string[],
  ): Promise<WriteResult>;
  /** Replaces the record where its stored version is still `document.version - 1`, with claims as for a new one. */
  replace<C extends CollectionName>(
    proof: Authorized,
    collection: C,
    document: Documents[C],
    claims?: readonly string[],
  ): Promise<WriteResult>;
  readonly names: Names;
  readonly shared: Shared;
  /** Who holds these claims; what nobody holds is left out. */
  holders(claims: readonly string[]): Promise<readonly ClaimHolder[]>;
  /** Appends to the tenant's history; `duplicate` when the sequence number or the event is there already. */
  appendAudit(entry: AuditEntry): Promise<WriteResult>;
  /** Puts an entry in the place of the one with its key; for its reason to be erased, for nothing else may differ. */
  amendAudit(entry: AuditEntry): Promise<void>;
  /** The tenant's last entry. */
  lastAudit(): Promise<AuditEntry | undefined>;
  /** Entries in order of their sequence, from the one given. */
  readAudit(fromSequence: number, limit: number): Promise<AuditEntry[]>;
  /** Entries about a group or a request, the newest first; without either, about everything. */
  findAudit(about: AuditSearch): Promise<{ readonly entries: AuditEntry[]; readonly total: number }>;
}

/** Which part of a tenant's history is looked for. */
export interface AuditSearch {
  readonly groupId?: string;
  readonly requestId?: string;
  readonly skip: number;
  readonly limit: number;
}

/**
 * The database does not answer, or not in time: for the person it is "try again", for the dispatcher "later". Of a
 * write that ends so it is not known whether it was saved; repeating the turn is safe, for it reads everything afresh.
 */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** A record that is not what its collection says, and where. */
export interface UnreadableRecord {
  readonly collection: string;
  readonly key: string;
  /** Fields and what kind of thing is wrong with them; never what stands in them. */
  readonly problem: string;
}

/**
 * A record that a turn cannot do without does not fit its schema: somebody who looks after the store has to mend it.
 * Where several are read, such a record is left out instead.
 */
export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError';
  constructor(readonly record: UnreadableRecord) {
    super(`The record ${record.key} of ${record.collection} does not fit: ${record.problem}.`);
  }
}

/** A record with work that is due. */
export interface DueWork {
  readonly collection: CollectionName;
  readonly tenantId: string;
  readonly id: string;
}

/** The same, and when it is due. */
export interface FoundWork extends DueWork {
  readonly dueAt: Instant;
}

/** The store: a handful of document collections behind one contract (`test/store/storeContract.ts`). */
export interface Store {
  forTenant(tenantId: string): TenantStore;
  /** Records of every tenant whose `nextEffectAt` is at or before that moment, the oldest first. */
  findDueWork(until: Instant, limit: number): Promise<FoundWork[]>;
  /** The store's own clock, which is the same for every process. */
  now(): Instant;
  /** Clears away what interrupted writes left behind and what is past its time; to be called every minute or so. */
  sweep(): Promise<void>;
  /** Resolves when the store answers; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Time, passed in so that tests can set it. */
export interface Clock {
  now(): Instant;
}

/** Fresh ids, passed in so that tests can foresee them. */
export interface Ids {
  /** `REQ-` and eight characters of Crockford's base 32. */
  requestId(): string;
  /** For effects and events: a UUID. */
  uuid(): string;
}

export type { OutboundMessage };

/** How a sending ended; failures are sorted by what there is to do about them (`platform.md`, section 3.1). */
export type SendResult =
  | { readonly ok: true; readonly activityId: string }
  | {
      readonly ok: false;
      /**
       * `unreachable`: not installed, or blocked; try when they turn up. `conversationGone`: open it again.
       * `messageGone`: it was deleted; send anew. `throttled` and `transient`: later, safe to repeat.
       * `ambiguous`: may have arrived. `rejected`: our mistake, repeating is of no use.
       */
      readonly failure:
        'unreachable' | 'conversationGone' | 'messageGone' | 'throttled' | 'transient' | 'ambiguous' | 'rejected';
      readonly retryAfterMs?: number;
      /** For operators. */
      readonly detail: string;
    };

/** Writes to people outside of a turn. Never throws for what the channel answers. */
export interface Messenger {
  send(address: ConversationAddress, message: OutboundMessage): Promise<SendResult>;
  edit(address: ConversationAddress, activityId: string, message: OutboundMessage): Promise<SendResult>;
  /** Opens the personal chat of somebody who never wrote to the bot; `near` is an address in the same tenant. */
  open(
    tenantId: string,
    personId: PersonId,
    near: ConversationAddress,
  ): Promise<{ readonly ok: true; readonly address: ConversationAddress } | Extract<SendResult, { ok: false }>>;
}

/** A file for one person, and nobody else. */
export interface OfferedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
  /** Who made it: the file dies with their rights. */
  readonly makerId: PersonId;
}

/** Where a person fetches a file that is too large for a message. */
export interface Exports {
  /** Keeps the file for a few minutes under an address that cannot be guessed and works once; none where no address would lead to it. */
  offer(tenantId: string, file: OfferedFile): Promise<string | undefined>;
}

/** What the running process knows of itself; for administrators. */
export interface Running {
  readonly version: string;
  readonly startedAt: Instant;
  readonly store: 'embedded' | 'mongodb';
  /** Effects that this process gave up since it started. */
  givenUp(): number;
  /** Since when the oldest work is due; nothing where none is due at `now`. */
  oldestDueAt(now: Instant): Promise<Instant | undefined>;
}

/** Tells the dispatcher that a record has work that is due now, so that it need not wait for its next look. */
export interface WorkSignal {
  due(work: DueWork): void;
}
