import type { EnrolResult } from '../../src/domain/groups/news.js';
import type { News } from '../../src/domain/news.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Question } from '../../src/domain/question.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { suggestedCommands } from '../../src/domain/start/suggestions.js';
import { settingNames, type JoinRule, type UnsupportedKind } from '../../src/domain/terms.js';
import type { GroupView, JoinForm, RequestView } from '../../src/domain/views.js';
import { now, requestStages, sampleGroup, sampleOutcomes, sampleRefusals, type Words } from './samples.js';
import { tableVariants } from './tableVariants.js';

const day = 86_400_000;
const page = { page: 1, pageCount: 1, total: 1 };
const month = { kind: 'days', days: 30 } as const;
const unsupportedKinds: readonly UnsupportedKind[] = [
  'distributionList',
  'mailEnabledSecurity',
  'dynamic',
  'onPremSynced',
  'restricted',
  'unknownKind',
  'roleAssignable',
];
const joinRules: readonly JoinRule[] = ['open', 'ownerApproval', 'ownersOnly'];

/**
 * Further outcomes: one for each sentence that the samples do not come to, so that together they say everything that the
 * cards can say.
 */
export function variantOutcomes(words: Words): readonly Outcome[] {
  return [
    ...refusals(words).map((refusal): Outcome => ({ kind: 'refused', refusal })),
    ...news(words).map((notice): Outcome => ({ kind: 'newsTold', notice })),
    ...questions(words).map((question): Outcome => ({ kind: 'confirmNeeded', question })),
    ...tableVariants(words).map((table): Outcome => ({ kind: 'tableShown', table })),
    ...requests(words),
    ...groups(words),
    ...forms(words),
  ];
}

function refusals(words: Words): readonly Refusal[] {
  const base = sampleRefusals(words);
  return [
    ...unsupportedKinds.map((kind) => ({ ...base.unsupported_kind, kind })),
    { ...base.owners_only, owners: [] },
    { ...base.not_a_member, isNested: true },
    { ...base.own_request, others: [] },
    { ...base.own_request, person: { id: 'p-bo', name: words.person } },
    { ...base.own_proposal, others: [] },
    { ...base.second_admin_needed, unconfirmed: ['Bo Berg'] },
    { ...base.second_admin_needed, trustsNew: true },
    { ...base.not_second_admin, others: [] },
    { ...base.cannot_confirm_admin, others: [] },
    { ...base.not_ownerless, owners: [] },
    { ...base.last_owner, person: words.person },
    { ...base.requester_not_licensed, person: words.person },
    { ...base.name_not_allowed, problem: 'address' },
    { ...base.admins_only, admins: [] },
    { ...base.owners_and_admins_only, owners: [] },
    { ...base.ownership_needs_an_owner, owners: [] },
    { ...base.not_resource_owner, owners: [] },
    ...[base.group_not_found, base.request_not_found, base.person_not_found, base.resource_not_found].map(
      (refusal) => ({ ...refusal, typed: '' }),
    ),
    { ...base.nothing_to_change, what: '' },
    ...(['withdrawn', 'expired', 'superseded'] as const).map((status) => ({ ...base.request_closed, status })),
    { ...base.request_already_decided, outcome: 'denied' },
    { code: 'reminder_too_soon', requestId: 'REQ-7K2M9QXW', group: words.group, at: now },
    ...(['missing', 'tooLong', 'taken'] as const).map((problem) => ({ ...base.name_not_allowed, problem })),
    ...(['people', 'groups'] as const).flatMap((of) =>
      (['empty', 'tooLong', 'unreadable'] as const).map((problem) => ({ ...base.list_unreadable, of, problem })),
    ),
    { ...base.request_needs_more, what: 'reason' },
    { ...base.too_many, of: 'messagesPerMinute' },
    { ...base.too_many, of: 'unknownNames', most: 60 },
    { code: 'too_many', of: 'openRequests', most: 20 },
    { ...base.justification_missing, minLength: 1 },
    { ...base.delegation_impossible, problem: 'self' },
    { ...base.delegation_impossible, problem: 'nothing' },
    { ...base.duration_too_long, maxDays: 365 },
    { ...base.join_rule_too_loose, allowed: joinRules },
    ...settingNames.map((setting) => ({ ...base.setting_value_unknown, setting })),
    { ...base.creation_switched_off, groupType: 'm365' },
    { ...base.editing_switched_off, groupType: 'security' },
  ];
}

