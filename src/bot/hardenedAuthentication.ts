import {
  AuthenticationConstants,
  ClaimsIdentity,
  AuthenticationError,
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { ConfigurationBotFrameworkAuthentication, StatusCodes } from 'botbuilder';
import { clouds, type CloudName } from './clouds.js';
import type { VerifiedClaims } from './gate/admission.js';
import { given } from '../domain/given.js';

/** The registration of the bot in Entra. */
export interface BotCredentials {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  readonly password?: string;
  /** The public one unless said otherwise. */
  readonly cloud?: CloudName;
}

/**
 * What the SDK is left to do: to make its connectors and contexts for somebody whom our gate let in. It checks no token
 * itself, because 4.23 works on one, and keeps parts of it for good, before it looks at the signature. It wants a client
 * of its own for every context: one per service is made, and nothing is sent through it (`connector.ts` says why).
 */
export class HardenedAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #channelScope: string;
  readonly #clients = new Map<string, ConnectorClient>();
  #userTokenClient: UserTokenClient | undefined;

  /** `overrides` are the SDK's endpoint settings, for tests with a token service of their own. */
  constructor(credentials: BotCredentials | undefined, overrides: Record<string, string> = {}) {
    super();
    this.#channelScope = overrides['ToChannelFromBotOAuthScope'] ?? clouds[credentials?.cloud ?? 'public'].channelScope;
    this.#inner = new ConfigurationBotFrameworkAuthentication(
      credentials ? { ...settingsOf(credentials), ...overrides } : {},
    );
  }

  /** What the SDK needs of somebody who came through the gate; no claims mean local use, where nobody has any. */
  vouchFor(claims: VerifiedClaims | undefined): AuthenticateRequestResult {
    const claimsIdentity = claims
      ? new ClaimsIdentity(
          [
            { type: AuthenticationConstants.IssuerClaim, value: claims.issuer },
            { type: AuthenticationConstants.AudienceClaim, value: claims.audience },
            { type: AuthenticationConstants.ServiceUrlClaim, value: claims.serviceUrl },
          ],
          true,
        )
      : new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    return {
      claimsIdentity,
      audience: this.#channelScope,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new AuthenticationError('tokens are checked at the gate', StatusCodes.UNAUTHORIZED));
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new AuthenticationError('streaming is not used', StatusCodes.UNAUTHORIZED));
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#wrap(this.#inner.createConnectorFactory(identity));
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    // Nobody signs in through this bot: one client serves the SDK's wish for one in every turn.
    this.#userTokenClient ??= await this.#inner.createUserTokenClient(identity);
    return this.#userTokenClient;
  }

  #wrap(factory: ConnectorFactory): ConnectorFactory {
    const create = async (serviceUrl: string, audience: string): Promise<ConnectorClient> => {
      const known = this.#clients.get(`${serviceUrl} ${audience}`);
      if (known) return known;
      const client = await factory.create(serviceUrl, audience);
      // The number of services is small; a flood of invented ones was refused before this point.
      if (this.#clients.size < 100) this.#clients.set(`${serviceUrl} ${audience}`, client);
      return client;
    };
    return { create };
  }
}

function settingsOf({ appId, appType, tenantId, password, cloud }: BotCredentials): Record<string, string> {
  const { sdkChannelService } = clouds[cloud ?? 'public'];
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: password ?? '',
    ...given({ ChannelService: sdkChannelService }),
  };
}
