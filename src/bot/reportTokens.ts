import { isTokenTrouble } from './classifyConnectorError.js';
import type { Connector } from './connector.js';
import type { Log } from '../log.js';

/** The log says it this often while it lasts, in milliseconds. */
const everyMs = 60_000;

/** What operators are woken by; an alert of the deployment templates looks for the first words. */
const trouble =
  'there is no token for Teams, so nobody is answered; what waits goes on by itself once there is one: run the doctor';

/** The connector, which says in the log that the bot cannot prove who it is. */
export function reportTokens(connector: Connector, log: Pick<Log, 'error'>, now = () => Date.now()): Connector {
  let saidAt = -Infinity;
  const watched = (call: Promise<string>): Promise<string> =>
    call.catch((error: unknown) => {
      if (isTokenTrouble(error) && now() - saidAt >= everyMs) {
        saidAt = now();
        log.error({ err: error }, trouble);
      }
      throw error;
    });
  return {
    post: (...call) => watched(connector.post(...call)),
    put: (...call) => watched(connector.put(...call)),
  };
}
