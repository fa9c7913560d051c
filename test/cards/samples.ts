import { directoryRefusal } from '../../src/store/schemas/terms.js';
import { adminOutcomes, adminRefusals, sampleNotices } from './adminSamples.js';
import { linkPicks } from './directorySamples.js';
import type { Outcome, OutcomeOf } from '../../src/domain/outcome.js';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.js';
import type { PersonView } from '../../src/domain/personView.js';
import type { GroupView, RequestView, Standing } from '../../src/domain/views.js';

/** Monday, 23 November 2026, 14:14 UTC. */
export const now = Date.UTC(2026, 10, 23, 14, 14);
const hour = 3_600_000;
const day = 24 * hour;

/** Texts that stand for what people write; tests put hostile or endless ones in their place. */
export interface Words {
  readonly person: string;
  readonly group: string;
  readonly reason: string;
  readonly description: string;
  readonly about: string;
  readonly typed: string;
  readonly resource: string;
}

export const ordinaryWords: Words = {
  person: 'Ann Lee',
  group: 'Marketing',
  reason: 'I run the spring campaign and need the brand templates before Friday.',
  description: 'Campaigns, brand and events: everybody who works on how we look and sound.',
  about: 'Campaign Manager, Sales EMEA',
  typed: 'Marketting',
  resource: 'Salesforce',
};

type Samples = { readonly [K in Outcome['kind']]: readonly OutcomeOf<K>[] };

/** People around the request: the requester, two owners and an administrator. */
export function castOf(words: Words): {
  readonly ann: PersonView;
  readonly olga: PersonView;
  readonly omar: PersonView;
  readonly ada: PersonView;
} {
  return {
    ann: { id: 'p-ann', name: words.person, about: words.about },
    olga: { id: 'p-olga', name: words === ordinaryWords ? 'Olga Berg' : words.person, about: words.about },
    omar: { id: 'p-omar', name: words === ordinaryWords ? 'Omar Haddad' : words.person },
    ada: { id: 'p-ada', name: words === ordinaryWords ? 'Ada Admin' : words.person },
  };
}

export function sampleGroup(words: Words, change: Partial<GroupView> = {}): GroupView {
  return {
    id: '5f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b11',
    name: words.group,
    description: words.description,
    groupType: 'security',
    joinRule: 'ownerApproval',
    ownerCount: 2,
    unlocks: [
      { name: words.resource, link: 'https://salesforce.example/start' },
      { name: words === ordinaryWords ? 'Brand Portal' : words.resource, link: 'https://brand.example/' },
    ],
    ...change,
  };
}

export function sampleRequest(words: Words, change: Partial<RequestView> = {}): RequestView {
  const { ann, olga, omar } = castOf(words);
  return {
    id: 'REQ-7K2M9QXW',
    group: sampleGroup(words),
    requester: ann,
    justification: words.reason,
    duration: { kind: 'days', days: 30 },
    status: 'pending',
    createdAt: now - 3 * day - 4 * hour,
    expiresAt: now + 11 * day,
    ...((change.status ?? 'pending') === 'pending' && { remindableFrom: now - 3 * day - 3 * hour }),
    approvers: [
      { ...olga, delivery: 'sent' },
      { ...omar, delivery: 'unreachable' },
    ],
    ...change,
  };
}

/** An approved request whose group is in Microsoft Entra: waiting for somebody, refused there, and ready. */
function inEntra(words: Words): RequestView[] {
  const { delivering, delivered, failed } = requestStages(words);
  return [
    ...(['permission', 'writesOff', 'groupDeleted'] as const).map((held) => ({ ...delivering, held })),
    ...directoryRefusal.options.map((failure) => ({ ...failed, failure })),
    { ...delivered, group: sampleGroup(words, { groupType: 'm365', isInEntra: true }) },
  ];
}

/** The same request at each point of its life. */
export function requestStages(
  words: Words,
): Readonly<
  Record<
    'pending' | 'delivering' | 'delivered' | 'failed' | 'denied' | 'withdrawn' | 'expired' | 'superseded',
    RequestView
  >
