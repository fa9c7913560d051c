import { z } from 'zod';
import {
  directoryCapability,
  directoryRefusal,
  groupRole,
  groupType,
  instant,
  joinRule,
  personId,
  settingName,
  unsupportedKind,
} from './terms.js';

const text = z.string();
const maybe = text.exactOptional();
const isOwn = z.literal(true).exactOptional();
const tells = isOwn;
const group = { group: text, groupId: text };

const enrolResult = z.object({
  name: text,
  result: z.enum(['enrolled', 'unsupported', 'alreadyHere', 'repeated', 'badName', 'noKind']),
  groupType: groupType.exactOptional(),
  unsupportedKind: unsupportedKind.exactOptional(),
  nickname: text.exactOptional(),
  isPublic: z.literal(true).exactOptional(),
  inside: z.object({ people: z.number(), groups: z.number() }).exactOptional(),
  joinRule: joinRule.exactOptional(),
  owners: z.array(text).exactOptional(),
  unknownOwners: z.array(text).exactOptional(),
});

const addResult = z.object({
  name: text,
  result: z.enum(['added', 'alreadyMember', 'isOwner', 'blocked', 'notFound', 'unclear', 'repeated']),
});

const news = <C extends string, S extends z.core.$ZodLooseShape>(code: C, shape: S) =>
  z.object({ code: z.literal(code), ...shape });

const organisation = [
  news('settingChanged', { setting: settingName, before: text, after: text }),
  news('proposalMade', {
    proposalId: text,
    setting: settingName,
    before: text,
    after: text,
    by: text,
    people: z.array(text).exactOptional(),
    affected: z.object({ people: z.number(), groups: z.number(), requests: z.number() }).exactOptional(),
  }),
  news('proposalWaits', { setting: settingName, after: text, others: z.array(text) }),
  news('proposalSettled', { setting: settingName, after: text, by: text, accepted: z.boolean() }),
  news('proposalReplaced', { setting: settingName, by: text }),
  news('setUpDone', {}),
  news('personForgotten', { person: text }),
  news('forgettingDone', { reasons: z.int(), records: z.int() }),
  news('directoryRead', { people: z.number(), m365: z.number(), security: z.number(), unsupported: z.number() }),
  news('peopleBrakeOn', { gone: z.number(), total: z.number() }),
  news('peopleBrakeReleased', { gone: z.number() }),
  news('knownEnrolled', { of: groupType, count: z.number() }),
  news('enrolBegun', { of: groupType, count: z.number() }),
  news('notReached', { people: z.array(text) }),
  news('permissionMissing', { capability: directoryCapability, permission: text }),
  news('permissionBack', { capability: directoryCapability, permission: text }),
  news('adminAdded', { person: text, isOwn }),
  news('adminRemoved', { person: text, isOwn }),
  news('adminConfirmed', { person: text, isOwn }),
  news('adminMade', { person: text, personId, by: text }),
  news('adminNamed', { people: z.array(text) }),
  news('youAreAdmin', { by: text }),
  news('youAreNoAdmin', { by: text }),
] as const;

