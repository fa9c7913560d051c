import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

/** What a first user stumbled over; each name is the bug. */
for (const kind of storesUnderTest()) {
  describe(`what people stumbled over, told on ${kind.name}`, () => {
    let world: World;

    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      return world.people;
    }

    afterEach(() => world.close());

    it('F83: of several near names the only one that can be joined was not named on the form that asks for it', async () => {
      const { ann } = await open();
      await world.addGroup({ name: 'Sales EMEA', owners: ['olga'], justification: 'off' });
      await world.addGroup({ name: 'Sales EMEA News', owners: ['olga'], unsupportedKind: 'distributionList' });
      const form = await ann.says('join Sales');
      assert.match(form.heading(), /Did you mean Sales EMEA\?/);
      assert.doesNotMatch(form.text(), /Sales EMEA News: Sales EMEA News/);
      assert.match((await ann.clicks('Ask to join')).text(), /Sales EMEA/);
    });

    it('F14: leaving took ownership away without a word', async () => {
      const { olga } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga', 'omar'] });
      assert.match((await olga.says('leave Design')).text(), /no longer own it; only another owner/);
    });

    it('F21: the reason of a denial by name was lost', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'], justification: 'off' });
      await ann.says('join Design');
      await olga.sees('Ann Archer wants to join Design');
      await olga.says('reject Ann Archer because the budget is closed');
      await ann.sees('the budget is closed');
    });

    it('F21: the inbox’s "Deny…" scolded before anything was typed', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'], justification: 'off' });
      await ann.says('join Design');
      await world.settles();
      await olga.says('inbox');
      assert.doesNotMatch((await olga.clicks('Deny…')).text(), /Please add one/);
    });

    it('F12: a double click on "Ask to join" read "already"', async () => {
      const { ann } = await open();
      const groupId = await world.addGroup({ name: 'Design', owners: ['olga'], justification: 'off' });
      const click = { action: { type: 'Action.Execute', verb: 'joinGroup', data: { groupId } }, trigger: 'manual' };
      for (let round = 0; round < 2; round += 1)
        assert.match(JSON.stringify((await ann.invokes(click)).value), /asked for you/);
      await world.settles();
      assert.equal(
        (
          await world.store
            .forTenant(world.tenantId)
            .read('requests')
            .find({ where: { requesterId: ann.id } })
        ).length,
        1,
      );
    });

    it('F83: "yes" was taken for a group’s name', async () => {
      const { ann } = await open();
      for (const text of ['yes', 'no', 'bye', 'next page', 'lol', '???'])
        assert.doesNotMatch((await ann.says(text)).text(), new RegExp(`join ${text.replace(/[?]/g, '\\?')}`), text);
    });

    it('F16: of one’s own request that is over, it was said that others can decide it', async () => {
      const { ann } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'], justification: 'off' });
      const id = /REQ-\w{8}/.exec((await ann.says('join Design')).text())?.[0] ?? '';
      await ann.says(`withdraw ${id}`);
      assert.match((await ann.says(`approve ${id}`)).text(), /withdrawn/);
    });

    it('F47: an end that no calendar knows, or that came with a misspelt name, was lost', async () => {
      const { olga, ann } = await open();
      const design = await world.addGroup({ name: 'Design', owners: ['olga'] });
      for (const text of ['add Ann Archer to Design until 30 February', 'delegate to Ann Archer until 30 February'])
        await olga.says(text);
      assert.equal(await world.isMember('ann', design), false);
      assert.match((await ann.says('my delegations')).text(), /stand in for nobody/);
      await olga.says('add Ann to Design for 7 days');
      assert.match((await olga.clicks('Go ahead')).text(), /Until /);
      await olga.says('add Ben Okafor to Desing for 7 days');
      assert.match((await olga.clicks('Go ahead')).text(), /Until /);
    });

    it('F83: a verb alone was taken for a group’s name, and a group’s limit for the organisation’s', async () => {
      const { olga } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'] });
      for (const text of ['manage', 'members', 'history', 'audit', 'add resource', 'delegate', 'block'])
        assert.doesNotMatch((await olga.says(text)).text(), new RegExp(`join ${text}`), text);
      assert.match(
        (await olga.says('set longest membership of Design to 90 days')).text(),
        /Design has a new longest membership[\s\S]*90 days/,
      );
    });

    it('F83: an import of lines lost its line breaks', async () => {
      const { ada } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'] });
      assert.match(
        (await ada.says('import members into Design:\nAnn Archer\nBen Okafor')).heading(),
        /Add 2 of 2 people/,
      );
    });
  });
}
