import type { AuditEntry, AuditEvent } from './audit.js';
import { given } from '../given.js';
import { keyOf, auditId } from '../keys.js';

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex; passed in, because this room imports nothing. */
export type Sha256 = (text: string) => string;

/** What the first entry of a history names as the hash before it. */
export const genesisHash = '0'.repeat(64);

/** Why a history is not what was written; `sequence` is the first entry that does not fit. */
export interface ChainFault {
  readonly sequence: number;
  /** `order`: a number is missing, doubled or belongs elsewhere; `link`: it does not follow the entry before; `content`: it was changed. */
  readonly problem: 'order' | 'link' | 'content';
}

/** The next entry of a tenant's history. */
export function linkEvent(
  previous: Pick<AuditEntry, 'sequence' | 'hash'> | undefined,
  tenantId: string,
  event: AuditEvent,
  sha256: Sha256,
): AuditEntry {
  const sequence = (previous?.sequence ?? 0) + 1;
  const previousHash = previous?.hash ?? genesisHash;
  const hash = hashEntry({ tenantId, sequence, event, previousHash }, sha256);
  return {
    key: keyOf(tenantId, auditId(sequence)),
    tenantId,
    sequence,
    event,
    eventKey: keyOf(tenantId, event.id),
    ...aboutOf(event),
    previousHash,
    hash,
  };
}

/** Checks entries in the order of their sequence, from the beginning or behind an entry that was checked before. */
export function verifyChain(
  entries: readonly AuditEntry[],
  sha256: Sha256,
  after?: Pick<AuditEntry, 'sequence' | 'hash'>,
):
  { readonly ok: true; readonly last?: Pick<AuditEntry, 'sequence' | 'hash'> } | ({ readonly ok: false } & ChainFault) {
  let last = after;
  for (const entry of entries) {
    const sequence = (last?.sequence ?? 0) + 1;
    const problem = findProblem(entry, sequence, last?.hash ?? genesisHash, sha256);
    if (problem) return { ok: false, sequence, problem };
    last = { sequence, hash: entry.hash };
  }
  return last ? { ok: true, last } : { ok: true };
}

function findProblem(
  entry: AuditEntry,
  sequence: number,
  previousHash: string,
  sha256: Sha256,
): ChainFault['problem'] | undefined {
  if (entry.sequence !== sequence || entry.key !== keyOf(entry.tenantId, auditId(sequence))) return 'order';
  if (entry.previousHash !== previousHash) return 'link';
  const isUntouched =
    entry.hash === hashEntry(entry, sha256) &&
    entry.eventKey === keyOf(entry.tenantId, entry.event.id) &&
    entry.groupId === entry.event.groupId &&
    entry.requestId === entry.event.requestId;
  return isUntouched ? undefined : 'content';
}

function aboutOf({ groupId, requestId }: AuditEvent): Pick<AuditEntry, 'groupId' | 'requestId'> {
  return given({ groupId, requestId });
}

/** The entry without its reason, which the hash knows by a digest alone, so that the chain still holds (F69). */
export function eraseReason(entry: AuditEntry, sha256: Sha256): AuditEntry {
  const { reason: _, reasonSalt: __, ...rest } = entry.event;
  return { ...entry, event: { ...rest, ...digestOf(entry.event, sha256) } };
}

/** What the hash has of a reason. Entries of earlier versions have no salt; there the event's id stands for it. */
function digestOf(
  { id, reason, reasonSalt = id, reasonDigest }: AuditEvent,
  sha256: Sha256,
): { readonly reasonDigest?: string } {
  if (reason !== undefined) return { reasonDigest: sha256(canonicalJson([reasonSalt, reason])) };
  return reasonDigest === undefined ? {} : { reasonDigest };
}

/** A reason enters the hash as a digest of its own, so that it can be erased one day. */
function hashEntry(
  { tenantId, sequence, event, previousHash }: Pick<AuditEntry, 'tenantId' | 'sequence' | 'event' | 'previousHash'>,
  sha256: Sha256,
): string {
  const { reason: _, reasonSalt: __, ...rest } = event;
  return sha256(canonicalJson({ tenantId, sequence, previousHash, event: { ...rest, ...digestOf(event, sha256) } }));
}

/** JSON with one spelling per value: keys sorted, nothing between, `undefined` left out as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // By code unit: the order of a locale differs from machine to machine.
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
