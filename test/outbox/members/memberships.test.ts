import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { authorize } from '../../../src/domain/authorized.js';
import type { Membership } from '../../../src/domain/members/membership.js';
import { endMembership, removeOwner, startMembership } from '../../../src/domain/members/membershipChanges.js';
import { dayMs } from '../../../src/domain/groups/policy.js';
import type { MembershipRequest } from '../../../src/domain/requests/request.js';
import { openRequest } from '../../../src/domain/requests/requestChanges.js';
import { toEffects } from '../../../src/domain/revise.js';
import type { Dispatcher } from '../../../src/outbox/dispatcher.js';
import { aMembership, contoso } from '../../support/documents.js';
import { membershipWork, OutboxWorld, requestWork, testLimits, until } from '../outboxWorld.js';

describe('memberships in the outbox', () => {
  let world: OutboxWorld;
  let dispatcher: Dispatcher;
  beforeEach(() => {
    world = new OutboxWorld(['olga']);
    dispatcher = world.dispatcher();
  });
  afterEach(() => world.close());

  const membership = (): Membership => {
    const [found] = world.store.all('memberships');
    assert.ok(found, 'there is no membership');
    return found;
  };
  const open = (): MembershipRequest => {
    const found = world.store.all('requests').find(({ id }) => id === 'REQ-00000002');
    assert.ok(found, 'nobody asked again');
    return found;
  };
  const later = async (ms: number) => {
    world.clock.at += ms;
    await dispatcher.drain();
  };
  const approve = async (until?: number) => {
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    await world.decide('approved', until === undefined ? {} : { until });
    dispatcher.due(requestWork);
    await dispatcher.drain();
  };
  const joinOpen = async (until?: number) => {
    const start = {
      tenantId: contoso,
      groupId: 'marketing',
      personId: 'ann',
      basis: { kind: 'openJoin' as const },
      ...(until === undefined ? {} : { until }),
    };
    await world.store
      .forTenant(contoso)
      .insert(authorize('test'), 'memberships', startMembership(undefined, start, world.occasion()));
    dispatcher.due(membershipWork);
    await dispatcher.drain();
  };

  it('F70, F71: an approval ends in the directory, and the request says so', async () => {
    await approve();
    assert.ok(world.directory.members.has('marketing/ann'));
    assert.equal(membership().provisioning, 'delivered');
    assert.deepEqual(membership().basis, { kind: 'request', requestId: 'REQ-00000001', by: 'olga' });
    assert.equal(world.request().provisioning, 'delivered');
    assert.deepEqual(world.request().effects, []);
    assert.deepEqual(membership().effects, []);
  });

  it('F12: who asked again before an approval was carried out waits for nothing once they are in', async () => {
    await world.open();
    await world.decide('approved');
    const [group] = world.store.all('groups');
    assert.ok(group);
    const again = openRequest({ id: 'REQ-00000002', group, requesterId: 'ann', expiryMs: dayMs }, world.occasion());
    await world.store.forTenant(contoso).insert(authorize('test'), 'requests', again);
    // Looked at while nobody is in yet, as by a process that outlived the one that was to carry out the approval.
    dispatcher.due({ ...requestWork, id: again.id });
    await until(() => !open().effects.some(({ kind }) => kind === 'followRequest'));
    assert.equal(open().status, 'pending');
    dispatcher.due(requestWork);
    await dispatcher.drain();
    assert.equal(membership().status, 'active');
    assert.equal(open().status, 'superseded');
  });

  it('F71: a grant that is repeated changes nothing', async () => {
    await approve();
    const before = membership();
    await world.change('requests', (request) => ({
      ...request,
      version: request.version + 1,
      nextEffectAt: world.clock.at,
      effects: toEffects([{ kind: 'grantMembership' }], world.occasion()),
    }));
    await dispatcher.drain();
    assert.deepEqual(membership(), before);
    assert.deepEqual(world.request().effects, []);
    assert.equal(world.directory.calls.length, 1);
  });

  it('F52: the time of a membership is what the decision says, counted from the approval', async () => {
    world.clock.at += 13 * dayMs;
    const until = world.clock.at + dayMs;
    await approve(until);
    assert.equal(membership().until, until);
    await later(dayMs - 1);
    assert.equal(membership().status, 'active');
    await later(1);
    assert.equal(membership().status, 'ended');
  });

  it('F49: a membership whose time is over ends in the directory, in the history and in words', async () => {
    await joinOpen(world.clock.at + dayMs);
    await later(3 * dayMs);
    assert.equal(membership().endReason, 'expired');
    assert.deepEqual([...world.directory.members], []);
    assert.deepEqual(world.heard('ann'), ['membershipEnded']);
    assert.deepEqual(await world.history(), ['memberAdded', 'membershipExpired']);
    assert.deepEqual(membership().effects, []);
  });

  it('F49: a membership that was prolonged meanwhile lives until its new end', async () => {
    const end = world.clock.at + dayMs;
    await joinOpen(end);
    await world.change('memberships', (one) => ({ ...one, version: one.version + 1, until: end + dayMs }));
    await later(dayMs + 1);
    assert.equal(membership().status, 'active');
    await later(dayMs);
    assert.equal(membership().status, 'ended');
  });

  it('an approval never shortens what somebody has already', async () => {
    world.store.seed('memberships', aMembership({ until: world.clock.at + 10 * dayMs, provisioning: 'delivered' }));
    await approve(world.clock.at + dayMs);
    assert.equal(membership().until, world.clock.at + 10 * dayMs);
    assert.deepEqual(world.heard('ann'), ['requestShown approved/delivered']);
    assert.equal(world.directory.calls.length, 0);
  });

  it('an approval prolongs what somebody has already', async () => {
    const end = world.clock.at + dayMs;
    await joinOpen(end);
    await approve();
    assert.equal(membership().until, undefined);
    await later(2 * dayMs);
    assert.equal(membership().status, 'active');
  });

  it('takes the place of a membership that ended before', async () => {
    world.store.seed(
      'memberships',
      aMembership({ status: 'ended', endReason: 'left', endedAt: world.clock.at - 1, version: 7 }),
    );
    await approve();
    assert.equal(membership().status, 'active');
    assert.equal(membership().endReason, undefined);
    assert.ok(world.directory.members.has('marketing/ann'));
  });

  it('F71: waits out the directory’s trouble for as long as it asks', async () => {
    world.directory.script({ ok: false, failure: 'transient', retryAfterMs: 10_000, detail: '503' });
    await joinOpen();
    assert.equal(membership().provisioning, 'delivering');
    await later(9_000);
    assert.equal(world.directory.calls.length, 1);
    await later(3_000);
    assert.equal(membership().provisioning, 'delivered');
  });

  it('F71: what the directory refuses is said to the requester and to the owners, and nobody counts as a member', async () => {
    world.directory.script({ ok: false, failure: 'refused', reason: 'other', detail: '403' });
    await approve();
    assert.deepEqual(
      [membership().status, membership().provisioning, membership().endReason],
      ['ended', 'failed', 'failed'],
    );
    assert.equal(world.request().provisioning, 'failed');
    assert.deepEqual(world.heard('ann'), ['requestShown approved/failed']);
    assert.deepEqual(world.heard('olga'), ['approvalShown approved/failed']);
    assert.deepEqual((await world.history()).sort(), [
      'memberAdded',
      'membershipFailed',
      'requestApproved',
      'requestDeliveryFailed',
      'requestOpened',
    ]);
    assert.deepEqual(world.directory.calls, ['add marketing/ann']);
  });

  it('F71: a directory that never answers clearly is asked to take the person out again', async () => {
    world.directory.script(
      ...Array.from(
        { length: testLimits.retry.maxAttempts },
        () => ({ ok: false, failure: 'transient', detail: 'no answer' }) as const,
      ),
    );
    await joinOpen();
    for (let attempt = 1; attempt < testLimits.retry.maxAttempts; attempt += 1)
      await later(testLimits.retry.maxDelayMs);
    assert.equal(membership().endReason, 'failed');
    assert.deepEqual(world.heard('ann'), ['deliveryFailed']);
    assert.equal(world.directory.calls.at(-1), 'remove marketing/ann');
  });

  it('F6: who joins an open group and is refused by the directory hears it', async () => {
    world.directory.script({ ok: false, failure: 'refused', reason: 'other', detail: '403' });
    await joinOpen();
    assert.deepEqual(world.heard('ann'), ['deliveryFailed']);
  });

  it('F14: leaving takes the person out of the directory', async () => {
    await joinOpen();
    await world.change('memberships', (one) =>
      endMembership(one, { reason: 'left', actorId: 'ann' }, world.occasion()),
    );
    dispatcher.due(membershipWork);
    await dispatcher.drain();
    assert.deepEqual([...world.directory.members], []);
    assert.equal(membership().provisioning, 'delivered');
    assert.deepEqual(world.heard('ann'), []);
  });

  it('leaving while being added ends outside', async () => {
    world.directory.script({ ok: false, failure: 'transient', detail: '503' });
    await joinOpen();
    await world.change('memberships', (one) =>
      endMembership(one, { reason: 'left', actorId: 'ann' }, world.occasion()),
    );
    dispatcher.due(membershipWork);
    await dispatcher.drain();
    await later(dayMs);
    assert.deepEqual(world.directory.calls, ['add marketing/ann', 'remove marketing/ann']);
  });

  it('a removal that the directory refuses is kept as failed', async () => {
    await joinOpen();
    world.directory.script({ ok: false, failure: 'refused', reason: 'other', detail: '403' });
    await world.change('memberships', (one) =>
      endMembership(one, { reason: 'left', actorId: 'ann' }, world.occasion()),
    );
    dispatcher.due(membershipWork);
    await dispatcher.drain();
    assert.equal(membership().provisioning, 'failed');
    assert.equal(membership().status, 'ended');
  });

  it('F43: an owner who leaves is no member either, unless they came back meanwhile', async () => {
    world.store.seed('memberships', aMembership({ personId: 'olga' }));
    world.clock.at += 1_000;
    await world.change('groups', (group) =>
      removeOwner({ ...group, ownerIds: ['olga', 'otto'] }, 'olga', world.occasion()),
    );
    const [group] = world.store.all('groups');
    dispatcher.due({ collection: 'groups', tenantId: contoso, id: 'marketing' });
    await dispatcher.drain();
    assert.equal(membership().endReason, 'left');
    assert.deepEqual(await world.history(), ['ownerLeft', 'memberLeft']);
    assert.equal(group?.ownerIds.includes('olga'), false);
    world.store.seed('memberships', aMembership({ personId: 'olga', since: world.clock.at + 5, version: 9 }));
    world.clock.at += 10;
    const effect = {
      kind: 'endMembership',
      personId: 'olga',
      leftAt: world.clock.at - 10,
      id: randomUUID(),
      dueAt: 0,
      attempts: 0,
    } as const;
    await world.change('groups', (one) => ({ ...one, version: one.version + 1, nextEffectAt: 0, effects: [effect] }));
    await dispatcher.drain();
    assert.equal(membership().status, 'active');
  });

  it('F48: a request that nobody decides expires as a state of its own, with a word to its requester', async () => {
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    await later(14 * dayMs);
    const { status, openKey, closedAt, effects } = world.request();
    assert.deepEqual(
      { status, openKey, closedAt, effects },
      { status: 'expired', openKey: undefined, closedAt: world.clock.at, effects: [] },
    );
    assert.deepEqual(world.heard('ann'), ['requestShown expired']);
    assert.deepEqual(world.heard('olga'), ['approvalShown expired']);
    assert.deepEqual(await world.history(), ['requestOpened', 'requestExpired']);
  });

  it('F48: an approval that is faster than the expiry stands', async () => {
    await world.open();
    dispatcher.due(requestWork);
    await dispatcher.drain();
    world.clock.at += 14 * dayMs;
    let decided = false;
    world.store.beforeWrite = async (collection, document) => {
      if (collection !== 'requests' || decided || !document.effects.some(({ kind }) => kind === 'showRequester'))
        return;
      decided = true;
      world.store.beforeWrite = undefined;
      await world.decide('approved', { processId: 'B' });
    };
    await dispatcher.drain();
    assert.ok(decided);
    assert.equal(world.request().status, 'approved');
    await later(60_000);
    assert.equal(membership().status, 'active');
    assert.ok(!(await world.history()).includes('requestExpired'));
  });
});
