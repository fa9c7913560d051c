import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { harmless } from './harmless.js';
import { changeOf, here, summarize } from './support.js';

describe('what is not meant as a command changes nothing (F83)', () => {
  for (const [what, sentences] of Object.entries(harmless)) {
    it(`${what}: ${sentences.length} sentences`, () => {
      const taken = sentences
        .map((text) => ({ text, intent: parseMessage(text, here) }))
        .filter(({ intent }) => changeOf(intent) !== undefined);
      assert.deepEqual(
        taken.map(({ text, intent }) => `${text} → ${summarize(intent)}`),
        [],
      );
    });
  }
});
