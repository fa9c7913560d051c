import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedFor } from '../support/typedFor.js';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { asking } from './phrases/asking.js';
import { deciding } from './phrases/deciding.js';
import { joining } from './phrases/joining.js';
import { leaving } from './phrases/leaving.js';
import { lengths } from './phrases/lengths.js';
import { lists } from './phrases/lists.js';
import { looking } from './phrases/looking.js';
import { expectMessage, here } from './support.js';

const tables: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['joins with group, reason and length of time in any order (F2, F6, F8, F10)', joining],
  ['lengths of time (F10)', lengths],
  ['asks back where a wish is doubtful (F83)', asking],
  ['leaves and withdraws (F13, F14)', leaving],
  ['decides, shows and sends again (F15, F86)', deciding],
  ['lists, with their pages (F1, F84, F86)', lists],
  ['answers questions about groups (F5), help and talk (F83)', looking],
];

describe('parseMessage', () => {
  for (const [what, rows] of tables) {
    describe(what, () => {
      for (const [text, expected] of rows) it(`${text} → ${expected}`, () => expectMessage(text, expected));
    });
  }

  it('offers two or three things to try for what it does not understand, and the commands one by one where there are two (F83)', () => {
    const tried = (text: string): readonly string[] => {
      const intent = parseMessage(text, here);
      return intent.kind === 'suggest'
        ? intent.suggestions.map(typedFor)
        : assert.fail(`${text} was read as ${intent.kind}`);
    };
    assert.deepEqual(tried('join Marketing and leave Finance'), ['join Marketing', 'leave Finance']);
    assert.deepEqual(tried('leave Finance, then join Marketing'), ['leave Finance', 'join Marketing']);
    assert.deepEqual(tried('Marketing'), ['group Marketing', 'join Marketing', 'groups']);
    assert.deepEqual(tried('those approvals take rather long'), ['inbox', 'my requests', 'help']);
    for (const text of [
      'asdf',
      'lorem ipsum dolor sit amet consectetur',
      '👍',
      'yes',
      "don't add me to Finance",
      'join',
    ])
      assert.ok([2, 3].includes(tried(text).length), text);
  });

  it('keeps every way to read a name, the longest first (F2, F83)', () => {
    const intent = parseMessage('join the Data for Good team', here);
    assert.ok(intent.kind === 'joinGroup' && intent.target.by === 'name');
    assert.deepEqual(
      intent.target.readings.map(({ name }) => name),
      ['the Data for Good team', 'Data for Good team', 'the Data for Good', 'Data for Good', 'the Data', 'Data'],
    );
    assert.equal(intent.target.readings.at(-1)?.justification, 'Good team');
  });
});
