import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const day = 86_400_000;

for (const kind of storesUnderTest()) {
  describe(`members and roles, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;
    let sales: string;

    /** Olga owns Marketing, Omar owns Sales; neither has anything to do with the other's. */
    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      sales = await world.addGroup({ name: 'Sales', owners: ['omar'], justification: 'off', isListed: true });
      return world.people;
    }

    afterEach(() => world.close());

    it('S33 S56 S78 F47: Olga adds Ann with a reason and an end; Ann is told by whom and why, and the request she had is closed', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      const done = await olga.says('add Ann Archer to Marketing until 31 December because she draws the posters');
      assert.match(done.text(), /Ann Archer is in Marketing now[\s\S]*Until 31 December/);
      assert.match((await ann.sees('Olga Berg added you')).text(), /she draws the posters/);
      assert.equal(await world.isMember('ann', marketing), true);
      await olga.sees('No longer needed');
      assert.doesNotMatch((await olga.says('inbox')).text(), /Ann Archer wants/);
      assert.match((await olga.says('add Ann Archer to Marketing')).text(), /was in already/);
      await world.passes(60 * day);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('S64: members of a Microsoft 365 group are added in the same way, several at once with a result for each', async () => {
      const { olga, ann, ben } = await open();
      const club = await world.addGroup({ name: 'Book Club', owners: ['olga'], groupType: 'm365' });
      const done = await olga.says('add Ann Archer, Ben Okafor, Olga Berg and Zoe Nobody to Book Club');
      assert.match(done.heading(), /2 of 4 added to Book Club/);
      assert.match(done.text(), /Olga Berg: owns the group[\s\S]*Zoe Nobody: not known here/);
      await ann.sees('Olga Berg added you');
      await ben.sees('Olga Berg added you');
      assert.deepEqual([await world.isMember('ann', club), await world.isMember('ben', club)], [true, true]);
    });

    it('F83: a name that is not exact adds nobody until it was picked', async () => {
      const { olga } = await open();
      const asked = await olga.says('add Ann to Marketing');
      assert.match(asked.text(), /Shall I do this\?[\s\S]*Let into the group[\s\S]*Ann Archer[\s\S]*Marketing/);
      assert.equal(await world.isMember('ann', marketing), false);
      assert.match((await olga.clicks('Go ahead')).text(), /Ann Archer is in Marketing now/);
      await world.changePerson('ann', { name: 'Ben Archer', nameKey: 'ben archer' });
      assert.match((await olga.says('add Ben to Marketing')).heading(), /Whom do you mean/);
      assert.equal(await world.isMember('ben', marketing), false);
      assert.match((await olga.says('add Nobody Known to Marketing')).text(), /nobody called “Nobody Known”/);
    });

    it('removes a member after a question that says what they lose, tells them, and a second click says the same', async () => {
      const { olga, ann } = await open();
      await world.addResource({ name: 'Salesforce', groupIds: [marketing] });
      await world.addMember('ann', marketing);
      assert.match(
        (await olga.says('remove Ann Archer from Marketing because the project is over')).text(),
        /they lose[\s\S]*Salesforce/,
      );
      assert.equal(await world.isMember('ann', marketing), true);
      assert.match((await olga.clicks('Remove')).text(), /no longer in Marketing/);
      assert.match(
        (await ann.sees("You're no longer in Marketing")).text(),
        /Olga Berg took you out[\s\S]*the project is over/,
      );
      assert.equal(await world.isMember('ann', marketing), false);
      assert.match((await olga.says('yes, remove Ann Archer from Marketing')).text(), /no longer in Marketing/);
      assert.equal(ann.count("You're no longer in Marketing"), 1);
    });

    it('S8 F41: a membership manager decides and manages members like an owner, and changes nothing about the group', async () => {
      const { olga, ben, ann } = await open();
      await olga.says('make Ben Okafor membership manager of Marketing');
      await olga.clicks('Make membership manager');
      await ben.sees("You're a membership manager of Marketing now");
      await ann.says('join Marketing');
      await ben.sees('Ann Archer wants to join Marketing');
      assert.match((await ben.clicks('Approve')).text(), /You approved Ann Archer/);
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
      assert.match((await ben.says('members Marketing')).text(), /Ann Archer[\s\S]*/);
      await ben.says('yes, remove Ann Archer from Marketing');
      assert.equal(await world.isMember('ann', marketing), false);
      for (const text of [
        'rename Marketing to Brand',
        'make Marketing open',
        'delete Marketing',
        'make Ann Archer owner of Marketing',
      ])
        assert.match((await ben.says(text)).text(), /can't manage Marketing/, text);
      await olga.says('yes, make Ben Okafor member of Marketing');
      assert.match((await ben.says('members Marketing')).text(), /can't manage Marketing/);
    });

    it('S72 S73 S74 S75 F42: an owner names another one as setting E allows, and only a member', async () => {
      const { olga, ann, ada } = await open();
      assert.match((await olga.says('make Ann Archer owner of Marketing')).text(), /not in Marketing yet/);
      await world.addMember('ann', marketing);
      await world.changeTenant({
        ownersCanAssignOwners: {
          security: { mode: 'selected', selectedIds: [ada.id] },
          m365: { mode: 'all', selectedIds: [] },
        },
      });
      assert.match((await olga.says('make Ann Archer owner of Marketing')).text(), /you're not one of them/);
      await world.changeTenant({
        ownersCanAssignOwners: {
          security: { mode: 'selected', selectedIds: [olga.id] },
          m365: { mode: 'none', selectedIds: [] },
        },
      });
      await olga.says('owners add Ann Archer to Marketing');
      await olga.clicks('Make owner');
      await ann.sees("You're an owner of Marketing now");
      assert.match((await ann.says('members Marketing')).text(), /Olga Berg/);
      await ann.says('yes, owners remove Olga Berg from Marketing');
      await olga.sees("You're no longer an owner");
      assert.match((await ann.says('yes, make Ann Archer member of Marketing')).text(), /only owner/);
    });

    it('S32 F63: an administrator imports people who never wrote here, by their ids, from a CSV with headings; an owner cannot bring in strangers', async () => {
      const { ada, olga } = await open();
      const id = '8a7b6c5d-1111-4222-8333-944455556666';
      const list = `displayName,userPrincipalName,id\n"Strange, Theodora",theodora@contoso.example,${id}`;
      assert.match((await olga.says(`import members into Marketing:\n${list}`)).text(), /not known here/);
      assert.match(
        (await ada.says(`import members into Marketing:\n${list}`)).text(),
        /Add 1 of 1 people[\s\S]*Strange, Theodora.?: will be added/,
      );
      assert.match((await ada.clicks('Add them')).text(), /Strange, Theodora.? is in Marketing now/);
      assert.match((await ada.clicks('Add them')).text(), /was in already/);
      assert.match((await olga.says('members Marketing')).text(), /Strange, Theodora/);
      assert.match(
        (await olga.says('yes, remove theodora@contoso.example from Marketing')).text(),
        /no longer in Marketing/,
      );
    });

    it('S32 F63 F72: an administrator imports a pasted list, sees first what each line comes to, and then each result', async () => {
      const { ada, ann, ben } = await open();
      await world.addMember('ben', marketing);
      const preview = await ada.says('import members into Marketing:\nAnn Archer\nBen Okafor\nZoe Nobody\nAnn Archer');
      assert.match(
        preview.text(),
        /Ann Archer: will be added[\s\S]*Ben Okafor: was in already[\s\S]*Zoe Nobody: not known here[\s\S]*Ann Archer: named twice/,
      );
      assert.equal(await world.isMember('ann', marketing), false);
      assert.match((await ada.clicks('Add them')).heading(), /1 of 4 added/);
      assert.equal(await world.isMember('ann', marketing), true);
      await ann.sees('Ada Moreau added you');
      assert.equal(ben.count('added you'), 0);
      assert.match((await ada.says('import members into Marketing: , ;')).text(), /nothing on the list/i);
    });

    it('S37 S38 S39 S40 F46: neither owner sees or changes the other’s members, by text, card, forged card or count', async () => {
      const { olga, omar, ann, ben } = await open();
      await world.addMember('ann', marketing);
      await world.addMember('ben', sales);
      const seen: string[] = [];
      const tries: readonly (readonly [typeof olga, string, string, typeof ann])[] = [
        [olga, 'Sales', sales, ben],
        [omar, 'Marketing', marketing, ann],
      ];
      for (const [owner, group, groupId, member] of tries) {
        for (const text of [
          `members ${group}`,
          `who is in ${group}?`,
          `group ${group}`,
          `groups ${group}`,
          `history ${group}`,
          `manage ${group}`,
          `remove ${member.name} from ${group}`,
          `yes, remove ${member.name} from ${group}`,
          `add Ada Moreau to ${group}`,
          `make ${member.name} owner of ${group}`,
          `delete ${group}`,
          `explain join ${group} as ${member.name}`,
          `import members into ${group}: Ada Moreau`,
          `export audit of ${group}`,
        ]) {
          const answer = await owner.says(text);
          // Their own words may come back; nothing else about the members does.
          if (!text.includes(member.name)) assert.doesNotMatch(answer.text(), new RegExp(member.name), text);
          assert.doesNotMatch(answer.text(), /\b1 member|one member|One person/, text);
          seen.push(answer.heading());
        }
        for (const [verb, data] of [
          ['listMembers', { groupId, page: 1 }],
          ['removeMember', { groupId, personId: member.id, confirmed: true }],
          ['addMembers', { groupId, personId: owner.id }],
          ['changeRole', { groupId, personId: owner.id, value: 'owner', confirmed: true }],
          ['importMembers', { groupId, value: owner.name, confirmed: true }],
          ['showHistory', { groupId, page: 1 }],
          ['transferGroup', { groupId, personId: owner.id, confirmed: true }],
          ['deleteGroup', { groupId, confirmed: true }],
          ['changeGroup', { groupId, setting: 'joinRule', value: 'open', confirmed: true }],
        ] as const) {
          const { value } = await owner.invokes({ action: { type: 'Action.Execute', verb, data }, trigger: 'manual' });
          assert.doesNotMatch(JSON.stringify(value), new RegExp(member.name), verb);
          assert.match(JSON.stringify(value), /can.t manage/, verb);
        }
      }
      assert.ok(seen.length > 20);
      assert.deepEqual([await world.isMember('ann', marketing), await world.isMember('ben', sales)], [true, true]);
      assert.deepEqual(
        [
          await world.isMember('ada', marketing),
          await world.isMember('olga', sales),
          await world.isMember('omar', marketing),
        ],
        [false, false, false],
      );
    });

    it('Q10: of a group that is not listed, everybody else reads the same as of one that does not exist', async () => {
      const { olga } = await open();
      const hidden = await world.addGroup({ name: 'Secret Deal', owners: ['omar'], isListed: false });
      for (const verb of ['members', 'manage', 'history', 'delete', 'claim', 'explain join']) {
        const real = (await olga.says(`${verb} Secret Deal`)).text().replaceAll('Secret Deal', 'X');
        const none = (await olga.says(`${verb} Hidden Deal`)).text().replaceAll('Hidden Deal', 'X');
        assert.equal(real, none, verb);
      }
      const { value } = await olga.invokes({
        action: { type: 'Action.Execute', verb: 'listMembers', data: { groupId: hidden, page: 1 } },
        trigger: 'manual',
      });
      const { value: other } = await olga.invokes({
        action: { type: 'Action.Execute', verb: 'listMembers', data: { groupId: 'no-such-group', page: 1 } },
        trigger: 'manual',
      });
      assert.deepEqual(value, other);
    });
  });
}
