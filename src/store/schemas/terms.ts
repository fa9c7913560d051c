import { z } from 'zod';

/** Milliseconds since 1970 (UTC). */
export const instant = z.number();

/** An Entra object id; what it looks like is for the door of a turn to say. */
export const personId = z.string();

/** The kinds of group that self-service manages. */
export const groupType = z.enum(['security', 'm365']);

/** The kinds of group that it does not. */
export const unsupportedKind = z.enum([
  'mailEnabledSecurity',
  'distributionList',
  'dynamic',
  'onPremSynced',
  'roleAssignable',
  'restricted',
  'unknownKind',
]);

/** How people get into a group. */
export const joinRule = z.enum(['open', 'ownerApproval', 'ownersOnly']);

/** Whether people must say why. */
export const justificationRule = z.enum(['off', 'optional', 'required']);

/** What the bot may be allowed to do in the directory. */
export const directoryCapability = z.enum(['members', 'people', 'groups', 'roles', 'licence']);

/** What a change in the directory waits for. */
export const directoryHold = z.enum(['permission', 'writesOff', 'groupDeleted']);

/** Why the directory did not take a change. */
export const directoryRefusal = z.enum([
  ...unsupportedKind.options,
  'groupGone',
  'personGone',
  'lastOwner',
  'tooManyOwners',
  'namingPolicy',
  'nicknameTaken',
  'quota',
  'endedBefore',
  'noAnswer',
  'other',
]);

/** How far the directory is with a change. */
export const provisioning = z.enum(['delivering', 'delivered', 'failed']);

/** What somebody is in a group. */
export const groupRole = z.enum(['owner', 'manager', 'member']);

/** What administrators can set. */
export const settingName = z.enum([
  'ownersManageRequests',
  'restrictGroupAccess',
  'usersCreateSecurityGroups',
  'usersCreateM365Groups',
  'usersAddResources',
  'ownersAssignOwnersSecurity',
  'ownersAssignOwnersM365',
  'licence',
  'licensedPeople',
  'leastJoinRule',
  'longestMembership',
  'justificationFloor',
  'namePrefix',
  'blockedWords',
  'messagesPerMinute',
  'openRequests',
  'groupsPerDay',
  'unknownNames',
  'reasonsKept',
  'adminsConfirmed',
  'leaversOut',
  'volunteerDays',
]);
