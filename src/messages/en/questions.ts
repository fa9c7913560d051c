import { isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import { count, enrolTexts, fieldNames, fieldValue, resultText, roleNames } from './news.js';
import { settingConsequence, settingTexts, settingValue } from './settings.js';
import type { ChoiceVerb, Question } from '../../domain/question.js';

/** What is about to happen, in words. */
export interface QuestionText {
  readonly heading: string;
  readonly text: readonly (string | undefined)[];
  readonly items?: readonly string[];
  readonly afterwards?: string;
  readonly button: string;
  /** What does the same as the button; names as they are. */
  readonly typed: string;
}

type Sentence<C extends Question['code']> = (question: Extract<Question, { code: C }>, f: Formats) => QuestionText;

const ruleWords: Readonly<Record<string, string>> = {
  open: 'open',
  ownerApproval: 'owner approval',
  ownersOnly: 'owners only',
};

/** Every question in English. */
export const enQuestions: { readonly [C in Question['code']]: Sentence<C> } = {
  changeSetting: ({ setting, before, after, people, affected, confirmers }, f) => ({
    heading: `${settingTexts[setting].label}: ${settingValue(setting, after, f)}?`,
    text: [
      `Now: ${settingValue(setting, before, f)}. Then: ${settingValue(setting, after, f)}${people.length > 0 ? ` (${f.and(people.map(({ name }) => n(name)))})` : ''}.`,
      settingConsequence(setting, after),
      `It touches ${count(affected.people, 'person', 'people')}, ${count(affected.groups, 'group', 'groups')} and ${count(affected.requests, 'waiting request', 'waiting requests')}.`,
    ],
    afterwards: confirmers
      ? `This loosens the rules, so ${f.or(confirmers.map(n))} has to confirm it as well.`
      : 'It is in force at once.',
    button: confirmers ? 'Ask for confirmation' : 'Change it',
    typed: `yes, set ${settingTexts[setting].typed} ${ruleWords[after] ?? after}${people.length > 0 ? ` ${people.map(({ name }) => name).join(', ')}` : ''}`,
  }),
  changeAdmin: ({ person, is }) => ({
    heading: is
      ? `Make ${n(person.name)} an administrator?`
      : `Take the administrator’s rights from ${n(person.name)}?`,
    text: [
      person.about,
      is
        ? 'They will be able to change every setting, see who has access to what, and block access.'
        : 'They will be told.',
    ],
    button: is ? 'Make administrator' : 'Take the rights back',
    typed: `yes, admins ${is ? 'add' : 'remove'} ${person.name}`,
  }),
  changeGroup: ({ group, field, before, after, waiting }, f) => ({
    heading: `Change the ${fieldNames[field]} of ${n(group)}?`,
    text: [
      `Now: ${fieldValue(field, before, f)}. Then: ${fieldValue(field, after, f)}.`,
      waiting === 0
        ? undefined
        : after === 'open'
          ? `${waiting === 1 ? 'One request waits' : `${waiting} requests wait`}: nobody is let in by this; whoever asked is offered to join at once.`
          : `${waiting === 1 ? 'One request waits and is' : `${waiting} requests wait and are`} closed; whoever asked is told.`,
    ],
    button: 'Change it',
    typed: `yes, set ${fieldNames[field]} of ${group} to ${field === 'joinRule' ? (ruleWords[after] ?? after) : after}`,
  }),
  saveGroup: ({ group, changes, waiting }, f) => ({
    heading: `Change ${n(group)} like this?`,
    text: [
      'Nothing is saved yet. All of it is saved together.',
      ...changes
        .filter(({ isMeanwhile }) => isMeanwhile)
        .map(({ field }) => `Somebody changed the ${fieldNames[field]} while your form was open.`),
      waiting === 0
        ? undefined
        : `${waiting === 1 ? 'One request waits and is' : `${waiting} requests wait and are`} closed; whoever asked is told.`,
    ],
    items: changes.map(
      ({ field, before, after }) =>
        `${fieldNames[field]}: now ${fieldValue(field, before, f)}, then ${fieldValue(field, after, f)}`,
    ),
    button: 'Save all of it',
    typed: 'yes',
  }),
  transferGroup: ({ group, person }) => ({
    heading: `Hand ${n(group)} over to ${n(person.name)}?`,
    text: [person.about, 'They own it from then on, and you don’t any more.'],
    button: 'Hand it over',
    typed: `yes, transfer ${group} to ${person.name}`,
  }),
  deleteGroup: ({ group, members, waiting, unlocks }) => ({
    heading: `Delete ${n(group)}?`,
    text: [
      `It has ${count(members, 'member', 'members')} and ${count(waiting, 'waiting request', 'waiting requests')}.`,
      unlocks.length > 0 ? 'Whoever has these through this group alone loses them:' : undefined,
    ],
    items: unlocks,
    afterwards: 'This can’t be taken back. Its history is kept.',
    button: 'Delete the group',
    typed: `yes, delete ${group}`,
  }),
  enrolGroups: ({ results }, f) => ({
    heading: `Enrol ${results.filter(({ result }) => result === 'enrolled' || result === 'unsupported').length} of ${count(results.length, 'group', 'groups')}?`,
    text: ['Nothing has been changed yet. This is what each line comes to:'],
    items: enrolTexts(results, f),
    afterwards: 'Owners will be told. Members are not taken over: add them with “import members into …”.',
    button: 'Enrol them',
    typed: 'enrol groups: …',
  }),
  importMembers: ({ group, results }) => ({
    heading: `Add ${results.filter(({ result }) => result === 'added').length} of ${results.length} people to ${n(group)}?`,
    text: ['Nothing has been changed yet. This is what each line comes to:'],
    items: [
      ...results.slice(0, 25).map(({ name, result }) => resultText(name, result, true)),
      ...(results.length > 25 ? [`and ${results.length - 25} more`] : []),
    ],
    button: 'Add them',
    typed: `import members into ${group}: …`,
  }),
  removeMember: ({ group, person, losses, isManager }) => ({
    heading: `Remove ${n(person.name)} from ${n(group)}?`,
    text: [
      person.about,
      isManager ? `They also manage the members of ${n(group)} and decide requests; that ends, too.` : undefined,
      losses.length > 0 ? 'Unless another group opens it for them, they lose:' : 'Nothing I know of depends on it.',
    ],
    items: losses,
    afterwards: 'They will be told.',
    button: 'Remove',
    typed: `yes, remove ${person.name} from ${group}`,
  }),
  changeRole: ({ group, person, role, before }) => ({
    heading:
      role === 'member'
        ? `Take the role of ${roleNames[before]} from ${n(person.name)}?`
        : `Make ${n(person.name)} ${role === 'owner' ? 'an owner' : 'a membership manager'} of ${n(group)}?`,
    text: [
      person.about,
      role === 'owner'
        ? 'Owners decide who gets in and what the group is, and can delete it.'
        : role === 'manager'
          ? 'They decide who gets in and see the members, but change nothing about the group itself.'
          : `They stay a member of ${n(group)} if they are one.`,
    ],
    button: role === 'member' ? 'Take it back' : role === 'owner' ? 'Make owner' : 'Make membership manager',
    typed:
      role === 'member'
        ? `yes, make ${person.name} member of ${group}`
        : `yes, make ${person.name} ${roleNames[role]} of ${group}`,
  }),
  changeGrant: ({ resource, group, is, members }) => ({
    heading: is ? `Let ${n(group)} open ${n(resource)}?` : `Detach ${n(resource)} from ${n(group)}?`,
    text: [
      is
        ? members === 0
          ? 'Nobody is in the group yet; whoever is let in later gets access.'
          : `${members === 1 ? 'Its one member gets access' : `Its ${members} members get access`}, and so does whoever is let in later.`
        : `${members === 0 ? 'Nobody' : members === 1 ? 'Its one member' : `Each of its ${members} members`} ${members === 0 ? 'loses anything' : 'loses it unless another group opens it'}.`,
      'The owners of the group are told.',
    ],
    button: is ? 'Attach it' : 'Detach it',
    typed: `yes, ${is ? 'grant' : 'ungrant'} ${resource} ${is ? 'to' : 'from'} ${group}`,
  }),
  changeBlock: ({ resource, person, is, groups }, f) => ({
    heading: is ? `Block ${n(person.name)} from ${n(resource)}?` : `Unblock ${n(person.name)} for ${n(resource)}?`,
    text: [
      person.about,
      groups.length > 0 ? `They have it through ${f.and(groups.map(n))}.` : 'No group opens it for them at the moment.',
      is
        ? 'The block holds for every way in, now and later. They stay in their groups.'
        : 'Their groups count again at once.',
    ],
    afterwards: is ? 'Any administrator can take it back with “unblock”.' : 'They will be told.',
    button: is ? 'Block' : 'Unblock',
    typed: `yes, ${is ? 'block' : 'unblock'} ${person.name} ${is ? 'from' : 'for'} ${resource}`,
  }),
};

/** The card on which somebody picks what they meant. */
export const enChoices = {
  heading: { group: 'Which group do you mean?', person: 'Whom do you mean?', resource: 'What do you mean?' },
  intro: (typed: string) =>
    typed ? `These come near “${n(typed)}”. Pick the one you mean.` : 'Pick the one you mean.',
  pick: 'Pick',
  /** What is typed in front of the exact name instead. */
  typed: {
    changeAdmin: (name: string) => `admins add ${name}`,
    changeSetting: () => 'settings',
    manageGroup: (name: string) => `manage ${name}`,
    changeGroup: (name: string) => `manage ${name}`,
    transferGroup: () => 'my groups',
    deleteGroup: (name: string) => `delete ${name}`,
    claimGroup: (name: string) => `claim ${name}`,
    listMembers: (name: string) => `members ${name}`,
    addMembers: () => 'my groups',
    importMembers: () => 'my groups',
    removeMember: () => 'my groups',
    changeRole: () => 'my groups',
    addResource: () => 'resources',
    changeGrant: () => 'resources',
    explainAccess: (name: string) => `why ${name}`,
    listAccess: (name: string) => `who has ${name}`,
    changeBlock: () => 'resources',
    showHistory: (name: string) => `history ${name}`,
    explainJoin: (name: string) => `explain join ${name}`,
    delegate: (name: string) => `delegate to ${name}`,
  } satisfies { readonly [V in ChoiceVerb]: (name: string) => string },
};
