import { clouds } from '../../bot/clouds.js';
import type { Config, Credentials } from '../../config.js';
import { failed, fine, skipped, warned, type Check } from './check.js';
import { describeSilence, type Web, type WebAnswer } from './web.js';

/** Where tokens come from and what for. */
export interface IdentityPlaces {
  readonly login: string;
  readonly channelScope: string;
  readonly graph: string;
  /** Where the keys are that Teams signs with. */
  readonly openId: string;
}

/** The places of a registration’s cloud, the same that the bot itself uses. */
export function placesOf({ credentials, directory }: Pick<Config, 'credentials' | 'directory'>): IdentityPlaces {
  const cloud = credentials?.cloud ?? 'public';
  const { loginPrefix, channelScope, keysMetadataUrl } = clouds[cloud];
  const graphOfCloud = cloud === 'usGovernment' ? 'https://graph.microsoft.us' : 'https://graph.microsoft.com';
  return {
    login: loginPrefix.replace(/\/$/, ''),
    channelScope,
    graph: directory.kind === 'graph' ? directory.baseUrl : graphOfCloud,
    openId: keysMetadataUrl,
  };
}

/** What the checks of identity need. */
export interface IdentityDeps {
  readonly web: Web;
  readonly env: NodeJS.ProcessEnv;
  readonly places: IdentityPlaces;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** A token, what stands in it (not trusted, for reading alone), or the check that says why there is none. */
export type TokenReading =
  { readonly token: string; readonly claims: Readonly<Record<string, unknown>> } | { readonly check: Check };

const dayMs = 86_400_000;

/** The permissions that a token carries. */
export function rolesIn({ claims }: Extract<TokenReading, { readonly token: string }>): ReadonlySet<string> {
  const { roles } = claims;
  return new Set(Array.isArray(roles) ? roles.map(String) : []);
}

/** Asks for a token as the bot does; `id` names the check of a failure. */
export async function fetchToken(
  credentials: Credentials,
  audience: string,
  id: string,
  deps: IdentityDeps,
): Promise<TokenReading> {
  const request = requestOf(credentials, audience, deps);
  if (!request)
    return {
      check: skipped(
        id,
        'The managed identity can be asked only where it lives.',
        'This machine has no identity endpoint (IDENTITY_ENDPOINT).',
        'Run the doctor on the App Service: az webapp ssh, then node dist/src/operations/doctor.js.',
      ),
    };
  const answer = await deps.web(request.url, request.init);
  if ('silence' in answer)
    return {
      check: failed(
        id,
        `${new URL(request.url).host} ${describeSilence(answer)}.`,
        'Without a token the bot can answer nobody.',
        'Let this machine call it (firewall, proxy, DNS).',
      ),
    };
  const token = (answer.body as { access_token?: unknown } | undefined)?.access_token;
  if (answer.status === 200 && typeof token === 'string') return { token, claims: claimsOf(token) };
  return { check: refusalOf(answer, credentials, id) };
}

function requestOf(
  { appId, appType, tenantId, password }: Credentials,
  audience: string,
  { env, places }: IdentityDeps,
): { url: string; init: RequestInit } | undefined {
  if (appType === 'SingleTenant') {
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password ?? '' };
    const body = new URLSearchParams({ ...form, scope: `${audience}/.default` });
    return { url: `${places.login}/${tenantId}/oauth2/v2.0/token`, init: { method: 'POST', body } };
  }
  const endpoint = env['IDENTITY_ENDPOINT'];
  if (!endpoint || !URL.canParse(endpoint)) return undefined;
  const query = new URLSearchParams({ resource: audience, client_id: appId, 'api-version': '2019-08-01' });
  return {
    url: `${endpoint}?${query.toString()}`,
    init: { headers: { 'x-identity-header': env['IDENTITY_HEADER'] ?? '' } },
  };
}

/** What Entra refuses, by its own numbers; its sentences are not repeated, for they may hold ids of others. */
const refusals: Readonly<Record<number, readonly [what: string, fix: string]>> = {
  7000215: [
    'The client secret is wrong.',
    'Put the secret’s value (not its id) into BOT_APP_PASSWORD; az ad app credential reset makes a new one.',
  ],
  7000222: [
    'The client secret has ended.',
    'Make a new one (az ad app credential reset --append) and put its value into BOT_APP_PASSWORD.',
  ],
  700016: ['BOT_APP_ID is not known in BOT_TENANT_ID.', 'Compare both with the overview of the app registration.'],
  7000229: ['The app has no service principal in this tenant.', 'az ad sp create --id with the id of the app.'],
  90002: ['BOT_TENANT_ID is no tenant.', 'Copy the “Directory (tenant) ID” of the app registration.'],
  7000112: [
    'The app is switched off.',
    'Entra admin centre → Enterprise applications → the app → Properties → Enabled for users to sign in.',
  ],
};

