import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

const day = 86_400_000;

// Faults that were found by use: what is said, who can be named, kinds that are refused, and what was rough.
for (const kind of storesUnderTest()) {
  describe(`faults found by use, told on ${kind.name}`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      return world.people;
    }

    afterEach(() => world.close());

    it('fault 2.3: a locked organisation says that self-service is not switched on, and by whom it can be', async () => {
      const { ann, ada } = await open({ tenant: { ownersManageRequests: false, licence: 'none' } });
      await world.changeTenant({ adminIds: [ada.id] });
      const answer = (await ann.says('join Marketing')).text();
      assert.match(answer, /switched off[\s\S]*Ada Moreau/);
      assert.doesNotMatch(answer, /spelling|no group/i);
      assert.doesNotMatch((await ann.says('groups')).text(), /There is no group to see yet/);
    });

    it('fault 2.4: who has asked already and asks with another length reads that, and one click asks for it instead', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing because I run the fair for 10 days');
      await olga.sees('Ann Archer wants to join Marketing');
      const again = (await ann.says('join Marketing for 30 days')).text();
      assert.match(again, /waits with “10 days”, and you ask for “30 days” now[\s\S]*withdraw REQ-/);
      assert.equal((await world.requests()).length, 1, 'nothing is taken over in silence');
      assert.match((await ann.clicks('Ask for that instead')).text(), /asked for you to join Marketing[\s\S]*30 days/);
      const [before, after] = await world.requests();
      assert.deepEqual([before?.status, after?.status], ['withdrawn', 'pending']);
      assert.deepEqual([after?.justification, after?.duration], ['I run the fair', { kind: 'days', days: 30 }]);
      // Every card follows: the owners have one that is taken back and one to decide, the requester the new one alone.
      await world.settles();
      for (const owner of [olga, omar]) {
        assert.equal(owner.count('Ann Archer no longer wants to join Marketing'), 1);
        assert.equal(owner.count('Ann Archer wants to join Marketing'), 1);
      }
      await ann.sees(`Request ${after?.id}`);
      assert.equal(ann.count("I've asked for you to join Marketing"), 0, 'the first card shows the new request');
      await olga.clicks('Approve');
      await ann.sees("You're in Marketing");
      assert.match((await ann.says('my groups')).text(), /Marketing/);
    });

    it('fault 2.4: “yes” and “yes, join …” ask for it instead, too; the same wish once more, or a decision meanwhile, does not', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing for 10 days');
      await ann.says('join Marketing for 30 days');
      await ann.says('yes');
      await ann.says('yes, join Marketing for 20 days');
      await ann.says('yes, join Marketing for 20 days');
      const lengths = (await world.requests()).map(({ status, duration }) => [
        status,
        duration?.kind === 'days' ? duration.days : undefined,
      ]);
      assert.deepEqual(lengths, [
        ['withdrawn', 10],
        ['withdrawn', 30],
        ['pending', 20],
      ]);
      await ann.says('join Marketing because the fair comes soon');
      await olga.clicks('Approve');
      await world.settles();
      assert.match((await ann.clicks('Ask for that instead')).text(), /already in Marketing/);
      assert.equal((await world.requests()).length, 3);
    });

    it('fault 2.4: what nobody could ask for now is not offered in the place of what waits', async () => {
      const { ann } = await open();
      await ann.says('join Marketing for 10 days');
      await world.changeGroup(marketing, { maxDurationDays: 20 });
      assert.match((await ann.says('join Marketing for 30 days')).text(), /20 days/);
      assert.doesNotMatch((await ann.says('join Marketing for 30 days')).text(), /in its place|that instead/);
      await world.changeTenant({ licence: 'none' });
      const answer = (await ann.says('join Marketing for 15 days')).text();
      assert.match(answer, /already asked/);
      assert.doesNotMatch(answer, /that instead/);
    });

    it('fault 2.7: one end is the same moment for everybody who reads it, wherever they are', async () => {
      const { ann, olga } = await open();
      // Ann's clients are in Honolulu: the tenth of December ends there when it is ten in the morning in Berlin.
      const text = 'join Marketing until 10 December 2027';
      await ann.sends({ type: 'message', text, textFormat: 'plain', localTimezone: 'Pacific/Honolulu' });
      await olga.sees('Until 11 December 2027 at 10:59 (Berlin time)');
      await olga.clicks('Approve');
      await olga.sees('Until 11 December 2027 at 10:59 (Berlin time)');
      const mine = { type: 'message', text: 'my groups', textFormat: 'plain', localTimezone: 'Pacific/Honolulu' };
      await ann.sends(mine);
      await ann.sees('Until 10 December 2027');
      assert.match((await olga.says('members Marketing')).text(), /until 11 December 2027 at 10:59 \(Berlin time\)/);
    });

    it('fault 2.9: an owner who was a member for some days is an owner without an end, and stays one', async () => {
      const { ada, olga } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      await world.addMember('ben', marketing, { until: world.now() + 5 * day });
      await olga.says('yes, make Ben Okafor owner of Marketing');
      const list = (await olga.says('members Marketing')).text();
      assert.match(list, /Ben Okafor[^]*Owner/);
      assert.doesNotMatch(list, /Owner[^\n]*until/);
      await world.passes(6 * day);
      const { ben } = world.people;
      assert.equal(ben.count('Your time in Marketing is over'), 0);
      assert.equal((await world.group(marketing)).ownerIds.includes(ben.id), true);
    });

    it('row 28: a list that begins with a byte order mark is read as the same without it', async () => {
      const { olga } = await open();
      const list = 'name,email\nAnn Archer,\nBen Okafor,';
      const read = async (text: string): Promise<string> =>
        (await olga.says(`import members into Marketing:\n${text}`)).text();
      assert.equal(await read(`\uFEFF${list}`), await read(list));
      assert.match(await read(`\uFEFF${list}`), /Add 2 of 2 people/);
    });

    it('fault 2.6: a group that was just made, hidden or deleted is so at once in “groups”', async () => {
      const { ann, olga } = await open();
      await olga.says('create security group Readers');
      await olga.clicks('Create group', { name: 'Readers', joinRule: 'open' });
      assert.match((await ann.says('groups')).text(), /Readers/);
      await olga.says('hide Readers');
      assert.doesNotMatch((await ann.says('groups')).text(), /Readers/);
      await olga.says('yes, delete Marketing');
      assert.doesNotMatch((await ann.says('groups')).text(), /Marketing/);
    });

    it('fault 2.8: an administrator who takes out the last owner reads what is so, and not “You can’t leave”', async () => {
      const { ada, olga } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      await world.changeGroup(marketing, { ownerIds: [olga.id] });
      assert.doesNotMatch((await ada.says('yes, remove Olga Berg from Marketing')).text(), /You can't leave/);
      assert.match((await ada.says('bot status')).text(), /How the bot is/);
    });

    it('fault 2.8: “status” is how the bot is for an administrator, and what one asked for to everybody else', async () => {
      const { ada, ann } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      await ann.says('join Marketing');
      assert.match((await ann.says('status')).text(), /My requests[\s\S]*Marketing/);
      const answer = (await ada.says('status')).text();
      assert.match(answer, /How the bot is/);
      assert.match(answer, /my requests/, 'the way to their own');
    });

    it('fault 4.1 F96: a mention alone is enough, also of somebody who never wrote to the bot', async () => {
      const { olga } = await open();
      const zoe = randomUUID();
      const mention = (mentioned: object): object => ({
        type: 'message',
        text: 'add <at>Zoe Never</at> to Marketing',
        entities: [{ type: 'mention', text: '<at>Zoe Never</at>', mentioned }],
      });
      await olga.sends(mention({ id: '29:zoe', name: 'Zoe Never', aadObjectId: zoe.toUpperCase() }));
      await olga.sees('Zoe Never is in Marketing now');
      const memberships = world.store.forTenant(world.tenantId).read('memberships');
      assert.equal((await memberships.get(`${marketing}/${zoe}`))?.status, 'active');
      // Named by the object id itself, as other clients do; the shown name changes nothing of who is known.
      await olga.sends(mention({ id: `8:orgid:${zoe}`, name: 'Ada Moreau' }));
      const person = await world.store.forTenant(world.tenantId).read('people').get(zoe);
      assert.deepEqual([person?.name, person?.channelUserId], ['Zoe Never', '29:zoe']);
      assert.match((await olga.says('members Marketing')).text(), /Zoe Never/);
    });

    it('fault 4.1 F96: whom the client mentions by the channel’s own id, the channel is asked about, once and not for long', async () => {
      const { olga } = await open();
      const { teams, tenantId } = world;
      const zoe = randomUUID();
      teams.members.set('29:zoe', { name: 'Zoe Never', objectId: zoe.toUpperCase(), tenantId });
      teams.members.set('29:other', { name: 'Otto Other', objectId: randomUUID(), tenantId: randomUUID() });
      const add = (id: string, name: string): Promise<unknown> =>
        olga.sends({
          type: 'message',
          text: `add <at>${name}</at> to Marketing`,
          entities: [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } }],
        });
      const asked = (): number => teams.calls.filter(({ method }) => method === 'GET').length;
      await add('29:zoe', 'Ada Moreau');
      await olga.sees('Zoe Never is in Marketing now');
      const store = world.store.forTenant(tenantId);
      assert.equal((await store.read('memberships').get(`${marketing}/${zoe}`))?.status, 'active');
      assert.equal(asked(), 1);
      await add('29:zoe', 'Ada Moreau');
      assert.equal(asked(), 1, 'whoever is known is not asked about');
      for (const [id, name] of [
        ['29:other', 'Otto Other'],
        ['29:nobody', 'No Body'],
      ] as const) {
        await add(id, name);
        await olga.sees('no more than a label');
      }
      assert.equal((await store.read('people').find({ where: { channelUserId: '29:other' } })).length, 0);
      teams.script = ({ method }) => (method === 'GET' ? { status: 0, hang: true } : undefined);
      await add('29:silent', 'Silent One');
      assert.equal(olga.count('no more than a label'), 3, 'a silent channel holds up nobody for long');
    });

    it('fault 4.2: two people of one name are two rows that can be told apart', async () => {
      const { olga } = await open();
      await world.changePerson('ben', { name: 'Ann Archer', nameKey: 'ann archer' });
      assert.match(
        (await olga.says('add Ann Archer to Marketing')).text(),
        /Campaign manager[\s\S]*Analyst|Analyst[\s\S]*Campaign/,
      );
    });

    it('fault 4.3: an owner who is not known is named in the preview of what is enrolled, and afterwards', async () => {
      const { ada } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      const list = 'enrol groups: Payroll, security, PowerShell, Olga Berg, Nora Nobody';
      assert.match((await ada.says(list)).text(), /not known here: Nora Nobody/);
      assert.match((await ada.clicks('Enrol it')).text(), /not known here: Nora Nobody/);
    });

    it('fault 5.2, authority 13, authority 14: with B on Yes neither what a resource opens nor one’s own group is told', async () => {
      const { ann, ada, olga } = await open();
      await world.changeTenant({ adminIds: [ada.id], restrictGroupAccess: true });
      await world.addResource({
        name: 'Salesforce',
        groupIds: [marketing],
        grants: [{ groupId: marketing, by: olga.id, at: 1 }],
      });
      await world.addMember('ann', marketing);
      for (const text of [
        'join Salesforce',
        'join Marketing',
        'join Marketng',
        'explain join Marketing',
        'claim Marketng',
      ])
        assert.match((await ann.says(text)).text(), /Groups are switched off here/, text);
      for (const text of ['manage Marketng', 'members Marketng', 'history Marketing', 'add Ben Okafor to Marketng'])
        assert.match((await olga.says(text)).text(), /Groups are switched off here/, text);
      assert.doesNotMatch((await ann.says('join Marketing')).text(), /already in|Salesforce|Opens/);
    });

    it('fault 6: a resource whose address is none, or runs something, is not taken', async () => {
      const { ada } = await open();
      await world.changeTenant({ adminIds: [ada.id] });
      await ada.says('add resource Foo javascript:alert(1) owned by Olga Berg');
      const found = await world.store.forTenant(world.tenantId).read('resources').find({ where: {} });
      assert.deepEqual(
        found.filter(({ name, link }) => /javascript|owned by/.test(`${name} ${link ?? ''}`)),
        [],
      );
    });

    it('fault 6: an owner’s CSV headed “name,until” has no person called so', async () => {
      const { olga } = await open();
      const answer = (
        await olga.says('import members into Marketing:\nname,until\nAnn Archer,2030-01-31\nBen Okafor,2030-02-28')
      ).text();
      assert.match(answer, /Add 2 of 2 people[\s\S]*I don't use the column until/);
    });

    it('fault 6: “group Marketing” offers its owner to manage it and its members', async () => {
      const { olga } = await open();
      assert.deepEqual(
        (await olga.says('group Marketing')).buttons().filter((one) => /^(Manage|Members)/.test(one)).length,
        2,
      );
    });

    it('fault 6: “why Salesforce” with one thing of that name asks nothing', async () => {
      const { ann } = await open();
      await world.addResource({ name: 'Salesforce' });
      assert.match((await ann.says('why Salesforce')).text(), /You don't have Salesforce/);
    });

    it('fault 6: “until Friday”, typed on a Friday, shows which day it means before it counts', async () => {
      const { olga } = await open();
      while (new Date(world.now()).getUTCDay() !== 5) world.offsetMs += day;
      assert.match(
        (await olga.says('delegate to Ann Archer until Friday')).text(),
        /Nothing has changed yet[\s\S]*Until \d/,
      );
      const me = await world.store.forTenant(world.tenantId).read('people').get(olga.id);
      assert.equal(me?.delegations, undefined);
    });

    it('fault 6: one join is two lines of the history, the wish and the answer, and the chain keeps each event', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing');
      await olga.sees('Ann Archer wants to join Marketing');
      await olga.clicks('Approve');
      await ann.sees("You're in Marketing");
      await world.settles();
      const history = await olga.says('history Marketing');
      assert.match(history.text(), /Olga Berg approved Ann Archer for Marketing\n.* · ready \d+ \w+ at /);
      assert.match(history.text(), /Ann Archer asked to join Marketing/);
      assert.doesNotMatch(history.text(), /let Ann Archer into|was ready for/);
      const kept = await world.store.forTenant(world.tenantId).readAudit(1, 100);
      const kinds = kept.map(({ event }) => event.kind);
      for (const one of ['requestOpened', 'requestApproved', 'memberAdded', 'requestDelivered'] as const)
        assert.ok(kinds.includes(one), one);
    });

    it('fault 6: in a channel “help” is a line, and not the whole card', async () => {
      const { ann } = await open();
      assert.ok((await ann.saysInChannel('help')).length < 4_000);
    });
  });
}
