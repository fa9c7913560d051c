import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DecisionFacts } from '../../../src/domain/requests/decideApproval.js';
import { decideReminder } from '../../../src/domain/requests/decideReminder.js';
import type { StandIn } from '../../../src/domain/requests/deciders.js';
import { aGroup, aRequest, aTenant, monday } from '../../support/documents.js';

const hour = 3_600_000;
const sent = (personId: string) => ({ personId, delivery: 'sent' }) as const;

interface Given {
  readonly actorId?: string;
  readonly request?: Parameters<typeof aRequest>[0];
  readonly group?: Parameters<typeof aGroup>[0];
  readonly tenant?: Parameters<typeof aTenant>[0];
  readonly after?: number;
  readonly standIns?: readonly StandIn[];
}

/** Whom the rule lets remind, or why not. */
function decided({ actorId = 'ann', request, group, tenant, after = hour, standIns = [] }: Given): unknown {
  const facts: DecisionFacts = {
    actorId,
    request: aRequest({ approvers: [sent('olga'), sent('omar')], ...request }),
    group: aGroup({ ownerIds: ['olga', 'omar'], ...group }),
    tenant: aTenant(tenant),
    requester: { id: 'ann', name: 'Ann' },
    requesterIsMember: false,
    now: monday + after,
    otherOwners: [],
    admins: [],
  };
  const verdict = decideReminder(facts, standIns);
  if (verdict.allowed) return verdict.personIds;
  const { refusal } = verdict;
  return refusal.code === 'reminder_too_soon' ? [refusal.code, refusal.at - monday] : refusal.code;
}

const cases: readonly (readonly [string, Given, unknown])[] = [
  ['everybody who got the card', {}, ['olga', 'omar']],
  ['not in the first hour', { after: hour - 1 }, ['reminder_too_soon', hour]],
  [
    'once in 24 hours',
    { request: { remindedAt: monday + hour }, after: 25 * hour - 1 },
    ['reminder_too_soon', 25 * hour],
  ],
  ['again after them', { request: { remindedAt: monday + hour }, after: 25 * hour }, ['olga', 'omar']],
  [
    'nobody whose card did not arrive',
    { request: { approvers: [sent('olga'), { personId: 'omar', delivery: 'unreachable' }] } },
    ['olga'],
  ],
  ['nobody who is no owner any more', { group: { ownerIds: ['olga'] } }, ['olga']],
  [
    'nobody whose card says that it is not theirs any more',
    { request: { approvers: [sent('olga'), { ...sent('omar'), isFormer: true }] } },
    ['olga'],
  ],
  [
    'a stand-in, while they are one',
    { request: { approvers: [sent('sam')] }, standIns: [{ personId: 'sam', forId: 'olga' }] },
    ['sam'],
  ],
  ['no stand-in afterwards', { request: { approvers: [sent('sam')] } }, 'nobody_to_remind'],
  [
    'that nobody was reached',
    { request: { approvers: [{ personId: 'olga', delivery: 'waiting' }] } },
    'nobody_to_remind',
  ],
  ['that nobody was reached, also in the first hour', { request: { approvers: [] }, after: 0 }, 'nobody_to_remind'],
  ['that setting A is off', { tenant: { ownersManageRequests: false } }, 'requests_switched_off'],
  ['that nobody may decide without a licence', { tenant: { licence: 'none' } }, 'nobody_to_remind'],
  ['nothing of what is somebody else’s', { actorId: 'olga' }, 'request_not_found'],
  [
    'who decided',
    {
      request: {
        status: 'approved',
        decision: { outcome: 'approved', by: 'olga', at: monday + 1, via: 'card' },
      },
    },
    'request_already_decided',
  ],
  ['that it is closed', { request: { status: 'withdrawn', closedAt: monday + 1 } }, 'request_closed'],
];

describe('decideReminder (F77)', () => {
  for (const [title, given, expected] of cases) it(`F77: ${title}`, () => assert.deepEqual(decided(given), expected));
});
