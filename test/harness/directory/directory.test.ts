import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { launchOutside } from './vesselOutside.js';
import { runDirectory } from './runDirectory.js';
import { launchInside } from './vessel.js';

/** So many runs here; `npm run torture -- --directory` takes thousands. */
const runs = 100;

/** One of so many is killed as a process of its own. */
const outsideEvery = 50;

describe('records and directory (F71, F73, F94): other hands, bad weather and a crash, and both sides are equal', function () {
  this.timeout(300_000);

  it(`in ${runs} runs, or each difference is reported with its cause`, async () => {
    const launchFor = (at: number) => (at % outsideEvery === outsideEvery - 1 ? launchOutside : launchInside);
    const { wrong, crashes, hands, reported } = await runDirectory(runs, 1, undefined, launchFor);
    assert.deepEqual(
      wrong.map((run) => [run.seed, ...run.wrong]),
      [],
    );
    assert.ok(crashes >= runs * 0.9 && hands === 50 * runs && reported > 0, JSON.stringify({ crashes, reported }));
  });
});
