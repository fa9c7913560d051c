import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { RefusalLog } from '../../../src/bot/gate/refusalLog.js';
import { createLog } from '../../../src/log.js';

describe('the log of the refused', () => {
  let clock: sinon.SinonFakeTimers;
  let lines: string[];
  let refusals: RefusalLog;
  const told = () =>
    lines.map((line) => {
      const { level, msg, refused, reasons } = JSON.parse(line) as Record<string, unknown>;
      return [level, msg, refused, reasons];
    });

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    lines = [];
    refusals = new RefusalLog(createLog('info', { write: (line) => void lines.push(line) }));
  });
  afterEach(() => clock.restore());

  it('door 8: has a line at once, and then one a second with a count and a word for each reason', () => {
    refusals.note('issuer');
    assert.deepEqual(told(), [['warn', 'refused at the door', 1, { issuer: 1 }]]);
    for (let count = 0; count < 500; count += 1) refusals.note(count % 5 ? 'issuer' : 'expired');
    clock.tick(999);
    assert.equal(lines.length, 1);
    clock.tick(1);
    assert.deepEqual(told()[1], ['warn', 'refused at the door', 500, { expired: 100, issuer: 400 }]);
    assert.ok((lines[1] ?? '').length < 200);
  });

  it('has 60 lines of a minute in which 6 000 came', () => {
    for (let count = 0; count < 6_000; count += 1) {
      refusals.note('signature');
      clock.tick(10);
    }
    assert.ok(lines.length <= 61, String(lines.length));
    refusals.close();
    assert.equal(
      told().reduce((sum, [, , refused]) => sum + (refused as number), 0),
      6_000,
    );
  });

  it('is quiet when nobody comes, and quick when somebody comes again', () => {
    refusals.note('issuer');
    clock.tick(10_000);
    assert.deepEqual([lines.length, clock.countTimers()], [1, 0]);
    refusals.note('issuer');
    assert.equal(lines.length, 2);
  });

  it('tells the rest when it closes, and leaves no timer', () => {
    refusals.note('issuer');
    refusals.note('no_token');
    refusals.close();
    assert.deepEqual([lines.length, clock.countTimers()], [2, 0]);
  });
});
