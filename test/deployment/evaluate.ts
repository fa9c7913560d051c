import { createHash } from 'node:crypto';
import { expressionIn, parseExpression, type Expression } from './expression.js';

/** A resource of a template, as it stands there or evaluated. */
export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly condition?: unknown;
  readonly scope?: string;
  readonly properties?: Record<string, unknown>;
  readonly dependsOn?: readonly string[];
  readonly [field: string]: unknown;
}

/** A deployment template. */
export interface Template {
  readonly $schema: string;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly type: string }>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** What a deployment comes to. */
export interface Deployment {
  /** Those whose condition holds. */
  readonly resources: readonly (Resource & { readonly id: string })[];
  /** Ids of those whose condition does not hold. */
  readonly leftOut: readonly string[];
  readonly outputs: unknown;
  readonly used: { readonly parameters: ReadonlySet<string>; readonly variables: ReadonlySet<string> };
}

const group = '/subscriptions/s/resourceGroups/rg';

/** Where a resource stands; an identity may be in another group. */
export const idOf = (type: string, names: readonly string[], inGroup = group): string =>
  `${inGroup}/providers/${type.split('/')[0]}/${type
    .split('/')
    .slice(1)
    .map((part, index) => `${part}/${names[index] ?? '?'}`)
    .join('/')}`;

/** What the properties of a resource are like once it is there, as far as templates read them. */
const known: Readonly<Record<string, unknown>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': { principalId: 'principal', clientId: 'client' },
  'Microsoft.KeyVault/vaults': { vaultUri: 'https://kv.vault.azure.net/' },
  'Microsoft.DocumentDB/mongoClusters': { connectionString: 'mongodb+srv://<user>:<password>@c.example/?tls=true' },
};

/** Evaluates a template as Azure does, for the functions that ours use; throws at what Azure would refuse. */
export function deploy(template: Template, given: Readonly<Record<string, unknown>>): Deployment {
  const used = { parameters: new Set<string>(), variables: new Set<string>() };
  const text = (value: unknown): string => {
    if (typeof value !== 'string') throw new Error(`a text was expected: ${JSON.stringify(value)}`);
    return value;
  };
  const parameter = (name: string): unknown => {
    const declared = template.parameters[name];
    if (!declared) throw new Error(`the parameter ${name} is not declared`);
    used.parameters.add(name);
    if (name in given) return given[name];
    if (!('defaultValue' in declared)) throw new Error(`the parameter ${name} is missing`);
    return evaluate(declared['defaultValue']);
  };
  const variable = (name: string): unknown => {
    if (!template.variables || !(name in template.variables)) throw new Error(`the variable ${name} is not declared`);
    used.variables.add(name);
    return evaluate(template.variables[name]);
  };
  const functions: Record<string, (...args: unknown[]) => unknown> = {
    parameters: (name) => parameter(text(name)),
    variables: (name) => variable(text(name)),
    concat: (...parts) => parts.map(text).join(''),
    empty: (value) => value === '' || (Array.isArray(value) && value.length === 0),
    equals: (a, b) => a === b,
    toLower: (value) => text(value).toLowerCase(),
    replace: (value, from, to) => text(value).replaceAll(text(from), text(to)),
    uriComponent: (value) => encodeURIComponent(text(value)),
    true: () => true,
    createArray: (...items) => items,
    createObject: (...pairs) =>
      Object.fromEntries(pairs.flatMap((key, at) => (at % 2 === 0 ? [[text(key), pairs[at + 1]]] : []))),
    guid: (...parts) => createHash('sha256').update(parts.map(text).join('|')).digest('hex').slice(0, 32),
    uniqueString: (...parts) => createHash('sha256').update(parts.map(text).join('|')).digest('hex').slice(0, 13),
    resourceGroup: () => ({ id: group, name: 'rg', location: 'westeurope' }),
    subscription: () => ({ id: '/subscriptions/s', subscriptionId: 's', tenantId: 'tenant-of-subscription' }),
    resourceId: (...args) => {
      const [first = '', ...rest] = args.map(text);
      return first.includes('/')
        ? idOf(first, rest)
        : idOf(rest[0] ?? '', rest.slice(1), `/subscriptions/s/resourceGroups/${first}`);
    },
    subscriptionResourceId: (type, ...names) => idOf(text(type), names.map(text), '/subscriptions/s'),
    extensionResourceId: (of, type, ...names) => idOf(text(type), names.map(text), text(of)),
    reference: (id, version) => {
      const type = typeOf(text(id));
      if (typeof version !== 'string' || !(type in known))
        throw new Error(`reference to ${type}, of which nothing is known`);
      references.add(text(id));
      return known[type];
    },
  };
  const references = new Set<string>();
  const run = (expression: Expression): unknown => {
    if (expression.kind === 'literal') return expression.value;
    if (expression.kind === 'field') {
      const value = (run(expression.of) as Record<string, unknown>)[expression.name];
      if (value === undefined) throw new Error(`nothing is known of .${expression.name}`);
      return value;
    }
    const { name, args } = expression;
    // Only the branch that is taken is looked at.
    if (name === 'if') {
      const [condition, yes, no] = args;
      if (!condition || !yes || !no || args.length !== 3) throw new Error('if takes three arguments');
      const holds = run(condition);
      if (typeof holds !== 'boolean') throw new Error('the condition of if is neither true nor false');
      return run(holds ? yes : no);
    }
    const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!call) throw new Error(`there is no function ${name}`);
    return call(...args.map(run));
  };
  const evaluate = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const inside = expressionIn(value);
      return inside === undefined ? value : run(parseExpression(inside));
    }
    if (Array.isArray(value)) return value.map(evaluate);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(evaluate(key)), evaluate(item)]));
  };
  const placed = template.resources.map((resource) => {
    const name = text(evaluate(resource.name));
    const scope = resource.scope === undefined ? undefined : text(evaluate(resource.scope));
    const id = idOf(resource.type, name.split('/'), scope === undefined ? group : `${group}/providers/${scope}`);
    return { resource, id, isThere: resource.condition === undefined || evaluate(resource.condition) === true };
  });
  const resources = placed
    .filter(({ isThere }) => isThere)
    .map(({ resource, id }) => ({ ...(evaluate(resource) as Resource), id }));
  const outputs = evaluate(template.outputs ?? {});
  const ids = new Set(resources.map(({ id }) => id));
  for (const id of references)
    if (!ids.has(id) && !id.includes('/Microsoft.ManagedIdentity/'))
      throw new Error(`reference to ${id}, which is not deployed`);
  return {
    resources,
    leftOut: placed.filter(({ isThere }) => !isThere).map(({ id }) => id),
    outputs,
    used,
  };
}

function typeOf(id: string): string {
  const [provider = '', ...parts] = id.slice(id.lastIndexOf('/providers/') + 11).split('/');
  return [provider, ...parts.filter((_, index) => index % 2 === 0)].join('/');
}
