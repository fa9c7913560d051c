import type { RefusalReason } from './admission.js';
import type { Log } from '../../log.js';

/** Tells the log who was kept out: a line at once, then at most one a second, with a count for each reason. */
export class RefusalLog {
  readonly #counts = new Map<RefusalReason, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: Log,
    private readonly pauseMs = 1_000,
  ) {}

  note(reason: RefusalReason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    if (this.#timer === undefined) this.#tell();
  }

  /** Tells what is left to tell. */
  close(): void {
    clearTimeout(this.#timer);
    this.#tell();
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    if (this.#counts.size === 0) return;
    const refused = [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
    this.log.warn({ refused, reasons: Object.fromEntries(this.#counts) }, 'refused at the door');
    this.#counts.clear();
    this.#timer = setTimeout(() => this.#tell(), this.pauseMs).unref();
  }
}
