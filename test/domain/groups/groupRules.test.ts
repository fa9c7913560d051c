import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allowedJoinRules,
  decideAdminister,
  decideAssignManagers,
  decideAssignOwner,
  decideCreateGroup,
  decideEditGroup,
  decideManageMembers,
  mayUsersCreate,
  type GroupFacts,
} from '../../../src/domain/groups/decideManage.js';
import { groupDefaults } from '../../../src/domain/groups/groupDefaults.js';
import { findNameProblem, toGroupName } from '../../../src/domain/groups/groupNames.js';
import type { Group } from '../../../src/domain/groups/group.js';
import type { Tenant } from '../../../src/domain/organisation/tenant.js';
import { askedIdsOf } from '../../../src/domain/groups/policy.js';
import { aGroup, aTenant } from '../../support/documents.js';
import type { UnsupportedKind } from '../../../src/domain/terms.js';

const ada = { id: 'ada', name: 'Ada Moreau' };
const olga = { id: 'olga', name: 'Olga Berg' };
const ann = { id: 'ann', name: 'Ann Archer' };

function facts(
  actorId: string,
  given: { readonly group?: Partial<Group>; readonly tenant?: Partial<Tenant> } = {},
): GroupFacts {
  return {
    actorId,
    tenant: aTenant({ adminIds: ['ada'], ...given.tenant }),
    group: aGroup({ ownerIds: ['olga'], managerIds: ['mia'], ...given.group }),
    owners: [olga],
    admins: [ada],
  };
}

function codeOf(verdict: { readonly allowed: boolean; readonly refusal?: { readonly code: string } }): string {
  return verdict.allowed ? 'yes' : (verdict.refusal?.code ?? '');
}

describe('groupDefaults (F4)', () => {
  const rows: readonly (readonly [string, Parameters<typeof groupDefaults>, ReturnType<typeof groupDefaults>])[] = [
    [
      'S13 S17 S18 S28 S29: PowerShell × security',
      ['powershell', 'security'],
      { joinRule: 'ownersOnly', isListed: true, creatorOwns: false, choosesOptions: false },
    ],
    [
      'S15 S19 S29: PowerShell × Microsoft 365',
      ['powershell', 'm365'],
      { joinRule: 'open', isListed: true, creatorOwns: false, choosesOptions: false },
    ],
    [
      'S12 S20 S21 S22 S28 S29: portal × security',
      ['portal', 'security'],
      { joinRule: 'ownersOnly', isListed: true, creatorOwns: false, choosesOptions: false },
    ],
    [
      'S15 S23 S29 Q7: portal × Microsoft 365',
      ['portal', 'm365'],
      { joinRule: 'open', isListed: true, creatorOwns: true, choosesOptions: false },
    ],
    [
      'S14 S16 S24 S25 S77 Q6: self-service × security',
      ['selfService', 'security'],
      { joinRule: 'open', isListed: true, creatorOwns: true, choosesOptions: true },
    ],
    [
      'S14 S15 S16 S26 S27 S77 Q6: self-service × Microsoft 365',
      ['selfService', 'm365'],
      { joinRule: 'open', isListed: true, creatorOwns: true, choosesOptions: true },
    ],
  ];
  for (const [name, [origin, groupType], expected] of rows)
    it(name, () => assert.deepEqual(groupDefaults(origin, groupType), expected));
});

