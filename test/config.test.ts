import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { configKeys, readConfig, type Config } from '../src/config.js';
import { projectPath } from './support/project.js';

const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = 'AAAAAAAA-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const otherId = '99999999-2222-4333-8444-555555555555';
const registered = {
  BOT_APP_ID: appId,
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: tenantId,
  BOT_APP_PASSWORD: 'boom-secret',
};

function configOf(env: NodeJS.ProcessEnv): Config {
  const reading = readConfig(env);
  assert.ok(reading.ok, reading.ok ? '' : reading.problems.join('\n'));
  return reading.config;
}

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const reading = readConfig(env);
  assert.ok(!reading.ok, 'the configuration was taken');
  return reading.problems;
}

describe('readConfig', () => {
  it('runs locally, on this machine alone, with nothing set', () => {
    assert.deepEqual(configOf({}), {
      host: '127.0.0.1',
      port: 3978,
      adminIds: [],
      allowedTenantIds: [],
      serviceHosts: ['smba.trafficmanager.net'],
      dataFile: '.data/group-concierge.db',
      logLevel: 'info',
      requestExpiryMs: 14 * 86_400_000,
      rateLimits: false,
      directory: { kind: 'ledger' },
    });
  });

  it('limits how much one person may do with credentials, unless set otherwise', () => {
    assert.equal(configOf({ ...registered, NODE_ENV: 'production' }).rateLimits, true);
    assert.equal(configOf({ ...registered, RATE_LIMITS: 'off' }).rateLimits, false);
    assert.equal(configOf({ RATE_LIMITS: 'On' }).rateLimits, true);
  });

  it('listens everywhere and serves its own tenant with credentials', () => {
    const config = configOf({ ...registered, NODE_ENV: 'production' });
    assert.equal(config.host, '0.0.0.0');
    assert.deepEqual(config.credentials, {
      appId,
      appType: 'SingleTenant',
      tenantId: tenantId.toLowerCase(),
      password: 'boom-secret',
    });
    assert.deepEqual(config.allowedTenantIds, [tenantId.toLowerCase()]);
  });

  it('takes a managed identity without a password', () => {
    assert.deepEqual(configOf({ ...registered, BOT_APP_TYPE: 'UserAssignedMSI', BOT_APP_PASSWORD: '' }).credentials, {
      appId,
      appType: 'UserAssignedMSI',
      tenantId: tenantId.toLowerCase(),
    });
  });

  it('believes the hosts of the government alone when the bot is registered there', () => {
    const config = configOf({
      ...registered,
      BOT_CLOUD: 'usGovernment',
      SERVICE_HOSTS: 'smba.infra.dod.teams.microsoft.us',
    });
    assert.equal(config.credentials?.cloud, 'usGovernment');
    assert.deepEqual(config.serviceHosts, ['smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us']);
    assert.deepEqual(configOf({ ...registered, BOT_CLOUD: 'public' }), configOf(registered));
  });

  it('counts empty values as none and trims the others', () => {
    assert.deepEqual(configOf(Object.fromEntries(configKeys.map((key) => [key, ' ']))), configOf({}));
    assert.equal(configOf({ PORT: ' 0 ' }).port, 0);
  });

  it('reads lists in lower case, without gaps and repetitions', () => {
    const config = configOf({
      ...registered,
      BOT_ADMINS: `${tenantId}, ,${otherId},${tenantId}`,
      ALLOWED_TENANTS: `${otherId},`,
      SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us,SMBA.trafficmanager.net',
    });
    assert.deepEqual(config.adminIds, [tenantId.toLowerCase(), otherId]);
    assert.deepEqual(config.allowedTenantIds, [otherId]);
    assert.deepEqual(config.serviceHosts, ['smba.trafficmanager.net', 'smba.infra.gov.teams.microsoft.us']);
  });

  it('reads what is left', () => {
    const config = configOf({
      MONGODB_URI: 'mongodb+srv://u:p@cluster.example/db',
      DATA_FILE: '/tmp/x.db',
      LOG_LEVEL: 'WARN',
      REQUEST_EXPIRY_DAYS: '90',
      HOST: '::1',
      PORT: '65535',
    });
    assert.deepEqual(
      [config.mongodbUri, config.dataFile, config.logLevel, config.requestExpiryMs, config.host, config.port],
      ['mongodb+srv://u:p@cluster.example/db', '/tmp/x.db', 'warn', 90 * 86_400_000, '::1', 65535],
    );
  });

  const wrong: Record<string, readonly string[]> = {
    PORT: ['-1', '65536', '80a', '3.5', '0x10'],
    HOST: ['http://localhost', 'a b', '127.0.0.1:80'],
    BOT_APP_ID: ['group-concierge', appId.slice(1)],
    BOT_APP_TYPE: ['MultiTenant', 'singletenant'],
    BOT_TENANT_ID: ['contoso.com'],
    BOT_CLOUD: ['china', 'https://api.botframework.us', 'USGovernment'],
    BOT_ADMINS: ['ann@contoso.com', `${appId};${otherId}`],
    ALLOWED_TENANTS: ['*', 'contoso.com'],
    MONGODB_URI: ['postgres://u:boom-secret@h/db', 'mongodb://', 'localhost:27017'],
    LOG_LEVEL: ['loud'],
    SERVICE_HOSTS: [
      '*.trafficmanager.net',
      'evil.trafficmanager.net',
      'https://smba.infra.gcc.teams.microsoft.com',
      'smba.infra.gcc.teams.microsoft.com:443',
      '10.0.0.1',
      'localhost',
    ],
    REQUEST_EXPIRY_DAYS: ['0', '91', '2.5', 'two'],
    METRICS_TOKEN: ['short', 'with a space in it, and long'],
    METRICS_PORT: ['-1', 'metrics', '3978', '03978'],
    DIRECTORY: ['entra', 'Graph'],
    GRAPH_URL: ['graph.microsoft.com', 'ftp://graph.microsoft.com'],
    DIRECTORY_WRITES: ['no', 'false'],
    DIRECTORY_POLL_SECONDS: ['0', '29', '90000', 'often'],
  };
  for (const [key, values] of Object.entries(wrong)) {
    for (const value of values) {
      it(`refuses ${key}=${value}, with one sentence that names the key`, () => {
        const problems = problemsOf({ ...registered, [key]: value });
        assert.equal(problems.length, 1, problems.join('\n'));
        assert.match(problems[0] ?? '', new RegExp(`^${key} .*\\.$`));
      });
    }
  }

  it('reports all problems at once, and no value of any', () => {
    const problems = problemsOf({
      ...registered,
      BOT_APP_PASSWORD: undefined,
      BOT_TENANT_ID: '',
      PORT: 'boom-secret',
      MONGODB_URI: 'boom-secret',
      LOG_LEVEL: 'boom-secret',
    });
    assert.deepEqual(problems.map((problem) => problem.split(' ')[0]).sort(), [
      'BOT_APP_PASSWORD',
      'BOT_TENANT_ID',
      'LOG_LEVEL',
      'MONGODB_URI',
      'PORT',
    ]);
    assert.doesNotMatch(problems.join(' '), /boom-secret/);
  });

  it('refuses a managed identity with a password', () => {
    assert.match(
      problemsOf({ ...registered, BOT_APP_TYPE: 'UserAssignedMSI' }).join('\n'),
      /^BOT_APP_PASSWORD .*remove it/,
    );
  });

  it('asks for the type and the tenant of a registration', () => {
    assert.deepEqual(
      problemsOf({ BOT_APP_ID: appId }).map((problem) => problem.split(' ')[0]),
      ['BOT_APP_TYPE', 'BOT_TENANT_ID'],
    );
  });

  for (const key of ['BOT_APP_TYPE', 'BOT_TENANT_ID', 'BOT_APP_PASSWORD'] as const) {
    it(`refuses ${key} without BOT_APP_ID, so that a forgotten id does not open the bot to everybody`, () => {
      assert.match(
        problemsOf({ [key]: registered[key] }).join('\n'),
        new RegExp(`^${key} is set, but BOT_APP_ID is missing`),
      );
    });
  }

  for (const host of ['0.0.0.0', '::', '10.1.2.3', 'bot.example.com', '127.evil.example.com']) {
    it(`does not listen on ${host} without credentials`, () => {
      assert.match(problemsOf({ HOST: host }).join('\n'), /^HOST .*everybody .*could write to the bot/);
    });
  }

  it('does not run in production without credentials', () => {
    assert.match(problemsOf({ NODE_ENV: 'production' }).join('\n'), /^BOT_APP_ID .*everybody could write to the bot/);
  });

  for (const key of ['BOT_APP_PASSWORD', 'MONGODB_URI'])
    it(`refuses a Key Vault reference in ${key} that was handed on as it stands`, () => {
      const problems = problemsOf({
        ...registered,
        [key]: '@Microsoft.KeyVault(SecretUri=https://v.example/boom-secret)',
      });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', new RegExp(`^${key} holds a Key Vault reference .*Key Vault Secrets User`));
      assert.doesNotMatch(problems[0] ?? '', /boom-secret/);
    });

  it('takes Microsoft Graph for the one organisation of the registration', () => {
    assert.deepEqual(configOf({ ...registered, DIRECTORY: 'graph' }).directory, {
      kind: 'graph',
      baseUrl: 'https://graph.microsoft.com',
      tenantId: tenantId.toLowerCase(),
      writes: true,
      pollMs: 300_000,
    });
    const national = configOf({
      ...registered,
      DIRECTORY: 'graph',
      ALLOWED_TENANTS: tenantId,
      BOT_CLOUD: 'usGovernment',
      GRAPH_URL: 'https://dod-graph.microsoft.us/',
      DIRECTORY_WRITES: 'off',
    });
    assert.deepEqual(national.directory, {
      kind: 'graph',
      baseUrl: 'https://dod-graph.microsoft.us',
      tenantId: tenantId.toLowerCase(),
      writes: false,
      pollMs: 300_000,
    });
    assert.match(
      problemsOf({ ...registered, DIRECTORY: 'graph', ALLOWED_TENANTS: `${tenantId},${otherId}` }).join('\n'),
      /^ALLOWED_TENANTS .*BOT_TENANT_ID/,
    );
  });

  it('gives the token for Microsoft Graph to no other host', () => {
    for (const url of [
      'https://graph.microsoft.com.evil.example',
      'http://graph.microsoft.com',
      'https://127.0.0.1:4000',
      'https://graph.microsoft.com:8443',
      'https://graph.microsoft.us',
    ])
      assert.match(
        problemsOf({ ...registered, DIRECTORY: 'graph', GRAPH_URL: url }).join('\n'),
        /^GRAPH_URL .*token/,
        url,
      );
  });

  it('takes a fake on this machine without credentials, for one organisation', () => {
    const local = { DIRECTORY: 'graph', GRAPH_URL: 'http://127.0.0.1:4000', ALLOWED_TENANTS: tenantId };
    assert.deepEqual(configOf(local).directory, {
      kind: 'graph',
      baseUrl: 'http://127.0.0.1:4000',
      tenantId: tenantId.toLowerCase(),
      writes: true,
      pollMs: 300_000,
    });
    assert.match(problemsOf({ ...local, ALLOWED_TENANTS: '' }).join('\n'), /^ALLOWED_TENANTS .*exactly one/);
    for (const url of ['', 'https://graph.microsoft.com', 'http://10.0.0.1', 'http://127.0.0.1.evil.example'])
      assert.match(problemsOf({ ...local, GRAPH_URL: url }).join('\n'), /^GRAPH_URL .*this machine/, url);
    assert.match(problemsOf({ GRAPH_URL: local.GRAPH_URL }).join('\n'), /^GRAPH_URL is set, but DIRECTORY/);
  });

  it('has each key in .env.example, explained and with its default', () => {
    const lines = readFileSync(projectPath('.env.example'), 'utf8').split('\n');
    const examples = lines.flatMap((line, index) => {
      const match = /^#([A-Z_]+)=(.*)$/.exec(line);
      if (match) assert.match(lines[index - 1] ?? '', /^# .*\.$/, `${match[1]} has no sentence`);
      return match ? [[match[1] ?? '', match[2] ?? ''] as const] : [];
    });
    assert.deepEqual(
      examples.map(([key]) => key),
      configKeys,
    );
    assert.deepEqual(configOf(Object.fromEntries(examples)), configOf({}));
    assert.deepEqual(
      lines.filter((line) => line !== '' && !line.startsWith('#')),
      [],
      'an example sets something as it is',
    );
  });
});
