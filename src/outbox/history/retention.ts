import { changeKnown, entriesFrom, eraseWords } from './eraseWords.js';
import type { Handler, HandlerDeps } from '../handler.js';
import type { CollectionName, Documents, Query, TenantStore } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import type { AuditEntry } from '../../domain/history/audit.js';
import { forgetInQuestion, forgetInRequest } from '../../domain/history/erase.js';
import { tellForgotten } from '../../domain/organisation/forget.js';
import { erasedBefore, sweepAgain } from '../../domain/organisation/retention.js';
import type { Group } from '../../domain/groups/group.js';
import { tenantRecordId } from '../../domain/keys.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Instant, PersonId, RequestStatus } from '../../domain/terms.js';

/** Records that are read at once. */
const readSize = 200;

/** Erases the reasons that are older than the organisation keeps them, once a day; what still waits for a decision is left (F69). */
export function createEraseOldReasons(deps: HandlerDeps): Handler<'eraseOldReasons'> {
  return {
    run: async ({ fromSequence }, { store, current }) => {
      const before = erasedBefore(current(), deps.clock.now());
      if (before === undefined) return { end: 'done' };
      let next = fromSequence;
      for await (const entry of entriesFrom(store, fromSequence)) {
        if (await isStillNeeded(store, entry, before)) break;
        await eraseWords(deps, store, entry);
        next = entry.sequence + 1;
      }
      return { end: 'done', change: sweepAgain(next) };
    },
  };
}

async function isStillNeeded(store: TenantStore, { event }: AuditEntry, before: Instant): Promise<boolean> {
  if (event.at >= before) return true;
  if (event.reason === undefined || event.requestId === undefined) return false;
  return (await store.read('requests').get(event.requestId))?.status === 'pending';
}

/** Erases what somebody who was forgotten said, and where their cards are, wherever it was kept; the history still verifies (F69). */
export function createForgetTraces(deps: HandlerDeps): Handler<'forgetTraces'> {
  return {
    run: async ({ name, by }, { store, current }) => {
      const { id } = current();
      let [reasons, records] = [0, 0];
      for await (const entry of entriesFrom(store, 1))
        if (entry.event.reason !== undefined && isAbout(entry, id)) {
          await eraseWords(deps, store, entry);
          reasons += 1;
        }
      for await (const request of everyRequest(store)) {
        await changeKnown(deps, store, { collection: 'requests', id: request.id }, forgetInRequest(id));
        if (request.requesterId === id) records += 1;
      }
      await changeKnown(deps, store, { collection: 'tenants', id: tenantRecordId }, forgetInQuestion<Tenant>(id, name));
      for await (const group of pages(store, 'groups', { where: {}, sort: byName }))
        await changeKnown(deps, store, { collection: 'groups', id: group.id }, forgetInQuestion<Group>(id, name));
      return { end: 'done', change: tellForgotten(by, { reasons, records }) };
    },
  };
}

function isAbout({ event }: AuditEntry, personId: PersonId): boolean {
  return [event.actorId, event.subjectId, event.forId].includes(personId);
}

const byName = { field: 'nameKey', direction: 'asc' } as const;
const byAge = { field: 'createdAt', direction: 'asc' } as const;

const statuses: readonly RequestStatus[] = ['pending', 'approved', 'denied', 'withdrawn', 'expired', 'superseded'];

async function* everyRequest(store: TenantStore): AsyncGenerator<Documents['requests']> {
  for (const status of statuses) yield* pages(store, 'requests', { where: { status }, sort: byAge });
}

/** Everything that a query finds, page by page. */
async function* pages<C extends CollectionName>(
  store: TenantStore,
  collection: C,
  query: Query & { readonly sort: NonNullable<Query['sort']> },
): AsyncGenerator<Documents[C]> {
  for (let after: Query['after']; ;) {
    const found = await store.read(collection).find({ ...query, limit: readSize, ...given({ after }) });
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < readSize) return;
    after = { value: (last as unknown as Record<string, string | number>)[query.sort.field] ?? '', key: last.key };
  }
}
