import { enHelp } from './help.js';
import { groupTypes, joinRules, unsupportedKinds } from './kinds.js';
import { enNews } from './news.js';
import { enChoices, enQuestions } from './questions.js';
import { enRefusals } from './refusals.js';
import { enRequests } from './requests.js';
import { enSettings } from './settings.js';
import { enTables } from './tables.js';
import { isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import type { JoinRule, Duration } from '../../domain/terms.js';
import type { UnlockView } from '../../domain/views.js';

function people(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Everything that the product says, in British English. Values come in raw; the cards escape whole sentences. */
export const en = {
  dates: {
    locale: 'en-GB',
    atTime: (day: string, time: string) => `${day} at ${time}`,
    more: (count: number) => `${count} more`,
  },
  refusals: enRefusals,
  requests: enRequests,
  help: enHelp,
  notices: enNews,
  questions: enQuestions,
  choices: enChoices,
  tables: enTables,
  settings: enSettings,
  groupTypes,
  unsupportedKinds,
  joinRules,
  duration: (duration: Duration | undefined, f: Formats) =>
    duration === undefined
      ? 'No end date'
      : duration.kind === 'days'
        ? f.days(duration.days)
        : `Until ${f.day(duration.until)}`,
  until: (at: number | undefined, f: Formats) => (at === undefined ? 'No end date' : `Until ${f.day(at)}`),
  owners: (count: number) => (count === 0 ? 'No owner' : people(count, 'owner', 'owners')),
  /** What a group opens, by name; a veto over it shows. */
  unlockName: ({ name, isBlocked }: UnlockView) => (isBlocked ? `${n(name)} (blocked)` : n(name)),
  unlocks: (names: readonly string[], f: Formats) => `Opens ${f.and(names)}`,
  typed: (commands: readonly string[]) => `Or type: ${commands.join(' · ')}`,
  pageOf: (page: number, pageCount: number) => `Page ${page} of ${pageCount}`,

  labels: {
    reason: 'Reason',
    howLong: 'How long',
    opens: 'Opens',
    asked: 'Asked',
    alsoAsked: 'Also asked',
    standsInFor: 'You decide',
    askedPeople: 'Owners asked',
    notReached: 'Not reached yet',
    waitsUntil: 'Waits until',
    decided: 'Decided',
    person: 'Person',
    group: 'Group',
    note: 'Note',
    reasonGiven: 'Reason given',
    owners: 'Owners',
    atMost: 'At most',
    noReason: 'No reason was given.',
  },
  reasonNeeded: { off: 'Not asked for', optional: 'If you like', required: 'Needed' },

  buttons: {
    approve: 'Approve',
    approveShorter: 'Approve for a shorter time…',
    approveFor: 'Approve for this time',
    deny: 'Deny…',
    denyNow: 'Deny',
    back: 'Back to the request',
    join: 'Join',
    ask: 'Ask to join',
    askAgain: 'Ask again',
    tryAgain: 'Try again',
    withdraw: 'Withdraw',
    withdrawRequest: 'Withdraw request',
    keepRequest: 'Keep it',
    leave: 'Leave…',
    leaveNow: 'Leave group',
    stay: 'Stay in it',
    details: 'Details',
    seeGroup: 'See the group',
    seeRequest: 'See the request',
    browse: 'Browse groups',
    myGroups: 'My groups',
    myRequests: 'My requests',
    inbox: 'Inbox',
    help: 'Help',
    previous: 'Previous page',
    next: 'Next page',
    settings: 'Settings',
    admins: 'Administrators',
    confirm: 'Confirm',
    reject: 'Reject',
    members: 'Members',
    manage: 'Manage',
    makeOwner: 'Make owner',
    resources: 'What groups open',
    stopDelegating: 'Stop delegating',
    exportHistory: 'Export the history',
    deleteGroup: 'Delete…',
    open: (name: string) => `Open ${n(name)}`,
  },

  memberAdded: {
    status: 'Member',
    heading: (group: string) => `You’re in ${n(group)}`,
    why: 'The group is open to join, so nobody had to be asked.',
    next: 'Everything it opens should be ready for you within a few minutes.',
    until: (at: number, f: Formats) => `You stay in it until ${f.day(at)}.`,
  },
  alreadyMember: {
    heading: (group: string, role: 'owner' | 'member') =>
      role === 'owner' ? `You already own ${n(group)}` : `You’re already in ${n(group)}`,
    text: (until: number | undefined, f: Formats) =>
      `There is nothing to do: ${until === undefined ? 'your membership has no end date' : `your membership lasts until ${f.day(until)}`}.`,
    ownerText: 'As an owner you have all that its members have, so there is nothing to do.',
  },
  memberLeft: {
    status: 'Done',
    heading: (group: string) => `You’ve left ${n(group)}`,
    text: 'What it opened closes for you within a few minutes.',
    next: {
      open: 'You can join again whenever you like.',
      ownerApproval: 'If you want back in later, ask again.',
      ownersOnly: 'If you want back in later, ask one of its owners.',
    } satisfies Record<JoinRule, string>,
  },
  leaveConfirm: {
    heading: (group: string) => `Leave ${n(group)}?`,
    losses: 'You will no longer be able to open:',
    typed: (group: string) => `yes, leave ${group}`,
    noLosses: 'Nothing I know of depends on it.',
    roles: {
      owner: 'You will no longer own it; only another owner or an administrator can make you an owner again.',
      manager: 'You will no longer manage its members.',
      member: undefined,
    },
    next: {
      open: 'You could join again at any time.',
      ownerApproval: 'To get back in, you would have to ask its owners again.',
      ownersOnly: 'To get back in, one of its owners would have to add you.',
    } satisfies Record<JoinRule, string>,
  },
  membershipEnded: {
    status: 'Ended',
    heading: (group: string) => `Your time in ${n(group)} is over`,
    text: (at: number, f: Formats) =>
      `Your membership ended ${f.moment(at)}, as had been agreed from the start. What the group opened is closed for you now.`,
    next: {
      open: 'If you still need it, you can join again.',
      ownerApproval: 'If you still need it, you can ask again.',
      ownersOnly: 'If you still need it, ask one of its owners to add you.',
    } satisfies Record<JoinRule, string>,
  },
  deliveryFailed: {
    status: 'Could not be set up',
    heading: (group: string) => `${n(group)} could not be set up for you`,
    text: 'You were let in, but your organisation’s directory did not take the change, so you are not in the group.',
    next: 'Try again a little later. If it keeps happening, tell an administrator.',
  },
  standing: {
    owner: 'You own this group.',
    member: (since: number, until: number | undefined, f: Formats) =>
      `You’ve been in it since ${f.day(since)}${until === undefined ? '' : `; your membership ends on ${f.day(until)}`}.`,
    waiting: (since: number, f: Formats) => `You asked to join ${f.span(since)} ago; the owners have yet to decide.`,
    canJoin: 'You can join now.',
    canAsk: 'You can ask to join; an owner decides.',
  },
  badges: {
    owner: 'You own it',
    member: 'You’re in',
    waiting: 'You’ve asked',
    canJoin: 'Open to join',
    canAsk: 'Needs owner approval',
    cannotJoin: 'Not joinable',
  },
  groupDetails: {
    summary: (group: string) => `About ${n(group)}`,
    noDescription: 'Nobody has described this group yet.',
    noOwner: 'None at the moment',
    noUnlocks: 'Nothing I know of',
  },
  groupList: {
    heading: (words: string) => (words ? `Groups that fit “${n(words)}”` : 'Groups'),
    count: (total: number) => (total === 1 ? 'One group' : `${total} groups`),
    none: (words: string) =>
      words
        ? `No group that you can see fits “${n(words)}”. Try fewer words, or look through all of them.`
        : 'There is no group to see yet.',
  },
  myGroups: {
    heading: 'My groups',
    count: (total: number) => (total === 1 ? 'You are in one group.' : `You are in ${total} groups.`),
    none: 'You’re not in any group yet. Have a look at what there is.',
    owner: 'Owner',
    member: 'Member',
    waiting: (count: number) => (count === 1 ? '1 request waits for you' : `${count} requests wait for you`),
  },
  groupPick: {
    heading: 'Which group do you mean?',
    intro: (typed: string) =>
      typed ? `These come near “${n(typed)}”. Pick the one you mean.` : 'Pick the one you mean.',
    button: { leaveGroup: 'Leave…', showGroup: 'Show', withdrawRequest: 'Withdraw…' },
    typed: { leaveGroup: 'leave', showGroup: 'group', withdrawRequest: 'withdraw' },
  },
  joinForm: {
    kicker: 'Joining a group',
    reasonLabel: 'Why do you want to join?',
    reasonLabelOptional: 'Why do you want to join? (optional)',
    reasonHint: 'The owners read this word for word.',
    reasonError: 'Please say in a few words why you want to join.',
    durationLabel: 'For how long?',
    durationLimit: (days: number, f: Formats) => `For how long? (${f.days(days)} at most)`,
    noEnd: 'No end date',
    longest: (days: number, f: Formats) => `As long as allowed (${f.days(days)})`,
    untilChoice: 'Until a day of my choice',
    untilLabel: 'Last day (for a day of your choice)',
    groupLabel: 'Which group?',
    groupError: 'Please pick a group.',
    choice: (group: string, rule: string) => `${n(group)} (${rule.charAt(0).toLowerCase()}${rule.slice(1)})`,
    cannot: (group: string, why: string) => (why.includes(group) ? why : `${n(group)}: ${why}`),
    heading: {
      confirm: (one: string | undefined) => (one ? `Do you want to join ${one}?` : 'Do you want to join one of these?'),
      inexact: (one: string | undefined) => (one ? `Did you mean ${one}?` : 'Which group do you mean?'),
      several: () => 'Which group do you mean?',
      unlocksResource: (one: string | undefined, resource: string) =>
        one ? `${one} opens ${resource}` : `These groups open ${resource}`,
      reasonMissing: (one: string | undefined) => `Why do you want to join${one ? ` ${one}` : ''}?`,
      reasonTooShort: () => 'A few more words, please',
      durationTooLong: () => 'That is longer than allowed',
      durationInThePast: () => 'That day has already gone by',
    },
    intro: {
      confirm: () => 'I haven’t sent anything yet: check this, then press the button.',
      inexact: (typed: string) => `I know no group called “${typed}”.`,
      several: (typed: string) => `More than one group fits “${typed}”.`,
      unlocksResource: () => 'Whoever is in the group has access.',
      reasonMissing: () => 'A reason helps its owners to decide quickly.',
      reasonTooShort: (_typed: string, min: number) =>
        `The reason needs at least ${min} characters, so that the owners can understand it.`,
      durationTooLong: (_typed: string, _min: number, max: string) =>
        `Membership of this group lasts ${max} at most; you can ask again when it ends.`,
      durationInThePast: () => 'Please choose a later last day.',
    },
  },
  thanks: { heading: 'You’re welcome', text: 'I’m here whenever you need a group.' },
  notUnderstood: {
    heading: 'I didn’t get that',
    text: 'These come nearest to what you typed:',
    none: 'You can ask me to join or leave a group, or look at your groups and requests.',
    card: 'If you mean a card above, press its button, or type what stands there behind “Or type”. I don’t keep in mind what we talked about before.',
    remarkHeading: 'I haven’t changed anything',
    remark: 'I read that as a remark. If you meant it as a wish, try one of these:',
  },
};
