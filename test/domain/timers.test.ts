import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Effect } from '../../src/domain/effect.js';
import { applyChange, claimLease, leaseState, releaseLease, settleEffects } from '../../src/domain/timers.js';
import {
  expireMembership,
  grantMembership,
  recordAddition,
  recordAdditionFailure,
  recordRemoval,
} from '../../src/domain/members/membershipTimers.js';
import {
  askAgain,
  expireRequest,
  recordApproverCard,
  recordDelivery,
} from '../../src/domain/requests/requestTimers.js';
import type { MembershipRequest } from '../../src/domain/requests/request.js';
import { leaseMs } from '../../src/domain/revise.js';
import { aMembership, aRequest, monday } from '../support/documents.js';
import { projectPath } from '../support/project.js';

let count = 0;
const occasion = { now: monday, processId: 'A', newId: () => `new-${(count += 1)}` };
const effect = (id: string, given: Partial<Effect> = {}): Effect =>
  ({ kind: 'showRequester', id, dueAt: monday, attempts: 0, ...given }) as Effect;
const approved = (given: Partial<MembershipRequest> = {}) =>
  aRequest({
    status: 'approved',
    provisioning: 'delivering',
    decision: { outcome: 'approved', by: 'olga', at: monday, via: 'card' },
    ...given,
  });

describe('settleEffects', () => {
  it('takes out what ended, keeps what comes again, and touches nothing else', () => {
    const request = aRequest({
      version: 4,
      effects: [effect('done'), effect('again'), effect('other', { dueAt: monday + 5 })],
    });
    const again = { dueAt: monday + 9, attempts: 1, lastError: 'no answer' };
    const { document } = settleEffects(
      request,
      [{ effectId: 'done' }, { effectId: 'again', again }, { effectId: 'gone' }],
      occasion,
    );
    assert.deepEqual(document.effects, [effect('again', again), effect('other', { dueAt: monday + 5 })]);
    assert.equal(document.version, 5);
    assert.equal(document.nextEffectAt, monday + 5);
  });

  it('counts one version however many changes there are, and keeps the lease of another process', () => {
    const lease = { holder: 'B', until: monday + 10 };
    const request = aRequest({
      version: 4,
      lease,
      effects: [effect('x', { kind: 'expireRequest' })],
      expiresAt: monday,
    });
    const { document } = settleEffects(request, [{ effectId: 'x', change: expireRequest }], occasion);
    assert.equal(document.status, 'expired');
    assert.equal(document.version, 5);
    assert.deepEqual(document.lease, lease);
    assert.equal(document.nextEffectAt, lease.until);
  });

  it('always plans the next look when there is something left, and none when there is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000, max: 50_000 }), { maxLength: 6 }),
        fc.boolean(),
        (offsets, isLast) => {
          const effects = offsets.map((offset, index) => effect(`e${index}`, { dueAt: monday + offset }));
          const settled = isLast ? effects.map(({ id }) => ({ effectId: id })) : [];
          const { document } = settleEffects(aRequest({ effects }), settled, occasion);
          assert.equal(document.nextEffectAt === undefined, document.effects.length === 0);
          const isDue = document.effects.some(({ dueAt }) => dueAt <= monday);
          assert.equal(document.lease !== undefined, isDue);
        },
      ),
    );
  });
});

describe('what somebody waits for', () => {
  const card = (dueAt = monday) => effect('card', { kind: 'showApprover', dueAt });
  const result = (dueAt = monday) => effect('result', { dueAt });

  it('is planned beside all the rest, and neither before its time nor before the lease of another ends', () => {
    const timesOf = (given: Partial<MembershipRequest>) => {
      const { nextEffectAt, awaitedAt } = claimLease(aRequest(given), occasion).document;
      return [nextEffectAt, awaitedAt].map((at) => at && at - monday);
    };
    assert.deepEqual(timesOf({ effects: [card(monday + 9)] }), [9, undefined]);
    assert.deepEqual(timesOf({ effects: [result(monday + 9), card(monday + 4)] }), [4, 9]);
    assert.deepEqual(timesOf({ effects: [result()] }), [leaseMs, leaseMs]);
    const lease = { holder: 'B', until: monday + 20 };
    assert.deepEqual(timesOf({ lease, effects: [result(monday + 9)] }), [20, 20]);
    const released = releaseLease(claimLease(aRequest({ effects: [result()] }), occasion).document, occasion);
    assert.equal(released?.document.awaitedAt, monday);
  });

  it('is all that a process leases anew which has more than enough to do', () => {
    const busy = { ...occasion, isBusy: true as const };
    const left = claimLease(aRequest({ effects: [card()] }), busy).document;
    assert.deepEqual([left.lease, left.nextEffectAt], [undefined, monday]);
    assert.equal(claimLease(aRequest({ effects: [card(), result()] }), busy).document.lease?.holder, 'A');
    const begun = claimLease(aRequest({ effects: [card()] }), occasion).document;
    assert.equal(claimLease(begun, busy).document.lease?.holder, 'A', 'what it has begun it goes on with');
  });
});

