import type { AuditEventKind } from '../../src/domain/history/audit.js';
import type { News } from '../../src/domain/news.js';
import type { OutcomeOf } from '../../src/domain/outcome.js';
import type { Choice, Question } from '../../src/domain/question.js';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.js';
import { settingRows } from '../../src/domain/organisation/settings/rows.js';
import { valuesOf } from '../../src/domain/organisation/settings/settings.js';
import type { Table } from '../../src/domain/table.js';
import { directoryNotices, directoryQuestions, directoryRefusals, directoryTables } from './directorySamples.js';
import { castOf, now, sampleGroup, type Words } from './samples.js';
import { settingNames } from '../../src/domain/terms.js';
import type { AccessPath } from '../../src/domain/views.js';
import type { EnrolResult } from '../../src/domain/groups/news.js';

const day = 86_400_000;
const groupId = '5f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b11';
const resourceId = '6f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b12';

/** One of each notice, with the variants that show differently. */
export function sampleNotices(words: Words): {
  readonly [C in News['code']]: readonly Extract<News, { code: C }>[];
} {
  const { group, resource, reason } = words;
  const { olga } = castOf(words);
  const person = words.person;
  const by = olga.name;
  const until = now + 30 * day;
  const pair = { group, groupId };
  return {
    ...directoryNotices(words),
    settingChanged: [
      { code: 'settingChanged', setting: 'restrictGroupAccess', before: 'no', after: 'yes' },
      { code: 'settingChanged', setting: 'longestMembership', before: 'none', after: '90' },
    ],
    proposalMade: [{ code: 'proposalMade', proposalId: 'id-7', setting: 'licence', before: 'none', after: 'P1', by }],
    proposalWaits: [{ code: 'proposalWaits', setting: 'licence', after: 'P1', others: [by] }],
    proposalReplaced: [{ code: 'proposalReplaced', setting: 'licence', by }],
    proposalSettled: [true, false].map((accepted) => ({
      code: 'proposalSettled',
      setting: 'licence',
      after: 'P1',
      by,
      accepted,
    })),
    askedToJoin: [{ code: 'askedToJoin', ...pair, by, reason: words.reason }],
    requestReminded: [{ code: 'requestReminded', requestId: 'REQ-7K2M9QXW', group: words.group, by, since: now - day }],
    askedForOther: [{ code: 'askedForOther', ...pair, person }],
    askedForReport: [{ code: 'askedForReport', ...pair, person }],
    askedForYou: [{ code: 'askedForYou', requestId: 'REQ-7K2M9QXW', ...pair, by, reason: words.reason }],
    askedForEnded: (['approved', 'denied', 'withdrawn', 'expired', 'superseded'] as const).map((status) => ({
      code: 'askedForEnded',
      ...pair,
      person,
      status,
      ...(status === 'approved' || status === 'denied' ? { by } : {}),
    })),
    askedToCreate: [
      { code: 'askedToCreate', by },
      { code: 'askedToCreate', by, resource: words.group },
    ],
    askedForGroup: [
      { code: 'askedForGroup', person },
      { code: 'askedForGroup', person, resource: words.group },
    ],
    notReached: [{ code: 'notReached', people: [by, person] }],
    setUpDone: [{ code: 'setUpDone' }],
    personForgotten: [{ code: 'personForgotten', person }],
    forgettingDone: [
      { code: 'forgettingDone', reasons: 0, records: 0 },
      { code: 'forgettingDone', reasons: 12, records: 1 },
    ],
    adminAdded: [{ code: 'adminAdded', person }],
    adminRemoved: [{ code: 'adminRemoved', person }],
    adminConfirmed: [{ code: 'adminConfirmed', person }],
    adminMade: [{ code: 'adminMade', person, personId: olga.id, by }],
    adminNamed: [
      { code: 'adminNamed', people: [] },
      { code: 'adminNamed', people: [person] },
    ],
    permissionMissing: [{ code: 'permissionMissing', capability: 'members', permission: 'GroupMember.ReadWrite.All' }],
    permissionBack: [{ code: 'permissionBack', capability: 'groups', permission: 'Group.ReadWrite.All' }],
    youAreAdmin: [{ code: 'youAreAdmin', by }],
    youAreNoAdmin: [{ code: 'youAreNoAdmin', by }],
    groupCreated: (['open', 'ownerApproval', 'ownersOnly'] as const).map((joinRule) => ({
      code: 'groupCreated',
      ...pair,
      groupType: 'security',
      joinRule,
    })),
    stillInside: [
      { code: 'stillInside', ...pair, person, failure: 'onPremSynced' },
      { code: 'stillInside', ...pair, person, failure: 'noAnswer' },
    ],
    directoryRefused: (['create', 'change', 'addOwner', 'removeOwner', 'delete'] as const).map((step) => ({
      code: 'directoryRefused',
      ...pair,
      step,
      failure: 'namingPolicy',
    })),
    groupsEnrolled: [
      { code: 'groupsEnrolled', results: enrolled(words) },
      { code: 'groupsEnrolled', results: [{ name: group, result: 'alreadyHere' }] },
    ],
    groupChanged: [
      { code: 'groupChanged', ...pair, field: 'joinRule', before: 'open', after: 'ownersOnly', waiting: 2 },
      { code: 'groupChanged', ...pair, field: 'name', before: group, after: words.typed, waiting: 0 },
      { code: 'groupChanged', ...pair, field: 'drift', before: 'report', after: 'undo', waiting: 0 },
      { code: 'groupChanged', ...pair, field: 'longestMembership', before: 'none', after: '90', waiting: 0 },
    ],
    requestSuperseded: (['ownersOnly', 'open', 'deleted'] as const).map((why) => ({
      code: 'requestSuperseded',
      ...pair,
      requestId: 'REQ-7K2M9QXW',
      why,
    })),
    groupDeleted: [0, 1, 7].map((members) => ({ code: 'groupDeleted', group, members })),
    groupIsGone: [
      { code: 'groupIsGone', group, by },
      { code: 'groupIsGone', group, by: '' },
    ],
    groupTransferred: [{ code: 'groupTransferred', ...pair, person }],
    ownerless: [{ code: 'ownerless', ...pair, by }],
    nobodyDecides: [{ code: 'nobodyDecides', ...pair, waiting: 3 }],
    claimSent: [{ code: 'claimSent', ...pair }],
    claimAsked: [{ code: 'claimAsked', ...pair, personId: 'p-ann', person }],
    claimSettled: [true, false].map((accepted) => ({ code: 'claimSettled', ...pair, person, accepted, by })),
    claimRefused: [{ code: 'claimRefused', ...pair, by }],
    membersAdded: [
      { code: 'membersAdded', ...pair, results: [{ name: person, result: 'added' }], until },
      { code: 'membersAdded', ...pair, results: [{ name: person, result: 'alreadyMember' }] },
      {
        code: 'membersAdded',
        ...pair,
        results: (['added', 'alreadyMember', 'isOwner', 'notFound', 'unclear', 'repeated'] as const).map((result) => ({
          name: person,
          result,
        })),
      },
    ],
    youWereAdded: [{ code: 'youWereAdded', ...pair, by, until, reason }],
    memberRemoved: [{ code: 'memberRemoved', ...pair, person }],
    endMoved: [
      { code: 'endMoved', ...pair, person, until },
      { code: 'endMoved', ...pair, person },
    ],
    yourEndMoved: [
      { code: 'yourEndMoved', ...pair, by, until, reason },
      { code: 'yourEndMoved', ...pair, by },
    ],
    youWereRemoved: [{ code: 'youWereRemoved', group, by, reason }],
    roleChanged: (['owner', 'manager', 'member'] as const).map((role) => ({
      code: 'roleChanged',
      ...pair,
      person,
      role,
      before: 'member',
    })),
    yourRole: [
      { code: 'yourRole', ...pair, role: 'owner', before: 'member', by },
      { code: 'yourRole', ...pair, role: 'manager', before: 'member', by },
      { code: 'yourRole', ...pair, role: 'member', before: 'owner', by },
    ],
    resourceAdded: [{ code: 'resourceAdded', resource, owner: by }],
    resourceRenamed: [
      { code: 'resourceRenamed', before: resource, resource: 'CRM', tells: true },
      { code: 'resourceRenamed', before: resource, resource: 'CRM' },
    ],
    resourceRemoved: [
      { code: 'resourceRemoved', resource, tells: true },
      { code: 'resourceRemoved', resource },
    ],
    resourceIsRenamed: [
      { code: 'resourceIsRenamed', before: resource, resource: 'CRM', by },
      { code: 'resourceIsRenamed', before: resource, resource: 'CRM', by, group: pair.group },
    ],
    resourceIsGone: [
      { code: 'resourceIsGone', resource, before: resource, by },
      { code: 'resourceIsGone', resource, before: resource, by, group: pair.group },
    ],
    granted: [0, 1, 7].map((members) => ({ code: 'granted', resource, ...pair, members })),
    ungranted: [{ code: 'ungranted', resource, ...pair, members: 3 }],
    grantTold: [{ code: 'grantTold', resource, ...pair, by }],
    ungrantTold: [{ code: 'ungrantTold', resource, ...pair, by }],
    accessBlocked: [{ code: 'accessBlocked', resource, person }],
    accessUnblocked: [{ code: 'accessUnblocked', resource, person }],
    youWereBlocked: [{ code: 'youWereBlocked', resource, by, reason }],
    youWereUnblocked: [{ code: 'youWereUnblocked', resource, by }],
    memberBlocked: [{ code: 'memberBlocked', resource, ...pair, person, by }],
    delegated: [
      { code: 'delegated', person },
      { code: 'delegated', person, until, group },
    ],
    youStandIn: [
      { code: 'youStandIn', person },
      { code: 'youStandIn', person, until, group },
    ],
    delegationEnded: [{ code: 'delegationEnded', count: 1 }],
    auditVerified: [
      { code: 'auditVerified', entries: 12, erased: 0, hash: 'ab'.repeat(32) },
      { code: 'auditVerified', entries: 0, erased: 0, hash: '' },
      { code: 'auditVerified', entries: 40, erased: 2, hash: 'cd'.repeat(32) },
    ],
    auditBroken: (['content', 'link', 'order'] as const).map((problem) => ({
      code: 'auditBroken',
      sequence: 4,
      problem,
    })),
    fileReady: [
      { code: 'fileReady', fileName: 'history-2026-11-23.csv', rows: 12, url: 'http://localhost:3978/exports/abc' },
    ],
  };
}

