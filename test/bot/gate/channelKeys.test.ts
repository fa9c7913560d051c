import assert from 'node:assert/strict';
import type { JWK } from 'jose';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { ChannelKeys, defaultKeyPatience } from '../../../src/bot/gate/channelKeys.js';
import { createLog } from '../../../src/log.js';

const hour = 3_600_000;
const patience = { ...defaultKeyPatience, timeoutMs: 20 };

/** A key service without a network: it is read when a test says so. */
class Readings {
  now = 1_800_000_000_000;
  begun = 0;
  /** What the next reading does. */
  next: (signal: AbortSignal) => Promise<readonly JWK[]> = async () => named('a', 'b');
  readonly lines: string[] = [];
  readonly keys = new ChannelKeys({
    read: (signal) => {
      this.begun += 1;
      return this.next(signal);
    },
    clock: { now: () => this.now },
    log: createLog('info', { write: (line) => void this.lines.push(line) }),
    patience,
  });

  fails(): void {
    this.next = () => Promise.reject(new Error('the key service is ill'));
  }

  hangs(): void {
    this.next = (signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  }

  async kindOf(keyId: string): Promise<string> {
    return (await this.keys.find(keyId)).kind;
  }

  /** How often each kind of answer came to so many questions at once. */
  async ask(count: number, keyId: (index: number) => string): Promise<Record<string, number>> {
    const kinds = await Promise.all(Array.from({ length: count }, (_, index) => this.kindOf(keyId(index))));
    const sum: Record<string, number> = {};
    for (const kind of kinds) sum[kind] = (sum[kind] ?? 0) + 1;
    return sum;
  }
}

const named = (...ids: string[]): JWK[] => ids.map((kid) => ({ kty: 'RSA', kid, n: 'AQAB', e: 'AQAB' }));
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the keys of the channel', () => {
  let readings: Readings;
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);

  beforeEach(() => {
    readings = new Readings();
    process.on('unhandledRejection', note);
  });

  afterEach(async () => {
    await turn();
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled.splice(0), []);
  });

  it('are given 5 s, asked for again 10 s after a failure, and read anew after a day', () => {
    assert.deepEqual(defaultKeyPatience, {
      timeoutMs: 5_000,
      pauseAfterFailureMs: 10_000,
      pauseBeforeUnknownMs: 60_000,
      freshForMs: 24 * hour,
      mostWaiting: 250,
    });
  });

  it('cold: are read once, however many ask at the same moment and after', async () => {
    assert.deepEqual(await readings.ask(200, (index) => (index % 2 ? 'a' : `forged-${index}`)), {
      found: 100,
      unknown: 100,
    });
    assert.deepEqual(await readings.ask(200, (index) => `forged-${index}`), { unknown: 200 });
    assert.equal(readings.begun, 1);
  });

  it('door 3: slow: the reading is given up, and everybody who waits hears so', async () => {
    readings.hangs();
    assert.deepEqual(await readings.ask(3, () => 'a'), { unavailable: 3 });
    assert.match(readings.lines.join(), /no answer within 20 ms/);
    assert.equal(readings.begun, 1);
  });

  it('slow: only so many wait', async () => {
    readings.hangs();
    const waiting = readings.ask(250, () => 'a');
    assert.equal(await Promise.race([readings.kindOf('a'), turn().then(() => 'it waited, too')]), 'unavailable');
    await waiting;
    // Whoever waited has left, and others may.
    readings.now += 10_000;
    readings.next = async () => named('a');
    assert.deepEqual(await readings.ask(250, () => 'a'), { found: 250 });
  });

  it('down when cold: are asked for once in ten seconds, and come in when the service is back', async () => {
    readings.fails();
    assert.deepEqual(await readings.ask(150, () => 'a'), { unavailable: 150 });
    readings.now += 9_999;
    assert.deepEqual(await readings.ask(150, () => 'a'), { unavailable: 150 });
    assert.equal(readings.begun, 1);
    readings.now += 1;
    readings.next = async () => named('a');
    assert.deepEqual(await readings.ask(150, () => 'a'), { found: 150 });
    assert.deepEqual(await readings.ask(150, () => 'forged'), { unknown: 150 });
    assert.equal(readings.begun, 2);
  });

  it('a day later: are read again behind the back of whoever uses them', async () => {
    await readings.kindOf('a');
    readings.now += 24 * hour - 1;
    await readings.kindOf('a');
    assert.equal(readings.begun, 1);
    readings.now += 1;
    let answer: (keys: readonly JWK[]) => void = () => undefined;
    readings.next = () => new Promise((resolve) => (answer = resolve));
    assert.deepEqual(await readings.ask(100, () => 'a'), { found: 100 });
    assert.equal(readings.begun, 2);
    answer(named('c'));
    await turn();
    assert.deepEqual([await readings.kindOf('c'), await readings.kindOf('a')], ['found', 'unknown']);
  });

  it('a day later, service down: stay in use, and are asked for once in ten seconds', async () => {
    await readings.kindOf('a');
    readings.now += 24 * hour;
    readings.fails();
    for (let seconds = 0; seconds < 60; seconds += 1) {
      assert.equal(await readings.kindOf('a'), 'found');
      await turn();
      readings.now += 1_000;
    }
    assert.equal(readings.begun, 1 + 6);
    readings.now += 30 * 24 * hour;
    assert.equal(await readings.kindOf('b'), 'found');
  });

  it('rolled: a new id leads to a reading at once when the last one is a minute old', async () => {
    await readings.kindOf('a');
    readings.next = async () => named('b', 'new');
    readings.now += 59_999;
    assert.equal(await readings.kindOf('new'), 'unknown');
    readings.now += 1;
    assert.equal(await readings.kindOf('new'), 'found');
    // What was withdrawn is out.
    assert.equal(await readings.kindOf('a'), 'unknown');
    assert.equal(readings.begun, 2);
  });

  it('rolled while the service is ill: the old ones stay in use, the new one has to wait', async () => {
    await readings.kindOf('a');
    readings.fails();
    readings.now += 60_000;
    assert.deepEqual([await readings.kindOf('new'), await readings.kindOf('a')], ['unavailable', 'found']);
    assert.equal(readings.begun, 2);
  });

  it('a flood of unknown ids in an hour: 60 readings, and nothing kept of any', async () => {
    await readings.kindOf('a');
    for (let second = 0; second < 3_600; second += 10) {
      readings.now += 10_000;
      await readings.ask(10, (index) => `forged-${second}-${index}`);
    }
    assert.equal(readings.begun, 1 + 60);
    assert.deepEqual(await readings.ask(1, () => 'forged-0-0'), { unknown: 1 });
  });

  it('a known id never waits for a reading that an unknown one began', async () => {
    await readings.kindOf('a');
    readings.now += 60_000;
    readings.hangs();
    let isOver = false;
    const waiting = readings.kindOf('new').then(() => (isOver = true));
    assert.equal(await readings.kindOf('a'), 'found');
    assert.equal(isOver, false);
    await waiting;
  });

  it('a clock that was put back does not make the pause longer', async () => {
    readings.fails();
    await readings.kindOf('a');
    readings.now -= hour;
    readings.next = async () => named('a');
    assert.equal(await readings.kindOf('a'), 'found');
  });
});
