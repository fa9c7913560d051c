import assert from 'node:assert/strict';
import http from 'node:http';
import { afterEach, describe, it } from 'mocha';
import { pino } from 'pino';
import { localHostNames } from '../../src/http/hostNames.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { createMetrics } from '../../src/metrics.js';

/** What the server says to a request that calls it by this name. */
function ask(server: RunningServer, method: string, path: string, host: string): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    // As a list, so that an empty name is sent as it is.
    const headers = ['Host', host, 'Content-Type', 'application/json', 'Connection', 'close'];
    const request = http.request({ host: server.host, port: server.port, method, path, headers, agent: false });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
    request.end(method === 'POST' ? '{"type":"message"}' : undefined);
  });
}

describe('the name by which the server is called', () => {
  const running: RunningServer[] = [];
  let heard = 0;
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
    heard = 0;
  });

  async function start(hostNames?: ReadonlySet<string>): Promise<RunningServer> {
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      ...(hostNames ? { hostNames } : {}),
      log: pino({ level: 'silent' }),
      processActivity: async (_request, response) => {
        heard += 1;
        response.send(200, {});
      },
      isReady: async () => true,
      metrics: createMetrics(),
    });
    running.push(server);
    return server;
  }

  const routes: readonly (readonly [string, string])[] = [
    ['POST', '/api/messages'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/metrics'],
    ['GET', '/exports/token'],
    ['GET', '/'],
  ];
  for (const host of [
    'localhost',
    'localhost:3978',
    'LOCALHOST:80',
    '127.0.0.1',
    '127.0.0.1:3978',
    '[::1]',
    '[::1]:3978',
  ]) {
    it(`in local mode: takes ${host}`, async () => {
      assert.equal((await ask(await start(localHostNames('127.0.0.1')), 'POST', '/api/messages', host))[0], 200);
      assert.equal(heard, 1);
    });
  }

  const strangers = [
    'evil.example',
    'evil.example:3978',
    'localhost.evil.example',
    'localhost.',
    'localhost:evil.example',
    'localhost:3978:3978',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost, evil.example',
    '127.0.0.1.nip.io',
    '127.0.0.2',
    '2130706433',
    '0.0.0.0',
    '::1',
    '[::2]',
    '[::1',
    '',
  ];
  for (const host of strangers) {
    it(`door 11: in local mode: refuses ${host || 'no name'} on every path`, async () => {
      const server = await start(localHostNames('127.0.0.1'));
      for (const [method, path] of routes)
        assert.deepEqual(
          await ask(server, method, path, host),
          [403, '{"error":"Without credentials the bot answers to the name localhost alone."}'],
          `${method} ${path}`,
        );
      assert.equal(heard, 0);
    });
  }

  it('in local mode: takes the address that it was told to listen on', async () => {
    assert.deepEqual([...localHostNames('::1')], ['localhost', '127.0.0.1', '[::1]']);
    const server = await start(localHostNames('127.0.0.2'));
    assert.equal((await ask(server, 'GET', '/healthz', '127.0.0.2:80'))[0], 200);
    assert.equal((await ask(server, 'GET', '/healthz', '127.0.0.3'))[0], 403);
  });

  it('with credentials: any, because a token is asked for', async () => {
    assert.equal((await ask(await start(), 'GET', '/healthz', 'bot.example.com'))[0], 200);
  });
});
