import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anAuditEntry } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

/** The history: appended to, never changed. */
export function describeHistory({ freshTenant }: Bench): void {
  describe('the history', () => {
    it('F66: gives its entries back as they were, in order, across the change of digits', async () => {
      const tenant = freshTenant();
      const entries = [8, 9, 10, 11, 100].map((sequence) => anAuditEntry(sequence, { tenantId: tenant.tenantId }));
      for (const entry of [...entries].reverse()) assert.equal(await tenant.appendAudit(entry), 'written');
      assert.deepStrictEqual(await tenant.lastAudit(), entries.at(-1));
      assert.deepStrictEqual(await tenant.readAudit(0, 100), entries);
      assert.deepStrictEqual(await tenant.readAudit(10, 2), entries.slice(2, 4));
      assert.deepEqual(await tenant.readAudit(101, 10), []);
      assert.deepEqual(await tenant.readAudit(0, 0), []);
    });

    it('F65: keeps an event once, also when it comes again for another place', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      await tenant.appendAudit(anAuditEntry(1, { tenantId, eventId: 'joined' }));
      assert.equal(await tenant.appendAudit(anAuditEntry(2, { tenantId, eventId: 'joined' })), 'duplicate');
      assert.equal(await tenant.appendAudit(anAuditEntry(1, { tenantId, eventId: 'left' })), 'duplicate');
      assert.deepEqual(
        (await tenant.readAudit(0, 10)).map(({ event }) => event.id),
        ['joined'],
      );
    });

    it('F69: takes an entry in the place of the one with its key, and of no other organisation’s', async () => {
      const [tenant, other] = [freshTenant(), freshTenant()];
      for (const store of [tenant, other])
        for (const sequence of [1, 2]) await store.appendAudit(anAuditEntry(sequence, { tenantId: store.tenantId }));
      const [, entry] = await tenant.readAudit(1, 2);
      assert.ok(entry);
      const without = { ...entry, event: { ...entry.event, reasonDigest: 'f00d' } };
      await tenant.amendAudit(without);
      await tenant.amendAudit(without);
      assert.deepStrictEqual(await tenant.lastAudit(), without);
      assert.equal((await tenant.readAudit(1, 10)).length, 2);
      await assert.rejects(other.amendAudit(without), /was handed to the store of tenant/);
      assert.equal((await other.lastAudit())?.event.reasonDigest, undefined);
    });

    it('F66: gives each place to one of many who want it at once', async () => {
      const tenant = freshTenant();
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          tenant.appendAudit(anAuditEntry(1, { tenantId: tenant.tenantId, eventId: `event-${index}` })),
        ),
      );
      assert.equal(results.filter((result) => result === 'written').length, 1);
      assert.equal(results.filter((result) => result === 'duplicate').length, 7);
    });
  });
}
