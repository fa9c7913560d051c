import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorize } from '../../src/domain/authorized.js';
import { timedStore } from '../../src/store/timedStore.js';
import { aTenant } from '../support/documents.js';
import { sqliteUnderTest } from '../support/stores.js';

describe('a store with a watch', () => {
  it('does what the store does, and tells of each call of each of its parts how it ended', async () => {
    const { store, close } = await sqliteUnderTest.open();
    const heard: string[] = [];
    const timed = timedStore(store, (operation) => (seconds, isOk) => {
      assert.ok(seconds >= 0 && seconds < 60);
      heard.push(`${operation} ${isOk ? 'ok' : 'failed'}`);
    });
    const tenant = timed.forTenant('t');
    assert.equal(tenant.tenantId, 't');
    const record = aTenant({ tenantId: 't' });
    assert.equal(await tenant.insert(authorize('seed'), 'tenants', record), 'written');
    assert.deepEqual(await tenant.read('tenants').get('tenant'), record);
    await assert.rejects(tenant.insert(authorize('seed'), 'tenants', aTenant({ tenantId: 'other' })), /other/);
    await timed.ping();
    assert.deepEqual(heard, ['insert ok', 'get ok', 'insert failed', 'ping ok']);
    await close();
  });
});
