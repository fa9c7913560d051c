import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { readCard } from '../../support/renderedCard.js';
import { World } from '../../support/world.js';

/** With a Cyrillic letter in the place of an a. */
const disguised = 'M\u0430rketing';

for (const kind of storesUnderTest()) {
  describe(`names that look like another's, told on ${kind.name}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await World.open(kind);
      await world.addGroup({ name: 'Marketing', owners: ['omar'], justification: 'off' });
      await world.addGroup({ name: 'Secret', owners: ['omar'], justification: 'off', isListed: false });
    });
    afterEach(() => world.close());

    const count = (name: string): Promise<number> =>
      world.store.forTenant(world.tenantId).read('groups').count({ nameKey: name.toLowerCase() });

    it('Ann is told before she creates one, makes it with a click, and cannot have the same name twice', async () => {
      const { ann } = world.people;
      const form = await ann.says(`create security group ${disguised}`);
      assert.match(form.text(), /There is a group called “Marketing” that looks the same/);
      assert.match((await ann.clicks('Create it all the same')).text(), /is there/);
      assert.equal(await count(disguised), 1);
      await ann.says(`create security group ${disguised}`);
      assert.match((await ann.clicks('Create it all the same')).text(), /something called/);
      assert.equal(await count(disguised), 1);
    });

    it('Ann answers the question by typing, and only then it is made', async () => {
      const { ann } = world.people;
      await ann.says(`create security group ${disguised}`);
      assert.equal(await count(disguised), 0);
      assert.match((await ann.says('yes')).text(), /is there/);
      assert.equal(await count(disguised), 1);
    });

    it('Ann changes the name on the form, and is asked about the new one', async () => {
      const { ann } = world.people;
      assert.doesNotMatch((await ann.says('create security group Brand')).text(), /looks the same/);
      const asked = (await ann.clicksRaw('Create group', { name: disguised, description: 'Ours' })).value as object;
      assert.match(readCard(asked).text(), /called “Marketing” that looks the same/);
      assert.equal(readCard(asked).input('description').value, 'Ours');
      assert.equal(await count(disguised), 0);
      const goOn = async (name: string) =>
        JSON.stringify(await ann.clicksOn({ id: 'm-1' }, asked, 'Create it all the same', { name }));
      assert.match(await goOn('Mark\u0435ting'), /looks the same/, 'she was asked about another name');
      assert.equal(await count('Mark\u0435ting'), 0);
      assert.match(await goOn('Chess'), /Chess is there/);
      await goOn('Chess');
      assert.deepEqual([await count('Chess'), await count(disguised)], [1, 0]);
    });

    it('nobody learns of a hidden group by a name that looks like it, but its owner and an administrator do', async () => {
      const { ann, omar, ada } = world.people;
      const typed = 'create security group S\u0435cret';
      for (const who of [omar, ada]) assert.match((await who.says(typed)).text(), /“Secret” that looks the same/);
      assert.doesNotMatch((await ann.says(typed)).text(), /looks the same/);
      assert.match((await ann.clicks('Create group')).text(), /is there/);
    });

    it('an owner who renames a group is told in the question, by typing and on the form', async () => {
      const { olga } = world.people;
      const brand = await world.addGroup({ name: 'Brand', owners: ['olga'], justification: 'off' });
      assert.match((await olga.says(`rename Brand to ${disguised}`)).text(), /called “Marketing” that looks the same/);
      assert.equal((await world.group(brand)).name, 'Brand');
      await olga.clicks('Change it');
      assert.equal((await world.group(brand)).name, disguised);
      await olga.says(`manage ${disguised}`);
      const asked = await olga.clicks('Save', { name: 'Marketlng', description: 'Ours' });
      assert.match(asked.text(), /Change/);
      assert.doesNotMatch(asked.text(), /looks the same/, 'an i is not taken for an l');
      await olga.says(`manage ${disguised}`);
      const both = await olga.clicks('Save', { name: 'MARKETlNG', description: 'Ours' });
      assert.match(both.text(), /Change .* like this/);
    });
  });
}
