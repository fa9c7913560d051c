import type { News } from '../../src/domain/news.js';
import type { Question } from '../../src/domain/question.js';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.js';
import type { OutcomeOf } from '../../src/domain/outcome.js';
import type { Table } from '../../src/domain/table.js';
import type { Words } from './samples.js';

/** Monday, 23 November 2026, 14:14 UTC. */
const now = Date.UTC(2026, 10, 23, 14, 14);
const groupId = '5f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b11';

type DirectoryNews =
  | 'directoryRead'
  | 'peopleBrakeOn'
  | 'peopleBrakeReleased'
  | 'knownEnrolled'
  | 'enrolBegun'
  | 'changedOutside'
  | 'driftFound'
  | 'driftSettled'
  | 'brakeOn'
  | 'brakeReleased'
  | 'yourGroupEnrolled'
  | 'ownerGone'
  | 'volunteerWanted'
  | 'stillOwnerless'
  | 'groupLinked';

/** What is told of the directory: read in, enrolled, changed by other hands, left. */
export function directoryNotices({ group, person, typed }: Words): {
  readonly [C in DirectoryNews]: readonly Extract<News, { code: C }>[];
} {
  const pair = { group, groupId };
  return {
    directoryRead: [
      { code: 'directoryRead', people: 1, m365: 0, security: 0, unsupported: 0 },
      { code: 'directoryRead', people: 12_000, m365: 400, security: 1, unsupported: 30 },
    ],
    peopleBrakeOn: [{ code: 'peopleBrakeOn', gone: 1_200, total: 9_000 }],
    peopleBrakeReleased: [{ code: 'peopleBrakeReleased', gone: 1_200 }],
    knownEnrolled: [
      { code: 'knownEnrolled', of: 'm365', count: 400 },
      { code: 'knownEnrolled', of: 'security', count: 1 },
    ],
    enrolBegun: [{ code: 'enrolBegun', of: 'm365', count: 400 }],
    changedOutside: [
      { code: 'changedOutside', ...pair, what: 'renamed', before: typed },
      { code: 'changedOutside', ...pair, what: 'kind', before: 'm365', after: 'dynamic' },
      { code: 'changedOutside', ...pair, what: 'deleted' },
      { code: 'changedOutside', ...pair, what: 'restored' },
      { code: 'changedOutside', ...pair, what: 'gone' },
      { code: 'changedOutside', ...pair, what: 'ownerAdded', person },
      { code: 'changedOutside', ...pair, what: 'ownerRemoved', person },
    ],
    driftFound: [
      { code: 'driftFound', ...pair, added: [person], removed: [] },
      { code: 'driftFound', ...pair, added: [person, person], removed: [person] },
    ],
    driftSettled: (['takeOver', 'undo', 'leave'] as const).map((answer) => ({
      code: 'driftSettled',
      ...pair,
      answer,
      count: 3,
      by: person,
    })),
    brakeOn: [{ code: 'brakeOn', ...pair, gone: 40, members: 120 }],
    brakeReleased: [{ code: 'brakeReleased', ...pair, by: person }],
    yourGroupEnrolled: (['open', 'ownerApproval', 'ownersOnly'] as const).map((joinRule) => ({
      code: 'yourGroupEnrolled',
      ...pair,
      joinRule,
      by: person,
    })),
    ownerGone: [{ code: 'ownerGone', ...pair, person }],
    volunteerWanted: [{ code: 'volunteerWanted', ...pair, person }],
    stillOwnerless: [{ code: 'stillOwnerless', ...pair, person }],
    groupLinked: [true, false].map((isNew) => ({ code: 'groupLinked', ...pair, isNew })),
  };
}

