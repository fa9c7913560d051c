import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BSON } from 'mongodb';

/**
 * What may happen to a database: nobody gets through and whoever was through is cut off; every answer comes late;
 * questions go in and no answer comes; it says that it is not the primary any more, to whatever would write.
 */
export const troubles = ['cut', 'slow', 'silent', 'stepDown'] as const;

/** One of them. */
export type Trouble = (typeof troubles)[number];

/** Stands between the product and MongoDB. */
export interface DatabaseProxy {
  readonly uri: string;
  /** Begins; without a trouble everything goes through again. */
  set(trouble: Trouble | undefined): void;
  close(): Promise<void>;
}

/** How late each answer of a slow database comes, in milliseconds. */
const lateMs = 400;

const opMsg = 2013;
const headerBytes = 16;

/** Starts the proxy before the server of a connection string. */
export async function startDatabaseProxy(uri: string): Promise<DatabaseProxy> {
  const target = new URL(uri.replace(/^mongodb/, 'http'));
  const sockets = new Set<Socket>();
  let trouble: Trouble | undefined;
  const server = createServer((client) => {
    if (trouble === 'cut') return void client.destroy();
    const upstream = connect(Number(target.port || 27017), target.hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => (sockets.delete(socket), other.destroy())).on('error', () => other.destroy());
    }
    client.on('data', (data) => {
      if (trouble === 'stepDown' && isWrite(data)) client.write(sayNotPrimary(data));
      else upstream.write(data);
    });
    let turn = Promise.resolve();
    upstream.on('data', (data) => {
      if (trouble === 'silent') return;
      const wait = trouble === 'slow' ? lateMs : 0;
      turn = turn.then(async () => {
        if (wait > 0) await pause(wait);
        if (!client.destroyed) client.write(data);
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cutOff = (): void => [...sockets].forEach((socket) => socket.destroy());
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    set(next) {
      // An answer that was swallowed leaves its connection out of step for good.
      if (next === 'cut' || trouble === 'silent') cutOff();
      trouble = next;
    },
    async close() {
      cutOff();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A command's name is the first field of its document: type 2 (text), the name, a zero byte. */
function isWrite(data: Buffer): boolean {
  return ['insert', 'update', 'delete', 'findAndModify'].some((name) => data.includes(`\x02${name}\0`));
}

function sayNotPrimary(question: Buffer): Buffer {
  const document = BSON.serialize({ ok: 0, errmsg: 'not primary', code: 10107, codeName: 'NotWritablePrimary' });
  const answer = Buffer.alloc(headerBytes + 5 + document.length);
  answer.writeInt32LE(answer.length, 0);
  answer.writeInt32LE(question.readInt32LE(4), 8);
  answer.writeInt32LE(opMsg, 12);
  answer.set(document, headerBytes + 5);
  return answer;
}
