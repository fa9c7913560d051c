import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import Database from 'libsql';
import { after, afterEach, beforeEach, describe, it } from 'mocha';
import { MongoClient } from 'mongodb';
import { authorize } from '../../../src/domain/authorized.js';
import { printReport, type Report } from '../../../src/operations/doctor/check.js';
import { checkEmbedded } from '../../../src/operations/doctor/embedded.js';
import { examine } from '../../../src/operations/doctor/examine.js';
import { tryPort } from '../../../src/operations/doctor/port.js';
import { openStore } from '../../../src/operations/openStore.js';
import { markSql } from '../../../src/store/sqlite/unfinished.js';
import { aTenant } from '../../support/documents.js';
import { freshDatabaseName, mongoTestUri } from '../../support/stores.js';
import { projectPath } from '../../support/project.js';
import {
  adminId,
  allPermissions,
  appId,
  entraRefusal,
  healthyWeb,
  nowMs,
  Patient,
  secrets,
  tenantId,
  tokenOf,
} from './patient.js';

const login = 'https://login.microsoftonline.com/';
const keys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const healthz = 'http://127.0.0.1:3978/healthz';
const readyz = 'https://groups.contoso.com/readyz';
const graphGroups = 'https://graph.microsoft.com/v1.0/groups';
const graphApps = 'https://graph.microsoft.com/v1.0/applications';
const guide = projectPath('deploymentTemplates', 'doctor.md');

/** What is wrong, how it comes about, and the checks that must say so. */
const broken: Record<
  string,
  { readonly fails: readonly string[]; readonly warns?: readonly string[]; readonly breakIt: (it: Patient) => void }
> = {
  'a key is mistyped and another one missing': {
    fails: ['configuration.BOT_TENANT_ID'],
    warns: ['configuration.BOT_TENANTID'],
    breakIt: (it) => (it.env = { ...it.env, BOT_TENANT_ID: '', BOT_TENANTID: tenantId }),
  },
  'a Key Vault reference was not resolved': {
    fails: ['configuration.BOT_APP_PASSWORD'],
    breakIt: (it) => (it.env = { ...it.env, BOT_APP_PASSWORD: '@Microsoft.KeyVault(SecretUri=https://boom-secret)' }),
  },
  'the client secret is wrong': {
    fails: ['identity.token'],
    breakIt: (it) => (it.web = { ...healthyWeb, [login]: entraRefusal(7000215) }),
  },
  'the client secret has ended': {
    fails: ['identity.token'],
    breakIt: (it) => (it.web = { ...healthyWeb, [login]: entraRefusal(7000222) }),
  },
  'the app has no service principal': {
    fails: ['identity.token'],
    breakIt: (it) => (it.web = { ...healthyWeb, [login]: entraRefusal(7000229) }),
  },
  'the tenant is another one': {
    fails: ['identity.tenant'],
    breakIt: (it) => (it.web = { ...healthyWeb, [login]: tokenOf({ tid: adminId }) }),
  },
  'nobody administers anything': {
    fails: ['administrators'],
    breakIt: (it) => (it.env = { ...it.env, BOT_ADMINS: '' }),
  },
  'the database does not answer': {
    fails: ['store.reachable'],
    breakIt: (it) => (it.env = { ...it.env, MONGODB_URI: 'mongodb://bot:boom-password@127.0.0.1:1/groups' }),
  },
  'the file of the store is damaged': {
    fails: ['store.reachable'],
    breakIt: (it) => writeFileSync(it.env['DATA_FILE'] ?? '', 'this is no database, '.repeat(500)),
  },
  'the port is taken by something else': {
    fails: ['port'],
    breakIt: (it) => {
      it.portTrouble = 'EADDRINUSE';
      it.web = { ...healthyWeb, [healthz]: { status: 404, body: undefined, serverTimeMs: undefined } };
    },
  },
  'a later version has used the store': {
    fails: ['store.reachable'],
    breakIt: (it) => {
      const db = new Database(it.env['DATA_FILE'] ?? '');
      db.exec('PRAGMA user_version = 99');
      db.close();
    },
  },
  'a restore was broken off': {
    fails: ['store.reachable'],
    breakIt: (it) => {
      const db = new Database(it.env['DATA_FILE'] ?? '');
      db.exec(markSql);
      db.close();
    },
  },
  'the client secret was copied with a line break': {
    fails: ['identity.token'],
    warns: ['credentials.blank'],
    breakIt: (it) => {
      it.env = { ...it.env, BOT_APP_PASSWORD: 'boom-secret\n' };
      it.web = { ...healthyWeb, [login]: entraRefusal(7000215) };
    },
  },
  'a firewall keeps the bot from Microsoft': {
    fails: ['network.keys', 'identity.token'],
    breakIt: (it) => (it.web = { ...healthyWeb, [keys]: { silence: 'late' }, [login]: { silence: 'refused' } }),
  },
  'the clock is seven minutes ahead': {
    fails: ['clock'],
    breakIt: (it) => (it.now = nowMs + 7 * 60_000),
  },
  'another site answers under the name of the bot': {
    fails: ['endpoint', 'endpoint.door'],
    breakIt: (it) =>
      (it.web = {
        ...healthyWeb,
        [readyz]: { status: 404, body: undefined, serverTimeMs: nowMs },
        'https://groups.contoso.com/api/messages': { status: 200, body: undefined, serverTimeMs: nowMs },
      }),
  },
  'the bot does not run behind its proxy': {
    fails: ['endpoint'],
    breakIt: (it) => (it.web = { ...healthyWeb, [readyz]: { status: 503, body: undefined, serverTimeMs: nowMs } }),
  },
  'the bot runs and cannot work': {
    fails: ['endpoint'],
    breakIt: (it) =>
      (it.web = { ...healthyWeb, [readyz]: { status: 503, body: { status: 'not ready' }, serverTimeMs: nowMs } }),
  },
  'permissions are missing in Microsoft Entra': {
    fails: ['graph.members'],
    warns: ['graph.people', 'graph.groups'],
    breakIt: (it) => it.useEntra([]),
  },
  'Microsoft Graph does not let the bot list groups': {
    fails: ['graph.answer'],
    breakIt: (it) => {
      it.useEntra(allPermissions);
      it.web = { ...it.web, [graphGroups]: { status: 403, body: undefined, serverTimeMs: nowMs } };
    },
  },
  'the app package is of another bot': {
    fails: ['teams.manifest'],
    breakIt: (it) => it.writeManifest(adminId),
  },
};

