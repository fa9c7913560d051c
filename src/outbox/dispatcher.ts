import { defaultRetryLimits } from './backoff.js';
import { DocumentRun } from './documentRun.js';
import type { HandlerDeps, Handlers, OutboxDeps, OutboxLimits } from './handler.js';
import { createHandlers } from './handlers.js';
import { defaultPacingLimits } from './pacing.js';
import { Pulse } from './pulse.js';
import type { CollectionName, DueWork, WorkSignal } from '../commands/ports.js';
import type { Instant } from '../domain/terms.js';

/** Fit for one small node as for several. */
export const defaultOutboxLimits: OutboxLimits = {
  concurrency: 32,
  maxPollMs: 4_000,
  patienceMs: 200,
  retry: defaultRetryLimits,
  pacing: defaultPacingLimits,
};

/** So many records that wait for their turn are kept in memory; the store keeps the others. */
const maxWaiting = 500;

/** The shortest pause between two looks, in milliseconds. */
const minPollMs = 50;

/** Carries out the effects that commits leave in records. Any number of processes may run one over the same store. */
export interface Dispatcher extends WorkSignal {
  /** Begins to look for work that other processes left, and for timers. */
  start(): void;
  /** Finishes what is under way and gives all else back, so that other processes need not wait for the leases' end. */
  stop(): Promise<void>;
  /** Looks for due work once, now; when the next one is due that it has seen coming. */
  poll(): Promise<Instant | undefined>;
  /** Resolves when nothing is due any more; what is due later is not waited for. */
  drain(): Promise<void>;
  /** Whether it sees what is due, and gets on with it; for readiness. */
  isAlive(): boolean;
}

/** Makes the dispatcher of one process. */
export function createDispatcher(deps: OutboxDeps): Dispatcher {
  return new RecordDispatcher(deps);
}

class RecordDispatcher implements Dispatcher {
  readonly #deps: HandlerDeps;
  readonly #handlers: Handlers;
  readonly #runs = new Map<string, DocumentRun<CollectionName>>();
  readonly #waiting = new Map<string, DueWork>();
  readonly #pulse: Pulse;
  #whenIdle: (() => void)[] = [];
  #isFilling = false;
  #timer: NodeJS.Timeout | undefined;
  /** When the next look is planned. */
  #nextLookAt: Instant = Infinity;
  #state: 'ready' | 'started' | 'stopping' | 'stopped' = 'ready';

  constructor(deps: OutboxDeps) {
    this.#deps = { ...deps, work: this };
    this.#pulse = new Pulse(() => deps.clock.now());
    this.#handlers = createHandlers(this.#deps);
  }

  due(work: DueWork): void {
    // Nobody is here to do it any more; another process takes over when the lease ends.
    if (this.#state === 'stopped') return;
    const key = keyOf(work);
    const run = this.#runs.get(key);
    if (run) return run.wake();
    this.#waiting.set(key, work);
    this.#fill();
  }

  start(): void {
    if (this.#state !== 'ready') return;
    this.#state = 'started';
    this.#pulse.looked();
    this.#pollIn(0);
  }

  isAlive(): boolean {
    return this.#pulse.isAlive({ isFull: this.#runs.size >= this.#deps.limits.concurrency });
  }

  async stop(): Promise<void> {
    if (this.#state === 'stopped') return;
    this.#state = 'stopping';
    clearTimeout(this.#timer);
    for (const run of this.#runs.values()) run.wake();
    await this.#idle();
    this.#state = 'stopped';
  }

  async poll(): Promise<Instant | undefined> {
    const room = maxWaiting - this.#waiting.size;
    if (this.#isStopping()) return undefined;
    const now = this.#deps.clock.now();
    // One look sees also what comes due until the next one.
    const found = await this.#deps.store.findDueWork(now + this.#deps.limits.maxPollMs, maxWaiting);
    const due = found.filter(({ dueAt }) => dueAt <= now);
    // What is being worked on was found before its claim was saved.
    for (const work of due.slice(0, Math.max(0, room))) if (!this.#runs.has(keyOf(work))) this.due(work);
    this.#deps.metrics.looked('ok', Math.max(0, now - (found[0]?.dueAt ?? Infinity)));
    return found[due.length]?.dueAt ?? (found.length === maxWaiting ? now : undefined);
  }

  async drain(): Promise<void> {
    for (;;) {
      await this.#idle();
      if (this.#isStopping()) return;
      const found = await this.#deps.store.findDueWork(this.#deps.clock.now(), maxWaiting);
      if (found.length === 0 && this.#runs.size + this.#waiting.size === 0) return;
      for (const work of found) this.due(work);
    }
  }

  /** Begins records one by one, with whatever else is to be done in between: people who wait for an answer go first. */
  #fill(): void {
    this.#deps.metrics.backlog(this.#runs.size + this.#waiting.size);
    if (this.#isFilling || this.#waiting.size === 0 || this.#runs.size >= this.#deps.limits.concurrency) return;
    this.#isFilling = true;
    setImmediate(() => {
      this.#isFilling = false;
      const [next] = this.#waiting;
      if (next) {
        this.#waiting.delete(next[0]);
        void this.#begin(...next);
      }
      this.#fill();
    });
  }

  async #begin(key: string, work: DueWork): Promise<void> {
    const run = new DocumentRun(this.#deps, this.#handlers, work, () => this.#isStopping());
    this.#runs.set(key, run);
    if (this.#runs.size < this.#deps.limits.concurrency) this.#pulse.moved();
    try {
      await run.run();
    } catch (error) {
      // The record keeps its effects; they are found again when the lease ends.
      this.#deps.log.error({ err: error, record: key }, 'work on a record broke off');
    }
    this.#runs.delete(key);
    this.#pulse.moved();
    this.expect(run.nextDueAt ?? Infinity);
    if (run.isWoken && !this.#isStopping()) this.#waiting.set(key, work);
    this.#fill();
    if (this.#runs.size + this.#waiting.size === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #isStopping(): boolean {
    return this.#state === 'stopping' || this.#state === 'stopped';
  }

  #idle(): Promise<void> {
    if (this.#runs.size + this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #pollIn(delayMs: number): void {
    this.#nextLookAt = this.#deps.clock.now() + delayMs;
    this.#timer = setTimeout(() => void this.#tick(), delayMs);
  }

  expect(dueAt: Instant): void {
    if (this.#state !== 'started' || dueAt >= this.#nextLookAt) return;
    clearTimeout(this.#timer);
    this.#pollIn(Math.max(minPollMs, dueAt - this.#deps.clock.now()));
  }

  async #tick(): Promise<void> {
    let delayMs = this.#deps.limits.maxPollMs;
    this.#nextLookAt = -Infinity;
    try {
      const dueAt = await this.poll();
      this.#pulse.looked();
      if (dueAt !== undefined) delayMs = Math.min(delayMs, Math.max(minPollMs, dueAt - this.#deps.clock.now()));
    } catch (error) {
      this.#deps.metrics.looked('failed');
      this.#deps.log.warn({ err: error }, 'the store did not say what is due');
    }
    if (this.#state === 'started') this.#pollIn(delayMs);
  }
}

function keyOf({ collection, tenantId, id }: DueWork): string {
  return `${collection} ${tenantId}/${id}`;
}
