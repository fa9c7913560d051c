import { isIP } from 'node:net';
import { z } from 'zod';
import { directoryKeys } from '../directory/directoryConfig.js';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** pino's levels. */
export type LogLevel = (typeof logLevels)[number];

/** Of Microsoft's public cloud. */
export const publicServiceHost = 'smba.trafficmanager.net';
/** Of GCC High and DoD. */
export const governmentServiceHost = 'smba.infra.gov.teams.microsoft.us';
const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hostNamePattern =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

const guid = (problem: string) => z.string().toLowerCase().regex(guidPattern, problem);
const wholeNumber = (min: number, max: number, problem: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, problem)
    .transform(Number)
    .refine((value) => value >= min && value <= max, problem);
const list = (item: (text: string) => boolean, problem: string) =>
  z
    .string()
    .toLowerCase()
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    ])
    .refine((items) => items.every(item), problem);

const isGuid = (text: string) => guidPattern.test(text);
// Any Azure customer can own another name below trafficmanager.net and would then be given the bot's token.
const isServiceHost = (text: string) =>
  hostNamePattern.test(text) &&
  text.includes('.') &&
  isIP(text) === 0 &&
  (text === publicServiceHost || !text.endsWith('.trafficmanager.net'));

/** What each key may hold, and what to do where it holds something else. */
export const envSchema = z.object({
  PORT: wholeNumber(0, 65_535, 'PORT is no port: set it to a whole number from 0 (any free port) to 65535.').optional(),
  HOST: z
    .string()
    .toLowerCase()
    .refine(
      (text) => isIP(text) !== 0 || hostNamePattern.test(text),
      'HOST is no address: set it to an address of this machine such as 127.0.0.1, without scheme and port.',
    )
    .optional(),
  BOT_APP_ID: guid(
    'BOT_APP_ID is no GUID: copy the "Application (client) ID" of the bot\'s app registration.',
  ).optional(),
  BOT_APP_TYPE: z
    .enum(
      ['SingleTenant', 'UserAssignedMSI'],
      'BOT_APP_TYPE is not known: set it to SingleTenant or UserAssignedMSI, written like this; Microsoft takes no new multi-tenant bots.',
    )
    .optional(),
  BOT_TENANT_ID: guid(
    'BOT_TENANT_ID is no GUID: copy the "Directory (tenant) ID" of the bot\'s app registration.',
  ).optional(),
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_CLOUD: z
    .enum(['public', 'usGovernment'], 'BOT_CLOUD is not known: set it to public, or to usGovernment (GCC High, DoD).')
    .optional(),
  BOT_ADMINS: list(
    isGuid,
    'BOT_ADMINS holds something that is no GUID: list the object ids of the first administrators, separated by commas.',
  ).optional(),
  ALLOWED_TENANTS: list(
    isGuid,
    'ALLOWED_TENANTS holds something that is no GUID: list the tenant ids that may use the bot, separated by commas.',
  ).optional(),
  MONGODB_URI: z
    .string()
    .regex(
      /^mongodb(?:\+srv)?:\/\/[^/\s]\S*$/,
      'MONGODB_URI is no MongoDB address: it begins with mongodb:// or mongodb+srv:// and names a host.',
    )
    .optional(),
  DATA_FILE: z.string().optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(logLevels, `LOG_LEVEL is not known: set it to one of ${logLevels.join(', ')}.`))
    .optional(),
  SERVICE_HOSTS: list(
    isServiceHost,
    `SERVICE_HOSTS holds something that cannot be trusted with the bot's token: list exact host names without scheme, port and wildcard, separated by commas, and none below trafficmanager.net but ${publicServiceHost}.`,
  ).optional(),
  REQUEST_EXPIRY_DAYS: wholeNumber(
    1,
    90,
    'REQUEST_EXPIRY_DAYS is out of range: set it to a whole number of days from 1 to 90.',
  ).optional(),
  RATE_LIMITS: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], 'RATE_LIMITS is neither on nor off: set it to one of them.'))
    .optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'PUBLIC_URL is no web address: set it to where browsers reach the bot, such as https://groups.example.com.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\x21-\x7e]{16,512}$/,
      'METRICS_TOKEN is too weak: set it to 16 characters or more, without spaces, that nobody can guess.',
    )
    .optional(),
  METRICS_PORT: wholeNumber(
    0,
    65_535,
    'METRICS_PORT is no port: set it to a whole number from 0 (any free port) to 65535.',
  ).optional(),
  ...directoryKeys.env,
});

/** A key that the configuration reads. */
export type Key = keyof typeof envSchema.shape;
/** What the keys hold, checked one by one. */
export type Values = z.infer<typeof envSchema>;
/** What the keys hold, as it was written. */
export type Raw = Partial<Record<Key, string>>;

/** Every key that the configuration reads, in the order of .env.example. */
export const configKeys = Object.keys(envSchema.shape) as readonly Key[];
