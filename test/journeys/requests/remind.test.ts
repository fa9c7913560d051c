import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const hour = 3_600_000;
const asksAgain = 'Ann Archer asks again about Marketing';

for (const kind of storesUnderTest()) {
  describe(`reminding those who were asked (${kind.name})`, () => {
    let world: World;
    let marketing: string;

    async function open(given: Parameters<typeof World.open>[1] = {}): Promise<World['people']> {
      world = await World.open(kind, given);
      marketing = await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'off' });
      await world.people.ann.says('join Marketing');
      await world.people.olga.sees('Ann Archer wants to join Marketing');
      await world.people.omar.sees('Ann Archer wants to join Marketing');
      return world.people;
    }

    afterEach(() => world.close());

    it('F77: everybody who was asked gets one short message, not in the first hour and once in 24, and the history keeps it', async () => {
      const { ann, olga, omar } = await open();
      const early = await ann.says('remind the owners about my Marketing request');
      assert.match(early.text(), /too early[\s\S]*an hour before a reminder[\s\S]*from .* on/i);
      assert.ok(!(await ann.says('my requests')).buttons().includes('Remind them'));

      await world.passes(hour);
      assert.ok((await ann.says('my requests')).buttons().includes('Remind them'));
      const [request] = await world.requests();
      assert.ok((await ann.says(`request ${request?.id}`)).buttons().includes('Remind them'));
      const done = await ann.clicks('Remind them');
      assert.match(done.heading(), /reminding Olga Berg and Omar Haddad about Marketing/);
      const told = await olga.sees(asksAgain);
      assert.deepEqual(told.buttons(), ['See the request', 'Inbox']);
      await omar.sees(asksAgain);
      await world.settles();
      assert.deepEqual([olga.count(asksAgain), omar.count(asksAgain)], [1, 1]);

      await world.passes(23 * hour);
      assert.match((await ann.says(`remind ${request?.id}`)).text(), /You reminded them on[\s\S]*once in 24 hours/);
      assert.equal(olga.count(asksAgain), 1);
      await world.passes(hour);
      await ann.says('nudge Olga');
      await world.settles();
      assert.deepEqual([olga.count(asksAgain), omar.count(asksAgain)], [2, 2]);
      assert.match((await ann.says(`history ${request?.id}`)).text(), /Ann Archer asked again about Marketing/);

      // The message leads to the card, and the card decides.
      await olga.clicks('See the request');
      await olga.clicks('Approve');
      await world.settles();
      assert.equal(await world.isMember('ann', marketing), true);
    });

    it('F77: who is none of those who can decide any more is left in peace', async () => {
      const { ann, olga, omar } = await open();
      await world.passes(2 * hour);
      await olga.says('yes, make Omar Haddad member of Marketing');
      await world.settles();
      assert.match((await ann.says('please remind her')).heading(), /reminding Olga Berg about Marketing/);
      await olga.sees(asksAgain);
      await world.settles();
      assert.equal(omar.count(asksAgain), 0);
    });

    it('F77: a request that is decided says who decided, and nothing of hers waits', async () => {
      const { ann, olga, ben } = await open();
      await world.passes(2 * hour);
      await olga.says('deny Ann Archer because the team is full');
      await world.settles();
      const [request] = await world.requests();
      for (const text of [`remind ${request?.id}`, 'remind the owners about my Marketing request'])
        assert.match((await ann.says(text)).text(), /Olga Berg decided/, text);
      assert.match((await ann.says('nudge')).text(), /no request that is still waiting/);
      assert.match(
        (await ben.says(`remind ${request?.id}`)).heading(),
        /can’t find that request|can't find that request/,
      );
      await world.settles();
      assert.equal(olga.count(asksAgain), 0);
    });

    it('F77: of several requests that wait she says which', async () => {
      const { ann, olga } = await open();
      await world.addGroup({ name: 'Sales', owners: ['olga'], justification: 'off' });
      await ann.says('join Sales');
      await olga.sees('Ann Archer wants to join Sales');
      await world.passes(2 * hour);
      const pick = await ann.says('remind them');
      assert.match(pick.heading(), /Which request/);
      assert.equal(olga.count('asks again'), 0);
      assert.match((await ann.says('Sales')).heading(), /reminding Olga Berg about Sales/);
      await olga.sees('Ann Archer asks again about Sales');
      await world.settles();
      assert.equal(olga.count('asks again'), 1);
    });

    it('F77: somebody who was not asked is not reminded, and nobody in their place', async () => {
      const { ann, olga, omar, ben } = await open();
      await world.passes(2 * hour);
      for (const text of ['nudge Ben', 'remind Ben Okafor about my Marketing request'])
        assert.match((await ann.says(text)).heading(), /I haven['’]t asked Ben Okafor/, text);
      await world.settles();
      assert.deepEqual(
        [olga, omar, ben].map((one) => one.count('asks again')),
        [0, 0, 0],
      );
    });

    it('F77: who blocked the bot is not reminded later of what is decided, and Ann reads that they were not reached', async () => {
      const { ann, olga } = await open();
      await world.passes(2 * hour);
      const isHers = (text: string): boolean => text === olga.conversationId || text.includes(olga.id);
      const gone = { status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'blocked' } } };
      world.teams.script = ({ conversationId, body }) =>
        isHers(conversationId ?? '') || isHers(JSON.stringify(body['members'] ?? '')) ? gone : undefined;
      await ann.says('remind them');
      await world.settles();
      const [request] = await world.requests();
      assert.match((await ann.says(`request ${request?.id}`)).text(), /Not reached yet: Olga Berg/);
      assert.equal(olga.count(asksAgain), 0);
    });

    it('F77: a reminder that is late reminds nobody of what is decided', async () => {
      const { ann, olga, omar } = await open();
      await world.passes(2 * hour);
      world.teams.script = ({ body }) =>
        JSON.stringify(body).includes('asks again') ? { status: 503, body: {} } : undefined;
      await ann.says('remind them');
      await world.settles();
      await omar.says('approve Ann Archer');
      world.teams.script = () => undefined;
      await world.passes(hour);
      assert.equal(await world.isMember('ann', marketing), true);
      assert.deepEqual([olga.count(asksAgain), omar.count(asksAgain)], [0, 0]);
    });

    it('F77: of two clicks at once, on any instance, one reminds', async () => {
      const { ann, olga } = await open();
      await world.passes(2 * hour);
      const [request] = await world.requests();
      await Promise.all([ann.says(`remind ${request?.id}`), ann.says(`remind ${request?.id}`)]);
      await world.settles();
      assert.equal(olga.count(asksAgain), 1);
    });

    for (const text of [
      'did you remind her?',
      'did Olga get a reminder?',
      'remind me tomorrow to join Marketing',
      'remind me about my Marketing request',
      'remind me of my requests',
      'don’t remind Olga',
      'please do not nudge the owners',
      'no need to remind Olga',
      'should I remind Olga?',
      'I reminded Olga yesterday',
      'Olga reminded me of my Marketing request',
      'remind Olga if she has not answered by Friday',
      'remind Olga to bring the cake',
      'remind Olga tomorrow',
    ])
      it(`F77: “${text}” reminds nobody`, async () => {
        const { ann, olga, omar } = await open();
        await world.passes(2 * hour);
        await ann.says(text);
        await world.settles();
        assert.deepEqual([olga.count(asksAgain), omar.count(asksAgain)], [0, 0]);
      });

    for (const text of [
      'remind them',
      'please remind her',
      'nudge',
      'remind',
      'nudge Olga',
      'nudge Olga and Omar',
      'can you nudge the owners please?',
      'could you remind Olga Berg about Marketing?',
      'please chase Olga about my request',
      'remind the approvers',
      'remind the owners of Marketing',
      'send Olga a reminder',
      'give the owners a nudge',
      'ping the owners about my request for Marketing',
      'I would like you to remind Olga',
    ])
      it(`F77: “${text}” reminds those who were asked`, async () => {
        const { ann, olga, omar } = await open();
        await world.passes(2 * hour);
        assert.match((await ann.says(text)).heading(), /reminding Olga Berg and Omar Haddad about Marketing/);
        await world.settles();
        assert.deepEqual([olga.count(asksAgain), omar.count(asksAgain)], [1, 1]);
      });
  });
}
