import assert from 'node:assert/strict';
import { EmulatorValidation, SkillValidation } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { afterEach, beforeEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { GateWorld, credentials, forStrangers, serviceUrl, signers } from '../../support/gateWorld.js';
import { encode, listed, makeToken } from '../../support/keyService.js';

const otherTenant = '99999999-9999-4999-8999-999999999999';
const otherApp = '66666666-6666-4666-8666-666666666666';

type Case = readonly [name: string, reason: string, header: (world: GateWorld) => string];

const bearer =
  (token: (world: GateWorld) => string) =>
  (world: GateWorld): string =>
    `Bearer ${token(world)}`;
/** A token that the channel signed, with changed claims. */
const claiming = (change: object) => bearer((world) => world.token(change));
/** A token whose header says something else. */
const headed = (header: object) => bearer((world) => world.token({}, signers.channel, header));
/** A token with some claim written as JSON cannot be made by JavaScript. */
const written = (from: string, to: string) =>
  bearer((world) => makeToken(JSON.stringify(world.claims()).replace(from, to), signers.channel));

/** Who is sent away after one look, without a question to anybody. */
const afterOneLook: readonly Case[] = [
  ['no header', 'no_token', () => ''],
  ['another scheme', 'no_token', (world) => `Basic ${world.token()}`],
  ['a scheme in small letters', 'no_token', (world) => `bearer ${world.token()}`],
  ['a scheme alone', 'no_token', () => 'Bearer'],
  ['no token behind the scheme', 'malformed', () => 'Bearer '],
  ['two blanks', 'malformed', (world) => `Bearer  ${world.token()}`],
  ['three words', 'malformed', () => 'Bearer not.a.token'],
  ['two parts', 'malformed', bearer((world) => world.token().split('.').slice(0, 2).join('.'))],
  ['four parts', 'malformed', bearer((world) => `${world.token()}.x`)],
  ['dots alone', 'malformed', () => `Bearer ${'.'.repeat(8_000)}`],
  ['letters of another alphabet', 'malformed', bearer((world) => world.token().replace('.', '=.'))],
  ['a header that is no object', 'malformed', bearer(() => `${encode('null')}.${encode('{}')}.x`)],
  ['claims that are a list', 'malformed', bearer(() => makeToken('[]', signers.channel))],
  ['claims that are no JSON', 'malformed', bearer(() => makeToken('{"iss":', signers.channel))],
  ['brackets without end', 'malformed', bearer(() => makeToken('['.repeat(5_000), signers.channel))],
  ['a token of 8 193 letters', 'too_long', () => `Bearer ${'a'.repeat(8_193)}`],
  ['algorithm none, unsigned', 'malformed', bearer((world) => `${encode({ alg: 'none' })}.${encode(world.claims())}.`)],
  ['algorithm none, with a signature', 'algorithm', headed({ alg: 'none' })],
  ['algorithm HS256, with the public key as the secret', 'algorithm', headed({ alg: 'HS256' })],
  ['an algorithm that the channel does not use', 'algorithm', headed({ alg: 'PS256' })],
  ['a list of algorithms', 'algorithm', headed({ alg: ['RS256'] })],
  ['no algorithm', 'algorithm', headed({ alg: undefined })],
  ['no key id', 'key_id', headed({ kid: undefined })],
  ['an empty key id', 'key_id', headed({ kid: '' })],
  ['a key id that is a number', 'key_id', headed({ kid: 1 })],
  ['an endless key id', 'key_id', headed({ kid: 'k'.repeat(257) })],
  ['another issuer', 'issuer', claiming({ iss: 'https://evil.example' })],
  ['no issuer', 'issuer', claiming({ iss: undefined })],
  ['a list of issuers', 'issuer', claiming({ iss: ['https://api.botframework.com'] })],
  ['the issuer of another cloud', 'issuer', claiming({ iss: 'https://api.botframework.us' })],
  [
    "another tenant's token, on the way of the emulator",
    'issuer',
    claiming({
      iss: `https://sts.windows.net/${otherTenant}/`,
      tid: otherTenant,
      ver: '1.0',
      appid: credentials.appId,
    }),
  ],
  [
    "the own tenant's token of version 2, on the way of the emulator",
    'issuer',
    claiming({
      iss: `https://login.microsoftonline.com/${credentials.tenantId}/v2.0`,
      tid: credentials.tenantId,
      ver: '2.0',
      azp: credentials.appId,
    }),
  ],
  ["another bot's audience", 'audience', claiming({ aud: otherApp })],
  ['no audience', 'audience', claiming({ aud: undefined })],
  ['a list of audiences', 'audience', claiming({ aud: [credentials.appId, otherApp] })],
  ['another bot as the caller, as skills have it', 'other_caller', claiming({ ver: '1.0', appid: otherApp })],
  ['another bot as the authorised party', 'other_caller', claiming({ ver: '2.0', azp: otherApp })],
  ['no service in the token', 'other_service', claiming({ serviceurl: undefined })],
  ['another service in the token', 'other_service', claiming({ serviceurl: 'https://evil.example/' })],
  ['the service without its slash', 'other_service', claiming({ serviceurl: serviceUrl.slice(0, -1) })],
  ['no end (door 6)', 'no_end', claiming({ exp: undefined })],
  ['an end in words', 'no_end', claiming({ exp: '2099-01-01' })],
  ['an end that never comes', 'no_end', written('"exp":1800003540', '"exp":1e999')],
  ['a token that ended six minutes ago', 'expired', claiming({ exp: 1_800_000_000 - 360 })],
  ['a token that ended long ago', 'expired', claiming({ nbf: 0, exp: 1 })],
  ['a token for in six minutes', 'not_yet_valid', claiming({ nbf: 1_800_000_000 + 360 })],
  ['a beginning in words', 'malformed', claiming({ nbf: 'now' })],
];

/** Whose token needs a look at the channel's keys. */
const afterTheKeys: readonly Case[] = [
  ['a signature of somebody else', 'signature', bearer((world) => world.token({}, signers.stranger))],
  [
    'claims that were changed after they were signed',
    'signature',
    bearer((world) => {
      const [head, , signature] = world.token({ exp: 1_800_000_001 }).split('.');
      return [head, encode(world.claims()), signature].join('.');
    }),
  ],
  ['half a signature', 'signature', bearer((world) => world.token().slice(0, -100))],
  ['a key that nobody knows', 'unknown_key', bearer((world) => world.token({}, signers.rolled))],
  ['a header that wants something unheard of', 'malformed', headed({ crit: ['b64'], b64: false })],
];

const activities: readonly (readonly [name: string, change: object, reason: string, status: number])[] = [
  ['no service', { serviceUrl: undefined }, 'service', 403],
  ['a service that is no text', { serviceUrl: { href: serviceUrl } }, 'service', 403],
  ['a foreign service', { serviceUrl: 'https://evil.example/' }, 'service', 403],
  ['a foreign service below the same domain', { serviceUrl: 'https://evil.trafficmanager.net/' }, 'service', 403],
  ['a service without encryption', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }, 'service', 403],
  ['a service on this machine', { serviceUrl: 'http://127.0.0.1:3978/' }, 'service', 403],
  ['no channel', { channelId: undefined }, 'channel', 401],
  ['an empty channel', { channelId: '' }, 'channel', 401],
  ['a list of channels', { channelId: ['msteams'] }, 'channel', 401],
  ['Web Chat, where people choose who they are', { channelId: 'webchat' }, 'channel', 401],
  ['the emulator', { channelId: 'emulator' }, 'channel', 401],
  ['the channel for which the SDK checks least', { channelId: 'AseChannel' }, 'channel', 401],
];

