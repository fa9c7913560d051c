import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

// A message that is edited after it was sent is never acted on, and whoever wrote it reads that, once.
for (const kind of storesUnderTest()) {
  describe(`a message that is edited after it was sent, told on ${kind.name}`, () => {
    let world: World;

    afterEach(() => world.close());

    it('is not acted on: I went by your first version, said once for each message', async () => {
      world = await World.open(kind);
      const marketing = await world.addGroup({
        name: 'Marketing',
        owners: ['olga'],
        joinRule: 'open',
        justification: 'off',
      });
      const { ann } = world.people;
      await ann.says('help');
      const edit = { type: 'messageUpdate', id: 'm-77', text: 'join Marketing', textFormat: 'plain' };
      for (const eventType of ['editMessage', 'editMessage', 'undeleteMessage'])
        await ann.sends({ ...edit, channelData: { tenant: { id: world.tenantId }, eventType } });
      assert.equal(ann.count('I went by your first version'), 1);
      assert.equal(await world.isMember('ann', marketing), false);
      await ann.sends({ ...edit, id: 'm-78', text: 'delete Marketing' });
      assert.equal(ann.count('I went by your first version'), 2);
      // In a channel only what mentions the bot is meant for it.
      const channel = {
        id: '19:general@thread.tacv2;messageid=1',
        conversationType: 'channel',
        tenantId: world.tenantId,
      };
      await ann.sends({ ...edit, id: 'm-79', conversation: channel });
      assert.equal(world.teams.messagesIn(channel.id).length, 0);
      const mention = { type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot', name: 'Bot' } };
      await ann.sends({ ...edit, id: 'm-80', conversation: channel, entities: [mention] });
      assert.equal(world.teams.messagesIn(channel.id).length, 1);
    });
  });
}
