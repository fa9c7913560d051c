import { createConnector, type Connector } from './connector.js';
import type { EnvelopeRule } from './envelope.js';
import { createMessenger } from './messenger.js';
import { reportTokens } from './reportTokens.js';
import { timedConnector } from './timedConnector.js';
import { createTokenSource } from './tokenSource.js';
import type { Messenger } from '../commands/ports.js';
import type { Config } from '../config.js';
import { given } from '../domain/given.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';

/** How long one call to the channel may take, in milliseconds. */
const connectorTimeoutMs = 10_000;

/** The way out to the channel: whom the bot may call, and with what. */
export interface Channel {
  readonly rule: EnvelopeRule;
  readonly connector: Connector;
  /** Writes to people outside of a turn. */
  readonly messenger: Messenger;
}

/** Opens the way out; without credentials the local client is called, which asks for no token. */
export function openChannel(
  config: Config,
  { log, metrics, tracing }: { readonly log: Log; readonly metrics: Metrics; readonly tracing: Tracing },
  timeoutMs = connectorTimeoutMs,
): Channel {
  const { credentials, serviceHosts, allowedTenantIds } = config;
  const rule = { isLocal: credentials === undefined, serviceHosts, allowedTenantIds };
  const getToken = credentials && createTokenSource(credentials);
  const bare = reportTokens(createConnector({ rule, timeoutMs, ...given({ getToken }) }), log);
  const connector = timedConnector(bare, (method) => {
    const end = tracing.call('channel', { 'http.request.method': method });
    return (result, seconds) => {
      metrics.recordConnector(method, result, seconds);
      end(result === '2xx' ? undefined : result);
    };
  });
  return { rule, connector, messenger: createMessenger(connector, (result) => metrics.recordSend(result)) };
}
