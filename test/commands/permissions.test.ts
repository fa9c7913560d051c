import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Intent } from '../../src/intents/intent.js';
import { Desk } from '../support/desk.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant } from '../support/documents.js';
import type { GroupType, UnsupportedKind, JoinRule } from '../../src/domain/terms.js';

const roles = ['stranger', 'member', 'manager', 'owner', 'otherOwner', 'administrator'] as const;
const kinds = ['security', 'm365', 'distributionList', 'mailEnabledSecurity'] as const;
const bools = [true, false] as const;
const joinRules = ['open', 'ownerApproval', 'ownersOnly'] as const;
const assignments = ['none', 'selected', 'all'] as const;

type Role = (typeof roles)[number];
type Kind = (typeof kinds)[number];

/** One organisation: settings A and B, C or D (whichever is of the group's kind), E, and the licence. */
interface Settings {
  readonly a: boolean;
  readonly b: boolean;
  readonly creation: boolean;
  readonly assignment: (typeof assignments)[number];
  readonly licence: boolean;
  readonly joinRule: JoinRule;
}

const target = { by: 'id', groupId: 'group' } as const;
const person = (personId: string) => ({ by: 'id', personId }) as const;
const resource = { by: 'id', resourceId: 'app' } as const;

/** What each verb does, carried out for real. */
const verbs = {
  join: { kind: 'joinGroup', target },
  approve: { kind: 'approveRequest', target: { requestId: 'REQ-00000001' } },
  deny: { kind: 'denyRequest', target: { requestId: 'REQ-00000001' }, justification: 'No' },
  look: { kind: 'showGroup', target },
  browse: { kind: 'browseGroups', words: '', page: 1 },
  listMembers: { kind: 'listMembers', target, page: 1 },
  addMember: { kind: 'addMembers', target, people: [person('new')] },
  importMembers: { kind: 'importMembers', target, list: 'New Person', confirmed: true },
  removeMember: { kind: 'removeMember', target, person: person('member'), confirmed: true },
  makeOwner: { kind: 'changeRole', target, person: person('member'), role: 'owner', confirmed: true },
  makeManager: { kind: 'changeRole', target, person: person('member'), role: 'manager', confirmed: true },
  transfer: { kind: 'transferGroup', target, person: person('member'), confirmed: true },
  describe: { kind: 'changeGroup', target, field: 'description', value: 'New words', confirmed: true },
  delete: { kind: 'deleteGroup', target, confirmed: true },
  create: {
    kind: 'createGroup',
    input: { name: 'Brand new', groupType: 'security', joinRule: 'ownersOnly' },
    confirmed: true,
  },
  history: { kind: 'showHistory', about: { of: 'group', target }, page: 1 },
  settings: { kind: 'showSettings', page: 1 },
  changeSetting: { kind: 'changeSetting', setting: 'longestMembership', value: '90', confirmed: true },
  addAdmin: { kind: 'changeAdmin', person: person('new'), is: true, confirmed: true },
  whoHas: { kind: 'listAccess', resource, page: 1 },
  block: { kind: 'changeBlock', resource, person: person('member'), is: true, confirmed: true },
  grant: { kind: 'changeGrant', resource, target: { by: 'id', groupId: 'elsewhere' }, is: true, confirmed: true },
  verify: { kind: 'verifyHistory' },
  botStatus: { kind: 'showBotStatus' },
  exportHistory: { kind: 'exportTable', table: 'history', format: 'csv' },
} satisfies Record<string, Intent>;

type Verb = keyof typeof verbs;

/**
 * The contract once more, written from its text alone and in another shape than the product's rules: who may do what to
 * a group, by role, kind of group and settings.
 */
function byTheBook(role: Role, verb: Verb, kind: Kind, s: Settings): boolean {
  const administrator = role === 'administrator';
  switch (verb) {
    // S49, S41, S42: administrators alone, whatever the settings are.
    case 'settings':
    case 'changeSetting':
    case 'addAdmin':
    case 'whoHas':
    case 'block':
    case 'verify':
    case 'botStatus':
    case 'exportHistory':
      return administrator;
    // S43: the resource belongs to the owner of the other group here.
    case 'grant':
      return (administrator || role === 'otherOwner') && (administrator || !s.b);
    default:
  }
  // S53: groups are out of reach, except for administrators.
  if (s.b && !administrator) return false;
  if (verb === 'browse' || verb === 'look') return true;
  // S55, S59, S76.
  if (verb === 'create') return s.creation || administrator || kind === 'm365';
  // S9, S10.
  if (kind === 'distributionList' || kind === 'mailEnabledSecurity') return false;
  const runs = role === 'owner' || role === 'manager';
  switch (verb) {
    // S4, S5, S12, S14, S50, S54, S79, S80, S84; the others are in already.
    case 'join':
      return s.a && s.licence && s.joinRule !== 'ownersOnly';
    // S6, S51, S81, S62, S70; a request to a group that takes none any more is not granted.
    case 'approve':
      return runs && s.a && s.licence && s.joinRule !== 'ownersOnly';
    case 'deny':
      return runs && s.a && s.licence;
    // S3, S8, S33, S37–S40, S56, S61, S64, S69, S78, S82.
    case 'listMembers':
    case 'addMember':
    case 'importMembers':
    case 'removeMember':
    case 'history':
      return runs || administrator;
    // S8, S72, S73.
    case 'makeOwner':
    case 'transfer':
      return administrator || (role === 'owner' && s.assignment !== 'none');
    case 'makeManager':
      return administrator || role === 'owner';
    // S3, S60, S68.
    case 'describe':
    case 'delete':
      return administrator || (role === 'owner' && s.creation);
  }
}