function refusalOf({ status, body }: WebAnswer, { appType }: Credentials, id: string): Check {
  const codes = (body as { error_codes?: unknown } | undefined)?.error_codes;
  const code = Array.isArray(codes) ? codes.find((entry): entry is number => typeof entry === 'number') : undefined;
  const why = 'Without a token the bot can answer nobody.';
  const [what, fix] = (code === undefined ? undefined : refusals[code]) ?? [
    `No token was given (HTTP ${status}${code === undefined ? '' : `, AADSTS${code}`}).`,
    appType === 'SingleTenant'
      ? 'Look the number up at https://login.microsoftonline.com/error.'
      : 'Is the identity BOT_APP_ID assigned to this App Service (az webapp identity show)?',
  ];
  return failed(id, what, why, fix);
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What was found of the identity, and its token for Microsoft Graph. */
export interface IdentityFindings {
  readonly checks: readonly Check[];
  readonly graph: TokenReading;
}

/** The token for Teams, the tenant that it is for, the one for Microsoft Graph, and how long the secret lives. */
export async function checkIdentity(credentials: Credentials, deps: IdentityDeps): Promise<IdentityFindings> {
  const channel = await fetchToken(credentials, deps.places.channelScope, 'identity.token', deps);
  if ('check' in channel) return { checks: [channel.check], graph: channel };
  const checks = [
    fine('identity.token', 'Entra gives the bot a token for Teams.'),
    checkTenant(credentials, channel.claims),
  ];
  const graph = await fetchToken(credentials, deps.places.graph, 'graph.token', deps);
  if ('check' in graph) return { checks: [...checks, { ...graph.check, status: 'skipped' }], graph };
  if (credentials.appType === 'SingleTenant') checks.push(await checkSecretEnd(credentials, graph.token, deps));
  return { checks, graph };
}

function checkTenant({ tenantId }: Credentials, claims: Readonly<Record<string, unknown>>): Check {
  const actual = claims['tid'];
  if (typeof actual !== 'string')
    return skipped('identity.tenant', 'The token does not say its tenant.', 'It is of a form that is not known here.');
  if (actual.toLowerCase() === tenantId) return fine('identity.tenant', 'The identity is of BOT_TENANT_ID.');
  return failed(
    'identity.tenant',
    'BOT_TENANT_ID is not the tenant of the bot’s identity.',
    'Activities of your organisation would be refused.',
    `Set BOT_TENANT_ID to ${actual}.`,
  );
}

interface PasswordCredential {
  readonly hint?: string | null;
  readonly endDateTime?: string;
}

async function checkSecretEnd(
  { appId, password = '' }: Credentials,
  token: string,
  { web, places, now }: IdentityDeps,
): Promise<Check> {
  const id = 'identity.secretEnd';
  const url = `${places.graph}/v1.0/applications(appId='${appId}')?$select=passwordCredentials`;
  const answer = await web(url, { headers: { authorization: `Bearer ${token}` } });
  const known =
    'silence' in answer
      ? undefined
      : (answer.body as { passwordCredentials?: PasswordCredential[] } | undefined)?.passwordCredentials;
  // Graph tells the first three letters of each secret, by which ours is found.
  const ours = known?.filter(({ hint }) => !hint || password.startsWith(hint));
  const ends = (ours ?? []).map(({ endDateTime }) => Date.parse(endDateTime ?? '')).filter((end) => !Number.isNaN(end));
  if (ends.length === 0)
    return skipped(
      id,
      'When the client secret ends is not known here.',
      'Reading it needs Application.Read.All, which the bot does not need otherwise.',
      'Look under App registrations → Certificates & secrets, and put the date into a calendar; a managed identity has no secret.',
    );
  const days = Math.floor((Math.max(...ends) - now()) / dayMs);
  if (days > 30) return fine(id, `The client secret is good for ${days} more days.`);
  return warned(
    id,
    days < 0 ? 'The client secret has ended.' : `The client secret ends in ${days} days.`,
    'From then on the bot can answer nobody.',
    'Make a second one now, deploy it, then remove the old one: deploymentTemplates/README.md, “A new client secret”.',
  );
}