function sampleQuestions(words: Words): readonly Question[] {
  const { group, resource, reason } = words;
  const { ann, olga } = castOf(words);
  const pair = { group, groupId };
  const settings = settingNames.flatMap((setting) =>
    (valuesOf(setting).length === 0 ? ['none', '90'] : valuesOf(setting)).map((after): Question => ({
      code: 'changeSetting',
      setting,
      before: valuesOf(setting)[0] ?? 'none',
      after,
      people: after === 'selected' ? [{ ...ann, id: groupId }] : [],
      affected: { people: 40, groups: 1, requests: 0 },
      ...(after === 'yes' ? { confirmers: [olga.name] } : {}),
    })),
  );
  return [
    ...settings,
    ...directoryQuestions(words),
    { code: 'changeAdmin', person: ann, is: true },
    { code: 'changeAdmin', person: ann, is: false },
    { code: 'changeAdmin', person: ann, is: true, confirmsFor: olga.name },
    { code: 'forgetPerson', person: ann, requests: 3, memberships: 2 },
    { code: 'forgetPerson', person: ann, requests: 0, memberships: 0 },
    { code: 'changeGroup', ...pair, field: 'joinRule', before: 'ownerApproval', after: 'open', waiting: 2 },
    { code: 'changeGroup', ...pair, field: 'joinRule', before: 'ownerApproval', after: 'ownersOnly', waiting: 1 },
    { code: 'changeGroup', ...pair, field: 'name', before: group, after: 'Brand', waiting: 0 },
    { code: 'changeGroup', ...pair, field: 'name', before: group, after: 'Brand', waiting: 0, lookalike: group },
    { code: 'transferGroup', ...pair, person: ann },
    { code: 'deleteGroup', ...pair, members: 12, waiting: 1, unlocks: [resource, resource] },
    { code: 'deleteGroup', ...pair, members: 0, waiting: 0, unlocks: [] },
    { code: 'deleteGroup', ...pair, members: 3, waiting: 0, unlocks: [], isInEntra: true },
    {
      code: 'enrolGroups',
      list: 'Finance, security; '.repeat(160).slice(0, 2000),
      formId: 'form-1',
      results: enrolled(words),
    },
    {
      code: 'importMembers',
      ...pair,
      list: 'ann@contoso.example; '.repeat(150).slice(0, 2000),
      results: Array.from({ length: 30 }, () => ({ name: words.person, result: 'added' as const })),
    },
    { code: 'importMembers', ...pair, list: 'name,until', unused: [words.typed], results: [] },
    { code: 'removeMember', ...pair, person: ann, losses: [resource], reason },
    { code: 'removeMember', ...pair, person: ann, losses: [] },
    { code: 'moveEnd', ...pair, person: ann, before: now + day, after: now + 30 * day, reason },
    { code: 'moveEnd', ...pair, person: ann, before: now + day },
    ...(['owner', 'manager', 'member'] as const).map((role): Question => ({
      code: 'changeRole',
      ...pair,
      person: ann,
      role,
      before: 'manager',
    })),
    ...[0, 1, 7].map((members): Question => ({
      code: 'changeGrant',
      resource,
      resourceId,
      ...pair,
      is: true,
      members,
    })),
    ...[0, 1, 7].map((members): Question => ({
      code: 'changeGrant',
      resource,
      resourceId,
      ...pair,
      is: false,
      members,
      tells: true,
    })),
    { code: 'renameResource', resource, resourceId, name: 'CRM', tells: true },
    { code: 'removeResource', resource, resourceId, groups: [], members: 0, blocks: 0 },
    ...[0, 1, 7].map((members): Question => ({
      code: 'removeResource',
      resource,
      resourceId,
      groups: [group, group],
      members,
      blocks: members,
      tells: true,
    })),
    { code: 'changeBlock', resource, resourceId, person: ann, is: true, reason, groups: [group] },
    { code: 'changeBlock', resource, resourceId, person: ann, is: false, groups: [] },
  ];
}