> {
  const { olga } = castOf(words);
  const at = now - 12 * 60_000;
  const approved = {
    status: 'approved',
    closedAt: at,
    decision: { outcome: 'approved', by: olga, at, via: 'card', until: now + 30 * day },
  } as const;
  return {
    pending: sampleRequest(words),
    delivering: sampleRequest(words, { ...approved, provisioning: 'delivering' }),
    delivered: sampleRequest(words, { ...approved, provisioning: 'delivered' }),
    failed: sampleRequest(words, { ...approved, provisioning: 'failed' }),
    denied: sampleRequest(words, {
      status: 'denied',
      closedAt: at,
      decision: { outcome: 'denied', by: olga, at, via: 'card', justification: words.reason },
    }),
    withdrawn: sampleRequest(words, { status: 'withdrawn', closedAt: at }),
    expired: sampleRequest(words, { status: 'expired', closedAt: now - day }),
    superseded: sampleRequest(words, { status: 'superseded', closedAt: at }),
  };
}

/** Waiting for nobody, for people who could not be reached, and ended with the time that was asked for. */
export function strandedRequests(words: Words): readonly RequestView[] {
  const { olga } = castOf(words);
  const until = now - 2 * hour;
  return [
    sampleRequest(words, { approvers: [] }),
    sampleRequest(words, { approvers: [{ ...olga, delivery: 'unreachable' }] }),
    sampleRequest(words, { status: 'expired', closedAt: until, duration: { kind: 'until', until } }),
  ];
}

/** Each refusal once; of kinds of group, one. */
export function sampleRefusals(words: Words): { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } {
  const { ann, olga, omar, ada } = castOf(words);
  const { group } = words;
  const requestId = 'REQ-7K2M9QXW';
  return {
    unsupported_kind: { code: 'unsupported_kind', group, kind: 'distributionList' },
    groups_restricted: { code: 'groups_restricted', admins: [ada] },
    requests_switched_off: { code: 'requests_switched_off', group, admins: [ada] },
    requester_not_licensed: { code: 'requester_not_licensed', group, admins: [ada] },
    approver_not_licensed: { code: 'approver_not_licensed', admins: [ada] },
    owners_only: { code: 'owners_only', group, owners: [olga, omar], admins: [ada] },
    no_approver: { code: 'no_approver', group, admins: [] },
    group_not_found: { code: 'group_not_found', typed: words.typed },
    request_not_found: { code: 'request_not_found', typed: words.typed },
    adding_switched_off: { code: 'adding_switched_off', admins: [ada] },
    only_own_resource: { code: 'only_own_resource', admins: [ada] },
    nothing_unlocks: { code: 'nothing_unlocks', resource: words.resource, admins: [ada] },
    own_request: { code: 'own_request', requestId, group, others: [omar] },
    not_their_manager: { code: 'not_their_manager', group, person: ann.name },
    reports_unknown: { code: 'reports_unknown', group, person: ann.name },
    not_an_approver: { code: 'not_an_approver', requestId, group, person: ann },
    request_closed: { code: 'request_closed', requestId, group, status: 'withdrawn', at: now - hour },
    request_already_decided: {
      code: 'request_already_decided',
      requestId,
      group,
      outcome: 'approved',
      by: olga,
      at: now - 12 * 60_000,
    },
    wished_time_over: { code: 'wished_time_over', requestId, group, person: ann, at: now - hour },
    nothing_to_remind: { code: 'nothing_to_remind' },
    not_asked: { code: 'not_asked', people: [words.person] },
    nobody_to_remind: { code: 'nobody_to_remind', requestId, group },
    reminder_too_soon: { code: 'reminder_too_soon', requestId, group, at: now + hour, last: now - hour },
    nothing_to_withdraw: { code: 'nothing_to_withdraw' },
    nothing_to_decide: { code: 'nothing_to_decide' },
    not_a_member: { code: 'not_a_member', group },
    last_owner: { code: 'last_owner', group },
    requester_left_or_joined: { code: 'requester_left_or_joined', requestId, group, person: ann },
    justification_missing: { code: 'justification_missing', minLength: 8 },
    duration_too_long: { code: 'duration_too_long', maxDays: 90 },
    duration_longer_than_asked: { code: 'duration_longer_than_asked' },
    duration_in_the_past: { code: 'duration_in_the_past' },
    question_gone: { code: 'question_gone' },
    request_needs_more: { code: 'request_needs_more', requestId, group, person: ann, what: 'licence' },
    rule_changed: { code: 'rule_changed', requestId, group },
    ownership_needs_an_owner: { code: 'ownership_needs_an_owner', group, owners: [olga] },
    ...adminRefusals(words),
  };
}

