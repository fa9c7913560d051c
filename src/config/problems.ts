import { isIPv4 } from 'node:net';
import { configKeys, type Key, type Raw } from './env.js';

/** The port where PORT says nothing. */
export const defaultPort = 3978;

/** Hosting surfaces often cannot delete a key, so an empty value counts as none. */
export function present(env: NodeJS.ProcessEnv): Raw {
  const entries = configKeys.flatMap((key) => {
    const value = env[key];
    if (value === undefined || value.trim() === '') return [];
    return [[key, key === 'BOT_APP_PASSWORD' ? value : value.trim()]];
  });
  return Object.fromEntries(entries) as Raw;
}

/** The keys that hold a reference: App Service hands one on that it cannot resolve, and it would be taken for the value. */
export function findUnresolved(raw: Raw): readonly Key[] {
  return configKeys.filter((key) => raw[key]?.startsWith('@Microsoft.KeyVault('));
}

/** What to do about such a reference. */
export function sentenceOfUnresolved(key: string): string {
  return `${key} holds a Key Vault reference that was not resolved: give the app’s identity the role “Key Vault Secrets User” on the vault; the reason stands in the portal under Environment variables.`;
}

/** What does not go together where the bot has credentials. */
export function credentialProblems(raw: Raw): string[] {
  const problems: string[] = [];
  if (!raw.BOT_APP_TYPE)
    problems.push('BOT_APP_TYPE is missing beside BOT_APP_ID: set it to SingleTenant or UserAssignedMSI.');
  if (!raw.BOT_TENANT_ID)
    problems.push("BOT_TENANT_ID is missing beside BOT_APP_ID: set it to the tenant of the bot's app registration.");
  if (raw.BOT_APP_TYPE === 'SingleTenant' && !raw.BOT_APP_PASSWORD)
    problems.push(
      'BOT_APP_PASSWORD is missing: a SingleTenant bot needs its client secret, or set BOT_APP_TYPE to UserAssignedMSI.',
    );
  if (raw.BOT_APP_TYPE === 'UserAssignedMSI' && raw.BOT_APP_PASSWORD)
    problems.push(
      'BOT_APP_PASSWORD is set, but a UserAssignedMSI bot has no password: remove it, or set BOT_APP_TYPE to SingleTenant.',
    );
  return problems;
}

/** What does not go together where it has none. */
export function localProblems(raw: Raw, nodeEnv: string | undefined): string[] {
  const strays = (['BOT_APP_TYPE', 'BOT_TENANT_ID', 'BOT_APP_PASSWORD'] as const).filter((key) => raw[key]);
  const problems = strays.map(
    (key) =>
      `${key} is set, but BOT_APP_ID is missing: set BOT_APP_ID, or remove ${key} to run locally without credentials.`,
  );
  if (raw.HOST && !isLoopback(raw.HOST.toLowerCase()))
    problems.push(
      "HOST is open to the network, but without BOT_APP_ID everybody who reaches it could write to the bot in anybody's name: set BOT_APP_ID, or set HOST to 127.0.0.1.",
    );
  if (nodeEnv?.trim() === 'production')
    problems.push(
      "BOT_APP_ID is missing while NODE_ENV is production: without credentials everybody could write to the bot in anybody's name, so set BOT_APP_ID, or unset NODE_ENV for a local trial.",
    );
  return problems;
}

/** Two doors cannot share a port; 0 is another one each time. */
export function portProblems({ PORT = String(defaultPort), METRICS_PORT }: Raw): string[] {
  return METRICS_PORT === undefined || Number(METRICS_PORT) !== Number(PORT) || Number(PORT) === 0
    ? []
    : ['METRICS_PORT is the port of the bot itself: set it to another one, or leave it out.'];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
