import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

// What somebody reads who opens an old card of a question, which their client then brings up to date by itself (F85).
for (const kind of storesUnderTest()) {
  describe(`old questions that are opened again, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('one that is still a question reads as it did, and nothing is sent, kept or answered by it', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.says('approve all for Marketing');
      await olga.says('yes');
      await olga.says('remove Ann Archer from Marketing');
      await world.settles();
      const before = (await olga.sees('Remove Ann Archer')).text();
      const [messages, group] = [olga.messages().length, await world.group(marketing)];
      for (const _ of [1, 2, 3]) assert.equal((await olga.opens('Remove Ann Archer')).text(), before);
      await world.settles();
      assert.equal(olga.messages().length, messages);
      assert.deepEqual(await world.group(marketing), group);
      assert.match((await olga.says('yes')).text(), /no longer in Marketing/, 'the question itself is still open');
    });

    it('one whose group is gone says so, and its button with it', async () => {
      const { olga, omar } = await open();
      await olga.says('delete Marketing');
      await omar.says('yes, delete Marketing');
      const card = await olga.opens('Delete Marketing?');
      assert.doesNotMatch(card.text(), /Delete Marketing\?/);
      assert.ok(!card.buttons().includes('Delete the group'), card.buttons().join(', '));
    });

    it('one whose asker may not any more says so, and shows no member', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing');
      await olga.says('add Ann Archer to Marketing');
      await omar.says('remove Ann Archer from Marketing');
      await olga.says('yes, make Omar Haddad member of Marketing');
      const text = (await omar.opens('Remove Ann Archer')).text();
      assert.doesNotMatch(text, /Ann Archer/);
      assert.match(text, /owners/i);
    });

    it('one that would be done without a question by now does nothing, and says that it has changed', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.says('make Marketing owners only');
      await ann.says('withdraw');
      const text = (await olga.opens('Change the join rule')).text();
      assert.match(text, /has changed meanwhile|Change the join rule/);
      assert.equal((await world.group(marketing)).joinRule, 'ownerApproval');
    });

    it('a look that claims to be sure changes nothing either', async () => {
      const { olga } = await open();
      const data = { action: 'deleteGroup', groupId: marketing, confirmed: true, look: true };
      const body = await olga.invokes({ action: { type: 'Action.Execute', verb: 'deleteGroup', data } });
      assert.match(JSON.stringify(body), /has changed meanwhile/);
      assert.equal((await world.group(marketing)).deletedAt, undefined);
    });

    it('what several are asked reads as it did while it waits, and for nobody who administers no more', async () => {
      const { ann, ada, omar } = await open();
      await world.changeTenant({ adminIds: [ada.id, omar.id] });
      const orphan = await world.addGroup({ name: 'Old Project', owners: [], justification: 'off' });
      await world.addMember('ann', orphan);
      await ann.says('claim Old Project');
      const asked = await omar.sees('would like to own Old Project');
      assert.deepEqual((await omar.opens('would like to own Old Project')).text(), asked.text());
      assert.equal((await world.group(orphan)).claimedBy, ann.id, 'nothing is answered by it');
      await world.changeTenant({ adminIds: [ada.id] });
      const late = await omar.opens('would like to own Old Project');
      assert.doesNotMatch(late.text(), /Ann Archer/);
      assert.ok(!late.buttons().includes('Make owner'));
    });
  });
}
