import assert from 'node:assert/strict';
import v8 from 'node:v8';
import { afterEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { storesUnderTest } from '../support/stores.js';
import { DirectoryWorld } from '../journeys/directory/directoryWorld.js';

// That reading a directory keeps the process small shows `npm run bench:directory`; here, that it does so while it reads
// and not for good.
describe('the heap of a process that reads a directory', () => {
  let there: DirectoryWorld;

  afterEach(async () => {
    sinon.restore();
    await there.close();
  });

  it('grows little after many pages, and as usual after the round, also where the directory breaks off', async () => {
    const [kind] = storesUnderTest();
    there = await DirectoryWorld.open(kind ?? assert.fail());
    const set = sinon.spy(v8, 'setFlagsFromString');
    const growth = () => set.args.flatMap(([flag]) => /growing-percent=(\d+)/.exec(flag)?.[1] ?? []).join(' ');
    const reads = async (): Promise<string> => {
      set.resetHistory();
      await there.world.reads();
      return growth();
    };
    assert.equal(await reads(), '0', 'an organisation of a few people');
    for (let more = 0; more < 30; more += 1) there.addPerson(`Newcomer ${more}`);
    there.graph.delta.pageSize = 1;
    there.graph.forgetLinks();
    there.graph.weather({ path: 'groups/delta', status: 503 });
    assert.equal(await reads(), '30 0', 'many pages of people, and then no groups');
    assert.equal(await reads(), '0', 'nothing new');
    assert.equal(typeof Reflect.get(globalThis, 'gc'), 'undefined');
  });
});