describe('decideCreateGroup', () => {
  const create = (actorId: string, tenant: Partial<Tenant>, wish: Parameters<typeof decideCreateGroup>[1]): string =>
    codeOf(decideCreateGroup(facts(actorId, { tenant }), wish));
  const security = { groupType: 'security', joinRule: 'open' } as const;
  const m365 = { groupType: 'm365', joinRule: 'open' } as const;

  it('S1 S55 S76: setting C on Yes lets everybody create security groups, and nobody is picked for it', () => {
    for (const person of ['ann', 'ben', 'olga', 'somebody-new'])
      assert.equal(create(person, { usersCreateSecurityGroups: true }, security), 'yes');
  });
  it('S2 S63 S76: setting D on Yes lets everybody create Microsoft 365 groups', () => {
    for (const person of ['ann', 'ben', 'olga', 'somebody-new'])
      assert.equal(create(person, { usersCreateM365Groups: true }, m365), 'yes');
  });
  it('S59: setting C on No lets nobody create security groups but administrators', () => {
    assert.equal(create('ann', { usersCreateSecurityGroups: false }, security), 'creation_switched_off');
    assert.equal(create('ada', { usersCreateSecurityGroups: false }, security), 'yes');
  });
  it('S67: setting D on No lets nobody create Microsoft 365 groups but administrators', () => {
    assert.equal(create('ann', { usersCreateM365Groups: false }, m365), 'creation_switched_off');
    assert.equal(create('ada', { usersCreateM365Groups: false }, m365), 'yes');
  });
  it('S71: C and D do not depend on each other', () => {
    assert.deepEqual(
      [
        create('ann', { usersCreateSecurityGroups: true, usersCreateM365Groups: false }, security),
        create('ann', { usersCreateSecurityGroups: true, usersCreateM365Groups: false }, m365),
      ],
      ['yes', 'creation_switched_off'],
    );
    assert.deepEqual(
      [
        create('ann', { usersCreateSecurityGroups: false, usersCreateM365Groups: true }, security),
        create('ann', { usersCreateSecurityGroups: false, usersCreateM365Groups: true }, m365),
      ],
      ['creation_switched_off', 'yes'],
    );
    assert.deepEqual(
      [
        mayUsersCreate(aTenant({ usersCreateM365Groups: false }), 'security'),
        mayUsersCreate(aTenant({ usersCreateM365Groups: false }), 'm365'),
      ],
      [true, false],
    );
  });
  it('S82 S83: without the licence groups can be created, but none that needs approval', () => {
    assert.equal(create('ann', { licence: 'none' }, security), 'yes');
    assert.equal(create('ann', { licence: 'none' }, { groupType: 'security', joinRule: 'ownersOnly' }), 'yes');
    assert.equal(
      create('ann', { licence: 'none' }, { groupType: 'security', joinRule: 'ownerApproval' }),
      'approval_needs_licence',
    );
    assert.equal(
      create('ann', { licence: 'none', licensedIds: ['ann'] }, { groupType: 'security', joinRule: 'ownerApproval' }),
      'yes',
    );
  });
  it('S53: setting B closes it', () =>
    assert.equal(create('ann', { restrictGroupAccess: true }, security), 'groups_restricted'));
  it('F32: the organisation’s least join rule leaves the tighter ones', () => {
    assert.deepEqual(
      allowedJoinRules(aTenant({ guardrails: { justification: 'off', leastJoinRule: 'ownerApproval' } })),
      ['ownersOnly', 'ownerApproval'],
    );
    assert.deepEqual(allowedJoinRules(aTenant({})), ['ownersOnly', 'ownerApproval', 'open']);
  });
});

describe('decideEditGroup', () => {
  it('S3: owners and administrators change a group, nobody else', () => {
    assert.deepEqual(
      ['olga', 'ada', 'mia', 'ann'].map((actor) => codeOf(decideEditGroup(facts(actor)))),
      ['yes', 'yes', 'owners_and_admins_only', 'owners_and_admins_only'],
    );
  });
  it('S60: setting C on No keeps owners from changing their security groups, and leaves Microsoft 365 groups alone', () => {
    const tenant = { usersCreateSecurityGroups: false };
    assert.equal(codeOf(decideEditGroup(facts('olga', { tenant }))), 'editing_switched_off');
    assert.equal(codeOf(decideEditGroup(facts('olga', { tenant, group: { groupType: 'm365' } }))), 'yes');
    assert.equal(codeOf(decideEditGroup(facts('ada', { tenant }))), 'yes');
  });
  it('S68: setting D on No keeps owners from changing their Microsoft 365 groups, and leaves security groups alone', () => {
    const tenant = { usersCreateM365Groups: false };
    assert.equal(
      codeOf(decideEditGroup(facts('olga', { tenant, group: { groupType: 'm365' } }))),
      'editing_switched_off',
    );
    assert.equal(codeOf(decideEditGroup(facts('olga', { tenant }))), 'yes');
  });
});

describe('decideManageMembers', () => {
  it('S8 S33 S78 F41: owners, membership managers and administrators; S37–S40: no other owner, member or stranger', () => {
    assert.deepEqual(
      ['olga', 'mia', 'ada', 'ann', 'other-owner'].map((actor) => codeOf(decideManageMembers(facts(actor)))),
      ['yes', 'yes', 'yes', 'owners_and_admins_only', 'owners_and_admins_only'],
    );
  });
  it('S56 S61: members of a security group are managed whatever setting C says', () => {
    for (const usersCreateSecurityGroups of [true, false])
      assert.equal(codeOf(decideManageMembers(facts('olga', { tenant: { usersCreateSecurityGroups } }))), 'yes');
  });
  it('S64 S69: members of a Microsoft 365 group are managed whatever setting D says', () => {
    for (const usersCreateM365Groups of [true, false])
      assert.equal(
        codeOf(decideManageMembers(facts('olga', { tenant: { usersCreateM365Groups }, group: { groupType: 'm365' } }))),
        'yes',
      );
  });
  it('S82: without the licence owners still manage members', () =>
    assert.equal(codeOf(decideManageMembers(facts('olga', { tenant: { licence: 'none' } }))), 'yes'));
});

