import { pino } from 'pino';
import type { LogLevel } from './config.js';

/** Where everything operators may need is written; the correlation id of a turn comes as a child's binding. */
export type Log = pino.Logger;

const secretNames = [
  'authorization',
  'Authorization',
  'password',
  'secret',
  'clientSecret',
  'token',
  'accessToken',
  'access_token',
  'connectionString',
  'BOT_APP_PASSWORD',
  'METRICS_TOKEN',
  'metricsToken',
  'MONGODB_URI',
  'mongodbUri',
  'cookie',
];

/** Redaction is by place, so each name is looked for at three depths; deeper objects have no business in a log. */
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** One JSON line per event, to stdout unless told otherwise; secrets are left out by name and, in errors, by form. */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[secret]' },
    serializers: { err: toLoggedError, error: toLoggedError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The text without the credentials of any MongoDB address in it. */
export function redactUri(uri: string): string {
  return uri
    .replace(/(mongodb(?:\+srv)?:\/\/)\S*@/gi, '$1[secret]@')
    .replace(/([?&](?:authMechanismProperties|tlsCertificateKeyFilePassword|proxyPassword)=)[^&\s]*/gi, '$1[secret]');
}

const maxCauses = 5;

/** Only named fields of an error are kept: those of HTTP clients carry the whole request, its token included. */
function toLoggedError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redactText(error) : error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(error.cause !== undefined && depth < maxCauses ? { cause: toLoggedError(error.cause, depth + 1) } : {}),
  };
}

function redactText(text: string): string {
  return redactUri(text)
    .replace(/\b(Bearer\s+)[\w.~+/=-]+/gi, '$1[secret]')
    .replace(/\b((?:client_secret|client_assertion|password)=)[^&\s]+/gi, '$1[secret]');
}
