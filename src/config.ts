import {
  configKeys,
  envSchema,
  governmentServiceHost,
  publicServiceHost,
  type LogLevel,
  type Values,
} from './config/env.js';
import {
  credentialProblems,
  defaultPort,
  findUnresolved,
  localProblems,
  portProblems,
  present,
  sentenceOfUnresolved,
} from './config/problems.js';
import { directoryKeys, type DirectoryConfig } from './directory/directoryConfig.js';

export { configKeys, type LogLevel };

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

const dayMs = 86_400_000;

/** Reads the configuration and reports all that is wrong with it at once; never repeats a value, which may be a secret. */
export function readConfig(env: NodeJS.ProcessEnv): ConfigReading {
  const raw = present(env);
  const unresolved = findUnresolved(raw);
  const parsed = envSchema.safeParse({ ...raw, ...Object.fromEntries(unresolved.map((key) => [key, undefined])) });
  const problems = [
    ...unresolved.map(sentenceOfUnresolved),
    ...new Set(parsed.error?.issues.map((issue) => issue.message) ?? []),
    ...(raw.BOT_APP_ID ? credentialProblems(raw) : localProblems(raw, env.NODE_ENV)),
    ...portProblems(raw),
    ...(parsed.success ? directoryKeys.findProblems(raw, parsed.data) : []),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, config: toConfig(parsed.data) }
    : { ok: false, problems };
}

function toConfig(values: Values): Config {
  const credentials = toCredentials(values);
  const ownServiceHost = credentials?.cloud === 'usGovernment' ? governmentServiceHost : publicServiceHost;
  return {
    host: values.HOST ?? (credentials ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT ?? defaultPort,
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
