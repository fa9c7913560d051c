import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Messenger, Store } from '../../commands/ports.js';
import type { Config } from '../../config.js';
import { capabilitiesOf } from '../../directory/graph/capabilities.js';
import { projectRoot, productVersion } from '../../project.js';
import { hasAdministrator } from '../startUp/requireAdministrator.js';
import type { EnvironmentReading } from '../startUp/readEnvironment.js';
import { failed, fine, reportOf, skipped, type Check, type Report } from './check.js';
import { checkChoices, checkConfiguration } from './configuration.js';
import { checkEmbedded } from './embedded.js';
import { checkGraph, checkPermissions, passOverPermissions } from './directory.js';
import { checkIdentity, placesOf, rolesIn, type IdentityFindings } from './identity.js';
import { checkEndpoint, checkMicrosoft } from './places.js';
import { checkPort, type TryPort } from './port.js';
import { sendTest } from './sendTest.js';
import { checkTeamsApp } from './teamsApp.js';
import type { Web } from './web.js';

/** What the doctor looks with. */
export interface DoctorDeps {
  readonly environment: EnvironmentReading;
  readonly web: Web;
  readonly now: () => number;
  readonly openStore: (config: Config) => Promise<Store>;
  readonly createMessenger: (config: Config) => Messenger;
  readonly tryPort: TryPort;
  readonly mongoPatienceMs?: number;
}

/** What somebody asked for besides. */
export interface DoctorWish {
  /** Object id of the person who gets a test card. */
  readonly sendTestTo?: string;
  /** A Teams app package, or its manifest. */
  readonly manifest?: string;
}

/** Looks at everything that can be seen from here; changes nothing but one record that it takes away again. */
export async function examine(deps: DoctorDeps, wish: DoctorWish = {}): Promise<Report> {
  const { checks: ofConfiguration, config } = checkConfiguration(deps.environment);
  const first = [checkRuntime(process.versions.node), ...ofConfiguration];
  if (!config)
    return reportOf([...first, skipped('rest', 'Nothing else was looked at.', 'It all depends on the configuration.')]);
  const { web, now } = deps;
  const places = placesOf(config);
  const { env } = deps.environment;
  const ofStore = await checkStore(config, deps);
  const { credentials } = config;
  const identity = credentials && (await checkIdentity(credentials, { web, env, places, now }));
  const checks = [
    ...first,
    ...checkChoices(config, env),
    await checkPort(config, web, deps.tryPort),
    ...ofStore,
    ...(credentials ? await checkMicrosoft(config, web, places, now) : []),
    ...(identity ? await checkDirectory(config, identity, web) : []),
    ...(identity && isUsable(ofStore) ? [await checkAdministrator(config, identity, deps)] : []),
    ...(await checkEndpoint(config, web)),
    ...checkTeamsApp(
      config,
      wish.manifest ?? path.join(projectRoot, 'dist', 'group-concierge.zip'),
      wish.manifest !== undefined,
    ),
  ];
  if (wish.sendTestTo !== undefined) checks.push(await tryTest(config, wish.sendTestTo, ofStore, deps));
  return reportOf(checks);
}

function checkRuntime(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return fine('runtime', `Node.js ${version} is new enough.`);
  return failed(
    'runtime',
    `Node.js ${version} is too old.`,
    'The bot needs 20.19 or newer.',
    'Install a current Node.js (22 or 24).',
  );
}

async function checkStore(config: Config, deps: DoctorDeps): Promise<Check[]> {
  return config.mongodbUri
    ? (await import('./mongo.js')).checkMongo(config.mongodbUri, deps.now, deps.mongoPatienceMs)
    : checkEmbedded(config.dataFile);
}

const isUsable = (ofStore: readonly Check[]): boolean => ofStore.every(({ status }) => status !== 'fail');

async function checkDirectory(config: Config, { checks, graph }: IdentityFindings, web: Web): Promise<Check[]> {
  const ofPermissions = 'check' in graph ? passOverPermissions(config) : checkPermissions(config, rolesIn(graph));
  return [...checks, ...ofPermissions, ...(await checkGraph(config, graph, web))];
}

async function checkAdministrator(
  config: Config,
  { graph }: IdentityFindings,
  { openStore }: DoctorDeps,
): Promise<Check> {
  const id = 'administrators';
  if (config.adminIds.length > 0) return fine(id, `BOT_ADMINS names ${config.adminIds.length}.`);
  const isEntra = config.directory.kind === 'graph';
  if (isEntra && !('check' in graph) && capabilitiesOf(rolesIn(graph)).has('roles'))
    return fine(id, 'Holders of the roles Global Administrator and Groups Administrator are administrators.');
  // An embedded store that is not there yet would be made by looking into it.
  const isThere = config.mongodbUri !== undefined || existsSync(config.dataFile);
  const store = isThere ? await openStore(config) : undefined;
  try {
    if (store && (await hasAdministrator(config, store, false))) return fine(id, 'The store names an administrator.');
    if (isEntra && 'check' in graph)
      return skipped(
        id,
        'Whether a role makes somebody an administrator was not looked at.',
        'Neither BOT_ADMINS nor the store names one; the bot starts only if it may read the roles.',
        'Run the doctor where the identity lives, or set BOT_ADMINS to the Entra object id of the first one.',
      );
    return failed(
      id,
      isEntra
        ? 'There is no administrator, neither in BOT_ADMINS nor in the store nor by a role that the bot may read.'
        : 'There is no administrator, neither in BOT_ADMINS nor in the store.',
      'Nobody could set the organisation up; the bot does not start.',
      'Set BOT_ADMINS to the Entra object id of the first one.',
    );
  } finally {
    await store?.close();
  }
}

async function tryTest(config: Config, personId: string, ofStore: readonly Check[], deps: DoctorDeps): Promise<Check> {
  if (ofStore.some(({ id, status }) => id === 'store.reachable' && status === 'fail'))
    return skipped(
      'teams.test',
      'No test card was sent.',
      'The store says where the person’s chat is.',
      'First the store.',
    );
  const store = await deps.openStore(config);
  try {
    return await sendTest(config, personId, store, deps.createMessenger(config), productVersion);
  } finally {
    await store.close();
  }
}