const verbs: readonly (readonly [Choice['what'], Choice['verb'], Choice['carry']])[] = [
  ['person', 'changeAdmin', { value: 'yes' }],
  ['person', 'forgetPerson', {}],
  ['person', 'changeSetting', { setting: 'licensedPeople', value: 'selected' }],
  ['group', 'manageGroup', {}],
  ['group', 'changeGroup', { setting: 'joinRule', value: 'open' }],
  ['group', 'transferGroup', { words: 'Ann Lee' }],
  ['group', 'deleteGroup', {}],
  ['group', 'requestFor', { words: 'Ann Lee' }],
  ['group', 'claimGroup', {}],
  ['group', 'enrolGroup', {}],
  ['group', 'linkGroup', {}],
  ['group', 'showDrift', {}],
  ['group', 'settleDrift', { value: 'undo' }],
  ['group', 'releaseBrake', {}],
  ['group', 'listMembers', {}],
  ['group', 'addMembers', { words: 'Ann Lee', reason: 'Spring campaign' }],
  ['group', 'importMembers', { value: 'ann@contoso.example; '.repeat(20).slice(0, 400) }],
  ['person', 'removeMember', { groupId }],
  ['person', 'changeRole', { groupId, value: 'owner' }],
  ['person', 'addResource', { words: 'Salesforce', value: 'https://salesforce.example/' }],
  ['group', 'changeGrant', { resourceId, value: 'yes' }],
  ['resource', 'explainAccess', {}],
  ['resource', 'listAccess', {}],
  ['resource', 'changeBlock', { words: 'Ann Lee', value: 'yes' }],
  ['group', 'showHistory', {}],
  ['group', 'exportTable', { setting: 'history', value: 'csv', words: '2026-Q1' }],
  ['group', 'explainJoin', {}],
  ['person', 'delegate', {}],
];

