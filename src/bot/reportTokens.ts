import { isTokenTrouble } from './classifyConnectorError.js';
import type { Connector } from './connector.js';
import type { Log } from '../log.js';

/** The log says it this often while it lasts, in milliseconds. */
const everyMs = 60_000;

/** The connector, which says in the log that the bot cannot prove who it is. */
export function reportTokens(connector: Connector, log: Pick<Log, 'error'>, now = () => Date.now()): Connector {
  let saidAt = -Infinity;
  const watched = <T>(call: Promise<T>): Promise<T> =>
    call.catch((error: unknown) => {
      if (isTokenTrouble(error) && now() - saidAt >= everyMs) {
        saidAt = now();
        // Operators are woken by it: an alert of the deployment templates looks for the first words.
        log.error(
          { err: error },
          'there is no token for Teams, so nobody is answered until there is one: run the doctor',
        );
      }
      throw error;
    });
  return {
    post: (...call) => watched(connector.post(...call)),
    put: (...call) => watched(connector.put(...call)),
    get: (...call) => watched(connector.get(...call)),
  };
}
