import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doorDialogues, haveAtTheDoor, isMeant, type DoorDialogue } from './atTheDoor.js';
import { sqliteUnderTest, storesUnderTest } from '../support/stores.js';

// Every question that the bot asks, answered in two to five turns as people answer, through the real door: what the
// records say in the end is what was wished, to the line, so that no wrong change passes.
/** The changes, each as it was meant where it is what was meant. */
function toMeant(changes: readonly string[], { changes: meant }: DoorDialogue): string[] {
  return changes.map((change) => meant.find((one) => isMeant(change, one)) ?? change).sort();
}

for (const kind of storesUnderTest()) {
  describe(`dialogues at the door, told on ${kind.name}`, () => {
    for (const dialogue of doorDialogues('atTheDoor.txt'))
      it(dialogue.says.map(({ by, text }) => `${by}: ${text}`).join(' | '), async () => {
        const { changes, read } = await haveAtTheDoor(kind, dialogue);
        assert.deepEqual(toMeant(changes, dialogue), dialogue.changes, read.join('\n---\n'));
      });
  });
}

/** Dialogues that were written after the work, and how many of them came to their end: when they were first had, and now. */
const fresh = [
  { file: 'freshAtTheDoor.txt', first: 35, reached: 39 },
  { file: 'secondAtTheDoor.txt', first: 24, reached: 36 },
  { file: 'thirdAtTheDoor.txt', first: 22, reached: 26 },
] as const;

describe('dialogues at the door that were written after the work', () => {
  for (const { file, first, reached } of fresh)
    it(`come to the end that was meant, and change nothing else: ${file}`, async function () {
      this.timeout(60_000);
      const dialogues = doorDialogues(file);
      let ended = 0;
      for (const dialogue of dialogues) {
        const { changes } = await haveAtTheDoor(sqliteUnderTest, dialogue);
        const meant = dialogue.changes;
        const unmeant = changes.filter((change) => !meant.some((one) => isMeant(change, one)));
        if (unmeant.length === 0 && changes.length === meant.length) ended += 1;
      }
      process.stdout.write(`\ndialogues of ${file}: ${ended} of ${dialogues.length}, at first ${first}\n`);
      assert.ok(ended >= reached, `${ended} of ${dialogues.length}`);
    });
});