describe('strangers at the gate', () => {
  let world: GateWorld;
  let sdk: sinon.SinonSpy[];
  let consoles: sinon.SinonSpy[];

  beforeEach(async () => {
    world = await GateWorld.open();
    sdk = [
      sinon.spy(SkillValidation, 'isSkillToken'),
      sinon.spy(EmulatorValidation, 'isTokenFromEmulator'),
      sinon.spy(JwtTokenExtractor.prototype, 'getIdentity'),
    ];
    consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => sinon.spy(console, name));
  });

  afterEach(async () => {
    const sdkCalls = sdk.map((spy) => spy.callCount);
    const printed = consoles.map((spy) => spy.callCount);
    sinon.restore();
    await world.close();
    assert.deepEqual(sdkCalls, [0, 0, 0], 'the SDK saw a token');
    assert.deepEqual(printed, [0, 0, 0, 0, 0], 'something was printed past the log');
  });

  it('lets in who has a token of the channel for this bot and this service', async () => {
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
    assert.deepEqual([world.heard, world.reasons()], [1, {}]);
    assert.deepEqual(world.service.calls, ['/metadata', '/keys']);
  });

  const alsoRight: readonly (readonly [string, (world: GateWorld) => string])[] = [
    ['a token that ended four minutes ago', (here) => here.token({ exp: here.now / 1000 - 240 })],
    ['a token for in four minutes', (here) => here.token({ nbf: here.now / 1000 + 240 })],
    ['a token that does not say since when', (here) => here.token({ nbf: undefined })],
    ['this bot as the caller', (here) => here.token({ appid: credentials.appId })],
    ['the longer hash', (here) => here.token({}, signers.channel, { alg: 'RS512' })],
    ['claims that nobody asked for', (here) => here.token({ tid: otherTenant, pad: 'x'.repeat(3_000) })],
  ];
  for (const [name, token] of alsoRight) {
    it(`lets in ${name}`, async () => {
      assert.deepEqual(await world.enter(token(world)), { status: 200 });
    });
  }

  for (const [name, reason, header] of afterOneLook) {
    it(`refuses ${name} after one look`, async () => {
      world.assertRefused(await world.knock(header(world)), reason);
      assert.deepEqual(world.service.calls, []);
    });
  }

  for (const [name, reason, header] of afterTheKeys) {
    it(`refuses ${name}`, async () => {
      world.assertRefused(await world.knock(header(world)), reason);
      assert.equal(world.service.readings, 1);
    });
  }

  for (const [name, change, reason, status] of activities) {
    it(`refuses ${name}, though the token is right`, async () => {
      const named = 'serviceUrl' in change ? { serviceurl: change.serviceUrl } : {};
      const expected =
        status === 401 ? forStrangers : { status, body: { error: 'This service is not one that the bot talks to.' } };
      world.assertRefused(await world.enter(world.token(named), change), reason, expected);
      assert.deepEqual(world.service.calls, []);
    });
  }

  const unendorsed: readonly (readonly [string, object])[] = [
    ['none', { endorsements: [] }],
    ['no list of them', {}],
    ['those of other channels', { endorsements: ['webchat', 'directline', 'msteams2'] }],
    ['a text in place of a list', { endorsements: 'msteams' }],
  ];
  for (const [name, endorsements] of unendorsed) {
    it(`refuses a signature of a key whose endorsements are ${name}`, async () => {
      world.service.keys = [listed(signers.channel, endorsements), listed(signers.rolled)];
      world.assertRefused(await world.enter(world.token()), 'unknown_key');
      assert.deepEqual(await world.enter(world.token({}, signers.rolled)), { status: 200 });
    });
  }

  it('refuses an algorithm that is not the one of the key', async () => {
    world.service.keys = [listed(signers.channel, { endorsements: ['msteams'], alg: 'RS256' })];
    world.assertRefused(await world.enter(world.token({}, signers.channel, { alg: 'RS512' })), 'unknown_key');
  });

  it('refuses a key that cannot be used, and lives', async () => {
    world.service.keys = [
      { kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB', endorsements: ['msteams'] },
      listed(signers.rolled),
    ];
    world.assertRefused(await world.enter(world.token()), 'unknown_key');
    assert.deepEqual(await world.enter(world.token({}, signers.rolled)), { status: 200 });
  });

  it('takes a key that is listed twice', async () => {
    world.service.keys = [listed(signers.channel), listed(signers.channel)];
    assert.deepEqual(await world.enter(world.token()), { status: 200 });
  });

  it('answers a click of a stranger in the same words', async () => {
    world.assertRefused(await world.knock('', { type: 'invoke', name: 'adaptiveCard/action' }), 'no_token');
  });
});
