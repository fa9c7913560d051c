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

  it('grows little while it reads, and as usual afterwards, also where the directory does not answer', async () => {
    const [kind] = storesUnderTest();
    there = await DirectoryWorld.open(kind ?? assert.fail());
    const flags = sinon.spy(v8, 'setFlagsFromString');
    await there.world.reads();
    const [small, usual] = ['--heap-growing-percent=30', '--heap-growing-percent=0'];
    assert.deepEqual(flags.args.flat(), [small, usual]);
    there.graph.weather({ status: 503, times: 100 });
    await there.world.reads();
    assert.deepEqual(flags.args.flat(), [small, usual, small, usual]);
  });
});
