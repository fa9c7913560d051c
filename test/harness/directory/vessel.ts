import { pino } from 'pino';
import type { Store } from '../../../src/commands/ports.js';
import { readConfig } from '../../../src/config.js';
import { startApp, type App } from '../../../src/wire.js';
import { MemoryStore } from '../../support/memoryStore.js';
import { unpaced } from '../../support/unpaced.js';
import { mortal, type Life } from './mortal.js';
import { settleIn, type Town } from './town.js';

/** The product as a run has it: one process over one store, which dies once and is started again. */
export interface Vessel {
  readonly port: number;
  /** What it said of accidents. */
  readonly errors: readonly string[];
  /** One round of reading. */
  reads(): Promise<void>;
  /** Does all that is due. */
  settles(): Promise<void>;
  /** From now on it may die at any moment; `crashIfDead` starts it again. */
  dooms(): void;
  /** Starts it again if it has died; says whether it had. */
  revives(): Promise<boolean>;
  /** Resolves with the action, or when the process has died under it. */
  survives(action: Promise<unknown>): Promise<void>;
  /** What is left behind, once it has ended. */
  docks(): Promise<Store>;
  close(): Promise<void>;
}

/** What the product is configured with to have this town's directory. */
export function envOf({ graphUrl, tenantId }: Pick<Town, 'graphUrl' | 'tenantId'>): Record<string, string> {
  return { PORT: '0', DIRECTORY: 'graph', GRAPH_URL: graphUrl, ALLOWED_TENANTS: tenantId };
}

/** The product inside this process; a crash cuts it off from its store. */
export async function launchInside(town: Town, writesLeft: () => number): Promise<Vessel> {
  const store = new MemoryStore();
  await settleIn(store, town);
  const errors: string[] = [];
  const reading = readConfig(envOf(town));
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  // What is given up because the directory refused it is told to people; accidents are told to operators alone.
  const hear = (line: string): void => void (!life.isOver && line.includes('"err":') && errors.push(line));
  const log = pino({ level: 'error' }, { write: hear });
  let life!: Life;
  let app!: App;
  const start = async (): Promise<void> => {
    life = mortal(store);
    app = await startApp(reading.config, {
      store: { ...bound(life.store), close: async () => undefined },
      clock: town.clock,
      limits: { pacing: unpaced, patienceMs: 5 },
      readsByHand: true,
      log,
    });
  };
  await start();
  const closes = async (): Promise<void> => {
    if (!life.isOver) return app.close();
    // Of a process that has died the door alone closes; it never gets so far as to give its leases back.
    void app.close().catch(() => undefined);
  };
  const survives = async (action: Promise<unknown>): Promise<void> => {
    await Promise.race([
      action.catch((error: unknown) => {
        if (!life.isOver) throw error;
      }),
      life.ended,
    ]);
  };
  return {
    get port() {
      return app.address.port;
    },
    errors,
    reads: () => survives(app.sync?.round() ?? Promise.resolve()),
    settles: () => survives(app.dispatcher.drain()),
    dooms: () => life.dieAfter(writesLeft(), writesLeft() % 2 === 0),
    async revives() {
      if (!life.isOver) return false;
      await closes();
      await start();
      return true;
    },
    survives,
    docks: async () => store,
    close: closes,
  };
}

function bound(store: Store): Store {
  return {
    forTenant: (id) => store.forTenant(id),
    findDueWork: (until, limit) => store.findDueWork(until, limit),
    sweep: () => store.sweep(),
    now: () => store.now(),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
