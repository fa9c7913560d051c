import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Pulse, pulseLimitMs } from '../../src/outbox/pulse.js';

describe('the pulse of a dispatcher', () => {
  let now = 0;
  const free = { isFull: false };
  const full = { isFull: true };

  it('is gone within half a minute when it no longer sees what is due', () => {
    now = 1_000_000;
    const pulse = new Pulse(() => now);
    assert.ok(pulseLimitMs < 30_000);
    now += pulseLimitMs;
    assert.equal(pulse.isAlive(free), true);
    now += 1;
    assert.equal(pulse.isAlive(free), false);
    pulse.looked();
    assert.equal(pulse.isAlive(free), true);
  });

  it('is gone when every place is taken and nothing ends, though it looks', () => {
    now = 1_000_000;
    const pulse = new Pulse(() => now);
    now += pulseLimitMs + 1;
    pulse.looked();
    assert.equal(pulse.isAlive(full), false);
    assert.equal(pulse.isAlive(free), true);
    pulse.moved();
    assert.equal(pulse.isAlive(full), true);
  });
});
