import type { Server } from 'restify';

/** How many turns run, and whether new ones are still welcome. */
export class TurnCount {
  isClosing = false;
  #running = 0;
  #onIdle: (() => void) | undefined;

  begin(): void {
    this.#running += 1;
  }

  end(): void {
    this.#running -= 1;
    if (this.#running === 0) this.#onIdle?.();
  }

  idle(): Promise<void> {
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#onIdle = resolve));
  }
}

/** Stops listening, waits for running turns, but not for ever, and ends every connection that is left. */
export async function closeServer(server: Server, turns: TurnCount, patienceMs: number): Promise<void> {
  turns.isClosing = true;
  const raw = server.server;
  const closed = new Promise<void>((resolve) => raw.close(() => resolve()));
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
  await Promise.race([turns.idle(), tooLate]);
  clearTimeout(timer);
  raw.closeAllConnections();
  await closed;
}
