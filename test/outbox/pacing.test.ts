import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import sinon from 'sinon';
import { createPacer, takeToken, type Bucket, type PacingLimits } from '../../src/outbox/pacing.js';
import { byHand } from './outboxWorld.js';

const limits: PacingLimits = {
  conversation: { perSecond: 1, burst: 5 },
  tenant: { perSecond: 20, burst: 40 },
  awaited: { conversation: { perSecond: 0.5, burst: 2 }, tenant: { perSecond: 10, burst: 4 } },
  maxWaitMs: 2_000,
};

describe('what somebody waits for', () => {
  it('is not held back by a line of other messages, and has a pace of its own', async () => {
    const pacer = createPacer({ now: () => 0 }, { ...limits, maxWaitMs: 0 });
    const send = async (chat: string, isAwaited = false) =>
      (await pacer.run('contoso', chat, async () => undefined, isAwaited)).paced;
    for (let at = 0; at < 500; at += 1) await send(`owner ${at}`);
    assert.equal(await send('another owner'), false);
    const results = [];
    for (let at = 0; at < 6; at += 1) results.push(await send(`requester ${at}`, true));
    assert.deepEqual(results, [true, true, true, true, false, false]);
  });

  it('reaches whoever has just got many other messages, and leaves those their pace', async () => {
    const pacer = createPacer({ now: () => 0 }, { ...limits, maxWaitMs: 0 });
    const send = async (isAwaited: boolean) =>
      (await pacer.run('contoso', 'chat', async () => undefined, isAwaited)).paced;
    assert.equal(await send(true), true);
    const others = [];
    for (let at = 0; at < 6; at += 1) others.push(await send(false));
    assert.deepEqual(others, [true, true, true, true, true, false]);
    assert.deepEqual([await send(true), await send(true)], [true, false]);
  });
});

describe('takeToken', () => {
  it('never lets more through in any stretch of time than the burst and what ran in', () => {
    const steps = fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (pauses, perSecond, burst) => {
          const rate = { perSecond, burst };
          const passes = passTimes(pauses, rate);
          for (let from = 0; from < passes.length; from += 1) {
            for (let to = from; to < passes.length; to += 1) {
              const seconds = ((passes[to] ?? 0) - (passes[from] ?? 0)) / 1_000;
              // Each wait is rounded up to a millisecond, so two passes may stand up to one closer together than the tokens do.
              assert.ok(
                to - from + 1 <= burst + (seconds + 0.001) * perSecond + 1e-9,
                `${to - from + 1} in ${seconds} s`,
              );
            }
          }
        },
      ),
    );
  });

  it('lets through at once whoever comes slower than the rate', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_000, max: 9_000 }), { maxLength: 30 }), (pauses) => {
        let bucket: Bucket | undefined;
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const taken = takeToken(bucket, { perSecond: 1, burst: 1 }, now);
          assert.equal(taken.waitMs, 0);
          bucket = taken.bucket;
        }
      }),
    );
  });

  it('gains nothing from a clock that goes back', () => {
    const first = takeToken(undefined, { perSecond: 1, burst: 1 }, 10_000);
    assert.equal(takeToken(first.bucket, { perSecond: 1, burst: 1 }, 5_000).waitMs, 1_000);
  });
});

/** When each call goes through, if every caller waits as it is told; sorted as the tokens are. */
function passTimes(pauses: readonly number[], rate: { readonly perSecond: number; readonly burst: number }): number[] {
  let bucket: Bucket | undefined;
  let now = 0;
  return pauses.map((pause) => {
    now += pause;
    const taken = takeToken(bucket, rate, now);
    bucket = taken.bucket;
    return now + taken.waitMs;
  });
}

describe('pacer', () => {
  it('holds back a sixth message within a second, for as long as the bucket takes', async () => {
    const time = sinon.useFakeTimers({ now: 1_000 });
    try {
      const pacer = createPacer({ now: () => Date.now() }, limits);
      const passed: number[] = [];
      const calls = Array.from({ length: 7 }, () => pacer.run('t', 'c', async () => void passed.push(Date.now())));
      await time.tickAsync(2_000);
      await Promise.all(calls);
      assert.deepEqual(passed, [1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 3_000]);
    } finally {
      time.restore();
    }
  });

  it('tells who would wait too long to come back, one after the other, and takes no token from them', async () => {
    const pacer = createPacer({ now: () => 0 }, { ...limits, maxWaitMs: 0 });
    for (let count = 0; count < 5; count += 1)
      assert.equal((await pacer.run('t', 'c', async () => undefined)).paced, true);
    for (const waitMs of [1_000, 2_000, 3_000])
      assert.deepEqual(await pacer.run('t', 'c', async () => assert.fail('it was let through')), {
        paced: false,
        waitMs,
      });
    assert.equal((await pacer.run('t', 'another', async () => undefined)).paced, true);
  });

  it('asks nobody to stay away for longer than a minute, however many wait', async () => {
    const pacer = createPacer({ now: () => 0 }, { ...limits, maxWaitMs: 0 });
    const waits: number[] = [];
    for (let count = 0; count < 500; count += 1) {
      const result = await pacer.run('t', 'c', async () => undefined);
      if (!result.paced) waits.push(result.waitMs);
    }
    assert.equal(waits.length, 495);
    assert.equal(Math.max(...waits), 60_000);
  });

  it('holds a tenant to its rate over all its conversations, and no other tenant with it', async () => {
    const pacer = createPacer({ now: () => 0 }, { ...limits, maxWaitMs: 0 });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => pacer.run('t', `c${index}`, async () => undefined)),
    );
    assert.equal(results.filter(({ paced }) => paced).length, 40);
    assert.equal((await pacer.run('other', 'c', async () => undefined)).paced, true);
  });

  it('has one message under way per conversation, and goes on after one that failed', async () => {
    const pacer = createPacer({ now: () => 0 }, limits);
    const hold = byHand();
    const order: string[] = [];
    const first = pacer.run('t', 'c', async () => {
      order.push('first begins');
      await hold.promise;
      order.push('first ends');
      throw new Error('the channel broke');
    });
    const second = pacer.run('t', 'c', async () => void order.push('second'));
    const beside = pacer.run('t', 'd', async () => void order.push('beside'));
    await beside;
    hold.keep();
    await assert.rejects(first, /broke/);
    await second;
    assert.deepEqual(order, ['first begins', 'beside', 'first ends', 'second']);
  });

  it('holds a conversation that the channel throttled', async () => {
    let now = 0;
    const pacer = createPacer({ now: () => now }, { ...limits, maxWaitMs: 0 });
    pacer.hold('t', 'c', 5_000);
    assert.deepEqual(await pacer.run('t', 'c', async () => undefined), { paced: false, waitMs: 5_000 });
    now = 5_000;
    assert.equal((await pacer.run('t', 'c', async () => undefined)).paced, true);
  });
});
