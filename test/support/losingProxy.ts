import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a MongoDB driver and its server, and can swallow the reply to a command. */
export interface LosingProxy {
  readonly uri: string;
  /** The next command of this name reaches the server; its connection breaks when the reply comes. */
  loseNextReply(command: 'insert' | 'update'): void;
  /** How many replies were lost. */
  readonly lost: number;
  /** Nobody gets through any more. */
  close(): Promise<void>;
}

/** Starts the proxy before the server of a connection string. */
export async function startLosingProxy(uri: string): Promise<LosingProxy> {
  const target = new URL(uri.replace(/^mongodb/, 'http'));
  const sockets = new Set<Socket>();
  let awaited: Buffer | undefined;
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 27017), target.hostname);
    let isLosing = false;
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => other.destroy()).on('error', () => other.destroy());
    }
    client.on('data', (data) => {
      if (awaited && data.includes(awaited)) {
        awaited = undefined;
        isLosing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!isLosing) return void client.write(data);
      lost++;
      client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    // A command's name is the first field of its document: type 2 (text), the name, a zero byte.
    loseNextReply: (command) => void (awaited = Buffer.from(`\x02${command}\0`)),
    get lost() {
      return lost;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