/** A list of groups with everything that a line can come to. */
function enrolled({ group, person }: Words): EnrolResult[] {
  const problems = (['alreadyHere', 'repeated', 'badName', 'noKind'] as const).map((result): EnrolResult => ({
    name: group,
    result,
  }));
  const taken = Array.from({ length: 24 }, (_, index): EnrolResult => ({
    name: group,
    result: 'enrolled',
    groupType: index % 2 ? 'm365' : 'security',
    joinRule: index % 2 ? 'open' : 'ownersOnly',
    owners: index % 3 ? [person] : [],
    unknownOwners: index % 4 ? [] : [person],
  }));
  return [
    ...problems,
    { name: group, result: 'unsupported', groupType: 'security', unsupportedKind: 'dynamic', joinRule: 'ownersOnly' },
    ...taken,
  ];
}

/** Every kind of event that a history can hold. */
const kinds: { readonly [K in AuditEventKind]: true } = {
  joinProposed: true,
  creationProposed: true,
  requestOpened: true,
  requestApproved: true,
  requestDenied: true,
  requestWithdrawn: true,
  requestReminded: true,
  requestExpired: true,
  requestDelivered: true,
  requestDeliveryFailed: true,
  requestSuperseded: true,
  memberAdded: true,
  memberLeft: true,
  memberRemoved: true,
  membershipEndMoved: true,
  ownerLeft: true,
  membershipExpired: true,
  membershipFailed: true,
  settingChanged: true,
  settingProposed: true,
  settingRejected: true,
  adminAdded: true,
  adminRemoved: true,
  adminConfirmed: true,
  groupCreated: true,
  groupEnrolled: true,
  groupChanged: true,
  groupDeleted: true,
  groupTransferred: true,
  roleChanged: true,
  groupClaimed: true,
  claimRefused: true,
  resourceAdded: true,
  resourceRenamed: true,
  resourceRemoved: true,
  resourceGranted: true,
  resourceUngranted: true,
  accessBlocked: true,
  accessUnblocked: true,
  delegationStarted: true,
  delegationEnded: true,
  personForgotten: true,
  membersReadIn: true,
  driftFound: true,
  driftTakenOver: true,
  driftUndone: true,
  driftLeft: true,
  groupRestored: true,
  groupLinked: true,
  personLeft: true,
};

