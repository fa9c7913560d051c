import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'mocha';
import { mayReadMetrics, startMetricsServer } from '../../src/http/metricsAccess.js';

const token = 'a-token-of-twenty-letters';

function from(remoteAddress: string | undefined, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('who may read the metrics', () => {
  const cases: readonly (readonly [string, IncomingMessage, boolean])[] = [
    ['this machine', from('127.0.0.1'), true],
    ['this machine by IPv6', from('::1'), true],
    ['this machine by IPv4 within IPv6', from('::ffff:127.0.0.1'), true],
    ['another machine', from('10.0.0.7'), false],
    ['another machine whose name begins like ours', from('::ffff:10.127.0.1'), false],
    ['a connection that is gone', from(undefined), false],
    ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }), false],
    ['a proxy with the standard header', from('::1', { forwarded: 'for=203.0.113.9' }), false],
    ['a proxy with a name of its own', from('::1', { via: '1.1 proxy' }), false],
    ['the token', from('10.0.0.7', { authorization: `Bearer ${token}` }), true],
    ['the token through a proxy', from('127.0.0.1', { authorization: `Bearer ${token}`, via: 'x' }), true],
    ['half of the token', from('10.0.0.7', { authorization: `Bearer ${token.slice(0, 9)}` }), false],
    ['the token without its scheme', from('10.0.0.7', { authorization: token }), false],
  ];
  for (const [who, request, isAllowed] of cases)
    it(`${isAllowed ? 'lets in' : 'keeps out'} ${who}`, () => assert.equal(mayReadMetrics(request, token), isAllowed));

  it('lets nobody in by an empty token where none is set', () => {
    for (const authorization of ['', 'Bearer ', 'Bearer undefined'])
      assert.equal(mayReadMetrics(from('10.0.0.7', { authorization }), undefined), false);
  });
});

describe('the port for the metrics alone', () => {
  const metrics = { contentType: 'text/plain', text: async () => 'concierge_up 1\n' };

  it('answers /metrics to anybody, and nothing else', async () => {
    const server = await startMetricsServer({ host: '127.0.0.1', port: 0 }, metrics);
    const url = `http://127.0.0.1:${server.port}`;
    assert.equal(await (await fetch(`${url}/metrics`, { headers: { via: 'x' } })).text(), 'concierge_up 1\n');
    for (const path of ['/', '/api/messages', '/metrics/x']) assert.equal((await fetch(`${url}${path}`)).status, 404);
    assert.equal((await fetch(`${url}/metrics`, { method: 'POST' })).status, 404);
    const taken = startMetricsServer({ host: '127.0.0.1', port: server.port }, metrics);
    await assert.rejects(taken, /METRICS_PORT .*set it to another one/);
    await server.close();
  });
});
