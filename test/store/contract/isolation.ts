import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorize } from '../../../src/domain/authorized.js';
import { aGroup, aRequest, anAuditEntry } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

/** Tenants do not see, count, change or block each other. */
export function describeIsolation({ store, freshTenant }: Bench): void {
  describe('tenants (S11, F93)', () => {
    it('S11: see nothing of each other by key, by search, by count or in the history', async () => {
      const [mine, theirs] = [freshTenant(), freshTenant()];
      await theirs.insert(proof, 'groups', aGroup({ tenantId: theirs.tenantId }));
      await theirs.appendAudit(anAuditEntry(1, { tenantId: theirs.tenantId }));
      const groups = mine.read('groups');
      assert.equal(await groups.get('marketing'), undefined);
      assert.equal(await groups.get(`../${theirs.tenantId}/marketing`), undefined);
      assert.deepEqual(await groups.getMany(['marketing', `${theirs.tenantId}/marketing`]), []);
      for (const where of [
        {},
        { nameKey: 'marketing' },
        { ownerIds: 'olga' },
        { isListed: true },
        { nameKey: { prefix: '' } },
        { nameKey: { in: ['marketing'] } },
      ]) {
        assert.deepEqual(await groups.find({ where }), []);
        assert.equal(await groups.count(where), 0);
      }
      assert.equal(await mine.lastAudit(), undefined);
      assert.deepEqual(await mine.readAudit(0, 10), []);
    });

    it('S11: may use the same ids and names', async () => {
      const [mine, theirs] = [freshTenant(), freshTenant()];
      for (const tenant of [mine, theirs]) {
        assert.equal(
          await tenant.insert(proof, 'groups', aGroup({ tenantId: tenant.tenantId, name: tenant.tenantId })),
          'written',
        );
        assert.equal(await tenant.insert(proof, 'requests', aRequest({ tenantId: tenant.tenantId })), 'written');
        assert.equal(await tenant.appendAudit(anAuditEntry(1, { tenantId: tenant.tenantId })), 'written');
      }
      assert.equal((await mine.read('groups').get('marketing'))?.name, mine.tenantId);
      assert.equal(
        await mine.replace(proof, 'groups', aGroup({ tenantId: mine.tenantId, name: 'New', version: 2 })),
        'written',
      );
      assert.equal((await theirs.read('groups').get('marketing'))?.version, 1);
      assert.equal(await theirs.read('groups').count({ ownerIds: 'olga' }), 1);
    });

    it('S11: refuse to write a record of another, or one that only claims to be theirs', async () => {
      const [mine, theirs] = [freshTenant(), freshTenant()];
      const foreign = aGroup({ tenantId: theirs.tenantId });
      const disguised = { ...foreign, tenantId: mine.tenantId };
      const mislabelled = { ...aGroup({ tenantId: mine.tenantId }), tenantId: theirs.tenantId };
      for (const group of [foreign, disguised, mislabelled]) {
        await assert.rejects(mine.insert(proof, 'groups', group), /was handed to the store of tenant/);
        await assert.rejects(
          mine.replace(proof, 'groups', { ...group, version: 2 }),
          /was handed to the store of tenant/,
        );
      }
      await assert.rejects(
        mine.appendAudit(anAuditEntry(1, { tenantId: theirs.tenantId })),
        /was handed to the store of tenant/,
      );
      assert.equal(await theirs.read('groups').get('marketing'), undefined);
    });

    it("S11: cannot have a name that makes their keys look like another's", () => {
      for (const tenantId of ['', 'contoso/marketing', '/'])
        assert.throws(() => store().forTenant(tenantId), /is no tenant id/);
    });

    it('S11: are not taken for each other where one name begins like another', async () => {
      const { tenantId } = freshTenant();
      const longer = store().forTenant(`${tenantId}-and-more`);
      await longer.insert(proof, 'groups', aGroup({ tenantId: longer.tenantId }));
      assert.deepEqual(await store().forTenant(tenantId).read('groups').find({ where: {} }), []);
    });
  });
}
