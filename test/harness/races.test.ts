import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { dropDatabase, mongoTestUri } from '../support/stores.js';
import { embeddedGround, mongoGround } from './grounds.js';
import { raceKinds } from './races.js';
import { runRaces } from './runRaces.js';

/** Each kind of race so often; `npm run torture` runs a thousand. */
const rounds = 2;

describe('races (F16–F18, F12, F43): many people at once, and what is left is right', function () {
  this.timeout(120_000);
  const races = rounds * Object.keys(raceKinds).length;

  it('in one process on the embedded store', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'group-concierge-'));
    try {
      const { wrong, moves } = await runRaces(embeddedGround(path.join(folder, 'races.db')), races, 7);
      assert.deepEqual(wrong, []);
      assert.ok(moves > 3 * races, String(moves));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  if (mongoTestUri !== undefined) {
    it('over three processes on MongoDB', async () => {
      const ground = mongoGround(mongoTestUri as string);
      try {
        assert.deepEqual((await runRaces(ground, races, 11)).wrong, []);
      } finally {
        await dropDatabase(mongoTestUri as string, ground.database);
      }
    });
  }
});
