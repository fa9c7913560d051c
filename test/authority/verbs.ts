import type { IntentKind } from '../../src/intents/intent.js';
import type { Deed, Sight } from './contract.js';
import type { Part, Stage } from './stage.js';

/** One way to a verb: what a button sends, or what somebody types; what it does to which record, or what it shows. */
export interface Way {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly typed?: string;
  readonly deed?: Deed;
  readonly sight?: Sight;
  /** The group that it is about, where it is not Harbor. */
  readonly at?: string;
  /** Words that stand in the answer of whoever may see it, and of nobody else. */
  readonly secret?: string;
  /** Whom it is about: once they are something else, it may come to nothing. */
  readonly about?: readonly Part[];
  /** For whom it is about themselves, and comes to something else. */
  readonly self?: readonly Part[];
}

/** Every verb by its ways; a verb that is left out does not compile. */
export function verbsOf(stage: Stage): { readonly [K in IntentKind]: readonly Way[] } {
  const { harbor: groupId, orphan, claimed, resources, waitingId: requestId, people, deniedId, proposalId } = stage;
  const [cy, ned, bea] = [people.target, people.newcomer, people.blocked];
  const sure = { confirmed: true };
  const member = { groupId, personId: cy.id };
  const outsider = { groupId, personId: ned.id };
  const reason = 'I steer the pilot boats';
  const members = { sight: 'members', secret: cy.name, about: ['target'] } as const;
  const told = { sight: 'members', secret: people.formerMember.name } as const;
  const request = { sight: 'request', secret: reason } as const;
  const about = { resourceId: resources.salesforce, groupId };
  return {
    joinGroup: [
      { data: { groupId, justification: 'I watch the tide tables' }, deed: 'join' },
      { data: { groupId, justification: 'I watch the tide tables' }, deed: 'ask' },
      { typed: 'join {group} because I watch the tide tables' },
    ],
    findAccess: [{ typed: 'I need access to Salesforce' }],
    leaveGroup: [{ data: { groupId, ...sure }, deed: 'leave', about: ['owner'] }, { typed: 'leave {group}' }],
    withdrawRequest: [
      { data: { requestId }, deed: 'withdraw' },
      { typed: `withdraw ${requestId}`, deed: 'withdraw' },
    ],
    remindApprovers: [
      { data: { requestId }, deed: 'remind' },
      { typed: `remind ${requestId}`, deed: 'remind' },
    ],
    approveRequest: [
      { data: { requestId }, deed: 'approve' },
      { typed: `approve ${requestId}`, deed: 'approve' },
      { typed: `approve ${requestId} for 7 days`, deed: 'approve' },
    ],
    denyRequest: [
      { data: { requestId, justification: 'The quay is full' }, deed: 'deny' },
      { typed: `deny ${requestId} because the quay is full`, deed: 'deny' },
    ],
    showRequest: [
      { data: { requestId }, ...request },
      { typed: `request ${requestId}`, ...request },
    ],
    resubmitRequest: [{ data: { requestId: deniedId } }, { data: { requestId } }],
    refreshRequest: [{ data: { requestId }, ...request }],
    listMyGroups: [{ data: {} }],
    listMyRequests: [{ data: {} }],
    showInbox: [{ data: {} }],
    browseGroups: [{ data: { words: '' }, sight: 'listing', secret: '{group}' }],
    showGroup: [{ data: { groupId }, sight: 'name', secret: '{group}' }, { typed: 'group {group}' }],
    showHelp: [{ data: {} }],
    acceptThanks: [{ typed: 'thanks' }],
    welcome: [{ typed: 'hello' }],
    suggest: [{ typed: '{group}' }, { typed: 'what about {group} and the quay' }],
    showSettings: [{ data: {}, sight: 'settings', secret: 'Owners can manage' }],
    changeSetting: [
      { data: { setting: 'longestMembership', value: '30', ...sure }, deed: 'changeSetting' },
      { data: { setting: 'longestMembership', value: '300', ...sure } },
    ],
    answerProposal: [
      { data: { setting: 'none', value: 'yes' } },
      { data: { setting: proposalId, value: 'yes' }, deed: 'confirmProposal' },
      { data: { setting: proposalId, value: 'no' }, deed: 'declineProposal' },
      { typed: 'confirm change' },
    ],
    setUp: [{ data: { licence: 'P2' } }],
    listAdmins: [{ data: {} }],
    showDirectory: [{ data: {} }],
    showBotStatus: [{ data: {} }],
    releaseBrake: [{ data: {} }, { data: { groupId } }],
    showReading: [{ typed: 'how do you read “join {group}”' }],
    enrolAll: [{ data: { value: 'security', ...sure } }],
    linkGroup: [{ data: { groupId, value: 'new', ...sure } }, { typed: 'link {group}' }],
    showDrift: [{ data: { groupId } }, { typed: 'drift {group}' }],
    settleDrift: [{ data: { groupId, value: 'undo' } }],
    forgetPerson: [{ data: { personId: ned.id } }],
    changeAdmin: [
      { data: { personId: cy.id, value: 'yes', ...sure }, deed: 'changeAdmins' },
      {
        data: { personId: people.secondAdministrator.id, value: 'no', ...sure },
        deed: 'changeAdmins',
        about: ['secondAdministrator'],
      },
      { data: { personId: people.madeAdministrator.id, value: 'yes', ...sure }, deed: 'confirmAdmin' },
    ],
    createGroup: [
      { data: { name: 'Lighthouse', groupType: 'security', joinRule: 'ownersOnly', ...sure }, deed: 'create' },
      // A name that a hidden group bears is taken, and that is all that is said.
      { data: { name: '{group}', groupType: 'security', joinRule: 'ownersOnly' } },
    ],
    manageGroup: [{ data: { groupId } }, { typed: 'manage {group}' }],
    saveGroup: [{ data: { groupId, value: '{"description":"New words"}', ...sure }, deed: 'edit' }],
    changeGroup: [
      { data: { groupId, setting: 'description', value: 'New words', ...sure }, deed: 'edit' },
      { data: { groupId, setting: 'name', value: 'Dockside', ...sure }, deed: 'edit' },
      { typed: 'yes, rename {group} to Dockside', deed: 'edit' },
      { data: { groupId, setting: 'joinRule', value: 'ownersOnly', ...sure } },
      { data: { groupId, setting: 'joinRule', value: 'open', ...sure } },
      { typed: `yes, set who is asked of {group} to ${people.secondOwner.name}`, deed: 'edit' },
    ],
    enrolGroup: [{ typed: 'enrol {group}' }],
    enrolGroups: [
      { data: { value: 'Marina, security, portal', ...sure }, deed: 'enrol' },
      { data: { value: `Jetty, security, PowerShell, ${cy.name}`, ...sure }, deed: 'enrol' },
    ],
    transferGroup: [{ data: { ...member, ...sure }, deed: 'changeOwners', about: ['target'] }],
    deleteGroup: [{ data: { groupId, ...sure }, deed: 'delete' }, { typed: 'delete {group}' }],
    listOwnerless: [{ data: {}, sight: 'access', secret: 'Orphan' }],
    claimGroup: [{ data: { groupId: orphan }, at: orphan, deed: 'claim' }, { data: { groupId } }],
    answerClaim: [
      { data: { groupId: orphan, personId: people.member.id, value: 'yes' } },
      { data: { groupId: claimed, personId: people.member.id, value: 'yes' }, at: claimed, deed: 'settleClaim' },
      { data: { groupId: claimed, personId: people.member.id, value: 'no' }, at: claimed, deed: 'settleClaim' },
    ],
    listMembers: [
      { data: { groupId }, ...members },
      { typed: 'members {group}', ...members },
    ],
    addMembers: [
      { data: { ...outsider, ...sure }, deed: 'add' },
      { data: { ...member, ...sure } },
      { typed: `add ${ned.name} to {group}`, deed: 'add' },
    ],
    importMembers: [{ data: { groupId, value: ned.name, ...sure }, deed: 'add' }],
    removeMember: [
      { data: { ...member, ...sure }, deed: 'remove', about: ['target'] },
      {
        data: { groupId, personId: people.manager.id, ...sure },
        deed: 'remove',
        self: ['manager'],
        about: ['manager'],
      },
      { data: { ...outsider, ...sure } },
    ],
    changeRole: [
      { data: { ...member, value: 'owner', ...sure }, deed: 'changeOwners', about: ['target'] },
      {
        data: { groupId, personId: people.secondOwner.id, value: 'member', ...sure },
        deed: 'takeOwner',
        about: ['owner'],
      },
      { data: { ...member, value: 'manager', ...sure }, deed: 'changeManagers', about: ['target'] },
      { data: { ...outsider, value: 'owner', ...sure } },
      {
        data: { groupId, personId: people.manager.id, value: 'member', ...sure },
        deed: 'changeManagers',
        about: ['manager'],
      },
      {
        data: { groupId, personId: people.bareManager.id, value: 'member', ...sure },
        deed: 'changeManagers',
        about: ['bareManager'],
      },
    ],
    listResources: [{ data: {} }],
    addResource: [{ data: { words: 'Crane', ...sure }, deed: 'addResource' }],
    renameResource: [
      { data: { resourceId: resources.salesforce, value: 'Pipeline', ...sure }, deed: 'renameResource' },
      { typed: 'yes, rename resource Salesforce to Pipeline', deed: 'renameResource' },
      { typed: 'rename Salesforce to Pipeline' },
    ],
    removeResource: [
      { data: { resourceId: resources.vault, ...sure }, deed: 'removeResource' },
      { data: { resourceId: resources.salesforce, ...sure }, deed: 'removeBlockedResource' },
      { typed: 'yes, remove resource Vault', deed: 'removeResource' },
    ],
    changeGrant: [
      { data: { ...about, resourceId: resources.vault, value: 'yes', ...sure }, deed: 'grant' },
      { data: { ...about, value: 'no', ...sure }, deed: 'ungrant' },
    ],
    explainAccess: [
      { data: { resourceId: resources.salesforce } },
      {
        data: { resourceId: resources.salesforce, personId: cy.id },
        sight: 'access',
        secret: '{group}',
        about: ['target'],
      },
    ],
    listAccess: [{ data: { resourceId: resources.salesforce }, sight: 'access', secret: cy.name, about: ['target'] }],
    changeBlock: [
      { data: { resourceId: resources.salesforce, personId: cy.id, value: 'yes', ...sure }, deed: 'block' },
      {
        data: { resourceId: resources.salesforce, personId: bea.id, value: 'no', ...sure },
        deed: 'block',
        about: ['blocked'],
      },
      {
        data: { resourceId: resources.salesforce, personId: people.blockedAdministrator.id, value: 'no', ...sure },
        deed: 'block',
        self: ['blockedAdministrator'],
      },
    ],
    showHistory: [
      { data: { groupId }, ...told },
      { data: { requestId } },
      { data: { requestId: deniedId } },
      { typed: 'history {group}', ...told },
    ],
    verifyHistory: [{ data: {} }],
    exportTable: [{ data: { setting: 'history', value: 'csv', groupId } }],
    explainJoin: [{ data: { groupId }, sight: 'name', secret: '{group}' }, { data: { ...outsider } }],
    delegate: [
      { data: { ...outsider }, deed: 'delegate' },
      { typed: `delegate {group} to ${ned.name}`, deed: 'delegate' },
      { data: { personId: ned.id }, deed: 'delegate' },
    ],
    listDelegations: [{ data: {} }],
    endDelegations: [{ data: {}, deed: 'endDelegation' }],
    requestFor: [
      { typed: `request {group} for ${ned.name}`, deed: 'proposeToOther', self: ['newcomer'] },
      { typed: `request {group} for ${cy.name}` },
    ],
    askToCreate: [{ typed: `ask ${ned.name} to create a group`, deed: 'proposeCreation' }],
  };
}
