import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const day = 86_400_000;
const wants = 'Ann Archer wants to join Marketing';

// Who is asked follows who may decide, for as long as a request waits (rows 13 to 17 of what people reported).
for (const kind of storesUnderTest()) {
  describe(`who is asked follows who may decide, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(owners: Parameters<World['addGroup']>[0]['owners'] = ['olga']): Promise<World['people']> {
      world = await World.open(kind);
      marketing = await world.addGroup({ name: 'Marketing', owners, justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('row 15 F81: a new owner gets the card of what waits, once, and the requester reads who is asked now', async () => {
      const { ann, olga, omar } = await open();
      await world.addMember('omar', marketing);
      await ann.says('join Marketing');
      await olga.sees(wants);
      await olga.says('yes, make Omar Haddad owner of Marketing');
      await omar.sees(wants);
      await world.settles();
      assert.equal(omar.count(wants), 1);
      assert.match((await ann.sees('Your request to join Marketing')).text(), /Olga Berg and Omar Haddad/);
      assert.match((await olga.sees(wants)).text(), /Also asked[\s\S]*Omar Haddad/);
      assert.match((await omar.clicks('Approve')).text(), /You approved Ann Archer/);
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('row 15 F41: so does a membership manager', async () => {
      const { ann, ben, olga } = await open();
      await ann.says('join Marketing');
      await olga.says('yes, make Ben Okafor membership manager of Marketing');
      await ben.sees(wants);
      await ben.clicks('Approve');
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('row 15 F45: so does a stand-in, for as long as they stand in', async () => {
      const { ann, ben, olga } = await open();
      await ann.says('join Marketing');
      await olga.says('delegate Marketing to Ben Okafor until tomorrow');
      assert.match((await ben.sees(wants)).text(), /for Olga Berg, as their stand-in/);
      await world.passes(2 * day);
      await ben.sees("isn't yours to decide any more");
      assert.equal(ben.count("isn't yours to decide any more"), 1);
      assert.equal(ben.count(wants), 0);
      assert.equal(olga.count(wants), 1);
    });

    it('row 15 F45: a stand-in who is sent home loses it at once', async () => {
      const { ann, ben, olga } = await open();
      await olga.says('delegate to Ben Okafor');
      await ann.says('join Marketing');
      await ben.sees(wants);
      await olga.says('stop delegating');
      await ben.sees("isn't yours to decide any more");
      assert.doesNotMatch((await ann.sees('Your request to join Marketing')).text(), /Ben Okafor/);
    });

    it('row 15: so does whoever the group is handed over to, and the former owner loses it', async () => {
      const { ann, olga, omar } = await open();
      await world.addMember('omar', marketing);
      await ann.says('join Marketing');
      await olga.sees(wants);
      await olga.says('yes, transfer Marketing to Omar Haddad');
      await omar.sees(wants);
      await olga.sees("isn't yours to decide any more");
      assert.match((await ann.sees('Your request to join Marketing')).text(), /It waits for Omar Haddad until/);
    });

    it('row 15 F44: so does whoever claimed a group without an owner', async () => {
      const { ann, ben, ada } = await open();
      await world.addMember('ben', marketing);
      await ann.says('join Marketing');
      await world.settles();
      // As if Olga had left the organisation.
      await world.changeGroup(marketing, { ownerIds: [] });
      await ben.says('claim Marketing');
      await ada.sees('would like to own');
      await ada.clicks('Make owner');
      await ben.sees(wants);
    });

    it('row 16: a former owner’s card says that it is not theirs, and their click changes nothing', async () => {
      const { ann, olga, omar } = await open(['olga', 'omar']);
      await ann.says('join Marketing');
      await olga.sees(wants);
      const [card] = olga.messages().slice(-1);
      assert.ok(card?.card);
      await omar.says('yes, make Olga Berg member of Marketing');
      const [request] = await world.requests();
      assert.match((await olga.sees("isn't yours to decide any more")).text(), /Ann Archer asked to join Marketing/);
      const late = JSON.stringify(await olga.clicksOn(card, card.card, 'Approve'));
      assert.match(late, /yours to decide any more/);
      assert.match((await olga.says(`approve ${request?.id}`)).text(), /isn't yours to decide any more/);
      assert.doesNotMatch(late, /have been asked already/);
      assert.equal(await world.isMember('ann', marketing), false);
      assert.match((await ann.sees('Your request to join Marketing')).text(), /It waits for Omar Haddad until/);
      await omar.clicks('Approve');
      await world.settles();
      // What came of it concerns the former owner no longer.
      assert.equal(olga.count('Omar Haddad approved'), 0);
    });

    it('row 16: repeated changes fold together: one card each, as it stands in the end', async () => {
      const { ann, olga, omar } = await open();
      await world.addMember('omar', marketing);
      await ann.says('join Marketing');
      for (const role of ['owner', 'member', 'membership manager', 'member', 'owner'])
        await olga.says(`yes, make Omar Haddad ${role} of Marketing`);
      await world.settles();
      assert.equal(omar.count(wants), 1);
      assert.equal(omar.count("isn't yours to decide any more"), 0);
      await omar.clicks('Approve');
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('row 16 F79: who may still decide keeps the card when others are named to be asked', async () => {
      const { ann, olga, omar } = await open(['olga', 'omar']);
      await ann.says('join Marketing');
      await world.settles();
      await olga.says('yes, set who is asked of Marketing to Omar Haddad');
      await world.settles();
      assert.equal(olga.count(wants), 1);
      assert.equal(omar.count(wants), 1);
    });

    it('row 17 F31: when nobody is left who may decide, the administrators are told, and so is the requester', async () => {
      const { ann, ben, ada } = await open([]);
      await world.changeGroup(marketing, { managerIds: [ben.id] });
      await ann.says('join Marketing');
      await ben.sees(wants);
      await ada.says('yes, remove Ben Okafor from Marketing');
      assert.match((await ada.sees('Nobody can decide about Marketing any more')).text(), /A request waits/);
      await ben.sees("isn't yours to decide any more");
      assert.match((await ann.sees('Your request to join Marketing')).text(), /Nobody can decide it at the moment/);
      assert.equal(ada.count('Nobody can decide about Marketing any more'), 1);
      // Whoever comes to decide then is asked.
      await ada.says('yes, make Omar Haddad membership manager of Marketing');
      await world.people.omar.sees(wants);
    });

    it('row 15: a request that was made while the owners changed is asked of the new ones, too', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing');
      await olga.sees(wants);
      await world.settles();
      // As if the command had read the group before the change, and written after it.
      const [request] = await world.requests();
      await world.changeGroup(marketing, { ownerIds: [omar.id] });
      await world.plan('requests', request?.id ?? '', { kind: 'followRequest' });
      await omar.sees(wants);
    });

    it('row 13 F48: a request ends with the time that was wished for, and both sides are told', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing for 2 hours');
      await ann.says(`withdraw ${(await world.requests())[0]?.id}`);
      await ann.says('join Marketing until tomorrow');
      await olga.sees(wants);
      await world.passes(2 * day);
      const told = (await ann.sees('Nobody decided about Marketing in time')).text();
      assert.match(told, /before the time that you asked for ended/);
      assert.match(told, /ask again with a later day/);
      assert.match((await olga.sees("Ann Archer's request for Marketing has expired")).text(), /nothing to approve/);
      assert.equal((await world.requests()).at(-1)?.status, 'expired');
    });

    it('row 14: “Approve” after the wished end says so, closes the request and tells the requester', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing until tomorrow');
      await olga.sees(wants);
      const [request] = await world.requests();
      // The worker has nothing under way when the clock jumps, and has not run since.
      await world.settles();
      world.offsetMs += 2 * day;
      const answer = (await olga.clicks('Approve')).text();
      assert.match(answer, /The time Ann Archer asked for ended on .*, so there is nothing to approve/);
      assert.doesNotMatch(answer, /later day, or a number/);
      assert.match((await olga.says(`approve ${request?.id}`)).text(), /nothing to approve/);
      await world.settles();
      await ann.sees('Nobody decided about Marketing in time');
      assert.equal(await world.isMember('ann', marketing), false);
      assert.equal((await world.requests())[0]?.status, 'expired');
    });

    it('row 14: a card that offers Approve can be approved: one that cannot be any more ends at the click', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees(wants);
      // Behind the product's back, as a directory's own change would be.
      await world.addMember('ann', marketing);
      assert.match((await olga.clicks('Approve')).text(), /is in Marketing already/);
      await olga.sees("Ann Archer's request for Marketing is no longer needed");
      assert.equal((await world.requests())[0]?.status, 'superseded');
    });
  });
}
