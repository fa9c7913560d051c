import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { FakeGraph } from '../../../src/demo/fakeGraph/fakeGraph.js';
import type { FakeGroup } from '../../../src/demo/fakeGraph/state.js';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';
import type { Group } from '../../../src/domain/groups/group.js';

const minute = 60_000;

// What people read and what Microsoft Entra has, with a simulated Graph behind the product.
for (const kind of storesUnderTest()) {
  describe(`memberships in Microsoft Entra, told on ${kind.name}`, () => {
    let world: World;
    let graph: FakeGraph;

    async function open(env: NodeJS.ProcessEnv = {}): Promise<World['people']> {
      graph = new FakeGraph();
      world = await World.open(kind, { graphUrl: await graph.start() });
      if (Object.keys(env).length > 0) {
        await world.app.close();
        world.env = { ...world.env, ...env };
        await world.start();
      }
      for (const { id, name } of Object.values(world.people)) graph.state.addUser({ id, displayName: name });
      return world.people;
    }

    /** A group of ours that Entra has too. */
    async function inEntra(given: Partial<Group> = {}, there: Partial<FakeGroup> = {}): Promise<string> {
      const { id } = graph.state.addGroup({
        displayName: 'Marketing',
        groupTypes: ['Unified'],
        mailEnabled: true,
        ...there,
      });
      await world.addGroup({
        name: 'Marketing',
        owners: ['olga'],
        justification: 'off',
        groupType: 'm365',
        directoryId: id,
        ...given,
      });
      return id;
    }

    const isIn = (groupId: string, personId: string) => graph.state.isTied('members', groupId, personId);
    const writes = () => graph.requests.filter(({ method }) => method !== 'GET').length;

    afterEach(async () => {
      await world.close();
      await graph.stop();
    });

    it('F70 F71: an approval takes effect in Entra, and only then is anything said to be open', async () => {
      const { ann, olga } = await open();
      const groupId = await inEntra();
      await world.addResource({ name: 'Salesforce', groupIds: [await ourId()] });
      graph.weather({ method: 'POST', status: 503 });
      await ann.says('join Marketing');
      await olga.sees('wants to join');
      await olga.clicks('Approve');
      await world.settles();
      assert.ok(!isIn(groupId, ann.id));
      assert.equal(ann.count('You can open'), 0);
      await world.passes(minute);
      assert.ok(isIn(groupId, ann.id));
      await ann.sees('You can open');
      await ann.sees('Mail, files and the team can take up to a day');
    });

    it('an open join is carried out first, and told when it is', async () => {
      const { ann } = await open();
      const groupId = await inEntra({ joinRule: 'open' });
      const answer = await ann.says('join Marketing');
      assert.match(answer.text(), /You're being added to/);
      assert.doesNotMatch(answer.text(), /You're in /);
      await world.settles();
      assert.ok(isIn(groupId, ann.id));
      await ann.sees("You're in");
      await ann.says('yes, leave Marketing');
      await world.settles();
      assert.ok(!isIn(groupId, ann.id));
      assert.ok(graph.requests.filter(({ method }) => method === 'DELETE').every(({ path }) => path.endsWith('/$ref')));
    });

    it('a group that Entra does not know is kept here only, says so, and asks Entra nothing', async () => {
      const { ann } = await open();
      await world.addGroup({ name: 'Chess', owners: ['olga'], joinRule: 'open', justification: 'off' });
      await inEntra();
      assert.match((await ann.says('group Chess')).text(), /Kept here only/);
      assert.match((await ann.says('group Marketing')).text(), /In Microsoft Entra/);
      assert.match((await ann.says('join Chess')).text(), /You're in/);
      await world.settles();
      assert.equal(graph.requests.filter(({ path }) => path.includes('/groups/')).length, 0);
    });

    it('S9 F39: a group that has become dynamic meanwhile is not written to, and the requester reads why', async () => {
      const { ann, olga } = await open();
      const groupId = await inEntra();
      await ann.says('join Marketing');
      graph.state.patchGroup(groupId, { groupTypes: ['Unified', 'DynamicMembership'] });
      await olga.sees('wants to join');
      await olga.clicks('Approve');
      await world.settles();
      await ann.sees('a rule decides who is in this group');
      assert.equal(writes(), 0);
    });

    it('a permission that is taken away holds the work, tells each administrator once, and goes on by itself', async () => {
      const { ann, ben, ada } = await open();
      const groupId = await inEntra({ joinRule: 'open' });
      graph.weather({ method: 'POST', status: 403, code: 'Authorization_RequestDenied', times: Infinity });
      await ann.says('join Marketing');
      await ben.says('join Marketing');
      await world.settles();
      await world.passes(10 * minute);
      assert.equal(ada.count('I need the permission GroupMember.ReadWrite.All'), 1);
      assert.equal(ann.count('could not be set up'), 0);
      graph.sky.clear();
      await world.passes(10 * minute);
      assert.ok(isIn(groupId, ann.id) && isIn(groupId, ben.id));
      await ann.sees("You're in");
      assert.equal(ada.count('The permission GroupMember.ReadWrite.All is there'), 1);
    });

    it('who waits for a permission reads for what', async () => {
      const { ann, olga } = await open();
      await inEntra();
      graph.weather({ method: 'POST', status: 403, code: 'Authorization_RequestDenied' });
      await ann.says('join Marketing');
      await olga.sees('wants to join');
      await olga.clicks('Approve');
      await world.settles();
      await ann.sees('an administrator has to give me a permission');
      await world.passes(10 * minute);
      await ann.sees("You're in");
    });

    it('an outage of a day loses nothing and is no failure', async () => {
      const { ann } = await open();
      const groupId = await inEntra({ joinRule: 'open' });
      graph.weather({ status: 503, times: Infinity });
      await ann.says('join Marketing');
      for (let hour = 0; hour < 24; hour += 1) await world.passes(60 * minute);
      assert.equal(ann.count('could not be set up'), 0);
      graph.sky.clear();
      for (let passed = 0; passed < 3; passed += 1) await world.passes(20 * minute);
      assert.ok(isIn(groupId, ann.id));
      await ann.sees("You're in");
    });

    it('who cannot be taken out there is named to the administrators', async () => {
      const { ann, olga, ada } = await open();
      const groupId = await inEntra({ joinRule: 'open' });
      await ann.says('join Marketing');
      await world.settles();
      graph.state.patchGroup(groupId, { onPremisesSyncEnabled: true });
      await olga.says('yes, remove Ann Archer from Marketing');
      await world.passes(minute);
      await ada.sees('Ann Archer could not be taken out of Marketing');
      assert.ok(isIn(groupId, ann.id));
    });

    it('a group that is deleted there holds the work until somebody restores it', async () => {
      const { ann, olga } = await open();
      const groupId = await inEntra();
      await ann.says('join Marketing');
      graph.state.deleteGroup(groupId);
      await olga.sees('wants to join');
      await olga.clicks('Approve');
      await world.settles();
      await ann.sees('has been deleted in Microsoft Entra');
      graph.state.restoreGroup(groupId);
      await world.passes(10 * minute);
      assert.ok(isIn(groupId, ann.id));
    });

    it('with writing off, what was decided waits and Entra is left alone', async () => {
      const { ann, olga, ada } = await open({ DIRECTORY_WRITES: 'off' });
      const groupId = await inEntra();
      await ann.says('join Marketing');
      await olga.sees('wants to join');
      await olga.clicks('Approve');
      await world.settles();
      await ann.sees('I only watch Microsoft Entra');
      assert.match((await ada.says('directory')).text(), /Writing is switched off/);
      assert.equal(writes(), 0);
      await world.app.close();
      world.env = { ...world.env, DIRECTORY_WRITES: 'on' };
      await world.start();
      await world.passes(10 * minute);
      assert.ok(isIn(groupId, ann.id));
    });

    /** The id of the one group that there is. */
    async function ourId(): Promise<string> {
      const [group] = await world.store.forTenant(world.tenantId).read('groups').find({ where: {} });
      return group?.id ?? assert.fail('no group');
    }
  });
}
