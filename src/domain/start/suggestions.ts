/** Everything that can be suggested to somebody who was not understood; the messages say how it is typed and what it does. */
export const suggestedCommands = [
  'help',
  'groups',
  'myGroups',
  'myRequests',
  'inbox',
  'group',
  'join',
  'oneByOne',
  'findAccess',
  'manage',
  'removeFrom',
  'membersForRemoval',
  'makeOwnerOf',
  'makeOwner',
  'makeManager',
  'members',
  'add',
  'addToOpener',
  'import',
  'history',
  'verify',
  'exportAudit',
  'exportHistory',
  'exportAccess',
  'resources',
  'addResource',
  'grant',
  'block',
  'whoHas',
  'delegate',
  'delegateAway',
  'stopDelegating',
  'myDelegations',
  'ownersOnly',
  'delete',
  'explain',
  'settings',
] as const;

/** One of them. */
export type SuggestedCommand = (typeof suggestedCommands)[number];

/** A thing to try. */
export interface Suggestion {
  readonly command: SuggestedCommand;
  /** The name, or the words, that the command goes on with; the others have an example of ours. */
  readonly name?: string;
  readonly person?: string;
  readonly resource?: string;
}
