// Reads from Microsoft's client packages what each property of our templates may be, into test/deployment/shapes.json.
// The packages weigh 60 MB and are wanted only when a template gets a new property, so they are not among ours:
//   npm install --prefix .ci/target/arm --no-save @azure/arm-appservice@19.0.0 @azure/arm-botservice@4.0.0 \
//     @azure/arm-mongocluster@1.2.0 @azure/arm-keyvault@5.0.0 @azure/arm-operationalinsights \
//     @azure/arm-monitor@8.0.0 @azure/arm-authorization@9.0.0
//   node .ci/arm/shapes.mjs .ci/target/arm
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const folder = path.resolve(process.argv[2] ?? '.ci/target/arm');
const root = path.resolve(import.meta.dirname, '..', '..');

/** Package and interface behind the `properties` of each type of resource. */
const interfaces = {
  'Microsoft.Web/sites': ['arm-appservice', 'SiteProperties'],
  'Microsoft.Web/serverfarms': ['arm-appservice', 'AppServicePlanProperties'],
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': ['arm-appservice', 'CsmPublishingCredentialsPoliciesEntityProperties'],
  'Microsoft.BotService/botServices': ['arm-botservice', 'BotProperties'],
  'Microsoft.BotService/botServices/channels': ['arm-botservice', 'MsTeamsChannel'],
  'Microsoft.DocumentDB/mongoClusters': ['arm-mongocluster', 'MongoClusterProperties'],
  'Microsoft.DocumentDB/mongoClusters/firewallRules': ['arm-mongocluster', 'FirewallRuleProperties'],
  'Microsoft.KeyVault/vaults': ['arm-keyvault', 'VaultProperties'],
  'Microsoft.KeyVault/vaults/secrets': ['arm-keyvault', 'SecretProperties'],
  'Microsoft.OperationalInsights/workspaces': ['arm-operationalinsights', 'Workspace'],
  'Microsoft.Insights/diagnosticSettings': ['arm-monitor', 'DiagnosticSettings', 'diagnosticsSettings/'],
  'Microsoft.Insights/actionGroups': ['arm-monitor', 'ActionGroup', 'actionGroupsApi/'],
  'Microsoft.Insights/metricAlerts': ['arm-monitor', 'MetricAlertProperties', 'metricAlertApi/'],
  'Microsoft.Insights/scheduledQueryRules': ['arm-monitor', 'ScheduledQueryRuleProperties', 'scheduledQueryRuleApi/'],
  'Microsoft.Authorization/roleAssignments': ['arm-authorization', 'RoleAssignmentCreateParameters'],
};

const loaded = new Map();
function load(name, part = '') {
  const key = `${name}/${part}`;
  if (loaded.has(key)) return loaded.get(key);
  const home = path.join(folder, 'node_modules', '@azure', name);
  const file = [`dist/esm/models/${part}models.d.ts`, 'dist/esm/models/index.d.ts', 'dist-esm/src/models/index.d.ts']
    .map((place) => path.join(home, place))
    .find(existsSync);
  const program = ts.createProgram([file], { skipLibCheck: true, strictNullChecks: true, moduleResolution: ts.ModuleResolutionKind.NodeNext, module: ts.ModuleKind.NodeNext });
  const entry = { program, checker: program.getTypeChecker(), source: program.getSourceFile(file), version: JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).version };
  loaded.set(key, entry);
  return entry;
}

/** Names of the enums beside a `type X = string` hold what the service knows today. */
function valuesOf(entry, node) {
  const name = node?.typeName?.getText?.();
  if (!name) return undefined;
  let values;
  entry.source.forEachChild((child) => {
    if (ts.isEnumDeclaration(child) && child.name.text === `Known${name}`)
      values = child.members.map((member) => member.initializer?.text);
  });
  return values;
}

function describe(entry, type, node) {
  const { checker } = entry;
  const plain = checker.getNonNullableType(type);
  const parts = plain.isUnion() ? plain.types : [plain];
  if (parts.every((part) => part.isStringLiteral())) return parts.map((part) => part.value);
  const values = valuesOf(entry, node);
  if (values) return values;
  if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return 'boolean';
  if (plain.flags & ts.TypeFlags.NumberLike) return 'number';
  if (plain.flags & ts.TypeFlags.StringLike) return 'string';
  return undefined;
}

function visit(entry, type, value, place, out) {
  const { checker } = entry;
  for (const [key, item] of Object.entries(value)) {
    const candidates = (type.isUnion() ? type.types : [type]).map((one) => one.getProperty(key)).filter(Boolean);
    // Old generators name the property of a discriminated union in camel case.
    const property = candidates[0] ?? (key === 'odata.type' ? type.getProperty('odataType') : undefined);
    const here = `${place}.${key}`;
    if (!property) { out[here] = 'unknown'; continue; }
    const node = property.valueDeclaration?.type;
    const inner = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const plain = describe(entry, inner, node);
    if (plain !== undefined) { out[here] = plain; continue; }
    if (checker.isArrayType(inner)) {
      const element = checker.getTypeArguments(inner)[0];
      const simple = describe(entry, element, node?.elementType);
      if (simple !== undefined) out[`${here}[]`] = simple;
      else if (Array.isArray(item)) for (const one of item) visit(entry, element, one, `${here}[]`, out);
      else out[`${here}[]`] = 'computed';
      continue;
    }
    if (typeof item === 'object' && item !== null) visit(entry, inner, item, here, out);
    else out[here] = 'object';
  }
}

const shapes = { from: {}, shapes: {} };
for (const file of ['template-BotApp-with-rg.json', 'template-AzureBot-with-rg.json']) {
  const template = JSON.parse(readFileSync(path.join(root, 'deploymentTemplates', 'deployUseExistResourceGroup', file), 'utf8'));
  for (const { type, properties } of template.resources) {
    const [name, interfaceName, part] = interfaces[type];
    const entry = load(name, part);
    shapes.from[`@azure/${name}`] = entry.version;
    const symbol = entry.checker
      .getExportsOfModule(entry.checker.getSymbolAtLocation(entry.source))
      .find((one) => one.name === interfaceName);
    if (!symbol) throw new Error(`${name} has no ${interfaceName}`);
    visit(entry, entry.checker.getDeclaredTypeOfSymbol(symbol), properties, type, shapes.shapes);
  }
}
writeFileSync(path.join(root, 'test', 'deployment', 'shapes.json'), `${JSON.stringify(shapes, null, 2)}\n`);
