import assert from 'node:assert/strict';
import { createLocalJWKSet } from 'jose';
import { describe, it } from 'mocha';
import { verifyToken } from '../../../src/bot/gate/gates.js';
import { credentials, serviceUrl, signers } from '../../support/gateWorld.js';
import { channelIssuer, listed, makeToken } from '../../support/keyService.js';

const nowS = 1_800_000_000;
const keys = createLocalJWKSet({ keys: [listed(signers.channel)] });
const expected = { issuer: channelIssuer, appId: credentials.appId, serviceUrl, now: nowS * 1000 };

/** What the first look would have refused, in case it ever overlooks it. */
const wrong: readonly (readonly [name: string, claims: object, header?: object])[] = [
  ['another issuer', { iss: 'https://evil.example' }],
  ['another audience', { aud: 'somebody else' }],
  ['no end', { exp: undefined }],
  ['an end six minutes ago', { exp: nowS - 360 }],
  ['a beginning in six minutes', { nbf: nowS + 360 }],
  ['another algorithm of the same key', {}, { alg: 'PS256' }],
];

describe('verifyToken', () => {
  const verify = (change: object, header?: object) =>
    verifyToken(
      makeToken({ iss: channelIssuer, aud: credentials.appId, exp: nowS + 60, ...change }, signers.channel, header),
      keys,
      expected,
    );

  it('gives what the token says, and nothing else of it', async () => {
    assert.deepEqual(await verify({ appid: 'somebody', ver: '1.0', exp: nowS - 240, nbf: nowS + 240 }), {
      ok: true,
      claims: { issuer: channelIssuer, audience: credentials.appId, serviceUrl },
    });
  });

  for (const [name, claims, header] of wrong) {
    it(`refuses ${name} for itself, rightly signed`, async () => {
      assert.equal((await verify(claims, header)).ok, false);
    });
  }
});
