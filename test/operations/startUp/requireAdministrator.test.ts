import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readConfig, type Config } from '../../../src/config.js';
import { authorize } from '../../../src/domain/authorized.js';
import { createLog } from '../../../src/log.js';
import { createMetrics } from '../../../src/metrics.js';
import { openServingStore } from '../../../src/operations/openStore.js';
import { requireAdministrator } from '../../../src/operations/startUp/requireAdministrator.js';
import { aTenant } from '../../support/documents.js';

const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const personId = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';

describe('the start', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'group-concierge-start-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const configOf = (more: Record<string, string> = {}): Config => {
    const reading = readConfig({ DATA_FILE: path.join(folder, 'data.db'), ...more });
    return reading.ok ? reading.config : assert.fail(reading.problems.join(' '));
  };
  const registered = {
    BOT_APP_ID: '11111111-2222-4333-8444-555555555555',
    BOT_APP_TYPE: 'UserAssignedMSI',
    BOT_TENANT_ID: tenantId,
  };
  const open = (config: Config) => openServingStore(config, createLog('silent'), createMetrics());

  it('is refused with credentials and nobody who could set the organisation up, and says what to set', async () => {
    const config = configOf(registered);
    await assert.rejects(requireAdministrator(config, await open(config), false), /Set BOT_ADMINS to .*Object ID/);
  });

  const ways: Record<string, { more?: Record<string, string>; admins?: string[]; byRole?: string[]; reads?: true }> = {
    'in the configuration': { more: { BOT_ADMINS: personId } },
    'in the store': { admins: [personId] },
    'in the store by a role': { byRole: [personId] },
    'by a role that is read from now on': { reads: true },
  };
  for (const [where, { more, admins = [], byRole, reads = false }] of Object.entries(ways))
    it(`goes on with an administrator ${where}`, async () => {
      const config = configOf({ ...registered, ...more });
      const store = await open(config);
      const roles = byRole ? { roleAdminIds: byRole } : {};
      if (admins.length > 0 || byRole)
        await store
          .forTenant(tenantId)
          .insert(authorize('seed'), 'tenants', aTenant({ tenantId, adminIds: admins, ...roles }));
      await requireAdministrator(config, store, reads);
      await store.close();
    });

  it('without credentials asks for nobody', async () => {
    const store = await open(configOf());
    await requireAdministrator(configOf(), store, false);
    await store.close();
  });

  it('says what to do about a store that does not open', async () => {
    writeFileSync(path.join(folder, 'file'), 'this is no database, '.repeat(500));
    const wrong = (name: string) => open(configOf({ DATA_FILE: path.join(folder, name) }));
    await assert.rejects(wrong('file'), /file is damaged, or no database\. .*restore the last backup.*DATA_FILE/);
    await assert.rejects(wrong('file/data.db'), /cannot be written\. .*set DATA_FILE to a place where it may/);
    await assert.rejects(
      open(configOf({ MONGODB_URI: 'mongodb://bot:boom@127.0.0.1:1/groups?serverSelectionTimeoutMS=300' })),
      (error: Error) =>
        /does not answer: .*is the server running\?$/.test(error.message) && !/boom/.test(error.message),
    );
  });
});
