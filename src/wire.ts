import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { createConnector } from './bot/connector.js';
import type { EnvelopeRule } from './bot/envelope.js';
import { openGate } from './bot/gate/openGate.js';
import { GroupAdapter } from './bot/groupAdapter.js';
import { GroupBot } from './bot/groupBot.js';
import { HardenedAuthentication } from './bot/hardenedAuthentication.js';
import { createMessenger } from './bot/messenger.js';
import { timedConnector } from './bot/timedConnector.js';
import { createTokenSource } from './bot/tokenSource.js';
import { createTurnRunner } from './bot/turnRunner.js';
import { loadCards } from './cards/parts/bind.js';
import { showOutcome } from './cards/showOutcome.js';
import { keepWaitingCard } from './commands/requests/keepWaitingCard.js';
import type { Clock, Ids, Store, UnreadableRecord } from './commands/ports.js';
import type { Directory } from './commands/ports/directory.js';
import type { TurnDeps } from './commands/turn.js';
import { viewGroup, viewOwnRequest, viewRequest } from './commands/reads/views.js';
import type { Config } from './config.js';
import { openDirectory, type OpenedDirectory } from './directory/openDirectory.js';
import { referenceOf } from './http/answers.js';
import { createExportShelf } from './http/exports.js';
import { localHostNames } from './http/hostNames.js';
import { startMetricsServer, type MetricsText } from './http/metricsAccess.js';
import { startServer, type IncomingRequest } from './http/server.js';
import { createLog, redactUri, type Log } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { sha256 } from './outbox/history/history.js';
import { hasAdministrator, noAdministrator } from './operations/startUp/requireAdministrator.js';
import { createDispatcher, defaultOutboxLimits, type Dispatcher } from './outbox/dispatcher.js';
import type { OutboxLimits } from './outbox/handler.js';
import { productVersion } from './project.js';
import { timedStore } from './store/timedStore.js';
import { openSqliteStore } from './store/sqlite/openSqliteStore.js';

/** How long one call to the channel may take, in milliseconds. */
const connectorTimeoutMs = 10_000;
/** How long a click may wait before it is told to be patient, in milliseconds. */
const answerWithinMs = 4_000;

/** For operators who did not mean it. */
const openDoor =
  'BOT_APP_ID is not set, so nobody has to prove who they are: everybody who reaches this port may speak to the bot as ' +
  'anybody, as an administrator too. This is for trying it out on your own machine.';

/** How often what was left behind is cleared away, in milliseconds. */
const sweepEveryMs = 60_000;

/** Letters and digits that are not taken for each other (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What tests and the demo put in the place of the real thing. */
export interface Overrides {
  readonly store?: Store;
  readonly clock?: Clock;
  readonly directory?: Directory;
  readonly log?: Log;
  readonly limits?: Partial<OutboxLimits>;
  readonly connectorTimeoutMs?: number;
  readonly answerWithinMs?: number;
  /** The SDK's endpoint settings, for a token service of one's own. */
  readonly authentication?: Record<string, string>;
}

/** The running product. */
export interface App {
  readonly address: { readonly host: string; readonly port: number };
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  /** Lets turns finish, gives leases back and closes everything; safe to call once. */
  close(): Promise<void>;
}

