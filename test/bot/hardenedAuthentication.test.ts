import assert from 'node:assert/strict';
import type { ClaimsIdentity } from 'botframework-connector';
import { describe, it } from 'mocha';
import { clouds } from '../../src/bot/clouds.js';
import { HardenedAuthentication } from '../../src/bot/hardenedAuthentication.js';
import { credentials, serviceUrl } from '../support/gateWorld.js';

const claims = { issuer: clouds.public.issuer, audience: credentials.appId, serviceUrl };

function said(identity: ClaimsIdentity): Record<string, string> {
  return Object.fromEntries(identity.claims.map(({ type, value }) => [type, value]));
}

describe('HardenedAuthentication', () => {
  it('hands the SDK the checked claims and nothing else', () => {
    const { claimsIdentity, audience } = new HardenedAuthentication(credentials).vouchFor(claims);
    assert.deepEqual(said(claimsIdentity), {
      iss: claims.issuer,
      aud: credentials.appId,
      serviceurl: serviceUrl,
    });
    assert.deepEqual([claimsIdentity.isAuthenticated, audience], [true, 'https://api.botframework.com']);
  });

  it('asks for tokens of the cloud in which the bot is registered', () => {
    const government = new HardenedAuthentication({ ...credentials, cloud: 'usGovernment' });
    assert.equal(government.vouchFor(claims).audience, 'https://api.botframework.us');
  });

  it('has no claims of anybody without credentials', () => {
    const { claimsIdentity } = new HardenedAuthentication(undefined).vouchFor(undefined);
    assert.deepEqual([said(claimsIdentity), claimsIdentity.isAuthenticated], [{}, true]);
  });

  it('makes one client for a service, because the SDK asks for one in every turn', async () => {
    const authentication = new HardenedAuthentication(credentials);
    const connect = () => authentication.vouchFor(claims).connectorFactory?.create(serviceUrl, claims.issuer);
    const client = await connect();
    assert.ok(client);
    assert.equal(await connect(), client);
  });

  it('checks no token itself, however it is asked', async () => {
    for (const registration of [credentials, undefined]) {
      const authentication = new HardenedAuthentication(registration);
      await assert.rejects(authentication.authenticateRequest(), /at the gate/);
      await assert.rejects(authentication.authenticateStreamingRequest());
      assert.throws(() => authentication.authenticateChannelRequest('Bearer x'));
    }
  });
});
