import {
  MongoClientClosedError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoSystemError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} from 'mongodb';
import { StoreUnavailableError, type WriteResult } from '../../commands/ports.js';

/**
 * What a server says while it steps down, restarts or is overloaded: HostUnreachable, HostNotFound, NetworkTimeout,
 * ShutdownInProgress, PrimarySteppedDown, ExceededTimeLimit, SocketException, NotWritablePrimary,
 * InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, and what
 * Azure says to too many requests.
 */
const passingCodes = new Set<unknown>([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 16500]);

const duplicateKey = 11000;

/** Whether a unique key is taken. Which one it was is worded differently by each server, so nothing depends on it. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === duplicateKey;
}

/** Whether a write may have been carried out although it failed: its reply was lost, or came from a server in trouble. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoWriteConcernError) return true;
  return (
    error instanceof MongoServerError &&
    (passingCodes.has(error.code) || error.hasErrorLabel(MongoErrorLabel.RetryableWriteError))
  );
}

/** The error to hand on: `StoreUnavailableError` where trying again may help, else what it was. */
export function toStoreError(error: unknown): unknown {
  const isClosed =
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof MongoClientClosedError;
  // The driver does not export the class of the error for "no free connection in time".
  const isFull = error instanceof Error && error.name === 'MongoWaitQueueTimeoutError';
  // MongoSystemError: no server could be chosen in time.
  if (!isOutcomeUnknown(error) && !isClosed && !isFull && !(error instanceof MongoSystemError)) return error;
  return new StoreUnavailableError(`MongoDB does not answer: ${(error as Error).message}`, { cause: error });
}

/**
 * Finds out how a write ended whose reply was lost. Repeating it is harmless, for it only works on the version that
 * was read; when the repetition is turned away, the first attempt may be the reason: then the stored record is ours.
 */
export async function writeSurely(
  attempt: () => Promise<WriteResult>,
  hasLanded: () => Promise<boolean>,
): Promise<WriteResult> {
  try {
    try {
      return await attempt();
    } catch (error) {
      if (!isOutcomeUnknown(error)) throw error;
    }
    const again = await attempt();
    return again === 'written' || (await hasLanded()) ? 'written' : again;
  } catch (error) {
    throw toStoreError(error);
  }
}
