/** Remembers what was seen lately, so that a message which the channel sends again runs once; forgets the oldest first. */
export class RecentIds {
  readonly #seen = new Set<string>();

  constructor(private readonly most: number) {}

  /** Whether this is the first time; from now on it is not. */
  add(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    if (this.#seen.size > this.most) {
      const [oldest] = this.#seen;
      if (oldest !== undefined) this.#seen.delete(oldest);
    }
    return true;
  }

  /** Lets an id come again, because what was sent under it could not be handled. */
  forget(id: string): void {
    this.#seen.delete(id);
  }
}
