import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

// What ends is over for good, what is closed tells nothing, and each click counts once.
for (const kind of storesUnderTest()) {
  describe(`authority stays within its doors, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('F45: what somebody handed on ends with their role, and does not come back with it', async () => {
      const { ann, ben, olga, omar } = await open();
      await world.addMember('omar', marketing);
      await omar.says('delegate Marketing to Ben Okafor');
      await omar.says('delegate to Ben Okafor');
      await olga.says('yes, make Omar Haddad member of Marketing');
      await world.settles();
      assert.match((await omar.says('my delegations')).text(), /Nobody stands in for you/);
      assert.match((await omar.says('delegate to Ben Okafor')).text(), /nothing that you decide/);
      await olga.says('yes, make Omar Haddad owner of Marketing');
      await ann.says('join Marketing');
      await world.settles();
      assert.equal(ben.count('Ann Archer wants to join'), 0);
      await omar.says('delegate Marketing to Ben Okafor');
      const [request] = await world.requests();
      assert.match((await ben.says(`approve ${request?.id}`)).text(), /You approved Ann Archer/);
    });

    it('authority 15: Q18 S53: with restricted access nobody reads an old request, who decided it or why', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because the fair is in May');
      await olga.sees('Ann Archer wants to join');
      const [request] = await world.requests();
      await olga.says(`deny ${request?.id} because the stand is full`);
      await world.changeTenant({ restrictGroupAccess: true });
      for (const text of ['request', 'history', 'approve']) {
        const answer = (await olga.says(`${text} ${request?.id}`)).text();
        assert.doesNotMatch(answer, /Ann Archer|the fair|the stand/, text);
      }
      assert.match((await ann.says(`request ${request?.id}`)).text(), /the stand is full/, 'one’s own stays open');
    });

    it('Q10: no answer about an old request tells its requester how the group is called now', async () => {
      const { ann } = await open();
      await ann.says('join Marketing');
      const [request] = await world.requests();
      await world.changeGroup(marketing, { name: 'Severance 2027', nameKey: 'severance 2027', isListed: false });
      for (const text of ['request', 'history', 'approve', 'deny', 'withdraw', 'approve', 'history', 'request']) {
        const answer = (await ann.says(`${text} ${request?.id}`)).text();
        assert.doesNotMatch(answer, /Severance/, text);
      }
      assert.match((await ann.says(`history ${request?.id}`)).text(), /Marketing/);
    });

    it('Q10 F11: who puts a group to somebody does not learn whether they are in it', async () => {
      const { ann, ben } = await open();
      const before = (await ann.says('request Marketing for Ben Okafor')).text();
      await world.addMember('ben', marketing);
      assert.equal((await ann.says('request Marketing for Ben Okafor')).text(), before);
      assert.match((await ben.clicks('Ask to join')).text(), /already in Marketing/);
    });

    it('S43 F70: what was granted is taken back, though the group has become of a kind that self-service refuses', async () => {
      const { ben } = await open();
      await world.addResource({ name: 'Salesforce', ownerIds: [ben.id], groupIds: [marketing] });
      await world.changeGroup(marketing, { unsupportedKind: 'dynamic' });
      assert.match((await ben.says('yes, grant Salesforce to Marketing')).text(), /fills itself by a rule/);
      await ben.says('yes, ungrant Salesforce from Marketing');
      assert.match((await ben.says('resources')).text(), /No group opens it/);
    });

    it('authority 20, authority 21: F18: a click counts once, also when it is delivered again after a restart, or to another instance', async () => {
      const { olga, ben } = await open();
      await world.addMember('ben', marketing);
      const clicks = (id: string, verb: string, data: object): ReturnType<typeof olga.sends> =>
        olga.sends({
          type: 'invoke',
          name: 'adaptiveCard/action',
          id,
          replyToId: 'm-1',
          value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        });
      const about = { groupId: marketing, personId: ben.id, confirmed: true };
      await clicks('f:make', 'changeRole', { ...about, value: 'owner' });
      await clicks('f:take', 'changeRole', { ...about, value: 'member' });
      await clicks('f:out', 'removeMember', about);
      await clicks('f:in', 'addMembers', about);
      await clicks('f:out again', 'removeMember', about);
      const again = async (): Promise<void> => {
        for (const [id, verb, data] of [
          ['f:make', 'changeRole', { ...about, value: 'owner' }],
          ['f:in', 'addMembers', about],
        ] as const)
          assert.match((await clicks(id, verb, data)).text, /already|before/);
        await world.settles();
        assert.equal((await world.group(marketing)).ownerIds.includes(ben.id), false);
        assert.equal(await world.isMember('ben', marketing), false);
      };
      await again();
      const first = world.app;
      await world.start();
      await again();
      await first.close();
      await world.app.close();
      await world.start();
      await again();
    });

    it('F45: a question that was asked in the name of a role is not answered with it any more', async () => {
      const { olga, omar } = await open();
      await world.addMember('ben', marketing);
      await omar.says('remove Ben Okafor from Marketing');
      await olga.says('yes, make Omar Haddad member of Marketing');
      assert.match((await omar.clicks('Remove')).text(), /for its owners and administrators alone/);
      await omar.says('remove Ben Okafor from Marketing');
      assert.match((await omar.says('yes')).text(), /./);
      assert.equal(await world.isMember('ben', marketing), true);
    });

    it('authority 24: Q14: the form of a new group offers no “not listed”, and what is sent all the same is not believed', async () => {
      const { ann } = await open();
      const form = await ann.says('create security group Ghost');
      assert.equal(
        form.inputs().some(({ id }) => id === 'listed'),
        false,
      );
      const data = { name: 'Ghost', groupType: 'security', joinRule: 'open', listed: 'no', confirmed: true };
      await ann.invokes({ action: { type: 'Action.Execute', verb: 'createGroup', data }, trigger: 'manual' });
      const [ghost] = await world.store
        .forTenant(world.tenantId)
        .read('groups')
        .find({ where: { nameKey: 'ghost' } });
      assert.equal(ghost?.isListed, true);
    });

    it('authority 25: Q10 F83: what somebody may not see takes no part in their answer', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Falcon West', owners: ['olga'] });
      await world.addGroup({ name: 'Falcon Wes', owners: ['olga'], isListed: false });
      assert.match((await olga.says('group Falcon Wes')).text(), /^(?!.*These come near)/s);
      const answer = (await ann.says('group Falcon Wes')).text();
      assert.match(answer, /Falcon West/);
      assert.doesNotMatch(answer, /There is no group/);
    });

    it('authority 16: F87: in a channel nothing is said that was read from a record', async () => {
      const { olga } = await open();
      await world.addResource({ name: 'Salesforce', groupIds: [marketing] });
      for (const text of ['give Ben Okafor access to Salesforce', 'group Marketing', 'inbox', 'who has Salesforce'])
        assert.doesNotMatch(await olga.saysInChannel(text), /Marketing|Salesforce|Ben/, text);
      assert.equal(await world.isMember('ben', marketing), false);
    });

    it('authority, also: F83: a request’s number and a group’s name keep what looks like a page', async () => {
      const { olga } = await open();
      await world.addGroup({ name: 'Room P5', owners: ['olga'] });
      assert.match((await olga.says('history Room P5')).text(), /History of Room P5/);
      assert.match((await olga.says('history REQ-BBF00SP5')).text(), /REQ-BBF00SP5/);
      assert.match((await olga.says('members Room P5')).text(), /Room P5/);
    });

    it('authority 22: F47 F83: whoever is picked from a card is in until the moment that was meant, wherever one is', async () => {
      const { olga } = await open();
      const says = async (person: string): Promise<void> => {
        const text = `add ${person} to Marketing until 31 December`;
        await olga.sends({ type: 'message', text, textFormat: 'plain', localTimezone: 'Pacific/Honolulu' });
      };
      const endOf = async (role: 'ann' | 'ben'): Promise<number | undefined> =>
        (await world.store.forTenant(world.tenantId).read('memberships').get(`${marketing}/${world.people[role].id}`))
          ?.until;
      await world.changePerson('omar', { name: 'Omar Archer', nameKey: 'omar archer' });
      await says('Ben Okafor');
      await says('Archer');
      const pick = await olga.sees('Ann Archer');
      const [button] = pick.allButtons().filter(({ verb }) => verb === 'addMembers');
      const action = { type: 'Action.Execute', verb: 'addMembers', data: button?.data };
      await olga.invokes({ action, trigger: 'manual' });
      assert.ok(await endOf('ben'));
      assert.equal(await endOf('ann'), await endOf('ben'));
      assert.equal(new Date((await endOf('ann')) ?? 0).getUTCHours(), 9, 'the end of that day on Hawaii');
    });
  });
}
