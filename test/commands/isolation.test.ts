import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CollectionName, Documents } from '../../src/commands/ports.js';
import type { Intent, IntentKind, IntentOf } from '../../src/intents/intent.js';
import { Desk } from '../support/desk.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant } from '../support/documents.js';

const theirs = 'fabrikam';
const group = { by: 'id', groupId: 'their-group' } as const;
const groupNamed = { by: 'name', readings: [{ name: 'Secret Project' }] } as const;
const person = { by: 'id', personId: 'their-person' } as const;
const personNamed = { by: 'name', name: 'Theodora Strange' } as const;
const resource = { by: 'id', resourceId: 'their-app' } as const;
const resourceNamed = { by: 'name', name: 'Their Vault' } as const;
const request = { requestId: 'REQ-77777777' } as const;

/** Every intent aimed at another organisation's records, by id and by name; a new kind without a case does not compile. */
const aimed: { readonly [K in IntentKind]: readonly IntentOf<K>[] } = {
  joinGroup: [
    { kind: 'joinGroup', target: group },
    { kind: 'joinGroup', target: groupNamed },
  ],
  findAccess: [{ kind: 'findAccess', readings: [{ name: 'Their Vault' }] }],
  leaveGroup: [{ kind: 'leaveGroup', target: group, confirmed: true }],
  withdrawRequest: [
    { kind: 'withdrawRequest', target: request },
    { kind: 'withdrawRequest', target: { words: 'Secret Project' } },
  ],
  remindApprovers: [
    { kind: 'remindApprovers', target: request },
    { kind: 'remindApprovers', target: { words: 'Secret Project' } },
  ],
  approveRequest: [{ kind: 'approveRequest', target: request }],
  denyRequest: [{ kind: 'denyRequest', target: request, justification: 'No' }],
  showRequest: [{ kind: 'showRequest', target: request }],
  resubmitRequest: [{ kind: 'resubmitRequest', ...request }],
  refreshRequest: [{ kind: 'refreshRequest', ...request }],
  listMyGroups: [{ kind: 'listMyGroups', page: 1 }],
  listMyRequests: [{ kind: 'listMyRequests', page: 1 }],
  showInbox: [{ kind: 'showInbox', page: 1 }],
  browseGroups: [
    { kind: 'browseGroups', words: '', page: 1 },
    { kind: 'browseGroups', words: 'secret', page: 1 },
  ],
  showGroup: [
    { kind: 'showGroup', target: group },
    { kind: 'showGroup', target: groupNamed },
  ],
  showHelp: [{ kind: 'showHelp' }],
  acceptThanks: [{ kind: 'acceptThanks' }],
  welcome: [{ kind: 'welcome' }],
  suggest: [{ kind: 'suggest', suggestions: [], remark: false }],
  showSettings: [{ kind: 'showSettings', page: 1 }],
  changeSetting: [
    { kind: 'changeSetting', setting: 'longestMembership', value: '7', confirmed: true },
    { kind: 'changeSetting', setting: 'licensedPeople', value: 'selected', people: [person], confirmed: true },
  ],
  answerProposal: [{ kind: 'answerProposal', accepted: true, proposalId: 'their-proposal' }],
  setUp: [{ kind: 'setUp', licence: 'P2' }],
  listAdmins: [{ kind: 'listAdmins' }],
  showDirectory: [{ kind: 'showDirectory' }],
  forgetPerson: [{ kind: 'forgetPerson', person }],
  showBotStatus: [{ kind: 'showBotStatus' }],
  releaseBrake: [{ kind: 'releaseBrake' }, { kind: 'releaseBrake', target: group }],
  showReading: [{ kind: 'showReading', text: 'add Ann Archer to Marketing' }],
  changeAdmin: [
    { kind: 'changeAdmin', person, is: true, confirmed: true },
    { kind: 'changeAdmin', person: personNamed, is: true, confirmed: true },
  ],
  createGroup: [{ kind: 'createGroup', input: { name: 'Secret Project', groupType: 'security' }, confirmed: true }],
  manageGroup: [
    { kind: 'manageGroup', target: group },
    { kind: 'manageGroup', target: groupNamed },
  ],
  requestFor: [{ kind: 'requestFor', target: group, person: { by: 'name', name: 'Ben Okafor' } }],
  askToCreate: [{ kind: 'askToCreate', person: { by: 'name', name: 'Ben Okafor' } }],
  saveGroup: [{ kind: 'saveGroup', target: group, values: { joinRule: 'open', name: 'Ours now' } }],
  changeGroup: [{ kind: 'changeGroup', target: group, field: 'joinRule', value: 'open', confirmed: true }],
  enrolGroups: [{ kind: 'enrolGroups', list: 'Secret Project, security, portal', confirmed: true }],
  enrolGroup: [{ kind: 'enrolGroup', target: group, joinRule: 'open', confirmed: true }],
  transferGroup: [{ kind: 'transferGroup', target: group, person: { by: 'id', personId: 'ada' }, confirmed: true }],
  deleteGroup: [{ kind: 'deleteGroup', target: group, confirmed: true }],
  enrolAll: [{ kind: 'enrolAll', of: 'm365', confirmed: true }],
  linkGroup: [{ kind: 'linkGroup', target: group, to: 'new', confirmed: true }],
  showDrift: [{ kind: 'showDrift', target: group }],
  settleDrift: [{ kind: 'settleDrift', target: group, answer: 'undo' }],
  listOwnerless: [{ kind: 'listOwnerless', page: 1 }],
  claimGroup: [{ kind: 'claimGroup', target: group }],
  answerClaim: [{ kind: 'answerClaim', target: group, person, accepted: true }],
  listMembers: [{ kind: 'listMembers', target: group, page: 1 }],
  addMembers: [
    { kind: 'addMembers', target: group, people: [{ by: 'id', personId: 'ada' }] },
    { kind: 'addMembers', target: { by: 'id', groupId: 'book-club' }, people: [person, personNamed] },
  ],
  importMembers: [
    { kind: 'importMembers', target: group, list: 'Ada Moreau', confirmed: true },
    { kind: 'importMembers', target: { by: 'id', groupId: 'book-club' }, list: 'Theodora Strange', confirmed: true },
  ],
  removeMember: [{ kind: 'removeMember', target: group, person, confirmed: true }],
  changeRole: [{ kind: 'changeRole', target: group, person, role: 'owner', confirmed: true }],
  listResources: [{ kind: 'listResources', page: 1 }],
  addResource: [{ kind: 'addResource', name: 'Their Vault', owner: person }],
  renameResource: [{ kind: 'renameResource', resource, name: 'Ours now', confirmed: true }],
  removeResource: [{ kind: 'removeResource', resource, confirmed: true }],
  changeGrant: [
    { kind: 'changeGrant', resource, target: { by: 'id', groupId: 'book-club' }, is: true, confirmed: true },
    { kind: 'changeGrant', resource: { by: 'id', resourceId: 'salesforce' }, target: group, is: true, confirmed: true },
  ],
  explainAccess: [
    { kind: 'explainAccess', resource },
    { kind: 'explainAccess', resource: resourceNamed },
    { kind: 'explainAccess', resource: { by: 'id', resourceId: 'salesforce' }, person },
  ],
  listAccess: [{ kind: 'listAccess', resource, page: 1 }],
  changeBlock: [
    { kind: 'changeBlock', resource, person, is: true, confirmed: true },
    { kind: 'changeBlock', resource: { by: 'id', resourceId: 'salesforce' }, person, is: true, confirmed: true },
  ],
  showHistory: [
    { kind: 'showHistory', about: { of: 'group', target: group }, page: 1 },
    { kind: 'showHistory', about: { of: 'request', ...request }, page: 1 },
  ],
  verifyHistory: [{ kind: 'verifyHistory' }],
  exportTable: [
    { kind: 'exportTable', table: 'history', format: 'csv' },
    { kind: 'exportTable', table: 'access', format: 'json', resource },
  ],
  explainJoin: [
    { kind: 'explainJoin', target: group },
    { kind: 'explainJoin', target: { by: 'id', groupId: 'book-club' }, person },
  ],
  delegate: [
    { kind: 'delegate', person },
    { kind: 'delegate', person: { by: 'id', personId: 'olga' }, target: group },
  ],
  listDelegations: [{ kind: 'listDelegations' }],
  endDelegations: [{ kind: 'endDelegations' }],
};

