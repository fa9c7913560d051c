import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { clouds } from './clouds.js';
import type { BotCredentials } from './hardenedAuthentication.js';

/** So long a failure stands for all who ask, in milliseconds: what waits must not ask once for each. */
const failureMs = 5_000;

/** Tokens from the bot's own registration, for the channel unless said otherwise; the SDK keeps each until shortly before its end. */
export function createTokenSource(credentials: BotCredentials, scope?: string): () => Promise<string> {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.appType,
    MicrosoftAppTenantId: credentials.tenantId,
    MicrosoftAppPassword: credentials.password ?? '',
  });
  const { loginPrefix, channelScope } = clouds[credentials.cloud ?? 'public'];
  const login = `${loginPrefix}${credentials.tenantId}`;
  let source: Promise<{ getToken(): Promise<string> }> | undefined;
  let pending: Promise<string> | undefined;
  const fetchToken = async (): Promise<string> => {
    // The SDK's type for credentials names only what it does to a request.
    source ??= factory.createCredentials(credentials.appId, scope ?? channelScope, login, true) as unknown as Promise<{
      getToken(): Promise<string>;
    }>;
    return (await source).getToken();
  };
  // Calls at the same moment share one question: the SDK would ask once for each.
  return () => {
    if (!pending) {
      const asked = fetchToken();
      pending = asked;
      const forget = (): void => void (pending = undefined);
      asked.then(forget, () => setTimeout(forget, failureMs).unref());
    }
    return pending;
  };
}
