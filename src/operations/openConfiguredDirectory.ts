import { randomUUID } from 'node:crypto';
import { createTokenSource } from '../bot/tokenSource.js';
import type { Clock } from '../commands/ports.js';
import type { Config } from '../config.js';
import { openDirectory, type OpenedDirectory } from '../directory/openDirectory.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';

/** The directory of the configuration; its token comes from the bot's own registration. */
export function openConfiguredDirectory(
  { directory, credentials }: Config,
  {
    clock,
    log,
    metrics,
    tracing,
  }: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics; readonly tracing: Tracing },
): Promise<OpenedDirectory> {
  const registration = credentials &&
    directory.kind === 'graph' && {
      appId: credentials.appId,
      getToken: createTokenSource(credentials, `${directory.baseUrl}/.default`),
    };
  return openDirectory(directory, {
    clock,
    log,
    newId: randomUUID,
    watchGraphCall: (operation) => {
      const end = tracing.call('graph', { 'concierge.operation': operation });
      return (status) => {
        metrics.recordGraphCall(operation, status);
        end(status > 0 && status < 400 ? undefined : String(status));
      };
    },
    ...(registration ? { registration } : {}),
  });
}
