import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

// What owners change about a group while Microsoft Entra has not answered, or will not take something (F94): it cannot
// show what the real one answers, only that nothing that was wished for is lost or held back.
for (const kind of storesUnderTest()) {
  describe(`what owners wish for reaches Microsoft Entra, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld['people']> => (there = await DirectoryWorld.open(kind)).people;
    const waits = async (rounds: number): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) await there.world.passes(16 * minute);
    };
    const only = () => [...there.graph.state.groups.values()][0] ?? assert.fail('there is no group');
    /** Olga makes a group, and the answer that it is there is lost. */
    const madeUnheard = async (): Promise<string> => {
      there.graph.weather({ method: 'PATCH', path: 'uniqueName', status: 504, happens: true });
      await there.people.olga.says('create m365 group Reviewers');
      await there.people.olga.clicks('Create group');
      await there.world.settles();
      assert.equal(only().displayName, 'Reviewers');
      return only().id;
    };
    /** A group of Olga’s whose coming name breaks the organisation’s rules there. */
    const withRules = async (): Promise<string> => {
      const id = await there.enrolled('Team Marketing', { owners: ['olga'], members: ['omar'] });
      there.graph.rules.prefix = 'Team ';
      await there.people.olga.says('yes, rename Team Marketing to Brand');
      await there.world.settles();
      return id;
    };

    it('F94: the name, the description and the owners that a group gets before its making is heard of', async () => {
      const { olga, omar } = await open();
      const id = await madeUnheard();
      await olga.says('yes, rename Reviewers to Auditors');
      await olga.says('yes, describe Auditors as Look at the books');
      await olga.says('yes, add Omar Haddad to Auditors');
      await olga.says('yes, make Omar Haddad owner of Auditors');
      await waits(3);
      assert.deepEqual([only().displayName, only().description], ['Auditors', 'Look at the books']);
      assert.ok(there.graph.state.isTied('owners', id, omar.id));
      assert.match((await olga.says('group Auditors')).text(), /In Microsoft Entra/);
      assert.equal(olga.count('Somebody changed'), 0);
    });

    it('F94: what other hands describe meanwhile stays beside the name that its owner gives', async () => {
      const { olga } = await open();
      const id = await madeUnheard();
      there.graph.state.patchGroup(id, { description: 'By other hands' });
      await olga.says('yes, rename Reviewers to Auditors');
      await waits(3);
      await there.world.reads();
      assert.deepEqual([only().displayName, only().description], ['Auditors', 'By other hands']);
      assert.match((await olga.says('group Auditors')).text(), /By other hands/);
    });

    it('F94: a name that Microsoft Entra refuses at first and that is another by then', async () => {
      const { olga } = await open();
      there.graph.rules.prefix = 'Team ';
      there.graph.weather({ method: 'GET', path: 'uniqueName', status: 503 });
      await olga.says('create m365 group Reviewers');
      await olga.clicks('Create group');
      await there.world.settles();
      await olga.says('yes, rename Reviewers to Team Review');
      await waits(2);
      assert.equal(only().displayName, 'Team Review');
      assert.equal(olga.count('could not be created'), 0);
    });

    it('F94: more owners than a group can be made with', async () => {
      const { ada } = await open();
      const owners = Array.from({ length: 12 }, (_, at) => there.addPerson(`Owner ${at}`));
      await there.world.reads();
      const id = await there.world.addGroup({ name: 'Chess', owners: ['olga'], groupType: 'm365', joinRule: 'open' });
      await there.world.changeGroup(id, { ownerIds: [there.people.olga.id, ...owners] });
      await ada.says('yes, link Chess');
      await there.world.settles();
      await waits(1);
      assert.deepEqual(
        owners.filter((one) => !there.graph.state.isTied('owners', only().id, one)),
        [],
      );
      assert.equal((await there.group(id)).ownerIds.length, 13);
    });

    it('F94: a name that is refused holds back neither the description nor the owners, and is told once', async () => {
      const { olga, omar } = await open();
      const id = await withRules();
      await olga.sees('Brand could not be changed in Microsoft Entra');
      await olga.says('yes, make Omar Haddad owner of Brand');
      await olga.says('yes, describe Brand as All about the brand');
      await waits(2);
      assert.ok(there.graph.state.isTied('owners', id, omar.id));
      assert.deepEqual([only().displayName, only().description], ['Team Marketing', 'All about the brand']);
      assert.equal(olga.count('could not be changed in Microsoft Entra'), 1);
    });

    it('F94: another name after one that was refused is tried, and so is the same once the rules allow it', async () => {
      const { olga } = await open();
      await withRules();
      await olga.says('yes, rename Brand to Team Brand');
      await there.world.settles();
      assert.equal(only().displayName, 'Team Brand');
      there.graph.rules.prefix = '';
      await olga.says('yes, rename Team Brand to Brand');
      await there.world.settles();
      assert.equal(only().displayName, 'Brand');
    });

    it('F94: what other hands name a group counts where ours was refused', async () => {
      const { olga } = await open();
      const id = await withRules();
      there.graph.state.patchGroup(id, { displayName: 'Team Campaigns' });
      await there.world.reads();
      await olga.sees('Team Campaigns');
      assert.equal((await there.group(id)).name, 'Team Campaigns');
      there.graph.rules.prefix = '';
      await olga.says('yes, rename Team Campaigns to Brand');
      await there.world.settles();
      assert.equal(only().displayName, 'Brand');
    });

    it('F94: a name by other hands stays beside a description of ours that is on its way', async () => {
      const { olga } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.weather({ method: 'PATCH', status: 503, times: 3 });
      await olga.says('yes, describe Marketing as Campaigns');
      there.graph.state.patchGroup(id, { displayName: 'Brand' });
      await there.world.reads();
      await waits(3);
      assert.deepEqual([only().displayName, only().description], ['Brand', 'Campaigns']);
      assert.equal((await there.group(id)).name, 'Brand');
    });
  });
}
