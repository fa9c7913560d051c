import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

// What is told is so, at the moment and for as long as the card stands there (rule 12, faults 2.1 to 2.9).
for (const kind of storesUnderTest()) {
  describe(`what is told is so, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('fault 2.1: a request whose group was deleted says so, and not that the rules changed', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing');
      await omar.sees('Ann Archer wants to join');
      const [request] = await world.requests();
      await olga.says('yes, delete Marketing');
      const card = (await omar.sees('is no longer needed')).text();
      assert.match(card, /The group was deleted, so it was closed/);
      const shown = (await ann.says(`request ${request?.id}`)).text();
      assert.match(shown, /While it waited, the group was deleted/);
      assert.doesNotMatch(shown, /rules|how to get in|how you stand/);
    });

    it('fault 2.1: whoever was added meanwhile reads that, and not that the rules changed', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing');
      await omar.sees('Ann Archer wants to join');
      const [request] = await world.requests();
      await olga.says('add Ann Archer to Marketing');
      assert.match((await omar.sees('is no longer needed')).text(), /They were added to the group/);
      assert.match((await ann.says(`request ${request?.id}`)).text(), /you were added to the group/);
    });

    it('fault 2.1: “You can open …” is not said of what somebody was taken out of since', async () => {
      const { ann, olga } = await open();
      await world.addResource({
        name: 'Salesforce',
        ownerIds: [olga.id],
        groupIds: [marketing],
        grants: [{ groupId: marketing, at: 1, by: olga.id }],
      });
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Approve', {}, 'Ann Archer wants to join');
      await ann.sees('You can open Salesforce now');
      await olga.says('yes, remove Ann Archer from Marketing');
      const [request] = await world.requests();
      for (const text of [`request ${request?.id}`, 'my requests']) {
        const answer = (await ann.says(text)).text();
        assert.doesNotMatch(answer, /You can open|You're in Marketing|Ready/, text);
        assert.match(answer, /Ended|no longer in it/, text);
      }
      // The client asks by itself when the old card comes into view.
      const refreshed = await ann.invokes({
        action: { type: 'Action.Execute', verb: 'refreshRequest', data: { requestId: request?.id } },
        trigger: 'automatic',
      });
      assert.match(JSON.stringify(refreshed), /no longer in it/);
      assert.match((await olga.says(`request ${request?.id}`)).text(), /is no longer in the group/);
    });

    it('fault 2.1: the card of a request brings itself up to date for whoever asked, and for nobody else', async () => {
      const { ann } = await open();
      await ann.says('join Marketing');
      const card = ann.messages().find((one) => JSON.stringify(one.card ?? '').includes('asked for you to join'));
      const { refresh } = card?.card as { refresh?: { action: { verb: string }; userIds: string[] } };
      const person = await world.store.forTenant(world.tenantId).read('people').get(ann.id);
      assert.equal(refresh?.action.verb, 'refreshRequest');
      assert.deepEqual(refresh?.userIds, [person?.address?.userId]);
    });

    it('fault 2.2 Q12: with A on No nobody reads that everybody can find it and join, or that they can come back', async () => {
      const { ann, ada, olga } = await open({ tenant: { ownersManageRequests: false } });
      await world.changeTenant({ adminIds: [ada.id] });
      await world.changeGroup(marketing, { joinRule: 'open' });
      await world.addMember('ann', marketing);
      await olga.says('create security group Readers');
      const created = (await olga.clicks('Create group', { name: 'Readers', joinRule: 'open' })).text();
      assert.match(created, /nobody gets in unless you add them/);
      assert.doesNotMatch(created, /Everybody can find it/);
      assert.match((await ann.says('leave Marketing')).text(), /ask an administrator/);
      const left = (await ann.says('yes, leave Marketing')).text();
      assert.match(left, /cannot join by yourself just now/);
      assert.doesNotMatch(left, /join again/);
    });

    it('fault 2.2: a group that was opened while joining is off offers nobody to join at once', async () => {
      const { ann, olga, ada } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      await world.changeTenant({ ownersManageRequests: false });
      await ada.says('yes, make Marketing open');
      const told = (await ann.sees('is closed')).text();
      assert.match(told, /Joining is switched off/);
      assert.doesNotMatch(told, /You can join at once/);
    });

    it('fault 2.5: a late “deny” says that it has no effect and what would', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Approve', {}, 'Ann Archer wants to join');
      await world.settles();
      const [request] = await world.requests();
      const late = (await olga.says(`deny ${request?.id} because the budget is gone`)).text();
      assert.match(late, /You approved Ann Archer[\s\S]*Your denial has no effect[\s\S]*remove them from Marketing/);
      assert.doesNotMatch((await olga.says(`approve ${request?.id}`)).text(), /no effect/);
      assert.match(
        (await omar.says(`deny ${request?.id} because no`)).text(),
        /Olga Berg was faster[\s\S]*first decision stands/,
      );
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('fault 2.5: a late “approve” after one’s own denial says the same', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      const [request] = await world.requests();
      await olga.says(`deny ${request?.id} because not now`);
      assert.match(
        (await olga.says(`approve ${request?.id}`)).text(),
        /Your approval has no effect[\s\S]*add them to Marketing/,
      );
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('fault 2.1: nobody reads that somebody “has been told” before anybody was', async () => {
      const { ann, olga, ada } = await open();
      world.teams.script = ({ conversationId, body }) =>
        conversationId === ann.conversationId || JSON.stringify(body['members'] ?? '').includes(ann.id)
          ? { status: 403, code: 'MessageWritesBlocked' }
          : undefined;
      await world.changeTenant({ adminIds: [ada.id] });
      await world.addMember('ann', marketing);
      await world.addResource({ name: 'Salesforce', ownerIds: [olga.id], groupIds: [marketing] });
      for (const [person, text] of [
        [ada, 'yes, block Ann Archer from Salesforce because of the audit'],
        [ada, 'yes, unblock Ann Archer for Salesforce'],
        [olga, 'yes, make Ann Archer membership manager of Marketing'],
        [olga, 'yes, remove Ann Archer from Marketing'],
      ] as const)
        assert.doesNotMatch((await person.says(text)).text(), /ha(?:s|ve) been told|were told/, text);
      await world.passes(11_000);
      await olga.sees("I couldn't reach Ann Archer");
      await ada.sees("I couldn't reach Ann Archer");
    });

    it('rule 12: news and lists say of which moment they are, so that an old one does not pass for now', async () => {
      const { ann, olga } = await open();
      await olga.says('add Ann Archer to Marketing');
      assert.match((await ann.sees('added you')).text(), /as of \d+ \p{L}+/u);
      assert.match((await ann.says('my groups')).text(), /as of \d+ \p{L}+/u);
    });
  });
}
