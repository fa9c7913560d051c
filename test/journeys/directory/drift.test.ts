import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

// What other hands change in Microsoft Entra, and what becomes of it here (F73).
for (const kind of storesUnderTest()) {
  describe(`changes by other hands, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld> => (there = await DirectoryWorld.open(kind));

    it('F73: who was put in by other hands is shown as unexplained, and taken over by whoever can explain it', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.tie('members', id, people.ben.id);
      await world.reads();
      assert.equal(await there.status(id, people.ben.id), 'unexplained');
      const card = await people.olga.sees('Somebody changed one membership of Marketing');
      assert.match(card.text(), /Put in there: Ben Okafor/);
      await people.ada.sees('Somebody changed one membership of Marketing');
      assert.match((await people.olga.says('drift Marketing')).text(), /Ben Okafor[\s\S]*Put in there/);
      assert.match((await people.olga.says('members Marketing')).text(), /unexplained/);
      const done = await people.olga.clicks('Take over', {}, 'Somebody changed');
      assert.match(done.text(), /taken over/);
      assert.equal(await there.status(id, people.ben.id), 'active');
      await world.settles();
      assert.equal(people.ada.count('Somebody changed one membership'), 0);
      await people.ada.sees('taken over');
      await world.reads();
      assert.deepEqual(there.writes(), []);
    });

    it('F73: who was taken out by other hands is missing, has nothing that hangs on it, and is put back by "undo"', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      await world.addResource({ name: 'Salesforce', groupIds: [id] });
      there.graph.state.cut('members', id, people.ben.id);
      await world.reads();
      assert.equal(await there.status(id, people.ben.id), 'missing');
      await people.ada.sees('Taken out there: Ben Okafor');
      assert.doesNotMatch((await people.ada.says('who has Salesforce')).text(), /Ben Okafor/);
      await people.ada.says('undo drift in Marketing');
      await world.settles();
      assert.equal(await there.status(id, people.ben.id), 'active');
      assert.ok(there.isIn(id, people.ben.id));
    });

    it('F73: "undo" takes out whom other hands put in, and nobody else', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann'] });
      there.graph.state.tie('members', id, people.ben.id);
      await world.reads();
      await people.olga.says('undo drift in Marketing');
      await world.settles();
      assert.deepEqual([there.isIn(id, people.ben.id), there.isIn(id, people.ann.id)], [false, true]);
      assert.equal(there.writes().length, 1);
    });

    it('F73: what is left is not asked about again, and stays in sight', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.tie('members', id, people.ben.id);
      await world.reads();
      await people.olga.says('ignore drift in Marketing');
      there.graph.state.patchGroup(id, { description: 'Campaigns' });
      await world.passes(60 * minute);
      await world.reads();
      assert.equal(people.olga.count('Somebody changed'), 0);
      assert.match((await people.olga.says('drift Marketing')).text(), /left it/);
    });

    it('F73: a group may take such changes over, or undo them, by itself', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann'] });
      await people.olga.says('set drift of Marketing to undo');
      there.graph.state.tie('members', id, people.ben.id);
      there.graph.state.cut('members', id, people.ann.id);
      await world.reads();
      assert.deepEqual([there.isIn(id, people.ben.id), there.isIn(id, people.ann.id)], [false, true]);
      await people.olga.says('set drift of Marketing to take over');
      await world.passes(20 * minute);
      there.graph.state.tie('members', id, people.ben.id);
      there.graph.state.cut('members', id, people.ann.id);
      await world.reads();
      assert.deepEqual(
        [await there.status(id, people.ben.id), await there.status(id, people.ann.id)],
        ['active', 'ended'],
      );
      assert.equal(people.olga.count('Somebody changed'), 0);
    });

    it('our own changes are never taken for somebody else’s, however late they show', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann'] });
      there.graph.lagMs = 10 * minute;
      await people.ben.says('join Marketing');
      await people.olga.says('yes, remove Ann Archer from Marketing');
      await world.settles();
      for (let passed = 0; passed < 8; passed += 1) {
        await world.passes(5 * minute);
        await world.reads();
      }
      assert.deepEqual(
        [await there.status(id, people.ben.id), await there.status(id, people.ann.id)],
        ['active', 'ended'],
      );
      assert.equal(people.olga.count('Somebody changed'), 0);
    });

    it('where more than a tenth of a group is gone, nobody is taken out before an administrator has looked', async () => {
      const { people, world } = await open();
      const id = there.add('Marketing', { owners: ['olga'] });
      const many = Array.from({ length: 12 }, (_, at) => there.addPerson(`Person ${at}`));
      for (const person of many) there.graph.state.tie('members', id, person);
      await world.reads();
      await people.ada.says('yes, enrol Marketing');
      await world.passes(20 * minute);
      for (const person of many.slice(0, 6)) there.graph.state.cut('members', id, person);
      there.graph.state.tie('members', id, people.ben.id);
      await world.reads();
      await people.ada.sees('6 of 12 members of Marketing are gone');
      for (const person of many) assert.equal(await there.status(id, person), 'active');
      assert.equal(await there.status(id, people.ben.id), 'unexplained');
      assert.match((await people.olga.says('release brake of Marketing')).text(), /administrator/i);
      await people.ada.clicks('It is right, go on');
      await world.settles();
      assert.equal(await there.status(id, many[0] ?? ''), 'missing');
      assert.equal(await there.status(id, many[11] ?? ''), 'active');
    });
  });
}