const collections: readonly CollectionName[] = ['tenants', 'people', 'groups', 'resources', 'memberships', 'requests'];

/** An organisation of its own beside Contoso, in which Ada and Ann, by the same ids, are everything there is to be. */
function deskWithNeighbours(): Desk {
  const desk = new Desk();
  const tenantId = theirs;
  desk.store.seed('tenants', aTenant({ tenantId, adminIds: ['ada', 'ann'] }));
  desk.store.seed(
    'people',
    aPerson({
      tenantId,
      id: 'their-person',
      name: 'Theodora Strange',
      delegations: [{ toId: 'ann' }],
      delegateIds: ['ann'],
    }),
  );
  desk.store.seed('people', aPerson({ tenantId, id: 'ada', name: 'Ada Moreau' }));
  desk.store.seed(
    'groups',
    aGroup({
      tenantId,
      id: 'their-group',
      name: 'Secret Project',
      ownerIds: ['ada', 'ann', 'their-person'],
      joinRule: 'open',
    }),
  );
  desk.store.seed(
    'resources',
    aResource({ tenantId, id: 'their-app', name: 'Their Vault', groupIds: ['their-group'], ownerIds: ['ada'] }),
  );
  desk.store.seed('memberships', aMembership({ tenantId, groupId: 'their-group', personId: 'ann' }));
  desk.store.seed(
    'requests',
    aRequest({
      tenantId,
      id: 'REQ-77777777',
      groupId: 'their-group',
      requesterId: 'their-person',
      approvers: [{ personId: 'ada', delivery: 'sent' }],
    }),
  );
  return desk;
}

