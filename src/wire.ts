import { randomUUID } from 'node:crypto';
import { createBackground } from './bot/background.js';
import { openBot, type BotOverrides } from './bot/openBot.js';
import { openChannel } from './bot/openChannel.js';
import { rulesText } from './cards/history/rulesText.js';
import { showOutcome } from './cards/showOutcome.js';
import { randomIds } from './commands/ids.js';
import type { Clock, Store, WorkSignal } from './commands/ports.js';
import type { Directory } from './commands/ports/directory.js';
import { viewGroup, viewLeftGroup } from './commands/reads/groupViews.js';
import { viewOwnRequest, viewRequest } from './commands/reads/requestViews.js';
import type { TurnDeps } from './commands/turn.js';
import type { Config } from './config.js';
import { given } from './domain/given.js';
import { tenantRecordId } from './domain/keys.js';
import { isAdmin } from './domain/groups/policy.js';
import { createExportShelf } from './http/exports.js';
import { openDoors } from './http/openDoors.js';
import { createLog, type Log } from './log.js';
import { voiceFor } from './messages/voice.js';
import { createMetrics } from './metrics.js';
import { heap } from './operations/heap.js';
import { openConfiguredDirectory } from './operations/openConfiguredDirectory.js';
import { openServingStore } from './operations/openStore.js';
import { watchStore } from './operations/watchStore.js';
import { describeProcess } from './operations/running.js';
import { openDoorWarning } from './operations/startUp/greeting.js';
import { requireAdministrator } from './operations/startUp/requireAdministrator.js';
import { createDispatcher, defaultOutboxLimits, type Dispatcher } from './outbox/dispatcher.js';
import type { OutboxLimits } from './outbox/handler.js';
import { sha256 } from './outbox/history/history.js';
import { productVersion } from './project.js';
import { startSweeping } from './store/sweeping.js';
import { createSync, type Sync } from './sync/createSync.js';
import { timedStore } from './store/timedStore.js';
import { createTracing } from './tracing.js';

/** What tests and the demo put in the place of the real thing. */
export interface Overrides extends BotOverrides {
  readonly store?: Store;
  readonly clock?: Clock;
  readonly directory?: Directory;
  /** The directory is read only when asked to (`App.sync`). */
  readonly readsByHand?: true;
  /** For how long the directory may not show a change of ours, in milliseconds. */
  readonly directoryLagMs?: number;
  /** Clients can look people up in the directory, whatever they are. */
  readonly hasPicker?: true;
  readonly log?: Log;
  readonly limits?: Partial<OutboxLimits>;
  readonly connectorTimeoutMs?: number;
}

/** The running product. */
export interface App {
  readonly address: { readonly host: string; readonly port: number };
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  /** Absent where our own records are the directory. */
  readonly sync?: Sync;
  /** Lets turns finish, gives leases back and closes everything; safe to call once. `lingers`: see `RunningServer`. */
  close(lingers?: boolean): Promise<void>;
}

/** Puts the rooms together and opens the door. */
export async function startApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? createLog(config.logLevel);
  const metrics = createMetrics(productVersion);
  const background = createBackground(log);
  const opened = overrides.store ?? (await openServingStore(config, log, metrics));
  const tracing = createTracing();
  const store = timedStore(opened, watchStore(metrics, tracing));
  // One clock for all processes: what one leases, another compares.
  const clock = overrides.clock ?? { now: () => store.now() };
  const processId = randomUUID();
  const channel = openChannel(config, { log, metrics, tracing }, overrides.connectorTimeoutMs);
  const { directory, sight, source } = await openConfiguredDirectory(config, { clock, log, metrics, tracing });
  if (!overrides.store) await requireAdministrator(config, opened, sight.kind === 'entra' && sight.can('roles'));
  const work: WorkSignal = {
    due: (due) => dispatcher.due(due),
    isBusy: (tenantId) => dispatcher.isBusy(tenantId),
    expect: (dueAt) => dispatcher.expect(dueAt),
  };
  const sync =
    source &&
    createSync({
      ...source,
      store: store.forTenant(source.tenantId),
      clock,
      ids: randomIds,
      work,
      processId,
      log,
      heap,
      ...given({ directoryLagMs: overrides.directoryLagMs }),
    });
  const dispatcher: Dispatcher = createDispatcher({
    store,
    clock,
    ids: randomIds,
    messenger: channel.messenger,
    directory: overrides.directory ?? directory,
    ...(source && sync
      ? {
          compareGroup: (...asked: Parameters<Sync['compare']>) => sync.compare(...asked),
          lookForPerson: (personId: string) => source.reader.lookForPerson(personId),
        }
      : {}),
    views: { viewRequest, viewOwnRequest, viewGroup, viewLeftGroup },
    showOutcome,
    log,
    metrics,
    tracing,
    processId,
    sharedOf: (tenantId) => store.forTenant(tenantId).shared.acrossProcesses,
    limits: { ...defaultOutboxLimits, ...overrides.limits },
    random: Math.random,
  });
  let { publicUrl } = config;
  const exports = createExportShelf(
    () => publicUrl,
    (tenantId) => store.forTenant(tenantId).shared.exports,
    async (tenantId, makerId) => {
      const tenant = await store.forTenant(tenantId).read('tenants').get(tenantRecordId);
      return tenant !== undefined && isAdmin(tenant, makerId);
    },
  );
  const turn: TurnDeps = {
    ids: randomIds,
    clock,
    work: dispatcher,
    processId,
    requestExpiryMs: config.requestExpiryMs,
    initialAdminIds: config.adminIds,
    hasRateLimits: config.rateLimits,
    ...given({ hasPicker: overrides.hasPicker ?? (config.credentials && sight.kind === 'entra' ? true : undefined) }),
    exports,
    directory: sight,
    sha256,
    describeRules: (rules) => rulesText(rules, voiceFor({ now: 0 })),
    running: describeProcess(config, { clock, metrics, store }),
  };
  const bot = openBot({ config, store, channel, turn, background, log, metrics, tracing }, overrides);
  const isReady = () => store.ping().then(() => dispatcher.isAlive());
  const takeFile = (token: string) => exports.take(token);
  const doors = await openDoors(config, { bot, isReady, takeFile, log, metrics }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const { host, port } = doors;
  const isLocal = config.credentials === undefined;
  // With credentials people are elsewhere, and localhost would be their own machine.
  if (isLocal) publicUrl ??= `http://localhost:${port}`;
  dispatcher.start();
  if (source && !overrides.readsByHand) sync?.start(source.pollMs);
  const sweeping = startSweeping(store, (round) => background.add(round));
  log.info({ host, port, store: config.mongodbUri ? 'MongoDB' : 'embedded', credentials: !isLocal }, 'listening');
  if (isLocal) log.warn(openDoorWarning);
  return {
    address: { host, port },
    store,
    dispatcher,
    ...(sync ? { sync } : {}),
    async close(lingers) {
      sweeping.stop();
      await doors.close(lingers);
      bot.settle();
      await background.settle();
      await sync?.stop();
      await dispatcher.stop();
      await store.close();
      log.info('closed');
    },
  };
}
