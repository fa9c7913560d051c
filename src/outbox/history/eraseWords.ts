import { sha256 } from './history.js';
import { changeRecord } from '../changeRecord.js';
import type { HandlerDeps } from '../handler.js';
import type { CollectionName, Documents, TenantStore } from '../../commands/ports.js';
import type { AuditEntry } from '../../domain/history/audit.js';
import { eraseReason } from '../../domain/history/auditChain.js';
import { eraseFromMembership, eraseFromRequest, eraseFromResource } from '../../domain/history/erase.js';
import { membershipId } from '../../domain/keys.js';
import { applyChange, type Change } from '../../domain/timers.js';

/** Entries that are read at once. */
const readSize = 200;

/** The history from an entry on, in its order. */
export async function* entriesFrom(store: TenantStore, sequence: number): AsyncGenerator<AuditEntry> {
  for (let from = sequence; ; from += readSize) {
    const entries = await store.readAudit(from, readSize);
    yield* entries;
    if (entries.length < readSize) return;
  }
}

/** Changes a record that is there; nothing where it has nothing to change. */
export async function changeKnown<C extends CollectionName>(
  deps: HandlerDeps,
  store: TenantStore,
  at: { readonly collection: C; readonly id: string },
  change: Change<Documents[C]>,
): Promise<void> {
  await changeRecord(deps, store, at, (record, occasion) => record && applyChange(record, change, occasion));
}

/** Erases the reason of an entry: first wherever it was copied to, so that a run that breaks off finds it again, then here. */
export async function eraseWords(deps: HandlerDeps, store: TenantStore, entry: AuditEntry): Promise<void> {
  const { reason, requestId, groupId, subjectId, resourceId } = entry.event;
  if (reason === undefined) return;
  if (requestId !== undefined)
    await changeKnown(deps, store, { collection: 'requests', id: requestId }, eraseFromRequest(reason));
  if (groupId !== undefined && subjectId !== undefined)
    await changeKnown(
      deps,
      store,
      { collection: 'memberships', id: membershipId(groupId, subjectId) },
      eraseFromMembership(reason),
    );
  if (resourceId !== undefined)
    await changeKnown(deps, store, { collection: 'resources', id: resourceId }, eraseFromResource(reason));
  await store.amendAudit(eraseReason(entry, sha256));
}
