import { messageBody } from '../activities.js';
import { groupName, ownerOf, personName, strangerTo } from './organisation.js';

/** An everyday command, as the n-th of its kind is typed in an organisation of so many groups. */
export interface EverydayCommand {
  readonly name: string;
  readonly body: (turn: number, groups: number, serviceUrl: string) => string;
}

/** Spread over the whole organisation, and no group twice for one command. */
function groupAt(turn: number, groups: number, offset: number): number {
  return (turn * 3 + offset * 37 + Math.floor(groups / 2)) % groups;
}

/** A name with two neighbouring letters exchanged. */
function misspelt(name: string): string {
  return `${name.slice(0, 3)}${name[4]}${name[3]}${name.slice(5)}`;
}

type Wording = (group: number, groups: number) => { readonly by: number; readonly text: string };

const wordings: Readonly<Record<string, Wording>> = {
  join: (group, groups) => ({
    by: strangerTo(group, groups),
    text: `join ${groupName(group)} because I run the spring campaign for 30 days`,
  }),
  'join, misspelt': (group, groups) => ({
    by: strangerTo(group, groups),
    text: `join ${misspelt(groupName(group))} because I run the spring campaign`,
  }),
  'join, unknown': (group, groups) => ({ by: strangerTo(group, groups), text: `join Zzyzx Quorum ${group}` }),
  approve: (group) => ({ by: ownerOf(group), text: 'approve all' }),
  add: (group, groups) => ({
    by: ownerOf(group),
    text: `add ${personName(strangerTo(group, groups))} to ${groupName(group)}`,
  }),
  members: (group) => ({ by: ownerOf(group), text: `members ${groupName(group)}` }),
  group: (group, groups) => ({ by: strangerTo(group, groups), text: `group ${groupName(group)}` }),
  groups: (group) => ({ by: group, text: 'groups' }),
  'groups, searched': (group) => ({ by: group, text: `groups ${groupName(group).split(' ')[0]}` }),
  'my groups': (group) => ({ by: group, text: 'my groups' }),
  'my requests': (group, groups) => ({ by: strangerTo(group, groups), text: 'my requests' }),
  inbox: (group) => ({ by: ownerOf(group), text: 'inbox' }),
  manage: (group) => ({ by: ownerOf(group), text: `manage ${groupName(group)}` }),
  history: (group) => ({ by: ownerOf(group), text: `history ${groupName(group)}` }),
  leave: (group, groups) => ({ by: (group + 1) % groups, text: `leave ${groupName(group)}` }),
  access: (group) => ({ by: group, text: 'I need access to Salesforce' }),
  'groups without an owner': () => ({ by: 1, text: 'groups without an owner' }),
  help: (group) => ({ by: group, text: 'help' }),
};

/** What people and administrators do every day, in an order in which each finds what it needs. */
export const everydayCommands: readonly EverydayCommand[] = Object.entries(wordings).map(([name, wording], at) => ({
  name,
  // A join and what follows from it are about the same group.
  body: (turn, groups, serviceUrl) => {
    const isAboutJoin = /^(?:join|approve|my requests|inbox)$/.test(name);
    const { by, text } = wording(groupAt(turn, groups, isAboutJoin ? 0 : at), groups);
    return messageBody(serviceUrl, by, `${name}-${turn}-${groups}`, text);
  },
}));
