import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

// Who may do what, after the reason for it has changed: a role that ended, a request that is old, a group that is gone.
for (const kind of storesUnderTest()) {
  describe(`authority ends with its reason, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('authority 1: F41 S39: who is taken out of a group manages it no longer, and the question says that they did', async () => {
      const { olga, ben } = await open();
      await world.addMember('ben', marketing);
      await olga.says('yes, make Ben Okafor membership manager of Marketing');
      const question = await olga.says('remove Ben Okafor from Marketing');
      assert.match(question.text(), /also manage the members/);
      assert.match((await olga.clicks('Remove')).text(), /no longer in Marketing/);
      await ben.sees('Olga Berg took you out');
      await world.settles();
      assert.equal(await world.isMember('ben', marketing), false);
      assert.match((await ben.says('members Marketing')).text(), /for its owners and administrators alone/);
      await ben.says('add Ben Okafor to Marketing');
      assert.equal(await world.isMember('ben', marketing), false);
    });

    it('rule 3, F45: the question names who stands in, which ends with the role', async () => {
      const { olga, ben } = await open();
      await world.addMember('ben', marketing);
      await olga.says('yes, make Ben Okafor membership manager of Marketing');
      await ben.says('delegate Marketing to Ann Archer');
      const ends = /ends for whoever stands in for them here: Ann Archer/;
      assert.match((await olga.says('remove Ben Okafor from Marketing')).text(), ends);
    });

    it('rule 3, F45: so does the question whether somebody becomes a plain member, and it is so afterwards', async () => {
      const { ann, olga, ben } = await open();
      await world.addMember('ben', marketing);
      await olga.says('yes, make Ben Okafor membership manager of Marketing');
      await ben.says('delegate Marketing to Ann Archer');
      const question = (await olga.says('make Ben Okafor member of Marketing')).text();
      assert.match(question, /ends for whoever stands in for them here: Ann Archer/);
      assert.match((await ann.says('my delegations')).text(), /Ben Okafor/, 'nothing has changed yet');
      await olga.says('yes');
      await world.settles();
      assert.doesNotMatch((await ann.says('my delegations')).text(), /Ben Okafor/);
    });

    it('authority 2: F41: the same of a manager who is no member', async () => {
      const { olga, ben } = await open();
      await world.changeGroup(marketing, { managerIds: [ben.id] });
      assert.match((await olga.says('remove Ben Okafor from Marketing')).text(), /also manage the members/);
      await olga.clicks('Remove');
      assert.deepEqual((await world.group(marketing)).managerIds, []);
    });

    it('authority 3, authority 4: F24 F45: a stand-in decides nothing that the absent person could not decide, whichever came first', async () => {
      const { ann, ben, olga } = await open();
      await world.changeGroup(marketing, { ownerIds: [olga.id], managerIds: [ben.id] });
      await ben.says('join Marketing');
      await ben.says('delegate Marketing to Ann Archer');
      assert.equal(ann.count('Ben Okafor wants to join'), 0);
      const [request] = await world.requests();
      assert.match((await ann.says(`approve ${request?.id}`)).text(), /no request/i);
      assert.doesNotMatch((await ann.says('inbox')).text(), /Ben Okafor/);
      await ben.says(`withdraw ${request?.id}`);
      await ben.says('join Marketing');
      assert.equal(ann.count('Ben Okafor wants to join'), 0);
      assert.equal(await world.isMember('ben', marketing), false);
    });

    it('authority 23, fault 5.1: F45 S9: a stand-in is named for what one decides, and for no kind that self-service refuses', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Press', owners: ['olga'], unsupportedKind: 'distributionList' });
      assert.match((await olga.says('delegate Press to Ann Archer')).text(), /distribution list/);
      assert.match((await ann.says('delegate Marketing to Ben Okafor')).text(), /owners and administrators alone/);
    });

    it('authority 5, authority 6: Q10 S28: “Ask again” lets nobody into a group that is gone, or that they may not find any more', async () => {
      const { ann, olga } = await open();
      const asksAgain = async (): Promise<string> => {
        const requestId = (await world.requests()).at(-1)?.id;
        const action = { type: 'Action.Execute', verb: 'resubmitRequest', data: { requestId } };
        return JSON.stringify(await ann.invokes({ action, trigger: 'manual' }));
      };
      await ann.says('join Marketing');
      await ann.clicks('Withdraw request');
      await world.changeGroup(marketing, { joinRule: 'open', deletedAt: world.now() });
      assert.match(await asksAgain(), /no group|gone/i);
      assert.equal(await world.isMember('ann', marketing), false);
      const hidden = await world.addGroup({ name: 'Harbor', owners: ['olga'], justification: 'off' });
      await ann.says('join Harbor');
      await ann.clicks('Withdraw request', {}, 'Harbor');
      await olga.says('yes, make Harbor open');
      await olga.says('hide Harbor');
      assert.match(await asksAgain(), /no group/i);
      assert.equal(await world.isMember('ann', hidden), false);
    });

    it('authority 7: Q10: an old request shows the group by the name that its requester knew', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      const [request] = await world.requests();
      await olga.says(`deny ${request?.id} because not now`);
      await world.changeGroup(marketing, { name: 'Severance 2027', nameKey: 'severance 2027', isListed: false });
      for (const text of ['my requests', `request ${request?.id}`]) {
        const answer = (await ann.says(text)).text();
        assert.match(answer, /Marketing/, text);
        assert.doesNotMatch(answer, /Severance/, text);
      }
    });

    it('authority 8: F59: who confirms sees whom a change names and touches', async () => {
      const { ada, omar } = await open({ tenant: { licence: 'none' } });
      await world.changeTenant({ adminIds: [ada.id, omar.id] });
      await ada.says('set licensed people to Ann Archer, Ben Okafor');
      await ada.clicks('Ask for confirmation');
      assert.match((await omar.sees('wants to loosen')).text(), /Ann Archer and Ben Okafor[\s\S]*touches 2 people/);
    });

    it('authority 9: F59: “confirm change” shows what waits now, and puts nothing in force', async () => {
      const { ada, omar } = await open();
      await world.changeTenant({
        adminIds: [ada.id, omar.id],
        guardrails: { justification: 'off', maxDurationDays: 30 },
      });
      await ada.says('set longest membership 60');
      await ada.clicks('Ask for confirmation');
      await omar.sees('60 days');
      await ada.says('set longest membership none');
      await ada.clicks('Ask for confirmation', {}, 'No limit');
      assert.match((await omar.says('confirm change')).text(), /No limit[\s\S]*Nothing has changed yet/);
      assert.equal((await world.tenant()).guardrails.maxDurationDays, 30);
    });

    it('authority 10: F59: a proposal falls with its proposer’s rights', async () => {
      const { ada, omar } = await open({ tenant: { licence: 'none' } });
      await world.changeTenant({ adminIds: [ada.id, omar.id] });
      await ada.says('set licence P1');
      await ada.clicks('Ask for confirmation');
      await omar.sees('wants to loosen');
      await omar.says('yes, admins remove Ada Moreau');
      assert.match((await omar.says('confirm change')).text(), /nothing to confirm/i);
      assert.equal((await world.tenant()).licence, 'none');
    });

    it('authority 11: Q9: the last administrator is the last one who has ever turned up', async () => {
      const { ada } = await open();
      await world.changeTenant({ adminIds: [ada.id, randomUUID()] });
      assert.match((await ada.says('yes, admins remove Ada Moreau')).text(), /This is the last one/);
      assert.match((await ada.says('set longest membership none')).text(), /./);
      assert.deepEqual((await world.tenant()).adminIds.includes(ada.id), true);
    });

    it('authority 12: S43 F70: whoever granted something sees where, and takes it back, though the group is hidden from them', async () => {
      const { ben } = await open();
      await world.addResource({ name: 'Salesforce', ownerIds: [ben.id], groupIds: [marketing] });
      await world.changeGroup(marketing, { isListed: false });
      assert.match((await ben.says('resources')).text(), /Marketing/);
      await ben.says('yes, ungrant Salesforce from Marketing');
      assert.match((await ben.says('resources')).text(), /No group opens it/);
    });

    it('authority 17: S74: a manager who is no member cannot be made an owner', async () => {
      const { olga } = await open();
      await olga.says('yes, make Ben Okafor membership manager of Marketing');
      assert.match((await olga.says('make Ben Okafor owner of Marketing')).text(), /is not in Marketing yet/);
    });

    it('authority 18: F38 S79: a decision asks the request’s own rules once more', async () => {
      const { ann, olga } = await open({ tenant: { licence: 'none' } });
      await world.changeTenant({ licensedIds: [ann.id, olga.id] });
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join');
      await world.changeTenant({ licensedIds: [olga.id] });
      assert.match((await olga.clicks('Approve')).text(), /no Microsoft Entra ID licence any more/);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('authority 19: nobody is an active member of a deleted group, whoever was faster', async () => {
      const { olga } = await open();
      // As if the group had been deleted between the look at it and the write of the membership.
      await olga.says('add Ben Okafor to Marketing');
      const other = await world.addGroup({ name: 'Harbor', owners: ['olga'], deletedAt: world.now() });
      await world.startMembership('ben', other);
      await world.settles();
      assert.equal(await world.isMember('ben', other), false);
      assert.equal(await world.isMember('ben', marketing), true);
    });

    it('rule 8: with the answer “deleted” its members are out, before the outbox has done anything', async () => {
      const { olga } = await open();
      await world.addMember('ann', marketing);
      await world.addMember('ben', marketing);
      await world.app.dispatcher.stop();
      assert.match((await olga.says('yes, delete Marketing')).text(), /is deleted/);
      assert.deepEqual(
        [await world.isMember('ann', marketing), await world.isMember('ben', marketing)],
        [false, false],
      );
    });
  });
}
