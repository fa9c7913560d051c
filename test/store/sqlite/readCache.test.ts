import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { ReadCache } from '../../../src/store/sqlite/readCache.js';

describe('what the embedded store keeps in memory', () => {
  let file: Map<string, string>;
  let foreign: number | undefined;
  let loads: number;
  let cache: ReadCache;
  beforeEach(() => {
    [file, foreign, loads] = [new Map([['a', '{"at":1}']]), 1, 0];
    cache = new ReadCache(() => foreign);
  });

  const read = (key: string): unknown =>
    cache.record('requests', key, () => {
      loads += 1;
      return file.get(key);
    });
  const search = (): unknown[] =>
    cache.answer('names', 'SELECT', () => {
      loads += 1;
      return [...file.values()].map((text) => ({ text }));
    });
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('asks the file once, also for what is not there', () => {
    for (let time = 1; time <= 3; time += 1) {
      assert.deepEqual(read('a'), { at: 1 });
      assert.equal(read('b'), undefined);
      assert.equal(search().length, 1);
    }
    assert.equal(loads, 3);
  });

  it('keeps what a transaction wrote once it is safe, and leaves it to the file until then', () => {
    read('a');
    search();
    cache.begin();
    cache.touch('requests', 'a', '{"at":2}', ['names']);
    assert.deepEqual(read('a'), { at: 1 }, 'it is not safe yet');
    file.set('a', '{"at":2}').set('b', '{}');
    assert.deepEqual(read('a'), { at: 2 }, 'it became safe a moment before we heard of it');
    assert.equal(search().length, 2);
    cache.end(true);
    const before = loads;
    assert.deepEqual(read('a'), { at: 2 });
    assert.equal(loads, before);
    assert.equal(search().length, 2);
    assert.equal(loads, before + 1, 'an answer from the middle of a transaction is not kept');
  });

  it('forgets everything when a transaction ended otherwise', () => {
    read('a');
    cache.begin();
    cache.touch('requests', 'a', '{"at":2}');
    cache.end(false);
    assert.deepEqual(read('a'), { at: 1 });
    assert.equal(loads, 2);
  });

  it('forgets everything when another process has written, or when nobody can say', async () => {
    read('a');
    for (const now of [2, undefined, undefined, 3]) {
      await nextTurn();
      foreign = now;
      const text = `{"at":${loads}}`;
      file.set('a', text);
      assert.deepEqual(read('a'), JSON.parse(text));
    }
  });

  it('notices at the begin of a transaction what another process wrote since this turn looked', () => {
    read('a');
    file.set('a', '{"at":7}');
    foreign = 2;
    cache.begin();
    assert.deepEqual(read('a'), { at: 7 });
  });

  it('keeps no more than a bounded amount, and drops what was not asked for longest', () => {
    const text = `{"long":"${'x'.repeat(200_000)}"}`;
    for (let number = 0; number < 100; number += 1) {
      file.set(String(number), text);
      read(String(number));
      read('a');
    }
    const before = loads;
    read('a');
    read('99');
    assert.equal(loads, before);
    read('0');
    assert.equal(loads, before + 1);
  });
});
