import { clip, isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import { settingTexts, settingValue } from './settings.js';
import { joinRules, unsupportedKinds } from './kinds.js';
import type { News } from '../../domain/news.js';
import type { GroupRole, GroupField } from '../../domain/terms.js';
import type { AddResult } from '../../domain/members/news.js';
import type { EnrolResult } from '../../domain/groups/news.js';

/** What happened, in words; the heading is the notification, too. */
export interface NoticeText {
  readonly status?: string;
  readonly heading: string;
  readonly text: readonly (string | undefined)[];
}

type Sentence<C extends News['code']> = (notice: Extract<News, { code: C }>, f: Formats) => NoticeText;

/** Roles as people read them. */
export const roleNames: { readonly [R in GroupRole | 'none']: string } = {
  owner: 'owner',
  manager: 'membership manager',
  member: 'member',
  none: 'nobody there',
};

/** What can be changed about a group, as it is read. */
export const fieldNames: { readonly [F in GroupField]: string } = {
  name: 'name',
  description: 'description',
  joinRule: 'join rule',
  listed: 'listing',
  justification: 'reason for joining',
  longestMembership: 'longest membership',
  asked: 'list of who is asked',
};

const results: { readonly [R in AddResult]: string } = {
  added: 'added',
  alreadyMember: 'was in already',
  isOwner: 'owns the group',
  blocked: 'blocked',
  notFound: 'not known here',
  unclear: 'several people fit',
  repeated: 'named twice',
};

/** How each person of a list came out, or would. */
export function resultText(name: string, result: AddResult, isPreview = false): string {
  return `${n(name)}: ${isPreview && result === 'added' ? 'will be added' : results[result]}`;
}

const enrolProblems: { readonly [R in Exclude<EnrolResult['result'], 'enrolled' | 'unsupported'>]: string } = {
  alreadyHere: 'is here already',
  repeated: 'named twice',
  badName: 'has no name, or one that is too long',
  noKind: 'which kind? Say security or Microsoft 365',
};

/** So many lines of a list of groups are shown on a card; those with a problem come first. */
const enrolLinesShown = 14;

/** What the lines of a list of groups came to, or would. */
export function enrolTexts(list: readonly EnrolResult[], f: Formats): string[] {
  const isTaken = ({ result }: EnrolResult): boolean => result === 'enrolled' || result === 'unsupported';
  const sorted = [...list.filter((one) => !isTaken(one)), ...list.filter(isTaken)];
  return [
    ...sorted.slice(0, enrolLinesShown).map((one) => enrolText(one, f)),
    ...(sorted.length > enrolLinesShown ? [`and ${sorted.length - enrolLinesShown} more`] : []),
  ];
}

function enrolText(
  { name, result, groupType, unsupportedKind, joinRule, owners = [], unknownOwners = [] }: EnrolResult,
  f: Formats,
): string {
  const short = n(clip(name, 60));
  const names = (list: readonly string[]): string => f.and(list.map((one) => n(clip(one, 30))));
  if (result !== 'enrolled' && result !== 'unsupported')
    return `${name === '' ? '(no name)' : short}: ${enrolProblems[result]}`;
  const missing = unknownOwners.length > 0 ? `, not known here: ${names(unknownOwners)}` : '';
  if (unsupportedKind)
    return `${short}: not for self-service (${lowerFirst(unsupportedKinds[unsupportedKind])}); whoever asks reads why`;
  return `${short}: ${groupType === 'm365' ? 'Microsoft 365' : 'security'}, ${lowerFirst(joinRules[joinRule ?? 'ownersOnly'])}, ${owners.length > 0 ? `owned by ${names(owners)}` : 'no owner yet'}${missing}`;
}

/** A value of something about a group, as it is read. */
export function fieldValue(field: GroupField, value: string, f: Formats): string {
  const known: Readonly<Record<string, string>> = {
    open: 'Open to join',
    ownerApproval: 'Needs owner approval',
    ownersOnly: 'Only owners add members',
    yes: 'Listed',
    no: 'Not listed',
    off: 'Not asked for',
    optional: 'If people like',
    required: 'Needed',
  };
  if (field === 'longestMembership') return value === 'none' ? 'No limit' : f.days(Number(value));
  if (field === 'asked') return value === 'all' ? 'everybody who may decide' : n(value);
  if (field === 'name' || field === 'description') return value === '' ? 'None' : `“${n(value)}”`;
  return known[value] ?? value;
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

function until(at: number | undefined, f: Formats): string | undefined {
  return at === undefined ? undefined : `Until ${f.day(at)}.`;
}

function because(reason: string | undefined): string | undefined {
  return reason ? `The reason: ${reason}` : undefined;
}

const closedWhy = {
  ownersOnly: (group: string) => `${n(group)} takes no requests any more: only its owners add people. Ask one of them.`,
  open: (group: string) => `${n(group)} is open to everybody now. You can join at once, without waiting for anybody.`,
  deleted: (group: string) => `${n(group)} has been deleted.`,
};

/** Every notice in English. */
export const enNews: { readonly [C in News['code']]: Sentence<C> } = {
  settingChanged: ({ setting, before, after }, f) => ({
    status: 'In force',
    heading: `${settingTexts[setting].label}: ${settingValue(setting, after, f)}`,
    text: [`It was “${settingValue(setting, before, f)}” before. The change is in force now, for everybody.`],
  }),
  proposalMade: ({ setting, before, after, by, people = [], affected }, f) => ({
    status: 'Your confirmation is needed',
    heading: `${n(by)} wants to loosen a setting`,
    text: [
      `${settingTexts[setting].label}: from “${settingValue(setting, before, f)}” to “${settingValue(setting, after, f)}”.`,
      people.length > 0 ? `It names ${f.and(people.map(n))}.` : undefined,
      affected
        ? `It touches ${count(affected.people, 'person', 'people')}, ${count(affected.groups, 'group', 'groups')} and ${count(affected.requests, 'waiting request', 'waiting requests')}.`
        : undefined,
      'It takes a second administrator. Nothing has changed yet.',
    ],
  }),
  proposalWaits: ({ setting, after, others }, f) => ({
    status: 'Waiting',
    heading: 'A second administrator is asked',
    text: [
      `${settingTexts[setting].label} becomes “${settingValue(setting, after, f)}” as soon as ${f.or(others.map(n))} confirms it.`,
    ],
  }),
  proposalSettled: ({ setting, after, by, accepted }, f) => ({
    status: accepted ? 'In force' : 'Rejected',
    heading: accepted
      ? `${settingTexts[setting].label}: ${settingValue(setting, after, f)}`
      : 'The setting stays as it is',
    text: [
      accepted
        ? `${n(by)} confirmed it. The change is in force now.`
        : `${n(by)} rejected the change of “${settingTexts[setting].label}”.`,
    ],
  }),
  proposalReplaced: ({ setting, by }) => ({
    status: 'No longer needed',
    heading: 'There is nothing left to confirm',
    text: [`${n(by)} changed “${settingTexts[setting].label}” meanwhile, or proposed something else.`],
  }),
  setUpDone: () => ({
    status: 'Done',
    heading: 'Self-service is switched on',
    text: [
      'People can now ask to join groups, and owners decide. From now on, whatever loosens the settings needs two administrators.',
    ],
  }),
  adminAdded: ({ person }) => ({
    status: 'Done',
    heading: `${n(person)} is an administrator now`,
    text: ['They have been told.'],
  }),
  adminRemoved: ({ person }) => ({
    status: 'Done',
    heading: `${n(person)} is no administrator any more`,
    text: ['They have been told.'],
  }),
  youAreAdmin: ({ by }) => ({
    heading: 'You are an administrator now',
    text: [
      `${n(by)} made you an administrator of your organisation here: you can set the rules and see who has access to what.`,
    ],
  }),
  youAreNoAdmin: ({ by }) => ({ heading: 'You are no administrator any more', text: [`${n(by)} took it back.`] }),
  groupCreated: ({ group, joinRule }) => ({
    status: 'Created',
    heading: `${n(group)} is there`,
    text: [
      'You own it.',
      joinRule === 'open'
        ? 'Everybody can find it and join.'
        : joinRule === 'ownerApproval'
          ? 'Everybody can find it and ask to join; you decide.'
          : 'Only you add people to it.',
    ],
  }),
  groupsEnrolled: ({ results: list }, f) => {
    const taken = list.filter(({ result }) => result === 'enrolled' || result === 'unsupported').length;
    return {
      status: taken > 0 ? 'Done' : 'Nothing changed',
      heading: `${taken} of ${list.length} ${list.length === 1 ? 'group' : 'groups'} enrolled`,
      text: [
        ...enrolTexts(list, f),
        taken > 0 ? 'Owners have been told. Change a rule with “enrol … as owner approval”.' : undefined,
      ],
    };
  },
  groupChanged: ({ group, field, before, after, waiting }, f) => ({
    status: 'Changed',
    heading: `${n(group)} has a new ${fieldNames[field]}`,
    text: [
      `From ${fieldValue(field, before, f)} to ${fieldValue(field, after, f)}.`,
      waiting > 0
        ? `${waiting === 1 ? 'The request that was waiting is' : `The ${waiting} requests that were waiting are`} closed, and whoever asked is told.`
        : undefined,
    ],
  }),
  requestSuperseded: ({ group, why, requestId }) => ({
    status: 'No longer needed',
    heading: `Your request to join ${n(group)} is closed`,
    text: [closedWhy[why](group), `It was ${requestId}.`],
  }),
  groupDeleted: ({ group, members }) => ({
    status: 'Deleted',
    heading: `${n(group)} is deleted`,
    text: [
      members === 0
        ? 'It had no members.'
        : `${members === 1 ? 'Its one member loses' : `Its ${members} members lose`} what it opened, and ${members === 1 ? 'is' : 'are'} told.`,
      'Its history is kept.',
    ],
  }),
  groupIsGone: ({ group, by }) => ({
    status: 'Ended',
    heading: `${n(group)} has been deleted`,
    text: [`${n(by)} deleted it. What only this group opened is closed for you now.`],
  }),
  groupTransferred: ({ group, person }) => ({
    status: 'Done',
    heading: `${n(group)} belongs to ${n(person)} now`,
    text: ['They have been told.'],
  }),
  ownerless: ({ group, by }) => ({
    status: 'Nobody can decide',
    heading: `${n(group)} has no owner`,
    text: [
      `${n(by)} wanted to join, and nobody can decide about it. Name an owner: one of its members can claim it, or you make one.`,
    ],
  }),
  claimSent: ({ group }) => ({
    status: 'Waiting',
    heading: `I’ve told the administrators that you’d like to own ${n(group)}`,
    text: ['One of them decides; I’ll write to you here.'],
  }),
  claimAsked: ({ group, person }) => ({
    status: 'Your decision',
    heading: `${n(person)} would like to own ${n(group)}`,
    text: [
      'The group has no owner at the moment, so nobody can decide about its requests.',
      `${n(person)} is a member of it.`,
    ],
  }),
  claimSettled: ({ group, person, accepted, by }) => ({
    status: accepted ? 'Done' : 'Refused',
    heading: accepted ? `${n(group)} has an owner again: ${n(person)}` : `The claim on ${n(group)} was refused`,
    text: [
      accepted
        ? `${n(by)} decided it.`
        : `${n(by)} decided it; ${n(person)} has been told. The group still has no owner.`,
    ],
  }),
  claimRefused: ({ group, by }) => ({
    status: 'Not now',
    heading: `Your claim on ${n(group)} was refused`,
    text: [`${n(by)} decided it. Ask them why, if you like.`],
  }),
  membersAdded: ({ group, results: list, until: end }, f) => {
    const added = list.filter(({ result }) => result === 'added');
    const [only] = list;
    if (list.length === 1 && only)
      return {
        status: only.result === 'added' ? 'Added' : 'Nothing changed',
        heading: only.result === 'added' ? `${n(only.name)} is in ${n(group)} now` : resultText(only.name, only.result),
        text: [
          only.result === 'added' ? 'They have been told.' : undefined,
          only.result === 'added' ? until(end, f) : undefined,
        ],
      };
    return {
      status: 'Done',
      heading: `${added.length} of ${list.length} added to ${n(group)}`,
      text: [...list.map(({ name, result }) => resultText(name, result)), until(end, f)],
    };
  },
  youWereAdded: ({ group, by, until: end, reason }, f) => ({
    status: 'Member',
    heading: `You’re in ${n(group)}`,
    text: [`${n(by)} added you.`, because(reason), until(end, f)],
  }),
  memberRemoved: ({ group, person }) => ({
    status: 'Done',
    heading: `${n(person)} is no longer in ${n(group)}`,
    text: ['They have been told. What only this group opened closes for them within a few minutes.'],
  }),
  youWereRemoved: ({ group, by, reason }) => ({
    status: 'Ended',
    heading: `You’re no longer in ${n(group)}`,
    text: [`${n(by)} took you out. What only this group opened is closed for you now.`, because(reason)],
  }),
  roleChanged: ({ group, person, role }) => ({
    status: 'Done',
    heading: `${n(person)} is ${role === 'owner' ? 'an owner' : role === 'manager' ? 'a membership manager' : 'just a member'} of ${n(group)} now`,
    text: ['They have been told.'],
  }),
  yourRole: ({ group, role, before, by }) => ({
    heading:
      role === 'member'
        ? `You’re no longer ${before === 'owner' ? 'an owner' : 'a membership manager'} of ${n(group)}`
        : `You’re ${role === 'owner' ? 'an owner' : 'a membership manager'} of ${n(group)} now`,
    text: [
      `${n(by)} changed it.`,
      role === 'owner'
        ? 'You decide who gets in, and what the group is.'
        : role === 'manager'
          ? 'You decide who gets in. What the group is, its owners decide.'
          : undefined,
    ],
  }),
  resourceAdded: ({ resource, owner }) => ({
    status: 'Done',
    heading: `${n(resource)} is known now`,
    text: [`${n(owner)} can say which groups open it, and so can administrators.`],
  }),
  granted: ({ resource, group, members }) => ({
    status: 'Done',
    heading: `${n(group)} opens ${n(resource)} now`,
    text: [
      `${members === 0 ? 'Nobody is in it yet' : members === 1 ? 'Its one member has' : `Its ${members} members have`}${members === 0 ? '' : ' access'}; whoever joins later gets it, too.`,
    ],
  }),
  ungranted: ({ resource, group }) => ({
    status: 'Done',
    heading: `${n(group)} no longer opens ${n(resource)}`,
    text: ['Who has access through another group keeps it.'],
  }),
  grantTold: ({ resource, group, by }) => ({
    heading: `${n(group)} opens ${n(resource)} now`,
    text: [`${n(by)} attached it to your group. Whoever you let in gets access to it, too.`],
  }),
  ungrantTold: ({ resource, group, by }) => ({
    heading: `${n(group)} no longer opens ${n(resource)}`,
    text: [`${n(by)} detached it from your group.`],
  }),
  accessBlocked: ({ resource, person }) => ({
    status: 'Blocked',
    heading: `${n(person)} is blocked from ${n(resource)}`,
    text: [
      'No group gives them access any more, now or later, until an administrator unblocks them. They and the owners of the groups concerned have been told.',
    ],
  }),
  accessUnblocked: ({ resource, person }) => ({
    status: 'Done',
    heading: `${n(person)} is no longer blocked from ${n(resource)}`,
    text: ['Their groups count again. They have been told.'],
  }),
  youWereBlocked: ({ resource, by, reason }) => ({
    status: 'Blocked',
    heading: `You’re blocked from ${n(resource)}`,
    text: [
      `${n(by)} blocked your access. You stay in your groups, but none of them opens it for you.`,
      because(reason),
      'If you think this is a mistake, ask an administrator.',
    ],
  }),
  youWereUnblocked: ({ resource, by }) => ({
    heading: `You’re no longer blocked from ${n(resource)}`,
    text: [`${n(by)} took the block back; your groups count again.`],
  }),
  memberBlocked: ({ resource, group, person, by }) => ({
    heading: `${n(person)} is blocked from ${n(resource)}`,
    text: [`${n(by)} blocked it. They stay a member of ${n(group)}.`],
  }),
  delegated: ({ person, until: end, group }, f) => ({
    status: 'Done',
    heading: `${n(person)} stands in for you`,
    text: [
      `${group ? `They can decide requests to ${n(group)}` : 'They can decide requests to your groups'} in your place${end === undefined ? ', until you type “stop delegating”' : ` until ${f.day(end)}`}. You can still decide, too.`,
    ],
  }),
  youStandIn: ({ person, until: end, group }, f) => ({
    heading: `You stand in for ${n(person)}`,
    text: [
      `You can decide requests to ${group ? n(group) : 'their groups'}${end === undefined ? '' : ` until ${f.day(end)}`}. I’ll ask you as they come in; “inbox” shows what waits.`,
    ],
  }),
  delegationEnded: () => ({
    status: 'Done',
    heading: 'Nobody stands in for you any more',
    text: ['From now on you decide alone again, with the other owners.'],
  }),
  auditVerified: ({ entries, hash }) => ({
    status: 'Unbroken',
    heading: entries === 0 ? 'There is no history yet' : `The history is whole: ${entries} entries`,
    text:
      entries === 0
        ? []
        : [
            'Each entry follows from the one before it, and none was changed or left out.',
            `The last one’s fingerprint: ${hash.slice(0, 16)}. Keep it, and a cut-off end shows, too.`,
          ],
  }),
  auditBroken: ({ sequence, problem }) => ({
    status: 'Broken',
    heading: `The history is broken at entry ${sequence}`,
    text: [
      problem === 'content'
        ? 'That entry was changed after it was written.'
        : problem === 'link'
          ? 'It does not follow from the entry before it.'
          : 'An entry is missing, doubled or out of order there.',
      'Keep a copy of the database, and find out who could write to it.',
    ],
  }),
  fileReady: ({ fileName, rows }) => ({
    status: 'Ready',
    heading: `${fileName} is ready`,
    text: [
      `${rows === 1 ? 'One line' : `${rows} lines`}. The link works once, for ten minutes, and for whoever has it: don’t pass it on.`,
    ],
  }),
};

/** A number of things; “no …” for none. */
export function count(number: number, one: string, many: string): string {
  return number === 0 ? `no ${many}` : number === 1 ? `one ${one}` : `${number} ${many}`;
}
