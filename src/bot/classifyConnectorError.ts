import type { SendResult } from '../commands/ports.js';
import { ConnectorError, NoTokenError } from './connector.js';

type Failure = Extract<SendResult, { ok: false }>;

/** Codes that say that this person, or this installation, does not take messages now (`platform.md`, 3.1). */
const unreachableCodes = new Set([
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
]);

/** So long to wait before the bot tries again to prove who it is, in milliseconds: somebody has to mend something. */
const tokenDelayMs = 30_000;

/** Whether the bot could not prove who it is: it has no token, or none that the channel takes. */
export function isTokenTrouble(error: unknown): boolean {
  return error instanceof NoTokenError || (error instanceof ConnectorError && error.status === 401);
}

/** Sorts an answer of the channel by what there is to do about it. `method` matters where nobody knows whether it arrived. */
export function classifyConnectorError(error: unknown, method: 'POST' | 'PUT'): Failure {
  if (isTokenTrouble(error))
    return { ok: false, failure: 'noToken', retryAfterMs: tokenDelayMs, detail: `no token · ${messageOf(error)}` };
  if (!(error instanceof ConnectorError)) return { ok: false, failure: 'rejected', detail: messageOf(error) };
  const { status } = error;
  const code = readCode(error.body);
  const detail = [status ?? 'no answer', code, error.message].filter((part) => part !== '').join(' · ');
  const retryAfterMs = readRetryAfterMs(error.retryAfter);
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  // An edit may be repeated whatever happened to the first; a message that may have arrived may not.
  const unclear = method === 'PUT' ? 'transient' : 'ambiguous';
  if (status === undefined) return { ok: false, failure: isNeverSent(error.message) ? 'transient' : unclear, detail };
  if (status === 403)
    return { ok: false, failure: code === '' || unreachableCodes.has(code) ? 'unreachable' : 'rejected', detail };
  if (status === 404)
    return {
      ok: false,
      failure: code === 'ActivityNotFoundInConversation' ? 'messageGone' : 'conversationGone',
      detail,
    };
  if (status === 429) return { ok: false, failure: 'throttled', ...later, detail };
  if (status === 412) return { ok: false, failure: 'transient', ...later, detail };
  if (status === 502 || status === 503 || status === 504) return { ok: false, failure: unclear, ...later, detail };
  if (status === 500) return { ok: false, failure: method === 'PUT' ? 'transient' : 'rejected', detail };
  return { ok: false, failure: 'rejected', detail };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The connection was refused or the name is unknown: nothing was sent, so nothing can be doubled. */
function isNeverSent(message: string): boolean {
  return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(message);
}

/** Finds the code in the bodies that the service is known to send; a blocked chat hides its own in a JSON text. */
function readCode(body: string): string {
  const parsed = parse(body);
  const error = field(parsed, 'error') ?? parsed;
  const code = field(error, 'code');
  if (typeof code === 'string') return code;
  const message = field(error, 'message');
  const inner = typeof message === 'string' ? field(parse(message), 'subCode') : undefined;
  return typeof inner === 'string' ? inner : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** `Retry-After` in seconds or as a date; nothing where it is neither. */
function readRetryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