function deskFor(kind: Kind, s: Settings): Desk {
  const desk = new Desk();
  const groupType: GroupType = kind === 'm365' ? 'm365' : 'security';
  const creation =
    groupType === 'm365'
      ? { usersCreateSecurityGroups: true, usersCreateM365Groups: s.creation }
      : { usersCreateSecurityGroups: s.creation, usersCreateM365Groups: true };
  const assignment = { mode: s.assignment, selectedIds: s.assignment === 'selected' ? ['owner'] : [] };
  const closed = { mode: 'none', selectedIds: [] } as const;
  const ownersCanAssignOwners =
    groupType === 'm365' ? { security: closed, m365: assignment } : { security: assignment, m365: closed };
  desk.store.seed(
    'tenants',
    aTenant({
      adminIds: ['administrator'],
      ownersManageRequests: s.a,
      restrictGroupAccess: s.b,
      ...creation,
      ownersCanAssignOwners,
      licence: s.licence ? 'P1' : 'none',
    }),
  );
  for (const id of [...roles, 'new', 'asker'])
    desk.store.seed('people', aPerson({ id, name: id === 'new' ? 'New Person' : id }));
  const unsupported =
    kind === 'distributionList' || kind === 'mailEnabledSecurity'
      ? { unsupportedKind: kind satisfies UnsupportedKind }
      : {};
  // A second owner, so that nobody is the last one.
  desk.store.seed(
    'groups',
    aGroup({
      id: 'group',
      name: 'The Group',
      groupType,
      joinRule: s.joinRule,
      justification: 'off',
      ownerIds: ['owner', 'second'],
      managerIds: ['manager'],
      ...unsupported,
    }),
  );
  desk.store.seed('groups', aGroup({ id: 'elsewhere', name: 'Elsewhere', ownerIds: ['otherOwner'] }));
  desk.store.seed('resources', aResource({ id: 'app', name: 'App', groupIds: ['group'], ownerIds: ['otherOwner'] }));
  for (const personId of ['member', 'manager'])
    desk.store.seed('memberships', aMembership({ groupId: 'group', personId }));
  desk.store.seed('requests', aRequest({ id: 'REQ-00000001', groupId: 'group', requesterId: 'asker', approvers: [] }));
  return desk;
}

function isAllowed(outcome: Outcome): boolean {
  return outcome.kind !== 'refused' && outcome.kind !== 'choiceNeeded';
}

describe('permissions, by brute force', () => {
  for (const kind of kinds) {
    it(`who may do what to a ${kind} group is what the book says, for every role, verb and setting`, async function () {
      this.timeout(60_000);
      const wrong: string[] = [];
      let asked = 0;
      for (const a of bools)
        for (const b of bools)
          for (const creation of bools)
            for (const assignment of assignments)
              for (const licence of bools)
                for (const joinRule of joinRules) {
                  const settings = { a, b, creation, assignment, licence, joinRule };
                  for (const [verb, intent] of Object.entries(verbs) as [Verb, Intent][]) {
                    // Each of these hangs on one setting at the most; the others have been varied enough.
                    if (assignment !== 'all' && verb !== 'makeOwner' && verb !== 'transfer') continue;
                    if (joinRule !== 'ownerApproval' && verb !== 'join' && verb !== 'approve') continue;
                    for (const role of roles) {
                      if (verb === 'join' && ['member', 'manager', 'owner'].includes(role)) continue;
                      const outcome = await deskFor(kind, settings).does(role, intent);
                      asked += 1;
                      if (isAllowed(outcome) !== byTheBook(role, verb, kind, settings))
                        wrong.push(
                          `${role} ${verb} ${JSON.stringify(settings)}: ${outcome.kind}${outcome.kind === 'refused' ? ` ${outcome.refusal.code}` : ''}`,
                        );
                    }
                  }
                }
      assert.deepEqual(wrong.slice(0, 12), [], `${wrong.length} of ${asked}`);
      assert.ok(asked > 2_500, String(asked));
    });
  }
});
