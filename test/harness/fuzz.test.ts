import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { embeddedGround } from './grounds.js';
import { runFuzz } from './runFuzz.js';

/** So many requests here; `npm run torture -- --fuzz` sends a hundred thousand. */
const requests = 400;

describe('hostile requests: spoilt activities, cut bodies, strange headers, paths and methods', function () {
  this.timeout(120_000);

  it('end neither the process nor a turn in an accident, and read nothing of the inside', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'group-concierge-'));
    try {
      const { wrong, statuses } = await runFuzz(embeddedGround(path.join(folder, 'fuzz.db')), requests, 3);
      assert.deepEqual(wrong, []);
      assert.ok(
        [200, 400, 403, 415].every((status) => (statuses[status] ?? 0) > 0),
        JSON.stringify(statuses),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
