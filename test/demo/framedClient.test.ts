import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, it } from 'mocha';
import { openFramedClient } from '../../src/demo/framedClient.js';
import { findFreePort } from '../../src/demo/ports.js';

async function withClient(server: Server, use: (url: string) => Promise<void>): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const framed = await openFramedClient(await findFreePort(41_200), (server.address() as AddressInfo).port);
  try {
    await use(framed.url);
  } finally {
    await framed.close();
    server.close();
    server.closeAllConnections();
  }
}

describe('a client in a frame', () => {
  it('gets the addition in its page and everything else as it is', async () => {
    const server = createServer((request, response) => {
      const isPage = request.url === '/';
      // Not chained: restify, once loaded anywhere in the process, makes every server's writeHead return nothing.
      response.writeHead(
        isPage ? 200 : 201,
        isPage ? { 'content-type': 'text/html', 'content-length': 26 } : { 'content-type': 'text/plain' },
      );
      response.end(isPage ? '<html><head></head></html>' : `${request.method} ${request.url}`);
    });
    await withClient(server, async (url) => {
      assert.match(await (await fetch(url)).text(), /Hide log panel.*<\/head>/s);
      const answer = await fetch(`${url}static/x.js?y`, { method: 'POST' });
      assert.deepEqual([answer.status, await answer.text()], [201, 'POST /static/x.js?y']);
    });
  });

  it('answers 502 when the client is gone', async () => {
    const framed = await openFramedClient(await findFreePort(41_200), await findFreePort(41_300));
    try {
      assert.equal((await fetch(framed.url)).status, 502);
    } finally {
      await framed.close();
    }
  });

  it('joins web sockets', async () => {
    const server = createServer();
    server.on('upgrade', (_request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
      socket.pipe(socket);
    });
    await withClient(server, async (url) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      let heard = '';
      socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
      socket.write('GET /stream HTTP/1.1\r\nHost: x\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
      while (!heard.includes('\r\n\r\n')) await once(socket, 'data');
      socket.write('ping');
      while (!heard.endsWith('ping')) await once(socket, 'data');
      socket.destroy();
    });
  });

  it('closes although a web socket is open', async () => {
    const server = createServer();
    server.on(
      'upgrade',
      (_request, socket) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    );
    let closed: Promise<unknown> | undefined;
    await withClient(server, async (url) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write('GET /stream HTTP/1.1\r\nHost: x\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
      await once(socket, 'data');
      closed = once(socket, 'close');
    });
    await closed;
  });
});
