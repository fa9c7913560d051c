import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

const day = 24 * 60 * minute;

// People who come, go and are somebody in Microsoft Entra.
for (const kind of storesUnderTest()) {
  describe(`people of the directory, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld> => (there = await DirectoryWorld.open(kind));

    it('F96: whoever is in the directory can be named by name and address; two of a name are told apart', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'] });
      const one = there.graph.state.addUser({
        displayName: 'Zoe Quint',
        jobTitle: 'Nurse',
        mail: 'Zoe.Q@contoso.example',
      });
      there.graph.state.addUser({ displayName: 'Zoe Quint', jobTitle: 'Pilot', mail: 'z.quint@contoso.example' });
      await world.reads();
      assert.match(
        (await people.olga.says('add Zoe Quint to Marketing')).text(),
        /Nurse[\s\S]*Pilot|Pilot[\s\S]*Nurse/,
      );
      const added = await people.olga.says('add zoe.q@contoso.example to Marketing');
      assert.match(added.text(), /Zoe Quint/);
      await world.settles();
      assert.ok(there.isIn(id, one.id));
    });

    it('F57: whoever is disabled loses requests, memberships and roles, after a second look', async () => {
      const { people, world } = await open();
      const marketing = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann', 'ben'] });
      const sales = await there.enrolled('Sales', { owners: ['olga', 'omar'] });
      await people.ada.says('enrol Sales as owner approval');
      await people.ben.says('join Sales because I sell things');
      there.graph.state.patchUser(people.ben.id, { accountEnabled: false });
      await world.reads();
      assert.equal(await there.status(marketing, people.ben.id), 'active');
      await world.passes(11 * minute);
      assert.equal(await there.status(marketing, people.ben.id), 'ended');
      assert.ok(!there.isIn(marketing, people.ben.id));
      assert.ok((await world.requests()).every(({ status }) => status !== 'pending'));
      assert.equal(await there.status(marketing, people.ann.id), 'active');
      assert.equal((await there.group(sales)).ownerIds.length, 2);
    });

    it('F57: somebody who is enabled again meanwhile loses nothing', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.state.patchUser(people.ben.id, { accountEnabled: false });
      await world.reads();
      there.graph.state.patchUser(people.ben.id, { accountEnabled: true });
      await world.passes(11 * minute);
      assert.equal(await there.status(id, people.ben.id), 'active');
    });

    it('F57: whoever leaves keeps their memberships where two administrators want it so, and everything else ends', async () => {
      const { people, world } = await open();
      await world.changeTenant({ adminIds: [people.ada.id, people.omar.id] });
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann', 'ben'] });
      assert.match((await people.ben.says('set leavers lose memberships no')).text(), /administrator/i);
      await people.ada.says('yes, set leavers lose memberships no');
      await world.settles();
      await people.omar.clicks('Confirm');
      assert.match((await people.ada.says('settings')).text(), /Leavers lose their memberships[\s\S]*No/);
      await people.ann.says('create security group Reviewers');
      await people.ann.clicks('Create group');
      there.graph.state.patchUser(people.ann.id, { accountEnabled: false });
      await world.reads();
      await world.passes(11 * minute);
      assert.equal(await there.status(id, people.ann.id), 'active');
      assert.ok(there.isIn(id, people.ann.id));
      assert.match((await people.ada.says('ownerless')).text(), /Reviewers/);
      await people.ada.says('yes, set leavers lose memberships yes');
      there.graph.state.patchUser(people.ben.id, { accountEnabled: false });
      await world.reads();
      await world.passes(11 * minute);
      assert.deepEqual(
        [await there.status(id, people.ben.id), await there.status(id, people.ann.id)],
        ['ended', 'active'],
      );
    });

    for (const [wish, early, late, isAsked] of [
      ['2', 1, 2, true],
      ['none', 8, 60, false],
    ] as const)
      it(`F105: administrators are asked for an owner after as many days as they want (${wish})`, async () => {
        const { people, world } = await open();
        await world.changeTenant({ adminIds: [people.ada.id, people.omar.id] });
        await there.enrolled('Marketing', { owners: ['olga'], members: ['ann', 'olga'] });
        await people.ada.says(`yes, set wait for a volunteer ${wish}`);
        await world.settles();
        if (!isAsked) await people.omar.clicks('Confirm');
        there.graph.state.patchUser(people.olga.id, { accountEnabled: false });
        await world.reads();
        await world.passes(11 * minute);
        await people.ann.sees('Who looks after Marketing now?');
        await world.passes(early * day);
        assert.equal(people.ada.count('Nobody has offered to own Marketing'), 0);
        await world.passes(late * day);
        assert.equal(people.ada.count('Nobody has offered to own Marketing'), isAsked ? 1 : 0);
      });

    it('F105: members of a group whose last owner left are asked for a volunteer, and administrators after a week', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ann', 'olga'] });
      there.graph.state.patchUser(people.olga.id, { accountEnabled: false });
      await world.reads();
      await world.passes(11 * minute);
      assert.deepEqual((await there.group(id)).ownerIds, []);
      await people.ann.sees('Who looks after Marketing now?');
      assert.match((await people.ada.says('ownerless')).text(), /Marketing/);
      await world.passes(8 * day);
      await people.ada.sees('Nobody has offered to own Marketing');
      await people.ann.clicks('I’ll own it'.replace('’', "'"));
      await world.settles();
      await people.ada.clicks('Make owner', {}, 'Ann Archer');
      assert.deepEqual((await there.group(id)).ownerIds, [people.ann.id]);
    });

    it('where more than a tenth of all people are gone, nothing follows before an administrator has looked', async () => {
      const { people, world } = await open();
      const many = Array.from({ length: 8 }, (_, at) => there.addPerson(`Person ${at}`));
      const id = there.add('Marketing', { owners: ['olga'] });
      for (const person of many) there.graph.state.tie('members', id, person);
      await world.reads();
      await people.ada.says('yes, enrol Marketing');
      await world.passes(20 * minute);
      for (const person of many.slice(0, 6)) there.graph.state.patchUser(person, { accountEnabled: false });
      await world.reads();
      await people.ada.sees('6 of 13 people are gone');
      await world.passes(60 * minute);
      assert.equal(await there.status(id, many[0] ?? ''), 'active');
      await people.ada.clicks('It is right, go on');
      await world.passes(20 * minute);
      assert.equal(await there.status(id, many[0] ?? ''), 'ended');
      assert.equal(await there.status(id, many[7] ?? ''), 'active');
    });

    it('Q17: holders of the roles are administrators as long as they hold them', async () => {
      const { people, world } = await open();
      assert.match((await people.ben.says('directory')).text(), /administrator/i);
      there.graph.roles.push({ roleDefinitionId: 'fdd7a751-b60b-444a-984c-02652fe8fa1c', principalId: people.ben.id });
      await world.reads();
      assert.match((await people.ben.says('directory')).text(), /Where memberships take effect/);
      assert.match((await people.ann.says('admins')).text(), /Ben Okafor/);
      there.graph.roles.length = 0;
      await world.reads();
      assert.match((await people.ben.says('settings')).text(), /administrator/i);
      assert.doesNotMatch((await people.ann.says('admins')).text(), /Ben Okafor/);
    });

    it('S79 S80: the licence is the organisation’s own, until somebody sets it otherwise', async () => {
      const { people, world } = await open();
      await world.changeTenant({ licence: 'none' });
      there.graph.plans = ['AAD_PREMIUM_P2'];
      await world.reads();
      assert.equal((await world.tenant()).licence, 'P2');
      assert.match((await people.ada.says('settings')).text(), /read from Microsoft Entra/);
      there.graph.plans = [];
      await world.reads();
      assert.equal((await world.tenant()).licence, 'none');
      await world.changeTenant({ licence: 'P1', settingChanges: { licence: { by: people.ada.id, at: world.now() } } });
      there.graph.plans = ['AAD_PREMIUM_P2'];
      await world.reads();
      assert.equal((await world.tenant()).licence, 'P1');
      assert.match((await people.ada.says('settings')).text(), /Microsoft Entra has P2/);
    });

    it('F94: a group that is kept here only is linked to one of Entra, each side with the members of the other', async () => {
      const { people, world } = await open();
      const ours = await world.addGroup({ name: 'Marketing', owners: ['olga'], groupType: 'm365' });
      await world.addMember('ann', ours);
      const theirs = there.add('Marketing', { owners: ['omar'], members: ['ben'] });
      await world.reads();
      assert.match((await people.olga.says('link Marketing')).text(), /administrator/i);
      const options = await people.ada.says('link Marketing');
      assert.match(options.text(), /Which group in Microsoft Entra is Marketing\?/);
      assert.match((await people.ada.says('a new one, please')).text(), /1 member of it here is put in there/);
      assert.match((await people.ada.says('cancel')).text(), /Nothing was changed|nothing has changed/i);
      await people.ada.says('link Marketing');
      assert.match((await people.ada.says('the first one')).text(), /1 member of it here is put in there/);
      await people.ada.says('link Marketing');
      assert.match((await people.ada.clicks('This one')).text(), /1 member of it here is put in there/);
      assert.deepEqual(there.writes(), []);
      const data = { groupId: ours, value: theirs, confirmed: true };
      await people.ada.invokes({ action: { type: 'Action.Execute', verb: 'linkGroup', data }, trigger: 'manual' });
      await world.settles();
      assert.ok(there.isIn(theirs, people.ann.id));
      assert.equal(await there.status(ours, people.ben.id), 'active');
      assert.deepEqual((await there.group(ours)).ownerIds, [people.olga.id, people.omar.id]);
      assert.ok(there.graph.state.isTied('owners', theirs, people.olga.id));
      await world.passes(20 * minute);
      await world.reads();
      assert.equal(people.olga.count('Somebody changed'), 0);
      assert.match((await people.olga.says('group Marketing')).text(), /In Microsoft Entra/);
    });
  });
}
