import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { configKeys, readConfig } from '../../src/config.js';
import { projectPath } from '../support/project.js';
import { deploy, type Deployment, type Resource, type Template } from './evaluate.js';
import { parseExpression } from './expression.js';
import { inNewGroup } from './wrap.js';

/*
 * Evaluates the deployment templates as Azure does, for the functions that they use, and holds every property against
 * the shapes of Microsoft's client packages (`.ci/arm/shapes.mjs`). It cannot show that Azure takes them: for that,
 * `az deployment group validate` needs a subscription.
 */

const read = (...place: string[]): unknown =>
  JSON.parse(readFileSync(projectPath('deploymentTemplates', ...place), 'utf8'));
const withGroup = 'deployUseExistResourceGroup';
const newGroup = 'deployWithNewResourceGroup';
const app = read(withGroup, 'template-BotApp-with-rg.json') as Template;
const bot = read(withGroup, 'template-AzureBot-with-rg.json') as Template;
const { shapes } = JSON.parse(readFileSync(projectPath('test', 'deployment', 'shapes.json'), 'utf8')) as {
  shapes: Record<string, string | readonly string[]>;
};

const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const common = { appServiceName: 'app-concierge', appId, UMSIName: 'id-concierge', botAdmins: tenantId, tenantId };

/** Ways in which operators deploy. */
const deployments: Record<string, readonly [Template, Record<string, unknown>]> = {
  'a managed identity and a new cluster': [
    app,
    { ...common, mongoAdministratorPassword: 'a b/c', alertEmail: 'ops@contoso.com' },
  ],
  'a secret and a MongoDB that is there': [
    app,
    { ...common, appType: 'SingleTenant', appSecret: 's', existingMongodbUri: 'mongodb://h/db' },
  ],
  'a plan that is there, and an identity elsewhere': [
    app,
    {
      ...common,
      existingAppServicePlanName: 'plan',
      existingAppServicePlanLocation: 'northeurope',
      UMSIResourceGroupName: 'rg-ids',
      existingMongodbUri: 'mongodb://h/db',
    },
  ],
  'the bot with a managed identity': [
    bot,
    { azureBotId: 'bot-concierge', botEndpoint: 'https://h/api/messages', appId, UMSIName: 'id-concierge' },
  ],
  'the bot with a secret': [
    bot,
    { azureBotId: 'bot-concierge', botEndpoint: 'https://h/api/messages', appId, appType: 'SingleTenant' },
  ],
};

/** Versions that the newest official client packages send. */
const apiVersions: Record<string, string> = {
  'Microsoft.OperationalInsights': '2025-07-01',
  'Microsoft.KeyVault': '2026-02-01',
  'Microsoft.Authorization': '2022-04-01',
  'Microsoft.DocumentDB': '2026-06-01',
  'Microsoft.Web': '2025-05-01',
  'Microsoft.BotService': '2022-09-15',
};

const of = (deployment: Deployment, type: string): Resource[] =>
  deployment.resources.filter((resource) => resource.type === type);

