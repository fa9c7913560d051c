import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createSharedPace } from '../../src/outbox/sharedPace.js';
import { createPassingValues } from '../../src/store/shared/values.js';
import { unpaced } from '../support/unpaced.js';

const limits = {
  conversation: { perSecond: 1, burst: 2 },
  tenant: { perSecond: 10, burst: 4 },
  awaited: { conversation: { perSecond: 1, burst: 1 }, tenant: { perSecond: 5, burst: 2 } },
  maxWaitMs: 2_000,
};

describe('the pacing that processes share', () => {
  function twoProcesses() {
    const clock = { time: 1_000_000, now: () => clock.time };
    const valuesOf = createPassingValues(() => clock.time);
    const [here, there] = [0, 1].map(() => createSharedPace(valuesOf('contoso'), clock, limits));
    assert.ok(here && there);
    return { clock, here, there };
  }

  it('counts what each of them writes into one conversation', async () => {
    const { clock, here, there } = twoProcesses();
    const waits = [];
    for (const one of [here, there, here, there, here]) waits.push(await one.take('chat'));
    assert.deepEqual(waits, [0, 0, 1_000, 2_000, 3_000], 'the last is told how long, and takes no turn');
    clock.time += 4_000;
    assert.equal(await there.take('chat'), 0);
  });

  it('counts what they write in the whole organisation', async () => {
    const { here, there } = twoProcesses();
    const waits = [];
    for (let at = 0; at < 6; at += 1) waits.push(await (at % 2 ? here : there).take(`chat ${at}`));
    assert.deepEqual(waits, [0, 0, 0, 0, 100, 200]);
  });

  it('keeps all of them from a conversation that the channel has refused, for as long as it said', async () => {
    const { clock, here, there } = twoProcesses();
    await here.hold('chat', 5_000);
    assert.equal(await there.take('chat'), 5_000);
    assert.equal(await there.take('other'), 0);
    clock.time += 5_000;
    assert.equal(await there.take('chat'), 0);
  });

  it('asks for the tokens of everybody in a process at once, and gives each one', async () => {
    const values = createPassingValues(() => 0)('contoso');
    let questions = 0;
    const counted = {
      ...values,
      update: (...asked: Parameters<typeof values.update>) => ((questions += 1), values.update(...asked)),
    };
    const rates = { ...limits, conversation: { perSecond: Infinity, burst: Infinity } };
    const pace = createSharedPace(counted, { now: () => 0 }, rates);
    const waits = await Promise.all(Array.from({ length: 30 }, (_, at) => pace.take(`chat ${at}`)));
    assert.deepEqual(waits.slice(0, 6), [0, 0, 0, 0, 100, 200]);
    assert.equal(waits.filter((waitMs) => waitMs <= limits.maxWaitMs).length, 24, 'whoever waits longer takes no turn');
    assert.ok(questions <= 2, `${questions} questions`);
  });

  it('keeps a place for what somebody waits for, over all of them together', async () => {
    const { here, there } = twoProcesses();
    for (let at = 0; at < 60; at += 1) await (at % 2 ? here : there).take(`chat ${at}`);
    const waits = [];
    for (const one of [here, there, here]) waits.push(await one.take(`requester ${waits.length}`, true));
    assert.deepEqual(waits.slice(0, 2), [0, 0]);
    assert.ok((waits[2] ?? 0) > limits.maxWaitMs, `${waits[2]}`);
  });

  it('asks nothing of the store where there is no limit', async () => {
    const values = createPassingValues(() => 0)('contoso');
    const pace = createSharedPace(values, { now: () => 0 }, unpaced);
    assert.equal(await pace.take('chat'), 0);
    assert.equal(await values.get('pace/chat'), undefined);
  });
});
