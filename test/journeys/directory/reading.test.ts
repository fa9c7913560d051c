import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld, minute } from './directoryWorld.js';

// What is read in from Microsoft Entra, who sees it, and how it comes under self-service.
for (const kind of storesUnderTest()) {
  describe(`reading the directory in, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld> => (there = await DirectoryWorld.open(kind));
    const groups = async () => there.world.store.forTenant(there.world.tenantId).read('groups').find({ where: {} });

    it('F95: groups are known once read in, to administrators and their own owners alone', async () => {
      const { people, world } = await open();
      const id = there.add('Marketing', { owners: ['olga'], members: ['ben'] });
      there.add('Printers', { groupTypes: [], mailEnabled: true, securityEnabled: false });
      await world.reads();
      assert.deepEqual((await groups()).map(({ name, knownAs }) => [name, knownAs]).sort(), [
        ['Marketing', 'm365'],
        ['Printers', 'unsupported'],
      ]);
      assert.deepEqual((await there.group(id)).ownerIds, [people.olga.id]);
      assert.match((await people.ann.says('group Marketing')).text(), /can't find/);
      assert.match((await people.ben.says('group Marketing')).text(), /can't find/);
      assert.match((await people.olga.says('group Marketing')).text(), /not enrolled|nobody has brought it/i);
      assert.match((await people.ada.says('join Marketing')).text(), /is not enrolled yet/);
      assert.match((await people.olga.says('add Ann Archer to Marketing')).text(), /is not enrolled yet/);
      assert.deepEqual(there.writes(), []);
    });

    it('F63 S15: the first reading ends with a card that offers to enrol all Microsoft 365 groups, as a dry run first', async () => {
      const { people, world } = await open();
      const ids = ['Marketing', 'Sales'].map((name) => there.add(name, { owners: ['olga'], members: ['ben'] }));
      const security = there.add('Vault', { groupTypes: [], mailEnabled: false, securityEnabled: true });
      await world.reads();
      await people.ada.sees('I have read in 3 groups from Microsoft Entra');
      const preview = await people.ada.clicks('Enrol all Microsoft 365 groups');
      assert.match(preview.text(), /Enrol 2 Microsoft 365 groups\?/);
      assert.match(preview.text(), /Marketing and Sales/);
      assert.equal((await there.group(ids[0] ?? '')).knownAs, 'm365');
      await people.ada.says('yes, enrol all Microsoft 365 groups');
      await world.settles();
      await people.ada.sees('2 Microsoft 365 groups are enrolled');
      await people.olga.sees('Ada Moreau enrolled your group Marketing');
      for (const id of ids) {
        const { joinRule, isListed, knownAs } = await there.group(id);
        assert.deepEqual({ joinRule, isListed, knownAs }, { joinRule: 'open', isListed: true, knownAs: undefined });
        assert.equal(await there.status(id, people.ben.id), 'active');
      }
      assert.equal((await there.group(security)).knownAs, 'security');
      assert.match((await people.ann.says('join Marketing')).text(), /being added to/);
      await world.settles();
      assert.ok(there.isIn(ids[0] ?? '', people.ann.id));
      await world.reads();
      assert.equal(people.ada.count('I have read in'), 1);
    });

    it('S20 S21 S22 F63: one is enrolled by its name, with the rule of its kind', async () => {
      const { people, world } = await open();
      const id = there.add('Vault', { groupTypes: [], mailEnabled: false, securityEnabled: true, members: ['ben'] });
      await world.reads();
      const preview = await people.ada.says('enrol Vault');
      assert.match(preview.heading(), /^Enrol Vault\?$/);
      assert.match(preview.text(), /only owners add/i);
      assert.equal((await there.group(id)).knownAs, 'security');
      await people.ada.clicks('Enrol it');
      await world.settles();
      const { joinRule, isListed } = await there.group(id);
      assert.deepEqual({ joinRule, isListed }, { joinRule: 'ownersOnly', isListed: true });
      assert.equal(await there.status(id, people.ben.id), 'active');
      assert.match((await people.ann.says('join Vault')).text(), /can't ask to join/i);
    });

    it('F63: several are enrolled at once, and a rule can be named', async () => {
      const { people, world } = await open();
      const ids = ['Marketing', 'Sales'].map((name) => there.add(name, { owners: ['olga'] }));
      await world.reads();
      const preview = await people.ada.says('enrol Marketing and Sales as owner approval');
      assert.match(preview.text(), /Marketing[\s\S]*Sales/);
      await people.ada.clicks('Enrol them');
      for (const id of ids) assert.equal((await there.group(id)).joinRule, 'ownerApproval');
    });

    it('S9 S10 F39: kinds that self-service cannot manage are not enrolled, and it is said why', async () => {
      const { people, world } = await open();
      there.add('Staff', { groupTypes: ['Unified', 'DynamicMembership'] });
      await world.reads();
      assert.match((await people.ada.says('enrol Staff')).text(), /fills itself by a rule/);
    });

    it('is nobody else’s business', async () => {
      const { people, world } = await open();
      there.add('Marketing', { owners: ['olga'] });
      await world.reads();
      for (const text of ['enrol Marketing', 'enrol all Microsoft 365 groups'])
        assert.match((await people.olga.says(text)).text(), /administrator/i);
    });

    it('F83: groups of one name are told apart by their mail nicknames', async () => {
      const { people, world } = await open();
      there.add('Marketing', { mailNickname: 'marketing-de' });
      const wanted = there.add('Marketing', { mailNickname: 'marketing-fr' });
      await world.reads();
      const choice = await people.ada.says('enrol Marketing');
      assert.match(choice.text(), /marketing-de[\s\S]*marketing-fr/);
      assert.ok((await groups()).every(({ knownAs }) => knownAs === 'm365'));
      assert.equal((await there.group(wanted)).nickname, 'marketing-fr');
    });

    it('F95: goes on where it was after a kill, and reads nothing twice', async () => {
      const { world } = await open();
      there.graph.delta.pageSize = 2;
      for (let count = 0; count < 9; count += 1) there.add(`Group ${count}`);
      there.graph.weather({ path: 'groups/delta', times: 2, delayMs: 0 }, { path: 'groups/delta', status: 503 });
      await world.reads();
      const before = (await groups()).length;
      assert.ok(before > 0 && before < 9, String(before));
      assert.match((await there.people.ada.says('directory')).text(), /Groups are being read in|could not be read/);
      await world.app.close();
      await world.start();
      const asked = there.graph.requests.length;
      await world.passes(minute);
      await world.reads();
      assert.equal((await groups()).length, 9);
      const again = there.graph.requests.slice(asked).filter(({ path }) => path.endsWith('groups/delta'));
      assert.ok(again.every(({ query }) => query.includes('token')));
      assert.match((await there.people.ada.says('directory')).text(), /Groups are up to date/);
    });

    it('F95: a round over an organisation in which nothing changed costs the same few requests', async () => {
      const { world } = await open();
      for (let count = 0; count < 40; count += 1) there.add(`Group ${count}`, { members: ['ann', 'ben'] });
      await world.reads();
      const before = there.graph.requests.length;
      await world.reads();
      assert.equal(there.graph.requests.length - before, 5);
    });

    it('F95: a link that is a week old, or forgotten, begins anew; who is gone meanwhile is found', async () => {
      const { people, world } = await open();
      const kept = there.add('Marketing', { owners: ['olga'] });
      const lost = there.add('Sales', { groupTypes: [], mailEnabled: false, securityEnabled: true });
      await world.reads();
      there.graph.state.deleteGroup(lost);
      there.graph.state.patchGroup(kept, { displayName: 'Brand' });
      await world.passes(8 * 24 * 60 * minute);
      await world.reads();
      assert.equal((await there.group(kept)).name, 'Brand');
      assert.ok((await there.group(lost)).deletedAt);
      there.graph.forgetLinks();
      await world.passes(minute);
      await world.reads();
      assert.match((await people.ada.says('directory')).text(), /Groups are up to date/);
    });

    it('replays and empty pages change nothing', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.delta.replays = 50;
      there.graph.delta.emptyPages = true;
      const { version } = await there.group(id);
      await world.reads();
      await world.reads();
      assert.equal((await there.group(id)).version, version);
      assert.equal(people.olga.count('Microsoft Entra'), 0);
    });

    it('F95: an enrolled group follows its name, kind and owners, and its owners are told', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.state.patchGroup(id, { displayName: 'Brand' });
      there.graph.state.tie('owners', id, people.omar.id);
      await world.reads();
      await people.olga.sees('Marketing is called Brand now');
      await people.olga.sees('Omar Haddad owns Brand now, too');
      assert.deepEqual((await there.group(id)).ownerIds, [people.olga.id, people.omar.id]);
      assert.match((await people.olga.says('history Brand')).text(), /Somebody in Microsoft Entra/);
      there.graph.state.patchGroup(id, { groupTypes: ['Unified', 'DynamicMembership'] });
      await world.reads();
      await people.olga.sees('is another kind of group now');
      assert.match((await people.ann.says('join Brand')).text(), /fills itself by a rule/);
      assert.deepEqual(there.writes(), []);
    });

    it('F95: a group that is deleted there waits to be restored, and ends when it is gone for good', async () => {
      const { people, world } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.state.deleteGroup(id);
      await world.reads();
      await people.olga.sees('Marketing was deleted in Microsoft Entra');
      assert.equal(await there.status(id, people.ben.id), 'active');
      there.graph.state.restoreGroup(id);
      await world.reads();
      await people.olga.sees('Marketing is back in Microsoft Entra');
      there.graph.state.deleteGroup(id);
      await world.reads();
      there.graph.state.purgeGroup(id);
      await world.reads();
      await people.olga.sees('Marketing is gone from Microsoft Entra for good');
      assert.equal(await there.status(id, people.ben.id), 'ended');
      assert.match((await people.ann.says('group Marketing')).text(), /can't find/);
    });

    it('one process reads at a time', async () => {
      const { world } = await open();
      there.add('Marketing');
      const other = await there.startOther();
      await Promise.all([world.app.sync?.round(), other.sync?.round()]);
      await world.reads();
      const first = there.graph.requests.filter(
        ({ path, query }) => path.endsWith('groups/delta') && !query.includes('token'),
      );
      assert.equal(first.length, 1);
      await other.close();
    });
  });
}
