import { isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import { valuesOf } from '../../domain/organisation/settings/settings.js';
import { longestDays } from '../../domain/organisation/settings/sorts.js';
import type { SettingName } from '../../domain/terms.js';

/** A setting in words: its name in the words of the source document, what to type for it, and what it does. */
export interface SettingText {
  readonly label: string;
  /** What stands behind "set". */
  readonly typed: string;
  readonly what: string;
}

/** Every setting in English. */
export const settingTexts: { readonly [K in SettingName]: SettingText } = {
  ownersManageRequests: {
    label: 'Owners can manage group membership requests',
    typed: 'owners manage requests',
    what: 'Needed for every request: without it owners decide nothing, and nobody can ask to join.',
  },
  restrictGroupAccess: {
    label: 'Restrict access to groups',
    typed: 'restrict group access',
    what: 'Yes closes everything about groups to everybody but administrators.',
  },
  usersCreateSecurityGroups: {
    label: 'Users can create security groups',
    typed: 'users create security groups',
    what: 'No also keeps owners from changing their security groups; they still manage members and requests.',
  },
  usersCreateM365Groups: {
    label: 'Users can create Microsoft 365 groups',
    typed: 'users create microsoft 365 groups',
    what: 'No also keeps owners from changing their Microsoft 365 groups; they still manage members and requests.',
  },
  ownersAssignOwnersSecurity: {
    label: 'Owners who can assign members as group owners (security groups)',
    typed: 'owners assign owners security',
    what: 'Which owners may make a member an owner: none, those selected, or all.',
  },
  ownersAssignOwnersM365: {
    label: 'Owners who can assign members as group owners (Microsoft 365 groups)',
    typed: 'owners assign owners microsoft 365',
    what: 'The same for Microsoft 365 groups: none, those selected, or all.',
  },
  licence: {
    label: 'Microsoft Entra ID licence',
    typed: 'licence',
    what: 'Joining by oneself and deciding requests need P1 or P2.',
  },
  licensedPeople: {
    label: 'People licensed one by one',
    typed: 'licensed people',
    what: 'Who has the licence where the organisation as a whole has none.',
  },
  leastJoinRule: {
    label: 'Loosest join rule',
    typed: 'loosest join rule',
    what: 'No group lets people in more easily than this.',
  },
  longestMembership: {
    label: 'Longest membership',
    typed: 'longest membership',
    what: 'No membership that is asked for lasts longer; groups can only be stricter.',
  },
  justificationFloor: {
    label: 'Reason for joining',
    typed: 'reason for joining',
    what: 'What every group asks for at least.',
  },
  namePrefix: {
    label: 'Prefix of group names',
    typed: 'name prefix',
    what: 'What every new name begins with; it is put there when it is missing.',
  },
  blockedWords: {
    label: 'Blocked words in group names',
    typed: 'blocked words',
    what: 'Words that no new name may have.',
  },
};

const values: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  none: 'None',
  selected: 'Selected people',
  all: 'All',
  P1: 'P1',
  P2: 'P2',
  open: 'Open to join',
  ownerApproval: 'Needs owner approval',
  ownersOnly: 'Only owners add members',
  off: 'Not asked for',
  optional: 'If people like',
  required: 'Needed',
};

/** A setting's value, as it is read. */
export function settingValue(name: SettingName, value: string, f: Formats): string {
  if (name === 'longestMembership') return value === 'none' ? 'No limit' : f.days(Number(value));
  if (name === 'namePrefix' || name === 'blockedWords') return value === 'none' ? 'None' : n(value);
  return values[value] ?? value;
}

/** What a setting can be set to, in a sentence. */
export function possibleValues(name: SettingName, f: Formats): string {
  if (name === 'longestMembership') return `It takes a number of days up to ${longestDays}, or “none”.`;
  if (name === 'namePrefix') return 'It takes up to 30 characters, or “none”.';
  if (name === 'blockedWords')
    return 'It takes up to 50 words of at most 40 characters, with commas in between, or “none”.';
  if (name === 'licensedPeople') return 'It takes the names of people, with commas in between, or “none”.';
  const named = valuesOf(name).map((value) =>
    value === 'selected' ? 'names of people' : `“${settingValue(name, value, f)}”`,
  );
  return `It can be ${f.or(named)}.`;
}

