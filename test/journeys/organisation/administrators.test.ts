import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World, type Role } from '../../support/world.js';

// What an administrator may lose, and what one alone cannot do: two means two who are there (Q9, F59, S42).
for (const kind of storesUnderTest()) {
  describe(`administrators, told on ${kind.name}`, () => {
    let world: World;

    async function open(
      admins: readonly Role[],
      given: Parameters<typeof World.open>[1] = {},
    ): Promise<World['people']> {
      world = await World.open(kind, given);
      await world.changeTenant({ adminIds: admins.map((role) => world.people[role].id) });
      return world.people;
    }

    afterEach(() => world.close());

    it('F59: whom somebody made an administrator alone is not the second one for them until another has confirmed it', async () => {
      const { ada, omar, ben } = await open(['ada', 'omar'], { tenant: { licence: 'none' } });
      await ada.says('yes, admins add Ben Okafor');
      await ada.says('set licence P1');
      await ada.clicks('Ask for confirmation');
      assert.equal(ben.count('wants to loosen'), 0);
      assert.match((await ben.says('confirm change')).text(), /you and whoever proposed it are not two yet[\s\S]*Omar/);
      assert.equal((await world.tenant()).licence, 'none');
      assert.match((await ben.says('yes, admins confirm Ben Okafor')).text(), /can't confirm Ben Okafor[\s\S]*Omar/);
      assert.match((await ada.says('yes, admins confirm Ben Okafor')).text(), /can't confirm Ben Okafor/);
      await omar.sees('Ada Moreau made Ben Okafor an administrator');
      const question = await omar.clicks('Confirm…');
      assert.match(question.text(), /Ada Moreau made them one alone/);
      assert.match((await omar.says('yes, admins confirm Ben Okafor')).text(), /Ben Okafor is confirmed/);
      await ben.says('confirm change');
      await ben.clicks('Confirm');
      assert.equal((await world.tenant()).licence, 'P1');
    });

    it('F59: two whom the same one made alone are no two, and cannot confirm each other', async () => {
      const { ada, ben, omar } = await open(['ada'], { tenant: { licence: 'none' } });
      await ada.says('yes, admins add Ben Okafor');
      await ada.says('yes, admins add Omar Haddad');
      assert.match((await ada.says('set licence P1')).text(), /Ben Okafor and Omar Haddad cannot be the second one/);
      assert.match((await ben.says('yes, admins confirm Omar Haddad')).text(), /can't confirm Omar Haddad/);
      assert.match((await ben.says('set licence P1')).text(), /second administrator is needed/);
      // Nor does it help to let go of whoever made them, or to make them anew.
      await omar.says('yes, admins remove Ada Moreau');
      await omar.says('yes, admins add Ada Moreau');
      assert.match((await omar.says('set licence P1')).text(), /second administrator is needed/);
      assert.match((await ada.says('admins')).text(), /made by Ada Moreau, not yet confirmed/);
    });

    it('F59: by setting, new administrators count from the start; to switch it so takes two', async () => {
      const { ada, ben, omar } = await open(['ada', 'omar'], { tenant: { licence: 'none' } });
      await ada.says('yes, admins add Ben Okafor');
      await ada.says('set confirm new administrators no');
      await ada.clicks('Ask for confirmation');
      await omar.sees('wants to loosen');
      await omar.clicks('Confirm');
      assert.equal((await world.tenant()).trustsNewAdmins, true);
      await ada.says('set licence P1');
      await ada.clicks('Ask for confirmation');
      await ben.sees('wants to loosen');
      await ben.clicks('Confirm');
      assert.equal((await world.tenant()).licence, 'P1');
      // Tighter again needs one, and counts for those who are there.
      await ben.says('yes, set confirm new administrators yes');
      await ada.says('set longest membership 30');
      assert.equal((await world.tenant()).trustsNewAdmins, undefined);
      assert.match((await ben.says('admins')).text(), /made by Ada Moreau, not yet confirmed/);
    });

    it('Q9: the last administrator is the last one who is there: neither who never wrote nor who left counts', async () => {
      const { ada, ben } = await open(['ada', 'ben']);
      await world.changeTenant({ adminIds: [ada.id, ben.id, randomUUID()] });
      await world.changePerson('ben', { leftAt: world.now() });
      assert.match((await ada.says('yes, admins remove Ada Moreau')).text(), /last one[\s\S]*whoever runs this bot/);
      assert.match((await ada.says('admins')).text(), /not here: has never written, or has left/);
      assert.equal((await world.tenant()).adminIds.includes(ada.id), true);
    });

    it('Q9: recovery is by configuration: whom it names administers once nobody is there, and the history says so', async () => {
      const { ada, ben } = await open(['ada']);
      await world.changePerson('ada', { leftAt: world.now() });
      await world.app.close();
      world.env = { ...world.env, BOT_ADMINS: ben.id };
      await world.start();
      assert.match((await ben.says('settings')).text(), /Settings of your organisation/);
      assert.deepEqual((await world.tenant()).adminIds, [ada.id, ben.id]);
      assert.match((await ben.says('admins')).text(), /Ben Okafor[\s\S]*Ada Moreau|Ada Moreau[\s\S]*Ben Okafor/);
    });

    it('Q9: while somebody is there, the configuration gives nobody back what was taken', async () => {
      const { ada, ben } = await open(['ada', 'ben']);
      await world.app.close();
      world.env = { ...world.env, BOT_ADMINS: ben.id };
      await world.start();
      await ada.says('yes, admins remove Ben Okafor');
      assert.match((await ben.says('settings')).text(), /Only administrators/);
    });

    it('Q17: whoever administers by a role in the directory is told so, and not “no administrator any more”', async () => {
      const { ada, ben } = await open(['ada', 'ben']);
      await world.changeTenant({ roleAdminIds: [ben.id] });
      assert.match((await ada.says('yes, admins remove Ben Okafor')).text(), /administers by their role/);
    });

    it('Q17 F59: whoever administers by a role in the directory can be the second one who confirms an administrator', async () => {
      const { ada, omar, ben } = await open(['ada']);
      await world.changeTenant({ roleAdminIds: [omar.id] });
      await ada.says('yes, admins add Ben Okafor');
      assert.match((await ben.says('yes, admins confirm Ben Okafor')).text(), /Omar Haddad can confirm them/);
      assert.match((await omar.says('yes, admins confirm Ben Okafor')).text(), /Ben Okafor/);
      assert.equal((await world.tenant()).unconfirmedAdmins, undefined);
    });

    it('S42: an administrator who is blocked cannot unblock themselves, nor can whom they made', async () => {
      const { ada, omar, ben } = await open(['ada', 'omar']);
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'] });
      await world.addResource({
        name: 'Salesforce',
        ownerIds: [omar.id],
        grants: [{ groupId: marketing, at: 1, by: omar.id }],
      });
      await world.addMember('ada', marketing);
      await omar.says('yes, block Ada Moreau from Salesforce because of the audit');
      await ada.says('yes, admins add Ben Okafor');
      for (const person of [ada, ben])
        assert.match(
          (await person.says('yes, unblock Ada Moreau for Salesforce')).text(),
          /Somebody else has to lift that block[\s\S]*Omar Haddad/,
        );
      assert.match((await ada.says('why Salesforce')).text(), /block/i);
      assert.match((await omar.says('yes, unblock Ada Moreau for Salesforce')).text(), /no longer blocked/);
    });
  });
}
