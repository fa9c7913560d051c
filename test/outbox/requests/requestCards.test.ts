import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { OutcomeOf } from '../../../src/domain/outcome.js';
import type { Person } from '../../../src/domain/organisation/person.js';
import { askAgain, keepWaitingCard } from '../../../src/domain/requests/requestTimers.js';
import { revise } from '../../../src/domain/revise.js';
import { applyChange } from '../../../src/domain/timers.js';
import type { Dispatcher } from '../../../src/outbox/dispatcher.js';
import { aPerson, contoso } from '../../support/documents.js';
import { addressOf, byHand, OutboxWorld, requestWork, testLimits, until } from '../outboxWorld.js';

describe('cards of a request', () => {
  let world: OutboxWorld;
  let dispatcher: Dispatcher;
  beforeEach(() => {
    world = new OutboxWorld();
    dispatcher = world.dispatcher();
  });
  afterEach(() => world.close());

  const work = async () => {
    dispatcher.due(requestWork);
    await dispatcher.drain();
  };
  const openAndWork = async () => {
    await world.open();
    await work();
  };
  const later = async (ms: number) => {
    world.clock.at += ms;
    await dispatcher.drain();
  };
  const approver = (personId: string) => world.request().approvers.find((one) => one.personId === personId);
  const sends = () => world.messenger.calls.filter(({ kind }) => kind === 'send').length;

  it('F15: each owner is asked once, and where their card is is remembered', async () => {
    await openAndWork();
    await work();
    assert.equal(sends(), 2);
    assert.deepEqual(
      { ...approver('olga'), activityId: undefined },
      { personId: 'olga', delivery: 'sent', activityId: undefined, conversationId: 'chat-olga', shows: 'pending' },
    );
  });

  it('lets the clients of those who may decide refresh the card, the reader first', async () => {
    await openAndWork();
    const [card] = world.messenger.in('chat-otto');
    assert.ok(card?.message.kind === 'card');
    const outcome = card.message.card as OutcomeOf<'approvalShown'>;
    assert.deepEqual(outcome.refreshUserIds, ['29:otto', '29:olga']);
    assert.equal(outcome.viewerId, 'otto');
  });

  it('names at most 60 people for a refresh', async () => {
    world = new OutboxWorld(Array.from({ length: 70 }, (_, index) => `owner-${index}`));
    dispatcher = world.dispatcher();
    await openAndWork();
    const [card] = world.messenger.in('chat-owner-69');
    assert.ok(card?.message.kind === 'card');
    const { refreshUserIds } = card.message.card as OutcomeOf<'approvalShown'>;
    assert.equal(refreshUserIds.length, 60);
    assert.equal(refreshUserIds[0], '29:owner-69');
  });

  it('F38, F76: after an approval all cards say so, and the requester hears it in one message', async () => {
    await openAndWork();
    await world.decide('approved');
    await work();
    assert.deepEqual(world.heard('olga'), ['approvalShown approved/delivered']);
    assert.deepEqual(world.heard('otto'), ['approvalShown approved/delivered']);
    assert.deepEqual(world.heard('ann'), ['requestShown approved/delivered']);
    assert.equal(world.messenger.in('chat-ann')[0]?.editCount, 0);
    assert.deepEqual(await world.history(), ['requestOpened', 'requestApproved', 'memberAdded', 'requestDelivered']);
  });

  it('F76: when the set-up is slow the requester hears of the approval first, and the same message is edited', async () => {
    await openAndWork();
    const hold = byHand<{ ok: true }>();
    world.directory.script(() => hold.promise);
    await world.decide('approved');
    dispatcher.due(requestWork);
    await until(() => world.directory.calls.length === 1);
    await until(() => world.request().effects.length === 1);
    assert.deepEqual(world.heard('ann'), []);
    world.clock.at += 3_000;
    dispatcher.due(requestWork);
    await until(() => world.heard('ann').length === 1);
    assert.deepEqual(world.heard('ann'), ['requestShown approved/delivering']);
    hold.keep({ ok: true });
    await dispatcher.drain();
    assert.deepEqual(world.heard('ann'), ['requestShown approved/delivered']);
    assert.equal(world.messenger.in('chat-ann').length, 1);
  });

  it('F21: a denial reaches the requester at once', async () => {
    await openAndWork();
    await world.decide('denied');
    await work();
    assert.deepEqual(world.heard('ann'), ['requestShown denied']);
    assert.deepEqual(world.heard('otto'), ['approvalShown denied']);
  });

  it('does not ask an owner any more who had not been asked when it was decided', async () => {
    world.messenger.script({ to: 'chat-otto', failure: 'transient' });
    await openAndWork();
    await world.decide('denied');
    await work();
    await later(60_000);
    assert.deepEqual(world.heard('otto'), []);
    assert.equal(approver('otto')?.delivery, 'waiting');
  });

  it('opens no chat for an owner who need not be asked any more', async () => {
    world.store.seed('people', aPerson({ id: 'otto' }));
    world.messenger.script({ on: 'open', failure: 'transient' });
    await openAndWork();
    await world.decide('denied');
    await work();
    await later(60_000);
    assert.equal(world.messenger.calls.filter(({ kind }) => kind === 'open').length, 1);
  });

  it('edits the waiting card of the requester, and does not mind when it is gone', async () => {
    await openAndWork();
    world.messenger.messages.push({
      activityId: 'w',
      conversationId: 'chat-ann',
      message: { kind: 'text', text: 'waiting' },
      editCount: 0,
    });
    await world.change('requests', (request) =>
      revise(
        { ...request, waitingCard: { conversationId: 'chat-ann', activityId: 'w' } },
        request.effects,
        world.occasion(),
      ),
    );
    await world.decide('denied');
    await work();
    assert.deepEqual(world.heard('ann').sort(), ['requestShown denied', 'waitingCardSettled denied']);
    assert.deepEqual(world.request().effects, []);
  });

  it('F80: brings a waiting card up to date that is kept only after somebody was found to be away', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'unreachable' });
    await openAndWork();
    assert.deepEqual(
      world.request().effects.filter(({ kind }) => kind === 'refreshWaitingCard'),
      [],
    );
    const card = { conversationId: 'chat-ann', activityId: 'w' };
    world.messenger.messages.push({
      ...card,
      message: { kind: 'text', text: 'waiting' },
      editCount: 0,
    });
    await world.change(
      'requests',
      (request) => applyChange(request, keepWaitingCard(card), world.occasion())?.document ?? request,
    );
    await work();
    assert.deepEqual(world.heard('ann'), ['requestShown pending']);
  });

  it('records who cannot be reached, without trying for ever, and asks them when they turn up', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'unreachable' });
    await openAndWork();
    await later(86_400_000);
    assert.equal(approver('olga')?.delivery, 'unreachable');
    assert.equal(sends(), 2);
    await world.change('requests', (request) => askAgain(request, 'olga', world.occasion())?.document ?? request);
    // The welcome goes first.
    await later(500);
    assert.equal(approver('olga')?.delivery, 'sent');
    assert.equal(askAgain(world.request(), 'olga', world.occasion()), undefined);
  });

  it('opens the chat of an owner who never wrote to the bot, and remembers it', async () => {
    world.store.seed('people', aPerson({ id: 'olga', name: 'Olga' }));
    await openAndWork();
    assert.equal(world.messenger.in(`opened-${contoso}-olga`).length, 1);
    const olga = await world.store.forTenant(contoso).read('people').get('olga');
    assert.equal(olga?.address?.conversationId, `opened-${contoso}-olga`);
    assert.equal(olga.name, 'Olga');
  });

  it('opens the chat of somebody of whom nothing is known yet', async () => {
    world = new OutboxWorld(['olga']);
    const stranger = 'stranger';
    world.store.seed('groups', { ...(world.store.all('groups')[0] as never as object), ownerIds: [stranger] } as never);
    dispatcher = world.dispatcher();
    await openAndWork();
    assert.equal(world.messenger.in(`opened-${contoso}-${stranger}`).length, 1);
    const known: Person | undefined = await world.store.forTenant(contoso).read('people').get(stranger);
    assert.equal(known?.address?.userId, `29:${stranger}`);
  });

  it('says unreachable when the bot is not installed for somebody', async () => {
    world.store.seed('people', aPerson({ id: 'olga', name: 'Olga' }));
    world.messenger.script({ on: 'open', failure: 'unreachable' });
    await openAndWork();
    assert.equal(approver('olga')?.delivery, 'unreachable');
    assert.equal(approver('otto')?.delivery, 'sent');
  });

  it('opens a chat anew that was cleared away, once', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'conversationGone' });
    await openAndWork();
    assert.equal(world.messenger.in(`opened-${contoso}-olga`).length, 1);
    assert.equal(approver('olga')?.conversationId, `opened-${contoso}-olga`);
  });

  it('calls somebody unreachable whose new chat is gone as well', async () => {
    world.messenger.script(
      { to: 'chat-olga', failure: 'conversationGone' },
      { to: `opened-${contoso}-olga`, failure: 'conversationGone' },
    );
    await openAndWork();
    assert.equal(approver('olga')?.delivery, 'unreachable');
  });

  it('waits as long as the channel asks, and counts the try', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'throttled', retryAfterMs: 30_000 });
    await openAndWork();
    const planned = world.request().effects.find(({ kind }) => kind === 'showApprover');
    assert.equal(planned?.attempts, 1);
    assert.match(planned.lastError ?? '', /throttled/);
    await later(29_000);
    assert.deepEqual(world.heard('olga'), []);
    await later(3_000);
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
  });

  it('tries again after passing trouble', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'transient' }, { to: 'chat-olga', failure: 'transient' });
    await openAndWork();
    await later(1_000);
    await later(2_000);
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
  });

  it('repeats a message that may have arrived once, later, and says that there may be two', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'ambiguous', arrives: true });
    await openAndWork();
    await later(1_000);
    assert.equal(world.heard('olga').length, 1);
    await later(testLimits.retry.ambiguousDelayMs + 1_000);
    assert.equal(world.heard('olga').length, 2);
    assert.equal(approver('olga')?.maybeDuplicate, true);
    assert.equal(approver('olga')?.delivery, 'sent');
  });

  it('never sends it a third time', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'ambiguous' }, { to: 'chat-olga', failure: 'ambiguous' });
    await openAndWork();
    await later(60_000);
    await later(86_400_000);
    assert.equal(world.messenger.calls.filter(({ to }) => to === 'chat-olga').length, 2);
    assert.equal(approver('olga')?.delivery, 'failed');
  });

  it('an edit that may have arrived is simply repeated', async () => {
    await openAndWork();
    world.messenger.script({ on: 'edit', to: 'chat-otto', failure: 'ambiguous', arrives: true });
    await world.decide('denied');
    await work();
    await later(10_000);
    assert.deepEqual(world.heard('otto'), ['approvalShown denied']);
    assert.equal(world.messenger.in('chat-otto').length, 1);
    assert.equal(approver('otto')?.shows, 'denied');
  });

  it('does not send a decided card anew to somebody who deleted it', async () => {
    await openAndWork();
    world.messenger.delete(approver('otto')?.activityId ?? '');
    await world.decide('denied');
    await work();
    assert.deepEqual(world.heard('otto'), []);
    assert.deepEqual(world.request().effects, []);
  });

  it('gives up at once what the channel calls wrong, in the open', async () => {
    world.messenger.script({ to: 'chat-olga', failure: 'rejected' });
    await openAndWork();
    await later(86_400_000);
    assert.equal(approver('olga')?.delivery, 'failed');
    assert.equal(world.messenger.calls.filter(({ to }) => to === 'chat-olga').length, 1);
    assert.ok(world.logged.some(({ level, message }) => level === 'error' && message === 'an effect was given up'));
  });

  it('waits for a token for as long as that takes: who lost the secret for days has lost no card', async () => {
    const tries = 400;
    world.messenger.script(
      ...Array.from({ length: tries }, () => ({ to: 'chat-olga', failure: 'noToken', retryAfterMs: 30_000 }) as const),
    );
    await openAndWork();
    for (let waited = 1; waited < tries; waited += 1) await later(10 * 60_000);
    assert.equal(approver('olga')?.delivery, 'waiting');
    assert.equal(world.heard('otto').length, 1);
    await later(10 * 60_000);
    assert.deepEqual(world.heard('olga'), ['approvalShown pending']);
    assert.ok(!world.logged.some(({ message }) => message === 'an effect was given up'));
  });

  it('tells the requester in a chat that it opens when they never had one', async () => {
    world.store.seed('people', aPerson({ id: 'ann', name: 'Ann' }));
    await openAndWork();
    await world.decide('denied');
    await work();
    assert.equal(world.messenger.in(`opened-${contoso}-ann`).length, 1);
    assert.equal(world.request().result?.delivery, 'sent');
  });

  it('makes the message for its reader', async () => {
    const viewers: object[] = [];
    dispatcher = world.dispatcher('A', {
      showOutcome: (_outcome, viewer) => (viewers.push(viewer), { kind: 'text', text: 'x' }),
    });
    world.store.seed(
      'people',
      aPerson({ id: 'olga', locale: 'de', timeZone: 'Europe/Berlin', address: addressOf('olga') }),
    );
    await openAndWork();
    assert.deepEqual(viewers, [
      { now: world.clock.at, locale: 'de', timeZone: 'Europe/Berlin', userId: '29:olga' },
      { now: world.clock.at, userId: '29:otto' },
    ]);
  });
});