/** What is asked before groups are enrolled or linked. */
export function directoryQuestions({ group, person, typed }: Words): readonly Question[] {
  const pair = { group, groupId };
  const about = { name: group, result: 'enrolled', groupType: 'm365', joinRule: 'open', owners: [person] } as const;
  return [
    {
      code: 'enrolKnown',
      ids: [groupId],
      results: [{ ...about, nickname: typed, inside: { people: 12_345, groups: 0 } }],
    },
    {
      code: 'enrolKnown',
      ids: Array.from({ length: 20 }, () => groupId),
      joinRule: 'ownerApproval',
      results: [
        { ...about, isPublic: true, inside: { people: 1, groups: 1 } },
        { name: group, result: 'alreadyHere' },
        { ...about, owners: [], inside: { people: 0, groups: 2 } },
      ],
    },
    { code: 'enrolAll', of: 'm365', count: 400, examples: [group, typed], joinRule: 'open' },
    { code: 'enrolAll', of: 'security', count: 1, examples: [group], joinRule: 'ownersOnly' },
    ...[0, 1, 7].map((members): Question => ({ code: 'linkGroup', ...pair, members, to: 'new' })),
    { code: 'linkGroup', ...pair, members: 7, to: groupId, nickname: typed },
  ];
}

/** Which group of the directory one could be. */
export function linkPicks({ group, person, typed }: Words): readonly OutcomeOf<'linkPickNeeded'>[] {
  const option = { id: groupId, name: group, nickname: typed };
  const pick = { kind: 'linkPickNeeded', group, groupId } as const;
  return [
    {
      ...pick,
      options: [
        { ...option, owners: [person] },
        { ...option, owners: [] },
      ],
      canCreate: true,
    },
    { ...pick, options: [option, option].map((one) => ({ ...one, owners: [] })), canCreate: false },
  ];
}

/** What is listed of the directory. */
export function directoryTables({ group, person, about }: Words, rows: number): readonly Table[] {
  const pair = { group, groupId };
  const known = { m365: 400, security: 2, unsupported: 30 };
  const permissions = [
    { capability: 'members', permission: 'GroupMember.ReadWrite.All', isGranted: true },
    { capability: 'people', permission: 'User.Read.All', isGranted: true },
    { capability: 'groups', permission: 'Group.ReadWrite.All', isGranted: false },
    { capability: 'roles', permission: 'RoleManagement.Read.Directory', isGranted: false },
    { capability: 'licence', permission: 'LicenseAssignment.Read.All', isGranted: false },
  ] as const;
  const drift = Array.from({ length: Math.min(rows, 8) }, (_, index) => ({
    person: { id: `p-${index}`, name: person, about },
    isAdded: index % 2 === 0,
    isLeft: index % 3 === 0,
  }));
  return [
    { code: 'directory', permissions: [] },
    {
      code: 'directory',
      entra: {
        writes: false,
        isDown: true,
        readings: [
          { of: 'people', phase: 'following', read: 12_000, doneAt: now - 60_000 },
          { of: 'groups', phase: 'first', read: 700 },
        ],
        known,
        brake: { gone: 1_200, total: 9_000 },
      },
      permissions,
    },
    {
      code: 'directory',
      entra: {
        writes: true,
        isDown: false,
        readings: [
          { of: 'people', phase: 'first', read: 0, trouble: 'permission' },
          { of: 'groups', phase: 'again', read: 3 },
          { of: 'groups', phase: 'following', read: 3, doneAt: now, trouble: 'noAnswer' },
        ],
        known: { m365: 0, security: 0, unsupported: 0 },
      },
      permissions: [],
    },
    ...(['report', 'takeOver', 'undo'] as const).map((policy): Table => ({
      code: 'drift',
      ...pair,
      policy,
      total: drift.length,
      explainers: [person],
      rows: drift,
      ...(policy === 'report' ? { isBraked: true } : {}),
    })),
    { code: 'drift', ...pair, policy: 'report', total: 0, explainers: [], rows: [], nested: 1 },
  ];
}

type DirectoryRefusalCode = 'not_enrolled' | 'nothing_to_enrol' | 'nothing_to_link' | 'no_directory' | 'no_brake';

/** How the product says no about what was read in. */
export function directoryRefusals({
  group,
  person,
}: Words): Pick<{ readonly [C in RefusalCode]: Extract<Refusal, { code: C }> }, DirectoryRefusalCode> {
  return {
    not_enrolled: { code: 'not_enrolled', group, admins: [{ id: 'p-ada', name: person }] },
    nothing_to_enrol: { code: 'nothing_to_enrol', groupType: 'm365' },
    nothing_to_link: { code: 'nothing_to_link', group },
    no_directory: { code: 'no_directory' },
    no_brake: { code: 'no_brake' },
  };
}
