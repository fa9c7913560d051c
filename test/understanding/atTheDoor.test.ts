import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doorDialogues, haveAtTheDoor, isMeant } from './atTheDoor.js';
import { sqliteUnderTest, storesUnderTest } from '../support/stores.js';

// Every question that the bot asks, answered in two to five turns as people answer, through the real door: what the
// records say in the end is what was wished, to the line, so that no wrong change passes.
for (const kind of storesUnderTest()) {
  describe(`dialogues at the door, told on ${kind.name}`, () => {
    for (const dialogue of doorDialogues('atTheDoor.txt'))
      it(dialogue.says.map(({ by, text }) => `${by}: ${text}`).join(' | '), async () => {
        const { changes, read } = await haveAtTheDoor(kind, dialogue);
        assert.deepEqual(changes, dialogue.changes, read.join('\n---\n'));
      });
  });
}

/** So many of those that were written after the work came to their end when they were first had. */
const freshReached = 35;

describe('dialogues at the door that were written after the work', () => {
  it('come to the end that was meant, and change nothing else', async function () {
    this.timeout(60_000);
    const dialogues = doorDialogues('freshAtTheDoor.txt');
    let ended = 0;
    const wrong: string[] = [];
    for (const dialogue of dialogues) {
      const { changes } = await haveAtTheDoor(sqliteUnderTest, dialogue);
      const meant = dialogue.changes;
      const unmeant = changes.filter((change) => !meant.some((one) => isMeant(change, one)));
      if (unmeant.length === 0 && changes.length === meant.length) ended += 1;
      wrong.push(...unmeant);
    }
    process.stdout.write(`\nfresh dialogues at the door: ${ended} of ${dialogues.length}\n`);
    assert.deepEqual(wrong, [], 'no wrong change');
    assert.ok(ended >= freshReached, `${ended} of ${dialogues.length}`);
  });
});
