import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

for (const kind of storesUnderTest()) {
  describe(`creating and owning groups, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    async function find(name: string): Promise<string> {
      const [group] = await world.store
        .forTenant(world.tenantId)
        .read('groups')
        .find({ where: { nameKey: name.toLowerCase() } });
      return group?.id ?? assert.fail(`no group ${name}`);
    }

    afterEach(() => world.close());

    it('S1 S16 S25 S55 S57 S58 S77 S78: Ann creates a security group from a sentence and a form, and Ben finds it and joins', async () => {
      const { ann, ben, olga } = await open();
      const form = await ann.says('create security group Finance Reviewers');
      assert.equal(form.input('name').value, 'Finance Reviewers');
      assert.equal(form.input('groupType').value, 'security');
      const done = await ann.clicks('Create group', {
        joinRule: 'ownerApproval',
        justificationRule: 'off',
        description: 'Who reads the books',
      });
      assert.match(done.text(), /Finance Reviewers is there[\s\S]*You own it/);
      assert.match((await ben.says('group Finance Reviewers')).text(), /Who reads the books[\s\S]*Ann Archer/);
      assert.match((await ben.says('join Finance Reviewers')).text(), /asked Ann Archer/);
      await ann.sees('Ben Okafor wants to join Finance Reviewers');
      await ann.clicks('Approve');
      await world.settles();
      assert.equal(await world.isMember('ben', await find('Finance Reviewers')), true);
      assert.match(
        (await ann.says('add Olga Berg to Finance Reviewers')).text(),
        /Olga Berg is in Finance Reviewers now/,
      );
      await olga.sees("You're in Finance Reviewers");
    });

    it('S2 S14 S15 S24 S26 S27 S29 S63 S65 S66 S76: a Microsoft 365 group is asked for its kind, is open by default, and others join it', async () => {
      const { ann, ben } = await open();
      const form = await ann.says('create a group called Chess Club');
      assert.equal(form.input('joinRule').value, 'open', 'S26 Q6');
      await ann.clicks('Create group', { groupType: 'm365' });
      assert.match((await ben.says('join Chess Club')).heading(), /in Chess Club/);
      const again = await ben.says('create security group Walkers');
      assert.equal(again.input('joinRule').value, 'open', 'anybody creates, and the options stand on the form');
      await ben.clicks('Create group');
      assert.match((await ann.says('join Walkers')).heading(), /in Walkers/);
    });

    it('S59 S67 S71: where creating is switched off, it is refused by kind, and the other kind is still there', async () => {
      const { ann, ada } = await open({ tenant: { usersCreateSecurityGroups: false } });
      assert.match(
        (await ann.says('create security group Readers')).text(),
        /can't create security groups[\s\S]*Ada Moreau/,
      );
      const form = await ann.says('create group Readers');
      assert.deepEqual(
        form.input('groupType').choices.map(({ value }) => value),
        ['m365'],
      );
      await world.changeTenant({ usersCreateSecurityGroups: true, usersCreateM365Groups: false });
      assert.match((await ann.says('create microsoft 365 group Readers')).text(), /can't create Microsoft 365 groups/);
      await ada.says('create microsoft 365 group Readers');
      assert.match((await ada.clicks('Create group')).text(), /Readers is there/);
    });

    it('F56 F58: an administrator sets how groups are called, and whoever creates or renames one sees it', async () => {
      const { ann, ada, olga } = await open();
      assert.match(
        (await ada.says('set blocked words to Payroll and CEO')).text(),
        /Payroll, CEO[\s\S]*No new name may have/,
      );
      assert.match((await ada.clicks('Change it')).text(), /In force/);
      assert.match((await ada.says('set name prefix "GRP-"')).text(), /GRP-[\s\S]*one group/);
      await ada.clicks('Change it');
      await ada.says('settings');
      assert.match(
        (await ada.clicks('Rules for all groups')).text(),
        /Prefix of group names[\s\S]*GRP-[\s\S]*Blocked words in group names[\s\S]*Payroll, CEO/,
      );
      assert.equal((await ann.says('create security group Chess')).input('name').value, 'GRP-Chess');
      assert.match((await olga.says('rename Marketing to Brand')).text(), /GRP-Brand/);
      await world.changeTenant({ naming: { blockedWords: ['Payroll', 'CEO'] } });
      assert.match(
        (await ann.says('create security group Friends of the CEO')).text(),
        /New security group|Friends of the CEO/,
      );
      assert.match((await ann.clicks('Create group')).text(), /does not allow the word “CEO”/);
    });

    it('F56: a name that is missing, taken or blocked is told on the form, with what was filled in kept', async () => {
      const { ann } = await open({ tenant: { naming: { blockedWords: ['Payroll'] } } });
      await ann.says('create security group marketing');
      const taken = await ann.clicks('Create group', { description: 'Ours' });
      assert.match(taken.text(), /something called "?“?marketing/i);
      assert.equal(taken.input('description').value, 'Ours');
      const blocked = await ann.says('create security group Payroll Friends');
      assert.equal(blocked.input('name').value, 'Payroll Friends');
      assert.match((await ann.clicks('Create group')).text(), /does not allow the word “Payroll”/);
    });

    it('S82 S83: without the licence a group that needs approval is not created, and the form says so; members are managed all the same', async () => {
      const { ann } = await open({ tenant: { licence: 'none' } });
      await ann.says('create security group Readers');
      assert.match((await ann.clicks('Create group', { joinRule: 'ownerApproval' })).text(), /licence/);
      assert.match((await ann.clicks('Create group', { joinRule: 'ownersOnly' })).text(), /Readers is there/);
      assert.match((await ann.says('add Ben Okafor to Readers')).text(), /Ben Okafor is in Readers/);
    });

    it('S3 S60 S61 S62: while creating is switched off, owners do not change their group, but manage members and decide', async () => {
      const { olga, ann, ben } = await open({ tenant: { usersCreateSecurityGroups: false } });
      assert.match((await olga.says('set join rule of Marketing to open')).text(), /can't change Marketing now/);
      assert.match((await olga.says('rename Marketing to Brand')).text(), /can't change Marketing now/);
      assert.match((await olga.says('manage Marketing')).text(), /switched off changes/);
      assert.match((await olga.says('add Ben Okafor to Marketing')).text(), /Ben Okafor is in Marketing/);
      await ben.sees('Olga Berg added you');
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      assert.match((await olga.clicks('Approve')).text(), /approved/);
    });

    it('S68 S69 S70: the same for Microsoft 365 groups and setting D', async () => {
      const { olga, ann } = await open({ tenant: { usersCreateM365Groups: false } });
      await world.addGroup({ name: 'Design', owners: ['olga'], groupType: 'm365', justification: 'off' });
      assert.match((await olga.says('describe Design as Lovely')).text(), /can't change Design now/);
      assert.match((await olga.says('add Ben Okafor to Design')).text(), /Ben Okafor is in Design/);
      await ann.says('join Design');
      await olga.sees('Ann Archer wants to join Design');
      assert.match((await olga.clicks('Approve')).text(), /approved/);
      assert.match((await olga.says('describe Marketing as Lovely')).text(), /Changed/);
    });

    it('S3 F86: an owner changes the rule, the name, the description, the listing and the limit by typing, and others read it', async () => {
      const { olga, ann } = await open();
      assert.match((await olga.says('limit Marketing to 90 days')).text(), /90 days/);
      assert.match((await olga.says('hide Marketing')).text(), /Not listed/);
      assert.match((await ann.says('group Marketing')).text(), /no group|know no/i);
      await olga.says('unhide Marketing');
      assert.match((await olga.says('rename Marketing to Brand Team')).text(), /Change the name of Marketing/);
      assert.match((await olga.clicks('Change it')).text(), /Brand Team/);
      assert.match((await ann.says('group Brand Team')).text(), /90 days/);
    });

    it('S3: an owner changes it on the "manage" card; what has consequences is asked about, the rest is saved at once', async () => {
      const { olga, ann } = await open();
      const card = await olga.says('manage Marketing');
      assert.deepEqual([card.input('name').value, card.input('joinRule').value], ['Marketing', 'ownerApproval']);
      assert.equal((await olga.clicks('Save')).input('name').value, 'Marketing', 'saved unchanged, the form stays');
      const saved = await olga.clicks('Save', {
        description: 'All about the brand',
        longestMembership: '60',
        asked: 'Olga Berg',
      });
      assert.deepEqual(
        [saved.input('description').value, saved.input('longestMembership').value, saved.input('asked').value],
        ['All about the brand', '60', 'Olga Berg'],
      );
      assert.match((await ann.says('group Marketing')).text(), /All about the brand[\s\S]*60 days/);
      await olga.says('manage Marketing');
      const question = await olga.clicksRaw('Save', { joinRule: 'open' });
      assert.match(JSON.stringify(question.value), /Change the join rule of/);
      await olga.clicksOn({ id: 'm-1' }, question.value as object, 'Change it');
      assert.match((await ann.says('join Marketing')).heading(), /in Marketing/);
      await olga.says('manage Marketing');
      assert.match((await olga.clicks('Save', { longestMembership: 'ages' })).text(), /longer than allowed|at most/);
      const { value } = await ann.invokes({
        action: { type: 'Action.Execute', verb: 'saveGroup', data: { groupId: marketing, name: 'Mine' } },
        trigger: 'manual',
      });
      assert.match(JSON.stringify(value), /can.t manage/);
    });

    it('S3: one Save is one decision and one commit: with a value that cannot be, nothing of the form is saved', async () => {
      const { olga, ann } = await open();
      const before = await world.group(marketing);
      await olga.says('manage Marketing');
      const refused = await olga.clicks('Save', { description: 'Half of it', listed: 'no', longestMembership: 'ages' });
      assert.match(refused.text(), /at most/);
      assert.deepEqual(await world.group(marketing), before);
      assert.match((await ann.says('group Marketing')).text(), /Needs owner approval/);
    });

    it('S3: several things that have consequences are asked about on one card, and saved together', async () => {
      const { olga } = await open();
      await olga.says('manage Marketing');
      const { value } = await olga.clicksRaw('Save', { name: 'Brand', joinRule: 'open', description: 'All about it' });
      assert.match(JSON.stringify(value), /Change [^?]*Marketing[^?]* like this\?.*Nothing is saved yet/);
      assert.equal((await world.group(marketing)).name, 'Marketing');
      await olga.clicksOn({ id: 'm-1' }, value as object, 'Save all of it');
      const { name, joinRule, description } = await world.group(marketing);
      assert.deepEqual([name, joinRule, description], ['Brand', 'open', 'All about it']);
    });

    it('row 20, row 21: S3: a Save counts for what was changed on the form, and not for what others changed meanwhile', async () => {
      const { olga, omar } = await open();
      await world.changeGroup(marketing, { ownerIds: [world.people.olga.id, world.people.omar.id] });
      await olga.says('manage Marketing');
      await omar.says('describe Marketing as salaries of the whole house');
      await omar.says('make Marketing owners only');
      const saved = await olga.clicks('Save', { longestMembership: '14' });
      assert.equal(saved.input('longestMembership').value, '14');
      const { description, joinRule, maxDurationDays } = await world.group(marketing);
      assert.deepEqual([description, joinRule, maxDurationDays], ['salaries of the whole house', 'ownersOnly', 14]);
      await omar.says('describe Marketing as something else');
      const both = await olga.clicks('Save', { description: 'mine' });
      assert.match(both.text(), /Somebody changed the description while your form was open/);
      assert.equal((await world.group(marketing)).description, 'something else');
    });

    it('Q8: to "owners only" closes what waits and tells who asked; to "open" offers to join at once, and lets nobody in by itself', async () => {
      const { olga, ann, ben } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      assert.match((await olga.says('make Marketing owners only')).text(), /One request waits and is closed/);
      await olga.clicks('Change it');
      await ann.sees('takes no requests any more');
      assert.match((await ann.says('join Marketing')).text(), /Only its owners add people/);
      await olga.says('yes, set join rule of Marketing to owner approval');
      await ben.says('join Marketing');
      await olga.says('make Marketing open');
      await olga.clicks('Change it');
      await ben.sees('open to everybody now');
      assert.equal(await world.isMember('ben', marketing), false);
      assert.match((await ben.clicks('Join', {}, 'open to everybody now')).heading(), /in Marketing/);
    });

    it('S8 S72 S74 F43: a group is handed over to a member, and its last owner cannot just go', async () => {
      const { olga, omar, ben } = await open();
      await omar.says('yes, leave Marketing');
      assert.match((await olga.says('leave Marketing')).text(), /only owner/);
      assert.match((await olga.says('transfer Marketing to Ben Okafor')).text(), /not in Marketing yet/);
      await olga.says('add Ben Okafor to Marketing');
      await olga.says('transfer Marketing to Ben Okafor');
      assert.match((await olga.clicks('Hand it over')).text(), /belongs to Ben Okafor/);
      await ben.sees("You're an owner of Marketing now");
      assert.match((await olga.says('manage Marketing')).text(), /can't manage Marketing/);
    });

    it('deletes a group after saying what would be lost; nobody finds it, whoever waited or was in is told, and its history stays', async () => {
      const { olga, ann, ben } = await open();
      await world.addResource({ name: 'Salesforce', groupIds: [marketing] });
      await world.addMember('ben', marketing);
      await ann.says('join Marketing');
      assert.match((await olga.says('delete Marketing')).text(), /one member and one waiting request[\s\S]*Salesforce/);
      await olga.clicks('Delete the group');
      await ann.sees('has been deleted');
      await ben.sees('Olga Berg deleted it');
      assert.equal(await world.isMember('ben', marketing), false);
      for (const text of ['group Marketing', 'join Marketing', 'members Marketing', 'manage Marketing'])
        assert.match((await olga.says(text)).text(), /no group|know no/i, text);
      assert.doesNotMatch((await olga.says('my groups')).text(), /Marketing/);
      const { entries } = await world.store
        .forTenant(world.tenantId)
        .findAudit({ groupId: marketing, skip: 0, limit: 50 });
      assert.ok(entries.some(({ event }) => event.kind === 'groupDeleted' && event.actorId === olga.id));
    });

    it('S9 S10 F39: a distribution list and a mail-enabled group are refused on every verb, in their own words', async () => {
      const { olga, ada } = await open();
      await world.addGroup({ name: 'All Staff', owners: ['olga'], unsupportedKind: 'distributionList' });
      await world.addGroup({ name: 'Alerts', owners: ['olga'], unsupportedKind: 'mailEnabledSecurity' });
      for (const person of [olga, ada]) {
        for (const text of ['join', 'members', 'manage', 'delete', 'hide', 'claim']) {
          assert.match((await person.says(`${text} All Staff`)).text(), /is a distribution list/, text);
          assert.match((await person.says(`${text} Alerts`)).text(), /mail-enabled security group/, text);
        }
        for (const text of [
          'add Ben Okafor to All Staff',
          'remove Ben Okafor from All Staff',
          'make Ben Okafor owner of All Staff',
          'transfer All Staff to Ben Okafor',
          'rename All Staff to Crew',
          'leave All Staff',
        ])
          assert.match((await person.says(text)).text(), /is a distribution list|not a member/, text);
      }
    });

    it('S9 S10 F39: a kind that self-service does not make is refused by its own sentence', async () => {
      const { ann } = await open();
      for (const [text, words] of [
        ['create distribution list News', /is a distribution list/],
        ['create a mail-enabled security group Alerts', /mail-enabled security group/],
        ['make a dynamic group Everybody', /fills itself by a rule/],
        ['create role-assignable group Admins', /administrator rights/],
        ['create synced group Staff', /own directory/],
      ] as const)
        assert.match((await ann.says(text)).text(), words, text);
    });

    it('F44: a group without an owner is listed for administrators, and a member claims it with their approval', async () => {
      const { ann, ben, ada } = await open();
      const orphan = await world.addGroup({ name: 'Old Project', owners: [], justification: 'off' });
      await world.addMember('ann', orphan);
      assert.match((await ben.says('join Old Project')).text(), /Nobody can decide/);
      await ada.sees('Old Project has no owner');
      await ben.says('join Old Project');
      await world.settles();
      assert.equal(ada.count('Old Project has no owner'), 1, 'F44: told once');
      assert.match((await ada.says('ownerless')).text(), /Old Project/);
      assert.match((await ben.says('claim Old Project')).text(), /not in Old Project yet/);
      assert.match((await ann.says('claim Old Project')).text(), /telling the administrators/);
      assert.match((await ada.sees('Ann Archer would like to own Old Project')).text(), /no owner/);
      await world.addMember('ben', orphan);
      assert.match((await ben.says('claim Old Project')).text(), /Another member would like to own[\s\S]*Ada Moreau/);
      await ada.clicks('Make owner');
      await ann.sees('an owner of Old Project now');
      await ben.says('yes, leave Old Project');
      assert.match((await ben.says('join Old Project')).text(), /asked Ann Archer/);
      assert.match((await ann.says('claim Marketing')).text(), /has an owner/);
    });

    it('F44 F19: one administrator answers a claim, the others see it on their cards, and whoever claimed it is told', async () => {
      const { ann, ada, omar, olga } = await open();
      await world.changeTenant({ adminIds: [ada.id, omar.id, olga.id] });
      const orphan = await world.addGroup({ name: 'Old Project', owners: [], justification: 'off' });
      await world.addMember('ann', orphan);
      await ann.says('claim Old Project');
      for (const admin of [ada, omar, olga]) await admin.sees('Ann Archer would like to own Old Project');
      assert.match(
        (await omar.says('reject claim of Ann Archer on Old Project')).text(),
        /was refused[\s\S]*still has no owner/,
      );
      await ann.sees('Your claim on Old Project was refused');
      for (const admin of [ada, omar, olga])
        assert.deepEqual((await admin.sees('The claim on Old Project was refused')).buttons(), ['Members']);
      await ann.says('claim Old Project');
      await olga.sees('Ann Archer would like to own Old Project');
      // Who becomes the owner in another way settles it, too.
      assert.match((await ada.says('yes, make Ann Archer owner of Old Project')).text(), /an owner/);
      await olga.sees('Old Project has an owner again: Ann Archer');
      assert.match((await olga.says('approve claim of Ann Archer on Old Project')).text(), /nothing to claim/);
    });

    it('F63: an administrator enrols a group from elsewhere: the rule that fits is proposed, and set on the click', async () => {
      const { ada, olga, ann } = await open();
      await world.addGroup({
        name: 'Script Security',
        owners: ['olga'],
        origin: 'powershell',
        joinRule: 'ownersOnly',
        justification: 'off',
      });
      await world.addGroup({ name: 'Portal Security', owners: [], origin: 'portal', joinRule: 'ownersOnly' });
      assert.match((await olga.says('enrol Script Security')).text(), /Only administrators/);
      assert.match(
        (await ada.says('enrol Script Security')).text(),
        /Only owners add members[\s\S]*Needs owner approval/,
      );
      await ada.clicks('Change it');
      assert.match((await ann.says('join Script Security')).text(), /asked Olga Berg/);
      assert.match((await ada.says('enrol Portal Security as owner approval')).text(), /Nobody can decide/);
      assert.match((await ada.says('enrol Portal Security')).text(), /so already/);
    });

    it('S12 S13 S15 S17 S18 S19 S20 S21 S22 S23 F63: a pasted list of groups comes under self-service by origin and kind, after a dry run with a result for each line', async () => {
      const { ada, olga, ann } = await open();
      assert.match(
        (await olga.says('enrol groups: Script Security, security, PowerShell')).text(),
        /Only administrators/,
      );
      const dryRun = await ada.says(
        'enrol groups:\n- Script Security, security, PowerShell, Olga Berg\n- Portal Security, security, portal\n- Newsroom, Microsoft 365, portal, Omar Haddad & Nobody Known\n- All Staff, distribution list\n- Marketing, security\n- Newsroom, security\n- Mystery',
      );
      assert.match(
        dryRun.text(),
        /Enrol 4 of 7 groups\?[\s\S]*Marketing: is here already[\s\S]*Newsroom: named twice[\s\S]*Mystery: which kind/,
        'what needs a look comes first',
      );
      assert.match(
        dryRun.text(),
        /Script Security: security, only owners add members, owned by Olga Berg[\s\S]*Portal Security: security, only owners add members, no owner yet[\s\S]*Newsroom: Microsoft 365, open to join, owned by Omar Haddad, not known here: Nobody Known[\s\S]*All Staff: not for self-service \(distribution list\)/,
      );
      assert.match((await ann.says('group Newsroom')).text(), /can.t find|no group/i);
      assert.match((await ada.clicks('Enrol them')).text(), /4 of 7 groups enrolled/);
      await olga.sees('an owner of Script Security now');
      assert.match((await ann.says('join Script Security')).text(), /only its owners add/i);
      assert.match((await ann.says('join Newsroom')).heading(), /in Newsroom/);
      assert.match((await ann.says('join All Staff')).text(), /distribution list/);
      assert.match((await ada.says('ownerless')).text(), /Portal Security/);
      assert.match((await ada.says('history Script Security')).text(), /enrolled/);
      // A second click on the same card is answered the same.
      assert.match((await ada.clicks('Enrol them')).text(), /4 of 7 groups enrolled/);
    });

    it('F63: the columns of an export from Entra are read by their headings', async () => {
      const { ada, ann } = await open();
      const id = '8a7b6c5d-1111-4222-8333-944455556666';
      await ada.says(
        `enrol groups:\nid,displayName,groupType,membershipType,source,isAssignableToRole\n${id},"Berlin, office",Microsoft 365,Assigned,Cloud,false\n8a7b6c5d-1111-4222-8333-944455556667,Everybody,Security,Dynamic,Cloud,false\n8a7b6c5d-1111-4222-8333-944455556668,Old Domain,,Assigned,Windows Server AD,false`,
      );
      await ada.clicks('Enrol them');
      assert.match((await ann.says('join "Berlin, office"')).heading(), /in Berlin, office/);
      assert.equal(await world.isMember('ann', id), true);
      assert.match((await ann.says('join Everybody')).text(), /fills itself by a rule/);
      assert.match((await ann.says('join Old Domain')).text(), /own directory/);
      for (const [text, words] of [
        ['enrol groups', /one group to a line/],
        ['enrol groups: "Finance, security', /quotation mark/],
        [`enrol groups: ${'Some Group, security; '.repeat(61)}`, /60 lines/],
      ] as const)
        assert.match((await ada.says(text)).text(), words);
    });

    it('F79 F81: an owner says who is asked; the others can decide all the same', async () => {
      const { olga, omar, ann } = await open();
      assert.match((await olga.says('set who is asked of Marketing to Omar Haddad')).text(), /Omar Haddad/);
      assert.match((await olga.says('set who is asked of Marketing to Ann Archer')).text(), /no such place/);
      const asked = await ann.says('join Marketing');
      assert.match(asked.text(), /asked Omar Haddad/);
      await omar.sees('Ann Archer wants to join Marketing');
      await world.settles();
      assert.equal(olga.count('Ann Archer wants to join'), 0);
      assert.match((await olga.says('inbox')).text(), /Ann Archer/);
      await olga.clicks('Approve');
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('S12 S13 S17 S18 S19 S20 S21 S22 S23: groups from the portal and PowerShell stand as their origin says', async () => {
      const { ann } = await open();
      await world.addGroup({ name: 'Portal Security', owners: [], origin: 'portal', joinRule: 'ownersOnly' });
      await world.addGroup({ name: 'Script Security', owners: ['olga'], origin: 'powershell', joinRule: 'ownersOnly' });
      await world.addGroup({
        name: 'Portal Team',
        owners: ['olga'],
        origin: 'portal',
        groupType: 'm365',
        joinRule: 'open',
        justification: 'off',
      });
      await world.addGroup({
        name: 'Script Team',
        owners: ['olga'],
        origin: 'powershell',
        groupType: 'm365',
        joinRule: 'open',
        justification: 'off',
      });
      for (const name of ['Portal Security', 'Script Security']) {
        assert.match(
          (await ann.says(`groups ${name}`)).text(),
          new RegExp(`${name}[\\s\\S]*Only owners add members`),
          'S28: listed all the same',
        );
        assert.match((await ann.says(`join ${name}`)).text(), /Only its owners add people/);
      }
      for (const name of ['Portal Team', 'Script Team'])
        assert.match((await ann.says(`join ${name}`)).heading(), new RegExp(`in ${name}`));
    });
  });
}
