import type { Log } from '../log.js';

/**
 * So many turns may be under way in one process. They share its time: whoever came after them would be answered so late
 * that the channel had sent the message once more.
 */
export const mostTurns = 500;

/** Keeps count of the turns that are under way, and of those that are turned away because there are too many. */
export class Crowd {
  #inside = 0;
  #turnedAway = 0;

  constructor(
    private readonly most: number,
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {}

  /** Runs a turn; nothing where there are too many already. */
  admit<T>(turn: () => Promise<T>): Promise<T> | undefined {
    if (this.#inside < this.most) return this.during(turn());
    this.#turnedAway += 1;
    if (this.#turnedAway === 1)
      this.log.warn({ turns: this.#inside }, 'too many turns at once; the next ones are refused');
    return undefined;
  }

  /** Counts what goes on behind an answer that was given already. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#inside += 1;
    try {
      return await work;
    } finally {
      this.#inside -= 1;
      // Not at the first free place: the log would tell of each.
      if (this.#turnedAway > 0 && this.#inside <= this.most / 2) {
        this.log.info({ refused: this.#turnedAway }, 'all turns are taken again');
        this.#turnedAway = 0;
      }
    }
  }
}
