import { isIP, isIPv4 } from 'node:net';
import { z } from 'zod';
import { directoryKeys, type DirectoryConfig } from './directory/directoryConfig.js';

/** How the bot proves to Microsoft who it is; a new multi-tenant registration is refused since 2025-07-31. */
export type AppType = 'SingleTenant' | 'UserAssignedMSI';

/** The bot's registration in Microsoft Entra. */
export interface Credentials {
  readonly appId: string;
  readonly appType: AppType;
  readonly tenantId: string;
  /** Of a single-tenant bot only; a managed identity has none. */
  readonly password?: string;
  /** Microsoft's public cloud when absent. */
  readonly cloud?: 'usGovernment';
}

/** Everything an operator decides, checked. */
export interface Config {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Absent in local mode, where everybody who reaches the port may write to the bot. */
  readonly credentials?: Credentials;
  /** The first administrators of an organisation, lower-cased. */
  readonly adminIds: readonly string[];
  /** Lower-cased; empty in local mode and then means any. */
  readonly allowedTenantIds: readonly string[];
  /** Exact hosts, lower-cased, that may be given the bot's token. */
  readonly serviceHosts: readonly string[];
  readonly mongodbUri?: string;
  readonly dataFile: string;
  readonly logLevel: LogLevel;
  readonly requestExpiryMs: number;
  /** Whether one person can only do so much in a while. */
  readonly rateLimits: boolean;
  /** Where people's browsers reach the bot, without a slash at the end; absent means this machine. */
  readonly publicUrl?: string;
  /** With it, /metrics on the main port answers callers from elsewhere too. */
  readonly metricsToken?: string;
  /** A port of its own for /metrics; 0 means any free one. */
  readonly metricsPort?: number;
  readonly directory: DirectoryConfig;
}

/** The configuration, or every reason why there is none, each with its fix. */
export type ConfigReading =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** pino's levels. */
export type LogLevel = (typeof logLevels)[number];

const dayMs = 86_400_000;
const publicServiceHost = 'smba.trafficmanager.net';
const governmentServiceHost = 'smba.infra.gov.teams.microsoft.us';
const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hostNamePattern =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

const guid = (problem: string) => z.string().toLowerCase().regex(guidPattern, problem);
const wholeNumber = (min: number, max: number, problem: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, problem)
    .transform(Number)
    .refine((value) => value >= min && value <= max, problem);
const list = (item: (text: string) => boolean, problem: string) =>
  z
    .string()
    .toLowerCase()
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    ])
    .refine((items) => items.every(item), problem);

const isGuid = (text: string) => guidPattern.test(text);
// Any Azure customer can own another name below trafficmanager.net and would then be given the bot's token.
const isServiceHost = (text: string) =>
  hostNamePattern.test(text) &&
  text.includes('.') &&
  isIP(text) === 0 &&
  (text === publicServiceHost || !text.endsWith('.trafficmanager.net'));

