import type { AuditEntry } from '../domain/history/audit.js';
import { verifyChain } from '../domain/history/auditChain.js';
import { sha256 } from '../outbox/history/history.js';
import { keptShelves, type KeptShelf } from '../store/keptShelves.js';
import type { Vault } from '../store/vault.js';

/** What a store holds, and whether the history of each organisation is whole. */
export interface StoreReport {
  readonly counts: Readonly<Record<KeptShelf, number>>;
  /** One sentence for each history that is broken. */
  readonly broken: readonly string[];
}

type Link = { readonly sequence: number; readonly hash: string };

/** Counts every record, and walks each organisation's chain from its first entry to its last, as `audit verify` does. */
export async function verifyStore(vault: Vault): Promise<StoreReport> {
  const counts = Object.fromEntries(keptShelves.map((shelf) => [shelf, 0])) as Record<KeptShelf, number>;
  const lasts = new Map<string, Link | undefined>();
  const broken = new Map<string, string>();
  for (const shelf of keptShelves)
    for await (const { record } of vault.read(shelf)) {
      counts[shelf] += 1;
      if (shelf !== 'audit' || broken.has(record.tenantId)) continue;
      // Keys of the history end in the sequence, filled up with noughts, so that they come in its order.
      const checked = verifyChain([record as unknown as AuditEntry], sha256, lasts.get(record.tenantId));
      if (checked.ok) lasts.set(record.tenantId, checked.last);
      else broken.set(record.tenantId, `The history of ${record.tenantId} breaks at entry ${checked.sequence}.`);
    }
  return { counts, broken: [...broken.values()] };
}