const groups = [
  news('groupCreated', { ...group, groupType, joinRule, isClosed: z.literal(true).exactOptional() }),
  news('directoryRefused', {
    ...group,
    step: z.enum(['create', 'change', 'addOwner', 'removeOwner', 'delete']),
    failure: directoryRefusal,
  }),
  news('changedOutside', {
    ...group,
    what: z.enum(['renamed', 'kind', 'deleted', 'restored', 'gone', 'ownerAdded', 'ownerRemoved']),
    before: maybe,
    after: maybe,
    person: maybe,
  }),
  news('driftFound', { ...group, added: z.array(text), removed: z.array(text) }),
  news('driftSettled', { ...group, answer: z.enum(['takeOver', 'undo', 'leave']), count: z.number(), by: text }),
  news('brakeOn', { ...group, gone: z.number(), members: z.number() }),
  news('brakeReleased', { ...group, by: text }),
  news('yourGroupEnrolled', { ...group, joinRule, by: text }),
  news('ownerGone', { ...group, person: text }),
  news('volunteerWanted', { ...group, person: text }),
  news('stillOwnerless', { ...group, person: text }),
  news('groupLinked', { ...group, isNew: z.boolean() }),
  news('groupsEnrolled', { results: z.array(enrolResult), tells }),
  news('groupChanged', {
    ...group,
    field: z.enum([
      'name',
      'description',
      'joinRule',
      'listed',
      'justification',
      'longestMembership',
      'asked',
      'drift',
    ]),
    before: text,
    after: text,
    waiting: z.number(),
  }),
  news('requestSuperseded', {
    ...group,
    requestId: text,
    why: z.enum(['ownersOnly', 'open', 'deleted']),
    isClosed: z.literal(true).exactOptional(),
  }),
  news('askedToJoin', { ...group, by: text, reason: maybe }),
  news('requestReminded', { requestId: text, group: text, by: text, since: instant }),
  news('askedForOther', { ...group, person: text }),
  news('askedForReport', { ...group, person: text }),
  news('askedForYou', { ...group, requestId: text, by: text, reason: maybe }),
  news('askedForEnded', {
    ...group,
    person: text,
    status: z.enum(['approved', 'denied', 'withdrawn', 'expired', 'superseded']),
    by: maybe,
  }),
  news('askedToCreate', { by: text, resource: maybe }),
  news('askedForGroup', { person: text, resource: maybe }),
  news('groupDeleted', { group: text, members: z.number() }),
  news('groupIsGone', { group: text, by: text }),
  news('groupTransferred', { ...group, person: text }),
  news('ownerless', { ...group, by: text }),
  news('nobodyDecides', { ...group, waiting: z.number() }),
  news('claimSent', group),
  news('claimAsked', { ...group, personId, person: text }),
  news('claimSettled', { ...group, person: text, accepted: z.boolean(), by: text, isOwn }),
  news('claimRefused', { ...group, by: text }),
] as const;

const members = [
  news('stillInside', { ...group, person: text, failure: directoryRefusal }),
  news('membersAdded', { ...group, results: z.array(addResult), until: instant.exactOptional(), isOwn }),
  news('youWereAdded', { ...group, by: text, until: instant.exactOptional(), reason: maybe }),
  news('endMoved', { ...group, person: text, until: instant.exactOptional(), isOwn }),
  news('yourEndMoved', { ...group, by: text, until: instant.exactOptional(), reason: maybe }),
  news('memberRemoved', { ...group, person: text, isOwn }),
  news('youWereRemoved', { group: text, by: text, reason: maybe }),
  news('roleChanged', {
    ...group,
    person: text,
    role: groupRole,
    before: z.enum([...groupRole.options, 'none']),
    isOwn,
  }),
  news('yourRole', { ...group, role: groupRole, before: z.enum([...groupRole.options, 'none']), by: text }),
] as const;

const resources = [
  news('resourceAdded', { resource: text, owner: text }),
  news('resourceRenamed', { before: text, resource: text, tells }),
  news('resourceRemoved', { resource: text, tells }),
  news('resourceIsRenamed', { resource: text, before: text, by: text, group: maybe }),
  news('resourceIsGone', { resource: text, before: text, by: text, group: maybe }),
  news('granted', { resource: text, ...group, members: z.number() }),
  news('ungranted', { resource: text, ...group, members: z.number() }),
  news('grantTold', { resource: text, ...group, by: text }),
  news('ungrantTold', { resource: text, ...group, by: text }),
  news('accessBlocked', { resource: text, person: text, isOwn }),
  news('accessUnblocked', { resource: text, person: text, isOwn }),
  news('youWereBlocked', { resource: text, by: text, reason: maybe }),
  news('youWereUnblocked', { resource: text, by: text, reason: maybe }),
  news('memberBlocked', { resource: text, ...group, person: text, by: text }),
] as const;

const others = [
  news('delegated', { person: text, until: instant.exactOptional(), group: maybe }),
  news('youStandIn', { person: text, until: instant.exactOptional(), group: maybe }),
  news('delegationEnded', { count: z.number() }),
  news('auditVerified', { entries: z.number(), erased: z.number(), hash: text }),
  news('auditBroken', { sequence: z.number(), problem: text }),
  news('fileReady', { fileName: text, rows: z.number(), url: text }),
] as const;

/** News as a record carries it to the people whom it concerns. */
export const notice = z.discriminatedUnion('code', [...organisation, ...groups, ...members, ...resources, ...others]);