function news({ person, group, typed }: Words): readonly News[] {
  const until = now + 30 * day;
  const pair = { group, groupId: 'g-1' };
  const lines: readonly EnrolResult[] = [
    { name: '', result: 'badName' },
    ...unsupportedKinds.map((kind): EnrolResult => ({ name: group, result: 'unsupported', unsupportedKind: kind })),
    { name: group, result: 'enrolled', owners: [], unknownOwners: [person] },
    { name: group, result: 'enrolled', owners: [person], unknownOwners: [person, person] },
  ];
  return [
    { code: 'groupsEnrolled', results: lines },
    { code: 'groupsEnrolled', results: lines, tells: true },
    { code: 'groupsEnrolled', results: [] },
    { code: 'groupCreated', ...pair, groupType: 'm365', joinRule: 'open', isClosed: true },
    { code: 'requestSuperseded', ...pair, requestId: 'REQ-7K2M9QXW', why: 'open', isClosed: true },
    { code: 'groupChanged', ...pair, field: 'asked', before: 'all', after: typed, waiting: 1 },
    { code: 'groupChanged', ...pair, field: 'description', before: '', after: typed, waiting: 0 },
    { code: 'groupChanged', ...pair, field: 'listed', before: 'yes', after: 'no', waiting: 0 },
    { code: 'groupChanged', ...pair, field: 'justification', before: 'off', after: 'required', waiting: 0 },
    { code: 'membersAdded', ...pair, results: [{ name: person, result: 'blocked' }] },
    { code: 'membersAdded', ...pair, results: [{ name: person, result: 'added' }], isOwn: true },
    { code: 'endMoved', ...pair, person, until, isOwn: true },
    { code: 'memberRemoved', ...pair, person, isOwn: true },
    { code: 'roleChanged', ...pair, person, role: 'member', before: 'owner', isOwn: true },
    { code: 'roleChanged', ...pair, person, role: 'manager', before: 'owner', isOwn: true },
    { code: 'adminRemoved', person, isOwn: true },
    { code: 'accessBlocked', resource: group, person, isOwn: true },
    { code: 'claimSettled', ...pair, person, accepted: false, by: person, isOwn: true },
    { code: 'yourRole', ...pair, role: 'member', before: 'manager', by: person },
    { code: 'delegated', person, until },
    { code: 'delegated', person, group },
    { code: 'youStandIn', person, until },
    { code: 'youStandIn', person, group },
    { code: 'fileReady', fileName: 'access-2026-11-23.csv', rows: 1, url: 'http://localhost:3978/exports/abc' },
    { code: 'proposalWaits', setting: 'blockedWords', after: typed, others: Array.from({ length: 9 }, () => person) },
    {
      code: 'proposalMade',
      proposalId: 'id-8',
      setting: 'licensedPeople',
      before: 'none',
      after: 'selected',
      by: person,
      people: [person],
      affected: { people: 1, groups: 2, requests: 0 },
    },
    { code: 'settingChanged', setting: 'namePrefix', before: 'none', after: 'GRP-' },
  ];
}

function questions({ group, typed, person }: Words): readonly Question[] {
  const pair = { group, groupId: 'g-1' };
  return [
    {
      code: 'saveGroup',
      ...pair,
      changes: [
        { field: 'name', before: group, after: typed, isMeanwhile: true },
        { field: 'joinRule', before: 'open', after: 'ownersOnly', isMeanwhile: false },
      ],
      waiting: 1,
    },
    { code: 'saveGroup', ...pair, changes: [], waiting: 0, lookalike: group },
    { code: 'enrolGroups', list: 'x', formId: 'form-2', results: [] },
    { code: 'removeMember', ...pair, person: { id: 'p-ann', name: person }, losses: [], isManager: true },
    {
      code: 'removeMember',
      ...pair,
      person: { id: 'p-ann', name: person },
      losses: [],
      isManager: true,
      standIns: [person],
    },
    ...[0, 1, 2].map((waiting): Question => ({
      code: 'deleteGroup',
      ...pair,
      members: waiting,
      waiting,
      unlocks: [],
    })),
  ];
}

