import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { after, before, describe, it } from 'mocha';
import { pino } from 'pino';
import sinon from 'sinon';
import { GroupAdapter } from '../../src/bot/groupAdapter.js';
import type { GroupBot } from '../../src/bot/groupBot.js';
import { HardenedAuthentication } from '../../src/bot/hardenedAuthentication.js';

const appId = '55555555-5555-4555-8555-555555555555';
const tenantId = '11111111-1111-4111-8111-111111111111';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  id: '1',
  from: { id: '29:ann' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1' },
  text: 'help',
} as unknown as Activity;
const issuer = 'https://api.botframework.com';

type Claims = Readonly<Record<string, unknown>>;

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function makeToken(
  claims: Claims,
  key: KeyObject,
  header: object = { alg: 'RS256', typ: 'JWT', kid: 'key-1' },
): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

describe('HardenedAuthentication', () => {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let server: http.Server;
  let authentication: HardenedAuthentication;
  let now = 0;

  const claims = (change: Claims = {}): Claims => ({
    iss: issuer,
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 600,
    ...change,
  });

  before(async () => {
    now = Math.floor(Date.now() / 1000);
    // The SDK 4.23 tells the console about each token that it refuses.
    sinon.stub(console, 'error');
    server = http.createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const key = {
        ...ours.publicKey.export({ format: 'jwk' }),
        kid: 'key-1',
        use: 'sig',
        alg: 'RS256',
        endorsements: ['msteams'],
      };
      response.end(
        JSON.stringify(
          request.url === '/keys'
            ? { keys: [key] }
            : { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    authentication = new HardenedAuthentication(
      { appId, appType: 'SingleTenant', tenantId, password: 'secret' },
      1_000,
      {
        ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${url}/metadata`,
        ToBotFromChannelTokenIssuer: issuer,
        ToChannelFromBotLoginUrl: `${url}/login`,
        ToChannelFromBotOAuthScope: issuer,
        OAuthUrl: `${url}/oauth`,
        CallerId: 'urn:botframework:azure',
      },
    );
  });

  after(async () => {
    sinon.restore();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('takes a token of Teams for this bot', async () => {
    const { claimsIdentity } = await authentication.authenticateRequest(
      activity,
      `Bearer ${makeToken(claims(), ours.privateKey)}`,
    );
    assert.equal(claimsIdentity.isAuthenticated, true);
  });

  const unsigned = (): string => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims())}.`;
  const symmetric = (): string => {
    const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })}.${encode(claims())}`;
    return `${signed}.${createHmac('sha256', ours.publicKey.export({ format: 'pem', type: 'spki' }))
      .update(signed)
      .digest('base64url')}`;
  };
  const refused: readonly (readonly [string, () => string])[] = [
    [
      'another audience',
      () => `Bearer ${makeToken(claims({ aud: '66666666-6666-4666-8666-666666666666' }), ours.privateKey)}`,
    ],
    [
      'another issuer, though signed with the right key',
      () =>
        `Bearer ${makeToken(claims({ iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: appId, tid: tenantId }), ours.privateKey)}`,
    ],
    [
      'a token that is over',
      () => `Bearer ${makeToken(claims({ nbf: now - 7200, exp: now - 3600 }), ours.privateKey)}`,
    ],
    [
      'a token for another service',
      () => `Bearer ${makeToken(claims({ serviceurl: 'https://evil.example/' }), ours.privateKey)}`,
    ],
    ['a token signed by somebody else', () => `Bearer ${makeToken(claims(), theirs.privateKey)}`],
    [
      'a key that nobody knows',
      () => `Bearer ${makeToken(claims(), theirs.privateKey, { alg: 'RS256', typ: 'JWT', kid: 'key-2' })}`,
    ],
    ['a token without a signature', () => `Bearer ${unsigned()}`],
    ['a token signed with the public key as a secret', () => `Bearer ${symmetric()}`],
    ['no header', () => ''],
    ['another scheme', () => `Basic ${makeToken(claims(), ours.privateKey)}`],
    ['a token of endless length', () => `Bearer ${makeToken(claims({ pad: 'x'.repeat(10_000) }), ours.privateKey)}`],
    ['no token at all', () => 'Bearer not.a.token'],
  ];

  for (const [name, header] of refused) {
    it(`refuses ${name}, in words that tell nothing`, async () => {
      await assert.rejects(authentication.authenticateRequest(activity, header()));
      const rule = { isLocal: false, serviceHosts: ['smba.trafficmanager.net'], allowedTenantIds: [tenantId] };
      const bot = { run: () => assert.fail('the bot must not hear of it') } as unknown as GroupBot;
      const answer = await new GroupAdapter(authentication, rule, pino({ level: 'silent' })).handle(
        { body: activity as unknown as Record<string, unknown>, authorization: header(), reference: 'ABCDEF12' },
        bot,
      );
      assert.deepEqual(answer, {
        status: 401,
        body: { error: 'This bot takes activities from Microsoft Teams only.' },
      });
    });
  }

  it('takes no streaming connection', async () => {
    await assert.rejects(authentication.authenticateStreamingRequest());
  });
});
