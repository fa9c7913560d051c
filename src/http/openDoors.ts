import type { ServerResponse } from 'node:http';
import { referenceOf } from './answers.js';
import { localHostNames } from './hostNames.js';
import { startMetricsServer } from './metricsAccess.js';
import { startServer, type IncomingRequest, type RunningServer, type ServerDeps } from './server.js';
import type { OpenedBot } from '../bot/openBot.js';
import type { Config } from '../config.js';

/** What stands behind the doors. */
export interface BehindDoors extends Pick<ServerDeps, 'log' | 'isReady' | 'takeFile' | 'metrics'> {
  readonly bot: Pick<OpenedBot, 'handle'>;
}

/** Opens the main port and, where it is wanted, the one for metrics alone: both or none. */
export async function openDoors(config: Config, { bot, ...behind }: BehindDoors): Promise<RunningServer> {
  const { host, port, metricsPort, metricsToken } = config;
  const server = await startServer({
    ...behind,
    host,
    port,
    ...(config.credentials ? {} : { hostNames: localHostNames(host) }),
    processActivity: (request, response) => answerActivity(bot, request, response),
    ...(metricsToken ? { metricsToken } : {}),
  });
  if (metricsPort === undefined) return server;
  const metricsServer = await startMetricsServer({ host, port: metricsPort }, behind.metrics).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  return {
    ...server,
    async close(lingers) {
      await server.close(lingers);
      await metricsServer.close();
    },
  };
}

async function answerActivity(
  bot: Pick<OpenedBot, 'handle'>,
  { body, headers, correlationId }: IncomingRequest,
  response: ServerResponse,
): Promise<void> {
  const { authorization = '' } = headers;
  const answer = await bot.handle({ body, authorization, reference: referenceOf(correlationId) });
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}
