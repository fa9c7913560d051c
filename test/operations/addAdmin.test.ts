import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { authorize } from '../../src/domain/authorized.js';
import { addAdmin, runAddAdmin } from '../../src/operations/addAdmin.js';
import { OperationError, UsageError } from '../../src/operations/operation.js';
import { aTenant } from '../support/documents.js';
import { storesUnderTest, type OpenedStore } from '../support/stores.js';

const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const gone = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';
const heir = '11111111-2222-4333-8444-555555555555';
const quiet = { say: () => undefined, warn: () => undefined };

for (const kind of storesUnderTest())
  describe(`an administrator by the word of whoever runs the bot, in ${kind.name}`, () => {
    let opened: OpenedStore;
    beforeEach(async () => (opened = await kind.open()));
    afterEach(() => opened.close());

    it('is added beside those who are gone, with an entry for the history, and once', async () => {
      const tenants = opened.store.forTenant(tenantId);
      await tenants.insert(authorize('seed'), 'tenants', aTenant({ tenantId, adminIds: [gone] }));
      assert.equal(await addAdmin(opened.store, tenantId, heir, () => 1_000), 'added');
      const tenant = await tenants.read('tenants').get('tenant');
      assert.deepEqual(tenant?.adminIds, [gone, heir]);
      const [effect, told] = tenant?.effects ?? [];
      assert.ok(effect?.kind === 'recordEvent');
      assert.deepEqual(
        [effect.event.kind, effect.event.subjectId, effect.event.reason],
        ['adminAdded', heir, 'named by whoever runs the bot'],
      );
      // Those who are named still read that it happened.
      assert.deepEqual(told?.kind === 'tell' && [told.personId, told.notice.code], [gone, 'adminNamed']);
      assert.equal(await addAdmin(opened.store, tenantId, heir, () => 2_000), 'known');
      assert.equal((await tenants.read('tenants').get('tenant'))?.version, tenant?.version);
    });

    it('speaks for themselves, also when somebody had made them one alone', async () => {
      const tenants = opened.store.forTenant(tenantId);
      const made = { adminIds: [gone, heir], unconfirmedAdmins: [{ id: heir, by: gone }] };
      await tenants.insert(authorize('seed'), 'tenants', aTenant({ tenantId, ...made }));
      assert.equal(await addAdmin(opened.store, tenantId, heir, () => 1_000), 'added');
      const tenant = await tenants.read('tenants').get('tenant');
      assert.deepEqual([tenant?.adminIds, tenant?.unconfirmedAdmins], [[gone, heir], undefined]);
    });

    it('is not added to an organisation that the store does not know', async () => {
      await assert.rejects(
        addAdmin(opened.store, tenantId, heir, () => 1_000),
        OperationError,
      );
    });
  });

describe('npm run add-admin', () => {
  it('says what is missing', async () => {
    await assert.rejects(
      runAddAdmin(['--person', 'ann'], {}, quiet),
      (error) => error instanceof UsageError && /object id/.test(error.message),
    );
    await assert.rejects(
      runAddAdmin(['--person', heir], {}, quiet),
      (error) => error instanceof UsageError && /BOT_TENANT_ID/.test(error.message),
    );
    await assert.rejects(
      runAddAdmin(['--person', heir], { BOT_TENANT_ID: tenantId, DATA_FILE: '/nowhere/x.db' }, quiet),
      OperationError,
    );
  });
});
