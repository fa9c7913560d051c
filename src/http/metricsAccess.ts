import { createHash, timingSafeEqual } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from './answers.js';

/** The numbers of this process, in Prometheus' form. */
export interface MetricsText {
  readonly contentType: string;
  text(): Promise<string>;
}

/** What a proxy adds: with any of these, the caller is not on this machine although the connection is. */
const forwardingHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'x-original-host',
  'x-arr-log-id',
  'cf-connecting-ip',
  'true-client-ip',
] as const;

/** Who may read the metrics on the main port: this machine itself, and whoever has the token. */
export function mayReadMetrics({ socket, headers }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  const address = socket.remoteAddress ?? '';
  const isHere = address === '::1' || /^(?:::ffff:)?127\./.test(address);
  return isHere && forwardingHeaders.every((name) => headers[name] === undefined);
}

/** Answers with the metrics, or says how to get them. */
export async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  metrics: MetricsText,
  token: string | undefined,
): Promise<void> {
  if (mayReadMetrics(request, token)) return send(response, metrics);
  response.setHeader('www-authenticate', 'Bearer');
  refuse(response, 401, 'The metrics are for this machine, or for callers with the token of METRICS_TOKEN.');
}

/** A port for the metrics alone; who may reach it is up to the network. Rejects where the port cannot be had. */
export async function startMetricsServer(
  address: { readonly host: string; readonly port: number },
  metrics: MetricsText,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/metrics') return void send(response, metrics);
    refuse(response, 404);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`The port of METRICS_PORT (${address.port}) cannot be had (${code}); set it to another one.`)),
    );
    server.listen(address.port, address.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, metrics: MetricsText): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType });
  response.end(text);
}

/** In the same time wherever the two differ, and whatever their lengths. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
