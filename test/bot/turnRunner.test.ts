import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pino } from 'pino';
import { createTurnRunner, type InboundSaid } from '../../src/bot/turnRunner.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { contoso } from '../support/documents.js';
import { Desk } from '../support/desk.js';
import { recordedStore } from '../support/recordedStore.js';

describe('what a turn asks the store', () => {
  /** Runs a turn of somebody who is known already; what it read, in order. */
  async function readsOf(desk: Desk, personId: string, said: InboundSaid): Promise<string[]> {
    const read: string[] = [];
    const runner = createTurnRunner({
      store: recordedStore(desk.store, { asked: (what) => read.push(what) }),
      turn: desk.deps,
      log: pino({ level: 'silent' }),
      recordTurn: () => undefined,
      tracing: { origin: (reference) => ({ reference }), describe: () => undefined },
      background: { add: () => assert.fail('nothing is left to do'), settle: async () => undefined },
    });
    await runner.run({ tenantId: contoso, seen: { id: personId }, said, via: 'command', reference: 'test' });
    return read;
  }

  it('a join that the owners are asked about reads six times, and no record twice', async () => {
    const desk = new Desk();
    const text = 'join Marketing because I run the spring campaign for 30 days';
    assert.deepEqual(await readsOf(desk, 'ann', { text }), [
      'people',
      'tenants',
      'groups',
      'memberships',
      'people',
      'resources',
    ]);
    assert.equal(desk.store.all('requests').length, 1);
  });

  it('an approval by click reads what it decides on once, afresh', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const parsed = parseAction('approveRequest', { action: 'approveRequest', requestId }, { now: desk.now });
    assert.ok(parsed.ok);
    assert.deepEqual((await readsOf(desk, 'olga', { intent: parsed.intent })).sort(), [
      'groups',
      'memberships',
      'people',
      'people',
      'requests',
      'resources',
      'tenants',
    ]);
    assert.equal(desk.store.all('requests')[0]?.status, 'approved');
  });
});