function sampleTables(words: Words, rows: number): readonly Table[] {
  const { group, resource, reason, person } = words;
  const { ann, olga } = castOf(words);
  const page = { page: 2, pageCount: 3, total: 25 };
  const list = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: Math.min(rows, 8) }, (_, index) => make(index));
  const path: AccessPath = {
    group,
    groupId,
    since: now - 40 * day,
    until: now + 30 * day,
    requestId: 'REQ-7K2M9QXW',
    by: olga.name,
    reason,
    how: 'request',
  };
  const histories = Object.keys(kinds) as AuditEventKind[];
  return [
    ...(['access', 'rules'] as const).map((shown, at): Table => ({
      code: 'settings',
      page: { page: at + 1, pageCount: 2, total: settingNames.length },
      rows: settingNames
        .filter((name) => settingRows[name].page === shown)
        .map((name, index) => ({
          name,
          value: valuesOf(name).at(-1) ?? '90',
          people: index === 4 ? [ann] : [],
          ...(name === 'licence' ? { there: 'P1' } : name === 'restrictGroupAccess' ? { there: 'yes' } : {}),
          // Of what the directory says, one is as it has it and one is set here, wherever they stand in the list.
          ...(name === 'restrictGroupAccess' || (index % 2 && name !== 'licence')
            ? { changed: { by: olga, at: now - day } }
            : {}),
        })),
    })),
    { code: 'admins', people: list(() => olga), unconfirmed: [], absentIds: [] },
    { code: 'admins', people: [olga], unconfirmed: [{ id: olga.id, by: person }], absentIds: [olga.id] },
    {
      code: 'members',
      group,
      groupId,
      rows: list((index) => ({
        person: ann,
        role: index === 0 ? ('owner' as const) : index === 1 ? ('manager' as const) : ('member' as const),
        since: now - day,
        until: now + day,
        how: index === 2 ? ('outside' as const) : ('added' as const),
        ...(index > 0 ? { drift: index % 2 ? ('unexplained' as const) : ('missing' as const) } : {}),
        blocked: index === 2 ? [resource] : [],
      })),
      page,
      nested: 2,
    },
    { code: 'ownerless', rows: list(() => ({ id: groupId, name: group, waiting: 1 })), page },
    { code: 'ownerless', rows: [], page: { page: 1, pageCount: 1, total: 0 } },
    {
      code: 'resources',
      rows: list((index) => ({
        id: resourceId,
        name: resource,
        groups: index === 0 ? [] : [group, group],
        owners: [olga.name],
      })),
      page,
    },
    {
      code: 'access',
      resource,
      resourceId,
      rows: list((index) => ({ person: ann, paths: [path], isBlocked: index === 0 })),
      page,
    },
    { code: 'accessPaths', resource, resourceId, paths: [path], openers: [] },
    {
      code: 'accessPaths',
      resource,
      resourceId,
      person: ann,
      paths: [path],
      block: { by: olga.name, reason },
      openers: [],
    },
    { code: 'accessPaths', resource, resourceId, paths: [], openers: [{ id: groupId, name: group }] },
    { code: 'accessPaths', resource, resourceId, paths: [], openers: [] },
    ...Array.from({ length: Math.ceil(histories.length / 8) }, (_, index): Table => ({
      code: 'history',
      title: group,
      groupId,
      rows: histories.slice(index * 8, index * 8 + 8).map((kind) => ({
        event: {
          id: kind,
          kind,
          at: now - day,
          reason,
          before: 'open',
          after: 'ownersOnly',
          setting: 'licence',
          ...(kind === 'driftFound' ? { isOutside: true as const } : {}),
        },
        actor: olga.name,
        subject: person,
        group,
        resource,
      })),
      page,
    })),
    {
      code: 'history',
      title: 'REQ-7K2M9QXW',
      requestId: 'REQ-7K2M9QXW',
      rows: [],
      page: { page: 1, pageCount: 1, total: 0 },
    },
    {
      code: 'explained',
      group,
      groupId,
      rules: [
        { rule: 'kind', verdict: 'yes' },
        { rule: 'settingB', verdict: 'yes' },
        { rule: 'joinRule', verdict: 'no' },
        { rule: 'settingA', verdict: 'notAsked' },
        { rule: 'licence', verdict: 'notAsked' },
        { rule: 'approver', verdict: 'notAsked' },
      ],
      refusal: { code: 'owners_only', group, owners: [olga], admins: [olga] },
    },
    { code: 'explained', group, groupId, person: ann, rules: [{ rule: 'kind', verdict: 'yes' }], route: 'askOwners' },
    { code: 'botStatus', version: '1.2.3', startedAt: now, store: 'embedded', directory: 'ledger', givenUp: 0 },
    {
      code: 'botStatus',
      version: '1.2.3',
      startedAt: now - day,
      store: 'mongodb',
      directory: 'entra',
      overdueMs: 7 * 60_000,
      givenUp: 2,
      lastBackupAt: now - 3 * day,
    },
    {
      code: 'botStatus',
      version: '1.2.3',
      startedAt: now - day,
      store: 'mongodb',
      directory: 'entra',
      overdueMs: 500,
      givenUp: 1,
      lastBackupAt: now - 3600_000,
    },
    ...directoryTables(words, rows),
    { code: 'delegations', given: [{ person: olga, until: now + day, group }], received: [{ person: ann }] },
    { code: 'delegations', given: [], received: [] },
  ];
}

