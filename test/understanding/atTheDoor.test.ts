import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doorDialogues, haveAtTheDoor } from './atTheDoor.js';
import { storesUnderTest } from '../support/stores.js';

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