const envSchema = z.object({
  PORT: wholeNumber(0, 65_535, 'PORT is no port: set it to a whole number from 0 (any free port) to 65535.').optional(),
  HOST: z
    .string()
    .toLowerCase()
    .refine(
      (text) => isIP(text) !== 0 || hostNamePattern.test(text),
      'HOST is no address: set it to an address of this machine such as 127.0.0.1, without scheme and port.',
    )
    .optional(),
  BOT_APP_ID: guid(
    'BOT_APP_ID is no GUID: copy the "Application (client) ID" of the bot\'s app registration.',
  ).optional(),
  BOT_APP_TYPE: z
    .enum(
      ['SingleTenant', 'UserAssignedMSI'],
      'BOT_APP_TYPE is not known: set it to SingleTenant or UserAssignedMSI, written like this; Microsoft takes no new multi-tenant bots.',
    )
    .optional(),
  BOT_TENANT_ID: guid(
    'BOT_TENANT_ID is no GUID: copy the "Directory (tenant) ID" of the bot\'s app registration.',
  ).optional(),
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_CLOUD: z
    .enum(['public', 'usGovernment'], 'BOT_CLOUD is not known: set it to public, or to usGovernment (GCC High, DoD).')
    .optional(),
  BOT_ADMINS: list(
    isGuid,
    'BOT_ADMINS holds something that is no GUID: list the object ids of the first administrators, separated by commas.',
  ).optional(),
  ALLOWED_TENANTS: list(
    isGuid,
    'ALLOWED_TENANTS holds something that is no GUID: list the tenant ids that may use the bot, separated by commas.',
  ).optional(),
  MONGODB_URI: z
    .string()
    .regex(
      /^mongodb(?:\+srv)?:\/\/[^/\s]\S*$/,
      'MONGODB_URI is no MongoDB address: it begins with mongodb:// or mongodb+srv:// and names a host.',
    )
    .optional(),
  DATA_FILE: z.string().optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(logLevels, `LOG_LEVEL is not known: set it to one of ${logLevels.join(', ')}.`))
    .optional(),
  SERVICE_HOSTS: list(
    isServiceHost,
    `SERVICE_HOSTS holds something that cannot be trusted with the bot's token: list exact host names without scheme, port and wildcard, separated by commas, and none below trafficmanager.net but ${publicServiceHost}.`,
  ).optional(),
  REQUEST_EXPIRY_DAYS: wholeNumber(
    1,
    90,
    'REQUEST_EXPIRY_DAYS is out of range: set it to a whole number of days from 1 to 90.',
  ).optional(),
  RATE_LIMITS: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], 'RATE_LIMITS is neither on nor off: set it to one of them.'))
    .optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'PUBLIC_URL is no web address: set it to where browsers reach the bot, such as https://groups.example.com.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\x21-\x7e]{16,512}$/,
      'METRICS_TOKEN is too weak: set it to 16 characters or more, without spaces, that nobody can guess.',
    )
    .optional(),
  METRICS_PORT: wholeNumber(
    0,
    65_535,
    'METRICS_PORT is no port: set it to a whole number from 0 (any free port) to 65535.',
  ).optional(),
  ...directoryKeys.env,
});

type Key = keyof typeof envSchema.shape;
type Values = z.infer<typeof envSchema>;
type Raw = Partial<Record<Key, string>>;

/** Every key that the configuration reads, in the order of .env.example. */
export const configKeys = Object.keys(envSchema.shape) as readonly Key[];

/** Reads the configuration and reports all that is wrong with it at once; never repeats a value, which may be a secret. */
export function readConfig(env: NodeJS.ProcessEnv): ConfigReading {
  const raw = present(env);
  const unresolved = configKeys.filter((key) => isUnresolved(raw[key] ?? ''));
  const parsed = envSchema.safeParse({ ...raw, ...Object.fromEntries(unresolved.map((key) => [key, undefined])) });
  const problems = [
    ...unresolved.map(sentenceOfUnresolved),
    ...new Set(parsed.error?.issues.map((issue) => issue.message) ?? []),
    ...(raw.BOT_APP_ID ? credentialProblems(raw) : localProblems(raw, env.NODE_ENV)),
    ...(parsed.success ? directoryKeys.findProblems(raw, parsed.data) : []),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, config: toConfig(parsed.data) }
    : { ok: false, problems };
}

/** Hosting surfaces often cannot delete a key, so an empty value counts as none. */
function present(env: NodeJS.ProcessEnv): Raw {
  const entries = configKeys.flatMap((key) => {
    const value = env[key];
    if (value === undefined || value.trim() === '') return [];
    return [[key, key === 'BOT_APP_PASSWORD' ? value : value.trim()]];
  });
  return Object.fromEntries(entries) as Raw;
}

/** App Service hands on a reference that it cannot resolve as it stands, and it would be taken for the value. */
function isUnresolved(value: string): boolean {
  return value.startsWith('@Microsoft.KeyVault(');
}

function sentenceOfUnresolved(key: string): string {
  return `${key} holds a Key Vault reference that was not resolved: give the app’s identity the role “Key Vault Secrets User” on the vault; the reason stands in the portal under Environment variables.`;
}

