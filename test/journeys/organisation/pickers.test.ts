import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

// Where a card asks for a person, they can be looked up in the directory, and still be typed (F96).
for (const kind of storesUnderTest()) {
  describe(`people pickers, told on ${kind.name}`, () => {
    let world: World;

    afterEach(() => world.close());

    const open = async (hasPicker = true): Promise<World['people']> => {
      world = await World.open(kind, hasPicker ? { overrides: { hasPicker } } : {});
      return world.people;
    };
    const group = () => world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
    const nobody = '00000000-0000-4000-8000-000000000000';

    it('F96: whom a command cannot do without is looked up in the directory, or typed', async () => {
      const { olga, ben, ann } = await open();
      const id = await group();
      await world.addMember('ben', id);
      await world.addMember('ann', id);
      const card = await olga.says('transfer Marketing');
      assert.match(card.text(), /Who\?/);
      assert.deepEqual(
        card.inputs().map((input) => input.id),
        ['answer', 'picked'],
      );
      const asked = await olga.clicks('Go on', { picked: ben.id });
      assert.match(asked.text(), /Hand Marketing over to Ben Okafor/);
      assert.deepEqual((await world.group(id)).ownerIds.includes(ben.id), false);
      await olga.says('cancel');
      await olga.says('transfer Marketing');
      assert.match((await olga.clicks('Go on', { answer: 'Ann Archer' })).text(), /Hand Marketing over to Ann Archer/);
      assert.ok(!(await world.group(id)).ownerIds.includes(ann.id));
    });

    it('F96: who was looked up is checked like anybody who was typed', async () => {
      const { olga } = await open();
      const id = await group();
      const before = await world.group(id);
      for (const picked of [nobody, 'Ben Okafor', `${'x'.repeat(400)}`, '"; drop table people']) {
        await olga.says('transfer Marketing');
        const answer = (await olga.clicks('Go on', { picked })).text();
        assert.match(answer, picked === nobody ? /don't know|can't find/i : /Who\?/, picked);
      }
      assert.deepEqual((await world.group(id)).ownerIds, before.ownerIds);
    });

    it('F96: a form with nothing in it asks again, and takes nothing for a no', async () => {
      const { olga, ben } = await open();
      await world.addMember('ben', await group());
      await olga.says('transfer Marketing');
      assert.match((await olga.clicks('Go on')).text(), /Who\?/);
      assert.match((await olga.says(ben.name)).text(), /Hand Marketing over to Ben Okafor/);
    });

    it('S73 F96: the people of a setting are those who were typed and those who were looked up', async () => {
      const { ada, ann, ben } = await open();
      await ada.says('settings');
      const form = (await ada.clicksRaw('Change…')).value as object;
      const filled = { value: 'selected', people: 'Olga Berg', picked: `${ann.id},${ben.id}` };
      const asked = (await ada.clicksOn({ id: 'm-1' }, form, 'See what it means', filled)).value as object;
      await ada.clicksOn({ id: 'm-1' }, asked, 'Change it');
      assert.match((await ada.says('settings')).text(), /Olga Berg, Ann Archer,? and Ben Okafor/);
    });

    it('F79 F96: who is asked about a group is looked up, and only those who may decide', async () => {
      const { olga, omar, ben } = await open();
      const id = await group();
      await olga.says('manage Marketing');
      await olga.clicks('Save', { picked: omar.id });
      assert.deepEqual((await world.group(id)).askedIds, [omar.id]);
      await olga.says('manage Marketing');
      assert.match((await olga.clicks('Save', { picked: ben.id })).text(), /Ben Okafor/);
      assert.deepEqual((await world.group(id)).askedIds, [omar.id]);
    });

    it('clients that cannot look people up see the typed field alone', async () => {
      const { olga } = await open(false);
      await group();
      assert.deepEqual(
        (await olga.says('transfer Marketing')).inputs().map(({ id }) => id),
        ['answer'],
      );
      assert.ok(!(await olga.says('manage Marketing')).inputs().some(({ id }) => id === 'picked'));
    });
  });
}
