import { defaultRetryLimits } from './backoff.js';
import { DocumentRun } from './documentRun.js';
import type { HandlerDeps, Handlers, OutboxDeps, OutboxLimits } from './handler.js';
import { createHandlers } from './handlers.js';
import { defaultPacingLimits } from './pacing.js';
import { Pulse } from './pulse.js';
import { keyOf, Queue } from './queue.js';
import type { CollectionName, DueWork, WorkSignal } from '../commands/ports.js';
import type { Instant } from '../domain/terms.js';

/** Fit for one small node as for several. */
export const defaultOutboxLimits: OutboxLimits = {
  concurrency: 32,
  awaitedConcurrency: 16,
  maxPollMs: 4_000,
  patienceMs: 200,
  retry: defaultRetryLimits,
  pacing: defaultPacingLimits,
};

/** So many records that wait for their turn are kept in memory; the store keeps the others. */
const maxWaiting = 500;

/** With so many times the records that can be worked on at once, what is new is left to other processes. */
const busyTimes = 4;

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
  readonly #queue = new Queue();
  readonly #pulse: Pulse;
  /** How many of the records are worked on that nobody waits for. */
  #others = 0;
  /** More was due than was taken in. */
  #isMoreDue = false;
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
    const run = this.#runs.get(keyOf(work));
    if (run) return run.wake();
    this.#queue.add(work);
    this.#fill();
  }

  isBusy(tenantId: string): boolean {
    const isFull = this.#queue.size >= busyTimes * this.#deps.limits.concurrency;
    return isFull && this.#deps.sharedOf?.(tenantId) !== undefined;
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
    if (this.#isStopping()) return undefined;
    const now = this.#deps.clock.now();
    // One look sees also what comes due until the next one.
    const found = await this.#deps.store.findDueWork(now + this.#deps.limits.maxPollMs, maxWaiting);
    const due = found.filter(({ dueAt }) => dueAt <= now);
    const isNew = (work: DueWork): boolean => !this.#runs.has(keyOf(work));
    // What is being worked on was found before its claim was saved.
    for (const work of due.filter(({ isAwaited }) => isAwaited)) if (isNew(work)) this.due(work);
    const others = due.filter(({ isAwaited }) => !isAwaited);
    const room = Math.max(0, maxWaiting - this.#queue.others);
    for (const work of this.#spread(others).slice(0, room)) if (isNew(work)) this.due(work);
    this.#deps.metrics.looked('ok', Math.max(0, ...due.map(({ dueAt }) => now - dueAt)));
    this.#isMoreDue = found.length === maxWaiting;
    // A look through much costs the store more than all else; until little is left here, it is as good as none.
    if (this.#isMoreDue) return this.#isShort() ? now : undefined;
    const later = found.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
    return later.length > 0 ? Math.min(...later) : undefined;
  }

  /** Where much is due, each process begins somewhere else: they would only take the same records from each other. */
  #spread(found: readonly DueWork[]): readonly DueWork[] {
    if (found.length <= this.#deps.limits.concurrency) return found;
    const from = Math.floor(this.#deps.random() * found.length);
    return [...found.slice(from), ...found.slice(0, from)];
  }

  /** Whether there is soon nothing left of what was taken in. */
  #isShort(): boolean {
    return this.#queue.size < maxWaiting / 2;
  }

  async drain(): Promise<void> {
    for (;;) {
      await this.#idle();
      if (this.#isStopping()) return;
      const found = await this.#deps.store.findDueWork(this.#deps.clock.now(), maxWaiting);
      if (found.length === 0 && this.#runs.size + this.#queue.size === 0) return;
      for (const work of found) this.due(work);
    }
  }

  /** Begins records one by one, with whatever else is to be done in between: people who wait for an answer go first. */
  #fill(): void {
    const { concurrency, awaitedConcurrency } = this.#deps.limits;
    this.#deps.metrics.backlog(this.#runs.size + this.#queue.size);
    const isFull = this.#runs.size >= concurrency + awaitedConcurrency;
    const mayBeOther = this.#others < concurrency;
    if (this.#isFilling || isFull || (mayBeOther ? this.#queue.size : this.#queue.awaited) === 0) return;
    this.#isFilling = true;
    setImmediate(() => {
      this.#isFilling = false;
      const next = this.#queue.take(this.#others < concurrency);
      if (next) void this.#begin(next);
      this.#fill();
    });
  }

  async #begin(work: DueWork): Promise<void> {
    const key = keyOf(work);
    const run = new DocumentRun(this.#deps, this.#handlers, work, () => this.#isStopping());
    const places = work.isAwaited ? 0 : 1;
    this.#runs.set(key, run);
    this.#others += places;
    if (this.#runs.size < this.#deps.limits.concurrency) this.#pulse.moved();
    try {
      await run.run();
    } catch (error) {
      // The record keeps its effects; they are found again when the lease ends.
      this.#deps.log.error({ err: error, record: key }, 'work on a record broke off');
    }
    this.#runs.delete(key);
    this.#others -= places;
    this.#pulse.moved();
    this.expect(run.nextDueAt ?? Infinity);
    if (run.isWoken && !this.#isStopping()) this.#queue.add(work);
    if (this.#isMoreDue && this.#isShort()) this.expect(this.#deps.clock.now());
    this.#fill();
    if (this.#runs.size + this.#queue.size === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #isStopping(): boolean {
    return this.#state === 'stopping' || this.#state === 'stopped';
  }

  #idle(): Promise<void> {
    if (this.#runs.size + this.#queue.size === 0) return Promise.resolve();
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
