import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { dropDatabase, mongoTestUri } from '../support/stores.js';
import { embeddedGround, mongoGround } from './grounds.js';
import { runKills } from './runKills.js';

/** So many kills here; `npm run torture -- --kills` takes hundreds. */
const kills = 3;

describe('kills (F89): processes die at any moment, and what people were told is so', function () {
  this.timeout(180_000);

  it('of one process on the embedded store', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'group-concierge-'));
    try {
      const { wrong, actions } = await runKills(embeddedGround(path.join(folder, 'kills.db')), kills, 5);
      assert.deepEqual(wrong, []);
      assert.ok(actions >= 3 * kills, String(actions));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  if (mongoTestUri !== undefined) {
    it('of one to three of three processes on MongoDB', async () => {
      const ground = mongoGround(mongoTestUri as string);
      try {
        assert.deepEqual((await runKills(ground, kills, 13)).wrong, []);
      } finally {
        await dropDatabase(mongoTestUri as string, ground.database);
      }
    });
  }
});