/** Every way in which somebody can stand to a group. */
export function sampleStandings(words: Words): readonly Standing[] {
  return [
    { kind: 'canAsk' },
    { kind: 'canJoin' },
    { kind: 'member', since: now - 40 * day, until: now + 30 * day },
    { kind: 'waiting', requestId: 'REQ-7K2M9QXW', since: now - 5 * hour },
    { kind: 'owner' },
    { kind: 'cannotJoin', refusal: sampleRefusals(words).owners_only },
    { kind: 'cannotJoin', refusal: sampleRefusals(words).unsupported_kind },
  ];
}

function joinForms(words: Words): OutcomeOf<'joinFormNeeded'>[] {
  const group = sampleGroup(words);
  const base = {
    candidates: [{ group, standing: { kind: 'canAsk' } as const }],
    justificationRule: 'required' as const,
    minJustificationLength: 8,
    maxDurationDays: 90,
    typed: words.typed,
  };
  const three = sampleStandings(words).map((standing, index) => ({
    group: sampleGroup(words, {
      id: `g-${index}`,
      name: words === ordinaryWords ? `${words.group} ${index + 1}` : words.group,
    }),
    standing,
  }));
  return [
    { kind: 'joinFormNeeded', form: { ...base, why: 'reasonMissing' } },
    { kind: 'joinFormNeeded', form: { ...base, why: 'several', candidates: three } },
    {
      kind: 'joinFormNeeded',
      form: {
        ...base,
        why: 'unlocksResource',
        candidates: three,
        resource: words.resource,
        justification: words.reason,
        justificationRule: 'optional',
      },
    },
    {
      kind: 'joinFormNeeded',
      form: {
        ...base,
        why: 'confirm',
        candidates: [{ group, standing: { kind: 'canJoin' } }],
        justificationRule: 'off',
      },
    },
    { kind: 'joinFormNeeded', form: { ...base, why: 'inexact', duration: { kind: 'days', days: 10 } } },
    { kind: 'joinFormNeeded', form: { ...base, why: 'inexact', candidates: three.slice(-1) } },
    { kind: 'joinFormNeeded', form: { ...base, why: 'reasonTooShort', justification: 'x' } },
    {
      kind: 'joinFormNeeded',
      form: { ...base, why: 'durationTooLong', duration: { kind: 'days', days: 400 }, justification: words.reason },
    },
    {
      kind: 'joinFormNeeded',
      form: { ...base, why: 'durationInThePast', duration: { kind: 'until', until: now - day } },
    },
  ];
}

