import type { Background } from './background.js';
import { Crowd, mostTurns } from './crowd.js';
import { openGate } from './gate/openGate.js';
import { GroupAdapter, type DoorAnswer, type InboundActivity } from './groupAdapter.js';
import { GroupBot } from './groupBot.js';
import { HardenedAuthentication } from './hardenedAuthentication.js';
import type { Channel } from './openChannel.js';
import { createTurnRunner } from './turnRunner.js';
import { loadCards } from '../cards/parts/bind.js';
import type { Store } from '../commands/ports.js';
import type { TurnDeps } from '../commands/turn.js';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';

/** How long a click may wait before it is told to be patient, in milliseconds. */
const answerWithinMs = 4_000;

/** What the bot is put together from. */
export interface BotParts {
  readonly config: Config;
  readonly store: Store;
  readonly channel: Channel;
  readonly turn: TurnDeps;
  readonly background: Background;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

/** What tests put in the place of the real thing. */
export interface BotOverrides {
  readonly answerWithinMs?: number;
  /** How many turns may be under way at once. */
  readonly mostTurns?: number;
  /** The SDK's endpoint settings, for a token service of one's own. */
  readonly authentication?: Record<string, string>;
}

/** The bot behind its gate. */
export interface OpenedBot {
  handle(activity: InboundActivity): Promise<DoorAnswer>;
  /** Writes down what the log has not told yet. */
  settle(): void;
}

/** Puts the bot together: the gate, the adapter, the turns, the cards. */
export function openBot(
  { config: { credentials, serviceHosts }, store, channel, turn, background, log, metrics, tracing }: BotParts,
  overrides: BotOverrides,
): OpenedBot {
  const settings = overrides.authentication ?? {};
  const adapter = new GroupAdapter({
    authentication: new HardenedAuthentication(credentials, settings),
    gate: openGate({ credentials, serviceHosts, clock: turn.clock, log, settings }),
    isLocal: credentials === undefined,
    log,
  });
  const recordTurn = (intent: string, outcome: string, seconds: number) => metrics.recordTurn(intent, outcome, seconds);
  const bot = new GroupBot({
    rule: channel.rule,
    connector: channel.connector,
    runner: createTurnRunner({ store, turn, log, background, recordTurn, tracing }),
    sharedOf: (tenantId) => store.forTenant(tenantId).shared,
    background,
    log,
    crowd: new Crowd(overrides.mostTurns ?? mostTurns, log),
    recordTurn,
    answerWithinMs: overrides.answerWithinMs ?? answerWithinMs,
  });
  loadCards();
  const handle = (activity: InboundActivity) => tracing.turn(activity.reference, () => adapter.handle(activity, bot));
  return { handle, settle: () => adapter.settle() };
}
