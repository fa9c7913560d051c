import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { authorize } from '../../../src/domain/authorized.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant, monday } from '../../support/documents.js';
import type { OpenedStore } from '../../support/stores.js';

const proof = authorize('test');

/** The dispatcher's questions; they see all tenants, so they have a store to themselves. */
export function describeWork(open: () => Promise<OpenedStore>): void {
  describe('due work', () => {
    let opened: OpenedStore;
    before(async () => {
      opened = await open();
    });
    after(() => opened.close());

    it('is none at first', async () => {
      assert.deepEqual(await opened.store.findDueWork(Number.MAX_SAFE_INTEGER, 10), []);
    });

    it('is found in every collection of every tenant, the oldest first', async () => {
      const { store } = opened;
      const [contoso, fabrikam] = [store.forTenant('contoso'), store.forTenant('fabrikam')];
      await contoso.insert(proof, 'requests', aRequest({ nextEffectAt: monday + 5 }));
      await contoso.insert(proof, 'memberships', aMembership({ nextEffectAt: monday + 2 }));
      await contoso.insert(proof, 'groups', aGroup({ nextEffectAt: monday + 4 }));
      await contoso.insert(proof, 'groups', aGroup({ id: 'idle' }));
      await fabrikam.insert(proof, 'people', aPerson({ tenantId: 'fabrikam', nextEffectAt: monday + 1 }));
      await fabrikam.insert(proof, 'resources', aResource({ tenantId: 'fabrikam', nextEffectAt: monday + 3 }));
      await fabrikam.insert(proof, 'tenants', aTenant({ tenantId: 'fabrikam', nextEffectAt: monday + 6 }));
      const all = [
        { collection: 'people', tenantId: 'fabrikam', id: 'ann', dueAt: monday + 1 },
        { collection: 'memberships', tenantId: 'contoso', id: 'marketing/ann', dueAt: monday + 2 },
        { collection: 'resources', tenantId: 'fabrikam', id: 'salesforce', dueAt: monday + 3 },
        { collection: 'groups', tenantId: 'contoso', id: 'marketing', dueAt: monday + 4 },
        { collection: 'requests', tenantId: 'contoso', id: 'REQ-00000001', dueAt: monday + 5 },
        { collection: 'tenants', tenantId: 'fabrikam', id: 'tenant', dueAt: monday + 6 },
      ];
      assert.deepEqual(await store.findDueWork(monday + 100, 10), all);
      assert.deepEqual(await store.findDueWork(monday + 100, 2), all.slice(0, 2));
      assert.deepEqual(await store.findDueWork(monday + 3, 10), all.slice(0, 3), 'at the moment itself it is due');
      assert.deepEqual(await store.findDueWork(monday, 10), []);
      assert.deepEqual(await store.findDueWork(monday + 100, 0), []);
    });

    it('is gone when the record says so, and comes later when the record says so', async () => {
      const { store } = opened;
      const moments = async (until: number) => (await store.findDueWork(until, 10)).map(({ dueAt }) => dueAt - monday);
      await store.forTenant('fabrikam').replace(proof, 'people', aPerson({ tenantId: 'fabrikam', version: 2 }));
      assert.deepEqual(await moments(monday + 100), [2, 3, 4, 5, 6]);
      await store
        .forTenant('contoso')
        .replace(proof, 'memberships', aMembership({ version: 2, nextEffectAt: monday + 50 }));
      assert.deepEqual(await moments(monday + 100), [3, 4, 5, 6, 50]);
      assert.deepEqual(await moments(monday + 3), [3]);
      assert.deepEqual(await moments(monday + 2), [], 'what is further away is not looked for');
    });

    it('is found with what somebody waits for before the rest, where there is more than was asked for', async () => {
      const { store } = opened;
      const awaited = { nextEffectAt: monday + 60, awaitedAt: monday + 60 };
      await store
        .forTenant('contoso')
        .insert(proof, 'requests', aRequest({ id: 'REQ-00000002', openKey: 'contoso/x', ...awaited }));
      const find = async (until: number, limit: number) =>
        (await store.findDueWork(monday + until, limit)).map(({ id, isAwaited }) => (isAwaited ? `${id}!` : id));
      assert.equal((await find(100, 10)).at(-1), 'REQ-00000002!', 'all of it fits');
      assert.deepEqual(await find(100, 2), ['REQ-00000002!', 'salesforce']);
      assert.deepEqual(await find(59, 2), ['salesforce', 'marketing'], 'it is not due yet');
    });

    it('leads to the record itself', async () => {
      const [first] = await opened.store.findDueWork(monday + 100, 1);
      assert.ok(first);
      assert.ok(await opened.store.forTenant(first.tenantId).read(first.collection).get(first.id));
    });
  });
}