/** Ids by chance. */
export const randomIds: Ids = {
  requestId: () => `REQ-${Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
  uuid: () => randomUUID(),
};

/** Puts the rooms together and opens the door. */
export async function startApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? createLog(config.logLevel);
  const metrics = createMetrics(productVersion);
  const store = timedStore(
    overrides.store ?? (await requireAdministrator(config, await openStore(config, log, metrics))),
    (...call) => metrics.recordStore(...call),
  );
  // One clock for all processes: what one leases, another compares.
  const clock = overrides.clock ?? { now: () => store.now() };
  const isLocal = config.credentials === undefined;
  const rule: EnvelopeRule = { isLocal, serviceHosts: config.serviceHosts, allowedTenantIds: config.allowedTenantIds };
  const timeoutMs = overrides.connectorTimeoutMs ?? connectorTimeoutMs;
  const connector = timedConnector(
    createConnector({
      rule,
      timeoutMs,
      ...(config.credentials ? { getToken: createTokenSource(config.credentials) } : {}),
    }),
    (...call) => metrics.recordConnector(...call),
  );
  const processId = randomUUID();
  const { directory, sight } = await openConfiguredDirectory(config, { clock, log, metrics });
  const outboxDeps = {
    store,
    clock,
    ids: randomIds,
    messenger: createMessenger(connector, (result) => metrics.recordSend(result)),
    directory: overrides.directory ?? directory,
    views: { viewRequest, viewOwnRequest, viewGroup },
    showOutcome,
    log,
    metrics,
    processId,
    sharedOf: (tenantId: string) => store.forTenant(tenantId).shared.acrossProcesses,
    limits: { ...defaultOutboxLimits, ...overrides.limits },
    random: Math.random,
  };
  let publicUrl = config.publicUrl;
  const shelf = createExportShelf(
    () => publicUrl,
    (tenantId) => store.forTenant(tenantId).shared.exports,
  );
  const dispatcher = createDispatcher(outboxDeps);
  const turn: TurnDeps = {
    ids: randomIds,
    clock,
    work: dispatcher,
    processId,
    requestExpiryMs: config.requestExpiryMs,
    initialAdminIds: config.adminIds,
    hasRateLimits: config.rateLimits,
    exports: shelf,
    directory: sight,
    sha256,
  };
  const chores = createChores(log);
  const runner = createTurnRunner({
    store,
    turn,
    log,
    recordTurn: (intent, outcome, seconds) => metrics.recordTurn(intent, outcome, seconds),
    onWaitingCard: ({ tenantId, requestId, ...card }) =>
      chores.add(keepWaitingCard(store.forTenant(tenantId), requestId, card, turn)),
  });
  const authentication = new HardenedAuthentication(config.credentials, timeoutMs, overrides.authentication);
  const { credentials, serviceHosts } = config;
  const gate = openGate({ credentials, serviceHosts, clock, log, settings: overrides.authentication ?? {} });
  const adapter = new GroupAdapter({ authentication, gate, isLocal, log });
  const bot = new GroupBot({
    rule,
    connector,
    runner,
    sharedOf: (tenantId) => store.forTenant(tenantId).shared,
    log,
    answerWithinMs: overrides.answerWithinMs ?? answerWithinMs,
  });
  loadCards();
  const server = await startServer({
    host: config.host,
    port: config.port,
    ...(isLocal ? { hostNames: localHostNames(config.host) } : {}),
    log,
    processActivity: (request, response) => answerRequest(adapter, bot, request, response),
    isReady: () => isReady(store, dispatcher),
    takeFile: (token) => shelf.take(token),
    metrics,
    ...(config.metricsToken ? { metricsToken: config.metricsToken } : {}),
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const metricsServer = await openMetricsPort(config, metrics).catch(async (error: unknown) => {
    await server.close();
    await store.close();
    throw error;
  });
  // With credentials people are elsewhere, and localhost would be their own machine.
  if (isLocal) publicUrl ??= `http://localhost:${server.port}`;
  dispatcher.start();
  const sweeping = setInterval(() => chores.add(store.sweep()), sweepEveryMs).unref();
  log.info(
    { host: server.host, port: server.port, store: config.mongodbUri ? 'MongoDB' : 'embedded', credentials: !isLocal },
    'listening',
  );
  if (isLocal) log.warn(openDoor);
  return {
    address: { host: server.host, port: server.port },
    store,
    dispatcher,
    async close() {
      clearInterval(sweeping);
      await server.close();
      await metricsServer?.close();
      await bot.settle();
      adapter.settle();
      await chores.settle();
      await dispatcher.stop();
      await store.close();
      log.info('closed');
    },
  };
}

/** The directory of the configuration; its token comes from the bot's own registration. */
function openConfiguredDirectory(
  { directory, credentials }: Config,
  { clock, log, metrics }: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): Promise<OpenedDirectory> {
  return openDirectory(directory, {
    clock,
    log,
    newId: randomUUID,
    recordGraphCall: (operation, status) => metrics.recordGraphCall(operation, status),
    ...(credentials && directory.kind === 'graph'
      ? {
          registration: {
            appId: credentials.appId,
            getToken: createTokenSource(credentials, `${directory.baseUrl}/.default`),
          },
        }
      : {}),
  });
}

async function openStore(config: Config, log: Log, metrics: Metrics): Promise<Store> {
  const onUnreadable = (record: UnreadableRecord): void => {
    metrics.recordUnreadable(record.collection);
    log.error({ record }, 'a record does not fit and is left out; `npm run migrate -- --dry-run` lists all of them');
  };
  if (config.mongodbUri) {
    log.info({ uri: redactUri(config.mongodbUri) }, 'opening MongoDB');
    // Who does not use MongoDB does not wait for its driver to load.
    const { openMongoStore } = await import('./store/mongo/openMongoStore.js');
    return openMongoStore({ uri: config.mongodbUri, onUnreadable });
  }
  mkdirSync(path.dirname(path.resolve(config.dataFile)), { recursive: true });
  return openSqliteStore({ path: config.dataFile, onUnreadable });
}

async function requireAdministrator(config: Config, store: Store): Promise<Store> {
  if (await hasAdministrator(config, store)) return store;
  await store.close();
  throw new Error(noAdministrator);
}

async function answerRequest(
  adapter: GroupAdapter,
  bot: GroupBot,
  { body, headers, correlationId }: IncomingRequest,
  response: ServerResponse,
): Promise<void> {
  const answer = await adapter.handle(
    { body, authorization: headers.authorization ?? '', reference: referenceOf(correlationId) },
    bot,
  );
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

async function isReady(store: Store, dispatcher: Dispatcher): Promise<boolean> {
  await store.ping();
  return dispatcher.isAlive();
}

async function openMetricsPort(
  { host, metricsPort }: Config,
  metrics: MetricsText,
): Promise<{ close(): Promise<void> } | undefined> {
  return metricsPort === undefined ? undefined : startMetricsServer({ host, port: metricsPort }, metrics);
}

/** Small work after a turn that nobody waits for, but that must not outlive the store or end the process. */
function createChores(log: Log): { add(work: Promise<void>): void; settle(): Promise<void> } {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const chore = work
        .catch((error: unknown) => log.warn({ err: error }, 'a chore after a turn failed'))
        .finally(() => running.delete(chore));
      running.add(chore);
    },
    settle: async () => void (await Promise.all(running)),
  };
}
