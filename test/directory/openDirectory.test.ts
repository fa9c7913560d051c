import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openDirectory } from '../../src/directory/openDirectory.js';
import { FakeGraph } from '../../src/demo/fakeGraph/fakeGraph.js';
import { fakeToken } from '../../src/demo/fakeGraph/permissions.js';

describe('openDirectory', () => {
  let graph: FakeGraph;
  let baseUrl: string;
  let log: [string, object, string][];
  beforeEach(async () => {
    graph = new FakeGraph({ auth: 'claims' });
    baseUrl = await graph.start();
    log = [];
  });
  afterEach(() => graph.stop());

  const open = (getToken?: () => Promise<string>) => {
    const write = (level: string) => (fields: object, message: string) => void log.push([level, fields, message]);
    return openDirectory(
      { kind: 'graph', baseUrl, tenantId: 'contoso', writes: true, pollMs: 300_000 },
      {
        clock: { now: () => Date.now() },
        newId: () => 'call',
        log: { info: write('info'), warn: write('warn'), error: write('error') },
        watchGraphCall: () => () => undefined,
        ...(getToken ? { registration: { appId: 'app-1', getToken } } : {}),
      },
    );
  };
  const permissionsOf = ({ sight }: Awaited<ReturnType<typeof open>>) =>
    sight.kind === 'entra' ? sight.permissions().map(({ permission, isGranted }) => [permission, isGranted]) : [];

  it('says at the start which permission is missing, for what, and the command that grants it', async () => {
    const opened = await open(async () => fakeToken(['User.Read.All']));
    assert.deepEqual(permissionsOf(opened), [
      ['GroupMember.ReadWrite.All', false],
      ['User.Read.All', true],
      ['Group.ReadWrite.All', false],
      ['RoleManagement.Read.Directory', false],
      ['LicenseAssignment.Read.All', false],
    ]);
    const missing = log.filter(([level]) => level !== 'info');
    assert.deepEqual(
      missing.map(([level, fields]) => [level, 'permission' in fields && fields.permission]),
      [
        ['error', 'GroupMember.ReadWrite.All'],
        ['warn', 'Group.ReadWrite.All'],
      ],
    );
    assert.match(JSON.stringify(missing[0]?.[1]), /app-1.*GroupMember\.ReadWrite\.All.*appRoleAssignments/);
  });

  it('starts although there is no token to be had, and takes nothing for missing then', async () => {
    const opened = await open(async () => Promise.reject(new Error('no network')));
    assert.ok(permissionsOf(opened).every(([, isGranted]) => isGranted));
    assert.deepEqual(
      log.map(([level]) => level),
      ['warn', 'info'],
    );
  });

  it('may do everything on this machine without credentials', async () => {
    const opened = await open();
    assert.ok(permissionsOf(opened).every(([, isGranted]) => isGranted));
    assert.equal(opened.directory.kind, 'entra');
  });

  it('is the bot’s own records unless said otherwise', async () => {
    const nobody = () => assert.fail('nothing to tell');
    const log = { info: nobody, warn: nobody, error: nobody };
    const deps = { clock: { now: () => 0 }, newId: () => '', log, watchGraphCall: nobody };
    assert.equal((await openDirectory({ kind: 'ledger' }, deps)).directory.kind, 'ledger');
  });
});
