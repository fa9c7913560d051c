import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Condition, Query, TenantStore } from '../../../src/commands/ports.js';
import { authorize } from '../../../src/domain/authorized.js';
import type { Group } from '../../../src/domain/groups/group.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, monday } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

async function addGroups(tenant: TenantStore, groups: readonly Partial<Omit<Group, 'key'>>[]): Promise<void> {
  for (const group of groups)
    assert.equal(await tenant.insert(proof, 'groups', aGroup({ tenantId: tenant.tenantId, ...group })), 'written');
}

async function idsOf(tenant: TenantStore, query: Query): Promise<string[]> {
  return (await tenant.read('groups').find(query)).map(({ id }) => id);
}

/** Searching by the declared fields. */
export function describeSearch({ freshTenant }: Bench): void {
  describe('searching', () => {
    it('finds by equality, of texts and of flags, and by several fields at once', async () => {
      const tenant = freshTenant();
      await addGroups(tenant, [
        { id: 'a', nameKey: 'sales' },
        { id: 'b', nameKey: 'Sales', isListed: false },
        { id: 'c', nameKey: 'sales', isListed: false },
      ]);
      assert.deepEqual(await idsOf(tenant, { where: { nameKey: 'sales' } }), ['a', 'c']);
      assert.deepEqual(await idsOf(tenant, { where: { isListed: false } }), ['b', 'c']);
      assert.deepEqual(await idsOf(tenant, { where: { nameKey: 'sales', isListed: true } }), ['a']);
      assert.deepEqual(await idsOf(tenant, { where: { nameKey: 'sal' } }), []);
    });

    it('finds what a name begins with, whatever characters it begins with', async () => {
      const tenant = freshTenant();
      const names = [
        '100% club',
        '1000 club',
        'a_b',
        'axb',
        'c.* d',
        'c++',
        '(team',
        '[x]',
        '\\d',
        '^start',
        '👍 fans',
        '👍🏽 others',
        '👎 foes',
        "o'hara",
        'Ω',
        'data',
        'data science',
        'datb',
      ];
      await addGroups(
        tenant,
        names.map((nameKey, index) => ({ id: `group-${index}`, nameKey })),
      );
      const startingWith = async (prefix: string) =>
        (await tenant.read('groups').find({ where: { nameKey: { prefix } } })).map(({ nameKey }) => nameKey).sort();
      for (const prefix of [
        '100%',
        'a_',
        'c.',
        'c+',
        '(',
        '[',
        '\\',
        '^',
        '👍',
        "o'",
        'Ω',
        'data',
        'data science',
        'datc',
        '',
      ]) {
        assert.deepEqual(
          await startingWith(prefix),
          names.filter((name) => name.startsWith(prefix)).sort(),
          `prefix '${prefix}'`,
        );
      }
    });

    it('finds by a list and by a range', async () => {
      const tenant = freshTenant();
      for (const [index, id] of ['REQ-A', 'REQ-B', 'REQ-C', 'REQ-D'].entries()) {
        await tenant.insert(
          proof,
          'requests',
          aRequest({ tenantId: tenant.tenantId, id, groupId: `group-${index}`, createdAt: monday + index }),
        );
      }
      const find = async (where: Query['where']) => (await tenant.read('requests').find({ where })).map(({ id }) => id);
      assert.deepEqual(await find({ groupId: { in: ['group-3', 'group-0', 'nobody'] } }), ['REQ-A', 'REQ-D']);
      assert.deepEqual(await find({ groupId: { in: [] } }), []);
      assert.deepEqual(await find({ requesterId: 'ann', createdAt: { in: [monday + 1] } }), ['REQ-B']);
      assert.deepEqual(await find({ requesterId: 'ann', createdAt: { gte: monday + 1, lt: monday + 3 } }), [
        'REQ-B',
        'REQ-C',
      ]);
      assert.deepEqual(await find({ requesterId: 'ann', createdAt: { gte: monday + 3 } }), ['REQ-D']);
      assert.deepEqual(await find({ requesterId: 'ann', createdAt: { lt: monday + 1 } }), ['REQ-A']);
    });

    it('passes over records that do not have the field', async () => {
      const tenant = freshTenant();
      await tenant.insert(proof, 'people', aPerson({ tenantId: tenant.tenantId, id: 'unknown' }));
      await tenant.insert(proof, 'people', aPerson({ tenantId: tenant.tenantId, id: 'known', email: 'k@example.com' }));
      const find = async (email: Condition) =>
        (await tenant.read('people').find({ where: { email } })).map(({ id }) => id);
      assert.deepEqual(await find({ lt: 'z' }), ['known']);
      assert.deepEqual(await find({ gte: '' }), ['known']);
    });

    it('matches an array by any of its elements', async () => {
      const tenant = freshTenant();
      await addGroups(tenant, [
        { id: 'a', ownerIds: ['olga', 'otto'] },
        { id: 'b', ownerIds: ['otto'] },
        { id: 'c', ownerIds: [] },
        { id: 'd', ownerIds: ['olga', 'olga'], isListed: false },
      ]);
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: 'olga' } }), ['a', 'd']);
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: { in: ['otto', 'olga'] } } }), ['a', 'b', 'd']);
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: { in: ['otto', 'olga'] }, isListed: true } }), [
        'a',
        'b',
      ]);
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: { prefix: 'ot' } } }), ['a', 'b']);
      // One element alone must lie within both ends.
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: { gte: 'om', lt: 'op' } } }), []);
      assert.equal(await tenant.read('groups').count({ ownerIds: 'otto' }), 2);
    });

    it('follows an array when a record is replaced', async () => {
      const tenant = freshTenant();
      const resource = aResource({ tenantId: tenant.tenantId, groupIds: ['marketing', 'sales'] });
      const find = async (groupIds: string) =>
        (await tenant.read('resources').find({ where: { groupIds } })).map(({ id }) => id);
      await tenant.insert(proof, 'resources', resource);
      await tenant.replace(proof, 'resources', { ...resource, version: 2, groupIds: ['sales', 'support'] });
      assert.deepEqual(
        [await find('marketing'), await find('sales'), await find('support')],
        [[], ['salesforce'], ['salesforce']],
      );
      await tenant.replace(proof, 'resources', { ...resource, version: 9, groupIds: ['marketing'] });
      assert.deepEqual(await find('marketing'), [], 'a lost race must not leave its elements behind');
    });

    it('sorts both ways, by text and by number, and breaks ties by key, in the same direction', async () => {
      const tenant = freshTenant();
      await addGroups(tenant, [
        { id: 'c', nameKey: 'same' },
        { id: 'a', nameKey: 'same' },
        { id: 'b', nameKey: 'same' },
        { id: 'z', nameKey: 'first' },
      ]);
      assert.deepEqual(await idsOf(tenant, { where: {}, sort: { field: 'nameKey', direction: 'asc' } }), [
        'z',
        'a',
        'b',
        'c',
      ]);
      assert.deepEqual(await idsOf(tenant, { where: {}, sort: { field: 'nameKey', direction: 'desc' } }), [
        'c',
        'b',
        'a',
        'z',
      ]);
      assert.deepEqual(await idsOf(tenant, { where: {} }), ['a', 'b', 'c', 'z'], 'by key where nothing else is said');
      for (const [id, createdAt] of [
        ['REQ-9', 9],
        ['REQ-10', 10],
        ['REQ-2', 2],
      ] as const)
        await tenant.insert(proof, 'requests', aRequest({ tenantId: tenant.tenantId, id, groupId: id, createdAt }));
      const newest = await tenant
        .read('requests')
        .find({ where: { requesterId: 'ann' }, sort: { field: 'createdAt', direction: 'desc' } });
      assert.deepEqual(
        newest.map(({ id }) => id),
        ['REQ-10', 'REQ-9', 'REQ-2'],
      );
    });

    it('pages with skip and limit', async () => {
      const tenant = freshTenant();
      await addGroups(
        tenant,
        Array.from({ length: 7 }, (_, index) => ({ id: `group-${index}`, nameKey: 'same' })),
      );
      const page = (skip: number, limit: number) =>
        idsOf(tenant, { where: { isListed: true }, sort: { field: 'nameKey', direction: 'asc' }, skip, limit });
      assert.deepEqual(await page(0, 3), ['group-0', 'group-1', 'group-2']);
      assert.deepEqual(await page(6, 3), ['group-6']);
      assert.deepEqual(await page(9, 3), []);
      assert.deepEqual(await page(0, 0), []);
      const sort = { field: 'nameKey', direction: 'asc' } as const;
      assert.deepEqual(await idsOf(tenant, { where: {}, sort, skip: 5 }), ['group-5', 'group-6']);
    });

    it('begins a page behind a record, both ways', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      await addGroups(
        tenant,
        ['a', 'b', 'b', 'b', 'c', 'd', 'e'].map((nameKey, index) => ({ id: `group-${index}`, nameKey })),
      );
      for (const [direction, expected] of [
        ['asc', [0, 1, 2, 3, 4, 5, 6]],
        ['desc', [6, 5, 4, 3, 2, 1, 0]],
      ] as const) {
        const found: string[] = [];
        let after: { readonly value: string; readonly key: string } | undefined;
        for (;;) {
          const sort = { field: 'nameKey', direction };
          const page = await tenant
            .read('groups')
            .find({ where: { isListed: true }, sort, limit: 2, ...(after ? { after } : {}) });
          found.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (!last) break;
          after = { value: last.nameKey, key: `${tenantId}/${last.id}` };
        }
        assert.deepEqual(
          found,
          expected.map((index) => `group-${index}`),
          direction,
        );
      }
    });

    it('puts in order what no index has in order, as long as all of it is asked for', async () => {
      const tenant = freshTenant();
      await addGroups(tenant, [
        { id: 'a', nameKey: 'z', ownerIds: ['olga'] },
        { id: 'b', nameKey: '\u{1f600}', ownerIds: ['olga'] },
        { id: 'c', nameKey: '\uffee', ownerIds: ['olga'] },
      ]);
      const sort = { field: 'nameKey', direction: 'asc' } as const;
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: 'olga' }, sort }), ['a', 'c', 'b']);
      assert.deepEqual(await idsOf(tenant, { where: { ownerIds: 'olga' } }), ['a', 'b', 'c']);
      assert.equal((await idsOf(tenant, { where: { ownerIds: 'olga' }, limit: 2 })).length, 2);
      const groups = tenant.read('groups');
      await assert.rejects(groups.find({ where: { ownerIds: 'olga' }, sort, limit: 2 }), /No index of groups has this/);
      await assert.rejects(groups.find({ where: { ownerIds: 'olga' }, skip: 1 }), /No index of groups has this/);
    });

    it('counts what it would find', async () => {
      const tenant = freshTenant();
      for (const personId of ['ann', 'ben', 'cem'])
        await tenant.insert(proof, 'memberships', aMembership({ tenantId: tenant.tenantId, personId }));
      await tenant.insert(
        proof,
        'memberships',
        aMembership({ tenantId: tenant.tenantId, personId: 'dan', status: 'ended' }),
      );
      const memberships = tenant.read('memberships');
      assert.equal(await memberships.count({ groupId: 'marketing', status: 'active' }), 3);
      assert.equal(await memberships.count({ personId: 'dan', status: 'active' }), 0);
      assert.equal(await memberships.count({}), 4);
    });

    it('refuses a question that no index answers, in the same words everywhere', async () => {
      const tenant = freshTenant();
      const groups = tenant.read('groups');
      const undeclared = {
        message:
          "'description' is no indexed field of groups; declare it in store/collections.ts, with its index, or ask another way.",
      };
      await assert.rejects(groups.find({ where: { description: 'x' } }), undeclared);
      await assert.rejects(groups.count({ description: 'x' }), undeclared);
      await assert.rejects(groups.find({ where: {}, sort: { field: 'description', direction: 'asc' } }), undeclared);
      await assert.rejects(groups.find({ where: { constructor: 'x' } }), /no indexed field/);
      await assert.rejects(groups.find({ where: { tenantId: 'other' } }), /no indexed field/);
      await assert.rejects(groups.find({ where: {}, sort: { field: 'ownerIds', direction: 'asc' } }), {
        message: "groups cannot be sorted by 'ownerIds', which is an array.",
      });
      await assert.rejects(groups.find({ where: { nameKey: 7 } }), {
        message: "'nameKey' of groups is a string; it cannot be compared with a number.",
      });
      await assert.rejects(groups.find({ where: { nameKey: {} } }), {
        message: 'A range needs a beginning or an end.',
      });
      await assert.rejects(groups.find({ where: {}, limit: -1 }), {
        message: 'A search in groups needs a whole number as its limit, not -1.',
      });
    });
  });
}
