import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toReason } from '../../src/intents/answers/toReason.js';

describe('a reason as it was typed', () => {
  for (const [typed, reason] of [
    ['sorry forgot - it’s for the fair', 'it’s for the fair'],
    ['oh sorry, I forgot: the fair in May', 'the fair in May'],
    ['ok, reason is the spring catalogue', 'the spring catalogue'],
    ['well, because of the fair', 'the fair'],
    ['sure. I run the blog', 'I run the blog'],
    ['here you go: the blog', 'the blog'],
    // These words belong to the reason itself.
    ['well known customers want it', 'well known customers want it'],
    ['right now I keep the list by hand', 'right now I keep the list by hand'],
    ['forgot my old password', 'forgot my old password'],
    ['so that I can help out', 'so that I can help out'],
    ['reasonable people would say so', 'reasonable people would say so'],
    // Nothing would be left.
    ['sorry.', 'sorry.'],
    ['because', 'because'],
  ] as const)
    it(`“${typed}” says “${reason}”`, () => assert.equal(toReason(typed), reason));
});
