import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorize } from '../../../src/domain/authorized.js';
import type { Group } from '../../../src/domain/groups/group.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant, monday } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

/** Reading by key: what comes back is what was put in. */
export function describeReads({ freshTenant }: Bench): void {
  describe('reading by key', () => {
    it('gives back a record of every collection exactly as it was saved', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      const effect = {
        kind: 'expireRequest',
        id: 'effect-1',
        dueAt: monday,
        attempts: 2,
        lastError: 'HTTP 503',
      } as const;
      const work = { effects: [effect], nextEffectAt: monday, lease: { holder: 'process-1', until: monday + 30_000 } };
      const records = {
        tenants: aTenant({ tenantId, ...work, guardrails: { justification: 'required', maxDurationDays: 90 } }),
        people: aPerson({
          tenantId,
          address: { serviceUrl: 'https://smba.example/', conversationId: 'a:1', botId: '28:bot', userId: '29:ann' },
        }),
        groups: aGroup({ tenantId, ...work, maxDurationDays: 30, ownerIds: ['olga', 'otto'] }),
        resources: aResource({ tenantId, link: 'https://salesforce.example', groupIds: [] }),
        memberships: aMembership({
          tenantId,
          until: monday + 1,
          basis: { kind: 'request', requestId: 'REQ-1', by: 'olga' },
        }),
        requests: aRequest({
          tenantId,
          ...work,
          duration: { kind: 'days', days: 30 },
          justification: 'I run the spring campaign',
        }),
      };
      const ids = {
        tenants: 'tenant',
        people: 'ann',
        groups: 'marketing',
        resources: 'salesforce',
        memberships: 'marketing/ann',
        requests: 'REQ-00000001',
      };
      for (const [name, record] of Object.entries(records)) {
        const collection = name as keyof typeof records;
        assert.equal(await tenant.insert(proof, collection, record), 'written');
        assert.deepStrictEqual(await tenant.read(collection).get(ids[collection]), record);
      }
    });

    it('keeps every text, number and length', async () => {
      const tenant = freshTenant();
      const texts = [
        'Zürich — naïve “quotes” \u00a0 \u0000 \u2028',
        '数据团队 👩‍👩‍👧‍👦 \u{1F600} عربى',
        '$set',
        'a.b',
        '\'"; DROP TABLE groups; --',
        'x'.repeat(300_000),
        '',
      ];
      for (const [index, text] of texts.entries()) {
        const group = aGroup({
          tenantId: tenant.tenantId,
          id: `group-${index}`,
          name: text,
          description: text,
          maxDurationDays: 0.5 + index,
          createdAt: Number.MAX_SAFE_INTEGER - index,
        });
        await tenant.insert(proof, 'groups', group);
        assert.deepStrictEqual(await tenant.read('groups').get(group.id), group);
      }
    });

    it('leaves an absent field absent, also when it was given without a value', async () => {
      const tenant = freshTenant();
      const group = aGroup({ tenantId: tenant.tenantId });
      await tenant.insert(proof, 'groups', { ...group, maxDurationDays: undefined } as unknown as Group);
      assert.deepStrictEqual(await tenant.read('groups').get(group.id), group);
    });

    it('finds nothing where there is nothing', async () => {
      const tenant = freshTenant();
      assert.equal(await tenant.read('groups').get('marketing'), undefined);
      assert.equal(await tenant.read('groups').get(''), undefined);
      assert.deepEqual(await tenant.read('groups').getMany(['marketing', 'sales']), []);
      assert.deepEqual(await tenant.read('groups').getMany([]), []);
    });

    it('takes keys with any character for what they are', async () => {
      const tenant = freshTenant();
      for (const id of ['a%', 'a_', 'a.*', "a'", 'a"', '$a', '👍'])
        await tenant.insert(proof, 'groups', aGroup({ tenantId: tenant.tenantId, id }));
      assert.equal((await tenant.read('groups').get('a%'))?.id, 'a%');
      assert.equal(await tenant.read('groups').get('ab'), undefined);
      assert.equal((await tenant.read('groups').get('👍'))?.id, '👍');
    });

    it('reads many in the order asked for, leaves out what is missing and repeats what is asked for twice', async () => {
      const tenant = freshTenant();
      for (const id of ['a', 'b', 'c']) await tenant.insert(proof, 'groups', aGroup({ tenantId: tenant.tenantId, id }));
      const found = await tenant.read('groups').getMany(['c', 'nobody', 'a', 'c']);
      assert.deepEqual(
        found.map(({ id }) => id),
        ['c', 'a', 'c'],
      );
    });

    it('hands out what nobody can change for others: neither what was written nor what is read', async () => {
      const tenant = freshTenant();
      const written = { ...aGroup({ tenantId: tenant.tenantId }), ownerIds: ['olga'] };
      await tenant.insert(proof, 'groups', written);
      written.ownerIds.push('mallory');
      for (let reading = 1; reading <= 2; reading += 1) {
        for (const group of [
          await tenant.read('groups').get('marketing'),
          ...(await tenant.read('groups').find({ where: {} })),
        ]) {
          assert.equal(group?.name, 'Marketing');
          assert.deepEqual(group.ownerIds, ['olga']);
          Reflect.set(group, 'name', 'Changed');
          Reflect.set(group.ownerIds, 0, 'mallory');
        }
      }
    });
  });
}
