import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hands requests to processes in turn, as far as they say that they are ready; none is tried twice. */
export interface Balancer {
  readonly port: number;
  close(): Promise<void>;
}

/** How often each process is asked whether it is ready, in milliseconds. */
const askEveryMs = 500;

/** Starts a balancer before the processes that listen at that moment on these ports. */
export async function startBalancer(portsNow: () => readonly number[]): Promise<Balancer> {
  let ready: readonly number[] = [];
  let count = 0;
  const ask = async (): Promise<void> => {
    const asked = portsNow();
    const answers = await Promise.all(
      asked.map((port) =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    ready = asked.filter((_, index) => answers[index]);
  };
  await ask();
  const timer = setInterval(() => void ask(), askEveryMs);
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const port = ready[(count += 1) % ready.length];
    const fail = (error?: Error): void => {
      // Not chained: restify, once loaded anywhere in the process, makes every server's writeHead return nothing.
      if (!response.headersSent) response.writeHead(502);
      response.end(error?.message ?? 'nobody is ready');
    };
    if (port === undefined) return fail();
    const { method, url: path, headers } = request;
    const onward = http.request({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, host: '127.0.0.1' },
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? 'text/plain' });
      answer.pipe(response);
    });
    onward.on('error', fail);
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
