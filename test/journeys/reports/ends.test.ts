import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const day = 86_400_000;

// Whoever is in already can be given another end, from what to what, within the rules (row 30 of what people reported).
for (const kind of storesUnderTest()) {
  describe(`the end of a membership, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      await world.addMember('ann', marketing, { until: world.now() + 10 * day });
      return world.people;
    }

    async function daysLeft(): Promise<number | undefined> {
      const found = await world.store
        .forTenant(world.tenantId)
        .read('memberships')
        .get(`${marketing}/${world.people.ann.id}`);
      return found?.until && Math.round((found.until - world.now()) / day);
    }

    afterEach(() => world.close());

    it('row 30: “add … for 30 days” offers to move the end, from what to what, and moves it on the click', async () => {
      const { ann, olga } = await open();
      const asked = await olga.says('add Ann Archer to Marketing for 30 days');
      assert.match(asked.text(), /was in already[\s\S]*Now: Until .*Then: Until /);
      assert.equal(await daysLeft(), 10);
      assert.match((await olga.clicks('Move the end')).text(), /is moved/);
      assert.equal(await daysLeft(), 30);
      assert.match((await ann.sees('ends at another time')).text(), /Olga Berg changed it/);
      assert.match((await olga.says('history Marketing')).text(), /moved the end of Ann Archer/);
      await world.passes(31 * day);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('row 30: a shorter end counts, too, and ends it then', async () => {
      const { olga } = await open();
      await olga.says('add Ann Archer to Marketing for 5 days');
      assert.match((await olga.says('yes')).text(), /is moved/);
      assert.equal(await daysLeft(), 5);
      await world.passes(6 * day);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('row 30: without a length it is offered without an end, or with the longest that the rules allow', async () => {
      const { olga } = await open();
      assert.match((await olga.says('add Ann Archer to Marketing')).text(), /Then: No end date/);
      await olga.clicks('Move the end');
      assert.equal(await daysLeft(), undefined);
      await world.changeGroup(marketing, { maxDurationDays: 20 });
      assert.match(
        (await olga.says('add Ann Archer to Marketing for 90 days')).text(),
        /Now: No end date\. Then: Until/,
      );
      await olga.clicks('Move the end', {}, 'Then: Until');
      assert.equal(await daysLeft(), 20);
    });

    it('row 30: “extend”, “shorten” and “prolong” mean the same', async () => {
      const { olga } = await open();
      for (const text of [
        'extend Ann Archer in Marketing for 30 days',
        'shorten Ann Archer’s membership of Marketing to 5 days',
        'prolong Ann Archer in Marketing for 40 days',
      ])
        assert.match((await olga.says(text)).text(), /was in already: move the end/, text);
      assert.equal(await daysLeft(), 10);
    });

    it('row 30: a card that shows an end which is not so any more asks again', async () => {
      const { olga } = await open();
      await olga.says('add Ann Archer to Marketing for 30 days');
      const [card] = olga.messages().slice(-1);
      assert.ok(card?.card);
      await olga.says('add Ann Archer to Marketing for 5 days');
      await olga.says('yes');
      assert.match(JSON.stringify((await olga.clicksOn(card, card.card, 'Move the end')).value), /was in already/);
      assert.equal(await daysLeft(), 5);
    });

    it('row 30: who is in without an end, and is added without one, was in already', async () => {
      const { olga } = await open();
      await world.addMember('ben', marketing);
      assert.match((await olga.says('add Ben Okafor to Marketing')).text(), /was in already/);
    });
  });
}
