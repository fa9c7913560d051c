import { z } from 'zod';

/** Where memberships take effect, and how much the bot may do there. */
export type DirectoryConfig =
  | { readonly kind: 'ledger' }
  | {
      readonly kind: 'graph';
      /** The origin before `/v1.0`, without a slash at the end. */
      readonly baseUrl: string;
      /** The one organisation whose directory this is. */
      readonly tenantId: string;
      /** Whether anything is written, or only said what would be. */
      readonly writes: boolean;
      /** The pause between two rounds of reading, in milliseconds. */
      readonly pollMs: number;
    };

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
/** Microsoft Graph in each cloud of the bot's registration; nobody else is given its token. */
const hostsOfCloud = {
  public: ['graph.microsoft.com'],
  usGovernment: ['graph.microsoft.us', 'dod-graph.microsoft.us'],
} as const;
const defaultBaseUrl = `https://${hostsOfCloud.public[0]}`;

const pollProblem =
  'DIRECTORY_POLL_SECONDS is out of range: set it to a whole number of seconds from 30 to 86400 (a day).';

const env = {
  DIRECTORY: z
    .enum(
      ['ledger', 'graph'],
      'DIRECTORY is not known: set it to ledger (the bot’s own records) or graph (Microsoft Entra).',
    )
    .optional(),
  GRAPH_URL: z
    .url({
      protocol: /^https?$/,
      error: `GRAPH_URL is no web address: set it to the origin before /v1.0, such as ${defaultBaseUrl}.`,
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DIRECTORY_WRITES: z
    .enum(['on', 'off'], 'DIRECTORY_WRITES is not known: set it to on, or to off to see only what would be written.')
    .optional(),
  DIRECTORY_POLL_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, pollProblem)
    .transform(Number)
    .refine((seconds) => seconds >= 30 && seconds <= 86_400, pollProblem)
    .optional(),
};

/** The values of these keys as they were given, and of others that decide about them. */
type Raw = { readonly [K in keyof typeof env | 'BOT_APP_ID']?: string };

interface Values {
  readonly BOT_TENANT_ID?: string | undefined;
  readonly BOT_CLOUD?: 'public' | 'usGovernment' | undefined;
  readonly ALLOWED_TENANTS?: readonly string[] | undefined;
  readonly DIRECTORY?: 'ledger' | 'graph' | undefined;
  readonly GRAPH_URL?: string | undefined;
  readonly DIRECTORY_WRITES?: 'on' | 'off' | undefined;
  readonly DIRECTORY_POLL_SECONDS?: number | undefined;
}

/** What is wrong with the keys taken together, each with its fix. */
function findProblems(
  raw: Raw,
  { BOT_TENANT_ID, BOT_CLOUD = 'public', ALLOWED_TENANTS: allowedTenantIds = [] }: Values,
): string[] {
  const ownTenantId = raw.BOT_APP_ID ? BOT_TENANT_ID : undefined;
  const url = raw.GRAPH_URL === undefined ? undefined : parseUrl(raw.GRAPH_URL);
  if (raw.DIRECTORY !== 'graph')
    return raw.GRAPH_URL === undefined
      ? []
      : ['GRAPH_URL is set, but DIRECTORY is not graph: set DIRECTORY=graph, or remove GRAPH_URL.'];
  const problems: string[] = [];
  if (ownTenantId === undefined) {
    if (!url || !loopbackHosts.includes(url.hostname))
      problems.push(
        'GRAPH_URL must be an address of this machine without BOT_APP_ID: set BOT_APP_ID for Microsoft Graph itself.',
      );
    if (allowedTenantIds.length !== 1)
      problems.push('ALLOWED_TENANTS must name exactly one organisation with DIRECTORY=graph and without BOT_APP_ID.');
    return problems;
  }
  const hosts: readonly string[] = hostsOfCloud[BOT_CLOUD];
  if (url && (url.protocol !== 'https:' || !hosts.includes(url.host)))
    problems.push(
      `GRAPH_URL is no host of Microsoft Graph in the cloud of the registration, and would be given the bot’s token: set it to https:// and one of ${hosts.join(', ')}.`,
    );
  if (allowedTenantIds.some((id) => id !== ownTenantId))
    problems.push(
      'ALLOWED_TENANTS names other organisations than BOT_TENANT_ID, whose directory this registration cannot reach: with DIRECTORY=graph leave it out, or name BOT_TENANT_ID alone.',
    );
  return problems;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** The configuration of the directory, from keys without problems. */
function read(values: Values, tenantId: string | undefined): DirectoryConfig {
  if (values.DIRECTORY !== 'graph' || tenantId === undefined) return { kind: 'ledger' };
  const { BOT_CLOUD = 'public', DIRECTORY_WRITES: writes = 'on', DIRECTORY_POLL_SECONDS: seconds = 300 } = values;
  const { GRAPH_URL: baseUrl = `https://${hostsOfCloud[BOT_CLOUD][0]}` } = values;
  return { kind: 'graph', baseUrl, tenantId, writes: writes === 'on', pollMs: seconds * 1_000 };
}

/** The keys of the configuration that concern the directory. */
export const directoryKeys = { env, findProblems, read };
