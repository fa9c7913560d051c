import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

const day = 86_400_000;

for (const kind of storesUnderTest()) {
  describe(`personal data, told on ${kind.name}`, () => {
    let world: World;

    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      await world.addGroup({ name: 'Book Club', owners: ['olga'], joinRule: 'open', justification: 'optional' });
      return world.people;
    }

    afterEach(() => world.close());

    /** Everything that lies in the store about the organisation, as text. */
    async function everything(): Promise<string> {
      const store = world.store.forTenant(world.tenantId);
      const records = await Promise.all([
        ...(['tenants', 'people', 'groups', 'resources', 'memberships', 'requests'] as const).map((collection) =>
          store.read(collection).find({ where: {} }),
        ),
        store.readAudit(1, 1000),
        store.names.page({ of: ['people'], hidden: 'all' }, { words: '', skip: 0, limit: 100 }),
      ]);
      return JSON.stringify(records);
    }

    async function annIsKnown(): Promise<void> {
      const { ann, olga } = world.people;
      await ann.says('join Marketing because I nurse my sick aunt');
      await ann.says('join Book Club because I love Proust');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Deny', { justification: 'Ann is too often away' });
      await world.settles();
    }

    it('F69: forgets somebody: preview first, then name, address, reasons and conversation are gone, and the history verifies', async () => {
      const { ann, ada, olga } = await open();
      await annIsKnown();
      const before = await everything();
      for (const trace of ['Ann Archer', 'sick aunt', 'Proust', 'too often away', ann.conversationId])
        assert.ok(before.includes(trace), trace);
      const preview = await ada.says('forget Ann Archer');
      assert.match(preview.text(), /Forget Ann Archer\?[\s\S]*What goes at once[\s\S]*What stays[\s\S]*One membership/);
      assert.ok((await everything()).includes('Ann Archer'), 'the preview changes nothing');
      assert.match((await ada.clicks('Forget this person')).text(), /Ann Archer is forgotten/);
      await world.settles();
      await ada.sees('Everything that was to be forgotten is gone');
      const after = await everything();
      for (const trace of ['Ann Archer', 'ann archer', 'sick aunt', 'Proust', 'too often away', ann.conversationId])
        assert.ok(!after.includes(trace), trace);
      assert.match((await ada.says('audit verify')).text(), /The history is whole[\s\S]*3 reasons were erased/);
      assert.match((await olga.says('history Marketing')).text(), /denied Somebody who was forgotten/);
      assert.match((await olga.says('members Book Club')).text(), /Somebody who was forgotten/);
      assert.match((await ada.says('forget Ann Archer')).text(), /nobody called|don't know|could not find|no one/i);
    });

    it('F69: does not write to somebody who was forgotten, and so learns nothing of them again', async () => {
      const { ann, ada, olga } = await open();
      await annIsKnown();
      await ada.says('yes, forget Ann Archer');
      await world.settles();
      const heard = ann.messages().length;
      await olga.says('delete Book Club');
      await olga.clicks('Delete the group');
      await world.settles();
      assert.equal(ann.messages().length, heard);
      const known = await world.store.forTenant(world.tenantId).read('people').get(ann.id);
      assert.equal(known?.address, undefined);
    });

    it('F69: whoever was forgotten and writes again is met anew', async () => {
      const { ann, ada } = await open();
      await annIsKnown();
      await ada.says('yes, forget Ann Archer');
      await world.settles();
      assert.match((await ann.says('my groups')).text(), /Book Club/);
      const known = await world.store.forTenant(world.tenantId).read('people').get(ann.id);
      assert.equal(known?.name, 'Ann Archer');
      assert.equal(known?.forgottenAt, undefined);
    });

    it('F69: a request that waits is no matter: it is decided about somebody without a name', async () => {
      const { ann, ada, olga } = await open();
      await ann.says('join Marketing because I nurse my sick aunt');
      await olga.sees('Ann Archer wants to join');
      assert.match((await ada.says('forget Ann Archer')).text(), /Forget Ann Archer\?[\s\S]*1 request of theirs/);
      await ada.clicks('Forget this person');
      await world.settles();
      assert.ok(!(await everything()).includes('sick aunt'));
      assert.match((await olga.says('inbox')).text(), /Somebody who was forgotten/);
    });

    it('F69: nobody is forgotten who still acts for others, and by nobody but administrators', async () => {
      const { ann, ada, olga } = await open();
      assert.match((await ann.says('forget Ben Okafor')).text(), /Only administrators/);
      assert.match((await ada.says('forget Olga Berg')).text(), /still owns groups[\s\S]*Marketing/);
      assert.match((await ada.says('forget Ada Moreau')).text(), /is an administrator/);
      assert.equal((await world.store.forTenant(world.tenantId).read('people').get(olga.id))?.name, 'Olga Berg');
    });

    it('F69: erases reasons that are older than they are kept, every day, and the history verifies', async () => {
      const { ann, ada, ben } = await open();
      await annIsKnown();
      await world.passes(40 * day);
      await ben.says('join Book Club because of the biscuits');
      await world.settles();
      const card = await ada.says('set keep reasons 30');
      assert.match(card.text(), /How long reasons are kept: 30 days\?[\s\S]*erased now/);
      await ada.clicks('Change it');
      await world.settles();
      let left = await everything();
      for (const gone of ['sick aunt', 'Proust', 'too often away']) assert.ok(!left.includes(gone), gone);
      assert.ok(left.includes('biscuits'));
      assert.ok(left.includes('Ann Archer'), 'names stay');
      await world.passes(15 * day);
      assert.ok((await everything()).includes('biscuits'));
      await world.passes(16 * day);
      left = await everything();
      assert.ok(!left.includes('biscuits'));
      assert.match((await ada.says('audit verify')).text(), /The history is whole[\s\S]*4 reasons were erased/);
      assert.match((await ann.says('my requests')).text(), /Marketing/);
    });
  });
}
