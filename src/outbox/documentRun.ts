import { Bell, sleep } from './bell.js';
import { occasionOf } from './changeRecord.js';
import type { HandlerDeps, Handlers } from './handler.js';
import { laneOf } from './lanes.js';
import { tryEffect } from './settlement.js';
import { tryAgain } from '../commands/change.js';
import type { CollectionName, Documents, DueWork, TenantStore } from '../commands/ports.js';
import type { Effect } from '../domain/effect.js';
import type { Instant } from '../domain/terms.js';
import { claimLease, leaseState, releaseLease, settleEffects, type Granted, type Settled } from '../domain/timers.js';
import { leaseMs } from '../domain/revise.js';

/** While effects take long, the record is read again this often, for what others changed; in milliseconds. */
const lookAgainMs = 2_000;

/** A lease with less than this left is renewed, in milliseconds. */
const renewBelowMs = leaseMs / 2;

/** How often a save is tried while the store does not answer, and the first wait in between, in milliseconds. */
const mostSaves = 8;
const saveRetryMs = 250;

/**
 * One process at work on one record: claims it, carries out what is due, and saves the results in as few commits as
 * possible. It is awake as long as something is due or under way.
 */
export class DocumentRun<C extends CollectionName> {
  readonly #deps: HandlerDeps;
  readonly #handlers: Handlers;
  readonly #work: DueWork & { readonly collection: C };
  readonly #store: TenantStore;
  readonly #isStopping: () => boolean;
  /** Effects under way or not saved yet, with what excludes others from running beside them. */
  readonly #active = new Map<string, string>();
  readonly #finished: Settled<Documents[C]>[] = [];
  #document: Documents[C] | undefined;
  #isWoken = false;
  /** Whether something was sent that is not saved yet. */
  #isSent = false;
  readonly #bell = new Bell();

  constructor(
    deps: HandlerDeps,
    handlers: Handlers,
    work: DueWork & { readonly collection: C },
    isStopping: () => boolean,
  ) {
    this.#deps = deps;
    this.#handlers = handlers;
    this.#work = work;
    this.#store = deps.store.forTenant(work.tenantId);
    this.#isStopping = isStopping;
  }

  /** Somebody has changed the record: there may be more to do. */
  wake(): void {
    this.#isWoken = true;
    this.#bell.ring();
  }

  /** Whether the record was changed after this run last looked at it. */
  get isWoken(): boolean {
    return this.#isWoken;
  }

  /** When there is more to do with the record, as it was last seen. */
  get nextDueAt(): Instant | undefined {
    return this.#document?.nextEffectAt;
  }

  /** Resolves when nothing is due any more, or another process has the record. */
  async run(): Promise<void> {
    await this.#read();
    for (;;) {
      if (!this.#isStopping()) await this.#startDue();
      if (this.#active.size === 0) break;
      await this.#bell.wait(lookAgainMs, () => this.#finished.length > 0 || this.#isWoken);
      if (this.#finished.length > 0) {
        // What somebody has in their chat would be there twice, if this process died before it was saved.
        await this.#bell.wait(
          this.#deps.limits.patienceMs,
          () => this.#isSent || this.#finished.length === this.#active.size,
        );
        await this.#settle();
      } else {
        await this.#lookAgain();
      }
    }
    if (this.#isStopping()) await this.#release();
  }

  async #read(): Promise<void> {
    this.#isWoken = false;
    this.#document = await this.#store.read(this.#work.collection).get(this.#work.id);
  }

  async #startDue(): Promise<void> {
    if (this.#findDue().length === 0) return this.#active.size === 0 ? this.#putScheduleRight() : undefined;
    if (this.#leaseState() === 'free') await this.#claim();
    if (this.#leaseState() !== 'ours') return;
    for (const effect of this.#findDue()) {
      const lane = laneOf(effect);
      if ([...this.#active.values()].includes(lane)) continue;
      this.#active.set(effect.id, lane);
      void this.#carryOut(effect);
    }
  }

  async #carryOut(effect: Effect): Promise<void> {
    const started = this.#document as Documents[C];
    const settled = await tryEffect<Documents[C]>(this.#deps, this.#handlers, effect, {
      store: this.#store,
      current: () => this.#document ?? started,
    });
    this.#finished.push(settled);
    this.#isSent ||= this.#handlers[effect.kind]?.sends === true;
    this.#bell.ring();
  }

  #findDue(): readonly Effect[] {
    const now = this.#deps.clock.now();
    return this.#document?.effects.filter(({ id, dueAt }) => dueAt <= now && !this.#active.has(id)) ?? [];
  }

  #leaseState(): ReturnType<typeof leaseState> {
    return this.#document ? leaseState(this.#document, this.#occasion()) : 'theirs';
  }

  /** A record that is listed as due without any due effect would be found again and again. */
  async #putScheduleRight(): Promise<void> {
    const { nextEffectAt } = this.#document ?? {};
    if (nextEffectAt !== undefined && nextEffectAt <= this.#deps.clock.now() && this.#leaseState() !== 'theirs')
      await this.#claim();
  }

  async #claim(): Promise<void> {
    await this.#rewrite((document) =>
      this.#leaseState() === 'theirs' ? undefined : claimLease<Documents[C]>(document, this.#occasion()),
    );
  }

  async #release(): Promise<void> {
    await this.#rewrite((document) => releaseLease<Documents[C]>(document, this.#occasion()));
  }

  async #lookAgain(): Promise<void> {
    await this.#read();
    const { lease } = this.#document ?? {};
    if (lease && this.#leaseState() === 'ours' && lease.until - this.#deps.clock.now() < renewBelowMs)
      await this.#claim();
  }

  async #rewrite(next: (document: Documents[C]) => Granted<string, Documents[C]> | undefined): Promise<void> {
    await tryAgain(async () => {
      const write = this.#document && next(this.#document);
      if (!write) return undefined;
      if ((await this.#store.replace(write.proof, this.#work.collection, write.document)) === 'written') {
        this.#document = write.document;
        return undefined;
      }
      await this.#read();
      return 'conflict';
    });
  }

  /** Saves what has ended. A save that fails is tried again: to lose it would be to do everything twice. */
  async #settle(): Promise<void> {
    const settled = this.#finished.splice(0);
    this.#isSent = false;
    for (let failures = 0; ;) {
      try {
        if (await this.#save(settled)) break;
      } catch (error) {
        failures += 1;
        this.#deps.log.error({ err: error, record: this.#work }, 'the results of effects could not be saved');
        if (failures >= mostSaves || this.#isStopping()) throw error;
        await sleep(saveRetryMs * 2 ** failures);
      }
    }
    for (const { effectId } of settled) this.#active.delete(effectId);
  }

  /** One try of a save; false when somebody was faster, and then with their version at hand. */
  async #save(settled: readonly Settled<Documents[C]>[]): Promise<boolean> {
    if (!this.#document) return true;
    const { proof, document } = settleEffects<Documents[C]>(this.#document, settled, this.#occasion());
    const result = await this.#store.replace(proof, this.#work.collection, document);
    if (result === 'written') this.#document = document;
    else await this.#read();
    return result === 'written';
  }

  #occasion() {
    return occasionOf(this.#deps, undefined);
  }
}