/** Whatever of these properties is not in the shapes, or has another type or value. */
function misfits(value: unknown, place: string): string[] {
  if (shapes[place] === 'computed' || shapes[`${place}[]`] === 'computed') return [];
  if (Array.isArray(value)) return value.flatMap((item) => misfits(item, `${place}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => misfits(item, `${place}.${key}`));
  const shape = shapes[place];
  if (shape === undefined) return [`${place} is not known`];
  const isFine = Array.isArray(shape) ? shape.includes(String(value)) : typeof value === shape;
  return isFine ? [] : [`${place} is ${JSON.stringify(value)}`];
}

describe('the deployment templates', () => {
  for (const [what, [template, given]] of Object.entries(deployments))
    describe(`with ${what}`, () => {
      const deployment = deploy(template, given);

      it('have the shapes that Azure’s own clients send', () => {
        assert.deepEqual(
          deployment.resources.flatMap(({ type, properties }) => misfits(properties, type)),
          [],
        );
      });

      it('depend on what is deployed with them, and name nothing twice', () => {
        const ids = deployment.resources.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const { id, dependsOn = [] } of deployment.resources)
          for (const target of dependsOn)
            assert.ok(ids.includes(target) || deployment.leftOut.includes(target), `${id} waits for ${target}`);
      });
    });

  for (const [name, template] of Object.entries({ BotApp: app, AzureBot: bot }))
    it(`${name} uses every parameter and variable that it declares, and explains each parameter`, () => {
      const used = Object.values(deployments)
        .filter(([one]) => one === template)
        .map(([one, given]) => deploy(one, given).used);
      const isUsed = (kind: 'parameters' | 'variables', key: string) => used.some((sets) => sets[kind].has(key));
      assert.deepEqual(
        Object.keys(template.parameters).filter((key) => !isUsed('parameters', key)),
        [],
      );
      assert.deepEqual(
        Object.keys(template.variables ?? {}).filter((key) => !isUsed('variables', key)),
        [],
      );
      for (const [key, { metadata }] of Object.entries(template.parameters))
        assert.match((metadata as { description: string }).description, /\.$/, key);
    });

  it('keep secrets secret: in secure parameters without a default, in the vault, in no output and no app setting', () => {
    for (const template of [app, bot]) {
      for (const [key, parameter] of Object.entries(template.parameters)) {
        const isSecret = /secret|password|uri$/i.test(key);
        assert.equal(parameter.type === 'securestring', isSecret, key);
        if (isSecret) assert.equal(parameter['defaultValue'], '', key);
      }
      const text = JSON.stringify(template);
      assert.doesNotMatch(text, /MultiTenant/);
      for (const secure of Object.keys(template.parameters).filter(
        (key) => template.parameters[key]?.type === 'securestring',
      ))
        assert.ok(!JSON.stringify(template.outputs ?? {}).includes(secure), secure);
    }
    for (const [template, given] of Object.values(deployments).slice(0, 3)) {
      const [site] = of(deploy(template, given), 'Microsoft.Web/sites');
      assert.doesNotMatch(JSON.stringify(site?.properties), /a b\/c|a%20b|mongodb:\/\/|"s"/);
    }
  });

  it('pin the versions of the resources', () => {
    for (const { type, apiVersion } of [...app.resources, ...bot.resources]) {
      const wanted = apiVersions[type.split('/')[0] ?? ''];
      if (wanted !== undefined) assert.equal(apiVersion, wanted, type);
      assert.match(apiVersion, /^20\d\d-\d\d-\d\d(?:-preview)?$/);
    }
  });

  it('set app settings that the configuration takes, and leave no key out by accident', () => {
    const theirs = new Set(['NODE_ENV', 'WEBSITE_RUN_FROM_PACKAGE', 'WEBSITE_HEALTHCHECK_MAXPINGFAILURES']);
    /** Right as they are on App Service. */
    const byDefault = [
      'PORT',
      'HOST',
      'ALLOWED_TENANTS',
      'DATA_FILE',
      'SERVICE_HOSTS',
      'REQUEST_EXPIRY_DAYS',
      'BOT_CLOUD',
      'METRICS_TOKEN',
      'METRICS_PORT',
      'DIRECTORY_WRITES',
      'DIRECTORY_POLL_SECONDS',
      'GRAPH_URL',
      'RATE_LIMITS',
    ];
    const settingsOf = ([template, given]: readonly [Template, Record<string, unknown>]) => {
      const [site] = of(deploy(template, given), 'Microsoft.Web/sites');
      const { appSettings } = site?.properties?.['siteConfig'] as { appSettings: { name: string; value: string }[] };
      return Object.fromEntries(appSettings.map(({ name, value }) => [name, value]));
    };
    for (const way of Object.values(deployments).slice(0, 3)) {
      const settings = settingsOf(way);
      const ours = Object.keys(settings).filter((key) => !theirs.has(key));
      assert.deepEqual([...ours, ...byDefault].sort(), [...configKeys].sort());
      // App Service puts the value of the vault in the place of the reference.
      const resolved = Object.entries(settings).map(([key, value]) => [
        key,
        value.startsWith('@') ? 'mongodb://h/db' : value,
      ]);
      const reading = readConfig(Object.fromEntries(resolved) as NodeJS.ProcessEnv);
      assert.ok(reading.ok, reading.ok ? '' : reading.problems.join('\n'));
      assert.equal(reading.config.credentials?.appType, way[1]['appType'] ?? 'UserAssignedMSI');
      assert.equal(reading.config.publicUrl, 'https://app-concierge.azurewebsites.net');
    }
  });

  it('let nobody in who need not be, and watch what counts', () => {
    const deployment = deploy(...(Object.values(deployments)[0] as readonly [Template, Record<string, unknown>]));
    const [site] = of(deployment, 'Microsoft.Web/sites');
    const { siteConfig, ...rest } = site?.properties as { siteConfig: Record<string, unknown> } & Record<
      string,
      unknown
    >;
    assert.equal(rest['httpsOnly'], true);
    assert.deepEqual(
      [siteConfig['ftpsState'], siteConfig['minTlsVersion'], siteConfig['healthCheckPath']],
      ['Disabled', '1.2', '/readyz'],
    );
    assert.deepEqual(
      of(deployment, 'Microsoft.Web/sites/basicPublishingCredentialsPolicies').map(({ properties }) => properties),
      [{ allow: false }, { allow: false }],
    );
    const alerts = deployment.resources.filter(({ type }) => /metricAlerts|scheduledQueryRules/.test(type));
    assert.equal(alerts.length, 3);
    const [dead] = of(deployment, 'Microsoft.Insights/scheduledQueryRules');
    const phrases = [...JSON.stringify(dead).matchAll(/has '([^']+)'/g)].map(([, phrase = '']) => phrase);
    const logged = [
      ['outbox', 'settlement.ts'],
      ['bot', 'reportTokens.ts'],
    ].map((place) => readFileSync(projectPath('src', ...place), 'utf8'));
    assert.equal(phrases.length, logged.length);
    for (const [index, phrase] of phrases.entries())
      assert.ok(logged[index]?.includes(phrase), `nothing logs “${phrase}”`);
    assert.ok(readFileSync(projectPath('src', 'http', 'server.ts'), 'utf8').includes("'/readyz'"));
  });

  it('put the password of a new cluster into its address, so that any sign may be in it', () => {
    const deployment = deploy(...(Object.values(deployments)[0] as readonly [Template, Record<string, unknown>]));
    const secret = of(deployment, 'Microsoft.KeyVault/vaults/secrets').find(({ name }) =>
      name.endsWith('/mongodb-uri'),
    );
    assert.equal(secret?.properties?.['value'], 'mongodb+srv://concierge:a%20b%2Fc@c.example/?tls=true');
  });

  for (const [name, template] of [
    ['BotApp', app],
    ['AzureBot', bot],
  ] as const) {
    it(`${name} for a new group is the same in a new group`, () => {
      const place = [newGroup, `template-${name}-new-rg.json`];
      const wanted = inNewGroup(template, name);
      if (process.env['WRITE_GUIDE'])
        writeFileSync(projectPath('deploymentTemplates', ...place), `${JSON.stringify(wanted, null, 2)}\n`);
      assert.deepEqual(read(...place), wanted, 'write it anew: WRITE_GUIDE=1 npm test');
    });

    for (const [folder, ending] of [
      [withGroup, 'with-rg'],
      [newGroup, 'new-rg'],
    ] as const)
      it(`${name} has parameters for ${folder} that name what it needs, and nothing else`, () => {
        const { parameters: declared } = read(folder, `template-${name}-${ending}.json`) as Template;
        const { parameters: given } = read(folder, `parameters-for-template-${name}-${ending}.json`) as {
          parameters: Record<string, unknown>;
        };
        for (const key of Object.keys(given)) {
          assert.ok(key in declared, `${key} is not declared`);
          assert.notEqual(declared[key]?.type, 'securestring', `${key} is a secret and does not belong into a file`);
        }
        for (const [key, parameter] of Object.entries(declared))
          if (!('defaultValue' in parameter)) assert.ok(key in given, `${key} is missing`);
      });
  }

  it('are where operators look for them, each with a page', () => {
    for (const folder of [withGroup, newGroup])
      assert.ok(existsSync(projectPath('deploymentTemplates', folder, 'readme.md')), folder);
  });
});

describe('the evaluator of templates', () => {
  const template = (value: string, more: Partial<Template> = {}): Template => ({
    $schema: '',
    parameters: { name: { type: 'string', defaultValue: 'x' } },
    resources: [],
    outputs: { out: value },
    ...more,
  });
  const wrong: Record<string, RegExp> = {
    "[parameters('nmae')]": /nmae is not declared/,
    "[variables('x')]": /variable x is not declared/,
    "[concat('a', 1)]": /a text was expected/,
    "[concat('a'": /bracket is not closed/,
    "[concat('a'))]": /something follows/,
    "[concat('a' 'b')]": /',' is missing/,
    "[conact('a')]": /no function conact/,
    "[if(parameters('name'), 'a', 'b')]": /neither true nor false/,
    "[reference(resourceId('Microsoft.KeyVault/vaults', 'kv'), '2026-02-01').vaultUri]": /not deployed/,
    '[resourceGroup().nmae]': /nothing is known of \.nmae/,
  };
  for (const [expression, why] of Object.entries(wrong))
    it(`refuses ${expression}`, () => {
      assert.throws(() => deploy(template(expression), {}), why);
    });

  it('reads quotes within quotes, and looks at the branch alone that is taken', () => {
    assert.deepEqual(parseExpression("concat('it''s', 'x')"), {
      kind: 'call',
      name: 'concat',
      args: [
        { kind: 'literal', value: "it's" },
        { kind: 'literal', value: 'x' },
      ],
    });
    const { outputs } = deploy(template("[if(empty(parameters('name')), parameters('nothing'), toLower('AB'))]"), {});
    assert.deepEqual(outputs, { out: 'ab' });
  });
});
