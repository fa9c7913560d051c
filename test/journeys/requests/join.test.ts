import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

for (const kind of storesUnderTest()) {
  describe(`joining (${kind.name})`, () => {
    let world: World;
    let ids: Record<'marketing' | 'bookClub' | 'design', string>;

    beforeEach(async () => {
      world = await World.open(kind);
      ids = {
        marketing: await world.addGroup({ name: 'Marketing', owners: ['olga', 'omar'], justification: 'required' }),
        bookClub: await world.addGroup({
          name: 'Book Club',
          owners: ['ben'],
          joinRule: 'open',
          groupType: 'm365',
          justification: 'off',
        }),
        design: await world.addGroup({
          name: 'Design Guild 🎨',
          owners: ['ben'],
          joinRule: 'open',
          justification: 'off',
        }),
      };
      await world.addGroup({ name: 'Data for Good', owners: ['ben'], joinRule: 'open', justification: 'off' });
      await world.addGroup({ name: 'Finance Reviewers', owners: ['olga'], joinRule: 'ownersOnly' });
      await world.addGroup({ name: 'Sales EMEA News', owners: ['olga'], unsupportedKind: 'distributionList' });
      await world.addGroup({ name: 'Sales EMEA', owners: ['omar'], justification: 'optional' });
      await world.addResource({ name: 'Salesforce', groupIds: [ids.marketing] });
    });
    afterEach(() => world.close());

    for (const text of [
      'join Book Club',
      'JOIN BOOK CLUB',
      'please add me to the Book Club group',
      'can I get into Book Club please?',
      'join\u00a0Book&nbsp;Club',
      'join “Book Club”',
      'Hi! Could you add me to book club, thanks',
      '<p>join Book Club</p>',
    ]) {
      it(`S5 F2 F6: "${text}" lets Ann in at once`, async () => {
        assert.match((await world.people.ann.says(text)).text(), /You're in Book Club/);
        await world.settles();
        assert.equal(await world.isMember('ann', ids.bookClub), true);
      });
    }

    it('F2: names with words that could be a reason, and with emoji', async () => {
      const { ann } = world.people;
      assert.match((await ann.says('join Data for Good')).text(), /You're in Data for Good/);
      assert.match((await ann.says('join Design Guild 🎨')).text(), /You're in Design Guild 🎨/);
    });

    it('F2 F8: reason and duration in any order', async () => {
      const { ann } = world.people;
      const card = await ann.says('for 30 days please add me to the marketing team because I run the spring campaign');
      assert.match(card.text(), /I run the spring campaign/);
      assert.match(card.text(), /30 days/);
      assert.match(card.text(), /I asked Olga Berg and Omar Haddad/);
    });

    it('F8: a missing reason is asked for on a form, which then sends the request', async () => {
      const { ann, olga } = world.people;
      const form = await ann.says('join Marketing for 30 days');
      assert.ok(form.inputs().some((input) => input.id === 'justification' && input.required));
      const sent = await ann.clicks('Ask to join', { justification: 'I run the spring campaign' });
      assert.match(sent.text(), /I asked Olga Berg and Omar Haddad/);
      const card = await olga.sees('wants to join Marketing');
      assert.match(card.facts()['How long'] ?? '', /30 days/, 'what was typed before is kept');
      await olga.clicks('Approve');
      await world.settles();
      assert.equal(
        ann.count("I've asked for you"),
        0,
        'the card that took the place of the form is brought up to date, too',
      );
    });

    it('F83: a misspelt name is never guessed; a card shows what could be meant', async () => {
      const { ann } = world.people;
      const form = await ann.says('join Bok Club');
      assert.match(form.text(), /Book Club/);
      assert.equal(await world.isMember('ann', ids.bookClub), false);
      assert.match(
        (await ann.clicks(form.buttons().find((title) => /join/i.test(title)) ?? '')).text(),
        /You're in Book Club/,
      );
    });

    it('F83: "join Sales" meets two names and shows both', async () => {
      const form = await world.people.ann.says('join Sales because I need the numbers');
      assert.match(form.text(), /Sales EMEA/);
      assert.equal((await world.people.ann.says('my requests')).text().includes('Sales'), false);
    });

    it('F2: "I need access to Salesforce" offers the groups that unlock it', async () => {
      const form = await world.people.ann.says('I need access to Salesforce');
      assert.match(form.text(), /Marketing/);
    });

    it('F12: a second join shows the waiting request, and there is still one', async () => {
      const { ann, olga } = world.people;
      const id = /REQ-\w{8}/.exec((await ann.says('join Marketing because I run the spring campaign')).text())?.[0];
      const second = await ann.says('join Marketing because I really do');
      assert.match(second.text(), /already asked/);
      assert.equal(/REQ-\w{8}/.exec(second.text())?.[0], id);
      await world.settles();
      assert.equal(olga.count('wants to join Marketing'), 1);
    });

    it('says so to who is in already', async () => {
      await world.addMember('ann', ids.bookClub);
      assert.match((await world.people.ann.says('join Book Club')).text(), /already/i);
    });

    it('S18 S28 F5: owners only: why, who could change it, and what to do', async () => {
      const text = (await world.people.ann.says('join Finance Reviewers')).text();
      assert.match(text, /Only its owners/i);
      assert.match(text, /Olga Berg/);
    });

    it('S10 F39: a distribution list is refused as one', async () => {
      assert.match((await world.people.ann.says('join Sales EMEA News')).text(), /distribution list/);
    });

    it('S51 S53 S84: settings and licence stop a join, each with its own words', async () => {
      const { ann } = world.people;
      const answers = new Set<string>();
      for (const change of [
        { ownersManageRequests: false },
        { ownersManageRequests: true, restrictGroupAccess: true },
        { restrictGroupAccess: false, licence: 'none' as const },
      ]) {
        await world.changeTenant(change);
        const text = (await ann.says('join Book Club')).text();
        assert.match(text, /Ada Moreau/, 'names who could change it');
        answers.add(text);
      }
      assert.equal(answers.size, 3);
      assert.equal(await world.isMember('ann', ids.bookClub), false);
    });

    const harmless = [
      "don't add me to Book Club",
      'what happens if I leave Book Club?',
      'what happens if I join Book Club?',
      'I approve of this plan',
      'Olga asked me to join Book Club',
      'Ben joined Book Club yesterday',
      'join Book Club if Olga agrees',
      'should I join Book Club?',
      'I might join Book Club some day',
      'he said "join Book Club"',
      'who owns Book Club?',
      'never join Book Club',
      'Book Club',
    ];
    for (const text of harmless) {
      it(`F83: "${text}" changes nothing`, async () => {
        await world.people.ann.says(text);
        await world.settles();
        assert.equal(await world.isMember('ann', ids.bookClub), false);
        assert.equal(world.people.ben.messages().length, 0);
      });
    }

    it('F83: "I don\'t want to be in Book Club any more" asks back, and the click leaves', async () => {
      const { ann } = world.people;
      await world.addMember('ann', ids.bookClub);
      const card = await ann.says("I don't want to be in Book Club any more");
      assert.match(card.text(), /Leave Book Club\?|leave/i);
      assert.equal(await world.isMember('ann', ids.bookClub), true);
      await ann.clicks(card.buttons().find((title) => /leave/i.test(title)) ?? '');
      await world.settles();
      assert.equal(await world.isMember('ann', ids.bookClub), false);
    });

    it('what was not understood gets things to try', async () => {
      const card = await world.people.ann.says('flurble the wombat');
      assert.ok(card.buttons().length + (card.text().match(/"|“/g)?.length ?? 0) >= 2, card.text());
    });

    it('F87: in a channel nothing personal is said; the answer comes in the personal chat', async () => {
      const { ann } = world.people;
      const inChannel = await ann.saysInChannel('join Book Club');
      assert.doesNotMatch(inChannel, /Book Club|You're in/);
      assert.match(inChannel, /personal chat/);
      await ann.sees("You're in Book Club");
      assert.match(await ann.saysInChannel('help'), /join/i);
    });

    it('F87: in a channel, without a personal chat: how to open one, and nothing else', async () => {
      await world.close();
      world = await World.open(kind, { without: ['ann'] });
      await world.addGroup({ name: 'Book Club', owners: ['ben'], joinRule: 'open' });
      assert.match(await world.people.ann.saysInChannel('my groups'), /personal chat/);
    });

    for (const text of ['Ben Okafor needs Salesforce', 'request Salesforce for Ben Okafor'])
      it(`F11: “${text}” is about him: its groups are shown, and what is picked is put to him`, async () => {
        const { ann, ben } = world.people;
        assert.match((await ann.says(text)).text(), /Who: Ben Okafor\nGroup: Marketing/);
        assert.match((await ann.clicks('Go ahead')).text(), /I'm asking Ben Okafor/);
        await ben.sees('Ann Archer would like you to be in Marketing');
        assert.deepEqual(await world.requests(), []);
      });

    it('F11: of several groups that open it one is picked', async () => {
      const { ann, ben } = world.people;
      await world.addResource({ name: 'Figma', groupIds: [ids.bookClub, ids.design] });
      assert.match((await ann.says('get Ben Okafor Figma')).text(), /These open Figma[\s\S]*Book Club/);
      await ann.clicks('Pick');
      await ben.sees('Ann Archer would like you to be in');
    });

    it('F11: that a group opens it is no reason for its owner to be let in unseen', async () => {
      const { olga } = world.people;
      await olga.says('give Ben Okafor access to Salesforce until 31 January');
      assert.equal(await world.isMember('ben', ids.marketing), false);
      await olga.says('Marketing');
      assert.equal(await world.isMember('ben', ids.marketing), true);
    });

    it('who runs a group names it, where it is the only one', async () => {
      const { ann, ben, omar } = world.people;
      await ann.says('add me to the group Omar Haddad runs');
      assert.deepEqual(await world.requests(), []);
      await world.changeGroup(ids.marketing, { ownerIds: [world.people.olga.id] });
      await ann.says("can I get into Omar Haddad's group?");
      assert.deepEqual(
        (await world.requests()).map(({ requesterId }) => requesterId),
        [ann.id],
      );
      assert.match((await omar.says('who is in my group?')).text(), /Sales EMEA/);
      assert.doesNotMatch((await ben.says('who is in my group?')).text(), /Sales EMEA/);
    });
  });
}
