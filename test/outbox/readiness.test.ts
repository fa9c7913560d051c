import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { OutboxWorld, until } from './outboxWorld.js';

describe('a dispatcher that cannot work', () => {
  let world: OutboxWorld;
  beforeEach(() => (world = new OutboxWorld()));
  afterEach(() => world.close());

  it('is not ready within half a minute when the store says no more what is due, and is again when it does', async () => {
    let isBlind = false;
    const store = new Proxy(world.store, {
      get(target, key) {
        if (key === 'findDueWork' && isBlind) return () => Promise.reject(new Error('no such index'));
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const looks: string[] = [];
    const metrics = {
      effectEnded: () => undefined,
      backlog: () => undefined,
      looked: (result: string) => void looks.push(result),
    };
    const dispatcher = world.dispatcher('A', { store, metrics });
    dispatcher.start();
    await until(() => looks.includes('ok'));
    isBlind = true;
    await until(() => looks.includes('failed'));
    assert.equal(dispatcher.isAlive(), true);
    world.clock.at += 30_000;
    assert.equal(dispatcher.isAlive(), false);
    isBlind = false;
    await until(() => dispatcher.isAlive());
  });
});