describe('the doctor', function () {
  this.timeout(20_000);
  let patient: Patient;
  beforeEach(() => (patient = new Patient()));
  afterEach(() => patient.close());

  const look = async (wish: { sendTestTo?: string } = {}): Promise<Report> => {
    const report = await examine(patient.deps(), { manifest: patient.manifest, ...wish });
    const text = `${JSON.stringify(report)}${printReport(report)}`;
    for (const secret of secrets) assert.ok(!text.includes(secret), `a secret was printed: ${text}`);
    const ids = report.checks.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, ids.join(' '));
    for (const { id, status, what, why, fix } of report.checks) {
      assert.match(what, /\.$/, id);
      if (status === 'fail' || status === 'warn')
        assert.ok(why !== '' && fix !== '', `${id} does not say why, or what to do`);
    }
    return report;
  };
  const idsOf = (report: Report, status: string) =>
    report.checks.filter((check) => check.status === status).map(({ id }) => id);

  it('finds nothing wrong with what is well', async () => {
    const report = await look();
    assert.deepEqual([report.ok, idsOf(report, 'fail'), idsOf(report, 'warn')], [true, [], ['embedded']]);
    assert.ok(idsOf(report, 'ok').length >= 12, printReport(report));
  });

  const sections: string[] = [];
  for (const [what, { fails, warns = [], breakIt }] of Object.entries(broken))
    it(`says why and what to do where ${what}`, async () => {
      breakIt(patient);
      const report = await look();
      assert.equal(report.ok, false);
      assert.deepEqual(idsOf(report, 'fail'), fails, printReport(report));
      for (const id of warns) assert.ok(idsOf(report, 'warn').includes(id), printReport(report));
      const shown = report.checks.filter(({ id }) => [...fails, ...warns].includes(id));
      const text = printReport({ ok: false, checks: shown }).split('\n\n')[0] ?? '';
      sections.push(`## Where ${what}\n\n\`\`\`\n${text.trimEnd().replaceAll(patient.folder, '/data')}\n\`\`\`\n`);
    });

  it('is shown in the guide as it speaks today', () => {
    const text = `# What the doctor says\n\n\`npm run doctor\` looks at everything that can be seen from where it runs. A test breaks a healthy bot in each of these ways and holds this page; \`WRITE_GUIDE=1 npm test\` writes it anew.\n\n${sections.join('\n')}`;
    if (process.env['WRITE_GUIDE']) writeFileSync(guide, text);
    assert.equal(sections.length, Object.keys(broken).length);
    assert.equal(readFileSync(guide, 'utf8'), text, 'write it anew: WRITE_GUIDE=1 npm test');
  });

  it('knows the bot that runs here, and why nobody can listen', async () => {
    patient.portTrouble = 'EADDRINUSE';
    patient.web = { ...healthyWeb, [healthz]: { status: 200, body: { status: 'ok' }, serverTimeMs: undefined } };
    assert.ok(
      (await look()).checks.some(({ id, what }) => id === 'port' && what === 'The bot runs here, on port 3978.'),
    );
    for (const [code, fix] of [
      ['EACCES', /above 1023/],
      ['EADDRNOTAVAIL', /HOST/],
    ] as const) {
      patient.portTrouble = code;
      assert.match((await look()).checks.find(({ id }) => id === 'port')?.fix ?? '', fix);
    }
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    assert.equal(await tryPort(place), 'EADDRINUSE');
    server.close();
    await once(server, 'close');
    assert.equal(await tryPort(place), undefined);
  });

  it('knows when the client secret ends, where it may read that, and warns thirty days before', async () => {
    const endsIn = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();
    const secretsThat = (...passwordCredentials: object[]) => ({
      ...healthyWeb,
      [graphApps]: { status: 200, body: { passwordCredentials }, serverTimeMs: nowMs },
    });
    patient.web = secretsThat({ hint: 'boo', endDateTime: endsIn(12) }, { hint: 'xyz', endDateTime: endsIn(400) });
    const soon = (await look()).checks.find(({ id }) => id === 'identity.secretEnd');
    assert.deepEqual([soon?.status, soon?.what], ['warn', 'The client secret ends in 12 days.']);
    patient.web = secretsThat({ hint: 'boo', endDateTime: endsIn(31) });
    assert.equal((await look()).checks.find(({ id }) => id === 'identity.secretEnd')?.status, 'ok');
    patient.web = healthyWeb;
    assert.equal((await look()).checks.find(({ id }) => id === 'identity.secretEnd')?.status, 'skipped');
  });

  it('asks a managed identity only where it lives', async () => {
    patient.env = { ...patient.env, BOT_APP_TYPE: 'UserAssignedMSI', BOT_APP_PASSWORD: '' };
    const away = await look();
    assert.deepEqual([away.ok, idsOf(away, 'skipped').includes('identity.token')], [true, true]);
    patient.env['IDENTITY_ENDPOINT'] = 'http://127.0.0.1:41/msi/token';
    patient.web = { ...healthyWeb, 'http://127.0.0.1:41/msi/token?': tokenOf({ tid: tenantId }) };
    assert.ok(idsOf(await look(), 'ok').includes('identity.tenant'));
  });

  it('knows what the bot may do in Microsoft Entra, and what it may not and need not', async () => {
    patient.useEntra(allPermissions);
    const all = await look();
    assert.deepEqual([all.ok, idsOf(all, 'fail'), idsOf(all, 'warn')], [true, [], ['embedded']]);
    for (const id of ['graph.members', 'graph.people', 'graph.groups', 'graph.roles', 'graph.licence', 'graph.answer'])
      assert.ok(idsOf(all, 'ok').includes(id), id);
    patient.useEntra(['GroupMember.ReadWrite.All', 'User.Read.All', 'User.ReadWrite.All']);
    const least = await look();
    assert.deepEqual([least.ok, idsOf(least, 'warn')], [true, ['embedded', 'graph.excess', 'graph.groups']]);
    const groups = least.checks.find(({ id }) => id === 'graph.groups');
    assert.match(groups?.what ?? '', /^Group\.ReadWrite\.All is missing: with it the bot may create, rename/);
    assert.match(groups?.fix ?? '', new RegExp(`az ad sp show --id ${appId} .*az rest --method post`));
  });

  it('takes the role that may be read in Microsoft Entra for an administrator, and says where it cannot look', async () => {
    patient.env = { ...patient.env, BOT_ADMINS: '' };
    patient.useEntra(allPermissions);
    assert.ok(idsOf(await look(), 'ok').includes('administrators'));
    patient.useEntra(['GroupMember.ReadWrite.All', 'User.Read.All', 'Group.ReadWrite.All']);
    assert.deepEqual(idsOf(await look(), 'fail'), ['administrators']);
    patient.env = { ...patient.env, BOT_APP_TYPE: 'UserAssignedMSI', BOT_APP_PASSWORD: '' };
    const away = idsOf(await look(), 'skipped');
    for (const id of ['identity.token', 'graph.permissions', 'administrators']) assert.ok(away.includes(id), id);
  });

  it('takes an administrator of the store for one', async () => {
    const store = await openStore({ dataFile: patient.env['DATA_FILE'] ?? '' });
    await store.forTenant(tenantId).insert(authorize('seed'), 'tenants', aTenant({ tenantId, adminIds: [adminId] }));
    await store.close();
    patient.env = { ...patient.env, BOT_ADMINS: '' };
    assert.ok(idsOf(await look(), 'ok').includes('administrators'));
  });

  it('warns before the disk is full', () => {
    const room = checkEmbedded(patient.env['DATA_FILE'] ?? '', () => 5_000_000).find(({ id }) => id === 'store.room');
    assert.deepEqual([room?.status, room?.what.includes('4 MB of room')], ['warn', true]);
  });

  it('sends one person a test card, and says what to do where it does not get through', async () => {
    const report = await look({ sendTestTo: adminId });
    assert.ok(idsOf(report, 'ok').includes('teams.test'), printReport(report));
    assert.equal(patient.messenger.messages.length, 1);
    patient.messenger.script({ on: 'send', failure: 'unreachable' });
    const refused = (await look({ sendTestTo: adminId })).checks.find(({ id }) => id === 'teams.test');
    assert.equal(refused?.status, 'fail');
    assert.match(refused?.fix ?? '', /setup policy/);
  });

  const uri = mongoTestUri;
  if (uri !== undefined)
    describe('of a MongoDB', () => {
      const database = freshDatabaseName();
      const place = new URL(uri);
      place.pathname = `/${database}`;
      const client = new MongoClient(uri);
      after(async () => {
        await client.db(database).dropDatabase();
        await client.close();
      });

      it('is content with a store that the bot made, and names an index that is gone', async () => {
        patient.env = { ...patient.env, MONGODB_URI: place.href };
        await (await openStore({ mongodbUri: place.href, dataFile: '' })).close();
        const good = await look();
        assert.ok(good.ok, printReport(good));
        assert.deepEqual(
          ['store.reachable', 'store.version', 'store.writes', 'store.indexes'].filter(
            (id) => !idsOf(good, 'ok').includes(id),
          ),
          [],
          printReport(good),
        );
        assert.equal(await client.db(database).collection('doctor').countDocuments(), 0);
        await client
          .db(database)
          .collection('requests')
          .dropIndex({ openKey: 1 } as never);
        assert.deepEqual(idsOf(await look(), 'fail'), ['store.indexes']);
        await client.db(database).collection('unfinishedRestore').insertOne({});
        assert.deepEqual(idsOf(await look(), 'fail'), ['store.reachable']);
      });
    });

  describe('as a program', () => {
    const run = (env: Record<string, string>, ...args: string[]) =>
      spawnSync(process.execPath, [projectPath('dist', 'src', 'operations', 'doctor.js'), ...args], {
        encoding: 'utf8',
        cwd: patient.folder,
        env: { PATH: process.env['PATH'] ?? '', ...env },
        timeout: 15_000,
      });

    it('writes one JSON object alone, and ends with 1 for findings, with 2 for wrong use', () => {
      const found = run({ PORT: 'http' }, '--json');
      assert.equal(found.status, 1, found.stderr);
      const { ok, checks } = JSON.parse(found.stdout) as Report;
      assert.equal(ok, false);
      assert.ok(checks.some(({ id, status }) => id === 'configuration.PORT' && status === 'fail'));
      for (const check of checks) assert.deepEqual(Object.keys(check).sort(), ['fix', 'id', 'status', 'what', 'why']);
      assert.equal(run({}, '--send-test-to', 'ann').status, 2);
    });

    it('ends with 0 where nothing is wrong', () => {
      const good = run({});
      assert.equal(good.status, 0, good.stdout);
      assert.match(good.stdout, /^ ok {3}Node\.js [\s\S]*Nothing is wrong that can be seen from here: /);
    });
  });
});
