import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { leaseMs, revise } from '../../src/domain/revise.js';
import { aRequest } from '../support/documents.js';
import { byHand, OutboxWorld, requestWork, testLimits, until } from './outboxWorld.js';

describe('dispatcher', () => {
  let world: OutboxWorld;
  beforeEach(() => {
    world = new OutboxWorld();
  });
  afterEach(() => world.close());

  it('does the effects of its own commit without a claim: one commit for all results', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    const before = world.store.writeCount;
    dispatcher.due(requestWork);
    await dispatcher.drain();
    assert.equal(world.store.writeCount - before, 1);
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
    assert.deepEqual(world.heard('otto'), ['approvalShown pending']);
    assert.deepEqual(
      world.request().effects.map(({ kind }) => kind),
      ['expireRequest'],
    );
    assert.equal(world.request().lease, undefined);
    assert.equal(world.request().nextEffectAt, world.request().expiresAt);
  });

  it('saves what was sent at once, whatever else is still under way: a death then sends nothing twice', async () => {
    const late = byHand();
    world.messenger.script({}, { until: late.promise });
    const dispatcher = world.dispatcher('A', { limits: { ...testLimits, patienceMs: 60_000 } });
    await world.open();
    dispatcher.due(requestWork);
    await until(() => world.request().approvers.filter(({ delivery }) => delivery === 'sent').length === 1);
    assert.equal(world.messenger.calls.length, 2, 'the second was not under way');
    late.keep();
    await dispatcher.drain();
    assert.deepEqual(
      world.request().approvers.map(({ delivery }) => delivery),
      ['sent', 'sent'],
    );
  });

  it('lets others have their turn between two records that it begins', async () => {
    const records = 10;
    const ids = Array.from({ length: records }, (_, index) => `REQ-0000000${index}`);
    for (const id of ids) await world.open('A', { id });
    const begun: string[] = [];
    const forTenant = world.store.forTenant.bind(world.store);
    sinon.stub(world.store, 'forTenant').callsFake((tenantId) => (begun.push(tenantId), forTenant(tenantId)));
    const dispatcher = world.dispatcher();
    for (const id of ids) dispatcher.due({ ...requestWork, id });
    for (let round = 1; round <= 3; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      assert.ok(begun.length <= round, `${begun.length} records were begun in ${round} rounds of the event loop`);
    }
    await dispatcher.drain();
    assert.equal(begun.length, records);
    assert.equal(
      world.store.all('requests').filter(({ effects }) => effects.some(({ kind }) => kind !== 'expireRequest')).length,
      0,
    );
  });

  it('leaves alone what another process leases, and takes over when that lease has ended', async () => {
    const dispatcher = world.dispatcher('B');
    await world.open('A');
    dispatcher.due(requestWork);
    await dispatcher.drain();
    assert.equal(world.messenger.calls.length, 0);
    world.clock.at += leaseMs;
    await dispatcher.drain();
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
  });

  it('hands over when a process dies in the middle of an effect, and bears its late return', async () => {
    world = new OutboxWorld(['olga']);
    const late = byHand();
    world.messenger.script({ until: late.promise });
    const dying = world.dispatcher('A');
    await world.open('A');
    dying.due(requestWork);
    await until(() => world.messenger.calls.length === 1);
    world.clock.at += leaseMs;
    const heir = world.dispatcher('B');
    await heir.drain();
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
    late.keep();
    await dying.drain();
    assert.equal(world.request().effects.filter(({ kind }) => kind === 'showApprover').length, 0);
    assert.equal(world.request().approvers[0]?.delivery, 'sent');
    assert.deepEqual(await world.history(), ['requestOpened']);
  });

  it('never sends twice when several dispatchers look for work over one store', async () => {
    const dispatchers = ['A', 'B', 'C'].map((id) => world.dispatcher(id));
    const ids = Array.from({ length: 25 }, (_, index) => `REQ-0000${1000 + index}`);
    for (const id of ids) await world.open('gone', { id });
    world.clock.at += leaseMs;
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.drain()));
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.drain()));
    assert.equal(world.messenger.messages.length, 2 * ids.length);
    assert.equal((await world.history()).length, ids.length);
  });

  it('keeps what others changed while an effect was under way', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    const hold = byHand();
    world.messenger.script({ to: 'chat-olga', until: hold.promise });
    dispatcher.due(requestWork);
    await until(() => world.messenger.calls.length === 2);
    await world.change('requests', (request) =>
      revise(
        { ...request, waitingCard: { conversationId: 'chat-ann', activityId: 'w' } },
        request.effects,
        world.occasion('B'),
      ),
    );
    hold.keep();
    await dispatcher.drain();
    assert.deepEqual(world.request().waitingCard, { conversationId: 'chat-ann', activityId: 'w' });
    assert.ok(world.request().approvers.every(({ delivery }) => delivery === 'sent'));
  });

  it('saves the results of quick effects without waiting for a slow one, and starts what is new', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    const hold = byHand();
    world.messenger.script({ to: 'chat-olga', until: hold.promise });
    dispatcher.due(requestWork);
    await until(() => world.messenger.calls.length === 2);
    await new Promise((resolve) => setTimeout(resolve, testLimits.patienceMs + 10));
    await until(() => world.request().approvers[1]?.delivery === 'sent');
    assert.equal(world.request().approvers[0]?.delivery, 'waiting');
    await world.decide('denied');
    dispatcher.due(requestWork);
    await until(() => world.heard('ann').length === 1);
    assert.deepEqual(world.heard('otto'), ['approvalShown denied']);
    hold.keep();
    await dispatcher.drain();
  });

  it('F81: an approval while a card is on its way ends with an edited card', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    const hold = byHand();
    world.messenger.script({ to: 'chat-otto', until: hold.promise });
    dispatcher.due(requestWork);
    await until(() => world.messenger.calls.length === 2);
    await world.decide('approved');
    dispatcher.due(requestWork);
    await until(() => world.heard('olga')[0] === 'approvalShown approved/delivered');
    hold.keep();
    await dispatcher.drain();
    assert.deepEqual(world.heard('otto'), ['approvalShown approved/delivered']);
    assert.equal(world.messenger.calls.filter(({ kind, to }) => kind === 'send' && to === 'chat-otto').length, 1);
  });

  it('sees a change that comes between its last save and its end', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    const forTenant = world.store.forTenant.bind(world.store);
    let isDecided = false;
    sinon.replace(world.store, 'forTenant', (tenantId) => {
      const store = forTenant(tenantId);
      return {
        ...store,
        replace: async (proof, collection, document) => {
          const result = await store.replace(proof, collection, document);
          if (!isDecided && collection === 'requests') {
            isDecided = true;
            await world.decide('denied');
            dispatcher.due(requestWork);
          }
          return result;
        },
      };
    });
    dispatcher.due(requestWork);
    await dispatcher.drain();
    assert.deepEqual(world.heard('ann'), ['requestShown denied']);
  });

  it('puts a record right that is listed as due and has nothing to do', async () => {
    const dispatcher = world.dispatcher();
    const request = aRequest({
      nextEffectAt: world.clock.at - 1,
      effects: [{ kind: 'expireRequest', id: 'x', dueAt: world.clock.at + 500, attempts: 0 }],
    });
    world.store.seed('requests', request);
    await dispatcher.poll();
    await until(() => world.request().nextEffectAt === world.clock.at + 500);
    assert.equal(world.request().version, request.version + 1);
  });

  it('finishes what runs and gives the rest back when it stops', async () => {
    const dispatcher = world.dispatcher('A', { limits: { ...testLimits, concurrency: 1 } });
    await world.open('A', { id: 'REQ-0000000A' });
    await world.open('A', { id: 'REQ-0000000B' });
    const hold = byHand();
    world.messenger.script({ until: hold.promise });
    dispatcher.due({ ...requestWork, id: 'REQ-0000000A' });
    dispatcher.due({ ...requestWork, id: 'REQ-0000000B' });
    await until(() => world.messenger.calls.length === 2);
    const stopped = dispatcher.stop();
    hold.keep();
    await stopped;
    const [first, second] = world.store.all('requests');
    assert.ok(first?.approvers.every(({ delivery }) => delivery === 'sent'));
    assert.equal(second?.lease, undefined);
    assert.equal(second?.nextEffectAt, world.clock.at);
    assert.equal(world.messenger.calls.length, 2);
    await world.dispatcher('B').drain();
    assert.equal(world.messenger.calls.length, 4);
  });

  it('does not repeat an effect because its result could not be saved at first', async () => {
    world = new OutboxWorld(['olga']);
    const clock = sinon.useFakeTimers({ now: world.clock.at });
    try {
      const dispatcher = world.dispatcher('A', { clock: { now: () => Date.now() } });
      await world.open();
      let failures = 2;
      world.store.beforeWrite = () => {
        if (failures-- > 0) throw new Error('the store does not answer');
      };
      dispatcher.due(requestWork);
      await clock.tickAsync(5_000);
      await dispatcher.drain();
      assert.equal(world.messenger.calls.length, 1);
      assert.equal(world.request().approvers[0]?.delivery, 'sent');
    } finally {
      clock.restore();
    }
  });

  it('renews its lease while an effect takes long, so that nobody else does it too', async () => {
    world = new OutboxWorld(['olga']);
    const clock = sinon.useFakeTimers({ now: world.clock.at });
    try {
      const now = { now: () => Date.now() };
      const [slow, other] = [world.dispatcher('A', { clock: now }), world.dispatcher('B', { clock: now })];
      const hold = byHand();
      world.messenger.script({ until: hold.promise });
      await world.open();
      slow.due(requestWork);
      other.start();
      await clock.tickAsync(4 * leaseMs);
      assert.equal(world.request().lease?.holder, 'A');
      assert.equal(world.messenger.calls.length, 1);
      hold.keep();
      await clock.tickAsync(1_000);
      assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
      assert.equal(world.messenger.calls.length, 1);
    } finally {
      clock.restore();
    }
  });

  it('F48: is there when a timer runs out, and not before', async () => {
    const clock = sinon.useFakeTimers({ now: world.clock.at });
    try {
      const dispatcher = world.dispatcher('A', { clock: { now: () => Date.now() } });
      const { expiresAt } = await world.open();
      dispatcher.start();
      dispatcher.due(requestWork);
      await clock.tickAsync(10);
      clock.setSystemTime(expiresAt - 600);
      await clock.tickAsync(500);
      assert.equal(world.request().status, 'pending');
      await clock.tickAsync(testLimits.maxPollMs);
      assert.equal(world.request().status, 'expired');
      await dispatcher.stop();
      assert.equal(clock.countTimers(), 0);
    } finally {
      clock.restore();
    }
  });

  it('tries again when it is time, not only at its next look around', async () => {
    const clock = sinon.useFakeTimers({ now: world.clock.at });
    try {
      const limits = { ...testLimits, maxPollMs: 60_000 };
      const dispatcher = world.dispatcher('A', { clock: { now: () => Date.now() }, limits });
      world.messenger.script({ failure: 'transient' });
      dispatcher.start();
      await clock.tickAsync(10);
      await world.open();
      dispatcher.due(requestWork);
      await clock.tickAsync(testLimits.retry.baseDelayMs + 500);
      assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
      await dispatcher.stop();
      assert.equal(clock.countTimers(), 0);
    } finally {
      clock.restore();
    }
  });

  it('never gives up an effect that concerns our own records alone', async () => {
    const dispatcher = world.dispatcher();
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    await world.decide('approved');
    world.store.beforeWrite = (collection) => {
      if (collection === 'memberships') throw new Error('the store does not answer');
    };
    dispatcher.due(requestWork);
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await dispatcher.drain();
      world.clock.at += testLimits.retry.maxDelayMs;
    }
    const grant = world.request().effects.find(({ kind }) => kind === 'grantMembership');
    assert.ok((grant?.attempts ?? 0) > testLimits.retry.maxAttempts);
    world.store.beforeWrite = undefined;
    await dispatcher.drain();
    assert.equal(world.store.all('memberships')[0]?.status, 'active');
  });

  it('gives up a card that cannot be made, and says so to operators and in the record', async () => {
    const dispatcher = world.dispatcher('A', {
      showOutcome: () => {
        throw new Error('no such template');
      },
    });
    await world.open();
    dispatcher.due(requestWork);
    for (let attempt = 0; attempt < testLimits.retry.maxAttempts; attempt += 1) {
      await dispatcher.drain();
      world.clock.at += testLimits.retry.maxDelayMs;
    }
    assert.deepEqual(
      world.request().approvers.map(({ delivery }) => delivery),
      ['failed', 'failed'],
    );
    assert.equal(
      world.logged.filter(({ level, message }) => level === 'error' && message === 'an effect was given up').length,
      2,
    );
    assert.equal(world.ended.filter(({ end }) => end === 'dead').length, 2);
  });
});
