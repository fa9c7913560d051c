import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

for (const kind of storesUnderTest()) {
  describe(`settings, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, { ...given, tenant: { adminIds: [], ...given.tenant } });
      await world.changeTenant({ adminIds: [world.people.ada.id, world.people.omar.id], ...given.tenant });
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('S49 F58: everybody is refused the settings but administrators, who see each with its value and whether it is the default', async () => {
      const { ann, ada } = await open();
      assert.match((await ann.says('settings')).text(), /Only administrators can do that[\s\S]*Ada Moreau/);
      assert.match((await ann.says('set licence none')).text(), /Only administrators/);
      assert.match((await ann.says('yes, set restrict group access yes')).text(), /Only administrators/);
      const card = await ada.says('settings');
      assert.match(card.text(), /Owners can manage group membership requests[\s\S]*Yes[\s\S]*default/);
      assert.match(card.text(), /Restrict access to groups[\s\S]*Licence|licence/);
    });

    it('S51 S50 F62: setting A on No stops requests and decisions at once, after a card that says whom it touches', async () => {
      const { ann, olga, ada } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      const asked = await ada.says('turn off owner approvals');
      assert.match(asked.text(), /Nobody can ask to join any more/);
      assert.match(asked.text(), /1|one waiting request/);
      assert.match((await ada.clicks('Change it')).text(), /In force/);
      assert.match((await olga.says('inbox')).text(), /Ann Archer/);
      assert.match((await olga.clicks('Approve', {}, 'Ann Archer wants to join Marketing')).text(), /switched off/);
      assert.equal(await world.isMember('ann', marketing), false);
      const { ben } = world.people;
      assert.match((await ben.says('join Marketing')).text(), /switched off requests/);
      assert.match((await ada.says('settings')).text(), /changed by Ada Moreau/);
    });

    it('S52 S53 S54: setting B on Yes closes the groups to everybody but administrators; both A and B are needed', async () => {
      const { ann, olga, ada } = await open();
      await ada.says('set restrict group access yes');
      await ada.clicks('Change it');
      for (const text of [
        'groups',
        'group Marketing',
        'my groups',
        'join Marketing',
        'leave Marketing',
        'I need access to Salesforce',
        'create security group Readers',
        'why Salesforce',
        // Near misses and what a group opens tell of groups as well.
        'join Salesforce',
        'join Marketin',
        'group Salesforce',
        'explain join Marketing',
        'explain join Marketin',
        'claim Marketing',
        'resources',
      ]) {
        const answer = (await ann.says(text)).text();
        assert.match(answer, /restricted access to groups|switched off here/, text);
        assert.doesNotMatch(answer, /Opens|Groups that fit|come near|owner approval/, text);
      }
      for (const text of [
        'members Marketing',
        'manage Marketin',
        'history Marketing',
        'add Ben Okafor to Marketin',
        'delegate Marketing to Omar Haddad',
        'inbox',
      ])
        assert.match((await olga.says(text)).text(), /restricted access/, text);
      assert.match((await ada.says('groups')).text(), /Marketing/);
    });

    it('F59: what loosens waits for a second administrator, and who proposed it cannot be the second', async () => {
      const { ada, omar, ann } = await open({ tenant: { licence: 'none' } });
      assert.match((await ann.says('join Marketing')).text(), /licence/);
      const asked = await ada.says('set licence P1');
      assert.match(asked.text(), /Omar Haddad has to confirm it as well/);
      assert.match((await ada.clicks('Ask for confirmation')).text(), /as soon as Omar Haddad confirms/);
      assert.match((await ann.says('join Marketing')).text(), /licence/, 'nothing has changed yet');
      assert.match((await ada.says('confirm change')).text(), /Somebody else has to confirm/);
      assert.match((await omar.sees('Ada Moreau wants to loosen a setting')).text(), /None[\s\S]*P1/);
      assert.match((await omar.clicks('Confirm')).text(), /In force/);
      await ada.sees('Omar Haddad confirmed it');
      assert.match((await ann.says('join Marketing')).text(), /asked/);
      assert.match((await omar.says('confirm change')).text(), /nothing to confirm/i);
    });

    it('fault 1.12: what a card prints with “yes, …” counts as its button does, right after something else was done, too', async () => {
      const { ada, omar, olga } = await open({});
      await world.changeTenant({ adminIds: [ada.id, omar.id, olga.id] });
      await ada.says(`yes, admins remove ${olga.name}`);
      assert.match((await ada.says('yes, set longest membership 90')).text(), /90 days/);
      assert.equal((await world.tenant()).guardrails.maxDurationDays, 90);
      assert.match((await ada.says('yes, set longest membership none')).text(), /as soon as Omar Haddad confirms/);
    });

    it('F59 F19: the answer to a loosening shows on the card of every administrator who was asked, and a newer proposal takes its place', async () => {
      const { ada, omar, olga } = await open({
        tenant: { guardrails: { justification: 'required', maxDurationDays: 30 } },
      });
      await world.changeTenant({ adminIds: [ada.id, omar.id, olga.id] });
      await ada.says('yes, set longest membership 90');
      for (const admin of [omar, olga]) await admin.sees('Ada Moreau wants to loosen a setting');
      await omar.clicks('Reject');
      await ada.sees('Omar Haddad rejected the change');
      assert.deepEqual((await olga.sees('Omar Haddad rejected the change')).buttons(), ['Settings']);
      await ada.says('yes, set longest membership 60');
      await olga.sees('30 days” to “60 days');
      await ada.says('yes, set reason for joining off');
      await olga.sees('There is nothing left to confirm');
      await omar.sees('from “Needed” to “Not asked for”');
      assert.equal(ada.count('There is nothing left to confirm'), 0);
      await olga.says('confirm change');
      assert.match((await olga.clicks('Confirm')).text(), /In force/);
      await omar.sees('Olga Berg confirmed it');
      assert.match((await omar.says('settings page 2')).text(), /30 days[\s\S]*Not asked for/);
    });

    it('F58 S72 S73: what is more than yes or no is chosen on a form from the card', async () => {
      const { ada, omar } = await open();
      await ada.says('settings');
      const form = await ada.clicksRaw('Change…');
      assert.match(JSON.stringify(form.value), /Owners who can assign members as group owners \(security/);
      const asked = await ada.clicksOn({ id: 'm-1' }, form.value as object, 'See what it means', {
        value: 'selected',
        people: 'Olga Berg, Omar Haddad',
      });
      assert.match(JSON.stringify(asked.value), /Only these owners/);
      assert.match(
        JSON.stringify((await ada.clicksOn({ id: 'm-1' }, asked.value as object, 'Change it')).value),
        /In force/,
      );
      assert.match((await omar.says('settings')).text(), /Olga Berg and Omar Haddad/);
    });

    it('F59: with one administrator alone, a loosening says what to do first', async () => {
      const { ada } = await open({ tenant: { licence: 'none' } });
      await world.changeTenant({ adminIds: [ada.id] });
      assert.match((await ada.says('set licence P2')).text(), /only one[\s\S]*admins add/);
    });

    it('Q3: the first administrator switches self-service on in one click, from the card that greets them', async () => {
      const { ada, ann } = await open({ tenant: { licence: 'none', ownersManageRequests: false } });
      assert.match((await ada.says('groups')).text(), /Nobody has set up self-service/);
      const card = await ada.says('hello');
      assert.match(card.text(), /Nobody has set up self-service/);
      assert.match((await ann.says('join Marketing')).text(), /switched off/);
      assert.match((await ada.clicks('Switch self-service on', { licence: 'P1' })).text(), /switched on/);
      assert.match((await ann.says('join Marketing')).text(), /asked/);
      assert.match((await ann.says('set up with P2')).text(), /Only administrators/);
      // It works once; afterwards it takes two.
      assert.match((await ada.says('set up with P2')).heading(), /Settings/);
    });

    it('Q9: administrators add and remove each other, but never the last', async () => {
      const { ada, omar, olga } = await open();
      await ada.says('admins add Olga Berg');
      assert.match((await ada.clicks('Make administrator')).text(), /Olga Berg is an administrator now/);
      await olga.sees('You are an administrator now');
      assert.match((await olga.says('settings')).heading(), /Settings/);
      await olga.says('yes, admins remove Omar Haddad');
      await omar.sees('You are no administrator any more');
      await olga.says('yes, admins remove Ada Moreau');
      assert.match((await olga.says('admins remove Olga Berg')).text(), /has to be one administrator/);
    });

    it('S79 S80 S81 S84 Q5: the licence is asked of the requester and of the owner, and people can be licensed one by one', async () => {
      const { ann, olga, ada } = await open({ tenant: { licence: 'none' } });
      const books = await world.addGroup({
        name: 'Book Club',
        owners: ['olga'],
        groupType: 'm365',
        joinRule: 'open',
        justification: 'off',
      });
      assert.match((await ann.says('join Marketing')).text(), /licence/);
      assert.match((await ann.says('join Book Club')).text(), /licence/);
      await world.changeTenant({ licensedIds: [ann.id] });
      assert.match((await ann.says('join Book Club')).heading(), /in Book Club/);
      assert.equal(await world.isMember('ann', books), true);
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      assert.match((await olga.clicks('Approve')).text(), /licence/);
      assert.match(
        (await ada.says('set licensed people Olga Berg, Ann Archer')).text(),
        /Olga Berg and Ann Archer|Ann Archer and Olga Berg/,
      );
    });

    it('Q16 S43: anybody adds a resource of their own and opens it by a group, unless administrators switch that off', async () => {
      const { ann, ben, olga, ada } = await open();
      assert.match((await ann.says('add resource Team Wiki https://wiki.contoso.example')).text(), /Team Wiki/);
      assert.match((await ann.says('yes, grant Team Wiki to Marketing')).text(), /Team Wiki/);
      assert.match((await olga.says('group Marketing')).text(), /Team Wiki/);
      assert.match((await ben.says('add resource Team Wiki')).text(), /taken|already/);
      assert.match((await ben.says('add resource Stock owned by Ann Archer')).heading(), /of your own/);
      assert.match((await ben.says('add resource Stock owned by me')).text(), /Stock/);
      await ada.says('yes, set users add own resources no');
      assert.match((await ben.says('add resource Ledger')).text(), /Only administrators add resources.*Ada Moreau/s);
      assert.match((await ada.says('add resource Ledger owned by Ben Okafor')).text(), /Ledger/);
      // What is there stays with its owner.
      assert.match((await ann.says('yes, ungrant Team Wiki from Marketing')).text(), /Team Wiki/);
    });

    it('F32: a guardrail tightens every group at once', async () => {
      const { ann, ada } = await open();
      await world.addGroup({ name: 'Book Club', owners: ['olga'], joinRule: 'open', justification: 'off' });
      await ada.says('yes, set loosest join rule owner approval');
      assert.match((await ann.says('join Book Club')).text(), /asked Olga Berg/);
      await ada.says('yes, set reason for joining required');
      assert.match((await ann.says('join Marketing')).text(), /Why do you want to join/);
    });
  });
}