function requests(words: Words): readonly Outcome[] {
  const stages = requestStages(words);
  const { duration: _, justification: __, ...bare } = stages.pending;
  const decided = (request: RequestView): RequestView =>
    request.decision
      ? { ...request, decision: { ...request.decision, justification: words.reason, standingInFor: words.person } }
      : request;
  const [approver] = stages.pending.approvers;
  const group: GroupView = {
    ...stages.pending.group,
    unlocks: [
      { name: words.resource, isBlocked: true },
      { name: words.resource, isBlocked: true },
      { name: words.resource },
    ],
  };
  return [
    ...Object.values(stages).flatMap((request): Outcome[] => [
      { kind: 'requestShown', request: decided(request) },
      { kind: 'requestDecided', request: decided(request), viewerId: 'p-nobody' },
    ]),
    { kind: 'requestShown', request: { ...stages.delivered, group } },
    {
      kind: 'approvalShown',
      request: { ...stages.pending, askedBy: { id: 'p-bo', name: words.person } },
      viewerId: 'p-olga',
      refreshUserIds: [],
    },
    ...(['ownersOnly', 'open', 'deleted', 'added', 'left'] as const).flatMap((supersededWhy): Outcome[] => {
      const request = { ...stages.superseded, supersededWhy };
      return [
        { kind: 'requestShown', request },
        { kind: 'requestDecided', request, viewerId: 'p-nobody' },
      ];
    }),
    { kind: 'requestShown', request: { ...stages.delivered, overSince: now - day } },
    { kind: 'requestDecided', request: { ...stages.delivered, overSince: now - day }, viewerId: 'p-olga' },
    { kind: 'requestDecided', request: stages.delivered, viewerId: 'p-olga', noEffect: 'denied' },
    { kind: 'requestDecided', request: stages.denied, viewerId: 'p-olga', noEffect: 'approved' },
    { kind: 'requestAlreadyOpen', request: { ...bare, approvers: [] } },
    { kind: 'otherWishNeeded', request: bare, otherWish: { duration: month }, whole: { duration: month } },
    {
      kind: 'otherWishNeeded',
      request: bare,
      otherWish: { justification: words.reason },
      whole: { justification: words.reason, duration: { kind: 'until', until: now + day } },
    },
    { kind: 'withdrawConfirmNeeded', request: { ...bare, approvers: [] } },
    {
      kind: 'approvalShown',
      request: {
        ...bare,
        createdAt: now,
        approvers: approver ? [{ ...approver, id: 'p-1', standsInFor: words.person }] : [],
      },
      viewerId: 'p-1',
      refreshUserIds: [],
    },
    { kind: 'inboxListed', requests: [bare], page, decided: stages.delivered },
    { kind: 'requestPickNeeded', purpose: 'showRequest', requests: [] },
    { kind: 'myRequestsListed', requests: [bare], page },
  ];
}

function groups(words: Words): readonly Outcome[] {
  const of = (change: Partial<GroupView>) => sampleGroup(words, change);
  const base = { owners: [], justificationRule: 'off' } as const;
  return [
    ...joinRules.flatMap((joinRule): Outcome[] => [
      { kind: 'memberLeft', group: of({ joinRule }) },
      { kind: 'membershipEnded', group: of({ joinRule }), at: now - day },
      { kind: 'leaveConfirmNeeded', group: of({ joinRule }), losses: [], role: 'member' },
      { kind: 'memberAdded', group: of({ joinRule, unlocks: [{ name: words.resource, isBlocked: true }] }) },
    ]),
    { kind: 'memberLeft', group: of({ isClosed: true }) },
    { kind: 'membershipEnded', group: of({ isClosed: true }), at: now - day },
    { kind: 'leaveConfirmNeeded', group: of({ isClosed: true }), losses: [], role: 'member' },
    { kind: 'alreadyMember', group: of({}), role: 'member', until: now + 30 * day },
    { kind: 'groupShown', group: of({ unlocks: [], description: '' }), standing: { kind: 'canJoin' }, ...base },
    { kind: 'groupShown', group: of({}), standing: { kind: 'member', since: now - day }, ...base },
    ...unsupportedKinds.map((kind): Outcome => ({
      kind: 'groupShown',
      group: of({}),
      standing: { kind: 'cannotJoin', refusal: { code: 'unsupported_kind', group: words.group, kind } },
      ...base,
    })),
    {
      kind: 'groupsListed',
      words: '',
      rows: [0, 1, 2].map((ownerCount) => ({
        group: of({ ownerCount }),
        standing: { kind: 'waiting', requestId: 'REQ-7K2M9QXW', since: now - day },
      })),
      page,
    },
    { kind: 'groupPickNeeded', purpose: 'showGroup', typed: '', candidates: [] },
    { kind: 'choiceNeeded', choice: { what: 'group', typed: '', verb: 'deleteGroup', carry: {}, options: [] } },
    { kind: 'myGroupsListed', rows: [{ group: of({}), role: 'owner', waiting: 1 }], page },
    { kind: 'welcomed', name: words.person, waiting: 1 },
    { kind: 'notUnderstood', suggestions: [], remark: false, meansCard: true },
    ...suggestedCommands.map((command): Outcome => ({
      kind: 'notUnderstood',
      suggestions: [{ command, name: words.group, person: words.person, resource: words.resource }],
      remark: true,
    })),
  ];
}

function forms(words: Words): readonly Outcome[] {
  const [sample] = sampleOutcomes(words).joinFormNeeded;
  const [form] = sampleOutcomes(words).groupFormNeeded;
  if (!sample || !form) throw new Error('The samples have no forms any more');
  const { maxDurationDays: _, ...joining } = sample.form;
  const reasons: readonly JoinForm['why'][] = [
    'confirm',
    'inexact',
    'several',
    'unlocksResource',
    'reasonMissing',
    'reasonTooShort',
  ];
  const [candidate] = joining.candidates;
  return [
    ...reasons.flatMap((why) =>
      [1, 2].map((count): Outcome => ({
        kind: 'joinFormNeeded',
        form: {
          ...joining,
          why,
          resource: words.resource,
          candidates: candidate ? Array.from({ length: count }, () => candidate) : [],
        },
      })),
    ),
    { kind: 'groupFormNeeded', form: { ...form.form, name: '' } },
  ];
}
