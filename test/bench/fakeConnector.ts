import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { conversationId, personId } from './activities.js';

/** Answers what a bot sends to Teams, as fast as it can, and remembers what was in it. */
export interface FakeConnector {
  readonly serviceUrl: string;
  /** Messages and edits taken by the two owners' chats so far: the outbox's work. */
  ownersCount(): number;
  /** Messages and edits taken by all other chats so far. */
  othersCount(): number;
  /** The ids of requests whose waiting card reached its requester since the last call, each once. */
  takeRequestIds(): string[];
  close(): void;
}

const ownerPaths = [0, 1].map((number) => `/v3/conversations/${encodeURIComponent(conversationId(personId(number)))}/`);

/** Starts a connector on a port of the loopback interface; on a free one, unless it is told which. */
export async function startFakeConnector(port = 0): Promise<FakeConnector> {
  let owners = 0;
  let others = 0;
  const seen = new Set<string>();
  const fresh: string[] = [];
  const take = (path: string, body: string): void => {
    if (ownerPaths.some((ownerPath) => path.startsWith(ownerPath))) {
      owners += 1;
      return;
    }
    others += 1;
    const id = /REQ-[0-9A-Z]{8}/.exec(body)?.[0];
    if (!id || seen.has(id)) return;
    seen.add(id);
    fresh.push(id);
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      take(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"m${owners + others}"}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ownersCount: () => owners,
    othersCount: () => others,
    takeRequestIds: () => fresh.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
