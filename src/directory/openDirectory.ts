import type { DirectoryConfig } from './directoryConfig.js';
import { grantCommand, optionalCapabilities, requiredCapabilities } from './graph/capabilities.js';
import { GraphClient } from './graph/client.js';
import { createGraphDirectory } from './graph/graphDirectory.js';
import { createGraphReader } from './graph/graphReader.js';
import { ledgerDirectory } from './ledger/ledgerDirectory.js';
import type { Clock } from '../commands/ports.js';
import type { Directory, DirectorySight } from '../commands/ports/directory.js';
import { given } from '../domain/given.js';
import type { DirectoryReader } from '../commands/ports/directoryReader.js';
import { directoryCapabilities, permissionsFor } from '../domain/groups/directory.js';

/** Where operators read of the directory; pino's logger fits. */
export interface DirectoryLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the directory is opened with. */
export interface DirectoryDeps {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: DirectoryLog;
  readonly watchGraphCall: (operation: string) => (status: number) => void;
  /** Of the bot's registration; absent in local mode. */
  readonly registration?: { readonly appId: string; readonly getToken: () => Promise<string> };
}

/** A directory and what can be said of it. */
export interface OpenedDirectory {
  readonly directory: Directory;
  readonly sight: DirectorySight;
  /** Absent where our own records are the directory. */
  readonly source?: DirectorySource;
}

/** What is read in, for which organisation, and how often. */
export interface DirectorySource {
  readonly reader: DirectoryReader;
  readonly tenantId: string;
  readonly pollMs: number;
}

/** Opens the directory that the configuration names, and says at once what it may not do. */
export async function openDirectory(config: DirectoryConfig, deps: DirectoryDeps): Promise<OpenedDirectory> {
  if (config.kind === 'ledger') return { directory: ledgerDirectory, sight: { kind: 'ledger' } };
  const { clock, newId, log, watchGraphCall, registration } = deps;
  const { baseUrl, tenantId, writes, pollMs } = config;
  const client = new GraphClient({
    clock,
    newId,
    baseUrl,
    watch: watchGraphCall,
    report: (fields, message) => log.warn(fields, message),
    ...given({ getToken: registration?.getToken }),
  });
  const directory = createGraphDirectory({
    client,
    clock,
    tenantId,
    writes,
    report: (fields, message) => log.info(fields, message),
  });
  const isKnown = await client.refreshCapabilities();
  log.info(
    { graph: baseUrl, writes, permissions: isKnown ? [...client.capabilities] : 'unknown' },
    'the directory is Microsoft Entra',
  );
  const grantOf = (permission: string) => grantCommand(permission, registration?.appId ?? '', baseUrl);
  if (isKnown) reportMissing(client, log, grantOf);
  return {
    directory,
    source: { reader: createGraphReader(client), tenantId, pollMs },
    sight: {
      kind: 'entra',
      baseUrl,
      writes,
      can: (capability) => client.capabilities.has(capability),
      isDown: () => client.gate.isClosed,
      permissions: () =>
        directoryCapabilities.map((capability) => {
          const [permission] = permissionsFor[capability];
          return { capability, permission, isGranted: client.capabilities.has(capability), grant: grantOf(permission) };
        }),
    },
  };
}

function reportMissing(client: GraphClient, log: DirectoryLog, grantOf: (permission: string) => string): void {
  for (const capability of directoryCapabilities.filter((one) => !client.capabilities.has(one))) {
    const [permission] = permissionsFor[capability];
    const fields = { capability, permission, grant: grantOf(permission) };
    if (requiredCapabilities.includes(capability))
      log.error(fields, 'a permission is missing that nothing works without in Microsoft Entra; what needs it waits');
    else if (optionalCapabilities.includes(capability))
      log.info(fields, 'a permission that is not needed is missing in Microsoft Entra; what it would read is set here');
    else log.warn(fields, 'a permission is missing in Microsoft Entra; what needs it is kept here only, or waits');
  }
}