describe('leases', () => {
  it('belong to one process until they end', () => {
    const leased = claimLease(aRequest({ effects: [effect('x')] }), occasion).document;
    assert.equal(leaseState(leased, occasion), 'ours');
    assert.equal(leaseState(leased, { ...occasion, processId: 'B' }), 'theirs');
    assert.equal(leaseState(leased, { now: monday + leaseMs, processId: 'B' }), 'free');
    assert.equal(leaseState(aRequest(), occasion), 'free');
  });

  it('are given back by their holder alone, and the work is due at once', () => {
    const leased = claimLease(aRequest({ effects: [effect('x')] }), occasion).document;
    const released = releaseLease(leased, occasion)?.document;
    assert.equal(released?.lease, undefined);
    assert.equal(released?.nextEffectAt, monday);
    assert.equal(released?.version, leased.version + 1);
    assert.equal(releaseLease(leased, { ...occasion, processId: 'B' }), undefined);
  });
});

describe('changes of a request', () => {
  it('a card that shows an old state is planned once more, once', () => {
    const change = recordApproverCard('olga', {
      delivery: 'sent',
      activityId: 'a',
      conversationId: 'c',
      shows: 'pending',
    });
    const stale = change.apply(approved(), occasion);
    assert.deepEqual(
      stale.effects.map(({ kind }) => kind),
      ['showApprover'],
    );
    assert.equal(change.apply(stale, occasion).effects.length, 1);
    assert.equal(change.apply(aRequest(), occasion).effects.length, 0);
  });

  it('F71: a delivery is told once, and only to an approved request', () => {
    const delivered = recordDelivery({ result: 'delivered' });
    const once = delivered.apply(approved({ effects: [effect('late', { dueAt: monday + 3_000 })] }), occasion);
    assert.equal(once.provisioning, 'delivered');
    assert.equal(once.effects.filter(({ kind }) => kind === 'showRequester').length, 1);
    assert.equal(once.effects.find(({ kind }) => kind === 'showRequester')?.dueAt, monday);
    assert.equal(delivered.apply(once, occasion), once);
    const denied = aRequest({ status: 'denied' });
    assert.equal(applyChange(denied, delivered, occasion), undefined);
  });

  it('F48: expiry does nothing to a decided request and waits for its time', () => {
    const decided = approved({ expiresAt: monday });
    assert.equal(expireRequest.apply(decided, occasion), decided);
    const early = expireRequest.apply(aRequest({ expiresAt: monday + 5 }), occasion);
    assert.equal(early.status, 'pending');
    assert.deepEqual(
      early.effects.map(({ kind, dueAt }) => [kind, dueAt]),
      [['expireRequest', monday + 5]],
    );
  });

  it('asks again only who was not reached, while it waits', () => {
    const unreachable = [{ personId: 'olga', delivery: 'unreachable' as const }];
    assert.equal(
      askAgain(aRequest({ approvers: unreachable }), 'olga', occasion)?.document.approvers[0]?.delivery,
      'waiting',
    );
    assert.equal(askAgain(aRequest(), 'olga', occasion), undefined);
    assert.equal(askAgain(approved({ approvers: unreachable }), 'olga', occasion), undefined);
    assert.equal(askAgain(aRequest({ approvers: unreachable }), 'otto', occasion), undefined);
  });
});

describe('changes of a membership', () => {
  it('F71: only an approval grants, and each once', () => {
    assert.equal(grantMembership(aRequest(), undefined, occasion).document, undefined);
    const granted = grantMembership(approved(), undefined, occasion);
    assert.equal(granted.document?.status, 'active');
    assert.equal(granted.document?.version, 1);
    assert.equal(grantMembership(approved(), granted.document, occasion).document, undefined);
  });

  it('a grant that was left before it was saved as done is not given a second time', () => {
    const left = aMembership({ status: 'ended', basis: { kind: 'request', requestId: 'REQ-00000001', by: 'olga' } });
    assert.equal(grantMembership(approved(), left, occasion).document, undefined);
  });

  it('a request hears of a membership that the directory is still at', () => {
    const underWay = aMembership({ basis: { kind: 'openJoin' }, provisioning: 'delivering', until: monday + 5 });
    const { document, isReady } = grantMembership(approved(), underWay, occasion);
    assert.equal(isReady, false);
    assert.deepEqual(document?.basis, { kind: 'request', requestId: 'REQ-00000001', by: 'olga' });
    assert.equal(document?.until, undefined);
  });

  it('what the directory says of somebody who is no longer in, or is in again, changes nothing', () => {
    const ended = aMembership({ status: 'ended', endReason: 'left' });
    assert.equal(recordAddition.apply(ended, occasion), ended);
    assert.equal(recordAdditionFailure(true, 'other').apply(ended, occasion), ended);
    const active = aMembership();
    assert.equal(recordRemoval('failed').apply(active, occasion), active);
    assert.equal(expireMembership.apply(active, occasion), active);
  });
});

describe('toChange', () => {
  it('is imported by the rules alone, because a change that anybody makes would be a forged proof', () => {
    const files = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const users = files.filter((file) => /\btoChange\b/.test(readFileSync(projectPath('src', file), 'utf8')));
    assert.ok(users.length > 1);
    assert.deepEqual(
      users.filter((file) => !/^domain[\\/]/.test(file)),
      [],
    );
  });
});
