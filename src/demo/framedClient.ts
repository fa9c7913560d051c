import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What a frame adds to the client's page (Playground 0.2.28): its developer's tool bar is hidden and its log panel is
 * closed with the panel's own button, which takes half of a narrow window otherwise. Everything else is the client.
 */
const addition = `<style>div:has(> h1) { display: none !important; } html, body { overflow: hidden; }</style>
<script>
  const hideLog = () => document.querySelector('button[title="Hide log panel"], button[aria-label="Hide log panel"]')?.click();
  const watch = new MutationObserver(hideLog);
  watch.observe(document, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 15000);
</script>`;

/** A second door to a client on this machine, dressed for a frame. */
export interface FramedClient {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens the door on `port`, to the client on `clientPort`. */
export async function openFramedClient(port: number, clientPort: number): Promise<FramedClient> {
  const server = createServer((request, response) => passOn(request, response, clientPort));
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    joinSockets(request, socket, head, clientPort);
  });
  await listen(server, port);
  const close = () => {
    // The server forgets a socket once it is upgraded, but waits for it all the same.
    for (const socket of sockets) socket.destroy();
    return closeServer(server);
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

function passOn(request: IncomingMessage, response: ServerResponse, clientPort: number): void {
  // Uncompressed, so that the page can be added to; never "not modified", for what is kept may lack the addition.
  const {
    'accept-encoding': _encoding,
    'if-none-match': _tag,
    'if-modified-since': _since,
    ...headers
  } = request.headers;
  const onward = ask(
    {
      host: 'localhost',
      port: clientPort,
      method: request.method,
      path: request.url,
      headers: { ...headers, host: `localhost:${clientPort}` },
    },
    (answer) => {
      const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
      if (!isPage) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const page = Buffer.concat(chunks).toString('utf8').replace('</head>', `${addition}</head>`);
        const { 'content-length': _length, etag: _etag, 'last-modified': _modified, ...kept } = answer.headers;
        response.writeHead(answer.statusCode ?? 200, {
          ...kept,
          'content-length': Buffer.byteLength(page),
          'cache-control': 'no-store',
        });
        response.end(page);
      });
    },
  );
  onward.on('error', () => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = 502;
    response.end('The client does not answer.');
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** Web sockets: the request is written to the client once more, then both ends are one line. */
function joinSockets(request: IncomingMessage, socket: Duplex, head: Buffer, clientPort: number): void {
  const onward = connect(clientPort, 'localhost', () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let index = 0; index < request.rawHeaders.length; index += 2)
      lines.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  const part = () => {
    onward.destroy();
    socket.destroy();
  };
  for (const end of [onward, socket]) end.on('error', part).on('close', part);
}

/** Listens on the loopback interface. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Stops listening and ends what is open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
