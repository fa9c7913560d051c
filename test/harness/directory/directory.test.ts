import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mongoTestUri } from '../../support/stores.js';
import { runDirectory } from './runDirectory.js';
import { launchFor, runBeside } from './someRuns.js';

/**
 * So many runs, half of them on another core: a hundred where the suite runs whole, beside MongoDB, and fewer where it
 * is to be quick. `npm run torture -- --directory` takes thousands.
 */
const runs = mongoTestUri === undefined ? 20 : 100;

describe('records and directory (F71, F73, F94): other hands, bad weather and a crash, and both sides are equal', function () {
  this.timeout(300_000);

  it(`in ${runs} runs, or each difference is reported with its cause`, async () => {
    const half = runs / 2;
    const reports = await Promise.all([
      runBeside({ runs: half, seed: 1 }),
      runDirectory(runs - half, 1 + half, undefined, launchFor),
    ]);
    const wrong = reports.flatMap((report) => report.wrong).map((run) => [run.seed, ...run.wrong]);
    const sum = (of: 'crashes' | 'hands' | 'reported') => reports.reduce((all, report) => all + report[of], 0);
    assert.deepEqual(wrong, []);
    assert.ok(
      sum('crashes') >= runs * 0.9 && sum('hands') === 50 * runs && sum('reported') > 0,
      JSON.stringify(reports),
    );
  });
});
