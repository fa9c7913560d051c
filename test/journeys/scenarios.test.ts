import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

for (const kind of storesUnderTest()) {
  describe(`access to applications and sites, told on ${kind.name}`, () => {
    let world: World;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      return world.people;
    }

    afterEach(() => world.close());

    it('S30 S31 S32 S33 S34 S35 S36 S37 S38 S41 S42: delegated management, told from the first group to the block', async () => {
      const { ada, olga, omar, ann, ben } = await open();
      // The administrator knows the application; the business owner makes and owns the group.
      assert.match(
        (await ada.says('add resource Salesforce https://salesforce.example/')).text(),
        /Salesforce is known now/,
      );
      await olga.says('create security group Sales EMEA');
      await olga.clicks('Create group', { joinRule: 'ownersOnly' });
      assert.match((await ada.says('grant Salesforce to Sales EMEA')).text(), /Nobody is in the group yet/);
      await ada.clicks('Attach it');
      await olga.sees('attached it to your group');
      // Everybody who used it already comes in at once, by the administrator.
      await ada.says('import members into Sales EMEA:\nAnn Archer');
      await ada.clicks('Add them');
      await ann.sees('Ada Moreau added you');
      assert.match(
        (await ann.says('why Salesforce')).text(),
        /Why you have Salesforce[\s\S]*Sales EMEA[\s\S]*Ada Moreau/,
      );
      // The business owner adds one more, and no administrator stands in between.
      const before = ada.messages().length;
      assert.match((await ben.says('why Salesforce')).text(), /You don't have Salesforce[\s\S]*Sales EMEA/);
      await olga.says('add Ben Okafor to Sales EMEA');
      assert.match((await ben.says('why Salesforce')).text(), /Why you have Salesforce[\s\S]*Olga Berg/);
      assert.equal(ada.messages().length, before);
      // The same application for another manager's own group.
      await omar.says('create security group Sales US');
      await omar.clicks('Create group', { joinRule: 'ownersOnly' });
      await ada.says('yes, grant Salesforce to Sales US');
      await omar.says('add Omar Haddad, Ann Archer to Sales US');
      assert.match((await olga.says('members Sales US')).text(), /can't manage Sales US/);
      assert.match((await omar.says('members Sales EMEA')).text(), /can't manage Sales EMEA/);
      assert.match((await olga.says('yes, remove Ann Archer from Sales US')).text(), /can't manage Sales US/);
      assert.match((await omar.says('yes, remove Ann Archer from Sales EMEA')).text(), /can't manage Sales EMEA/);
      // The administrator sees everybody with access, with each way in.
      const list = await ada.says('who has Salesforce');
      assert.match(list.text(), /Ann Archer[\s\S]*Ben Okafor/);
      assert.match(
        list.text(),
        /Sales EMEA: was added · decided by Ada Moreau[\s\S]*Sales US: was added · decided by Omar Haddad|Sales US[\s\S]*Sales EMEA/,
      );
      for (const person of [olga, omar, ann])
        assert.match((await person.says('who has Salesforce')).text(), /Only administrators/);
      // And blocks somebody, whatever group gave it.
      assert.match(
        (await ada.says('block Ann Archer from Salesforce because she changed teams')).text(),
        /Sales EMEA and Sales US|Sales US and Sales EMEA/,
      );
      await ada.clicks('Block');
      assert.match((await ann.sees("You're blocked from Salesforce")).text(), /she changed teams/);
      await olga.sees('Ann Archer is blocked from Salesforce');
      await omar.sees('Ann Archer is blocked from Salesforce');
      assert.match((await ann.says('why Salesforce')).text(), /You don't have Salesforce[\s\S]*Ada Moreau blocked it/);
      assert.match(
        (await olga.says('members Sales EMEA')).text(),
        /Ann Archer[\s\S]*Blocked from Salesforce/,
        'Q11: still a member, marked',
      );
    });

    it('S43 S44 S45 S46 S47 S48: two owners open one group to their sites, a third adds an application later, and one approval opens all', async () => {
      const { ada, olga, omar, ann, ben } = await open();
      await world.addGroup({ name: 'Product Launch', owners: ['ada'], justification: 'off' });
      await ada.says('add resource Launch Plan owned by Olga Berg');
      await ada.says('add resource Press Kit owned by Omar Haddad');
      await ada.says('add resource Trello owned by Ben Okafor');
      // Each owner attaches their own, and has no rights on the other's.
      assert.match(
        (await olga.says('grant Press Kit to Product Launch')).text(),
        /can't say what opens Press Kit[\s\S]*Omar Haddad/,
      );
      await olga.says('grant Launch Plan to Product Launch');
      await olga.clicks('Attach it');
      await omar.says('yes, grant Press Kit to Product Launch');
      assert.match(
        (await omar.says('yes, ungrant Launch Plan from Product Launch')).text(),
        /can't say what opens Launch Plan/,
      );
      assert.match((await ann.says('what does Product Launch unlock?')).text(), /Launch Plan[\s\S]*Press Kit/);
      // Ann asks once, and has both after one approval.
      assert.match((await ann.says('join Product Launch')).text(), /asked Ada Moreau/);
      await ada.sees('Ann Archer wants to join Product Launch');
      await ada.clicks('Approve');
      await ann.sees("You're in Product Launch");
      for (const name of ['Launch Plan', 'Press Kit'])
        assert.match(
          (await ann.says(`why do I have ${name}?`)).text(),
          new RegExp(`Why you have ${name}[\\s\\S]*Ada Moreau[\\s\\S]*REQ-`),
        );
      // The third comes later: those who are in have it, and so does whoever comes next.
      assert.match((await ann.says('why Trello')).text(), /You don't have Trello/);
      await ben.says('grant Trello to Product Launch');
      await ben.clicks('Attach it');
      assert.match((await ann.says('why Trello')).text(), /Why you have Trello/);
      await omar.says('join Product Launch');
      await ada.sees('Omar Haddad wants to join Product Launch');
      await ada.clicks('Approve', {}, 'Omar Haddad wants to join');
      await world.settles();
      for (const name of ['Launch Plan', 'Press Kit', 'Trello'])
        assert.match((await omar.says(`why ${name}`)).text(), new RegExp(`Why you have ${name}`));
    });

    it('S42 F61: a block holds for ways in that come later, until it is taken back', async () => {
      const { ada, ann } = await open();
      const one = await world.addGroup({ name: 'One', owners: ['olga'], joinRule: 'open', justification: 'off' });
      const two = await world.addGroup({ name: 'Two', owners: ['omar'], joinRule: 'open', justification: 'off' });
      await world.addResource({ name: 'Salesforce', groupIds: [one, two] });
      await ann.says('join One');
      await ada.says('yes, block Ann Archer from Salesforce');
      assert.match((await ann.says('join Two')).heading(), /in Two/);
      assert.match((await ann.says('why Salesforce')).text(), /You don't have Salesforce/);
      assert.match((await ada.says('who has Salesforce')).text(), /Ann Archer[\s\S]*Blocked/);
      assert.match((await ada.says('block Ann Archer from Salesforce')).text(), /so already/);
      await ada.says('unblock Ann Archer for Salesforce');
      await ada.clicks('Unblock');
      await ann.sees('no longer blocked');
      assert.match((await ann.says('why Salesforce')).text(), /Why you have Salesforce[\s\S]*One[\s\S]*Two/);
      assert.match((await ann.says('block Ben Okafor from Salesforce')).text(), /Only administrators/);
      assert.match((await ann.says('why does Ben Okafor have Salesforce')).text(), /Only administrators/);
    });

    it('S42 Q11: no card says that a blocked person gets in, neither theirs nor the owner’s, and leaving loses nothing of it', async () => {
      const { ada, ann, olga } = await open();
      const group = await world.addGroup({
        name: 'One',
        owners: ['olga'],
        joinRule: 'ownerApproval',
        justification: 'off',
      });
      await world.addResource({ name: 'Salesforce', groupIds: [group] });
      await world.addResource({ name: 'Wiki', groupIds: [group] });
      await ada.says('yes, block Ann Archer from Salesforce');
      assert.match((await ann.says('group One')).text(), /Salesforce.? \(blocked\) and .?Wiki/);
      await ann.says('join One');
      assert.match((await olga.sees('Ann Archer wants to join One')).text(), /Salesforce.? \(blocked\) and .?Wiki/);
      await olga.clicks('Approve');
      const result = (await ann.sees('You can open')).text();
      assert.match(result, /You can open .?Wiki.? now[\s\S]*Salesforce.? stays closed for you/);
      const leaving = (await ann.says('leave One')).text();
      assert.match(leaving, /Wiki/);
      assert.doesNotMatch(leaving, /Salesforce(?!.? \(blocked)/);
    });

    it('F83 F70: "give … access to …" is about the group, or about the person, that the records know; a bare name shows what it names', async () => {
      const { ada, olga, ann } = await open();
      const group = await world.addGroup({
        name: 'One',
        owners: ['olga'],
        joinRule: 'ownerApproval',
        justification: 'off',
      });
      await world.addResource({ name: 'Salesforce', groupIds: [] });
      assert.match((await ada.says('give One access to Salesforce')).text(), /Let One open Salesforce\?/);
      await ada.clicks('Attach it');
      assert.match(
        (await olga.says('give Ann Archer access to Salesforce')).text(),
        /Let into the group[\s\S]*Ann Archer[\s\S]*One/,
      );
      assert.equal(await world.isMember('ann', group), false);
      assert.match((await olga.says('give Ann Archer access to One')).text(), /Ann Archer is in One now/);
      assert.match((await ann.says('salesforce')).text(), /One[\s\S]*You.re in/);
      assert.match((await ann.says('one')).heading(), /One/);
      assert.match((await ada.says('remove Salesforce from One')).text(), /Detach Salesforce from One/);
      assert.match((await olga.says('history One')).text(), /Olga Berg let Ann Archer into One/);
    });

    it('F60: who has what can be saved as a file, once, by administrators', async () => {
      const { ada, ann } = await open();
      const group = await world.addGroup({ name: 'One', owners: ['olga'], joinRule: 'open' });
      await world.addResource({ name: 'Salesforce', groupIds: [group] });
      await ann.says('join One because =1+1 is a formula');
      assert.match((await ann.says('export who has Salesforce')).text(), /Only administrators/);
      const card = await ada.says('export who has Salesforce');
      assert.match(card.text(), /access-.*csv is ready/);
      const url =
        JSON.stringify(ada.messages().at(-1)?.card).match(/http:\/\/[^"]*\/exports\/[\w-]+/)?.[0] ??
        assert.fail('no link');
      const local = url.replace(/http:\/\/[^/]+/, `http://127.0.0.1:${world.app.address.port}`);
      const file = await fetch(local);
      assert.equal(file.status, 200);
      assert.match(file.headers.get('content-disposition') ?? '', /attachment; filename="access-/);
      const text = await file.text();
      assert.match(text, /resource,person,/);
      assert.match(text, /Ann Archer/);
      assert.match(text, /'=1\+1 is a formula/, 'no cell begins a formula');
      assert.equal((await fetch(local)).status, 404, 'it works once');
    });
  });
}
