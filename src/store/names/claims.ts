import type { CollectionName, Documents } from '../../commands/ports.js';
import type { Instant } from '../../domain/terms.js';
import { groupNameClaim, resourceNameClaim } from '../../domain/claims.js';
import { keyOf, idOf } from '../../domain/keys.js';

/** A record's right to be the only one of its kind: the second one that wants the same meets it. */
export interface Claim {
  /** `tenant/group-name/marketing`, `tenant/click/…`. */
  readonly key: string;
  readonly tenantId: string;
  readonly version: number;
  readonly collection: CollectionName;
  /** Of the record. */
  readonly id: string;
  /** By the store's clock, as every moment here. */
  readonly madeAt: Instant;
  /** When to look whether it still counts; absent of a name that its record is known to have. */
  readonly sweepAt?: Instant;
}

/** A claim whose record is not there after so long counts for nothing, in milliseconds. */
export const makingMs = 60_000;

/** For so long a click is known again, in milliseconds. */
export const clickMs = 86_400_000;

const nameClaims: Partial<Record<CollectionName, (name: string) => string>> = {
  groups: groupNameClaim,
  resources: resourceNameClaim,
};

/** The claims that a record bears out by its name, where names can be unique. */
export function nameClaimsOf(
  collection: CollectionName,
  record:
    | { readonly tenantId: string; readonly name?: string; readonly deletedAt?: Instant; readonly knownAs?: string }
    | undefined,
): string[] {
  const toClaim = nameClaims[collection];
  if (toClaim === undefined || !record) return [];
  const { tenantId, name = '', deletedAt, knownAs } = record;
  // Names are unique among the groups that the bot manages; what was only read in claims none.
  return deletedAt === undefined && knownAs === undefined ? [keyOf(tenantId, toClaim(name))] : [];
}

/** Whether a claim counts, by the record that made it as it stands now. */
export function isHeld(claim: Claim, record: Documents[CollectionName] | undefined): boolean {
  if (!record) return false;
  return isNameClaim(claim) ? nameClaimsOf(claim.collection, record).includes(claim.key) : true;
}

/** Whether the write that it was made for may still be under way. */
export function isYoung({ madeAt, sweepAt }: Claim, now: Instant): boolean {
  return sweepAt !== undefined && now - madeAt < makingMs;
}

/** A claim on behalf of a record, at this moment. */
export function makeClaim(
  key: string,
  collection: CollectionName,
  record: { readonly key: string; readonly tenantId: string },
  now: Instant,
): Claim {
  const { tenantId } = record;
  return {
    key,
    tenantId,
    version: 1,
    collection,
    id: idOf(record),
    madeAt: now,
    sweepAt: now + makingMs,
  };
}

/** The claim once its record is there: a name needs no more looks, a click is forgotten one day. */
export function settleClaim({ sweepAt: _, ...claim }: Claim): Claim {
  const settled = { ...claim, version: claim.version + 1 };
  return isNameClaim(claim) ? settled : { ...settled, sweepAt: claim.madeAt + clickMs };
}

/** Whether it is for a name, rather than for something that happened once. */
export function isNameClaim({ key, tenantId }: Pick<Claim, 'key' | 'tenantId'>): boolean {
  return Object.values(nameClaims).some((toClaim) => key.startsWith(keyOf(tenantId, toClaim(''))));
}
