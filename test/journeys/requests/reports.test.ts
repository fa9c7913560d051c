import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';
import { DirectoryWorld } from '../directory/directoryWorld.js';

// A manager asks for somebody who reports to them in Microsoft Entra (F11, F99).
for (const kind of storesUnderTest()) {
  describe(`a manager asks for a report, told on ${kind.name}`, () => {
    let there: DirectoryWorld;
    let marketing: string;

    afterEach(() => there.close());

    /** Olga runs Marketing; Ann reports to Omar, and to nobody else. */
    async function open(): Promise<DirectoryWorld['people']> {
      there = await DirectoryWorld.open(kind);
      const { people, graph } = there;
      graph.state.patchUser(people.ann.id, { managerId: people.omar.id });
      marketing = await there.enrolled('Marketing', { owners: ['olga'] });
      await people.ada.says('set join rule of Marketing to owner approval');
      return people;
    }

    const requests = () => there.world.requests();

    it('F11 F99: the owners decide, who is asked for hears of it, and all three read how it ends', async () => {
      const { ann, omar, olga } = await open();
      assert.match(
        (await omar.says('request Marketing for Ann Archer because the fair begins')).text(),
        /I'm asking whoever decides/,
      );
      const [request] = await requests();
      assert.deepEqual([request?.requesterId, request?.askedById], [ann.id, omar.id]);
      const told = await ann.sees('Omar Haddad asked for you to be let into Marketing');
      assert.match(told.text(), /the fair begins/);
      const card = await olga.sees('Ann Archer wants to join');
      assert.match(card.text(), /Asked by[\s\S]*Omar Haddad/);
      await olga.clicks('Approve');
      await there.world.settles();
      assert.ok(there.isIn(marketing, ann.id));
      await ann.sees("You're in Marketing");
      assert.match((await omar.sees('Ann Archer is let into Marketing')).text(), /Olga Berg decided that/);
      const history = (await olga.says('history Marketing')).text();
      assert.match(history, /Omar Haddad asked for Ann Archer to be let into Marketing/);
      assert.match((await ann.says('my requests')).text(), /Marketing/);
    });

    it('F99: whoever is asked for takes it back, and the manager reads that', async () => {
      const { ann, omar, olga } = await open();
      await omar.says('request Marketing for my report Ann Archer');
      await ann.sees('asked for you');
      await ann.says('withdraw');
      const [request] = await requests();
      assert.equal(request?.status, 'withdrawn');
      await omar.sees('Ann Archer does not want to be in Marketing');
      assert.match((await olga.sees('Withdrawn')).text(), /Ann Archer/);
    });

    it('F99: who is not their manager and says so is refused, and nothing is created', async () => {
      const { ann, ben, olga } = await open();
      const answer = (await ben.says('request Marketing for my report Ann Archer')).text();
      assert.match(answer, /does not report to you/);
      await there.world.settles();
      assert.deepEqual(await requests(), []);
      assert.equal(ann.count('Marketing') + olga.count('wants to join'), 0);
      // Whom somebody reports to decides, and not the other way round.
      assert.match((await ann.says('request Marketing for my direct report Omar Haddad')).text(), /does not report/);
      assert.deepEqual(await requests(), []);
    });

    it('F11: anybody else asks the person themselves, and nothing is requested', async () => {
      const { ann, ben } = await open();
      assert.match((await ben.says('request Marketing for Ann Archer')).text(), /I'm asking Ann Archer/);
      await ann.sees('Ben Okafor would like you to be in Marketing');
      assert.deepEqual(await requests(), []);
    });

    it('F24: a manager decides nothing about what they asked, by whatever role they come to', async () => {
      const { ann, omar, olga } = await open();
      await omar.says('request Marketing for Ann Archer');
      const [request] = await requests();
      await olga.says('delegate to Omar Haddad');
      await there.world.settles();
      assert.equal(omar.count('wants to join'), 0);
      assert.match((await omar.says('inbox')).text(), /Nothing/i);
      await olga.says('add Omar Haddad to Marketing');
      await there.world.settles();
      await olga.says('yes, make Omar Haddad owner of Marketing');
      await there.world.settles();
      assert.match((await omar.says(`approve ${request?.id}`)).text(), /somebody else has to decide/);
      assert.equal((await requests())[0]?.status, 'pending');
      assert.ok(!there.isIn(marketing, ann.id));
    });

    it('Q10: a manager does not learn whether a report is in already or asked by themselves', async () => {
      const { ann, omar, olga } = await open();
      const text = 'request Marketing for Ann Archer';
      const fresh = (await omar.says(text)).text();
      assert.equal((await omar.says(text)).text(), fresh);
      assert.equal((await requests()).length, 1);
      await olga.clicks('Approve');
      await there.world.settles();
      assert.ok(there.isIn(marketing, ann.id));
      assert.equal((await omar.says(text)).text(), fresh);
      assert.equal((await requests()).length, 1);
    });

    it('F8: a reason that is missing is asked for on a form, and typed or filled in it is asked with', async () => {
      const { omar, olga } = await open();
      await olga.says('set reason of Marketing to required');
      assert.match((await omar.says('request Marketing for Ann Archer')).heading(), /reason is needed/);
      assert.match((await omar.clicks('Go on', { answer: 'me' })).text(), /reason is needed/);
      assert.deepEqual(await requests(), []);
      await omar.says('request Marketing for Ann Archer');
      const asked = await omar.clicks('Go on', { answer: 'remove nothing from Marketing: the fair begins on Monday' });
      assert.match(asked.text(), /I'm asking whoever decides/);
      assert.match(
        (await olga.sees('Ann Archer wants to join')).text(),
        /remove nothing from Marketing: the fair begins on Monday/,
      );
      await olga.clicks('Approve');
      await omar.says('request Marketing for my report Ann Archer');
      assert.match((await omar.says('because she runs the autumn fair')).text(), /I'm asking whoever decides/);
    });

    it('F8 F36: the rules of the group are said before anything is asked', async () => {
      const { omar, olga } = await open();
      await olga.says('set reason of Marketing to required');
      await olga.says('limit Marketing to 30 days');
      assert.match(
        (await omar.says('request Marketing for Ann Archer')).text(),
        /reason is needed[\s\S]*for Ann Archer because/,
      );
      const long = 'request Marketing for Ann Archer for 90 days because of the spring fair';
      assert.match((await omar.says(long)).text(), /30 days/);
      assert.deepEqual(await requests(), []);
    });

    it('F99: whoever has another manager by now is asked for by that one alone', async () => {
      const { ann, ben, omar } = await open();
      there.graph.state.patchUser(ann.id, { managerId: ben.id });
      await there.world.reads();
      assert.match((await omar.says('request Marketing for my report Ann Archer')).text(), /does not report to you/);
      assert.match(
        (await ben.says('request Marketing for my report Ann Archer')).text(),
        /You'd like Ann Archer to be let in/,
      );
    });

    it('F11: nobody is let into an open group without saying so', async () => {
      const { ann, omar } = await open();
      await there.people.ada.says('yes, make Marketing open');
      await omar.says('request Marketing for Ann Archer');
      await there.world.settles();
      assert.ok(!there.isIn(marketing, ann.id));
      await ann.clicks('Ask to join', {}, 'would like you');
      await there.world.settles();
      assert.ok(there.isIn(marketing, ann.id));
    });
  });

  describe(`reports where no directory is connected, told on ${kind.name}`, () => {
    it('F99: says what is missing, and how to ask without it', async () => {
      const world = await World.open(kind);
      try {
        const { ben, ann } = world.people;
        await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
        const answer = (await ben.says('request Marketing for my report Ann Archer')).text();
        assert.match(
          answer,
          /don't know who reports to whom[\s\S]*not connected[\s\S]*request Marketing for Ann Archer/,
        );
        assert.equal(ann.count('Marketing'), 0);
        await ben.says('request Marketing for Ann Archer');
        await ann.sees('would like you to be in Marketing');
      } finally {
        await world.close();
      }
    });
  });
}
