import type { Names } from './names.js';
import type { CollectionName, Documents, Reader, WriteResult } from './records.js';
import type { Shared } from './shared.js';
import type { Authorized } from '../../domain/authorized.js';
import type { AuditEntry } from '../../domain/history/audit.js';

/** Which record holds a claim. */
export interface ClaimHolder {
  readonly claim: string;
  readonly collection: CollectionName;
  readonly id: string;
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