function credentialProblems(raw: Raw): string[] {
  const problems: string[] = [];
  if (!raw.BOT_APP_TYPE)
    problems.push('BOT_APP_TYPE is missing beside BOT_APP_ID: set it to SingleTenant or UserAssignedMSI.');
  if (!raw.BOT_TENANT_ID)
    problems.push("BOT_TENANT_ID is missing beside BOT_APP_ID: set it to the tenant of the bot's app registration.");
  if (raw.BOT_APP_TYPE === 'SingleTenant' && !raw.BOT_APP_PASSWORD)
    problems.push(
      'BOT_APP_PASSWORD is missing: a SingleTenant bot needs its client secret, or set BOT_APP_TYPE to UserAssignedMSI.',
    );
  if (raw.BOT_APP_TYPE === 'UserAssignedMSI' && raw.BOT_APP_PASSWORD)
    problems.push(
      'BOT_APP_PASSWORD is set, but a UserAssignedMSI bot has no password: remove it, or set BOT_APP_TYPE to SingleTenant.',
    );
  return problems;
}

function localProblems(raw: Raw, nodeEnv: string | undefined): string[] {
  const strays = (['BOT_APP_TYPE', 'BOT_TENANT_ID', 'BOT_APP_PASSWORD'] as const).filter((key) => raw[key]);
  const problems = strays.map(
    (key) =>
      `${key} is set, but BOT_APP_ID is missing: set BOT_APP_ID, or remove ${key} to run locally without credentials.`,
  );
  if (raw.HOST && !isLoopback(raw.HOST.toLowerCase()))
    problems.push(
      "HOST is open to the network, but without BOT_APP_ID everybody who reaches it could write to the bot in anybody's name: set BOT_APP_ID, or set HOST to 127.0.0.1.",
    );
  if (nodeEnv?.trim() === 'production')
    problems.push(
      "BOT_APP_ID is missing while NODE_ENV is production: without credentials everybody could write to the bot in anybody's name, so set BOT_APP_ID, or unset NODE_ENV for a local trial.",
    );
  return problems;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function toConfig(values: Values): Config {
  const credentials = toCredentials(values);
  const ownServiceHost = credentials?.cloud === 'usGovernment' ? governmentServiceHost : publicServiceHost;
  return {
    host: values.HOST ?? (credentials ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT ?? 3978,
    ...(credentials ? { credentials } : {}),
    adminIds: values.BOT_ADMINS ?? [],
    allowedTenantIds: values.ALLOWED_TENANTS?.length
      ? values.ALLOWED_TENANTS
      : credentials
        ? [credentials.tenantId]
        : [],
    serviceHosts: [...new Set([ownServiceHost, ...(values.SERVICE_HOSTS ?? [])])],
    ...(values.MONGODB_URI ? { mongodbUri: values.MONGODB_URI } : {}),
    dataFile: values.DATA_FILE ?? '.data/group-concierge.db',
    logLevel: values.LOG_LEVEL ?? 'info',
    requestExpiryMs: (values.REQUEST_EXPIRY_DAYS ?? 14) * dayMs,
    rateLimits: values.RATE_LIMITS ? values.RATE_LIMITS === 'on' : credentials !== undefined,
    ...(values.PUBLIC_URL ? { publicUrl: values.PUBLIC_URL } : {}),
    ...(values.METRICS_TOKEN ? { metricsToken: values.METRICS_TOKEN } : {}),
    ...(values.METRICS_PORT === undefined ? {} : { metricsPort: values.METRICS_PORT }),
    directory: directoryKeys.read(values, credentials?.tenantId ?? values.ALLOWED_TENANTS?.[0]),
  };
}

function toCredentials(values: Values): Credentials | undefined {
  const { BOT_APP_ID: appId, BOT_APP_TYPE: appType, BOT_TENANT_ID: tenantId, BOT_APP_PASSWORD: password } = values;
  if (!appId || !appType || !tenantId) return undefined;
  const { BOT_CLOUD: cloud } = values;
  return {
    appId,
    appType,
    tenantId,
    ...(password ? { password } : {}),
    ...(cloud === 'usGovernment' ? { cloud } : {}),
  };
}
