import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const dayMs = 86_400_000;

for (const kind of storesUnderTest()) {
  describe(`ask, decide, done (${kind.name})`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({
        name: 'Marketing',
        owners: ['olga', 'omar'],
        justification: 'required',
        maxDurationDays: 180,
      });
      await world.addResource({ name: 'Salesforce', groupIds: [marketing], link: 'https://salesforce.example/' });
      return world.people;
    }

    afterEach(() => world.close());

    it('S4 S6 F15 F19 F20 F76: Ann asks, both owners get a card, Olga approves, and everybody who should know does, once', async () => {
      const { ann, olga, omar } = await open();
      const asked = await ann.says('join Marketing because I run the spring campaign for 30 days');
      assert.match(asked.text(), /I asked Olga Berg and Omar Haddad/);

      const card = await olga.sees('Ann Archer wants to join Marketing');
      assert.match(card.text(), /Campaign manager/);
      assert.match(card.text(), /I run the spring campaign/);
      assert.deepEqual(
        [card.facts()['How long']?.includes('30 days'), card.facts()['Opens'], card.facts()['Also asked']],
        [true, 'Salesforce', 'Omar Haddad'],
      );
      await omar.sees('Ann Archer wants to join Marketing');

      const result = await olga.clicks('Approve');
      assert.match(result.heading(), /You approved Ann Archer/);
      await world.settles();

      assert.equal(await world.isMember('ann', marketing), true);
      const told = await ann.sees("You're in Marketing");
      assert.match(told.text(), /Olga Berg approved/);
      assert.match(told.text(), /Salesforce/);
      const omars = await omar.sees('Olga Berg approved Ann Archer');
      assert.deepEqual(
        omars.buttons().filter((title) => /Approve|Deny/.test(title)),
        [],
        'the other owner has nothing left to decide',
      );
      assert.equal(
        ann.count("You're in Marketing"),
        1,
        'the news comes once; the card of the question only says that there is an answer',
      );
      assert.equal(ann.count('There is an answer'), 1);
      assert.equal(olga.messages().length, 1);
      assert.equal(omar.messages().length, 1);
    });

    it('S7 F20 F21: Omar denies with a reason, and Ann reads it', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await omar.sees('wants to join');
      const result = await omar.clicks('Deny', { justification: 'The campaign is over' });
      assert.match(result.heading(), /You denied Ann Archer's request/);
      await world.settles();
      assert.match((await ann.sees('The campaign is over')).text(), /Omar Haddad/);
      assert.equal(await world.isMember('ann', marketing), false);
      await olga.sees('Omar Haddad denied Ann Archer');
    });

    it('F21: a denial without a reason is asked for one, and nothing is decided', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      const form = await olga.clicks('Deny', { justification: '  ' });
      assert.match(form.text(), /reason/i);
      assert.equal((await ann.says('my requests')).text().includes('Waiting'), true);
    });

    it('F17: two owners click at once; the second reads who was faster', async () => {
      const { ann, olga, omar } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      await omar.sees('wants to join');
      const [first, second] = await Promise.all([
        olga.clicks('Approve'),
        omar.clicks('Deny', { justification: 'Not this quarter' }),
      ]);
      const headings = [first.heading(), second.heading()].join('\n');
      assert.match(headings, /You (approved|denied)/);
      assert.match(headings, /was faster/);
      await world.settles();
      assert.equal(ann.messages().filter((message) => message.edits === 0).length, 1, 'one result');
    });

    it('F18: the same click again, late and twice, answers the same and does nothing again', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      const [message] = olga.messages();
      assert.ok(message?.card);
      const first = await olga.clicksOn(message, message.card, 'Approve');
      await world.settles();
      const calls = world.teams.calls.length;
      const again = await olga.clicksOn(message, message.card, 'Approve');
      assert.equal(again.statusCode, first.statusCode);
      assert.match(JSON.stringify(again.value), /You approved/);
      await world.settles();
      assert.equal(world.teams.calls.length, calls, 'nobody is told twice');
    });

    it('F25 F52: Olga approves for a shorter time, counted from her click', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign for 90 days');
      await olga.sees('wants to join');
      await world.passes(2 * dayMs);
      const result = await olga.clicks('Approve for this time', { duration: '7' });
      assert.match(result.text(), /You approved/);
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
      await world.passes(6.9 * dayMs);
      assert.equal(await world.isMember('ann', marketing), true);
      await world.passes(0.2 * dayMs);
      assert.equal(await world.isMember('ann', marketing), false, 'F49: over after seven days');
      await ann.sees('Your time in Marketing is over').catch(async () => ann.sees('Marketing'));
    });

    it('F24: Olga cannot decide her own request', async () => {
      const { olga, omar } = await open();
      const sales = await world.addGroup({ name: 'Sales', owners: ['omar'], justification: 'off' });
      const asked = await olga.says('join Sales');
      const id = /REQ-\w{8}/.exec(asked.text())?.[0] ?? '';
      assert.match((await olga.says(`approve ${id}`)).text(), /your own/i);
      await omar.sees('Olga Berg wants to join Sales');
      assert.equal(await world.isMember('olga', sales), false);
    });

    it('F16: rights are looked up at the click; who is no owner any more cannot decide', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      await world.changeGroup(marketing, { ownerIds: [world.people.omar.id] });
      const refused = await olga.clicks('Approve');
      assert.doesNotMatch(refused.text(), /You approved/);
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('F16: a forged card decides nothing', async () => {
      const { ann, ben } = await open();
      const asked = await ann.says('join Marketing because I run the spring campaign');
      const requestId = /REQ-\w{8}/.exec(asked.text())?.[0];
      for (const forger of [ben, ann]) {
        const answer = await forger.invokes({
          action: {
            type: 'Action.Execute',
            verb: 'approveRequest',
            data: { action: 'approveRequest', requestId, ownerIds: [forger.id], approved: true },
          },
          trigger: 'manual',
        });
        assert.equal(answer.statusCode, 200);
        assert.doesNotMatch(JSON.stringify(answer.value), /You approved/);
      }
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('F38: the rule of the moment counts', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      await world.changeGroup(marketing, { joinRule: 'ownersOnly' });
      assert.doesNotMatch((await olga.clicks('Approve')).text(), /You approved/);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('F48: nobody decides; after 14 days the request expires, everybody sees it, and Ann asks again with her words kept', async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      await world.passes(14 * dayMs + 1000);
      await olga.sees("Ann Archer's request for Marketing has expired");
      assert.match((await ann.sees('Nobody decided about Marketing in time')).text(), /Nobody said no/);
      await ann.clicks('Ask again');
      await world.settles();
      assert.match((await olga.sees('Ann Archer wants to join Marketing')).text(), /I run the spring campaign/);
    });

    it("F13: Ann withdraws; the owners' cards say so and a late click is told", async () => {
      const { ann, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await olga.sees('wants to join');
      const [message] = olga.messages();
      assert.ok(message?.card);
      assert.match((await ann.says('withdraw')).text(), /withdrawn/i);
      await world.settles();
      await olga.sees('no longer wants to join Marketing');
      const late = await olga.clicksOn(message, message.card, 'Approve');
      assert.match(JSON.stringify(late.value), /withdr/i);
      assert.equal(await world.isMember('ann', marketing), false);
    });

    it('F86: everything on the card can be typed', async () => {
      const { ann, olga, omar } = await open();
      const asked = await ann.says('join Marketing because I run the spring campaign');
      const id = /REQ-\w{8}/.exec(asked.text())?.[0] ?? '';
      await olga.sees(`approve ${id}`);
      assert.match((await omar.says('inbox')).text(), /Ann Archer/);
      assert.match((await omar.says(`approve ${id.toLowerCase()} for 7 days`)).heading(), /You approved/);
      assert.match((await olga.says(`deny ${id} because I was too slow`)).text(), /Omar Haddad was faster/);
    });

    it('F80: an owner without a chat is asked as soon as they have one', async () => {
      const { ann, omar } = await open({ without: ['omar'] });
      world.teams.script = (call) =>
        call.path === '/v3/conversations'
          ? { status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'not installed' } } }
          : undefined;
      await ann.says('join Marketing because I run the spring campaign');
      await world.settles();
      assert.equal(omar.messages().length, 0);
      const welcome = await omar.installs();
      assert.match(welcome.text(), /Omar/);
      await omar.sees('Ann Archer wants to join Marketing');
      assert.match((await omar.clicks('Approve')).heading(), /You approved/);
    });

    it('F84: the inbox can be acted on in place', async () => {
      const { ann, ben, olga } = await open();
      await ann.says('join Marketing because I run the spring campaign');
      await ben.says('join Marketing because I watch the leads');
      const inbox = await olga.says('inbox');
      assert.match(inbox.text(), /Ann Archer[\s\S]*Ben Okafor/, 'the oldest first');
      const left = await olga.clicks('Approve', {}, 'Waiting for your decision');
      assert.match(
        left.text(),
        /You approved Ann Archer for Marketing\.[\s\S]*Ben Okafor wants to join Marketing/,
        'the rest stays in place',
      );
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
      assert.equal(await world.isMember('ben', marketing), false);
    });
  });
}
