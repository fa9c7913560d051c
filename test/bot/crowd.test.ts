import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Crowd } from '../../src/bot/crowd.js';
import { byHand } from '../outbox/outboxWorld.js';

describe('a crowd', () => {
  function open(most: number) {
    const lines: string[] = [];
    const tell = (fields: object, text: string) => void lines.push(`${text} ${JSON.stringify(fields)}`);
    return { lines, crowd: new Crowd(most, { info: tell, warn: tell } as never) };
  }

  it('turns away whoever is too many, and takes everybody again when some have left', async () => {
    const { crowd } = open(2);
    const [first, second] = [byHand(), byHand()];
    const inside = [crowd.admit(() => first.promise), crowd.admit(() => second.promise)];
    let begun = 0;
    const turn = async () => void (begun += 1);
    assert.equal(crowd.admit(turn), undefined);
    first.keep();
    await inside[0];
    await crowd.admit(turn);
    assert.equal(begun, 1);
    second.keep();
    await inside[1];
  });

  it('counts what goes on behind an answer, and what has failed no longer', async () => {
    const { crowd } = open(1);
    const late = byHand();
    const work = crowd.during(late.promise);
    assert.equal(
      crowd.admit(async () => undefined),
      undefined,
    );
    late.keep();
    await work;
    await assert.rejects(crowd.admit(() => Promise.reject(new Error('boom'))) ?? Promise.resolve(), /boom/);
    assert.notEqual(
      crowd.admit(async () => undefined),
      undefined,
    );
  });

  it('tells the log twice however many there are: when it begins, and how many it were when it is over', async () => {
    const { crowd, lines } = open(2);
    const hold = byHand();
    const inside = [1, 2].map(() => crowd.admit(() => hold.promise) ?? assert.fail('turned away'));
    for (let at = 0; at < 100; at += 1)
      assert.equal(
        crowd.admit(async () => undefined),
        undefined,
      );
    hold.keep();
    await Promise.all(inside);
    assert.deepEqual(lines, [
      'too many turns at once; the next ones are refused {"turns":2}',
      'all turns are taken again {"refused":100}',
    ]);
  });
});
