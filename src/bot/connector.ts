import { createJsonCaller, type CallJson } from './callJson.js';
import { isAllowedServiceUrl } from './serviceUrls.js';
import { given } from '../domain/given.js';

/** A plain "no" of the channel's service, or silence; sorted by `classifyConnectorError`. */
export class ConnectorError extends Error {
  constructor(
    message: string,
    /** HTTP status; absent when no answer came. */
    readonly status: number | undefined,
    readonly body: string,
    readonly retryAfter: string | undefined,
  ) {
    super(message);
    this.name = 'ConnectorError';
  }
}

/** There is no token for the channel, so nothing was sent. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/** Calls of the channel's REST interface (Bot Framework connector, v3). */
export interface Connector {
  /** Posts and gives back the id of what was made. Throws `ConnectorError`, or `NoTokenError`. */
  post(serviceUrl: string, path: string, body: object): Promise<string>;
  put(serviceUrl: string, path: string, body: object): Promise<string>;
  /** Reads something: what was answered, as JSON; nothing where it was none. */
  get(serviceUrl: string, path: string): Promise<unknown>;
}

/** What the connector needs. */
export interface ConnectorDeps {
  /** A bearer token for the channel; absent where the channel asks for none (the local client). */
  readonly getToken?: () => Promise<string>;
  /** Which services may be called, and given the token; asked before every call. */
  readonly rule: { readonly isLocal: boolean; readonly serviceHosts: readonly string[] };
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Makes the connector. It stands beside the SDK's own client, because that one repeats a POST up to four times when the
 * answer is 5xx (a person then reads the same message twice), has no timeout, and opens a connection for each call.
 */
export function createConnector(deps: ConnectorDeps): Connector {
  const callJson = createJsonCaller(deps.timeoutMs);
  return {
    post: async (serviceUrl, path, body) => readId(await call(callJson, deps, 'POST', serviceUrl, path, body)),
    put: async (serviceUrl, path, body) => readId(await call(callJson, deps, 'PUT', serviceUrl, path, body)),
    get: async (serviceUrl, path) => readJson(await call(callJson, deps, 'GET', serviceUrl, path)),
  };
}

async function call(
  callJson: CallJson,
  deps: ConnectorDeps,
  method: 'GET' | 'POST' | 'PUT',
  serviceUrl: string,
  path: string,
  body?: object,
): Promise<string> {
  if (!isAllowedServiceUrl(serviceUrl, { isLocal: deps.rule.isLocal, hosts: deps.rule.serviceHosts }))
    throw new ConnectorError(`the service ${serviceUrl} is not one that this bot may call`, 403, '', undefined);
  const token = await deps.getToken?.().catch((error: unknown) => {
    throw new NoTokenError(`no token was given (${reasonOf(error)})`);
  });
  const answer = await callJson({
    method,
    url: `${serviceUrl.replace(/\/+$/, '')}${path}`,
    token,
    ...given({ body }),
  }).catch((error: unknown) => {
    throw new ConnectorError(error instanceof Error ? error.message : String(error), undefined, '', undefined);
  });
  if (answer.status < 200 || answer.status >= 300)
    throw new ConnectorError(
      `${method} ${path.replace(/[^/]*$/, '…')} was answered with ${answer.status}`,
      answer.status,
      answer.text,
      answer.retryAfter,
    );
  return answer.text;
}

/** Entra's own number for it, or a kind: the message may hold what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return /AADSTS\d+|E[A-Z]{4,}/.exec(error.message)?.[0] ?? error.name;
}

function readId(text: string): string {
  // Some services answer with an empty body; what was sent was sent.
  const parsed = readJson(text);
  return typeof parsed === 'object' && parsed !== null && 'id' in parsed && typeof parsed.id === 'string'
    ? parsed.id
    : '';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
