import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createKeyReader } from '../../../src/bot/gate/readChannelKeys.js';
import { clouds } from '../../../src/bot/clouds.js';
import { signers } from '../../support/gateWorld.js';
import { FakeKeyService, listed, type KeyServiceFault } from '../../support/keyService.js';

describe('reading the keys of the channel', () => {
  let service: FakeKeyService;
  let elsewhere: FakeKeyService;
  const read = (signal = AbortSignal.timeout(2_000)) => createKeyReader(service.metadataUrl)(signal);

  beforeEach(async () => {
    service = await FakeKeyService.start([listed(signers.channel)]);
    elsewhere = await FakeKeyService.start([listed(signers.stranger)]);
  });
  afterEach(() => Promise.all([service.close(), elsewhere.close()]));

  it('door 7: gives those that are endorsed for Teams, public parts alone', async () => {
    const webchat = listed(signers.rolled, { endorsements: ['webchat'] });
    service.keys = [
      listed(signers.channel),
      webchat,
      listed(signers.stranger, { endorsements: ['msteams'], kty: 'EC', kid: 'x' }),
      null as never,
      'key' as never,
    ];
    const keys = await read();
    assert.deepEqual(
      keys.map((key) => [key.kid, Object.keys(key).sort().join()]),
      [['key-1', 'e,kid,kty,n,use']],
    );
  });

  it('asks over https alone, but for this machine', () => {
    for (const url of ['http://login.botframework.com/metadata', 'ftp://127.0.0.1/', 'http://127.0.0.1.evil.example/'])
      assert.throws(() => createKeyReader(url), /over https alone/);
    for (const { keysMetadataUrl } of Object.values(clouds)) assert.ok(createKeyReader(keysMetadataUrl));
  });

  const evilUrls: readonly (readonly [string, () => string])[] = [
    ['another host', () => `${elsewhere.url}/keys`],
    ['no address', () => 'keys'],
    ['another scheme', () => `${service.url.replace('http', 'https')}/keys`],
    ['a file', () => 'file:///etc/passwd'],
  ];
  for (const [name, url] of evilUrls) {
    it(`does not follow the metadata to ${name}`, async () => {
      service.keysUrl = url();
      await assert.rejects(read(), /elsewhere/);
      assert.deepEqual([service.calls, elsewhere.calls], [['/metadata'], []]);
    });
  }

  for (const place of ['/metadata', '/keys']) {
    it(`does not follow a redirection of ${place}`, async () => {
      service.script = (path) =>
        path === place ? { status: 302, location: `${elsewhere.url}${place}`, body: '' } : undefined;
      await assert.rejects(read());
      assert.deepEqual(elsewhere.calls, []);
    });

    const faults: Record<string, KeyServiceFault> = {
      'an error': { status: 500 },
      'another good status': { status: 203 },
      'no JSON': { body: '<html>' },
      'a list': { body: '[]' },
      nothing: { body: 'null' },
    };
    for (const [name, fault] of Object.entries(faults)) {
      it(`fails when ${place} is answered with ${name}`, async () => {
        service.script = (path) => (path === place ? fault : undefined);
        await assert.rejects(read());
      });
    }

    it(`fails when ${place} is answered with more than it can be`, async () => {
      const pad = 'x'.repeat(place === '/keys' ? 9 * 1024 * 1024 : 65 * 1024);
      const document = place === '/keys' ? { keys: service.keys } : { jwks_uri: `${service.url}/keys` };
      service.script = (path) => (path === place ? { body: JSON.stringify({ ...document, pad }) } : undefined);
      await assert.rejects(read(), /more than \d+ bytes/);
    });

    for (const hang of ['at once', 'after the head'] as const) {
      it(`gives up when ${place} hangs ${hang}`, async () => {
        service.script = (path) => (path === place ? { hang } : undefined);
        const begin = performance.now();
        await assert.rejects(read(AbortSignal.timeout(50)));
        assert.ok(performance.now() - begin < 1_500);
      });
    }
  }

  it('fails when no key is endorsed, so that the known ones stay', async () => {
    service.keys = [listed(signers.channel, {})];
    await assert.rejects(read(), /none of the channel's 1 keys is endorsed for Teams/);
  });

  it('fails when there are endless keys', async () => {
    service.keys = Array.from({ length: 2_001 }, () => ({ kid: 'x' }));
    await assert.rejects(read(), /too_big/);
  });
});
