import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { DirectoryWorld } from './directoryWorld.js';

// The same wishes about Microsoft Entra in everyday words (F63, F73).
for (const kind of storesUnderTest()) {
  describe(`everyday words about the directory, told on ${kind.name}`, () => {
    let there: DirectoryWorld;

    afterEach(() => there.close());

    const open = async (): Promise<DirectoryWorld['people']> => (there = await DirectoryWorld.open(kind)).people;

    it('F63: a group that was only read in is brought under self-service, after a dry run', async () => {
      const { ada, ann } = await open();
      const id = there.add('Photo Walks', { owners: ['olga'] });
      await there.world.reads();
      assert.doesNotMatch((await ann.says('please bring Photo Walks under self-service')).text(), /Enrol/);
      await ada.says('please bring Photo Walks under self-service');
      assert.notEqual((await there.group(id)).knownAs, undefined);
      await ada.clicks('Enrol it');
      assert.equal((await there.group(id)).knownAs, undefined);
    });

    it('F73: what changed is asked for and settled as people say it', async () => {
      const { olga, ben } = await open();
      const id = await there.enrolled('Marketing', { owners: ['olga'], members: ['ben'] });
      there.graph.state.cut('members', id, ben.id);
      await there.world.reads();
      assert.match(
        (await olga.says('what changed in Entra about Marketing?')).text(),
        /Ben Okafor[\s\S]*Taken out there/,
      );
      await olga.says('should we undo the drift in Marketing?');
      await olga.says('somebody undid the drift in Marketing');
      assert.equal(await there.status(id, ben.id), 'missing');
      await olga.says('please revert the changes by others in Marketing');
      await there.world.settles();
      assert.ok(there.isIn(id, ben.id));
      await olga.says('always undo the drift in Marketing');
      assert.equal((await there.group(id)).driftPolicy, 'undo');
    });

    it('F73: a drift without a group asks which one', async () => {
      const { olga } = await open();
      await there.enrolled('Marketing', { owners: ['olga'] });
      assert.match((await olga.says('show drift')).text(), /Which group\?/);
      assert.match((await olga.says('Marketing')).text(), /Changes of Marketing by others/);
    });

    it('is shown to administrators how it stands, in their words', async () => {
      const { ada, ann } = await open();
      await there.world.reads();
      for (const text of [
        'are you connected to Entra?',
        "what's the state of the directory?",
        'are you only observing?',
      ])
        assert.match((await ada.says(text)).text(), /Microsoft Entra/, text);
      assert.match((await ann.says('are you connected to Entra?')).text(), /Only administrators/);
    });
  });
}
