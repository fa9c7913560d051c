import { z } from 'zod';
import { askingDocument, document, missed } from './document.js';
import { instant, joinRule, justificationRule, personId, settingName } from './terms.js';

const maybe = z.string().exactOptional();

const ownerAssignment = z.object({ mode: z.enum(['none', 'selected', 'all']), selectedIds: z.array(personId) });

const change = z.object({ by: personId, at: instant });

const settingChanges = z.object({
  ownersManageRequests: change.exactOptional(),
  restrictGroupAccess: change.exactOptional(),
  usersCreateSecurityGroups: change.exactOptional(),
  usersCreateM365Groups: change.exactOptional(),
  usersAddResources: change.exactOptional(),
  ownersAssignOwnersSecurity: change.exactOptional(),
  ownersAssignOwnersM365: change.exactOptional(),
  licence: change.exactOptional(),
  licensedPeople: change.exactOptional(),
  leastJoinRule: change.exactOptional(),
  longestMembership: change.exactOptional(),
  justificationFloor: change.exactOptional(),
  namePrefix: change.exactOptional(),
  blockedWords: change.exactOptional(),
  messagesPerMinute: change.exactOptional(),
  openRequests: change.exactOptional(),
  groupsPerDay: change.exactOptional(),
  unknownNames: change.exactOptional(),
  reasonsKept: change.exactOptional(),
  adminsConfirmed: change.exactOptional(),
  leaversOut: change.exactOptional(),
  volunteerDays: change.exactOptional(),
});

const limit = z.union([z.number(), z.literal('none')]).exactOptional();

const wish = z.object({ name: settingName, value: z.string(), personIds: z.array(personId).exactOptional() });

/** An organisation and its settings. */
export const tenant = z.object({
  ...askingDocument,
  name: z.string(),
  adminIds: z.array(personId),
  unconfirmedAdmins: z.array(z.object({ id: personId, by: personId })).exactOptional(),
  trustsNewAdmins: z.literal(true).exactOptional(),
  roleAdminIds: z.array(personId).exactOptional(),
  licenceThere: z.enum(['none', 'P1', 'P2']).exactOptional(),
  ownersManageRequests: z.boolean(),
  restrictGroupAccess: z.boolean(),
  usersCreateSecurityGroups: z.boolean(),
  usersCreateM365Groups: z.boolean(),
  ownersCanAssignOwners: z.object({ security: ownerAssignment, m365: ownerAssignment }),
  licence: z.enum(['none', 'P1', 'P2']),
  licensedIds: z.array(personId),
  guardrails: z.object({
    justification: justificationRule,
    maxDurationDays: z.number().exactOptional(),
    leastJoinRule: joinRule.exactOptional(),
  }),
  settingChanges: settingChanges.exactOptional(),
  proposal: z.object({ id: z.string(), by: personId, at: instant, wish }).exactOptional(),
  limits: z
    .object({ messagesPerMinute: limit, openRequests: limit, groupsPerDay: limit, unknownNames: limit })
    .exactOptional(),
  directoryHolds: z
    .object({
      members: instant.exactOptional(),
      people: instant.exactOptional(),
      groups: instant.exactOptional(),
      roles: instant.exactOptional(),
      licence: instant.exactOptional(),
    })
    .exactOptional(),
  reasonsKeptDays: z.number().exactOptional(),
  keepsLeavers: z.literal(true).exactOptional(),
  volunteerDays: z.union([z.number(), z.literal('none')]).exactOptional(),
  keepsResources: z.literal(true).exactOptional(),
  naming: z.object({ prefix: maybe, blockedWords: z.array(z.string()) }).exactOptional(),
});

/** What is known of a person. */
export const person = z.object({
  ...document,
  id: personId,
  name: z.string(),
  nameKey: z.string(),
  email: maybe,
  jobTitle: maybe,
  department: maybe,
  managerId: personId.exactOptional(),
  leftAt: instant.exactOptional(),
  seenAt: instant.exactOptional(),
  locale: maybe,
  timeZone: maybe,
  channelUserId: maybe,
  address: z
    .object({ serviceUrl: z.string(), conversationId: z.string(), botId: z.string(), userId: z.string() })
    .exactOptional(),
  missed: z.array(missed).exactOptional(),
  unreached: z.array(personId).exactOptional(),
  delegations: z
    .array(z.object({ toId: personId, since: instant.exactOptional(), until: instant.exactOptional(), groupId: maybe }))
    .exactOptional(),
  delegateIds: z.array(personId).exactOptional(),
  forgottenAt: instant.exactOptional(),
});
