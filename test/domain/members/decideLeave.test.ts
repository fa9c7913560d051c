import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decideLeave } from '../../../src/domain/members/decideLeave.js';
import { decideWithdrawal } from '../../../src/domain/requests/decideWithdrawal.js';
import { aGroup, aRequest, monday } from '../../support/documents.js';

describe('decideLeave', () => {
  const leave = (personId: string, isMember: boolean, group: Parameters<typeof aGroup>[0] = {}): string => {
    const verdict = decideLeave({ personId, isMember, group: aGroup(group) });
    return verdict.allowed ? (verdict.isOwner ? 'as owner' : 'as member') : verdict.refusal.code;
  };
  it('F14: a member may leave', () => assert.equal(leave('ann', true), 'as member'));
  it('F14: who is not in cannot leave', () => assert.equal(leave('ann', false), 'not_a_member'));
  it('F43: the last owner may not leave', () => assert.equal(leave('olga', true), 'last_owner'));
  it('F43: one of two owners may leave', () =>
    assert.equal(leave('olga', false, { ownerIds: ['olga', 'omar'] }), 'as owner'));
  it('F39: a group that another system fills cannot be left here', () =>
    assert.equal(leave('ann', true, { unsupportedKind: 'dynamic' }), 'unsupported_kind'));
});

describe('decideWithdrawal', () => {
  const withdraw = (actorId: string, request: Parameters<typeof aRequest>[0] = {}): string => {
    const verdict = decideWithdrawal({ actorId, request: aRequest(request), groupName: 'Marketing' });
    return verdict.allowed ? 'yes' : verdict.refusal.code;
  };
  it('F13: the requester may, while it waits', () => assert.equal(withdraw('ann'), 'yes'));
  it('F13: nobody else may, nor learns that it exists', () => assert.equal(withdraw('olga'), 'request_not_found'));
  it('F13: a decided one stays decided', () =>
    assert.equal(
      withdraw('ann', { status: 'denied', decision: { outcome: 'denied', by: 'olga', at: monday, via: 'card' } }),
      'request_already_decided',
    ));
  it('F13: an expired one is over', () => assert.equal(withdraw('ann', { status: 'expired' }), 'request_closed'));
});