function theirRecords(desk: Desk): Documents[CollectionName][] {
  return collections
    .flatMap((name): readonly Documents[CollectionName][] => desk.store.all(name))
    .filter(({ tenantId }) => tenantId === theirs);
}

describe('two organisations in one store (S11, F93)', () => {
  for (const [kind, intents] of Object.entries(aimed) as [IntentKind, readonly Intent[]][]) {
    it(`${kind} shows and changes nothing of another organisation, not even to its administrator and owner there`, async () => {
      for (const intent of intents) {
        for (const actor of ['ada', 'ann']) {
          const desk = deskWithNeighbours();
          const before = theirRecords(desk);
          const outcome = await desk.does(actor, intent);
          assert.deepEqual(theirRecords(desk), before, 'nothing there has changed');
          const said = `${JSON.stringify(outcome)} ${desk.files.map(({ text }) => text).join()}`;
          const typed = JSON.stringify(intent);
          for (const secret of [
            'Secret Project',
            'Theodora Strange',
            'Their Vault',
            'their-group',
            'their-person',
            'their-app',
            'REQ-77777777',
          ])
            if (!typed.includes(secret)) assert.ok(!said.includes(secret), `${actor} ${typed}: ${said}`);
          // No record of ours names one of theirs.
          for (const name of collections)
            for (const record of desk.store.all(name))
              if (record.tenantId !== theirs && name !== 'tenants')
                assert.ok(
                  !/"(?:their-(?:group|person|app)|REQ-77777777)"/.test(JSON.stringify(record)),
                  `${name} ${record.key} after ${typed}`,
                );
        }
      }
    });
  }
});
