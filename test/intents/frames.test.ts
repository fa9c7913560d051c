// Holds that every frame is one, and that every example that `help` may say is understood as its own command.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allFrames } from '../../src/commands/frames.js';
import { prepareFrames } from '../../src/intents/frames/match.js';
import { readNotation } from '../../src/intents/frames/notation.js';
import { meaningsIn } from '../../src/intents/understand.js';
import { start } from '../../src/messages/en/start.js';
import { read } from './reading.js';

describe('frames', () => {
  it('are read by their notation', () => {
    assert.ok(prepareFrames(allFrames).length > 150);
    assert.throws(() => readNotation('hurl P to G'), /no class/);
    assert.throws(() => readNotation('G? D?'), /nothing that must be there/);
  });

  it('have three examples each', () => {
    assert.deepEqual(
      allFrames
        .filter(({ examples }) => examples.length !== 3)
        .map(({ intent, says }) => `${intent}: ${says[0] ?? ''}`),
      [],
    );
  });

  it('change nothing for which the card that asks first has no name', () => {
    const kinds = new Set(allFrames.filter(({ changes }) => changes).map(({ intent }) => intent));
    const wish = start['start.goAhead.wish'];
    assert.deepEqual(
      [...kinds].filter((kind) => !wish.includes(` ${kind} {`)),
      [],
    );
  });

  for (const frame of allFrames)
    for (const example of frame.examples)
      it(`“${example}” is ${frame.intent}`, () => {
        const { verdict } = read(example);
        const [meaning] = meaningsIn(verdict);
        assert.ok(meaning, JSON.stringify(verdict));
        assert.equal(meaning.kind, frame.intent, JSON.stringify(verdict));
        for (const name of ['field', 'value', 'role', 'is', 'setting', 'accepted', 'table'])
          if (frame.fixed?.[name] !== undefined && frame.fixed.value !== 'selected' && frame.opposite === undefined)
            assert.equal(
              String((meaning as unknown as Record<string, unknown>)[name]),
              String(frame.fixed[name]),
              example,
            );
      });
});
