import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

// Faults that seeded runs against the simulated Graph have found (`npm run torture -- --directory`): each story by itself.
for (const kind of storesUnderTest()) {
  describe(`records and Microsoft Entra stay in step, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld> => (there = await DirectoryWorld.open(kind));
    /** Lets everything happen that is tried again and again. */
    const waits = async (rounds: number): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) await there.world.passes(16 * minute);
    };
    /** A group into which somebody was put just before it was deleted, and that is there again. */
    const restored = async (): Promise<string> => {
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.tie('members', id, there.people.ben.id);
      there.graph.state.deleteGroup(id);
      await there.world.reads();
      there.graph.state.restoreGroup(id);
      return id;
    };
    const asks = async (role: 'ann' | 'ben', group: string): Promise<void> => {
      await there.people[role].says(`join ${group}`);
      await there.people.olga.sees(`wants to join ${group}`);
      await there.people.olga.clicks('Approve');
    };

    it('F71: a membership that ends before the directory had it is told to its request, which waits for nothing more', async () => {
      const { people, world } = await open();
      await there.enrolled('Marketing', { owners: ['olga'] });
      await people.ada.says('enrol Marketing as owner approval');
      there.graph.weather({ method: 'POST', status: 503, times: 50 });
      await asks('ann', 'Marketing');
      await world.settles();
      await people.olga.says('yes, remove Ann Archer from Marketing');
      await world.settles();
      const [request] = await world.requests();
      assert.deepEqual([request?.provisioning, request?.failure], ['failed', 'endedBefore']);
      await people.ann.sees('The membership ended before it was set up');
    });

    it('F94: a group that Microsoft Entra never answers about is kept here, and its owner hears that', async () => {
      const { people } = await open();
      there.graph.weather({ path: 'uniqueName', status: 409, code: 'Conflict', times: 100 });
      await people.olga.says('create security group Reviewers');
      await people.olga.clicks('Create group');
      await waits(30);
      await people.olga.sees('Reviewers could not be created in Microsoft Entra');
    });

    it('F57: whoever has left is let in no more, whatever way they were let in', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.patchUser(people.ben.id, { accountEnabled: false });
      await world.reads();
      await people.olga.says('add Ben Okafor to Marketing');
      await world.settles();
      assert.ok(!there.isIn(id, people.ben.id));
      await waits(2);
      assert.equal(await there.status(id, people.ben.id), 'ended');
      await people.olga.says('add Ben Okafor to Marketing');
      await waits(1);
      assert.deepEqual([await there.status(id, people.ben.id), there.isIn(id, people.ben.id)], ['ended', false]);
      there.graph.state.patchUser(people.ben.id, { accountEnabled: true });
      await world.reads();
      await people.olga.says('add Ben Okafor to Marketing');
      await world.settles();
      assert.ok(there.isIn(id, people.ben.id));
    });

    it('a group that was deleted here and restored there by other hands is known again, and nobody in it is touched', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann'] });
      await people.olga.says('yes, delete Marketing');
      await world.settles();
      there.graph.state.restoreGroup(id);
      there.graph.state.tie('members', id, people.ben.id);
      const before = there.writes().length;
      await world.reads();
      await waits(3);
      const group = await there.group(id);
      assert.deepEqual([group.knownAs, group.deletedAt, group.ownerIds], ['m365', undefined, [people.olga.id]]);
      assert.equal(there.writes().length, before);
      await people.ada.says('enrol Marketing');
      await people.ada.clicks('Enrol it');
      await world.settles();
      assert.equal(await there.status(id, people.ben.id), 'active');
    });

    it('a deletion that could not be looked at when it was read is looked at again', async () => {
      const { world } = await open();
      const id = await there.enrolled('Marketing', {
        owners: ['olga'],
        groupTypes: [],
        mailEnabled: false,
        securityEnabled: true,
      });
      there.graph.state.deleteGroup(id);
      there.graph.weather({ method: 'GET', path: `groups/${id}`, status: 503, times: 2 });
      await world.reads();
      await waits(3);
      assert.ok((await there.group(id)).deletedAt);
    });

    it('F73: what was changed just before a group was deleted shows once it is restored', async () => {
      const { people, world } = await open();
      const id = await restored();
      await world.reads();
      assert.equal(await there.status(id, people.ben.id), 'unexplained');
    });

    it('F73: also where something of ours was written in between', async () => {
      const { people, world } = await open();
      const id = await restored();
      await people.olga.says('yes, rename Marketing to Brand');
      await waits(1);
      assert.equal(there.graph.state.groups.get(id)?.displayName, 'Brand');
      await world.reads();
      assert.equal(await there.status(id, people.ben.id), 'unexplained');
    });

    it('F57: whoever was taken out by other hands and then left is not to be put back any more', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.state.cut('members', id, people.ben.id);
      there.graph.state.patchUser(people.ben.id, { accountEnabled: false });
      await world.reads();
      assert.equal(await there.status(id, people.ben.id), 'missing');
      await waits(1);
      assert.equal(await there.status(id, people.ben.id), 'ended');
      await people.olga.says('undo drift in Marketing');
      await world.settles();
      assert.ok(!there.isIn(id, people.ben.id));
    });

    it('S21: nobody leaves a group that is only known, where nothing would follow from it', async () => {
      const { people, world } = await open();
      const id = there.add('Marketing', { owners: ['olga', 'omar'] });
      await world.reads();
      assert.match((await people.omar.says('yes, leave Marketing')).text(), /not enrolled/);
      assert.deepEqual((await there.group(id)).ownerIds.length, 2);
    });

    it('F94: a group that other hands rename before its maker has heard of it keeps that name', async () => {
      const { people, world } = await open();
      there.graph.weather({ method: 'PATCH', path: 'uniqueName', status: 504, happens: true });
      await people.olga.says('create security group Reviewers');
      await people.olga.clicks('Create group');
      await world.settles();
      const [made] = [...there.graph.state.groups.values()];
      there.graph.state.patchGroup(made?.id ?? '', { displayName: 'Auditors' });
      await world.reads();
      await waits(2);
      assert.match((await people.olga.says('group Auditors')).text(), /In Microsoft Entra/);
      assert.equal(made?.displayName, 'Auditors');
    });

    it('a group that its owner deletes before the bot has heard that it was made is deleted there, too', async () => {
      const { people, world } = await open();
      there.graph.weather({ method: 'PATCH', path: 'uniqueName', status: 504, happens: true });
      await people.olga.says('create security group Reviewers');
      await people.olga.clicks('Create group');
      await world.settles();
      assert.equal(there.graph.state.groups.size, 1);
      await people.olga.says('yes, delete Reviewers');
      await world.settles();
      await world.reads();
      await waits(2);
      assert.equal(there.graph.state.groups.size, 0);
    });

    it('a group that was taken for refused is in Microsoft Entra once a reading shows that it was made', async () => {
      const { people, world } = await open();
      there.graph.weather({ method: 'PATCH', path: 'uniqueName', status: 409, code: 'Conflict', happens: true });
      await people.olga.says('create security group Reviewers');
      await people.olga.clicks('Create group');
      await world.settles();
      there.graph.weather({ path: 'uniqueName', status: 409, code: 'Conflict', times: 100 });
      await waits(30);
      await people.olga.sees('Reviewers could not be created in Microsoft Entra');
      await world.reads();
      assert.match((await people.olga.says('group Reviewers')).text(), /In Microsoft Entra/);
    });

    it('a new group that is not known everywhere yet is not taken for a deleted one', async () => {
      const { people, world } = await open();
      await people.olga.says('create security group Reviewers');
      await people.olga.clicks('Create group');
      await world.settles();
      there.graph.lagMs = 12 * minute;
      await world.passes(6 * minute);
      await world.reads();
      there.graph.lagMs = 0;
      await waits(2);
      const answer = (await people.olga.says('group Reviewers')).text();
      assert.match(answer, /In Microsoft Entra/);
      assert.match((await people.olga.says('members Reviewers')).text(), /Olga Berg/);
    });

    it('the owners of a group that is only known are those it has when it is restored', async () => {
      const { people, world } = await open();
      const id = there.add('Marketing', { owners: ['olga'] });
      await world.reads();
      there.graph.state.tie('owners', id, people.omar.id);
      there.graph.state.deleteGroup(id);
      await world.reads();
      there.graph.state.restoreGroup(id);
      await world.reads();
      assert.deepEqual((await there.group(id)).ownerIds.toSorted(), [people.olga.id, people.omar.id].toSorted());
    });

    it('F70: who could not be taken out because of the kind of the group is taken out once that has changed', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga', 'omar'], members: ['ben'] });
      there.graph.state.patchGroup(id, { onPremisesSyncEnabled: true });
      await people.olga.says('yes, remove Ben Okafor from Marketing');
      await people.olga.says('yes, make Omar Haddad member of Marketing');
      await world.settles();
      await people.ada.sees('Ben Okafor could not be taken out of Marketing');
      await world.reads();
      there.graph.state.patchGroup(id, { onPremisesSyncEnabled: false });
      await world.reads();
      await waits(2);
      assert.ok(!there.isIn(id, people.ben.id));
      assert.ok(!there.graph.state.isTied('owners', id, people.omar.id));
    });

    it('F94: a group that could not be deleted there because of its kind is deleted once that has changed', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.patchGroup(id, { onPremisesSyncEnabled: true });
      await people.olga.says('yes, delete Marketing');
      await world.settles();
      await people.olga.sees('Marketing could not be deleted in Microsoft Entra');
      await world.reads();
      assert.ok(!there.graph.state.groups.get(id)?.deletedDateTime);
      there.graph.state.patchGroup(id, { onPremisesSyncEnabled: false });
      await world.reads();
      await waits(1);
      assert.ok(there.graph.state.groups.get(id)?.deletedDateTime);
      assert.equal(people.olga.count('could not be deleted in Microsoft Entra'), 1);
    });

    it('F71: who was put in by a try without an answer is in, also where the next try meets a closed group', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.weather({ method: 'POST', path: 'members', status: 500, happens: true });
      await people.olga.says('add Ben Okafor to Marketing');
      await world.settles();
      there.graph.state.patchGroup(id, { isAssignableToRole: true });
      await waits(1);
      assert.ok(there.isIn(id, people.ben.id));
      assert.equal(await there.status(id, people.ben.id), 'active');
    });

    it('an owner whom other hands take out while we change another is not missed', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga', 'omar', 'ann'] });
      there.graph.state.cut('owners', id, people.omar.id);
      await people.olga.says('yes, make Ann Archer member of Marketing');
      await world.settles();
      there.graph.forgetLinks();
      await world.reads();
      await waits(2);
      assert.deepEqual((await there.group(id)).ownerIds, [people.olga.id]);
    });

    it('an owner who left goes in Microsoft Entra, too, as soon as the group has another', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.patchUser(people.olga.id, { accountEnabled: false });
      await world.reads();
      await waits(1);
      assert.ok(there.graph.state.isTied('owners', id, people.olga.id));
      there.graph.state.tie('owners', id, people.omar.id);
      await world.reads();
      await world.settles();
      assert.deepEqual((await there.group(id)).ownerIds, [people.omar.id]);
      assert.ok(!there.graph.state.isTied('owners', id, people.olga.id));
    });

    it('F73: what a reading has told and a list that is older does not show yet is seen later', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      there.graph.state.tie('members', id, people.ben.id);
      there.graph.weather({ path: `groups/${id}/members`, status: 503, times: 4 });
      await world.reads();
      there.graph.sky.clear();
      there.graph.lagMs = 9 * minute;
      await world.passes(2 * minute);
      assert.equal(await there.status(id, people.ben.id), undefined);
      there.graph.lagMs = 0;
      await waits(2);
      assert.equal(await there.status(id, people.ben.id), 'unexplained');
    });

    it('F63: a list from before a reading does not settle who is in a group that is enrolled, and who owns it', async () => {
      const { people, world } = await open();
      const id = there.add('Marketing', { owners: ['olga'], members: ['ann', 'ben'] });
      await world.reads();
      await world.passes(20 * minute);
      there.graph.state.cut('members', id, people.ann.id);
      there.graph.state.tie('owners', id, people.omar.id);
      await world.reads();
      there.graph.lagMs = 9 * minute;
      await people.ada.says('yes, enrol Marketing');
      await world.settles();
      assert.equal(await there.status(id, people.ann.id), 'active');
      there.graph.lagMs = 0;
      await waits(2);
      assert.deepEqual(
        [await there.status(id, people.ann.id), await there.status(id, people.ben.id)],
        ['missing', 'active'],
      );
      assert.deepEqual((await there.group(id)).ownerIds.toSorted(), [people.olga.id, people.omar.id].toSorted());
    });

    it('whoever goes between two beginnings of one reading of everything is found gone', async () => {
      const { people, world } = await open();
      there.graph.delta.pageSize = 3;
      // The second page is never read.
      there.graph.weather({ path: 'users/delta', delayMs: 0 }, { path: 'users/delta', status: 503 });
      await world.reads();
      there.graph.forgetLinks();
      there.graph.state.deleteUser(people.ann.id);
      for (const _ of [1, 2, 3]) {
        await world.passes(minute);
        await world.reads();
      }
      const ann = await world.store.forTenant(world.tenantId).read('people').get(people.ann.id);
      assert.ok(ann?.leftAt);
    });
  });
}