/** The outcomes of those who run groups and the organisation. */
export function adminOutcomes(
  words: Words,
  rows: number,
): {
  newsTold: readonly OutcomeOf<'newsTold'>[];
  confirmNeeded: readonly OutcomeOf<'confirmNeeded'>[];
  choiceNeeded: readonly OutcomeOf<'choiceNeeded'>[];
  tableShown: readonly OutcomeOf<'tableShown'>[];
  setUpNeeded: readonly OutcomeOf<'setUpNeeded'>[];
  settingFormNeeded: readonly OutcomeOf<'settingFormNeeded'>[];
  groupFormNeeded: readonly OutcomeOf<'groupFormNeeded'>[];
  groupManaged: readonly OutcomeOf<'groupManaged'>[];
} {
  const group = sampleGroup(words);
  const form = {
    id: 'form-1',
    name: words.group,
    description: words.description,
    groupTypes: ['security', 'm365'] as const,
    joinRules: ['ownersOnly', 'ownerApproval', 'open'] as const,
    joinRule: 'open' as const,
    justification: 'optional' as const,
    longestMembership: '',
  };
  const options = Array.from({ length: Math.min(rows, 6) + 1 }, (_, index) => ({
    id: `${groupId.slice(0, -2)}${10 + index}`,
    title: words.group,
    about: words.description,
  }));
  return {
    newsTold: Object.values(sampleNotices(words)).flatMap((list) =>
      (list as readonly News[]).map((notice) => ({ kind: 'newsTold' as const, notice })),
    ),
    confirmNeeded: sampleQuestions(words).map((question) => ({ kind: 'confirmNeeded', question })),
    choiceNeeded: verbs.map(([what, verb, carry]) => ({
      kind: 'choiceNeeded',
      choice: {
        what,
        verb,
        carry,
        typed: words.typed,
        options,
        ...(verb === 'requestFor' && { isOpening: true as const }),
      },
    })),
    tableShown: sampleTables(words, rows).map((table) => ({ kind: 'tableShown', table })),
    setUpNeeded: [{ kind: 'setUpNeeded' }],
    groupFormNeeded: [
      { kind: 'groupFormNeeded', form: { ...form, groupType: 'security' } },
      { kind: 'groupFormNeeded', form: { ...form, lookalike: words.group } },
      { kind: 'groupFormNeeded', form: { ...form, problem: adminRefusals(words).name_not_allowed } },
    ],
    groupManaged: [
      {
        kind: 'groupManaged',
        group,
        isListed: true,
        justification: 'optional',
        maxDurationDays: 90,
        joinRules: ['ownersOnly', 'ownerApproval', 'open'],
        members: 12,
        waiting: 1,
        asked: [words.person],
      },
      {
        kind: 'groupManaged',
        group,
        isListed: true,
        justification: 'required',
        joinRules: ['ownersOnly', 'ownerApproval'],
        members: 3,
        waiting: 0,
        asked: [],
        hasPicker: true,
      },
      {
        kind: 'groupManaged',
        group,
        isListed: false,
        justification: 'off',
        joinRules: [],
        members: 0,
        waiting: 0,
        asked: [],
      },
    ],
    settingFormNeeded: settingNames.flatMap((setting) => {
      const form = { kind: 'settingFormNeeded', setting, value: valuesOf(setting)[0] ?? 'none' } as const;
      const people = [castOf(words).ann];
      return [
        { ...form, people },
        { ...form, people, hasPicker: true as const },
      ];
    }),
  };
}

