import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Queue } from '../../src/outbox/queue.js';
import type { DueWork } from '../../src/commands/ports.js';

const card = (id: string): DueWork => ({ collection: 'requests', tenantId: 'contoso', id });
const result = (id: string): DueWork => ({ ...card(id), isAwaited: true });

function takeAll(queue: Queue, mayBeOther = true): string[] {
  const taken: string[] = [];
  for (let next = queue.take(mayBeOther); next; next = queue.take(mayBeOther)) taken.push(next.id);
  return taken;
}

describe('the line of records that wait for their turn', () => {
  it('lets what somebody waits for go first, and of four one that nobody does', () => {
    const queue = new Queue();
    for (let at = 0; at < 3; at += 1) queue.add(card(`card ${at}`));
    for (let at = 0; at < 7; at += 1) queue.add(result(`${at}`));
    assert.deepEqual(takeAll(queue), ['0', '1', '2', 'card 0', '3', '4', '5', 'card 1', '6', 'card 2']);
    assert.equal(queue.size, 0);
  });

  it('has each record once, before the rest as soon as somebody waits for some of it', () => {
    const queue = new Queue();
    for (const work of [card('a'), card('b'), result('b'), card('b'), card('a')]) queue.add(work);
    assert.deepEqual([queue.size, queue.awaited, queue.others], [2, 1, 1]);
    assert.deepEqual(takeAll(queue), ['b', 'a']);
  });

  it('gives out none that nobody waits for where their places are taken', () => {
    const queue = new Queue();
    for (const work of [card('a'), result('b')]) queue.add(work);
    assert.deepEqual(takeAll(queue, false), ['b']);
    assert.equal(queue.others, 1);
  });
});
