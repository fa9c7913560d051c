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
  readonly contentType: string;
  text(): Promise<string>;
}

const resultOfEnd = { done: 'done', later: 'retried', dead: 'dead' } as const;

/** Counters of their own, so that two bots in one process (or two tests) do not share any. */
export function createMetrics(): Metrics {
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
  return {
    recordTurn: (intent, outcome, seconds) => {
      turns.inc({ intent, outcome });
      turnSeconds.observe(seconds);
    },
    effectEnded: (kind, end, durationMs) => {
      effects.inc({ kind, result: resultOfEnd[end] });
      effectSeconds.observe({ kind }, durationMs / 1000);
    },
    backlog: (records) => backlog.set(records),
    recordSend: (result) => sends.inc({ result }),
    recordUnreadable: (collection) => unreadable.inc({ collection }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