type AdminRefusals = Pick<
  { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> },
  | 'admins_only'
  | 'too_many'
  | 'owners_and_admins_only'
  | 'creation_switched_off'
  | 'editing_switched_off'
  | 'approval_needs_licence'
  | 'owner_assignment_restricted'
  | 'not_yet_member'
  | 'join_rule_too_loose'
  | 'name_not_allowed'
  | 'person_not_found'
  | 'resource_not_found'
  | 'not_resource_owner'
  | 'resource_not_yours'
  | 'resource_has_blocks'
  | 'not_in_group'
  | 'last_admin'
  | 'still_admin'
  | 'still_owner'
  | 'second_admin_needed'
  | 'own_proposal'
  | 'not_second_admin'
  | 'cannot_confirm_admin'
  | 'admin_by_role'
  | 'own_block'
  | 'proposal_gone'
  | 'export_address_missing'
  | 'setting_value_unknown'
  | 'nothing_to_change'
  | 'list_unreadable'
  | 'not_ownerless'
  | 'claim_waits'
  | 'delegation_impossible'
> &
  ReturnType<typeof directoryRefusals>;

/** The refusals that those who run groups and the organisation can read. */
export function adminRefusals(words: Words): AdminRefusals {
  const { group, resource, typed, person } = words;
  const { olga, ada } = castOf(words);
  const admins = [ada];
  return {
    ...directoryRefusals(words),
    admins_only: { code: 'admins_only', admins },
    too_many: { code: 'too_many', of: 'groupsPerDay', most: 5, until: now + 3_600_000 },
    owners_and_admins_only: { code: 'owners_and_admins_only', group, owners: [olga] },
    creation_switched_off: { code: 'creation_switched_off', groupType: 'security', admins },
    editing_switched_off: { code: 'editing_switched_off', group, groupType: 'm365', admins },
    approval_needs_licence: { code: 'approval_needs_licence', admins },
    owner_assignment_restricted: { code: 'owner_assignment_restricted', group, admins },
    not_yet_member: { code: 'not_yet_member', group, person },
    join_rule_too_loose: { code: 'join_rule_too_loose', allowed: ['ownersOnly', 'ownerApproval'] },
    name_not_allowed: { code: 'name_not_allowed', name: typed, problem: 'blockedWord', word: typed },
    person_not_found: { code: 'person_not_found', typed },
    resource_not_found: { code: 'resource_not_found', typed },
    resource_not_yours: { code: 'resource_not_yours', resource, owners: [olga] },
    resource_has_blocks: { code: 'resource_has_blocks', resource, admins },
    not_resource_owner: { code: 'not_resource_owner', resource, owners: [olga] },
    not_in_group: { code: 'not_in_group', group, person },
    last_admin: { code: 'last_admin' },
    still_admin: { code: 'still_admin', person: words.person },
    still_owner: { code: 'still_owner', person: words.person, groups: [words.group, words.group] },
    second_admin_needed: { code: 'second_admin_needed', setting: 'licence' },
    own_proposal: { code: 'own_proposal', setting: 'licence', others: [olga] },
    not_second_admin: { code: 'not_second_admin', setting: 'licence', others: [olga] },
    cannot_confirm_admin: { code: 'cannot_confirm_admin', person, others: [olga] },
    admin_by_role: { code: 'admin_by_role', person },
    own_block: { code: 'own_block', resource, person, admins },
    proposal_gone: { code: 'proposal_gone' },
    export_address_missing: { code: 'export_address_missing' },
    setting_value_unknown: { code: 'setting_value_unknown', setting: 'licence' },
    nothing_to_change: { code: 'nothing_to_change', what: group },
    list_unreadable: { code: 'list_unreadable', of: 'people', problem: 'empty' },
    claim_waits: { code: 'claim_waits', group, admins: [olga] },
    not_ownerless: { code: 'not_ownerless', group, owners: [olga] },
    delegation_impossible: { code: 'delegation_impossible', problem: 'circle', person },
  };
}
