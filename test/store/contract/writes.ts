import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { WriteResult } from '../../../src/commands/ports.js';
import { authorize } from '../../../src/domain/authorized.js';
import type { MembershipRequest } from '../../../src/domain/requests/request.js';
import { aGroup, aPerson, aRequest } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

function closed(request: MembershipRequest): MembershipRequest {
  const { openKey: _, ...rest } = request;
  return { ...rest, status: 'withdrawn', version: request.version + 1 };
}

function tally(results: readonly WriteResult[]): Partial<Record<WriteResult, number>> {
  return Object.fromEntries(
    [...new Set(results)].sort().map((result) => [result, results.filter((other) => other === result).length]),
  );
}

/** Writing: one winner, and everybody else is told. */
export function describeWrites({ freshTenant }: Bench): void {
  describe('writing', () => {
    it('refuses a second record under a key', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      assert.equal(await tenant.insert(proof, 'groups', aGroup({ tenantId, name: 'First' })), 'written');
      assert.equal(await tenant.insert(proof, 'groups', aGroup({ tenantId, name: 'Second' })), 'duplicate');
      assert.equal((await tenant.read('groups').get('marketing'))?.name, 'First');
    });

    it('replaces the version that was read and no other', async () => {
      const tenant = freshTenant();
      const group = aGroup({ tenantId: tenant.tenantId });
      await tenant.insert(proof, 'groups', group);
      const second = { ...group, version: 2, name: 'Second' };
      assert.equal(await tenant.replace(proof, 'groups', second), 'written');
      assert.equal(await tenant.replace(proof, 'groups', { ...group, version: 2, name: 'Late' }), 'conflict');
      assert.equal(await tenant.replace(proof, 'groups', { ...group, version: 4, name: 'Early' }), 'conflict');
      assert.deepStrictEqual(await tenant.read('groups').get('marketing'), second);
    });

    it('drops the fields that a new version no longer has', async () => {
      const tenant = freshTenant();
      const person = aPerson({ tenantId: tenant.tenantId, jobTitle: 'Designer', email: 'a@example.com' });
      await tenant.insert(proof, 'people', person);
      const { jobTitle: _, email: __, ...rest } = person;
      await tenant.replace(proof, 'people', { ...rest, version: 2 });
      assert.deepStrictEqual(await tenant.read('people').get('ann'), { ...rest, version: 2 });
      assert.deepEqual(await tenant.read('people').find({ where: { email: 'a@example.com' } }), []);
    });

    it('calls a missing record a conflict, and does not create it', async () => {
      const tenant = freshTenant();
      assert.equal(
        await tenant.replace(proof, 'groups', aGroup({ tenantId: tenant.tenantId, version: 2 })),
        'conflict',
      );
      assert.equal(
        await tenant.replace(proof, 'groups', aGroup({ tenantId: tenant.tenantId, version: 1 })),
        'conflict',
      );
      assert.equal(await tenant.read('groups').get('marketing'), undefined);
    });

    it('F17: of many who replace the same version at once, exactly one wins', async () => {
      const tenant = freshTenant();
      const group = aGroup({ tenantId: tenant.tenantId });
      await tenant.insert(proof, 'groups', group);
      for (let version = 2; version < 7; version++) {
        const rivals = Array.from({ length: 12 }, (_, index) => ({ ...group, version, name: `rival ${index}` }));
        const results = await Promise.all(rivals.map((rival) => tenant.replace(proof, 'groups', rival)));
        assert.deepEqual(tally(results), { conflict: 11, written: 1 });
        assert.deepStrictEqual(await tenant.read('groups').get('marketing'), rivals[results.indexOf('written')]);
      }
    });

    it('F12: of many who open a request for the same person and group at once, exactly one does', async () => {
      const tenant = freshTenant();
      const rivals = Array.from({ length: 12 }, (_, index) =>
        aRequest({ tenantId: tenant.tenantId, id: `REQ-${index}` }),
      );
      const results = await Promise.all(rivals.map((rival) => tenant.insert(proof, 'requests', rival)));
      assert.deepEqual(tally(results), { duplicate: 11, written: 1 });
      const winner = rivals[results.indexOf('written')] as MembershipRequest;
      assert.deepStrictEqual(await tenant.read('requests').find({ where: { openKey: winner.openKey as string } }), [
        winner,
      ]);
      assert.equal(await tenant.read('requests').count({}), 1);
    });

    it('F12: any number of closed requests may stand beside each other', async () => {
      const tenant = freshTenant();
      for (const id of ['REQ-1', 'REQ-2', 'REQ-3'])
        assert.equal(
          await tenant.insert(proof, 'requests', aRequest({ tenantId: tenant.tenantId, id, status: 'denied' })),
          'written',
        );
      assert.equal(await tenant.read('requests').count({ status: 'denied' }), 3);
    });

    it('F12: a request that is closed frees its place, and not before', async () => {
      const tenant = freshTenant();
      const first = aRequest({ tenantId: tenant.tenantId, id: 'REQ-1' });
      const second = aRequest({ tenantId: tenant.tenantId, id: 'REQ-2' });
      await tenant.insert(proof, 'requests', first);
      assert.equal(await tenant.insert(proof, 'requests', second), 'duplicate');
      assert.equal(await tenant.replace(proof, 'requests', closed(first)), 'written');
      assert.equal(await tenant.insert(proof, 'requests', second), 'written');
      const reopened = { ...closed(first), openKey: first.openKey as string, status: 'pending', version: 3 } as const;
      assert.equal(await tenant.replace(proof, 'requests', reopened), 'duplicate', 'the place is taken now');
      assert.equal((await tenant.read('requests').get('REQ-1'))?.status, 'withdrawn');
    });

    it('gives each of many writers at one moment their own result', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      await tenant.insert(proof, 'groups', aGroup({ tenantId, id: 'taken' }));
      const writes = Array.from({ length: 60 }, (_, index) => {
        if (index % 3 === 0) return tenant.insert(proof, 'groups', aGroup({ tenantId, id: 'taken' }));
        if (index % 3 === 1) return tenant.insert(proof, 'groups', aGroup({ tenantId, id: `group-${index}` }));
        return tenant.replace(proof, 'groups', aGroup({ tenantId, id: `group-${index}`, version: 2 }));
      });
      const results = await Promise.all(writes);
      assert.deepEqual(
        results,
        results.map((_, index) => (['duplicate', 'written', 'conflict'] as const)[index % 3]),
      );
      assert.equal(await tenant.read('groups').count({}), 21);
    });

    it('shows a write to everybody once it is answered', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      await Promise.all(
        Array.from({ length: 30 }, async (_, index) => {
          const id = `group-${index}`;
          await tenant.insert(proof, 'groups', aGroup({ tenantId, id, nameKey: id }));
          assert.equal((await tenant.read('groups').get(id))?.id, id);
          assert.equal(await tenant.read('groups').count({ nameKey: id }), 1);
        }),
      );
    });
  });
}
