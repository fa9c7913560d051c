import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { configKeys } from '../../../src/config.js';
import { findStrayKeys } from '../../../src/operations/startUp/strayKeys.js';

describe('keys that nothing reads', () => {
  const meant: Record<string, string> = {
    BOT_APPID: 'BOT_APP_ID',
    BOT_APP_PASSWROD: 'BOT_APP_PASSWORD',
    bot_app_id: 'BOT_APP_ID',
    BOT_TENANTID: 'BOT_TENANT_ID',
    BOT_ADMIN: 'BOT_ADMINS',
  };
  for (const [key, known] of Object.entries(meant))
    it(`names ${known} for ${key}, wherever it was set`, () => {
      assert.deepEqual(findStrayKeys({ [key]: 'x' }), [`${key} is set, but nothing reads it: did you mean ${known}?`]);
    });

  it('points to the list where none comes near', () => {
    assert.match(findStrayKeys({ BOT_FAVOURITE_COLOUR: 'x' })[0] ?? '', /stand in \.env\.example/);
  });

  it('of other keys, takes only those of .env that come near to one of ours for slips', () => {
    assert.deepEqual(findStrayKeys({ MONGO_URI: 'x', HOSTS: 'x' }), []);
    assert.match(findStrayKeys({}, ['MONGO_URI'])[0] ?? '', /did you mean MONGODB_URI\?/);
    assert.deepEqual(findStrayKeys({}, ['HTTPS_PROXY', 'NODE_ENV', 'TZ', 'NODE_EXTRA_CA_CERTS', 'PATH']), []);
  });

  it('says nothing about any key that is read', () => {
    assert.deepEqual(findStrayKeys(Object.fromEntries(configKeys.map((key) => [key, 'x'])), configKeys), []);
  });
});
