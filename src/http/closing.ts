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

/** How long a server goes on, and how long it waits, before it is closed; in milliseconds. */
export interface ClosePatience {
  /** Still takes requests, and says already that it is not ready. */
  readonly lingerMs: number;
  /** For running turns. */
  readonly closeMs: number;
}

/** Stops listening, waits for running turns, but not for ever, and ends every connection that is left. */
export async function closeServer(server: Server, turns: TurnCount, patience: ClosePatience): Promise<void> {
  turns.isClosing = true;
  if (patience.lingerMs > 0) await new Promise((resolve) => setTimeout(resolve, patience.lingerMs));
  const raw = server.server;
  const closed = new Promise<void>((resolve) => raw.close(() => resolve()));
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience.closeMs)));
  await Promise.race([turns.idle(), tooLate]);
  clearTimeout(timer);
  raw.closeAllConnections();
  await closed;
}