describe('decideAssignOwner', () => {
  const assign = (
    actorId: string,
    mode: 'none' | 'selected' | 'all',
    given: {
      readonly isMember?: boolean;
      readonly selectedIds?: readonly string[];
      readonly groupType?: Group['groupType'];
    } = {},
  ): string => {
    const { isMember = true, selectedIds = [], groupType = 'security' } = given;
    const closed = { mode: 'none', selectedIds: [] } as const;
    const ownersCanAssignOwners =
      groupType === 'security'
        ? { security: { mode, selectedIds }, m365: closed }
        : { security: closed, m365: { mode, selectedIds } };
    return codeOf(
      decideAssignOwner(facts(actorId, { tenant: { ownersCanAssignOwners }, group: { groupType } }), {
        view: ann,
        isMember,
      }),
    );
  };
  it('S72 F42: setting E says which owners may: all, none', () =>
    assert.deepEqual(
      [assign('olga', 'all'), assign('olga', 'none'), assign('ada', 'none')],
      ['yes', 'owner_assignment_restricted', 'yes'],
    ));
  it('S73: people can be picked for it', () =>
    assert.deepEqual(
      [assign('olga', 'selected', { selectedIds: ['olga'] }), assign('olga', 'selected', { selectedIds: ['omar'] })],
      ['yes', 'owner_assignment_restricted'],
    ));
  it('S74: whoever becomes an owner is a member already', () =>
    assert.deepEqual(
      [assign('olga', 'all', { isMember: false }), assign('ada', 'all', { isMember: false })],
      ['not_yet_member', 'not_yet_member'],
    ));
  it('S75 Q2: it stands twice, once for each kind of group', () =>
    assert.deepEqual(
      [assign('olga', 'all', { groupType: 'm365' }), assign('olga', 'none', { groupType: 'm365' })],
      ['yes', 'owner_assignment_restricted'],
    ));
  it('is for owners and administrators, not for membership managers', () =>
    assert.deepEqual(
      ['mia', 'ann', 'olga'].map((actor) => codeOf(decideAssignManagers(facts(actor)))),
      ['owners_and_admins_only', 'owners_and_admins_only', 'yes'],
    ));
});

describe('kinds of group that self-service does not manage', () => {
  const kinds: readonly (readonly [string, UnsupportedKind])[] = [
    ['S9', 'mailEnabledSecurity'],
    ['S10', 'distributionList'],
    ['F39', 'dynamic'],
    ['F74', 'onPremSynced'],
    ['F39', 'roleAssignable'],
  ];
  for (const [id, unsupportedKind] of kinds) {
    it(`${id}: ${unsupportedKind} is refused first, on every verb, to administrators, too`, () => {
      for (const actor of ['ada', 'olga', 'ann']) {
        const given = facts(actor, {
          group: { unsupportedKind },
          tenant: { restrictGroupAccess: true, usersCreateSecurityGroups: false },
        });
        for (const decide of [decideEditGroup, decideManageMembers, decideAssignManagers])
          assert.equal(codeOf(decide(given)), 'unsupported_kind');
        assert.equal(codeOf(decideAssignOwner(given, { view: ann, isMember: true })), 'unsupported_kind');
      }
    });
  }
});

describe('decideAdminister', () => {
  it('S49 S41 S42: administrators alone', () =>
    assert.deepEqual(
      ['ada', 'olga', 'mia', 'ann'].map((actor) => codeOf(decideAdminister(facts(actor)))),
      ['yes', 'admins_only', 'admins_only', 'admins_only'],
    ));
});

describe('askedIdsOf', () => {
  it('asks those whom the group names, as far as they may decide, and else everybody who may', () => {
    const group = aGroup({ ownerIds: ['olga', 'omar'], managerIds: ['mia'] });
    assert.deepEqual(
      [
        askedIdsOf(group),
        askedIdsOf({ ...group, askedIds: ['mia'] }),
        askedIdsOf({ ...group, askedIds: ['gone'] }),
        askedIdsOf({ ...group, askedIds: ['gone', 'omar'] }),
      ],
      [['olga', 'omar', 'mia'], ['mia'], ['olga', 'omar', 'mia'], ['omar']],
    );
  });
});

describe('group names (F56)', () => {
  const naming = { prefix: 'GRP ', blockedWords: ['CEO', 'payroll'] };
  it('get the prefix once', () =>
    assert.deepEqual(
      [
        toGroupName(' Finance  Reviewers ', { naming }),
        toGroupName('grp Finance', { naming }),
        toGroupName('', { naming }),
      ],
      ['GRP Finance Reviewers', 'grp Finance', ''],
    ));
  it('may not hold a blocked word, whole and in any case; the word at fault is told', () => {
    assert.deepEqual(findNameProblem('Friends of the ceo', { naming }), {
      code: 'name_not_allowed',
      name: 'Friends of the ceo',
      problem: 'blockedWord',
      word: 'CEO',
    });
    assert.equal(findNameProblem('Ceosaurus', { naming }), undefined);
    const phrases = { naming: { blockedWords: ['human resources'] } };
    assert.equal(findNameProblem('Human-Resources 2', phrases)?.word, 'human resources');
    assert.equal(findNameProblem('Resources of human beings', phrases), undefined);
    assert.equal(findNameProblem('x'.repeat(121), {})?.problem, 'tooLong');
    assert.equal(findNameProblem('', {})?.problem, 'missing');
  });
});
