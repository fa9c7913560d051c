import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decideApproval, decideDenial, type DecisionFacts } from '../../../src/domain/requests/decideApproval.js';
import { dayMs } from '../../../src/domain/groups/policy.js';
import { aGroup, aRequest, aTenant, monday } from '../../support/documents.js';

interface Given {
  actorId?: string;
  request?: Parameters<typeof aRequest>[0];
  group?: Parameters<typeof aGroup>[0];
  tenant?: Parameters<typeof aTenant>[0];
  requesterIsMember?: boolean;
}

function facts({ actorId = 'olga', request, group, tenant, requesterIsMember = false }: Given): DecisionFacts {
  return {
    actorId,
    request: aRequest(request),
    group: aGroup(group),
    tenant: aTenant(tenant),
    requester: { id: 'ann', name: 'Ann' },
    requesterIsMember,
    now: monday,
    otherOwners: [],
    admins: [],
  };
}

const decided = { outcome: 'approved', by: 'omar', at: monday - 1, via: 'card' } as const;

/** The same obstacles stand before a yes and a no. */
const both: [string, Given, string][] = [
  ['S6 S7 F16: an owner may decide', {}, 'yes'],
  [
    'F16: somebody who was never asked learns no more than from a made-up number',
    { actorId: 'mallory' },
    'request_not_found',
  ],
  [
    'F16: who was asked and is no owner any more is told so',
    { request: { approvers: [{ personId: 'otto', delivery: 'sent' }] }, actorId: 'otto' },
    'not_an_approver',
  ],
  [
    'F16: who became an owner after the question may decide',
    { actorId: 'nina', group: { ownerIds: ['olga', 'nina'] } },
    'yes',
  ],
  ['F24: nobody decides their own request', { actorId: 'ann' }, 'own_request'],
  [
    'F24: nobody decides their own request, not even as an owner',
    { actorId: 'ann', group: { ownerIds: ['olga', 'ann'] } },
    'own_request',
  ],
  [
    'F17: a decided request stays decided',
    { request: { status: 'approved', decision: decided } },
    'request_already_decided',
  ],
  [
    'F13: a withdrawn request cannot be decided',
    { request: { status: 'withdrawn', closedAt: monday } },
    'request_closed',
  ],
  ['F48: an expired request cannot be decided', { request: { status: 'expired', closedAt: monday } }, 'request_closed'],
  ['S50 S51: setting A off stops decisions', { tenant: { ownersManageRequests: false } }, 'requests_switched_off'],
  ['S53: setting B on stops decisions', { tenant: { restrictGroupAccess: true } }, 'groups_restricted'],
  [
    'S81: an owner without a licence cannot decide',
    { tenant: { licence: 'none', licensedIds: ['ann'] } },
    'approver_not_licensed',
  ],
  [
    'S81 Q5: an owner with a licence of their own can',
    { tenant: { licence: 'none', licensedIds: ['ann', 'olga'] } },
    'yes',
  ],
];

describe('decideApproval', () => {
  const approval = (given: Given, wish = {}): string => {
    const verdict = decideApproval(facts(given), wish);
    return verdict.allowed ? 'yes' : verdict.refusal.code;
  };
  for (const [name, given, expected] of both) it(name, () => assert.equal(approval(given), expected));

  it('S79 F38: what the request itself needs is asked again: the licence, and a reason that is long enough', () => {
    const licensed = { tenant: { licence: 'none', licensedIds: ['olga'] } } as const;
    assert.equal(approval(licensed), 'request_needs_more');
    assert.equal(
      approval({ group: { justification: 'required' }, request: { justification: 'short' } }),
      'request_needs_more',
    );
  });

  it('F38: the rule of today counts, not that of the day of the request', () =>
    assert.equal(approval({ group: { joinRule: 'ownersOnly' } }), 'rule_changed'));
  it('F38 F39: a group that has become dynamic is refused', () =>
    assert.equal(approval({ group: { unsupportedKind: 'dynamic' } }), 'unsupported_kind'));
  it('F38: who is in already is not let in again', () =>
    assert.equal(approval({ requesterIsMember: true }), 'requester_left_or_joined'));

  const days = (count: number) => ({ kind: 'days' as const, days: count });
  it('F25: an owner may give less time than asked', () => {
    const verdict = decideApproval(facts({ request: { duration: days(30) } }), { duration: days(7) });
    assert.equal(verdict.allowed && verdict.until, monday + 7 * dayMs);
  });
  it('F25: an owner may not give more time than asked', () =>
    assert.equal(approval({ request: { duration: days(30) } }, { duration: days(31) }), 'duration_longer_than_asked'));
  it('F25: an owner may set an end where none was asked for', () => {
    const verdict = decideApproval(facts({}), { duration: days(7) });
    assert.equal(verdict.allowed && verdict.until, monday + 7 * dayMs);
  });
  it('F52: the days count from the approval, not from the request', () => {
    const verdict = decideApproval(facts({ request: { createdAt: monday - 13 * dayMs, duration: days(30) } }));
    assert.equal(verdict.allowed && verdict.until, monday + 30 * dayMs);
  });
  it('F37: the longest membership of the group holds although nobody asked for an end', () => {
    const verdict = decideApproval(facts({ group: { maxDurationDays: 90 } }));
    assert.equal(verdict.allowed && verdict.until, monday + 90 * dayMs);
  });
  it("F32: the organisation's longest membership holds where the group has none", () => {
    const verdict = decideApproval(facts({ tenant: { guardrails: { justification: 'off', maxDurationDays: 10 } } }));
    assert.equal(verdict.allowed && verdict.until, monday + 10 * dayMs);
  });
  it('F37: more time than the group allows is refused with its limit', () =>
    assert.equal(approval({ group: { maxDurationDays: 5 } }, { duration: days(7) }), 'duration_too_long'));
  it('an end that has passed while the request waited cannot be granted', () =>
    assert.equal(approval({ request: { duration: { kind: 'until', until: monday - 1 } } }), 'duration_in_the_past'));
  it('no end asked, none allowed for: the membership has none', () => {
    const verdict = decideApproval(facts({}));
    assert.deepEqual(verdict.allowed && 'until' in verdict, false);
  });
});

describe('decideDenial', () => {
  const denial = (given: Given, reason?: string): string => {
    const verdict = decideDenial(facts(given), reason);
    return verdict.allowed ? 'yes' : verdict.refusal.code;
  };
  for (const [name, given, expected] of both)
    it(name, () => assert.equal(denial(given, 'The campaign is over'), expected));
  for (const empty of [undefined, '', '   ', '\n\t']) {
    it(`F21: ${JSON.stringify(empty)} is no reason`, () => assert.equal(denial({}, empty), 'justification_missing'));
  }
  it('F38: a request can be denied although the rule changed', () =>
    assert.equal(denial({ group: { joinRule: 'ownersOnly' } }, 'No longer needed'), 'yes'));
});
