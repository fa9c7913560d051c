import { createServer } from 'node:net';
import { given } from '../domain/given.js';

/** How many ports above the wished one are tried before the system may choose any. */
const nearbyPorts = 20;

/** The wished port, or a free one near it that is not among `taken`. */
export async function findFreePort(wished: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wished; port <= wished + nearbyPorts; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  return anyFreePort();
}

/** Free on the loopback interface and on all interfaces: a listener on either would answer in our place. */
async function isFree(port: number): Promise<boolean> {
  return (await tryListen(port, '127.0.0.1')) !== undefined && (await tryListen(port)) !== undefined;
}

async function anyFreePort(): Promise<number> {
  const port = await tryListen(0, '127.0.0.1');
  if (port === undefined) throw new Error('No port is free on this machine.');
  return port;
}

function tryListen(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, ...given({ host: host || undefined }) }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
