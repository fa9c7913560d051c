/** Wakes whoever waits for something to happen; one at a time may wait. */
export class Bell {
  #check: (() => void) | undefined;

  /** Something has happened. */
  ring(): void {
    this.#check?.();
  }

  /** Waits until it rings and the condition holds, or for so long, in milliseconds. */
  wait(forMs: number, isEnough: () => boolean): Promise<void> {
    if (isEnough()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#check = undefined;
        resolve();
      };
      const timer = setTimeout(end, forMs);
      this.#check = () => {
        if (isEnough()) end();
      };
    });
  }
}

/** Waits for so many milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
