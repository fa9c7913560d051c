import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { MemoryDirectory } from '../support/memoryDirectory.js';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

const refused = {
  ok: false,
  failure: 'refused',
  reason: 'onPremSynced',
  detail: 'the group is synchronised from elsewhere',
} as const;

for (const kind of storesUnderTest()) {
  describe(`what the world outside does not take, told on ${kind.name}`, () => {
    let world: World;
    let directory: MemoryDirectory;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      directory = new MemoryDirectory();
      world = await World.open(kind, { ...given, overrides: { directory } });
      return world.people;
    }

    afterEach(() => world.close());

    it('F71: a directory that refuses a member ends the membership, and the member hears of it', async () => {
      const { ann } = await open();
      const open_ = await world.addGroup({ name: 'Open House', owners: ['olga'], joinRule: 'open' });
      directory.script(refused);
      await ann.says('join Open House');
      await ann.sees('could not be set up');
      assert.equal(await world.isMember('ann', open_), false);
    });

    it('F71: a directory that refuses what an owner approved is told to owner and requester', async () => {
      const { ann, olga } = await open();
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      directory.script(refused);
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      await olga.clicks('Approve');
      await world.settles();
      await ann.sees('could not be set up');
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('a channel that is down keeps each message until it is back', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      world.teams.script = ({ conversationId }) =>
        conversationId === olga.conversationId ? { status: 503, body: 'down' } : undefined;
      await ann.says('join Marketing');
      await world.settles();
      assert.equal(olga.count('wants to join'), 0);
      world.teams.script = () => undefined;
      await world.passes(60_000);
      await olga.sees('Ann Archer wants to join Marketing');
    });

    it('S46: what a group no longer opens is told to its owners', async () => {
      const { ada, olga, omar } = await open();
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'] });
      await world.addResource({ name: 'Salesforce', groupIds: [marketing], ownerIds: [omar.id] });
      const question = await ada.says('ungrant Salesforce from Marketing');
      assert.match(question.text(), /Salesforce/);
      await ada.says('yes, ungrant Salesforce from Marketing');
      await world.settles();
      await olga.sees('Salesforce');
    });
  });
}
