import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TenantStore, WriteResult } from '../../../src/commands/ports.js';
import { authorize } from '../../../src/domain/authorized.js';
import { clickClaim, groupNameClaim } from '../../../src/domain/claims.js';
import type { Group } from '../../../src/domain/groups/group.js';
import { toNameKey } from '../../../src/domain/names.js';
import { aGroup } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

function group(tenant: TenantStore, id: string, name: string): Group {
  return aGroup({ tenantId: tenant.tenantId, id, name, nameKey: toNameKey(name) });
}

function renamed(group: Group, name: string): Group {
  return { ...group, name, nameKey: toNameKey(name), version: group.version + 1 };
}

function count(results: readonly WriteResult[], result: WriteResult): number {
  return results.filter((one) => one === result).length;
}

/** Claims: what is to be the only one of its kind is, whoever else wants it at the same moment. */
export function describeClaims({ freshTenant }: Bench): void {
  describe('claims', () => {
    it('of many who make a group of one name at once, one does', async () => {
      const tenant = freshTenant();
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          tenant.insert(proof, 'groups', group(tenant, `g${at}`, 'Once'), [groupNameClaim('once')]),
        ),
      );
      assert.equal(count(results, 'written'), 1);
      assert.equal(count(results, 'duplicate'), 9);
      assert.equal(await tenant.read('groups').count({ nameKey: 'once' }), 1);
      const [holder] = await tenant.holders([groupNameClaim('ONCE')]);
      assert.deepEqual(holder, {
        claim: 'group-name/once',
        collection: 'groups',
        id: `g${results.indexOf('written')}`,
      });
    });

    it('of two who rename to one name at once, one does, and the other keeps its name', async () => {
      const tenant = freshTenant();
      const groups = ['Alpha', 'Beta'].map((name, at) => group(tenant, `g${at}`, name));
      for (const one of groups) await tenant.insert(proof, 'groups', one, [groupNameClaim(one.name)]);
      const results = await Promise.all(
        groups.map((one) => tenant.replace(proof, 'groups', renamed(one, 'Gamma'), [groupNameClaim('Gamma')])),
      );
      assert.deepEqual([count(results, 'written'), count(results, 'duplicate')], [1, 1]);
      assert.equal((await tenant.names.exact(['gamma'], ['groups'])).length, 1);
      const loser = groups[results.indexOf('duplicate')] as Group;
      assert.deepEqual(await tenant.read('groups').get(loser.id), loser);
    });

    it('are met again by every try of one click, and by nobody else', async () => {
      const tenant = freshTenant();
      const claims = (name: string) => [clickClaim('form-1', ''), groupNameClaim(name)];
      const results = await Promise.all(
        Array.from({ length: 5 }, (_, at) =>
          tenant.insert(proof, 'groups', group(tenant, `g${at}`, `Once ${at}`), claims(`Once ${at}`)),
        ),
      );
      assert.equal(count(results, 'written'), 1);
      assert.equal(await tenant.read('groups').count({}), 1);
      const [holder] = await tenant.holders([clickClaim('form-1', ''), clickClaim('form-2', '')]);
      assert.equal(holder?.id, `g${results.indexOf('written')}`);
      assert.deepEqual(await freshTenant().holders([clickClaim('form-1', '')]), []);
      // What the losers claimed beside the click is free again.
      const free = results.indexOf('duplicate');
      const other = group(tenant, 'other', `Once ${free}`);
      assert.equal(await tenant.insert(proof, 'groups', other, [groupNameClaim(other.name)]), 'written');
    });

    it('to a name end when its record gives it up, and only then', async () => {
      const tenant = freshTenant();
      const first = group(tenant, 'first', 'Alpha');
      await tenant.insert(proof, 'groups', first, [groupNameClaim('Alpha')]);
      const take = (id: string) =>
        tenant.insert(proof, 'groups', group(tenant, id, 'Alpha'), [groupNameClaim('Alpha')]);
      const described = { ...first, description: 'Else', version: 2 };
      assert.equal(await tenant.replace(proof, 'groups', described), 'written');
      assert.equal(await take('second'), 'duplicate');
      assert.equal(await tenant.replace(proof, 'groups', renamed(described, 'Beta')), 'written');
      assert.equal(await take('second'), 'written');
      const second = await tenant.read('groups').get('second');
      await tenant.replace(proof, 'groups', { ...(second as Group), deletedAt: 5, version: 2 });
      assert.equal(await take('third'), 'written');
    });

    it('do not outlive a write that was turned away', async () => {
      const tenant = freshTenant();
      const first = group(tenant, 'first', 'Alpha');
      await tenant.insert(proof, 'groups', first);
      const late = { ...renamed(first, 'Beta'), version: 5 };
      assert.equal(await tenant.replace(proof, 'groups', late, [groupNameClaim('Beta')]), 'conflict');
      assert.deepEqual(await tenant.holders([groupNameClaim('Beta')]), []);
      const second = group(tenant, 'second', 'Beta');
      assert.equal(await tenant.insert(proof, 'groups', second, [groupNameClaim('Beta')]), 'written');
    });

    it('hold, when the same record is renamed by several at once', async () => {
      const tenant = freshTenant();
      const first = group(tenant, 'first', 'Alpha');
      await tenant.insert(proof, 'groups', first);
      const results = await Promise.all(
        Array.from({ length: 6 }, () =>
          tenant.replace(proof, 'groups', renamed(first, 'Beta'), [groupNameClaim('Beta')]),
        ),
      );
      assert.equal(count(results, 'written'), 1);
      const second = group(tenant, 'second', 'Beta');
      assert.equal(await tenant.insert(proof, 'groups', second, [groupNameClaim('Beta')]), 'duplicate');
    });
  });
}
