import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import { startServer, type IncomingRequest, type RunningServer, type ServerDeps } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { createMetrics } from '../../src/metrics.js';

const message = JSON.stringify({ type: 'message', text: 'join Marketing' });
const json = { 'content-type': 'application/json' };
const tooMuch = 256 * 1024 + 1;

describe('the web server', () => {
  const running: RunningServer[] = [];
  const lines: string[] = [];
  let taken: IncomingRequest[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
    taken = [];
    lines.length = 0;
  });

  async function start(changes: Partial<ServerDeps> = {}): Promise<RunningServer> {
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      log: createLog('info', { write: (line) => void lines.push(line) }),
      processActivity: async (request, response) => {
        taken.push(request);
        response.send(200, { heard: request.body['type'] });
      },
      isReady: async () => true,
      metrics: createMetrics(),
      ...changes,
    });
    running.push(server);
    return server;
  }

  const url = (server: RunningServer, path = '/api/messages') => `http://${server.host}:${server.port}${path}`;
  const post = (server: RunningServer, body: string | Uint8Array, headers: Record<string, string> = json) =>
    fetch(url(server), { method: 'POST', body, headers });

  /** All that the server says to these bytes, until it or the quiet of a whole answer ends the connection. */
  async function say(server: RunningServer, ...parts: (string | Buffer)[]): Promise<string> {
    const socket = net.connect(server.port, server.host);
    let heard = '';
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (/\r\n\r\n.*\}$/s.test(heard)) socket.destroy();
    });
    for (const part of parts) socket.write(part);
    await once(socket, 'close');
    return heard;
  }

  const head = (...headers: string[]) =>
    `POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n${headers.join('\r\n')}\r\n\r\n`;

  async function assertRefused(response: Response, status: number): Promise<void> {
    const body = (await response.json()) as { error?: string };
    assert.equal(response.status, status);
    assert.deepEqual(Object.keys(body), ['error']);
    assert.match(body.error ?? '', /^[A-Z][^:{}]*\.$/);
    assert.deepEqual(taken, []);
  }

  it('hands over an activity, with a fresh correlation id that the answer carries too', async () => {
    const server = await start();
    const [one, two] = [
      await post(server, message),
      await post(server, message, {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'identity',
      }),
    ];
    assert.deepEqual(await one.json(), { heard: 'message' });
    assert.equal(two.status, 200);
    assert.deepEqual(
      taken.map(({ correlationId }) => correlationId),
      [one, two].map((answer) => answer.headers.get('x-correlation-id')),
    );
    assert.match(taken[0]?.correlationId ?? '', /^[0-9a-f-]{36}$/);
    assert.notEqual(taken[0]?.correlationId, taken[1]?.correlationId);
    assert.equal(one.headers.get('server'), null);
  });

  it('puts a body together that comes in pieces, within a letter too', async () => {
    const server = await start();
    const bytes = Buffer.from(JSON.stringify({ type: 'message', text: 'Grüße' }));
    const cut = bytes.indexOf('ü') + 1;
    const socket = net.connect(server.port, server.host);
    socket.write(head('Transfer-Encoding: chunked', 'Connection: close'));
    for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      socket.write(`${part.length.toString(16)}\r\n`);
      socket.write(part);
      socket.write('\r\n');
    }
    socket.end('0\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
    assert.deepEqual(
      taken.map(({ body }) => body['text']),
      ['Grüße'],
    );
  });

  const whole = gzipSync(message);
  const encoded: readonly (readonly [string, string, Buffer])[] = [
    ['a false gzip', 'gzip', Buffer.from(message)],
    ['a cut gzip', 'gzip', whole.subarray(0, whole.length - 6)],
    ['a true gzip', 'gzip', whole],
    ['br', 'br', Buffer.from(message)],
    ['deflate after identity', 'identity, deflate', Buffer.from(message)],
  ];
  for (const [name, encoding, body] of encoded) {
    it(`refuses ${name} before it reads it, and lives`, async () => {
      const server = await start();
      await assertRefused(await post(server, new Uint8Array(body), { ...json, 'content-encoding': encoding }), 415);
      assert.equal((await post(server, message)).status, 200);
    });
  }

  it('refuses a body that is declared too large without waiting for it', async () => {
    const server = await start();
    assert.match(
      await say(server, head(`Content-Length: ${tooMuch}`)),
      /^HTTP\/1\.1 413 .*"The request is too large\."\}$/s,
    );
  });

  it('refuses a body that becomes too large in chunks', async () => {
    const server = await start();
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    const answer = await say(
      server,
      head('Transfer-Encoding: chunked'),
      ...Array.from({ length: 5 }, () => Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')])),
    );
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.deepEqual(taken, []);
  });

  it('takes a body of exactly the largest size', async () => {
    const server = await start();
    assert.equal((await post(server, message.padEnd(tooMuch - 1))).status, 200);
    assert.equal((await post(server, message.padEnd(tooMuch))).status, 413);
  });

  const malformed: readonly (readonly [string, string])[] = [
    ['no body', ''],
    ['an array', '[{"type":"message"}]'],
    ['a number', '7'],
    ['a string', '"message"'],
    ['null', 'null'],
    ['half an object', '{"type":"mess'],
    ['an object without type', '{"text":"x"}'],
    ['a type that is no string', '{"type":["message"]}'],
    ['an empty type', '{"type":""}'],
    ['a type that only its prototype would have', '{"__proto__":{"type":"message"}}'],
    ['50000 brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['50000 open brackets', '['.repeat(50_000)],
  ];
  for (const [name, body] of malformed)
    it(`answers 400 to ${name}`, async () => assertRefused(await post(await start(), body), 400));

  it('takes a deep activity, and a __proto__ changes nothing', async () => {
    const server = await start();
    assert.equal(
      (await post(server, `{"type":"message","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).status,
      200,
    );
    assert.equal((await post(server, '{"type":"message","__proto__":{"isAdmin":true}}')).status, 200);
    assert.equal((taken[1]?.body as { isAdmin?: unknown }).isAdmin, undefined);
    assert.equal(({} as { isAdmin?: unknown }).isAdmin, undefined);
  });

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=utf-16',
  ]) {
    it(`refuses the content type ${type}`, async () =>
      assertRefused(await post(await start(), message, { 'content-type': type }), 415));
  }

  it('answers other methods and paths in plain JSON', async () => {
    const server = await start();
    const wrongMethod = await fetch(url(server));
    assert.equal(wrongMethod.headers.get('allow'), 'POST');
    await assertRefused(wrongMethod, 405);
    const nowhere = await fetch(url(server, '/boom-secret/<script>'));
    assert.doesNotMatch(await nowhere.clone().text(), /boom-secret/);
    await assertRefused(nowhere, 404);
  });

  for (const target of [
    'http://[',
    '*',
    'http://a b',
    '//[',
    '/%',
    '/%E0%A4%A',
    '//:..@]a`}',
    '//:%00%zz@a`^"',
    '/\\%zz{%00@`',
    '//#"[javascript:@javascript:',
    '/api/messages?%',
    '/api/messages?//:..@]a`}',
    '/\u0001',
  ]) {
    it(`lives on after a request for ${JSON.stringify(target)}`, async () => {
      const server = await start();
      assert.match(
        await say(server, `GET ${target} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n`),
        /^HTTP\/1\.1 4\d\d /,
      );
      assert.equal((await post(server, message)).status, 200);
    });
  }

  it('does not keep the socket of an upgrade for ever', async () => {
    const server = await start();
    assert.match(
      await say(server, 'GET /healthz HTTP/1.1\r\nHost: bot\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
      /^HTTP\/1\.1 200 /,
    );
  });

  it('tells nothing of what a turn threw but a reference, under which the log has it', async () => {
    const server = await start({ processActivity: async () => Promise.reject(new Error('boom-secret')) });
    const answer = await post(server, message);
    const body = (await answer.json()) as { error: string; reference: string };
    assert.equal(answer.status, 500);
    assert.deepEqual(body, {
      error: 'Something went wrong on our side.',
      reference: answer.headers.get('x-correlation-id')?.slice(0, 8).toUpperCase(),
    });
    const logged = lines.find((line) => line.includes('boom-secret'));
    assert.ok(logged?.includes(body.reference));
  });

  it('lets no message of an error out that botbuilder would send as the body', async () => {
    const server = await start({
      processActivity: async (_request, response) => {
        response.status(500);
        response.send('boom-secret');
        response.end();
      },
    });
    for (const accept of ['*/*', 'text/plain', 'application/octet-stream', 'application/javascript', 'image/png']) {
      assert.doesNotMatch(await (await post(server, message, { ...json, accept })).text(), /boom-secret/, accept);
    }
  });

  it("sends an invoke's answer as it is", async () => {
    const sent = { statusCode: 403, type: 'application/vnd.microsoft.error', value: { message: 'Nö' } };
    const server = await start({
      processActivity: async (_request, response) => {
        response.status(403);
        response.send(sent);
        response.end();
      },
    });
    const answer = await post(server, message);
    assert.deepEqual([answer.status, await answer.json()], [403, sent]);
  });

  it('answers 500 for a turn that forgets to answer', async () => {
    assert.equal((await post(await start({ processActivity: async () => undefined }), message)).status, 500);
  });

  it('breaks off half an answer when the turn then fails', async () => {
    const server = await start({
      processActivity: async (_request, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half');
        throw new Error('boom-secret');
      },
    });
    await assert.rejects(post(server, message).then((answer) => answer.text()));
  });

  it('says that it lives, whether it is ready, and what it counted', async () => {
    let isReady = true;
    const server = await start({ isReady: async () => isReady });
    const statusOf = async (path: string) => {
      const answer = await fetch(url(server, path));
      return [answer.status, await answer.json()];
    };
    assert.deepEqual(await statusOf('/healthz'), [200, { status: 'ok' }]);
    assert.deepEqual(await statusOf('/readyz'), [200, { status: 'ready' }]);
    isReady = false;
    assert.deepEqual(await statusOf('/readyz'), [503, { status: 'not ready' }]);
    const metrics = await fetch(url(server, '/metrics'));
    assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain/);
    assert.match(await metrics.text(), /^concierge_backlog 0$/m);
    const forwarded = await fetch(url(server, '/metrics'), { headers: { 'x-forwarded-for': '203.0.113.9' } });
    assert.deepEqual([forwarded.status, forwarded.headers.get('www-authenticate')], [401, 'Bearer']);
  });

  const notReady: Record<string, () => Promise<boolean>> = {
    hangs: () => new Promise(() => undefined),
    fails: () => Promise.reject(new Error('boom-secret')),
    'throws at once': () => {
      throw new Error('boom-secret');
    },
  };
  for (const [name, isReady] of Object.entries(notReady)) {
    it(`is not ready when the check ${name}`, async () => {
      const server = await start({ isReady, patience: { readinessMs: 20 } });
      const answer = await fetch(url(server, '/readyz'));
      assert.deepEqual([answer.status, await answer.json()], [503, { status: 'not ready' }]);
    });
  }

  it('asks for readiness once, however many wait for the answer', async () => {
    let asked = 0;
    const server = await start({ patience: { readinessMs: 20 }, isReady: () => new Promise(() => (asked += 1)) });
    await Promise.all([1, 2, 3].map(() => fetch(url(server, '/readyz'))));
    await fetch(url(server, '/readyz'));
    assert.equal(asked, 1);
  });

  /** A server whose turns wait until they are let go. */
  async function startSlow(changes: Partial<ServerDeps> = {}) {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const server = await start({
      ...changes,
      processActivity: async (_request, response) => {
        arrived();
        await gate;
        response.send(200, { done: true });
      },
    });
    return { server, letGo, arrival };
  }

  it('waits for running turns when it closes, and takes no new ones', async () => {
    const { server, letGo, arrival } = await startSlow();
    const turn = post(server, message);
    await arrival;
    let isClosed = false;
    const closing = server.close().then(() => (isClosed = true));
    await assert.rejects(post(server, message), 'the port is still open');
    assert.equal(isClosed, false);
    letGo();
    assert.deepEqual(await (await turn).json(), { done: true });
    await closing;
  });

  it('ends what is left when its patience is over', async () => {
    const { server, arrival } = await startSlow({ patience: { closeMs: 20 } });
    const turn = assert.rejects(post(server, message));
    await arrival;
    await Promise.all([server.close(), server.close()]);
    await turn;
  });

  it('closes at once beside connections that say nothing', async () => {
    const server = await start();
    const socket = net.connect(server.port, server.host);
    await once(socket, 'connect');
    socket.resume().on('error', () => undefined);
    await Promise.all([once(socket, 'close'), server.close()]);
  });

  it('says what to do about a port that is taken', async () => {
    const { port } = await start();
    await assert.rejects(start({ port }), { message: `Port ${port} on 127.0.0.1 is taken; set PORT to another one.` });
  });

  it('lives on after a sender who leaves in the middle', async () => {
    const server = await start();
    const socket = net.connect(server.port, server.host);
    socket.write(`${head('Content-Length: 500')}{"type":`, () => socket.destroy());
    await once(socket, 'close');
    assert.equal((await post(server, message)).status, 200);
    assert.deepEqual(lines, []);
  });

  it('lives on after 300 paths of any kind', async () => {
    const server = await start();
    const part = fc.constantFrom(
      '/',
      '\\',
      ':',
      '@',
      '[',
      ']',
      '{',
      '%',
      '%zz',
      '%00',
      '?',
      '#',
      '*',
      '..',
      '`',
      '"',
      'http:',
      'javascript:',
      'a',
      'api',
      'messages',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 9 }), async (parts) => {
        const heard = await say(server, `GET /${parts.join('')} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n`);
        // "/", with a query, and what restify takes for it, such as "/..", is the front page and nothing else.
        assert.match(heard, /^HTTP\/1\.1 (?:4\d\d |200 OK\r\n[^<]*<!doctype html>)/);
      }),
      { numRuns: 300 },
    );
    assert.equal((await post(server, message)).status, 200);
  });

  it('lives on after 200 bodies of any kind', async () => {
    const server = await start();
    const anyBody = fc.oneof(
      fc.json(),
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .record({ type: fc.string(), text: fc.anything() })
        .map((value) =>
          JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)),
        ),
    );
    await fc.assert(
      fc.asyncProperty(
        anyBody,
        fc.constantFrom('application/json', 'text/plain', 'application/json; charset=x'),
        fc.constantFrom('identity', 'gzip', 'x'),
        async (body, type, encoding) => {
          const answer = await post(server, body, { 'content-type': type, 'content-encoding': encoding });
          assert.ok([200, 400, 415].includes(answer.status), String(answer.status));
          await answer.json();
        },
      ),
      { numRuns: 200 },
    );
    assert.equal((await post(server, message)).status, 200);
  });

  it('goes on for a while when it is told to end, not ready, where somebody asks that', async () => {
    const server = await start();
    assert.equal((await fetch(url(server, '/readyz'))).status, 200);
    let isClosed = false;
    const closed = server.close(true).then(() => (isClosed = true));
    assert.equal((await fetch(url(server, '/readyz'))).status, 503);
    const turn = await post(server, message);
    assert.deepEqual([turn.status, turn.headers.get('connection'), isClosed], [200, 'close', false]);
    await closed;
    await assert.rejects(post(server, message));
  });

  it('ends at once where nobody asks whether it is ready, or it is told so by hand', async () => {
    const alone = await start();
    const asked = await start();
    await fetch(url(asked, '/readyz'));
    const first = await Promise.race([
      Promise.all([alone.close(true), asked.close()]).then(() => 'closed'),
      new Promise((resolve) => setTimeout(resolve, 1_900, 'late')),
    ]);
    assert.equal(first, 'closed');
  });
});
