import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Persona } from '../../support/persona.js';
import { storesUnderTest } from '../../support/stores.js';
import { World, type Role } from '../../support/world.js';

const blocked = { status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'blocked' } } };

// What could not be delivered is kept, and told when the person turns up (rows 18 and 19 of what people reported).
for (const kind of storesUnderTest()) {
  describe(`told on return, on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(without: readonly Role[] = []): Promise<World['people']> {
      world = await World.open(kind, { without });
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      return world.people;
    }

    /** Whoever is away has removed the app: the channel refuses everything that is for them, new chats, too. */
    function away(...people: readonly Persona[]): void {
      world.teams.script = ({ conversationId, body }) => {
        const members = JSON.stringify(body['members'] ?? '');
        return people.some((one) => one.conversationId === conversationId || members.includes(one.id))
          ? blocked
          : undefined;
      };
    }

    afterEach(() => world.close());

    it('row 18: who removed the app gets the outcome with reason and decider when they write, and their old card is settled', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      away(ann);
      const [request] = await world.requests();
      await olga.says(`deny ${request?.id} because not this month`);
      await world.settles();
      assert.equal(ann.count('not this month'), 0);
      await world.passes(11_000);
      await olga.sees("I couldn't reach Ann Archer");
      away();
      await world.passes(86_400_000);
      await ann.says('my groups');
      await world.passes(1_000);
      const told = (await ann.sees('not this month')).text();
      assert.match(told, /Olga Berg/);
      await ann.sees('There is an answer');
      assert.equal(ann.count('Withdraw request'), 0);
      await world.settles();
      assert.equal(ann.count('not this month'), 1);
      await ann.says('my groups');
      await world.settles();
      assert.equal(ann.count('not this month'), 1);
    });

    it('row 18: the same of an approval, when they install the app again', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      away(ann);
      await olga.clicks('Approve');
      await world.settles();
      assert.match((await olga.sees('You approved Ann Archer')).text(), /doesn't know it yet/);
      away();
      await ann.installs();
      await world.passes(1_000);
      await ann.sees("You're in Marketing");
      await ann.sees('There is an answer');
    });

    it('row 19: several things are told as one message, each as it stands in the end', async () => {
      const { ann, ben, olga, ada } = await open();
      await world.addGroup({ name: 'Design', owners: ['olga'] });
      await world.addResource({ name: 'Salesforce', groupIds: [marketing] });
      await world.addMember('ben', marketing, { until: world.now() + 3_600_000 });
      away(ann, ben);
      await olga.says('add Ann Archer to Marketing');
      await olga.says('yes, make Ann Archer membership manager of Marketing');
      await olga.says('add Ann Archer to Design');
      await olga.says('yes, remove Ann Archer from Design');
      await ada.says('yes, block Ann Archer from Salesforce');
      await world.passes(7_200_000);
      const before = ann.messages().length;
      away();
      await ann.says('my groups');
      await world.passes(1_000);
      await world.settles();
      const told = await ann.sees("While I couldn't reach you");
      assert.match(told.text(), /You manage the members of Marketing|membership manager of Marketing/i);
      assert.match(told.text(), /no longer in Design/);
      assert.match(told.text(), /Salesforce/);
      assert.doesNotMatch(told.text(), /added you to Design/);
      assert.equal(ann.messages().length, before + 2);
    });

    it('row 19 F80: whoever did something reads once that it was not delivered, for all whom they could not reach', async () => {
      const { ann, ben, olga } = await open();
      away(ann, ben);
      await olga.says('add Ann Archer to Marketing');
      await olga.says('add Ben Okafor to Marketing');
      await world.passes(11_000);
      const told = (await olga.sees("I couldn't reach")).text();
      assert.match(told, /Ann Archer and Ben Okafor/);
      assert.equal(olga.count("I couldn't reach"), 1);
    });

    it('row 19: who had no chat at all yet is told with their first word', async () => {
      const { ben, olga } = await open(['ben']);
      away(ben);
      await olga.says('add Ben Okafor to Marketing');
      await world.settles();
      away();
      await ben.installs();
      await world.passes(1_000);
      await ben.sees('Olga Berg added you');
    });

    it('row 19: a membership that ended while they were away is told', async () => {
      const { ann } = await open();
      await world.addMember('ann', marketing, { until: world.now() + 1_000 });
      await world.plan('memberships', `${marketing}/${ann.id}`, { kind: 'expireMembership' });
      away(ann);
      await world.passes(2_000);
      away();
      await ann.says('my groups');
      await world.passes(1_000);
      await ann.sees('Your time in Marketing is over');
    });

    it('row 19 F59: a question is asked again as long as it is open, and not when it has its answer', async () => {
      const { ada, omar, ben } = await open();
      await world.changeTenant({ adminIds: [ada.id, omar.id, ben.id], licence: 'none' });
      away(omar);
      await ada.says('set licence P1');
      await ada.clicks('Ask for confirmation');
      await world.settles();
      away();
      await omar.says('my groups');
      await world.passes(1_000);
      await omar.sees('wants to loosen');
      await omar.clicks('Confirm');
      away(ben);
      await world.changeTenant({ guardrails: { justification: 'off', maxDurationDays: 30 } });
      await ada.says('set longest membership 60');
      await ada.clicks('Ask for confirmation', {}, '60 days');
      await omar.sees('60 days');
      await omar.clicks('Confirm', {}, '60 days');
      away();
      await ben.says('my groups');
      await world.passes(1_000);
      await world.settles();
      assert.equal(ben.count('60 days'), 0);
    });

    it('row 18 F80: who was to decide and was away is asked when they write, not only when they install', async () => {
      const { ann, olga } = await open();
      away(olga);
      await ann.says('join Marketing');
      await world.settles();
      assert.match((await ann.sees('Your request to join Marketing')).text(), /couldn't reach Olga Berg yet/);
      away();
      await olga.says('my groups');
      await world.passes(1_000);
      await olga.sees('Ann Archer wants to join Marketing');
      await world.settles();
      assert.match((await ann.sees('Your request to join Marketing')).text(), /It waits for Olga Berg/);
    });

    it('row 18: a card of somebody who was away is brought up to date when they turn up', async () => {
      const { ann, olga, omar } = await open();
      await world.changeGroup(marketing, { ownerIds: [olga.id, omar.id] });
      await ann.says('join Marketing');
      await omar.sees('Ann Archer wants to join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      away(omar);
      await olga.clicks('Approve');
      await world.settles();
      assert.equal(omar.count('Ann Archer wants to join Marketing'), 1);
      away();
      await omar.says('my groups');
      await world.passes(1_000);
      await omar.sees('Olga Berg approved Ann Archer');
      assert.equal(omar.count('Ann Archer wants to join Marketing'), 0);
    });

    it('fault 2.5: the second and third waiting card of a request are settled, too', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await ann.says('join Marketing');
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      await olga.clicks('Approve');
      await world.settles();
      assert.equal(ann.count('There is an answer'), 3);
      assert.equal(
        ann.messages().some(({ card }) => JSON.stringify(card ?? {}).includes('withdrawRequest')),
        false,
      );
    });
  });
}