/** Every outcome, in each form that shows differently. */
export function sampleOutcomes(
  words: Words = ordinaryWords,
  size: { readonly rows?: number; readonly approvers?: number } = {},
): Samples {
  const group = sampleGroup(words);
  const stages = requestStages(words);
  const every = Object.values(stages);
  const { ann, olga, omar } = castOf(words);
  const rows = size.rows ?? 3;
  const manyApprovers = Array.from({ length: size.approvers ?? 2 }, (_, index) => ({
    ...(index === 0 ? olga : omar),
    id: index === 0 ? 'p-olga' : `p-${index}`,
    delivery: index === 1 ? ('unreachable' as const) : ('sent' as const),
  }));
  const pending = { ...stages.pending, approvers: manyApprovers };
  const list = <T>(make: (index: number) => T) => Array.from({ length: rows }, (_, index) => make(index));
  const standings = sampleStandings(words);
  const page = { page: 2, pageCount: 3, total: 25 };
  const nothing = { page: 1, pageCount: 1, total: 0 };
  const requestAt = (index: number) => ({ ...(every[index % every.length] as RequestView), id: `REQ-7K2M9QX${index}` });
  const refreshUserIds = Array.from(
    { length: size.approvers ?? 2 },
    (_, index) => `29:1${String(index).padStart(3, '0')}${'x'.repeat(size.approvers ? 60 : 3)}`,
  );
  return {
    memberAdded: [
      { kind: 'memberAdded', group: sampleGroup(words, { joinRule: 'open' }), until: now + 30 * day },
      { kind: 'memberAdded', group: sampleGroup(words, { joinRule: 'open', isInEntra: true, groupType: 'm365' }) },
      { kind: 'memberAdded', group: sampleGroup(words, { joinRule: 'open', isInEntra: true }), isPending: true },
    ],
    alreadyMember: [
      { kind: 'alreadyMember', group, role: 'member' },
      { kind: 'alreadyMember', group, role: 'owner' },
    ],
    requestOpened: [{ kind: 'requestOpened', request: { ...pending, createdAt: now } }],
    requestAlreadyOpen: [{ kind: 'requestAlreadyOpen', request: pending }],
    otherWishNeeded: [
      {
        kind: 'otherWishNeeded',
        request: pending,
        otherWish: { duration: { kind: 'days', days: 14 } },
        whole: { duration: { kind: 'days', days: 14 } },
      },
    ],
    joinFormNeeded: joinForms(words),
    groupPickNeeded: (['leaveGroup', 'showGroup', 'withdrawRequest'] as const).map((purpose) => ({
      kind: 'groupPickNeeded',
      purpose,
      typed: words.typed,
      candidates: list(() => group),
    })),
    approvalShown: [
      { kind: 'approvalShown', request: pending, viewerId: 'p-olga', refreshUserIds },
      { kind: 'approvalShown', request: stages.denied, viewerId: 'p-olga', refreshUserIds: [] },
      ...strandedRequests(words).map(
        (request) => ({ kind: 'approvalShown', request, viewerId: 'p-olga', refreshUserIds: [] }) as const,
      ),
      {
        kind: 'approvalShown',
        request: { ...pending, duration: { kind: 'days', days: 1 }, approvers: pending.approvers.slice(0, 1) },
        viewerId: 'p-olga',
        refreshUserIds,
      },
    ],
    requestDecided: [
      ...[stages.delivering, stages.delivered, stages.failed, stages.denied],
      ...[stages.delivering, stages.delivered, stages.denied].map((one) => ({ ...one, isUntold: true as const })),
    ].map((request) => ({
      kind: 'requestDecided',
      request,
      viewerId: 'p-olga',
    })),
    decidedByAnother: [stages.delivered, stages.denied].map((request) => ({
      kind: 'decidedByAnother',
      request,
      viewerId: 'p-omar',
    })),
    reportReasonNeeded: [{}, { justification: 'me' }].map((one) => ({
      kind: 'reportReasonNeeded',
      questionId: 'Q-1',
      group: words.group,
      person: words.person,
      minLength: 3,
      ...one,
    })),
    denyFormNeeded: [
      { kind: 'denyFormNeeded', request: pending, problem: 'reasonMissing' },
      { kind: 'denyFormNeeded', request: pending },
    ],
    requestShown: [...every, ...inEntra(words), ...strandedRequests(words)].map((request) => ({
      kind: 'requestShown',
      request,
    })),
    requestWithdrawn: [{ kind: 'requestWithdrawn', request: stages.withdrawn }],
    withdrawConfirmNeeded: [{ kind: 'withdrawConfirmNeeded', request: pending }],
    approversReminded: [{ kind: 'approversReminded', request: pending, people: [olga, omar] }],
    requestPickNeeded: (
      ['withdrawRequest', 'remindApprovers', 'approveRequest', 'denyRequest', 'showRequest'] as const
    ).map((purpose) => ({
      kind: 'requestPickNeeded',
      purpose,
      requests: list((index) => ({ ...pending, id: `REQ-7K2M9QX${index}` })),
    })),
    leaveConfirmNeeded: [
      { kind: 'leaveConfirmNeeded', role: 'owner', group, losses: group.unlocks },
      { kind: 'leaveConfirmNeeded', role: 'member', group, losses: [] },
      { kind: 'leaveConfirmNeeded', role: 'manager', group, losses: [] },
    ],
    memberLeft: [{ kind: 'memberLeft', group }],
    waitingCardSettled: every
      .filter((request) => request.status !== 'pending')
      .map((request) => ({ kind: 'waitingCardSettled', request })),
    myGroupsListed: [
      {
        kind: 'myGroupsListed',
        rows: list((index) => ({
          group,
          role: index === 0 ? ('owner' as const) : ('member' as const),
          ...(index === 0 ? { waiting: 3 } : { until: now + 30 * day }),
        })),
        page,
      },
      { kind: 'myGroupsListed', rows: [], page: nothing },
    ],
    myRequestsListed: [
      { kind: 'myRequestsListed', requests: list(requestAt), page },
      { kind: 'myRequestsListed', requests: [], page: nothing },
    ],
    approvalNeeded: [{ kind: 'approvalNeeded', request: pending, viewerId: 'p-olga' }],
    decisionPickNeeded: [
      {
        kind: 'decisionPickNeeded',
        requests: list((index) => ({ ...pending, id: `REQ-7K2M9QX${index}` })).slice(0, 5),
        page,
      },
    ],
    linkPickNeeded: linkPicks(words),
    proposalNeeded: sampleNotices(words).proposalMade.map((proposal) => ({ kind: 'proposalNeeded', proposal })),
    inboxListed: [
      { kind: 'inboxListed', requests: list((index) => ({ ...pending, id: `REQ-7K2M9QX${index}` })).slice(0, 5), page },
      { kind: 'inboxListed', requests: [], page: nothing },
    ],
    groupsListed: [
      {
        kind: 'groupsListed',
        words: words.typed,
        rows: list((index) => ({ group, standing: standings[index % standings.length] as Standing })),
        page,
      },
      { kind: 'groupsListed', words: '', rows: [], page: nothing },
    ],
    groupShown: standings.map((standing) => ({
      kind: 'groupShown',
      group,
      standing,
      owners: [olga, omar],
      maxDurationDays: 90,
      justificationRule: 'required',
      ...(standing.kind === 'owner'
        ? { place: 'entra' }
        : standing.kind === 'member'
          ? { place: 'here' }
          : standing.kind === 'waiting'
            ? { place: 'creating' }
            : {}),
    })),
    helpShown: [
      { kind: 'helpShown', isAdmin: false, ownsGroups: false },
      { kind: 'helpShown', isAdmin: true, ownsGroups: true },
    ],
    ...adminOutcomes(words, rows),
    thanksAccepted: [{ kind: 'thanksAccepted' }],
    questionOver: [{ kind: 'questionOver' }],
    cancelled: [{ kind: 'cancelled' }],
    readingShown: [
      {
        kind: 'readingShown',
        text: 'join Marketing',
        lines: [
          'segment own: “join Marketing”',
          'slot groups exact Marketing: “Marketing”',
          'verdict {"do":{"kind":"joinGroup"}}',
        ],
      },
    ],
    messageTooLongNeeded: [{ kind: 'messageTooLongNeeded', most: 4000 }],
    goAheadNeeded: [
      {
        kind: 'goAheadNeeded',
        questionId: 'id-9',
        wish: {
          intent: 'addMembers',
          group: words.group,
          people: [ann.name],
          duration: { kind: 'days', days: 14 },
          justification: words.reason,
        },
        unexplained: ['as a guest'],
        why: 'words',
      },
      {
        kind: 'goAheadNeeded',
        questionId: 'id-9',
        wish: { intent: 'changeBlock', people: [ann.name], resource: words.group, is: false },
        unexplained: [],
        why: 'question',
      },
    ],
    slotNeeded: (['group', 'person', 'resource', 'name', 'length'] as const).map((slot) => ({
      kind: 'slotNeeded',
      questionId: 'id-9',
      slot,
      wish: { intent: 'transferGroup', people: [], ...(slot === 'group' ? {} : { group: words.group }) },
      ...(slot === 'person' ? { hasPicker: true } : {}),
    })),
    missedTold: [
      {
        kind: 'missedTold',
        since: now - day,
        outcomes: [
          ...every.map((request) => ({ kind: 'requestShown', request }) as const),
          { kind: 'requestShown', request: stages.denied },
          { kind: 'membershipEnded', group, at: now - hour },
        ],
      },
    ],
    severalAnswered: [{ kind: 'severalAnswered', outcomes: [{ kind: 'thanksAccepted' }, { kind: 'cancelled' }] }],
    severalNeeded: [
      {
        kind: 'severalNeeded',
        outcomes: [{ kind: 'thanksAccepted' }, { kind: 'helpShown', isAdmin: false, ownsGroups: false }],
      },
    ],
    welcomed: [
      { kind: 'welcomed', name: ann.name, waiting: 2 },
      { kind: 'welcomed', waiting: 0 },
    ],
    notUnderstood: [
      {
        kind: 'notUnderstood',
        suggestions: [
          { command: 'myGroups' },
          { command: 'join', name: words.group },
          { command: 'findAccess', name: words.typed },
        ],
        remark: false,
      },
      { kind: 'notUnderstood', suggestions: [], remark: true },
      { kind: 'notUnderstood', suggestions: [{ command: 'join', name: 'Marketing' }], remark: false, isForeign: true },
    ],
    membershipEnded: [
      { kind: 'membershipEnded', group, at: now - hour },
      { kind: 'membershipEnded', group: sampleGroup(words, { joinRule: 'ownersOnly' }), at: now - hour },
    ],
    deliveryFailed: [
      { kind: 'deliveryFailed', group },
      { kind: 'deliveryFailed', group, failure: 'dynamic' },
      { kind: 'deliveryFailed', group, failure: 'noAnswer' },
    ],
    refused: Object.values(sampleRefusals(words)).map((refusal) => ({ kind: 'refused', refusal })),
  };
}