/** What everybody notices of a value, in a sentence for the question before the change. */
export function settingConsequence(name: SettingName, value: string): string {
  const yes = value === 'yes';
  switch (name) {
    case 'ownersManageRequests':
      return yes
        ? 'People can ask to join groups, and their owners decide.'
        : 'Nobody can ask to join any more, and owners can no longer decide what waits.';
    case 'restrictGroupAccess':
      return yes
        ? 'Only administrators still see and change groups here.'
        : 'Everybody can look at groups and ask to join them.';
    case 'usersCreateSecurityGroups':
    case 'usersCreateM365Groups':
      return yes
        ? 'Everybody can create such groups and change those they own.'
        : 'Nobody but administrators creates such groups, and owners can’t change what theirs are. They still manage members and requests.';
    case 'ownersAssignOwnersSecurity':
    case 'ownersAssignOwnersM365':
      return value === 'all'
        ? 'Every owner can make a member of their group an owner.'
        : value === 'none'
          ? 'No owner can name another one; administrators still can.'
          : 'Only these owners can make a member of their group an owner.';
    case 'licence':
      return value === 'none'
        ? 'Only people licensed one by one can still join or decide.'
        : 'Everybody counts as licensed: they can join by themselves and decide requests.';
    case 'licensedPeople':
      return value === 'none'
        ? 'Nobody is licensed one by one any more.'
        : 'These people can join by themselves and decide requests.';
    case 'leastJoinRule':
      return value === 'open'
        ? 'Groups can be open to everybody.'
        : value === 'ownerApproval'
          ? 'Groups that are open now ask their owners from now on.'
          : 'No group takes requests any more; only owners add members.';
    case 'longestMembership':
      return value === 'none'
        ? 'Each group decides for itself how long a membership lasts.'
        : 'New memberships end after this time at the latest; present ones stay as they are.';
    case 'justificationFloor':
      return value === 'required'
        ? 'Every request needs a reason.'
        : value === 'optional'
          ? 'Every group offers to take a reason.'
          : 'Each group decides for itself whether it asks for a reason.';
    case 'namePrefix':
      return value === 'none'
        ? 'New groups can begin with any word.'
        : 'New names get this prefix, and so do names that are changed; groups keep the names they have until then.';
    case 'blockedWords':
      return value === 'none'
        ? 'New groups can be called anything.'
        : 'No new name may have one of these words; groups that have one keep it until they are renamed.';
  }
}

/** Sentences about settings. */
export const enSettings = {
  heading: 'Settings of your organisation',
  rules: 'Rules for all groups',
  intro: 'Changes are in force at once. Whatever loosens needs a second administrator; whatever tightens does not.',
  byDefault: 'default',
  changed: (by: string, at: number, f: Formats) => `changed by ${n(by)} on ${f.day(at)}`,
  change: { yes: 'Set to Yes', no: 'Set to No', other: 'Change…' },
  form: {
    value: 'New value',
    people: 'Who (names or addresses, with commas in between)',
    days: 'Longest membership in days, or “none”',
    count: 'How many, or “none”',
    text: 'What names begin with, or “none”',
    words: 'Words, with commas in between, or “none”',
    button: 'See what it means',
    error: 'Please choose a value.',
  },
  admins: {
    heading: 'Administrators',
    text: 'They set the rules, see who has access to what, and can block it.',
    role: 'Administrator',
  },
  setUp: {
    summary: 'Self-service for groups is not switched on yet',
    heading: 'Welcome, administrator',
    text: 'Nobody has set up self-service for your organisation yet, so it is locked: nobody can ask to join a group. Switched off now:',
    off: ['Owners can manage group membership requests: No', 'Microsoft Entra ID licence: None'],
    licenceLabel: 'Which licence does your organisation have?',
    licenceHint: 'Joining by oneself and deciding requests need P1 or P2.',
    button: 'Switch self-service on',
    later: 'Or see all settings first.',
  },
};
