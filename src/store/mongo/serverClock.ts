import type { Db } from 'mongodb';
import type { Instant } from '../../domain/terms.js';

/** How often the server is asked for its time, in milliseconds. */
const askEveryMs = 60_000;

/** When the own clock has jumped by more than this against a clock that never does, the server is asked at once. */
const jumpMs = 1_000;

/** The server's clock, which is the same for every process, as far as this one knows it. */
export interface ServerClock {
  now(): Instant;
  stop(): void;
}

/**
 * Asks the server for its time now and then; in between, time goes on by a clock that nobody sets. `wallClock` is the
 * machine's own, which is only looked at for jumps.
 */
export async function followServerClock(db: Pick<Db, 'command'>, wallClock = () => Date.now()): Promise<ServerClock> {
  let offsetMs = wallClock() - performance.now();
  let jumpFreeMs = offsetMs;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    const sentAt = performance.now();
    // The name that every server knows, however old; newer ones also call it "hello".
    const { localTime } = (await db.command({ isMaster: 1 })) as { readonly localTime?: Date };
    const receivedAt = performance.now();
    // The answer was made somewhere between the two.
    if (localTime) offsetMs = localTime.getTime() - (sentAt + receivedAt) / 2;
    jumpFreeMs = wallClock() - receivedAt;
    isAsking = false;
  };
  const askAgain = (): void =>
    void ask().catch(() => {
      // The last answer serves until the server is there again.
      isAsking = false;
    });
  await ask();
  const timer = setInterval(askAgain, askEveryMs).unref();
  return {
    now() {
      const here = performance.now();
      // A machine that slept has a steady clock that stood still.
      const jumpedMs = wallClock() - here - jumpFreeMs;
      if (Math.abs(jumpedMs) > jumpMs) {
        offsetMs += jumpedMs;
        jumpFreeMs += jumpedMs;
        askAgain();
      }
      return Math.round(here + offsetMs);
    },
    stop: () => clearInterval(timer),
  };
}
