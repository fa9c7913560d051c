import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { playgroundConfig } from '../../src/demo/playgroundConfig.js';
import { sampleAddress, samplePeople } from '../../src/demo/samplePeople.js';

interface Written {
  readonly currentUser: { readonly id: string };
  readonly users: readonly { readonly id: string; readonly aadObjectId: string }[];
  readonly personalChat: { readonly id: string };
}

describe('the configuration of a local Teams client', () => {
  for (const person of samplePeople) {
    it(`names ${person.givenName} and exactly five others, nobody twice`, () => {
      const config = JSON.parse(playgroundConfig(person)) as Written;
      assert.equal(config.users.length, 5);
      assert.equal(new Set([config.currentUser, ...config.users].map(({ id }) => id)).size, 6);
    });

    it(`gives ${person.givenName} the conversation that the sample data know`, () => {
      const config = JSON.parse(playgroundConfig(person)) as Written;
      const address = sampleAddress(person, 'http://localhost:1/_connector');
      assert.deepEqual([config.personalChat.id, config.currentUser.id], [address.conversationId, address.userId]);
    });
  }
});
