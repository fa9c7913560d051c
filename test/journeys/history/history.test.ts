import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const day = 86_400_000;

for (const kind of storesUnderTest()) {
  describe(`history, explanations and stand-ins, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('F65: what happened to a group and to a request can be read by those who may, with who did it and why', async () => {
      const { ann, olga, ben, ada } = await open();
      const asked = await ann.says('join Marketing because I draw the posters');
      const id = /REQ-\w{8}/.exec(asked.text())?.[0] ?? assert.fail('no id');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Deny', { justification: 'The project is over' });
      await world.settles();
      for (const person of [ann, olga, ada])
        assert.match(
          (await person.says(`history ${id}`)).text(),
          /Olga Berg denied Ann Archer's request to join Marketing[\s\S]*The project is over[\s\S]*Ann Archer asked to join Marketing[\s\S]*I draw the posters/,
        );
      assert.match((await ben.says(`history ${id}`)).text(), /no request/i);
      assert.match((await olga.says('history Marketing')).text(), /denied Ann Archer/);
      assert.match((await ada.says('history of Marketing')).text(), /denied Ann Archer/);
      assert.match((await ben.says('history Marketing')).text(), /can't manage Marketing/);
    });

    it('F66 F67: administrators verify the chain and save the history; everybody else is refused', async () => {
      const { ann, olga, ada } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Approve');
      await world.settles();
      assert.match((await ada.says('audit verify')).text(), /The history is whole: \d+ entries/);
      assert.match((await ada.says('export audit as json')).text(), /audit-.*json is ready/);
      for (const text of ['audit verify', 'export audit as csv', 'export history of Marketing'])
        assert.match((await olga.says(text)).text(), /Only administrators/, text);
    });

    it('F67: the file is fetched once, and by nobody once its maker has lost the right to make it', async () => {
      const { ann, ada } = await open();
      await ann.says('join Marketing');
      await world.settles();
      const urlOf = async (): Promise<string> =>
        (await ada.says('export audit Marketing as csv')).allButtons().find(({ url }) => url?.includes('/exports/'))
          ?.url ?? assert.fail('no link');
      const url = await urlOf();
      assert.match(await (await fetch(url)).text(), /requestOpened[\s\S]*Join rule: Needs owner approval/);
      assert.equal((await fetch(url)).status, 404);
      const second = await urlOf();
      await world.changeTenant({ adminIds: [ann.id] });
      assert.equal((await fetch(second)).status, 404);
    });

    it('F88: explains each rule of a join without asking anybody, and for others to administrators alone', async () => {
      const { ann, ben, ada, olga } = await open();
      const card = await ann.says('explain join Marketing');
      assert.match(card.text(), /All rules say yes: the owners are asked[\s\S]*Nothing has been changed/);
      assert.equal(olga.messages().length, 0);
      await world.changeTenant({ licence: 'none' });
      assert.match((await ann.says('explain join Marketing')).text(), /Licence[\s\S]*No[\s\S]*there is none/);
      await world.changeTenant({ licensedIds: [ben.id] });
      assert.match(
        (await ada.says('explain join Marketing as Ben Okafor')).text(),
        /Could Ben Okafor join Marketing[\s\S]*All rules say yes/,
      );
      assert.match((await ann.says('explain join Marketing as Ben Okafor')).text(), /Only administrators/);
      await world.addGroup({ name: 'Board', owners: ['ada'], joinRule: 'ownersOnly' });
      assert.match(
        (await ben.says('explain join Board')).text(),
        /Only its owners add people[\s\S]*Join rule[\s\S]*No/,
      );
    });

    it('F45: a stand-in is asked, decides for the owner until the day comes, and never about their own request', async () => {
      const { ann, ben, olga } = await open();
      assert.match((await olga.says('delegate to Ben Okafor for 7 days')).text(), /Ben Okafor stands in for you/);
      assert.match((await ben.sees('You stand in for Olga Berg')).text(), /their groups/);
      await ann.says('join Marketing');
      const card = await ben.sees('Ann Archer wants to join Marketing');
      assert.match(card.text(), /for Olga Berg/);
      assert.match((await ben.says('inbox')).text(), /Ann Archer/);
      assert.match(
        (await ben.clicks('Approve', {}, 'Ann Archer wants to join Marketing')).text(),
        /You approved Ann Archer/,
      );
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
      assert.match((await olga.says('history Marketing')).text(), /Ben Okafor \(for Olga Berg\) approved Ann Archer/);
      const own = await ben.says('join Marketing');
      const id = /REQ-\w{8}/.exec(own.text())?.[0] ?? '';
      assert.match((await ben.says(`approve ${id}`)).text(), /your own|yourself/i, 'F24');
      assert.match((await ben.says('my delegations')).text(), /Olga Berg[\s\S]*You stand in/);
      assert.match((await ben.says('delegate to Olga Berg')).text(), /wait for each other/, 'no circles');
      await world.passes(8 * day);
      assert.doesNotMatch((await ben.says('my delegations')).text(), /Olga Berg/);
      assert.equal((await ben.says('inbox')).buttons().includes('Approve'), false);
    });

    it('F45: a delegation for one group is for that group alone, and can be taken back at any time', async () => {
      const { ann, ben, olga } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'], justification: 'off' });
      await olga.says('delegate Design to Ben Okafor until 31 December');
      await ben.sees('requests to Design until 31 December');
      await ann.says('join Marketing');
      await ann.says('join Design');
      await ben.sees('Ann Archer wants to join Design');
      await world.settles();
      assert.equal(ben.count('Ann Archer wants to join Marketing'), 0);
      await olga.says('stop delegating');
      assert.match(
        (await ben.clicks('Approve', {}, 'Ann Archer wants to join Design')).text(),
        /isn't yours to decide any more/i,
      );
      assert.match((await olga.says('my delegations')).text(), /Nobody stands in for you/);
    });

    it('S11: everything a person of another organisation says or clicks finds nothing of ours', async () => {
      const { ann, olga } = await open();
      const other = await World.open(kind);
      try {
        const hidden = await other.addGroup({ name: 'Their Group', owners: ['olga'], justification: 'off' });
        await ann.says('join Marketing');
        await world.settles();
        for (const text of [
          'group Their Group',
          'join Their Group',
          'members Their Group',
          'history Their Group',
          'explain join Their Group',
        ])
          assert.match((await olga.says(text)).text(), /no group|know no|no application/i, text);
        const { value } = await olga.invokes({
          action: { type: 'Action.Execute', verb: 'joinGroup', data: { groupId: hidden } },
          trigger: 'manual',
        });
        assert.match(JSON.stringify(value), /I can.t find|no group|know no/i);
      } finally {
        await other.close();
      }
    });

    it('F31: a request that nobody can decide is refused at once, never granted, and the administrators are named', async () => {
      const { ann } = await open();
      const orphan = await world.addGroup({ name: 'Orphans', owners: [], justification: 'off' });
      assert.match((await ann.says('join Orphans')).text(), /Nobody can decide[\s\S]*Ada Moreau/);
      assert.equal(await world.isMember('ann', orphan), false);
    });
  });
}
