import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { ConnectorError } from '../../src/bot/connector.js';
import { createConnector, type Connector } from '../../src/bot/connector.js';
import { createMessenger } from '../../src/bot/messenger.js';
import { reportTokens } from '../../src/bot/reportTokens.js';
import type { Log } from '../../src/log.js';
import { FakeTeams } from '../support/fakeTeams.js';

const local = { isLocal: true, serviceHosts: [] };

describe('the connector', () => {
  let teams: FakeTeams;
  let connector: Connector;
  const address = (): { serviceUrl: string; conversationId: string; botId: string; userId: string } => ({
    serviceUrl: teams.serviceUrl,
    conversationId: 'a:1',
    botId: '28:bot',
    userId: '29:ann',
  });

  beforeEach(async () => {
    teams = await FakeTeams.start();
    connector = createConnector({ rule: local, timeoutMs: 5_000 });
  });

  afterEach(() => teams.close());

  for (const status of [429, 500, 502, 503]) {
    it(`asks exactly once when the answer is ${status}: repeating is the outbox's to decide (F90)`, async () => {
      teams.script = () => ({ status, retryAfter: '1' });
      assert.equal((await createMessenger(connector).send(address(), { kind: 'text', text: 'hello' })).ok, false);
      assert.equal(
        (await createMessenger(connector).edit(address(), 'm-1', { kind: 'text', text: 'hello' })).ok,
        false,
      );
      assert.deepEqual(
        teams.calls.map(({ method }) => method),
        ['POST', 'PUT'],
      );
    });
  }

  it('does not wait for ever for a service that is silent', async () => {
    teams.script = () => ({ status: 0, hang: true });
    const patient = createConnector({ rule: local, timeoutMs: 50 });
    await assert.rejects(
      patient.post(teams.serviceUrl, '/v3/conversations/a/activities', {}),
      (error: ConnectorError) => error.status === undefined,
    );
  });

  it('opens a chat by the person’s object id, and says when the service gave no id', async () => {
    const opened = await createMessenger(connector).open('tenant-1', 'person-1', address());
    assert.deepEqual(opened, {
      ok: true,
      address: { serviceUrl: teams.serviceUrl, conversationId: 'a:person-1', botId: '28:bot', userId: 'person-1' },
    });
    assert.deepEqual(teams.calls[0]?.body['members'], [{ id: 'person-1' }]);
    teams.script = () => ({ status: 201, body: {} });
    assert.equal((await createMessenger(connector).open('tenant-1', 'person-1', address())).ok, false);
  });

  it('counts how each sending ended (F91)', async () => {
    const results: string[] = [];
    const messenger = createMessenger(connector, (result) => results.push(result));
    const sent = await messenger.send(address(), { kind: 'text', text: 'hello' });
    assert.ok(sent.ok);
    await messenger.edit(address(), sent.activityId, { kind: 'text', text: 'hello again' });
    teams.script = () => ({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    await messenger.send(address(), { kind: 'text', text: 'hello' });
    assert.deepEqual(results, ['sent', 'sent', 'conversationGone']);
  });

  it('gives its token to nobody but the services it may call', async () => {
    let tokens = 0;
    const careful = createConnector({
      rule: { isLocal: false, serviceHosts: ['smba.trafficmanager.net'] },
      timeoutMs: 500,
      getToken: async () => `secret-${(tokens += 1)}`,
    });
    for (const serviceUrl of [
      teams.serviceUrl,
      'http://smba.trafficmanager.net/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://user:pw@smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      await assert.rejects(
        careful.post(serviceUrl, '/v3/conversations', {}),
        (error: ConnectorError) => error.status === 403,
        serviceUrl,
      );
    }
    assert.equal(tokens, 0);
    assert.equal(teams.calls.length, 0);
  });

  it('sends nothing without a token, says so in the log once a minute, and goes on once there is one', async () => {
    const logged: string[] = [];
    let [now, secret] = [0, 'ended'];
    const bare = createConnector({
      rule: local,
      timeoutMs: 500,
      getToken: async () => (secret === 'new' ? 'token' : Promise.reject(new Error('AADSTS7000222: boom-secret'))),
    });
    const log = {
      error: ({ err }: { err: Error }, message: string) =>
        logged.push(`${message} (${err.message} ${String(err.cause)})`),
    } as unknown as Log;
    const messenger = createMessenger(reportTokens(bare, log, () => now));
    for (const at of [0, 30_000, 60_000]) {
      now = at;
      const result = await messenger.send(address(), { kind: 'text', text: 'hello' });
      assert.deepEqual(result.ok ? 'sent' : [result.failure, result.retryAfterMs], ['noToken', 30_000]);
    }
    assert.equal(teams.calls.length, 0);
    assert.equal(logged.length, 2);
    assert.match(logged[0] ?? '', /^there is no token for Teams.*AADSTS7000222/);
    assert.doesNotMatch(logged.join(), /boom-secret/);
    secret = 'new';
    assert.equal((await messenger.edit(address(), 'm', { kind: 'text', text: 'hello' })).ok, false);
    assert.equal((await messenger.send(address(), { kind: 'text', text: 'hello' })).ok, true);
    assert.equal(logged.length, 2);
  });

  it('follows no redirect: it would carry the message elsewhere', async () => {
    const asked: string[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { location: teams.serviceUrl });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await assert.rejects(
      connector.post(serviceUrl, '/v3/conversations', { secret: true }),
      (error: ConnectorError) => error.status === 307,
    );
    assert.deepEqual([asked, teams.calls.length], [['/v3/conversations'], 0]);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('uses a connection again', async () => {
    const sockets = new Set<unknown>();
    const server = http.createServer((request, response) => {
      sockets.add(request.socket);
      request.resume().on('end', () => response.end('{"id":"1"}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    for (let round = 0; round < 5; round += 1) assert.equal(await connector.post(serviceUrl, '/v3/x', {}), '1');
    assert.equal(sockets.size, 1);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
