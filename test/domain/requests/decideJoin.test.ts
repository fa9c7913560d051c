import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decideJoin, type JoinFacts } from '../../../src/domain/requests/decideJoin.js';
import { aGroup, aTenant } from '../../support/documents.js';
import type { UnsupportedKind } from '../../../src/domain/terms.js';

const owners = [{ id: 'olga', name: 'Olga Berg' }];
const admins = [{ id: 'ada', name: 'Ada Moreau' }];

function decide(given: {
  group?: Parameters<typeof aGroup>[0];
  tenant?: Parameters<typeof aTenant>[0];
  personId?: string;
}): string {
  const facts: JoinFacts = {
    personId: given.personId ?? 'ann',
    group: aGroup(given.group),
    tenant: aTenant({ adminIds: ['ada'], ...given.tenant }),
    owners,
    admins,
  };
  const verdict = decideJoin(facts);
  return verdict.allowed ? verdict.route : verdict.refusal.code;
}

describe('decideJoin', () => {
  const rules: [string, Parameters<typeof decide>[0], string][] = [
    [
      'S4 S14 F3: a security group that needs approval is asked for',
      { group: { groupType: 'security', joinRule: 'ownerApproval' } },
      'askOwners',
    ],
    [
      'S5 S15: a Microsoft 365 group that needs approval is asked for',
      { group: { groupType: 'm365', joinRule: 'ownerApproval' } },
      'askOwners',
    ],
    ['F6: an open group is entered at once', { group: { joinRule: 'open' } }, 'atOnce'],
    [
      'S18 S21 S28 F5: a group that only owners fill is listed but refused',
      { group: { joinRule: 'ownersOnly', isListed: true } },
      'owners_only',
    ],
    ['S51 S54: setting A off stops requests', { tenant: { ownersManageRequests: false } }, 'requests_switched_off'],
    [
      'S54 Q4: setting A off stops open joins, too',
      { group: { joinRule: 'open' }, tenant: { ownersManageRequests: false } },
      'requests_switched_off',
    ],
    ['S53 S54: setting B on stops everything', { tenant: { restrictGroupAccess: true } }, 'groups_restricted'],
    [
      'S52: setting B does not stop an administrator',
      { personId: 'ada', tenant: { restrictGroupAccess: true } },
      'askOwners',
    ],
    ['S79 S84: no licence, no request to a security group', { tenant: { licence: 'none' } }, 'requester_not_licensed'],
    [
      'S80 S84: no licence, no request to a Microsoft 365 group',
      { group: { groupType: 'm365' }, tenant: { licence: 'none' } },
      'requester_not_licensed',
    ],
    [
      'Q4 S84: no licence, no open join',
      { group: { joinRule: 'open' }, tenant: { licence: 'none' } },
      'requester_not_licensed',
    ],
    ['Q5: a personal licence is as good', { tenant: { licence: 'none', licensedIds: ['ann'] } }, 'askOwners'],
    [
      "Q5: somebody else's licence is not",
      { tenant: { licence: 'none', licensedIds: ['ben'] } },
      'requester_not_licensed',
    ],
    ['F31: with nobody to ask the answer is no, never yes', { group: { ownerIds: [] } }, 'no_approver'],
    ['F6: an open group without owners can be joined', { group: { joinRule: 'open', ownerIds: [] } }, 'atOnce'],
    [
      'F5: what an owner could not change is not blamed on the licence',
      { group: { joinRule: 'ownersOnly' }, tenant: { licence: 'none' } },
      'owners_only',
    ],
  ];
  for (const [name, given, expected] of rules) it(name, () => assert.equal(decide(given), expected));

  const kinds: UnsupportedKind[] = [
    'mailEnabledSecurity',
    'distributionList',
    'dynamic',
    'onPremSynced',
    'roleAssignable',
  ];
  for (const unsupportedKind of kinds) {
    it(`S9 S10 F39: a group of the kind ${unsupportedKind} is refused before anything else is said`, () => {
      assert.equal(
        decide({
          group: { unsupportedKind, joinRule: 'open' },
          tenant: { restrictGroupAccess: true, licence: 'none', ownersManageRequests: false },
        }),
        'unsupported_kind',
      );
    });
  }

  it('F5: a refusal names who could change it', () => {
    const verdict = decideJoin({
      personId: 'ann',
      group: aGroup({ joinRule: 'ownersOnly' }),
      tenant: aTenant(),
      owners,
      admins,
    });
    assert.deepEqual(verdict, { allowed: false, refusal: { code: 'owners_only', group: 'Marketing', owners, admins } });
  });
});
