import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

// A group that is kept here only is created in Microsoft Entra (F94), and what is in a group there is said before and after.
for (const kind of storesUnderTest()) {
  describe(`linking and what is in a group there, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    async function open(): Promise<DirectoryWorld['people']> {
      there = await DirectoryWorld.open(kind);
      await there.world.reads();
      return there.people;
    }

    /** An organisation that has a group of its own records, with an owner and a member. */
    async function withChess(): Promise<string> {
      const id = await there.world.addGroup({ name: 'Chess', owners: ['olga'], groupType: 'm365', joinRule: 'open' });
      await there.world.addMember('ben', id);
      return id;
    }

    const thereOf = async (id: string): Promise<string> =>
      (await there.group(id)).directoryId ?? assert.fail('not there');

    it('F94: a group that is kept here only is created in Entra with its owner and members, after a dry run', async () => {
      const { ada, olga, ann, ben } = await open();
      const id = await withChess();
      assert.match((await olga.says('group Chess')).text(), /Kept here only/);
      assert.match(
        (await ada.says('link Chess')).text(),
        /Create Chess in Microsoft Entra\?[\s\S]*1 member of it here/,
      );
      assert.deepEqual(there.writes(), []);
      assert.equal((await there.group(id)).directoryId, undefined);
      assert.match((await ada.clicks('Link')).text(), /Chess is linked[\s\S]*being created there/);
      await there.world.settles();
      // A new group is not known everywhere at once, so its members follow some minutes later.
      await there.world.passes(6 * minute);
      const made = await thereOf(id);
      assert.equal(there.graph.state.groups.get(made)?.displayName, 'Chess');
      assert.ok(there.graph.state.isTied('owners', made, olga.id));
      assert.ok(there.isIn(made, ben.id));
      assert.match((await olga.says('group Chess')).text(), /In Microsoft Entra/);
      await ann.says('join Chess');
      await there.world.settles();
      assert.ok(there.isIn(made, ann.id));
      await there.world.passes(20 * minute);
      await there.world.reads();
      assert.equal(olga.count('Somebody changed'), 0, 'what the bot made there is nobody else’s change');
      assert.equal([...there.graph.state.groups.values()].filter((one) => one.displayName === 'Chess').length, 1);
    });

    it('F94: it is made once, however often the answer is lost and somebody asks again', async () => {
      const { ada } = await open();
      const id = await withChess();
      there.graph.weather({ path: 'uniqueName', method: 'PATCH', cutsOff: true, happens: true, times: 2 });
      await ada.says('yes, link Chess');
      assert.match((await ada.says('yes, link Chess')).text(), /Nothing would change|so already/);
      await there.world.settles();
      await there.world.passes(20 * minute);
      await thereOf(id);
      assert.equal([...there.graph.state.groups.values()].filter((one) => one.displayName === 'Chess').length, 1);
    });

    it('F94: beside one of the same name a new one is created when that is what was said', async () => {
      const { ada, ben } = await open();
      const id = await withChess();
      const other = there.add('Chess', { owners: ['omar'], members: ['ann'] });
      await there.world.reads();
      assert.match((await ada.says('create Chess in Entra')).text(), /Create Chess in Microsoft Entra\?/);
      await ada.clicks('Link');
      await there.world.settles();
      // A new group is not known everywhere at once, so its members follow some minutes later.
      await there.world.passes(6 * minute);
      const made = await thereOf(id);
      assert.notEqual(made, other);
      assert.ok(there.isIn(made, ben.id));
      assert.ok(!there.isIn(other, ben.id), 'the other one is left alone');
    });

    it('F63: the dry run says how many are in it, and that those in groups within it do not come along', async () => {
      const { ada, olga, omar, ben } = await open();
      const inner = there.add('Inner Circle', { groupTypes: [], mailEnabled: false, securityEnabled: true });
      const id = there.add('Vault', {
        ...{ groupTypes: [], mailEnabled: false, securityEnabled: true },
        owners: ['olga'],
        members: ['ben', 'ann'],
      });
      there.graph.state.tie('members', id, inner);
      there.graph.state.tie('members', inner, there.addPerson('Iris Inner'));
      await there.world.reads();
      const dry = (await ada.says('enrol Vault')).text();
      assert.match(dry, /about 2 people are in it there[\s\S]*One group is in it, too/);
      await ada.clicks('Enrol it');
      await there.world.settles();
      const members = (await olga.says('members Vault')).text();
      assert.match(members, /Another group is in it in Microsoft Entra/);
      assert.doesNotMatch(members, /Iris Inner/);
      assert.match((await olga.says('drift Vault')).text(), /Another group is in it/);
      assert.match((await omar.says('leave Vault')).text(), /not a member of Vault by yourself[\s\S]*Other groups/);
      // Somebody takes it out: nothing is said of it any more, and nobody is missing.
      there.graph.state.cut('members', id, inner);
      await there.world.reads();
      await there.world.settles();
      assert.doesNotMatch((await olga.says('members Vault')).text(), /Another group/);
      assert.equal(await there.status(id, ben.id), 'active');
      assert.equal(olga.count('Somebody changed'), 0);
    });

    it('F63: the count follows who comes and goes before it is enrolled', async () => {
      const { ada, ann, ben } = await open();
      const id = there.add('Choir', { owners: ['olga'], members: ['ben'] });
      await there.world.reads();
      assert.match((await ada.says('enrol Choir')).text(), /about one person is in it there/);
      there.graph.state.tie('members', id, ann.id);
      await there.world.reads();
      assert.match((await ada.says('enrol Choir')).text(), /about 2 people/);
      there.graph.state.cut('members', id, ann.id);
      there.graph.state.cut('members', id, ben.id);
      await there.world.reads();
      assert.match((await ada.says('enrol Choir')).text(), /nobody is in it there/);
    });
  });
}
