import type { DueWork } from '../commands/ports.js';

/** After so many in a row that somebody waits for, one goes first that nobody does: else it might wait for ever. */
const mostInRow = 3;

/** Records that wait for their turn; the ones of which somebody waits for something go first. */
export class Queue {
  readonly #awaited = new Map<string, DueWork>();
  readonly #others = new Map<string, DueWork>();
  #inRow = 0;

  get size(): number {
    return this.#awaited.size + this.#others.size;
  }

  /** How many of them somebody waits for. */
  get awaited(): number {
    return this.#awaited.size;
  }

  /** How many nobody waits for. */
  get others(): number {
    return this.#others.size;
  }

  add(work: DueWork): void {
    const key = keyOf(work);
    if (work.isAwaited) {
      this.#others.delete(key);
      this.#awaited.set(key, work);
    } else if (!this.#awaited.has(key)) this.#others.set(key, work);
  }

  /** Takes the next one out; of the others none unless they may. */
  take(mayBeOther: boolean): DueWork | undefined {
    const isOther = mayBeOther && this.#others.size > 0 && (this.#awaited.size === 0 || this.#inRow >= mostInRow);
    const line = isOther ? this.#others : this.#awaited;
    const [next] = line;
    if (!next) return undefined;
    line.delete(next[0]);
    this.#inRow = isOther ? 0 : this.#inRow + 1;
    return next[1];
  }
}

/** By what a record is known among those of this process. */
export function keyOf({ collection, tenantId, id }: DueWork): string {
  return `${collection} ${tenantId}/${id}`;
}
