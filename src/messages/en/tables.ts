import { isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import { groupTypes, joinRules, unsupportedKinds } from './kinds.js';
import { fieldNames, fieldValue, roleNames } from './news.js';
import { settingTexts, settingValue } from './settings.js';
import type { AuditEvent, AuditEventKind } from '../../domain/history/audit.js';
import type { GroupField, SettingName } from '../../domain/terms.js';
import type { AccessPath, RuleVerdict, HistoryRow } from '../../domain/views.js';

const how: { readonly [H in AccessPath['how']]: string } = {
  owner: 'as an owner',
  openJoin: 'joined an open group',
  request: 'asked for it',
  added: 'was added',
  imported: 'was there before',
};

/** What a line of the history says; "Somebody" stands for who is not known by name. */
type Telling = (row: {
  readonly actor: string;
  readonly subject: string;
  readonly group: string;
  readonly resource: string;
  readonly setting: string;
  readonly before: string;
  readonly after: string;
  /** The person whom it is about did it, or nobody did. */ readonly isOwn: boolean;
}) => string;

const tellings: { readonly [K in AuditEventKind]: Telling } = {
  requestOpened: ({ subject, group }) => `${subject} asked to join ${group}`,
  requestApproved: ({ actor, subject, group }) => `${actor} approved ${subject} for ${group}`,
  requestDenied: ({ actor, subject, group }) => `${actor} denied ${subject}’s request to join ${group}`,
  requestWithdrawn: ({ subject, group }) => `${subject} took back the request to join ${group}`,
  requestExpired: ({ subject, group }) => `${subject}’s request to join ${group} ended without a decision`,
  requestDelivered: ({ subject, group }) => `${group} was ready for ${subject}`,
  requestDeliveryFailed: ({ subject, group }) => `${group} could not be set up for ${subject}`,
  requestSuperseded: ({ subject, group }) => `${subject}’s request to join ${group} was closed as no longer needed`,
  memberAdded: ({ actor, subject, group, isOwn }) =>
    isOwn ? `${subject} came into ${group}` : `${actor} let ${subject} into ${group}`,
  memberLeft: ({ subject, group }) => `${subject} left ${group}`,
  memberRemoved: ({ actor, subject, group }) => `${actor} removed ${subject} from ${group}`,
  ownerLeft: ({ subject, group }) => `${subject}, who ran it, left ${group}`,
  membershipExpired: ({ subject, group }) => `${subject}’s time in ${group} was over`,
  membershipFailed: ({ subject, group }) => `The directory did not take ${subject} into ${group}`,
  settingChanged: ({ actor, setting, before, after }) => `${actor} changed “${setting}” from ${before} to ${after}`,
  settingProposed: ({ actor, setting, after }) => `${actor} proposed “${setting}”: ${after}`,
  settingRejected: ({ actor, setting, after }) => `${actor} rejected “${setting}”: ${after}`,
  adminAdded: ({ actor, subject }) => `${actor} made ${subject} an administrator`,
  adminRemoved: ({ actor, subject }) => `${actor} took the administrator’s rights from ${subject}`,
  groupEnrolled: ({ actor, group, after }) => `${actor} enrolled ${group} (${after})`,
  groupCreated: ({ actor, group, after }) => `${actor} created ${group} (${after})`,
  groupChanged: ({ actor, group, setting, before, after }) =>
    `${actor} changed the ${setting} of ${group} from ${before || 'nothing'} to ${after || 'nothing'}`,
  groupDeleted: ({ actor, group }) => `${actor} deleted ${group}`,
  groupTransferred: ({ actor, subject, group }) => `${actor} made ${subject} the owner of ${group}`,
  roleChanged: ({ actor, subject, group, before, after }) =>
    `${actor} made ${subject} ${after} of ${group} (was ${before})`,
  groupClaimed: ({ actor, group }) => `${actor} offered to own ${group}`,
  claimRefused: ({ actor, subject, group }) => `${actor} refused ${subject} as the owner of ${group}`,
  resourceAdded: ({ actor, resource, subject }) => `${actor} added ${resource}, which is ${subject}’s`,
  resourceGranted: ({ actor, resource, group }) => `${actor} let ${group} open ${resource}`,
  resourceUngranted: ({ actor, resource, group }) => `${actor} detached ${resource} from ${group}`,
  accessBlocked: ({ actor, subject, resource }) => `${actor} blocked ${subject} from ${resource}`,
  accessUnblocked: ({ actor, subject, resource }) => `${actor} unblocked ${subject} for ${resource}`,
  delegationStarted: ({ actor, subject }) => `${actor} named ${subject} as stand-in`,
  delegationEnded: ({ actor, subject }) => `${actor} ended ${subject}’s standing in`,
};

const rules: {
  readonly [R in RuleVerdict['rule']]: { readonly label: string; readonly yes: string; readonly no: string };
} = {
  kind: { label: 'Kind of group', yes: 'can be managed here', no: 'can’t be managed here' },
  settingB: { label: 'Restrict access to groups', yes: 'groups can be reached', no: 'groups are restricted' },
  joinRule: { label: 'Join rule', yes: 'takes people in', no: 'only owners add members' },
  settingA: { label: 'Owners can manage requests', yes: 'switched on', no: 'switched off' },
  licence: { label: 'Licence', yes: 'there is one', no: 'there is none' },
  approver: { label: 'Somebody to decide', yes: 'there is, or nobody is needed', no: 'there is nobody' },
};

function settingLabel({ kind, setting = '' }: AuditEvent): string {
  if (kind === 'groupChanged') return setting in fieldNames ? fieldNames[setting as GroupField] : setting;
  return setting in settingTexts ? settingTexts[setting as SettingName].label : setting;
}

/** The words for kinds, origins and rules that the history keeps by their names in the records. */
const kept: Readonly<Record<string, string>> = {
  ...groupTypes,
  ...unsupportedKinds,
  ...joinRules,
  ...roleNames,
  portal: 'from the portal',
  powershell: 'from PowerShell',
  selfService: 'made here',
};

/** What something was or became, in words. */
function valueText({ kind, setting = '' }: AuditEvent, value: string | undefined, f: Formats): string {
  if (value === undefined) return '';
  if (kind === 'groupChanged') return setting in fieldNames ? fieldValue(setting as GroupField, value, f) : value;
  if (setting in settingTexts)
    return value.startsWith('selected') ? 'selected people' : `“${settingValue(setting as SettingName, value, f)}”`;
  return value
    .split(', ')
    .map((word) => kept[word] ?? word)
    .join(', ');
}

/** Lists in English. */
export const enTables = {
  members: {
    heading: (group: string) => `Members of ${n(group)}`,
    count: (total: number) => (total === 1 ? 'One person' : `${total} people`),
    none: 'Nobody is in it yet.',
    role: (role: 'owner' | 'manager' | 'member') => roleNames[role].charAt(0).toUpperCase() + roleNames[role].slice(1),
    since: (at: number, f: Formats) => `since ${f.day(at)}`,
    until: (at: number, f: Formats) => `until ${f.day(at)}`,
    blocked: (names: readonly string[], f: Formats) => `Blocked from ${f.and(names.map(n))}`,
    remove: 'Remove…',
    how,
  },
  ownerless: {
    heading: 'Groups without an owner',
    none: 'Every group has an owner.',
    text: 'Nobody can decide about these. Make one of the members an owner, or wait for somebody to claim the group.',
    waiting: (count: number) => (count === 1 ? '1 request waits' : `${count} requests wait`),
    see: 'Members',
  },
  resources: {
    heading: 'What groups open',
    none: 'Nothing is known yet.',
    noGroup: 'No group opens it',
    openedBy: (groups: readonly string[], f: Formats) => `Opened by ${f.and(groups.map(n))}`,
    owners: (names: readonly string[], f: Formats) => `Belongs to ${f.and(names.map(n))}`,
    why: 'My access',
  },
  access: {
    heading: (resource: string) => `Who has ${n(resource)}`,
    count: (total: number) => (total === 1 ? 'One person' : `${total} people`),
    none: 'Nobody has access.',
    blocked: 'Blocked',
    has: 'Has access',
    export: 'Export',
  },
  path: ({ group, how: way, by, since, until, requestId }: AccessPath, f: Formats) =>
    [
      `${n(group)}: ${how[way]}`,
      by ? `decided by ${n(by)}` : '',
      `since ${f.day(since)}`,
      until === undefined ? '' : `until ${f.day(until)}`,
      requestId ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  paths: {
    heading: (resource: string, person: string | undefined, has: boolean) =>
      person
        ? `${n(person)} ${has ? 'has' : 'does not have'} ${n(resource)}`
        : has
          ? `Why you have ${n(resource)}`
          : `You don’t have ${n(resource)}`,
    blocked: (by: string) => `${n(by)} blocked it: no group gives access. Any administrator can take that back.`,
    none: 'None of the groups that open it is theirs or yours.',
    openers: 'These groups open it:',
    noOpeners: 'No group that you can see opens it.',
    reason: (reason: string) => `Reason: ${reason}`,
  },
  history: {
    heading: (title: string) => `History of ${n(title)}`,
    none: 'Nothing has happened yet.',
    line: ({ event, actor, subject, group, resource }: HistoryRow, f: Formats) =>
      tellings[event.kind]({
        actor: n(actor ?? 'The system'),
        subject: n(subject ?? 'Somebody'),
        group: n(group ?? 'a group'),
        resource: n(resource ?? 'a resource'),
        isOwn: event.actorId === undefined || event.actorId === event.subjectId,
        setting: settingLabel(event),
        before: valueText(event, event.before, f),
        after: valueText(event, event.after, f),
      }),
    reason: (reason: string) => `Reason: ${reason}`,
  },
  explained: {
    heading: (group: string, person: string | undefined) =>
      person ? `Could ${n(person)} join ${n(group)}?` : `Could you join ${n(group)}?`,
    rules,
    verdicts: { yes: 'Yes', no: 'No', notAsked: 'Not asked' },
    atOnce: 'All rules say yes: the group is open, so joining works at once.',
    askOwners: 'All rules say yes: the owners are asked, and one of them decides.',
    dryRun: 'Nothing has been changed or asked.',
  },
  delegations: {
    heading: 'Who stands in for whom',
    none: 'Nobody stands in for you, and you stand in for nobody.',
    given: 'Stands in for you',
    received: 'You stand in for them',
    until: (at: number | undefined, f: Formats) => (at === undefined ? 'until it is taken back' : `until ${f.day(at)}`),
    scope: (group: string | undefined) => (group ? n(group) : 'all groups'),
    stop: 'Stop delegating',
  },
  manage: {
    heading: (group: string) => `Manage ${n(group)}`,
    members: 'Members',
    waiting: 'Waiting requests',
    joinRule: 'How people get in',
    listed: { label: 'Who finds it', yes: 'Everybody', no: 'Only its members' },
    longest: 'Longest membership',
    noLimit: 'No limit',
    reason: 'Reason for joining',
    locked:
      'Your organisation has switched off changes to groups of this kind; members and requests can still be managed.',
    intro: 'Change what you like and save it; whatever has consequences is asked about first.',
    asked: 'Who is asked (names, with commas in between; empty for everybody who may decide)',
    save: 'Save',
  },
  create: {
    kicker: 'New group',
    heading: 'Create a group',
    intro: 'Nothing is created yet: check this, then press the button. You will own the group.',
    name: 'Name',
    nameHint: 'What people look for',
    nameError: 'Please give it a name.',
    description: 'What it is for',
    type: 'Kind',
    typeError: 'Please choose the kind of group.',
    joinRule: 'How people get in',
    listed: 'Who finds it',
    justification: 'Reason for joining',
    longest: 'Longest membership in days (optional)',
    button: 'Create group',
    typed: 'create security group Finance Reviewers',
  },
};
