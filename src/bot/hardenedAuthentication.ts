import type { Pipeline } from '@azure/core-rest-pipeline';
import {
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { ConfigurationBotFrameworkAuthentication, StatusCodes, type Activity } from 'botbuilder';

/** The registration of the bot in Entra. */
export interface BotCredentials {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  readonly password?: string;
}

/** The only issuer of Teams' tokens. The SDK would take a token of any Entra tenant, too (`platform.md`, 5.2). */
const teamsIssuer = 'https://api.botframework.com';
/** Longest token that is looked at, in characters; real ones have less than half of it. */
const longestToken = 8192;

/**
 * The SDK's authentication with what it lets through shut: tokens of other issuers, and the memory that each forged one
 * takes. A connector is made once per service, and repeats nothing behind our back.
 */
export class HardenedAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #appId: string | undefined;
  readonly #clients = new Map<string, ConnectorClient>();
  #userTokenClient: UserTokenClient | undefined;

  /** `overrides` are the SDK's endpoint settings, for tests with a token service of their own. */
  constructor(
    credentials: BotCredentials | undefined,
    readonly timeoutMs: number,
    overrides: Record<string, string> = {},
  ) {
    super();
    this.#appId = credentials?.appId;
    const settings = credentials
      ? {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.appType,
          MicrosoftAppTenantId: credentials.tenantId,
          MicrosoftAppPassword: credentials.password ?? '',
          ...overrides,
        }
      : {};
    this.#inner = new ConfigurationBotFrameworkAuthentication(settings, undefined, {
      requiredEndorsements: [],
      validateClaims: (claims) => this.#validateClaims(claims),
    });
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (this.#appId !== undefined) refuseForeignToken(authHeader);
    const result = await this.#inner.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: this.#wrap(result.connectorFactory) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#wrap(this.#inner.createConnectorFactory(identity));
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    // Nobody signs in through this bot: one client serves the SDK's wish for one in every turn.
    this.#userTokenClient ??= await this.#inner.createUserTokenClient(identity);
    return this.#userTokenClient;
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new AuthenticationError('streaming is not used', StatusCodes.UNAUTHORIZED));
  }

  async #validateClaims(claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
    const value = (type: string): string | undefined => claims.find((claim) => claim.type === type)?.value;
    if (
      value(AuthenticationConstants.IssuerClaim) !== teamsIssuer ||
      value(AuthenticationConstants.AudienceClaim) !== this.#appId
    )
      throw new AuthenticationError('not a token of Teams for this bot', StatusCodes.UNAUTHORIZED);
  }

  #wrap(factory: ConnectorFactory | undefined): ConnectorFactory {
    const create = async (serviceUrl: string, audience: string): Promise<ConnectorClient> => {
      const known = this.#clients.get(`${serviceUrl} ${audience}`);
      if (known) return known;
      if (!factory) throw new Error('the SDK made no connector factory');
      const client = await factory.create(serviceUrl, audience);
      // Private in the types of 4.23, but the only way to the policies.
      const { pipeline } = (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'timeout',
        sendRequest: (request, next) => next(Object.assign(request, { timeout: this.timeoutMs })),
      });
      // The number of services is small; a flood of invented ones was refused before this point.
      if (this.#clients.size < 100) this.#clients.set(`${serviceUrl} ${audience}`, client);
      return client;
    };
    return { create };
  }
}

/** A look at the token without trusting it: the SDK keeps something of each tenant that a forged token names, for good. */
function refuseForeignToken(authHeader: string): void {
  const [scheme, token = ''] = authHeader.split(' ');
  const issuer = scheme === 'Bearer' && token.length <= longestToken ? readIssuer(token) : undefined;
  if (issuer !== teamsIssuer) throw new AuthenticationError('not a token of Teams', StatusCodes.UNAUTHORIZED);
}

function readIssuer(token: string): unknown {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof payload === 'object' && payload !== null ? (payload as { iss?: unknown }).iss : undefined;
  } catch {
    return undefined;
  }
}
