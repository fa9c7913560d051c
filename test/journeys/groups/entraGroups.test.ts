import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { FakeGraph } from '../../../src/demo/fakeGraph/fakeGraph.js';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const minute = 60_000;

// Groups of ours in Microsoft Entra: made, renamed, handed on, deleted, and refused.
for (const kind of storesUnderTest()) {
  describe(`groups in Microsoft Entra, told on ${kind.name}`, () => {
    let world: World;
    let graph: FakeGraph;

    async function open(): Promise<World['people']> {
      graph = new FakeGraph();
      world = await World.open(kind, { graphUrl: await graph.start() });
      for (const { id, name } of Object.values(world.people)) graph.state.addUser({ id, displayName: name });
      return world.people;
    }

    afterEach(async () => {
      await world.close();
      await graph.stop();
    });

    const there = () => [...graph.state.groups.values()];
    const ours = async () => {
      const [group] = await world.store.forTenant(world.tenantId).read('groups').find({ where: {} });
      return group ?? assert.fail('no group');
    };
    const create = async (name = 'Launch') => {
      await world.people.olga.says(`create Microsoft 365 group ${name}`);
      await world.people.olga.clicks('Create group');
    };
    const isOwner = (personId: string) => graph.state.isTied('owners', there()[0]?.id ?? '', personId);

    it('S2 S77 F94: a group that somebody creates is created there, with its owner', async () => {
      const { olga } = await open();
      await create();
      await world.settles();
      const [made] = there();
      assert.equal(made?.displayName, 'Launch');
      assert.ok(isOwner(olga.id));
      assert.equal((await ours()).directoryId, made.id);
      assert.match((await olga.says('group Launch')).text(), /In Microsoft Entra/);
    });

    it('makes one group however often the answer is lost, and whoever joins meanwhile waits for it', async () => {
      const { ann } = await open();
      graph.weather({ method: 'PATCH', status: 504, happens: true }, { path: 'uniqueName', cutsOff: true });
      await create();
      assert.match((await ann.says('join Launch')).text(), /being added to/);
      for (let passed = 0; passed < 10; passed += 1) await world.passes(minute);
      assert.equal(there().length, 1);
      assert.ok(graph.state.isTied('members', there()[0]?.id ?? '', ann.id));
      await ann.sees("You're in");
    });

    it('follows a new name and new owners, each once', async () => {
      const { olga, ann } = await open();
      await create();
      await world.settles();
      await ann.says('join Launch');
      await world.settles();
      await olga.says('yes, make Ann Archer owner of Launch');
      await world.settles();
      assert.ok(isOwner(ann.id));
      await ann.says('yes, rename Launch to Start');
      await ann.says('yes, make Olga Berg member of Start');
      await world.settles();
      assert.equal(there()[0]?.displayName, 'Start');
      assert.deepEqual([isOwner(ann.id), isOwner(olga.id)], [true, false]);
      // A new group is compared once, when it is known everywhere.
      await world.passes(20 * minute);
      const before = graph.requests.length;
      await world.passes(60 * minute);
      assert.equal(graph.requests.length, before);
    });

    it('deletes the group there, and never a person', async () => {
      const { olga, ann } = await open();
      await create();
      await ann.says('join Launch');
      await world.passes(minute);
      await olga.says('yes, delete Launch');
      await world.passes(10 * minute);
      assert.ok(there()[0]?.deletedDateTime);
      assert.equal(graph.state.users.size, Object.keys(world.people).length);
      assert.deepEqual((await ours()).effects, []);
      const deletions = graph.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
      assert.ok(deletions.every((path) => path.endsWith('/$ref') || /^\/v1\.0\/groups\/[^/]+$/.test(path)));
    });

    it('says why Entra refuses a name, and that the group is kept here only', async () => {
      const { olga, ann } = await open();
      graph.rules.prefix = 'GRP ';
      await create();
      await world.settles();
      await olga.sees('could not be created in Microsoft Entra');
      await olga.sees('rules for names');
      assert.match((await olga.says('group Launch')).text(), /Kept here only/);
      await ann.says('join Launch');
      await world.passes(minute);
      await ann.sees("You're in");
      assert.equal(there().length, 0);
    });

    it('an owner whom Entra refuses holds up nothing else', async () => {
      const { olga, ann } = await open();
      await create();
      await world.settles();
      await ann.says('join Launch');
      await world.settles();
      const limit = { status: 400, code: 'Request_BadRequest', message: 'The limit of 100 owners has been reached.' };
      graph.weather({ method: 'POST', path: 'owners', ...limit });
      await olga.says('yes, make Ann Archer owner of Launch');
      await olga.says('yes, rename Launch to Start');
      await world.passes(10 * minute);
      await olga.sees('An owner of Launch could not be added in Microsoft Entra');
      assert.equal(there()[0]?.displayName, 'Start');
      assert.deepEqual((await ours()).effects, []);
      // Once it is taken back here, a new wish is a new try.
      await olga.says('yes, make Ann Archer member of Start');
      await olga.says('yes, make Ann Archer owner of Start');
      await world.passes(minute);
      assert.ok(isOwner(ann.id));
    });
  });
}
