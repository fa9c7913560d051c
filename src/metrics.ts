import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { OutboxMetrics } from './outbox/handler.js';

/** What this process counts, for Prometheus; labels hold kinds only, never a person, a group or a text. */
export interface Metrics extends OutboxMetrics {
  /** `intent` is an intent's kind, `outcome` the kind of what came of it. */
  recordTurn(intent: string, outcome: string, seconds: number): void;
  /** One message was sent or edited, or was not, outside a turn. */
  recordSend(result: string): void;
  /** A record of a collection was found not to fit its schema. */
  recordUnreadable(collection: string): void;
  /** One call of the store. */
  recordStore(operation: string, seconds: number, isOk: boolean): void;
  /** One call of the channel; `result` as `2xx`, `429`, `none`. */
  recordConnector(method: string, result: string, seconds: number): void;
  /** One call of Microsoft Graph; `status` is 0 without an answer. */
  recordGraphCall(operation: string, status: number): void;
  /** Effects that were given up since the start. */
  givenUp(): number;
  readonly contentType: string;
  text(): Promise<string>;
}

const resultOfEnd = { done: 'done', later: 'retried', dead: 'dead' } as const;

/** Counters of their own, so that two bots in one process (or two tests) do not share any. */
export function createMetrics(version = 'unknown'): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'concierge_turns_total',
    help: 'Turns, by what was asked and what came of it.',
    labelNames: ['intent', 'outcome'] as const,
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'concierge_turn_seconds',
    help: 'How long turns took, in seconds.',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const effects = new Counter({
    name: 'concierge_effects_total',
    help: 'Tries of effects, by kind and result (done, retried, dead).',
    labelNames: ['kind', 'result'] as const,
    registers,
  });
  const effectSeconds = new Histogram({
    name: 'concierge_effect_seconds',
    help: 'How long one try of an effect took, in seconds.',
    labelNames: ['kind'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 10, 30],
    registers,
  });
  const backlog = new Gauge({
    name: 'concierge_backlog',
    help: 'Records that are being worked on or wait for it in this process.',
    registers,
  });
  const sends = new Counter({
    name: 'concierge_sends_total',
    help: 'Messages sent outside a turn, by result.',
    labelNames: ['result'] as const,
    registers,
  });
  const unreadable = new Counter({
    name: 'concierge_unreadable_records_total',
    help: 'Records that did not fit their schema and were left out, by collection; the log names each.',
    labelNames: ['collection'] as const,
    registers,
  });
  const upkeep = createUpkeep(registers, version);
  let givenUp = 0;
  const graphCalls = new Counter({
    name: 'concierge_graph_calls_total',
    help: 'Calls of Microsoft Graph, by operation and status (0: no answer).',
    labelNames: ['operation', 'status'] as const,
    registers,
  });
  return {
    ...upkeep.record,
    recordTurn: (intent, outcome, seconds) => {
      turns.inc({ intent, outcome });
      turnSeconds.observe(seconds);
    },
    effectEnded: (kind, end, durationMs) => {
      effects.inc({ kind, result: resultOfEnd[end] });
      if (end === 'dead') upkeep.dead.set((givenUp += 1));
      effectSeconds.observe({ kind }, durationMs / 1000);
    },
    backlog: (records) => backlog.set(records),
    recordSend: (result) => sends.inc({ result }),
    recordUnreadable: (collection) => unreadable.inc({ collection }),
    recordGraphCall: (operation, status) => graphCalls.inc({ operation, status }),
    givenUp: () => givenUp,
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** What operators are woken by: work that stays, work that was given up, a store or a channel that is slow. */
function createUpkeep(registers: Registry[], version: string) {
  const build = new Gauge({
    name: 'concierge_build_info',
    help: 'Which version runs, on which Node.js; always 1.',
    labelNames: ['version', 'node'] as const,
    registers,
  });
  build.set({ version, node: process.versions.node }, 1);
  const oldest = new Gauge({
    name: 'concierge_oldest_due_seconds',
    help: 'For how long the oldest due work has been due; 0 where nothing is.',
    registers,
  });
  const dead = new Gauge({
    name: 'concierge_dead_effects',
    help: 'Effects that this process gave up since it started.',
    registers,
  });
  const looks = new Counter({
    name: 'concierge_looks_total',
    help: 'Looks for due work, by result (ok, failed).',
    labelNames: ['result'] as const,
    registers,
  });
  const store = new Histogram({
    name: 'concierge_store_seconds',
    help: 'How long one call of the store took, in seconds.',
    labelNames: ['operation', 'result'] as const,
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers,
  });
  const connector = new Histogram({
    name: 'concierge_connector_seconds',
    help: 'How long one call of the channel took, in seconds.',
    labelNames: ['method', 'result'] as const,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const record: Pick<Metrics, 'looked' | 'recordStore' | 'recordConnector'> = {
    looked: (result, oldestDueMs) => {
      looks.inc({ result });
      if (oldestDueMs !== undefined) oldest.set(oldestDueMs / 1000);
    },
    recordStore: (operation, seconds, isOk) => store.observe({ operation, result: isOk ? 'ok' : 'failed' }, seconds),
    recordConnector: (method, result, seconds) => connector.observe({ method, result }, seconds),
  };
  return { record, dead };
}
