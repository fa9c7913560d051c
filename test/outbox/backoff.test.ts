import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { defaultRetryLimits, retryDelayMs } from '../../src/outbox/backoff.js';

describe('retryDelayMs', () => {
  it('doubles its longest wait up to the ceiling', () => {
    const longest = [1, 2, 3, 4, 10, 11, 20, 5_000].map((failures) => retryDelayMs(failures, 1, defaultRetryLimits));
    assert.deepEqual(longest, [1_000, 2_000, 4_000, 8_000, 512_000, 900_000, 900_000, 900_000]);
  });

  it('spreads over the whole span, and is never zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, random) => {
          const delay = retryDelayMs(failures, random, defaultRetryLimits);
          assert.ok(delay >= 100 && delay <= defaultRetryLimits.maxDelayMs);
          const expected = random * Math.min(defaultRetryLimits.maxDelayMs, 1_000 * 2 ** (failures - 1));
          assert.ok(expected < 100 || Math.abs(delay - expected) <= 1);
        },
      ),
    );
  });

  it('waits at least as long as it is asked to, and at most its own limit', () => {
    assert.ok(retryDelayMs(1, 0, defaultRetryLimits, 30_000) > 30_000);
    assert.ok(retryDelayMs(9, 1, defaultRetryLimits, 30_000) <= 31_000);
    assert.equal(retryDelayMs(1, 0.5, defaultRetryLimits, 86_400_000), defaultRetryLimits.maxRetryAfterMs);
    assert.equal(retryDelayMs(1, 0, defaultRetryLimits, -5), 100);
  });
});
